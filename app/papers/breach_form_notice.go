package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/doc"
	"tutela/app/form"
)

// breachNotification is the sheet to copy into the authority's online service: its
// questions in its own order, what is missing said at the top (spec 2.5; art.
// 33(3) GDPR).
func breachNotification(w *writer, subject any) doc.Document {
	p := newBreachPaper(w, subject)
	f, err := app.TheAuthorityForm()
	if err != nil {
		return p.document() // the tests keep a broken file out
	}
	n, _ := app.NextNotification(p.d, p.b, p.d.Now)
	list := app.AuthorityAnswers(p.d, p.b, n, p.d.Now)
	dated, _ := form.ISODate(f.Dated)
	p.add(p.letterhead())
	p.add(p.say("notice-use", "{versione}", f.Version, "{riletto}", "riletto il "+dated.String())...)
	if p.blank {
		list = blankAnswers(f)
	} else {
		p.noticeState(n, list)
		p.sent()
	}
	letter, last := "-", app.LastSent(p.b)
	var fields doc.Fields
	flush := func() {
		if len(fields.Entries) > 0 {
			p.add(fields)
			fields = doc.Fields{}
		}
	}
	for _, a := range list {
		if a.Section.Letter != letter {
			flush()
			letter = a.Section.Letter
			p.add(doc.Heading{Level: 1, Number: letter, Text: a.Section.Title})
		}
		fields.Entries = append(fields.Entries, p.answer(a, last))
	}
	flush()
	p.add(p.say("notice-pin")...)
	p.add(doc.Para{Runs: doc.T("Fonte: " + f.Source + "; " + f.Law + ". " + f.Note), Small: true})
	return p.document()
}

// blankAnswers are all questions, those asked on a condition too.
func blankAnswers(f app.AuthorityForm) (out []app.AuthorityAnswer) {
	for _, s := range f.Sections {
		for _, q := range s.Fields {
			out = append(out, app.AuthorityAnswer{Section: s, AuthorityField: q, Ticked: make([]bool, len(q.Choices))})
		}
	}
	return out
}

// noticeState counts at the top what is missing, and says what changed since the
// last time something was sent.
func (p *breachPaper) noticeState(n *app.Notification, list []app.AuthorityAnswer) {
	var now, later []string
	for _, a := range list {
		name := "«" + a.Label + "» (" + cmp.Or(a.Section.Letter, "tipo") + ")"
		switch {
		case !a.Missing:
		case a.Later, !n.Sent.IsZero():
			later = append(later, name)
		default:
			now = append(now, name)
		}
	}
	first := n.Phase == app.PhasePreliminary
	p.draft = p.draft || len(now) > 0 || len(later) > 0 && !first || p.b.Notify == "no"
	if p.b.Notify == "no" {
		p.add(p.say("notice-undecided", "{motivo}", cmp.Or(oneLine(p.b.NotifyWhy), toComplete+"."))...)
	}
	if last := app.LastSent(p.b); last != nil && len(last.Answers) > 0 {
		changed := app.ChangedAnswers(list, last)
		var names []string
		for _, a := range list {
			if slices.Contains(changed, a.Key) {
				names = append(names, "«"+a.Label+"» ("+a.Section.Letter+")")
			}
		}
		if len(names) > 0 {
			p.add(p.say("notice-changed", "{data}", last.Sent.String(), "{quali}", listed(names))...)
		} else {
			p.add(p.say("notice-same", "{data}", last.Sent.String())...)
		}
	}
	if clock := p.b.Clock(p.d.Now); clock.State == breach.ClockLate {
		p.add(p.say("notice-late", "{scadenza}", clock.Deadline.String())...)
	}
	missing := func(n int) string {
		return capital(plural(int64(n), "manca una risposta", "mancano "+itoa(n)+" risposte"))
	}
	switch {
	case len(now) == 0 && len(later) == 0:
		p.add(p.say("notice-complete")...)
	case len(now) > 0:
		p.add(p.say("notice-missing", "{quali}", lowered(missing(len(now)))+": "+listed(now))...)
		if len(later) > 0 {
			p.add(p.say("notice-then", "{quante}", missing(len(later)), "{quali}", listed(later))...)
		}
	case first && n.Sent.IsZero():
		p.add(p.say("notice-first", "{quante}", missing(len(later)), "{quali}", listed(later))...)
	default:
		p.add(p.say("notice-then", "{quante}", missing(len(later)), "{quali}", listed(later))...)
	}
}

// sent lists what was notified already.
func (p *breachPaper) sent() {
	t := doc.Table{Columns: []doc.Column{{Head: "Già inviata", Width: 3}, {Head: "Fase", Width: 3}, {Head: "Come", Width: 5}, {Head: "Fascicolo e protocollo", Width: 4}}}
	for _, n := range p.b.Notifications {
		if !n.Sent.IsZero() {
			t.Rows = append(t.Rows, doc.Row{cell(n.Sent.String()), cell(notificationField("phase").Words(n, p.d)...), cell(joined("; ", n.Authority, n.How)), cell(joined(", ", n.CaseNumber, n.Protocol))})
		}
	}
	if len(t.Rows) > 0 {
		p.add(t)
	}
}

// fewBoxes is up to how many boxes stand beside each other; more are a list.
const fewBoxes = 6

// answer prints one question: what to type, or which boxes to tick. last is the
// notification that was sent before, whose answer stands beside one that changed.
func (p *breachPaper) answer(a app.AuthorityAnswer, last *app.Notification) doc.Entry {
	e := doc.Entry{Label: a.Label}
	var boxes []string
	flow := len(a.Choices) <= fewBoxes
	for i, c := range a.Choices {
		mark := "☐"
		if a.Ticked[i] && !p.blank {
			mark = "☑"
		}
		label := mark + "\u00a0" + c.Label
		if flow && len(c.Label) < 45 {
			label = strings.ReplaceAll(label, " ", "\u00a0")
		}
		boxes = append(boxes, label)
	}
	switch {
	case flow && len(boxes) > 0:
		e.Value = [][]doc.Run{doc.T(strings.Join(boxes, "\u00a0\u00a0 "))}
		e.Missing = a.Missing && !p.blank
	case len(boxes) > 0:
		for _, b := range boxes {
			e.Value = append(e.Value, doc.T(b))
		}
		e.Missing = a.Missing && !p.blank
	case p.blank:
		e.Lines = 1
		if a.Section.Letter == "D" || a.Section.Letter == "F" || slices.Contains([]string{"summary", "consequences", "severity-why", "told-text", "delay"}, a.Key) {
			e.Lines = 4
		}
	case a.Missing:
		e.Missing = true
	case len(a.Text) == 0:
		e.Value = [][]doc.Run{{{Text: "niente da scrivere", Italic: true}}}
	default:
		e.Value = paras(a.Text)
	}
	if last != nil && len(last.Answers) > 0 && !p.blank && a.Section.Letter != "" {
		if was, _ := last.Answer(a.Key); was != a.Line() {
			e.Value = append(e.Value, []doc.Run{{Text: "Inviato: " + cmp.Or(strings.ReplaceAll(was, "\n", "; "), "niente"), Italic: true}})
		}
	}
	return e
}
