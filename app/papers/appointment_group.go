package papers

import (
	"cmp"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/wording"
)

// groupInstructions is one sheet of instructions for those who are authorised on
// the same treatment, signed by each (6-details, 24). It has the words of the
// letter of an authorised person.
func groupInstructions(w *writer, subject any) doc.Document {
	t, _ := subject.(*app.Treatment)
	if t == nil {
		t, w.blank = &app.Treatment{}, true
	}
	l := newLetter(w, &app.Appointment{Role: app.RoleAuthorised, Tools: toolsOf(t), Appointer: app.ByController, Treatments: nonEmpty(t.UID())})
	l.role = app.RoleOf(app.RoleAuthorised)
	if w.blank {
		l.a.Tools = app.ToolsBoth
	}
	l.add(l.say("group-opening")...)
	f := doc.Fields{Entries: []doc.Entry{l.controllerRow()}}
	if e, ok := l.row("Trattamento", 1, true, t.Title); ok {
		f.Entries = append(f.Entries, e)
	}
	f.Entries = append(f.Entries, doc.Entry{Label: "Norme", Value: [][]doc.Run{doc.T(wording.Unbroken.Replace(l.role.Law))}})
	l.add(f)
	l.duties()
	l.add(l.say("group-sign")...)
	table := doc.Table{Columns: []doc.Column{{Head: "Cognome e nome", Width: 4}, {Head: "Data", Width: 2}, {Head: "Firma per presa visione", Width: 5}}}
	for _, uid := range t.People {
		if p := app.Find(w.d, app.PersonForm, uid); p != nil && p.End != "" && p.End <= w.d.Today() {
			continue // who left signs nothing more
		}
		table.Rows = append(table.Rows, doc.Row{doc.C(w.d.Ref(app.PersonForm.Key, uid)), doc.C("\u00a0", "\u00a0"), doc.C("\u00a0")})
	}
	if w.blank {
		table.BlankRows = 8
	}
	l.add(table)
	first := doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative}
	if w.blank {
		first = doc.Signer{Role: "Chi dà le istruzioni", Note: "il titolare, o il designato per suo conto"}
	} else if a := app.Above(w.d, app.RoleAuthorised, l.a.Treatments, w.d.Today()); a != nil {
		first = doc.Signer{Role: "Il " + app.RoleOf(a.Role).Short, Name: a.Holder(w.d), Note: "per conto del titolare"}
	}
	s := doc.Signature{Place: w.d.Office().City, Signers: []doc.Signer{first}}
	if !w.blank {
		s.Date = w.d.Today().String()
	}
	l.add(s)
	return doc.Document{
		Subtitle: t.Title, Blocks: l.blocks,
		Draft: t.Title == "" || len(t.People) == 0 || !w.officeComplete(),
	}
}

// severalPeople says that a sheet of instructions for all of them has a use.
func severalPeople(rec any) bool {
	t, ok := rec.(*app.Treatment)
	return ok && len(t.People) > 1
}

// toolsOf says which instructions a treatment calls for.
func toolsOf(t *app.Treatment) string {
	return cmp.Or(map[string]string{"electronic": app.ToolsElectronic, "paper": app.ToolsPaper}[t.Mode], app.ToolsBoth)
}
