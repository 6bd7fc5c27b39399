package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// requestReply is the answer to a request, by its outcome and by what was asked
// (artt. 12 and 15–22 GDPR; 6-details, 33). A blank one has a line for each.
func requestReply(w *writer, subject any) doc.Document {
	p := newRequestPaper(w, subject)
	q := p.q
	p.add(p.head(), p.addressee())
	p.add(p.say("opening", "{giorno}", p.filled(q.Received.String()))...)
	if !p.blank && q.ForOther() {
		p.add(p.say("opening-other", "{persona}", p.filled(q.Subject))...)
	}
	if c := q.Clock(p.d.Today()); c.State == app.RequestLate || c.State == app.RequestAnsweredLate {
		p.add(p.say("late")...)
	}
	p.outcome()
	if p.blank || q.Granted() {
		p.granted()
	}
	if p.blank || q.Denied() {
		p.denied()
	}
	if q.Charge.N > 0 {
		p.add(p.say("charge", "{importo}", form.FormatMoney(q.Charge.N)+" €", "{motivo}", p.filled(trimmed(q.ChargeWhy)))...)
	}
	return p.close(q.Answered)
}

// outcome says in a line how it ended.
func (p *requestPaper) outcome() {
	field := requestType.Field("outcome")
	e, _ := p.entry(field, p.q)
	switch {
	case p.blank:
		p.add(doc.Fields{Entries: []doc.Entry{e}})
	case p.q.Outcome == "":
		p.add(doc.Fields{Entries: []doc.Entry{{Label: field.Label, Missing: true}}})
	default:
		p.add(p.say("outcome-" + p.q.Outcome)...)
	}
}

// granted says what was done of what was asked, and who else was told.
func (p *requestPaper) granted() {
	q := p.q
	stopped := ""
	if q.Stopped != "" {
		stopped = p.line("stopped", "{giorno}", q.Stopped.String())
	}
	for _, right := range q.Rights {
		p.add(p.say("granted-"+right, "{fermato}", stopped)...)
	}
	if p.blank {
		p.ruled("Che cosa abbiamo fatto", 3)
	}
	p.written(q.Done)
	if p.blank || q.Asks(app.RightAccess) {
		p.access()
	}
	p.told()
}

// told says to the person who was told of it (art. 19 GDPR).
func (p *requestPaper) told() {
	q := p.q
	if !q.TellsRecipients() {
		return
	}
	var done, later []string
	for _, r := range q.Recipients {
		name := app.RequestRecipientName(r, p.d)
		if r.Told == "" {
			later = append(later, name)
		} else {
			done = append(done, name)
		}
	}
	say := func(key string, names []string) {
		if len(names) > 0 {
			p.add(p.say(key, "{destinatari}", strings.Join(names, ", "))...)
		}
	}
	say("told", done)
	say("told-later", later)
	if q.RecipientsWhy != "" {
		p.add(p.say("told-why", "{motivo}", trimmed(q.RecipientsWhy))...)
	}
}

// denied gives the reasons, then the complaint and the court (art. 12(4) GDPR).
func (p *requestPaper) denied() {
	q := p.q
	p.add(p.say("refused")...)
	if p.blank {
		p.ruled("Il motivo", 4)
	} else {
		if p.has("ground-" + q.Ground) {
			p.add(p.say("ground-" + q.Ground)...)
		}
		r := rows{writer: p.writer}
		r.put("Il motivo", 3, true, strings.Split(q.GroundWhy, "\n")...)
		p.add(r.Fields)
		if limit := requestLimit(q); limit != "" {
			p.add(p.say(limit)...)
		}
	}
	p.add(p.say("remedies")...)
}

// requestLimit is the passage of the limit that the law sets.
func requestLimit(q *app.Request) string {
	if q.Ground != app.GroundLimit {
		return ""
	}
	return map[string]string{"2-undecies": "limit-undecies", "2-duodecies": "limit-duodecies", "23": "limit-law"}[q.Limit]
}

// access is what art. 15(1) GDPR wants told, for each treatment of the request.
func (p *requestPaper) access() {
	p.add(p.say("access")...)
	list := p.q.Treatments
	if p.blank || len(list) == 0 {
		list = []string{""}
	}
	for _, uid := range list {
		t := app.Find(p.d, app.TreatmentForm, uid)
		if t == nil {
			t = &app.Treatment{}
		}
		if t.Title != "" {
			p.add(doc.Heading{Level: 2, Text: t.Title})
		}
		n := &notice{composer: composer{writer: p.writer, prose: textOf("privacy-notice")}, t: t}
		p.add(n.use())
	}
	p.add(p.say("access-rights")...)
}
