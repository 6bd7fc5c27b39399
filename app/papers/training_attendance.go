package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// moreRows are lines of an attendance sheet for who comes without being expected.
const moreRows = 3

// trainingAttendance is the sheet that whoever is at a course signs, and the
// teacher after them (spec 7, training-attendance).
func trainingAttendance(w *writer, subject any) doc.Document {
	t, _ := subject.(*app.Training)
	if t == nil {
		t, w.blank = &app.Training{}, true
	}
	p := newRecordPaper(w, "training")
	p.draft = p.draft || !w.blank && (t.Title == "" || len(t.Topics) == 0)
	day := t.Held
	if day == "" {
		day = t.Planned
	}
	f := p.fields(fieldsOf(trainingType, "title", "trigger"), t)
	add := func(label, value string, half bool) {
		e := doc.Entry{Label: label, Half: half, Lines: 1}
		if value != "" {
			e.Value, e.Lines = [][]doc.Run{doc.T(value)}, 0
		}
		f.Entries = append(f.Entries, e)
	}
	add("Data", day.String(), true)
	add("Durata", minutes(t.Minutes), true)
	add("Dove", t.Place, true)
	add("Chi tiene il corso", t.Teacher, true)
	add("Dalle ore, alle ore", "", false)
	add("Materiale consegnato", t.Material, false)
	f.Entries = evenly(f.Entries)
	p.add(f, p.topics([]*app.Training{t}))
	p.head("Presenti")
	p.add(p.say("attendance")...)
	p.add(p.present(t))
	p.sign(day.String(), doc.Signer{Role: "Chi ha tenuto il corso", Name: t.Teacher, Note: "per conferma dei presenti e degli argomenti"})
	return p.document(t.Title)
}

// present has a row to sign in for each person that is expected or came, those who
// were away left out.
func (p *recordPaper) present(t *app.Training) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Cognome e nome", Width: 5}, {Head: "Mansione", Width: 5}, {Head: "Prova", Width: 3}, {Head: "Firma", Width: 7},
	}}
	row := trainingType.Field("people").Child
	for _, a := range t.People {
		if a.Present == "no" {
			continue
		}
		test := ""
		if a.Test != "" {
			test = strings.ToLower(strings.Join(p.words(row.Field("test"), a), ""))
		}
		duties := ""
		if x := app.Find(p.d, app.PersonForm, a.Person); x != nil {
			duties = strings.Join(x.DutyNames(p.d), ", ")
		}
		// Two lines of height leave room for a name written by hand.
		table.Rows = append(table.Rows, doc.Row{doc.C(itoa(len(table.Rows) + 1)), doc.C(p.d.Ref(app.PersonForm.Key, a.Person), "\u00a0"), doc.C(duties), doc.C(test), doc.C("\u00a0")})
	}
	switch {
	case p.blank:
		table.BlankRows = 7
	case t.Held == "":
		table.BlankRows = moreRows
	}
	return table
}
