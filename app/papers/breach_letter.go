package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// breachLetter tells a data subject of the breach in plain words (art. 34(2) GDPR):
// what happened, whom to ask, what may come of it, what was done, what one can do.
// The text that S5 says was used stands in place of what is put together.
func breachLetter(w *writer, subject any) doc.Document {
	p := newBreachPaper(w, subject)
	l := &breachMessage{breachPaper: p, text: textOf("breach-letter")}
	l.addressed()
	used := l.used()
	switch {
	case used != "" && !l.blank:
		for _, para := range strings.Split(used, "\n") {
			if strings.TrimSpace(para) != "" {
				l.add(doc.P(para))
			}
		}
	default:
		l.composed()
	}
	l.contact()
	l.add(l.text.say("rights")...)
	l.add(w.signature())
	return doc.Document{
		Title:  "Comunicazione di una violazione dei dati personali",
		Blocks: l.blocks, Draft: l.draft || lacking(l.blocks) || !l.officeComplete(),
	}
}

// breachMessage writes the letter.
type breachMessage struct {
	*breachPaper
	text prose
}

// used is the text of the last communication that was made one by one.
func (l *breachMessage) used() string {
	for _, c := range slices.Backward(l.b.Communications) {
		if strings.TrimSpace(c.Text) != "" {
			return c.Text
		}
	}
	return ""
}

// addressed heads the letter with who writes and to whom.
func (l *breachMessage) addressed() {
	f := doc.Fields{Entries: []doc.Entry{l.controllerRow()}}
	name := strings.Repeat("_", 30)
	if to := l.to; to != nil {
		name = to.Name
		var lines [][]doc.Run
		for _, line := range nonEmpty(to.Name, cmp.Or(to.Address, to.Email)) {
			lines = append(lines, doc.T(line))
		}
		f.Entries = append(f.Entries, doc.Entry{Label: "A", Value: lines})
	} else {
		f.Entries = append(f.Entries, doc.Entry{Label: "A", Lines: 2})
	}
	l.add(f)
	l.add(l.text.say("salutation", "{nome}", name)...)
	if l.used() == "" || l.blank {
		l.add(l.text.say("opening", "{titolare}", cmp.Or(l.d.Office().Name, toComplete))...)
	}
}

// composed puts the letter together from the sections of the breach.
func (l *breachMessage) composed() {
	l.add(l.text.say("what")...)
	if l.blank {
		l.room(4)
		l.add(l.text.say("which", "{dati}", strings.Repeat("_", 40))...)
	} else {
		l.add(l.text.say("what-facts", "{quando}", l.when(), "{natura}", l.need(l.natures()), "{portata}", l.need(oneLine(l.b.Extent)))...)
		l.add(l.text.say("which", "{dati}", l.need(l.data()))...)
	}
	l.add(l.text.say("consequences")...)
	if l.blank {
		l.room(3)
	} else {
		l.add(doc.P(l.need(oneLine(l.b.Consequences))))
	}
	l.add(l.text.say("measures")...)
	switch done := l.countermeasures(); {
	case l.blank:
		l.room(3)
	case len(done) == 0:
		l.add(doc.P(l.need("")))
	default:
		list := doc.List{}
		for _, d := range done {
			list.Items = append(list.Items, doc.T(d))
		}
		l.add(list)
	}
	l.add(l.text.say("advice")...)
	l.add(l.advice())
}

// need gives a text, or marks that the letter lacks it.
func (l *breachMessage) need(text string) string {
	if text == "" {
		l.draft = true
		return toComplete
	}
	return text
}

func (l *breachMessage) room(lines int) {
	l.add(doc.Table{NoHead: true, Columns: []doc.Column{{Width: 1}}, BlankRows: lines})
}

// when says on which day, as far as it is known.
func (l *breachMessage) when() string {
	from, to := dayWords(l.b.Event.String()), dayWords(l.b.EventEnd.String())
	switch {
	case from == "" && l.b.EventWhen != app.EventUnknown:
		return "In data " + l.need("")
	case from == "":
		return "In un momento che non conosciamo ancora"
	case l.b.EventWhen == app.EventRunning:
		return "A partire dal " + from
	case l.b.EventWhen == app.EventSpan && to != "" && to != from:
		return "Fra il " + from + " e il " + to
	}
	return "Il " + from
}

// dayWords is the day of a moment.
func dayWords(moment string) string {
	day, _, _ := strings.Cut(moment, " ")
	return day
}

func (l *breachMessage) natures() string {
	var out []string
	for _, n := range l.b.Natures {
		switch n {
		case "confidentiality":
			out = append(out, l.text.line("nature-confidentiality"))
		case "integrity":
			out = append(out, l.text.line("nature-integrity"))
		case "availability":
			out = append(out, l.text.line("nature-availability"))
		}
	}
	return listed(out)
}

func (l *breachMessage) data() string {
	if l.b.PersonalData != "" {
		return trimmed(lowered(oneLine(l.b.PersonalData)))
	}
	return strings.Join(l.shortLabels("data-type", l.b.DataTypes), "; ")
}

// advice is what a person can do, by the data that are out.
func (l *breachMessage) advice() doc.List {
	out := doc.List{}
	put := func(passage []doc.Block) {
		for _, b := range passage {
			if list, ok := b.(doc.List); ok {
				out.Items = append(out.Items, list.Items...)
			}
		}
	}
	has := func(slugs ...string) bool {
		return l.blank || slices.ContainsFunc(slugs, func(s string) bool { return slices.Contains(l.b.DataTypes, s) })
	}
	put(l.text.say("advice-always"))
	if has("identity-documents", "tax-code-id-numbers", "signature") {
		put(l.text.say("advice-identity"))
	}
	if has("bank-data", "card-data") {
		put(l.text.say("advice-payment"))
	}
	if has("access-credentials") {
		put(l.text.say("advice-access"))
	}
	if l.blank || slices.ContainsFunc(l.b.DataTypes, l.delicate) {
		put(l.text.say("advice-delicate"))
	}
	return out
}

// delicate says that a type of data is special or criminal (artt. 9 and 10 GDPR).
func (l *breachMessage) delicate(slug string) bool {
	e, _ := l.d.Book().Find("data-type", slug)
	return e.Has("class", "special") || e.Has("class", "criminal")
}

// contact says whom to ask: the DPO, or the office.
func (l *breachMessage) contact() {
	l.add(l.text.say("contact")...)
	o := l.d.Office()
	if o.HasDPO == "yes" {
		l.add(l.text.say("contact-dpo", "{nome}", l.need(o.DPO), "{recapiti}", l.need(o.DPOContacts))...)
		return
	}
	l.add(l.text.say("contact-office", "{nome}", l.need(cmp.Or(o.Representative, o.Name)), "{recapiti}",
		l.need(joined(", ", prefixed("tel. ", o.Phone), o.Email, prefixed("PEC ", o.PEC))))...)
}
