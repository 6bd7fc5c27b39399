package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// shortNotice is the first layer of a notice: on one page what a person must know at
// once, and where the whole of it is (artt. 12(1), 13 and 14 GDPR; WP260, layers).
func shortNotice(w *writer, subject any) doc.Document {
	t, _ := subject.(*app.Treatment)
	if t == nil {
		t, w.blank = &app.Treatment{}, true
	}
	n := &notice{composer: composer{writer: w, prose: textOf("privacy-notice")}, t: t}
	n.add(n.say("short-opening", "{interessati}", n.forWhom())...)
	n.notGiven()
	n.add(n.shortFacts())
	n.add(n.say("short-rights", "{altri}", n.furtherRights(), "{recapiti}", n.reach())...)
	n.objection(false)
	n.add(n.say("short-full", "{edizione}", prefixed(", ", joined(" del ", t.NoticeEdition, t.NoticeDate.String())), "{sito}", prefixed(", e su ", w.d.Office().Web))...)
	n.draft = n.draft || !n.blank && (t.NoticeEdition == "" || t.NoticeDate == "")
	return doc.Document{
		Title: "Informativa breve sul trattamento dei dati personali", Subtitle: t.Title, Blocks: n.blocks,
		Draft: n.draft || t.Title == "" && !n.blank || lacking(n.blocks) || !w.officeComplete(),
	}
}

// shortFacts are who decides, and why, on what basis, which data, who sees them, how
// long: the same as the full notice says.
func (n *notice) shortFacts() doc.Fields {
	out := doc.Fields{Entries: n.contact()}
	var purposes []string
	for _, p := range n.t.Purposes {
		var bases []string
		for _, paras := range n.basis(p).Paras {
			text := ""
			for _, r := range paras {
				text += r.Text
			}
			bases = append(bases, text)
		}
		purposes = append(purposes, capital(n.d.Entry("purpose", p.Purpose))+": "+strings.Join(bases, "; "))
	}
	if e, ok := n.row("Perché, e su quale base", 3, true, purposes...); ok {
		out.Entries = append(out.Entries, e)
	}
	for _, e := range n.use().Entries {
		if e.Label != "Per che cosa" {
			out.Entries = append(out.Entries, e)
		}
	}
	return out
}

// furtherRights are those that not every treatment gives; to object stands apart.
func (n *notice) furtherRights() string {
	text := ""
	if n.consented() {
		text += n.line("short-withdraw")
	}
	if n.decides() {
		text += n.line("short-automated")
	}
	return text
}
