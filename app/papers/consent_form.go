package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// consentForm asks for each consent that the treatment rests on, apart from the
// others and with no box ticked (artt. 4(11) and 7 GDPR). Where nothing rests on
// consent it says so and stays a draft: to ask for a needless one misleads.
func consentForm(w *writer, subject any) doc.Document {
	t, _ := subject.(*app.Treatment)
	if t == nil {
		t, w.blank = &app.Treatment{}, true
	}
	c := &consent{composer: composer{writer: w, prose: textOf("consent-form")}, t: t}
	out := doc.Document{Title: "Modulo di consenso", Subtitle: t.Title}
	choices := c.choices()
	c.head()
	switch {
	case len(choices) == 0:
		out.Draft = true
		c.add(c.nothing()...)
	default:
		c.blocks = append(c.say("opening", "{titolare}", cmp.Or(w.d.Office().Name, "«da completare»")), c.blocks...)
		c.person()
		c.table(choices)
		c.add(c.say("withdraw", "{recapiti}", w.reach())...)
		c.signatures()
	}
	out.Blocks = numbered(c.blocks)
	out.Draft = out.Draft || c.draft || t.Title == "" || lacking(c.blocks) || !w.officeComplete()
	return out
}

// restsOnConsent says that some consent is to be asked for.
func restsOnConsent(rec any) bool {
	t, ok := rec.(*app.Treatment)
	return ok && (slices.Contains(t.AllBases(), "consent") || slices.Contains(t.Bases9, "explicit-consent"))
}

// consent writes the form; see consentForm.
type consent struct {
	composer
	t *app.Treatment
}

// head names the controller, whose contacts stand where one withdraws, and the
// notice that was read.
func (c *consent) head() {
	var f doc.Fields
	for _, e := range c.contact() {
		if e.Missing || e.Label == "Titolare del trattamento" || e.Label == "Contitolare" {
			f.Entries = append(f.Entries, e)
		}
	}
	if c.blank {
		f.Entries = append(f.Entries, doc.Entry{Label: "Trattamento", Lines: 1})
	}
	f.Entries = append(f.Entries, c.edition(c.t))
	c.add(f)
}

// nothing says that there is no consent to ask for, and on what the treatment
// rests instead.
func (c *consent) nothing() []doc.Block {
	bases := append(c.labels("legal-basis-6", c.t.AllBases()), c.labels("legal-basis-9", c.t.Bases9)...)
	if len(bases) == 0 || slices.Contains(c.t.AllBases(), "consent") { // consent to no purpose
		return c.say("none-unknown")
	}
	return c.say("none", "{basi}", strings.Join(bases, ", "))
}

// person leaves room for who consents: the date of birth tells who must sign.
func (c *consent) person() {
	c.add(c.say("person")...)
	c.add(doc.Fields{Entries: []doc.Entry{
		{Label: "Nome e cognome", Lines: 1},
		{Label: "Data di nascita", Lines: 1},
		{Label: "Recapito, se serve allo scopo", Lines: 1},
	}})
}

// table is the choices, a row each.
func (c *consent) table(choices []choice) {
	c.add(c.say("choices")...)
	table := doc.Table{Columns: []doc.Column{{Head: "Per che cosa", Width: 10}, {Head: "Sì", Width: 3}, {Head: "No", Width: 4}}}
	email, mixed := false, false
	for _, x := range choices {
		cell := doc.Cell{Paras: [][]doc.Run{doc.B(x.name)}}
		if x.about != "" {
			cell.Paras = append(cell.Paras, doc.T(x.about))
		}
		if x.room {
			cell.Paras = append(cell.Paras, doc.T("\u00a0"), doc.T("\u00a0"))
		}
		if len(x.also) > 0 {
			mixed, cell.Tint = true, doc.Warn
			cell.Paras = append(cell.Paras, c.runs("mixed", "{basi}", strings.Join(x.also, ", ")))
		}
		email = email || x.marketing
		table.Rows = append(table.Rows, doc.Row{cell, doc.C("☐\u00a0acconsento"), doc.C("☐\u00a0non\u00a0acconsento")})
	}
	if mixed {
		c.draft = true
		c.add(c.say("mixed-note")...)
	}
	c.add(table)
	if email {
		c.add(c.say("tracking-apart")...)
	}
}

// signatures are that of the person and, where it may be a minor, those of who has
// parental responsibility.
func (c *consent) signatures() {
	c.add(c.say("sign")...)
	c.add(doc.Signature{Signers: []doc.Signer{{Role: "L’interessato"}}})
	if !c.forMinors(c.t) {
		return
	}
	c.add(c.say("minors")...)
	as := tick(doc.Entry{Label: "In qualità di"}, []form.Option{{Label: "Madre"}, {Label: "Padre"}, {Label: "Tutore o altro"}})
	c.add(doc.Fields{Entries: []doc.Entry{{Label: "Nome e cognome di chi firma", Lines: 1}, as}})
	c.add(doc.Signature{Signers: []doc.Signer{
		{Role: "Chi ha la responsabilità genitoriale"},
		{Role: "L’altro genitore", Note: "se firma anche lui"},
	}})
}
