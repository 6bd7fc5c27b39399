package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// accessAttempts is the register of attempts at access of the whole office, the
// oldest first (5-law 6, CRED6).
func accessAttempts(w *writer, _ any) doc.Document {
	var list []*app.AccessAttempt
	if !w.blank {
		list = slices.Clone(app.All(w.d, app.AccessAttemptForm))
	}
	slices.SortStableFunc(list, func(a, b *app.AccessAttempt) int { return cmp.Compare(a.On, b.On) })
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Data e ora", Width: 3}, {Head: "Sistema", Width: 4}, {Head: "User-ID provato", Width: 3},
			{Head: "Che cosa è successo", Width: 7}, {Head: "Chi se n’è accorto", Width: 4}, {Head: "Detto al titolare il", Width: 3}, {Head: "Violazione", Width: 4},
		},
		Empty: "Nessun tentativo di accesso è stato registrato.",
	}
	if w.blank {
		table.BlankRows = 7
	}
	t := app.AccessAttemptForm.Type()
	draft := !w.officeComplete()
	for i, a := range list {
		draft = draft || !t.Complete(a)
		told := cell(a.Told.String())
		if a.Told == "" {
			told = doc.C("da dire")
			told.Tint = doc.Warn
		}
		table.Rows = append(table.Rows, doc.Row{
			doc.C(itoa(i + 1)), cell(a.On.String(), a.Time), cell(w.d.Ref(app.SystemForm.Key, a.System)), cell(a.UserID),
			cell(strings.Split(a.What, "\n")...), cell(w.d.Ref(app.PersonForm.Key, a.SeenBy)), told, cell(a.Breach),
		})
	}
	s := doc.Signature{Place: w.d.Office().City, Signers: []doc.Signer{{Role: "L’amministratore di sistema"}, {Role: "Il titolare del trattamento", Name: w.d.Office().Representative, Note: "per presa visione"}}}
	if w.blank {
		s.Place = ""
	} else {
		s.Date = w.d.Today().String()
	}
	return doc.Document{Landscape: true, Draft: draft, Blocks: []doc.Block{w.letterhead(), doc.Heading{Level: 1, Text: "Tentativi"}, table, s}}
}
