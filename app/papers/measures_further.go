package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/risk"
)

// furtherMeasures is what follows from the risk that is left: for each treatment
// at Rilevante or Alto what more will be done, and by when (spec 1.2).
func (w *writer) furtherMeasures(list []*app.Treatment) []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Entro il", Width: 3}, {Head: "Trattamento", Width: 5}, {Head: "Livello di rischio", Width: 3}, {Head: "Ulteriori misure", Width: 8}},
		Empty:   "Nessun trattamento ha un livello di rischio Rilevante o Alto.",
	}
	if w.blank {
		table.BlankRows = 3
		return []doc.Block{table}
	}
	var unweighed []*app.Treatment
	for _, t := range list {
		level := t.Level()
		switch {
		case level == 0:
			unweighed = append(unweighed, t)
		case level.NeedsNote():
			table.Rows = append(table.Rows, doc.Row{
				w.dueCell(t.FurtherBy), {Paras: [][]doc.Run{doc.B(titles([]*app.Treatment{t}, nil)[0])}},
				levelCell(t, level), needed(t.Further),
			})
		}
	}
	if len(unweighed) == 0 {
		return []doc.Block{table}
	}
	if len(table.Rows) == 0 {
		table.Empty = "Nessuno dei trattamenti valutati ha un livello di rischio Rilevante o Alto."
	}
	return []doc.Block{table, doc.Note{Runs: []doc.Run{
		{Text: "Livello di rischio da completare: ", Bold: true}, {Text: strings.Join(titles(unweighed, list), "; ") + "."},
	}}}
}

// levelCell is the level in the words of the matrix of the assessment; one that was
// not found yet stands out.
func levelCell(t *app.Treatment, level risk.Level) doc.Cell {
	if level == 0 {
		return doc.Cell{Paras: [][]doc.Run{doc.T("da valutare")}, Tint: doc.Warn}
	}
	return doc.Cell{Paras: [][]doc.Run{doc.T(t.RiskMatrix().Word(level))}, Tint: doc.Level1 + doc.Tint(level-1)}
}

// unsorted are the measures that say neither that they stand nor that they do
// not: a paper that left them out would look whole.
func (w *writer) unsorted(list []*app.Treatment) []doc.Block {
	if w.blank {
		return nil
	}
	table := doc.Table{Columns: []doc.Column{{Head: "Misura", Width: 5}, {Head: "Dove", Width: 8}, {Head: "Stato", Width: 3}}}
	for _, row := range merged(w.standings("", list), func(m *app.Measure) string { return m.Measure }) {
		table.Rows = append(table.Rows, doc.Row{w.measureName(row[0].m), cell(where(row, list)), missing()})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []doc.Block{table}
}
