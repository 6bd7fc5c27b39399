package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tutela/app/form"
)

// The answers of sections D, F and G of the authority's form, which are put
// together from the sections of the breach.

// incident is what happened, how far it went and when.
func (x *asked) incident() []string {
	if x.b.Extent == "" {
		return nil
	}
	out := append(strings.Split(x.b.Report, "\n"), strings.Split(x.b.Extent, "\n")...)
	if x.b.Period != "" {
		out = append(out, "Arco temporale: "+x.b.Period)
	}
	if x.b.DiscoveredBy != "" {
		out = append(out, joinedNames("Scoperto da "+x.b.DiscoveredBy, x.b.Discovered.String()))
	}
	return out
}

func (x *asked) dataDetail() []string {
	out := x.words("data_types", "personal_data")
	if len(out) == 0 || x.b.DataForm == "" {
		return nil
	}
	return append(out, "Formato: "+lowerFirst(strings.Join(x.words("data_form"), "")))
}

// systems are those involved, with the sites where the treatments are done.
func (x *asked) systems() []string {
	var out []string
	for _, key := range []string{"systems", "archives", "suppliers", "treatments"} {
		if w := x.words(key); len(w) > 0 {
			out = append(out, strings.TrimSuffix(authorityTypes()["breach"].Field(key).Label, " coinvolti")+": "+w[0])
		}
	}
	if len(out) == 0 {
		return nil
	}
	var sites []string
	for _, rec := range x.Records(TreatmentForm.Key) {
		t := rec.(*Treatment)
		if len(missing([]string{t.UID()}, x.b.Treatments)) > 0 {
			continue
		}
		sites = append(sites, missing(t.Sites, sites)...)
	}
	for i, uid := range sites {
		sites[i] = x.Ref(SiteForm.Key, uid)
	}
	if len(sites) > 0 {
		out = append(out, "Sedi: "+strings.Join(sites, "; "))
	}
	return out
}

// remedies are what was done against this event: at once, to contain it, in S7.
func (x *asked) remedies() []string {
	var out []string
	if x.b.DoneAtOnce != "" {
		out = append(out, strings.Split(x.b.DoneAtOnce, "\n")...)
	}
	for _, c := range x.b.Containment {
		out = append(out, joinedNames(trimStop(c.Action), by(c.By), doneOrDue(c.Done, c.Due)))
	}
	for _, a := range x.b.Actions {
		out = append(out, joinedNames(trimStop(a.Action), by(a.Responsible), doneOrDue(a.Done, a.Due)))
	}
	return out
}

// prevention are the corrective actions of S8.
func (x *asked) prevention() []string {
	var out []string
	for _, a := range x.b.Correctives {
		out = append(out, joinedNames(trimStop(a.Action), by(a.Responsible), doneOrDue(a.Done, a.Due)))
	}
	if len(out) == 0 && x.b.Corrective == "no" {
		return []string{"L’analisi non ha trovato azioni correttive da fare"}
	}
	return out
}

// told says how it stands with the data subjects: yes, planned, no, weighing.
func (x *asked) told() string {
	switch b := x.b; {
	case len(b.Communications) > 0:
		return "yes"
	case b.Communicate == TellNot:
		return "no"
	case b.Communicate != "" || b.CommunicatePlanned != "":
		return "planned"
	}
	return "weighing"
}

func (x *asked) toldOn() []string {
	if len(x.b.Communications) == 0 {
		return []string{prefixedDate("entro il ", x.b.CommunicatePlanned)}
	}
	var out []string
	for _, c := range x.b.Communications {
		out = append(out, c.Sent.String())
	}
	return out
}

func (x *asked) toldPeople() []string {
	n, all := int64(0), true
	for _, c := range x.b.Communications {
		n, all = n+c.People.N, all && c.People.Valid
	}
	if !all {
		return nil
	}
	return []string{form.FormatInt(n)}
}

// toldText is the text that was used, or the document that holds it.
func (x *asked) toldText() []string {
	var out []string
	for _, c := range x.b.Communications {
		if c.Text != "" {
			out = append(out, strings.Split(c.Text, "\n")...)
		} else if c.Document != "" {
			out = append(out, "Come nel documento allegato: "+c.Document)
		}
	}
	return out
}

func (x *asked) toldMeans() []string {
	var out []string
	for _, c := range x.b.Communications {
		out = append(out, c.Means)
	}
	return out
}

func by(who string) string {
	if who == "" {
		return ""
	}
	return "a cura di " + who
}

func doneOrDue(done, due form.Date) string {
	if done != "" {
		return prefixedDate("fatto il ", done)
	}
	return prefixedDate("da fare entro il ", due)
}

func prefixedDate(words string, d form.Date) string {
	if d == "" {
		return ""
	}
	return words + d.String()
}

func trimStop(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".") }

// lowerFirst makes words go on within a sentence.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
