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

var breachType = app.BreachForm.Type()

// breachPapers are the papers of the procedure for breaches (spec 2.5).
func breachPapers() []Paper {
	of := app.BreachForm.Key
	return []Paper{
		{Kind: "breach-policy", Title: "Procedura per le violazioni (Data Breach Policy)", Blank: true, Filled: true, build: breachPolicy},
		{Kind: "breach-report", Title: "Allegato A – Modulo di comunicazione", Register: of, Blank: true, Filled: true, build: breachReport},
		{Kind: "breach-risk", Title: "Allegato B – Valutazione del rischio", Register: of, Blank: true, Filled: true, fits: reached(breach.S3), build: breachRisk},
		{Kind: "breach-register", Title: "Allegato C – Registro dei Data Breach", Blank: true, Filled: true, build: breachRegister},
		{Kind: "breach-notification", Title: "Notifica al Garante: foglio da ricopiare", Register: of, Blank: true, Filled: true, fits: reached(breach.S4), build: breachNotification},
		{Kind: "breach-letter", Title: "Comunicazione agli interessati", Register: of, Blank: true, Filled: true, Named: true, fits: reached(breach.S5), build: breachLetter},
	}
}

// reached says that the path of a breach has a place for a section.
func reached(s breach.Section) func(any) bool {
	return func(rec any) bool {
		b, ok := rec.(*app.Breach)
		return ok && b.Path().Step(s).OnPath()
	}
}

// breachPaper is what the forms of one breach share.
type breachPaper struct {
	composer
	b    *app.Breach
	path breach.Path
}

func newBreachPaper(w *writer, subject any) *breachPaper {
	b, _ := subject.(*app.Breach)
	if b == nil {
		b, w.blank = &app.Breach{}, true
	}
	return &breachPaper{composer: composer{writer: w, prose: textOf("breach-forms")}, b: b, path: b.Path()}
}

// head names the office, the procedure that the form belongs to, and the breach.
func (p *breachPaper) head() {
	p.add(doc.Fields{Entries: []doc.Entry{p.controllerRow()}})
	p.add(p.procedureEdition())
	if p.b.Annulled != "" {
		p.add(p.say("annulled", "{data}", p.b.Annulled.String(), "{motivo}", p.b.AnnulledWhy)...)
	}
}

// procedureEdition says to which edition of the procedure a form belongs.
func (w *writer) procedureEdition() doc.Block {
	runs := textOf("breach-forms").runs("edition-line", "{titolare}", cmp.Or(w.d.Office().Name, toComplete), "{edizione}", breachEdition())
	return doc.Para{Runs: runs, Small: true}
}

// identity is the number, day and name of the breach.
func (p *breachPaper) identity() doc.Fields {
	f := doc.Fields{}
	for _, key := range []string{"number", "date"} {
		if e, ok := p.entry(breachType.Field(key), p.b); ok {
			e.Half = true
			f.Entries = append(f.Entries, e)
		}
	}
	if e, ok := p.entry(breachType.Field("name"), p.b); ok {
		f.Entries = append(f.Entries, e)
	}
	return f
}

// document closes the paper.
func (p *breachPaper) document() doc.Document {
	out := doc.Document{Blocks: p.blocks, Draft: p.draft || !p.officeComplete()}
	if !p.blank {
		out.Subtitle = breachType.Title(p.b)
	}
	return out
}

// lacks says that sections of the path are not complete: the paper is a draft.
func (p *breachPaper) lacks(sections ...breach.Section) bool {
	for _, s := range sections {
		if len(p.path.Step(s).Missing) > 0 {
			return true
		}
	}
	return false
}

// noNotification is the line that stands where the class asks for no notification:
// with the reason of who decided, never from the score alone (decision A9).
func (p *breachPaper) noNotification() []doc.Block {
	class := p.b.Answers().Class()
	if p.blank || p.dropped() || class == 0 || slices.Contains(class.Band().Asks, breach.S4) || len(p.b.Notifications) > 0 || p.b.Notify == "yes" {
		return nil
	}
	why := strings.TrimSpace(p.b.NotifyWhy)
	if why == "" {
		p.draft = true
	}
	return p.say("no-notification", "{classe}", class.String(), "{motivo}", cmp.Or(strings.ReplaceAll(why, "\n", " "), toComplete+"."))
}

// decider is who signs for the controller: the delegate for breaches where there
// is one (decision A10).
func (w *writer) decider(day form.Date) doc.Signer {
	s := doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative}
	if w.blank {
		return doc.Signer{Role: "Il titolare del trattamento, o il suo delegato"}
	}
	if list := app.Appointments(w.d, app.RoleBreach, cmp.Or(day, w.d.Today())); len(list) > 0 {
		s = doc.Signer{Role: "Il delegato per le violazioni", Name: list[0].Holder(w.d), Note: "per conto del titolare"}
	}
	return s
}

// signers closes a part of the form.
func (p *breachPaper) signers(on form.Date, list ...doc.Signer) doc.Signature {
	s := doc.Signature{Place: p.d.Office().City, Date: on.String(), Signers: list}
	if p.blank {
		s.Place, s.Date = "", ""
	}
	return s
}

// nameOf is a person of the office, "" in a blank form.
func (w *writer) nameOf(person string) string {
	if w.blank {
		return ""
	}
	return w.d.Ref(app.PersonForm.Key, person)
}
