package papers

import (
	"fmt"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// comparisonPaper prints what two versions of a record of a register hold
// differently.
func comparisonPaper(kind string, t *form.Type) Paper {
	return Paper{
		Kind: kind, Title: "Confronto tra versioni", Register: t.Key, Versions: true,
		build: func(w *writer, subject any) doc.Document {
			v, ok := subject.(*app.Versions)
			if !ok {
				return doc.Document{Blocks: []doc.Block{doc.P("Nessuna versione da confrontare.")}}
			}
			return comparison(w, t, v)
		},
	}
}

func comparison(w *writer, t *form.Type, v *app.Versions) doc.Document {
	half := func(label string, of app.Version) doc.Entry {
		text := fmt.Sprintf("n. %d del %s, salvata da %s", of.Number, form.MomentOf(of.At), of.Who)
		return doc.Entry{Label: label, Value: [][]doc.Run{doc.T(text)}, Half: true}
	}
	table := doc.Table{Columns: []doc.Column{
		{Head: "Campo", Width: 3}, {Head: fmt.Sprintf("Prima (versione %d)", v.Before.Number), Width: 5},
		{Head: fmt.Sprintf("Dopo (versione %d)", v.After.Number), Width: 5},
	}}
	for _, d := range t.Compare(v.Before.Record, v.After.Record, w.d) {
		table.Rows = append(table.Rows, doc.Row{doc.C(d.Label), cell(d.Before), cell(d.After)})
	}
	out := doc.Document{
		Subtitle: v.Title, Landscape: true,
		Blocks: []doc.Block{doc.Fields{Entries: []doc.Entry{half("Versione di prima", v.Before), half("Versione di dopo", v.After)}}, doc.Space{Points: 6}},
	}
	if len(table.Rows) == 0 {
		out.Blocks = append(out.Blocks, doc.P("Le due versioni dicono le stesse cose."))
		return out
	}
	out.Blocks = append(out.Blocks,
		doc.P("I nomi di persone, sedi e fornitori sono quelli che hanno oggi nei loro registri. Ciò che non è nominato è uguale nelle due versioni."), table)
	return out
}
