package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

// legitimateInterest is the one basis that must be told with its own reason
// (art. 13(1)(d) GDPR).
const legitimateInterest = "legitimate-interest"

// purposes is a table: each purpose beside what allows it.
func (n *notice) purposes() {
	n.add(n.say("purposes")...)
	table := doc.Table{Columns: []doc.Column{{Head: "Per che cosa", Width: 4}, {Head: "Base giuridica (art. 6, par. 1, GDPR)", Width: 5}}}
	if n.blank {
		table.BlankRows = 3
		n.add(table)
		for _, b := range n.say("bases-blank") {
			p, _ := b.(doc.Para)
			p.Small = true
			n.add(p)
		}
		return
	}
	for _, p := range n.t.Purposes {
		name := doc.Cell{Paras: [][]doc.Run{doc.B(capital(n.d.Entry("purpose", p.Purpose)))}}
		if p.Note != "" && !slices.Contains(n.t.BasesOf(p), legitimateInterest) {
			name.Paras = append(name.Paras, doc.T(p.Note))
		}
		table.Rows = append(table.Rows, doc.Row{name, n.basis(p)})
	}
	if len(table.Rows) == 0 {
		table.Rows = append(table.Rows, doc.Row{n.missingCell(), n.missingCell()})
	}
	n.add(table)
	n.add(n.say("other-purposes")...)
}

// basis says in words what a purpose rests on. A legitimate interest is named by
// the note of the purpose, else by the words that ship for it.
func (n *notice) basis(p *app.Purpose) doc.Cell {
	var out doc.Cell
	for _, b := range n.t.BasesOf(p) {
		key, interest := "basis-"+b, ""
		if b == legitimateInterest {
			if own := "interest-" + p.Purpose; p.Note == "" && n.has(own) {
				interest = n.line(own)
			} else {
				key, interest = key+"-noted", p.Note
			}
			if interest == "" {
				interest, n.draft, out.Tint = "«da completare»", true, doc.Warn
			}
		}
		out.Paras = append(out.Paras, n.runs(key, "{interesse}", interest))
	}
	if len(out.Paras) == 0 {
		return n.missingCell()
	}
	return out
}

func (n *notice) missingCell() doc.Cell {
	n.draft = true
	return doc.Cell{Paras: [][]doc.Run{{{Text: "«da completare»", Italic: true, Bold: true}}}, Tint: doc.Warn}
}

// rests says that some purpose rests on one of these bases; a blank form holds all.
func (n *notice) rests(bases ...string) bool {
	return n.blank || slices.ContainsFunc(n.t.AllBases(), func(b string) bool { return slices.Contains(bases, b) })
}

// consented says that something rests on consent, special data included.
func (n *notice) consented() bool {
	return n.rests("consent") || slices.Contains(n.t.Bases9, "explicit-consent")
}

// purposeIs says that an entry of the catalogue of purposes has a quality, as
// "marketing" or "profiling".
func (w *writer) purposeIs(slug, quality string) bool {
	e, _ := w.d.Book().Find("purpose", slug)
	return e.Is(quality)
}

// anyPurpose says that the treatment has a purpose of that quality.
func (w *writer) anyPurpose(t *app.Treatment, quality string) bool {
	return slices.ContainsFunc(t.Purposes, func(p *app.Purpose) bool { return w.purposeIs(p.Purpose, quality) })
}
