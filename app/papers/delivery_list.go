package papers

import (
	"cmp"
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var deliveryType = app.DeliveryForm.Type()

// deliveryList is who has which document, each signing for having read it: a part
// for each document and revision (spec 7, delivery-list).
func deliveryList(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "paper-registers", w.controllerRow())
	p.add(p.say("deliveries")...)
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "A chi", Width: 6}, {Head: "Copia n.", Width: 2}, {Head: "Consegnato il", Width: 3}, {Head: "Come", Width: 4}, {Head: "Firma per presa visione", Width: 6},
		},
		Empty: "Nessuna consegna è registrata.",
	}
	if w.blank {
		table.BlankRows = 18
		p.add(doc.Fields{Entries: []doc.Entry{{Label: "Documento", Lines: 1}, {Label: "Revisione o data", Lines: 1}}}, table)
		return p.document("")
	}
	list := slices.Clone(app.All(w.d, app.DeliveryForm))
	slices.SortStableFunc(list, func(a, b *app.Delivery) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.On, b.On))
	})
	before := ""
	for _, d := range list {
		if title := joined(", revisione ", cmp.Or(d.Document, toComplete), d.Edition); title != before {
			table.Rows, before = append(table.Rows, group(title, len(table.Columns))), title
		}
		table.Rows = append(table.Rows, doc.Row{
			needed(d.Receiver(w.d)), cell(d.CopyNumber), needed(d.On.String()), cell(p.words(deliveryType.Field("how"), d)...), signedCell(d.Signed),
		})
		// Who has not signed yet signs on this paper.
		p.draft = p.draft || slices.ContainsFunc(deliveryType.Problems(d), func(x form.Problem) bool { return x.Path != "signed" && x.Gravity != form.Doubt })
	}
	p.add(table)
	return p.document("")
}

// signedCell is the day of a signature, or room for one.
func signedCell(on form.Date) doc.Cell {
	if on == "" {
		return doc.C("\u00a0", "\u00a0")
	}
	return doc.C("firmato il " + on.String())
}
