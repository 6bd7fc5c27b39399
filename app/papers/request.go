package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var requestType = app.RequestForm.Type()

// requestPaper is what the papers of one request share.
type requestPaper struct {
	composer
	q *app.Request
}

func newRequestPaper(w *writer, subject any) *requestPaper {
	q, _ := subject.(*app.Request)
	if q == nil {
		q, w.blank = &app.Request{}, true
	}
	return &requestPaper{composer: composer{writer: w, prose: textOf("requests")}, q: q}
}

// filled is a word within a sentence: a line to write on in a blank form, and what
// makes the paper a draft where it is not known.
func (p *requestPaper) filled(text string) string {
	switch {
	case p.blank:
		return strings.Repeat("_", 24)
	case text == "":
		p.draft = true
		return toComplete
	}
	return text
}

// head is the controller, with where it is reached.
func (p *requestPaper) head() doc.Fields {
	head := p.controller()
	head.Entries = slices.DeleteFunc(head.Entries, func(e doc.Entry) bool {
		return e.Label != "Titolare del trattamento" && e.Label != "Sede" && e.Label != "Recapiti"
	})
	return head
}

// addressee is whom the letter goes to, and of which request it is.
func (p *requestPaper) addressee() doc.Fields {
	name, contacts := p.q.Who()
	r := rows{writer: p.writer}
	r.put("A", 1, true, name)
	r.put("Recapiti", 1, true, contacts)
	r.put("Richiesta", 1, false, joined(" del ", prefixed("n. ", p.q.Number), p.q.Received.String()))
	r.put("Che cosa chiede", 1, true, p.rights())
	return r.Fields
}

// rights are those asked for, each with its article.
func (p *requestPaper) rights() string {
	var out []string
	for _, slug := range p.q.Rights {
		text := p.d.Entry(app.SubjectRights, slug)
		if e, ok := p.d.Book().Find(app.SubjectRights, slug); ok && e.Attr["law"] != "" {
			text += " (" + e.Attr["law"] + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// written says a long text, a paragraph a line.
func (p *requestPaper) written(text string) {
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			p.add(doc.P(line))
		}
	}
}

// ruled leaves lines to write on.
func (p *requestPaper) ruled(label string, lines int) {
	p.add(doc.Fields{Entries: []doc.Entry{{Label: label, Lines: lines}}})
}

// close signs a letter on the day on which it went out, or on that of its print.
func (p *requestPaper) close(day form.Date) doc.Document {
	p.add(p.letterSignature(day))
	out := doc.Document{Blocks: p.blocks}
	out.Draft = p.draft || lacking(p.blocks) || !p.officeComplete()
	if !p.blank {
		out.Subtitle = requestType.Named(p.q, p.d)
	}
	return out
}

// letterSignature is the controller's.
func (p *requestPaper) letterSignature(day form.Date) doc.Signature {
	s := p.signature()
	if !p.blank {
		s.Date = cmp.Or(day, p.d.Today()).String()
	}
	return s
}

// openRequest says that an answer is still owed: for papers that come before it.
func openRequest(rec any) bool {
	q, ok := rec.(*app.Request)
	return ok && (q.Answered == "" || q.Extended != "")
}

// tellsRecipients says that there is somebody to tell (art. 19 GDPR).
func tellsRecipients(rec any) bool {
	q, ok := rec.(*app.Request)
	return ok && q.TellsRecipients() && q.Outcome != app.RequestRefused && !q.NoRecipients
}

// requestExtension tells that the answer takes longer, and why (art. 12(3) GDPR).
func requestExtension(w *writer, subject any) doc.Document {
	p := newRequestPaper(w, subject)
	told := cmp.Or(p.q.Extended, p.d.Today())
	as := *p.q
	as.Extended = told
	c := as.Clock(p.d.Today())
	first, due := c.First, c.Due
	if c.ToldLate {
		due = ""
		p.draft = true
		p.add(p.say("extension-late", "{primo}", first.String())...)
	}
	p.add(p.head(), p.addressee())
	p.add(p.say("extension", "{giorno}", p.filled(p.q.Received.String()), "{primo}", p.filled(first.String()))...)
	r := rows{writer: p.writer}
	r.put("Perché", 3, true, strings.Split(p.q.ExtendedWhy, "\n")...)
	p.add(r.Fields)
	p.add(p.say("extension-until", "{termine}", p.filled(due.String()))...)
	if p.q.Stops() && p.q.Stopped != "" {
		p.add(p.say("extension-stopped")...)
	}
	return p.close(told)
}
