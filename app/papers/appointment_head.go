package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/wording"
)

// head holds who, on what and by which law.
func (l *letter) head() {
	f := doc.Fields{Entries: l.parties()}
	for _, key := range []string{"treatments", "archives", "systems", "rooms", "sites"} {
		if l.blank && !slices.Contains(l.role.Scope, key) {
			continue
		}
		field := appointmentType.Field(key)
		if e, ok := l.row(field.Label, 1, field.Needed(l.a), strings.Join(l.words(field, l.a), "; ")); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	if l.role.Key == app.RoleAuthorised {
		if e, ok := l.entry(appointmentType.Field("tools"), l.a); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	why := joined(". ", trimmed(l.a.Experience), trimmed(l.a.Ability), trimmed(l.a.Reliable))
	if e, ok := l.row("Perché questa scelta", 1, false, why); ok && (l.role.Key != app.RoleAuthorised || !l.blank) {
		f.Entries = append(f.Entries, e)
	}
	f.Entries = append(f.Entries, doc.Entry{Label: "Norme", Value: [][]doc.Run{doc.T(wording.Unbroken.Replace(l.role.Law))}})
	f.Entries = append(f.Entries, l.custody()...)
	l.add(f)
}

// parties are the controller, the appointed and whom he answers to.
func (l *letter) parties() []doc.Entry {
	out := []doc.Entry{l.controllerRow()}
	put := func(label string, half, needed bool, texts ...string) {
		if e, ok := l.row(label, 1, needed, texts...); ok {
			e.Half = half
			out = append(out, e)
		}
	}
	put("A chi", false, true, l.a.Holder(l.d))
	if p := app.Find(l.d, app.PersonForm, l.a.Person); p != nil || l.blank {
		duties := ""
		if p != nil {
			duties = strings.Join(p.DutyNames(l.d), ", ")
		}
		put("Mansione", true, false, duties)
	}
	put("In sua assenza", true, false, l.d.Ref(app.PersonForm.Key, l.a.Substitute))
	put("Nomina del", true, true, l.a.Appointed.String())
	if l.role.Key != app.RoleDPO {
		answers := ""
		if !l.blank {
			answers = l.answers()
		}
		put("Risponde a", true, false, answers)
	}
	return out
}

// controllerRow names the controller and its seat on one line.
func (w *writer) controllerRow() doc.Entry {
	o := w.d.Office()
	e := doc.Entry{Label: "Titolare del trattamento", Missing: o.Name == ""}
	if o.Name != "" {
		e.Value = [][]doc.Run{doc.T(joined(", ", o.Name, o.FullAddress()))}
	}
	return e
}

// trimmed is a sentence without its stop, to be joined with others.
func trimmed(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".") }

// answers says to whom the appointed answers, and who keeps the duties of the
// role above while it is vacant (decision A27).
func (l *letter) answers() string {
	controller := joined(", ", "il titolare", l.d.Office().Representative)
	above := app.RoleOf(l.role.Above)
	if above.Key == "" {
		return controller
	}
	if a := app.Above(l.d, l.role.Key, l.a.Treatments, cmp.Or(l.a.Appointed, l.d.Today())); a != nil && (a.Person == "" || a.Person != l.a.Person) {
		return a.Holder(l.d) + ", " + above.Short
	} else if a != nil {
		return controller
	}
	return controller + ": i compiti del " + above.Short + ", che non è nominato, restano a lui"
}
