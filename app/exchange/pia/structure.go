package pia

import (
	"slices"
	"strings"
)

// question is one of the questions of an assessment, under the name that it has in a
// text of the record: in our words, which say in a few what the question asks.
type question struct {
	ref  string
	head string
	list bool // answered with a list, not with a text
}

// riskItem is an event that is assessed: the tool has three.
type riskItem struct {
	ref                  string // of its evaluation
	name                 string
	severity, likelihood string // the questions that are answered on a scale
	questions            []question
}

// structure is which questions there are, by the field of the record where their
// answers stand.
type structure struct {
	description, necessity []question
	risks                  []riskItem
	// usual are the questions that take what was not written under the name of one.
	usual map[string]bool
}

// common is the structure of the tool itself.
func common() structure {
	s := structure{
		description: []question{
			{ref: "111", head: "Il trattamento"},
			{ref: "112", head: "Responsabilità"},
			{ref: "113", head: "Norme e standard applicabili"},
			{ref: "121", head: "Dati, destinatari e accessi"},
			{ref: "122", head: "Ciclo di vita dei dati"},
			{ref: "123", head: "Strumenti e supporti"},
		},
		necessity: []question{
			{ref: "211", head: "Finalità"},
			{ref: "212", head: "Basi giuridiche"},
			{ref: "213", head: "Minimizzazione dei dati"},
			{ref: "214", head: "Esattezza dei dati"},
			{ref: "215", head: "Conservazione"},
			{ref: "221", head: "Informativa agli interessati"},
			{ref: "222", head: "Consenso"},
			{ref: "223", head: "Diritti di accesso e portabilità"},
			{ref: "224", head: "Diritti di rettifica e cancellazione"},
			{ref: "225", head: "Diritti di limitazione e opposizione"},
			{ref: "226", head: "Responsabili esterni"},
			{ref: "227", head: "Trasferimenti fuori dall’Unione"},
		},
		usual: map[string]bool{"111": true, "213": true, "325": true},
	}
	for _, r := range []struct{ item, name string }{{"32", "Accesso illegittimo"}, {"33", "Modifica indesiderata"}, {"34", "Perdita dei dati"}} {
		s.risks = append(s.risks, riskItem{
			ref: "3." + r.item[1:], name: r.name, severity: r.item + "5", likelihood: r.item + "6",
			questions: []question{
				{r.item + "1", r.name + ", conseguenze", true},
				{r.item + "2", r.name + ", minacce", true},
				{r.item + "3", r.name + ", da dove viene", true},
				{r.item + "4", r.name + ", misure", true},
				{r.item + "5", r.name + ", gravità", false},
				{r.item + "6", r.name + ", probabilità", false},
			},
		})
	}
	return s
}

// evaluated names the parts that are evaluated as a whole.
var evaluated = map[string]string{
	"1.1": "Panoramica", "1.2": "Dati, processi e supporti",
	"3.2": "Accesso illegittimo", "3.3": "Modifica indesiderata", "3.4": "Perdita dei dati",
}

// structure gives the questions of a file: those of the tool, or those that whoever
// made it had put into a structure of their own.
func (f *File) structure() structure {
	data, _ := f.pia()["structure_data"].(object)
	sections, _ := data["sections"].([]any)
	if len(sections) == 0 {
		return common()
	}
	known := common()
	names := map[string]string{}
	for _, q := range known.questions() {
		names[q.ref] = q.head
	}
	own, taken := structure{usual: known.usual}, map[string]bool{}
	for i, section := range objects(sections) {
		for _, x := range objects(section["items"]) {
			r := riskItem{ref: text(section["id"]) + "." + text(x["id"]), name: f.heading(x, evaluated, text(section["id"])+"."+text(x["id"]))}
			for _, asked := range objects(x["questions"]) {
				kind, ref := text(asked["answer_type"]), text(asked["id"])
				if ref == "" || taken[ref] {
					continue
				}
				taken[ref] = true
				q := question{ref, f.heading(asked, names, ref), kind == "list"}
				switch {
				case kind == "gauge" && r.severity == "":
					r.severity = ref
				case kind == "gauge" && r.likelihood == "":
					r.likelihood = ref
				}
				switch {
				case kind == "text" && i == 0:
					own.description = append(own.description, q)
				case kind == "text":
					own.necessity = append(own.necessity, q)
				default:
					r.questions = append(r.questions, q)
				}
			}
			if len(r.questions) > 0 {
				own.risks = append(own.risks, r)
			}
		}
	}
	// What nothing is asked about goes where the tool has it, so that the record can say it.
	free := func(list []question) []question {
		return slices.DeleteFunc(list, func(q question) bool { return taken[q.ref] })
	}
	if len(own.description) == 0 {
		own.description = free(known.description)
	}
	if len(own.necessity) == 0 {
		own.necessity = free(known.necessity)
	}
	if len(own.risks) == 0 {
		for _, r := range known.risks {
			if len(free(slices.Clone(r.questions))) == len(r.questions) {
				own.risks = append(own.risks, r)
			}
		}
	}
	return own
}

// heading is the name of what a structure of one's own asks: its title, or ours where
// it is one of the tool's, which go by keys.
func (f *File) heading(o object, names map[string]string, ref string) string {
	title := strings.Join(strings.Fields(plain(text(o["title"]))), " ")
	if title == "" || strings.HasPrefix(title, "sections.") {
		if title = names[ref]; title == "" {
			title = "Domanda " + ref
		}
	}
	return strings.TrimRight(title, ":")
}

func objects(v any) (out []object) {
	list, _ := v.([]any)
	for _, x := range list {
		if o, ok := x.(object); ok {
			out = append(out, o)
		}
	}
	return out
}

func (s structure) questions() []question {
	out := append(append([]question(nil), s.description...), s.necessity...)
	for _, r := range s.risks {
		out = append(out, r.questions...)
	}
	return out
}
