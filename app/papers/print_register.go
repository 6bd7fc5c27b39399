package papers

import (
	"cmp"
	"slices"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// printRegister is every paper that was printed and kept, the newest first (spec
// 3.6; 7, print-register).
func printRegister(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "print-register", w.controllerRow())
	p.add(p.say("opening")...)
	if w.d.AsOf != "" {
		p.add(p.say("past")...)
	}
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "Stampato", Width: 4}, {Head: "Documento", Width: 10}, {Head: "Rev.", Width: 2, Align: doc.Right}, {Head: "Stato", Width: 3}, {Head: "Chi", Width: 4},
			{Head: "Impronta (SHA-256)", Width: 10},
		},
		Empty: "Nessun documento è stato ancora stampato e conservato.",
	}
	list := printedBefore(w.d)
	slices.SortStableFunc(list, func(a, b app.Print) int { return b.At.Compare(a.At) })
	states := map[string]int{}
	for _, x := range list {
		state := cell(x.State)
		switch x.State {
		case app.PrintDraft:
			state.Tint = doc.Warn
		case app.PrintSigned:
			state.Tint = doc.Good
		}
		states[x.State]++
		table.Rows = append(table.Rows, doc.Row{
			cell(form.MomentOf(x.At).String()), {Paras: [][]doc.Run{doc.B(cmp.Or(x.Title, x.Kind))}}, cell(x.Number()), state, cell(x.Who), cell(halves(x.SHA256)...),
		})
	}
	if len(list) > 0 {
		p.add(doc.P(capital(listed(nonEmpty(
			counted(states[app.PrintSigned], "uno firmato", "%d firmati", ""), counted(states[app.PrintPrinted], "uno stampato e non firmato", "%d stampati e non firmati", ""),
			counted(states[app.PrintDraft], "una bozza", "%d bozze", ""), counted(states[app.PrintSuperseded], "uno superato", "%d superati", ""),
		))) + "."))
	}
	p.add(table)
	return landscape(p.document(""))
}

// halves breaks a digest where a column is too narrow for it.
func halves(digest string) []string {
	if len(digest) != 64 {
		return []string{digest}
	}
	return []string{digest[:32], digest[32:]}
}

// printedBefore are the prints of before the moment of the paper: those of the same
// batch do not count, so that a paper says the same alone and among others.
func printedBefore(d *app.Dossier) []app.Print {
	return slices.DeleteFunc(slices.Clone(d.PrintsThen()), func(x app.Print) bool { return !x.At.Before(d.Now) })
}
