package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

// deadlines is what the office has to do, to hang on the wall: with a place to write
// when it was done (spec 3.5). What printing a paper settles or begins is not on it:
// printed together with that paper it would be out of date at once.
func deadlines(w *writer, _ any) doc.Document {
	list := slices.DeleteFunc(app.Deadlines(w.d), func(x app.Deadline) bool { return x.Paper != "" || x.AfterPrint })
	blocks := []doc.Block{doc.Para{Runs: doc.T("Che cosa c’è da fare, entro quando e perché, com’è scritto nelle schede al giorno della stampa. Una scadenza sparisce quando si registra ciò che chiede.")}}
	for _, g := range []struct {
		state app.DeadlineState
		title string
		tint  doc.Tint
	}{
		{app.DeadlineOverdue, "Scadute", doc.Warn},
		{app.DeadlineSoon, "Nei prossimi giorni", doc.NoTint},
		{app.DeadlineUndated, "Da fare, senza una data", doc.NoTint},
		{app.DeadlineLater, "Più avanti", doc.NoTint},
	} {
		table := doc.Table{Columns: []doc.Column{{Head: "Entro", Width: 3}, {Head: "Che cosa", Width: 9}, {Head: "Chi", Width: 4}, {Head: "Fatto il", Width: 3}}}
		for _, x := range list {
			if x.State != g.state {
				continue
			}
			when := cell(w.by(x)...)
			when.Tint = g.tint
			table.Rows = append(table.Rows, doc.Row{when, cell(x.What, x.Reason()), cell(x.Who), doc.C("")})
		}
		if len(table.Rows) > 0 {
			blocks = append(blocks, doc.Heading{Level: 1, Text: g.title}, table)
		}
	}
	if len(list) == 0 {
		blocks = append(blocks, doc.Para{Runs: doc.T("Non c’è niente da fare.")})
	}
	return doc.Document{Blocks: blocks}
}

// by is when a deadline is due, with the holiday that falls on that day.
func (w *writer) by(x app.Deadline) []string {
	if x.Due == "" {
		return []string{"appena si può"}
	}
	if closed := app.Closed(x.Due, w.d.Office().Patron); closed != "" {
		return []string{x.When(), closed}
	}
	return []string{x.When()}
}
