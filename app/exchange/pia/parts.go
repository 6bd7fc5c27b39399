package pia

import (
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// part is a place of the file whose text stands in a field of the record, under a
// line of its own where the field holds several.
type part struct {
	head  string // the line
	get   func() string
	set   func(string)
	usual bool   // takes what stands under no line, and stands alone without its own
	whole bool   // is there even without a text
	drop  func() // takes it out of the file, nil where it only becomes empty
}

// texts are the fields of the record that hold parts, in the order of the form.
var texts = []struct {
	at    func(d *app.DPIA) *string
	parts func(f *File) []part
}{
	{func(d *app.DPIA) *string { return &d.Description }, func(f *File) []part { return f.answers(f.structure().description) }},
	{func(d *app.DPIA) *string { return &d.Necessity }, func(f *File) []part { return f.answers(f.structure().necessity) }},
	{func(d *app.DPIA) *string { return &d.Risks }, func(f *File) (out []part) {
		for _, r := range f.structure().risks {
			out = append(out, f.answers(r.questions)...)
		}
		return out
	}},
	{func(d *app.DPIA) *string { return &d.Measures }, (*File).measures},
	{func(d *app.DPIA) *string { return &d.DPOOpinion }, func(f *File) []part {
		return []part{
			f.plainText("dpos_names", "RPD sentito"),
			f.verdict("dpo_status", "dpo_opinion"),
			usual(f.plainText("dpo_opinion", "Parere")),
		}
	}},
	{func(d *app.DPIA) *string { return &d.Views }, (*File).views},
	{func(d *app.DPIA) *string { return &d.OutcomeNote }, (*File).actions},
}

// views are what the persons concerned say.
func (f *File) views() []part {
	return []part{
		f.plainText("people_names", "Chi è stato sentito"),
		f.verdict("concerned_people_status", "concerned_people_opinion"),
		usual(f.plainText("concerned_people_opinion", "Opinioni")),
	}
}

func usual(p part) part { p.usual = true; return p }

// answers are the answers to questions.
func (f *File) answers(list []question) (out []part) {
	s := f.structure()
	for _, q := range list {
		p := part{head: q.head + ":", usual: s.usual[q.ref]}
		if q.list {
			p.get = func() string { return listed(f.answer(q.ref)["list"]) }
			p.set = func(s string) { f.put(f.toAnswer(q.ref), "list", unlisted(s)) }
		} else {
			p.get = func() string { return plain(text(f.answer(q.ref)["text"])) }
			p.set = func(s string) { f.put(f.toAnswer(q.ref), "text", rich(s)) }
		}
		out = append(out, p)
	}
	return out
}

// listed writes the entries of a list one a line.
func listed(v any) string {
	var lines []string
	list, _ := v.([]any)
	for _, x := range list {
		if s := strings.Join(strings.Fields(clean(text(x))), " "); s != "" {
			lines = append(lines, "- "+s)
		}
	}
	return strings.Join(lines, "\n")
}

func unlisted(s string) []any {
	out := []any{}
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- ")); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// plainText is a text of the assessment itself, which the tool keeps without marks.
func (f *File) plainText(key, head string) part {
	return part{
		head: head + ":",
		get:  func() string { return clean(text(f.pia()[key])) },
		set:  func(s string) { f.put(f.pia(), key, s) },
	}
}

// verdict is a yes or a no, said in words where there is an opinion beside it: what
// nobody was asked is 0 for some versions of the tool.
func (f *File) verdict(key, beside string) part {
	const yes, no = "Si può fare", "Non si può fare"
	return part{
		head: "Conclusione:",
		get: func() string {
			switch said := text(f.pia()[key]); {
			case clean(text(f.pia()[beside])) == "":
				return ""
			case said == "1":
				return yes
			case said == "0":
				return no
			}
			return ""
		},
		set: func(s string) {
			switch s {
			case yes:
				f.put(f.pia(), key, 1)
			case no:
				f.put(f.pia(), key, 0)
			case "":
				f.put(f.pia(), key, nil)
			}
		},
	}
}

// bullet begins the line of a measure.
const bullet = "• "

// plainMeasure is the title under which measures stand that were written without one.
const plainMeasure = "Misure"

// measures are the measures that the risks are treated with, each under its title.
func (f *File) measures() (out []part) {
	plainly := false
	for _, m := range f.list("measures") {
		title := strings.Join(strings.Fields(clean(text(m["title"]))), " ")
		p := part{
			head: bullet + title, whole: true,
			get:  func() string { return plain(text(m["content"])) },
			set:  func(s string) { f.put(m, "content", rich(s)) },
			drop: func() { f.remove("measures", m) },
		}
		if title == "" {
			p.head = bullet + "(senza titolo)"
		}
		if title == plainMeasure && !plainly {
			plainly, p.usual, p.whole = true, true, false
		}
		out = append(out, p)
	}
	if !plainly {
		out = append(out, part{
			head: bullet + plainMeasure, usual: true,
			get: func() string { return "" },
			set: func(s string) { f.addMeasure(plainMeasure, s) },
		})
	}
	return out
}

func (f *File) addMeasure(title, said string) {
	f.add("measures", object{"title": title, "content": rich(said), "placeholder": ""})
}

// actions are what the evaluations say is still to be done, by whom and until when.
func (f *File) actions() (out []part) {
	const first = "3.2" // takes what is of none
	names := map[string]string{}
	for ref, name := range evaluated {
		names[ref] = name
	}
	s := f.structure()
	for _, q := range s.questions() {
		names[q.ref] = q.head
	}
	for _, r := range s.risks {
		names[r.ref] = r.name
	}
	measures := map[string]string{}
	for _, m := range f.list("measures") {
		measures["3.1."+text(m["id"])] = strings.Join(strings.Fields(clean(text(m["title"]))), " ")
	}
	found := false
	for _, e := range f.list("evaluations") {
		ref := text(e["reference_to"])
		name := names[ref]
		if at := strings.LastIndexByte(ref, '.'); name == "" {
			name = names[ref[at+1:]]
		}
		if title := measures[ref]; title != "" {
			name = "Misura «" + title + "»"
		}
		if name == "" {
			name = "Punto " + ref
		}
		who, until := strings.Join(strings.Fields(clean(text(e["person_in_charge"]))), " "), moment(e["estimated_implementation_date"])
		p := part{
			get: func() string { return plain(text(e["action_plan_comment"])) },
			set: func(s string) { f.put(e, "action_plan_comment", rich(s)) },
		}
		if ref == first && !found {
			found, p.usual = true, who == "" && until.IsZero()
		}
		if who != "" {
			name += ", " + who
		}
		if !until.IsZero() {
			name += ", entro il " + form.DateOf(until).String()
		}
		p.head = "Da fare – " + name + ":"
		out = append(out, p)
	}
	if !found {
		out = append(out, part{
			head: "Da fare – " + evaluated[first] + ":", usual: true,
			get: func() string { return "" },
			set: func(s string) { f.put(f.toEvaluation(first), "action_plan_comment", rich(s)) },
		})
	}
	return out
}
