package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// simplifiedRegister is the register in the columns that the Garante proposes
// to small firms (spec 1.4).
func simplifiedRegister(w *writer, _ any) doc.Document {
	list := app.GoingOn(w.d)
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Tipologia di trattamento", Width: 3}, {Head: "Finalità e basi legali", Width: 5},
			{Head: "Categorie di interessati", Width: 3}, {Head: "Categorie di dati personali", Width: 4},
			{Head: "Categorie di destinatari", Width: 3}, {Head: "Trasferimento verso paesi terzi", Width: 3},
			{Head: "Termini ultimi di cancellazione previsti", Width: 3}, {Head: "Misure di sicurezza tecniche e organizzative", Width: 4},
		},
		Empty: "Nel registro non è ancora iscritto alcun trattamento.",
	}
	if w.blank {
		list, table.BlankRows = nil, 8
	}
	for _, t := range list {
		i := w.items(t)
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(t.Title)}}, cell(i.purposes...), cell(i.subjects...), cell(i.data...),
			cell(append(i.recipients, i.partners...)...), cell(i.transfers...), cell(i.retention...), cell(i.measures...),
		})
	}
	return doc.Document{
		Title: "Registro semplificato dei trattamenti", Landscape: true, Draft: w.registerDraft(list),
		Blocks: []doc.Block{w.registerHead(list), doc.Space{Points: 6}, table, w.signature()},
	}
}
