package papers

import (
	"fmt"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/doc"
	"tutela/app/form"
)

// officeCheck is what the checks find, and what is still missing, in the whole
// office: a working list, that nobody signs.
func officeCheck(w *writer, _ any) doc.Document {
	found := map[string][]check.Finding{}
	all := check.Office(w.d)
	for _, f := range all {
		at := app.DraftKey(f.Rule.Register, f.UID)
		found[at] = append(found[at], f)
	}
	var sections []doc.Block
	missing := 0
	for _, reg := range w.d.Registers() {
		var blocks []doc.Block
		for _, rec := range w.d.Records(reg.Key) {
			if reg.Ended(rec) {
				continue
			}
			gaps := gapsOf(reg.Type, rec)
			list := found[app.DraftKey(reg.Key, rec.(form.Record).Head().UID)]
			missing += len(gaps)
			if len(gaps)+len(list) > 0 {
				blocks = append(blocks, w.checked(reg, rec, gaps, list)...)
			}
		}
		if len(blocks) > 0 {
			sections = append(sections, doc.Heading{Level: 1, Text: reg.Many})
			sections = append(sections, blocks...)
		}
	}
	sum := fmt.Sprintf("Le %d regole di controllo %s; nelle schede %s.", len(check.Rules()),
		counted(len(all), "danno un avviso", "danno %d avvisi", "non danno avvisi"), counted(missing, "manca un campo", "mancano %d campi", "non manca niente"))
	blocks := []doc.Block{doc.Para{Runs: doc.T(sum)}, doc.Note{Runs: doc.T("Gli avvisi dicono che cosa non torna fra ciò che è scritto: decide l’ufficio che cosa correggere. I riferimenti sono agli articoli che ne sono il motivo.")}}
	blocks = append(blocks, sections...)
	return doc.Document{Blocks: append(blocks, w.looked()...)}
}

// looked tells what was looked at, whether something was found or not: who reads
// the paper does not know the rules.
func (w *writer) looked() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Scheda", Width: 3}, {Head: "Regola", Width: 8}, {Head: "Riferimento", Width: 3}}}
	register := ""
	for _, r := range check.Rules() {
		reg, _ := app.RegisterOf(w.d.Registers(), r.Register)
		name := ""
		if r.Register != register { // said once, at its first rule
			name, register = capital(reg.One), r.Register
		}
		table.Rows = append(table.Rows, doc.Row{doc.C(name), cell(r.About), cell(r.Law)})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: "Che cosa si controlla"}, table}
}

func gapsOf(t *form.Type, rec any) []form.Problem {
	var out []form.Problem
	for _, p := range t.Problems(rec) {
		if p.Gravity == form.Missing {
			out = append(out, p)
		}
	}
	return out
}

// checked writes what there is to say of one record.
func (w *writer) checked(reg app.Register, rec any, gaps []form.Problem, found []check.Finding) []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Campo", Width: 3}, {Head: "Che cosa non torna", Width: 7}, {Head: "Riferimento", Width: 3}}}
	for _, f := range found {
		table.Rows = append(table.Rows, doc.Row{cell(f.Label), cell(f.Text), cell(f.Rule.Law)})
	}
	for _, p := range gaps {
		table.Rows = append(table.Rows, doc.Row{cell(p.Label), cell("Manca."), cell(p.Law)})
	}
	title := reg.Named(rec, w.d)
	if title == "" {
		title = "(senza nome)"
	}
	return []doc.Block{doc.Heading{Level: 2, Text: title}, table}
}

func counted(n int, one, many, none string) string {
	switch n {
	case 0:
		return none
	case 1:
		return one
	}
	return fmt.Sprintf(many, n)
}
