package papers

import (
	"cmp"
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var documentLoanType = app.DocumentLoanForm.Type()

// documentLoans is the register of the papers taken out of their archives in the
// last twelve months, and of those still out; blank it lies beside the cabinet
// (spec 7, document-loans).
func documentLoans(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "paper-registers", w.controllerRow())
	p.add(p.say("loans")...)
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Preso il", Width: 3}, {Head: "Documenti", Width: 6}, {Head: "Archivio", Width: 5}, {Head: "Perché", Width: 5}, {Head: "Chi", Width: 4},
			{Head: "Firma", Width: 4}, {Head: "Tornato il", Width: 3}, {Head: "Tutto?", Width: 3},
		},
		Empty: "Nessun prelievo in questo periodo.",
	}
	if w.blank {
		table.BlankRows = 28
		p.add(table)
		return landscape(p.document(""))
	}
	from := w.day().AddMonths(-12).AddDays(1)
	p.add(p.say("loans-period", "{dal}", from.String(), "{al}", w.day().String())...)
	list := slices.DeleteFunc(slices.Clone(app.All(w.d, app.DocumentLoanForm)), func(l *app.DocumentLoan) bool {
		return l.Returned != "" && max(l.Taken, l.Returned) < from
	})
	slices.SortStableFunc(list, func(a, b *app.DocumentLoan) int { return cmp.Compare(a.Taken, b.Taken) })
	for _, l := range list {
		p.draft = p.draft || !documentLoanType.Complete(l)
		table.Rows = append(table.Rows, doc.Row{
			needed(l.Taken.String()), needed(l.Documents), needed(w.d.Ref(app.ArchiveForm.Key, l.Archive)), needed(l.Why),
			needed(w.d.Ref(app.PersonForm.Key, l.Person)), doc.C("\u00a0", "\u00a0"), w.backOn(l), w.whole(l),
		})
	}
	p.add(table)
	return landscape(p.document(""))
}

// backOn is the day on which papers came back; those that are out stand out, the
// more where they had to be back.
func (w *writer) backOn(l *app.DocumentLoan) doc.Cell {
	if l.Returned != "" {
		return doc.C(l.Returned.String())
	}
	c := doc.C("fuori")
	c.Tint = doc.Warn
	a := app.Find(w.d, app.ArchiveForm, l.Archive)
	if due := l.Due(a != nil && a.Special()); due != "" && due < w.day() {
		c = doc.C("fuori: era da riportare entro il " + due.String())
		c.Tint = doc.Bad
	}
	return c
}

// whole says whether all came back.
func (w *writer) whole(l *app.DocumentLoan) doc.Cell {
	switch {
	case l.Returned == "":
		return cell()
	case l.Complete == "no":
		c := cell("manca:", l.Note)
		c.Tint = doc.Bad
		return c
	}
	return needed(w.words(documentLoanType.Field("complete"), l)...)
}

// landscape turns a paper with many columns.
func landscape(d doc.Document) doc.Document {
	d.Landscape = true
	return d
}

// inYear says that a moment lies in the twelve months up to a day, or is not known.
func inYear(m form.Moment, day form.Date) bool {
	on := form.DateOf(m.Time)
	return m.IsZero() || on > day.AddMonths(-12) && on <= day
}
