package ui

import (
	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/papers"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// tellClock shows, in the head of a request, how its month stands as the record has
// it now: also before it is saved, as soon as it is known when it came.
func (r *recordView) tellClock() {
	q, ok := r.ed.Rec.(*app.Request)
	if !ok {
		return
	}
	c := q.Clock(r.page.shell.world.Today())
	tone, icon, text := requestWords(q, c)
	show(r.clock, text != "")
	r.clock.Set(tone, icon, text)
}

// requestWords says how the term of a request stands.
func requestWords(q *app.Request, c app.RequestClock) (kit.Tone, kit.Icon, string) {
	switch c.State {
	case app.RequestRunning:
		return kit.ToneNeutral, kit.IconClock, dueWords(c)
	case app.RequestNear:
		return kit.ToneWarn, kit.IconClock, dueWords(c)
	case app.RequestPaused:
		text := words.F("ferma da %d giorni: si aspetta la prova di chi è", c.Held)
		switch c.Held {
		case 0:
			text = words.T("ferma da oggi: si aspetta la prova di chi è")
		case 1:
			text = words.T("ferma da ieri: si aspetta la prova di chi è")
		}
		return kit.ToneWarn, kit.IconLock, text
	case app.RequestLate:
		if c.Left == -1 {
			return kit.ToneError, kit.IconWarning, words.F("scaduta da ieri: era il %s", c.Due)
		}
		return kit.ToneError, kit.IconWarning, words.F("scaduta da %d giorni: era il %s", -c.Left, c.Due)
	case app.RequestAnswered:
		return kit.ToneOK, kit.IconCheck, words.F("risposta il %s, in tempo", q.Answered)
	case app.RequestAnsweredLate:
		if c.Left == -1 {
			return kit.ToneWarn, kit.IconWarning, words.F("risposta il %s, in ritardo di un giorno", q.Answered)
		}
		return kit.ToneWarn, kit.IconWarning, words.F("risposta il %s, in ritardo di %d giorni", q.Answered, -c.Left)
	case app.RequestAnnulled:
		return kit.ToneNeutral, kit.IconForbidden, words.F("annullata il %s", q.Annulled)
	}
	return kit.ToneNeutral, kit.NoIcon, ""
}

// dueWords is the last day to answer, and how far it is.
func dueWords(c app.RequestClock) string {
	text := words.F("scade fra %d giorni, il %s", c.Left, c.Due)
	switch c.Left {
	case 0:
		text = words.F("scade oggi, %s", c.Due)
	case 1:
		text = words.F("scade domani, %s", c.Due)
	}
	if c.Extended {
		return text + " · " + words.T("prorogata")
	}
	return text
}

// noRequests says what a request is and what to do when one comes.
func (p *registerPage) noRequests() fyne.CanvasObject {
	buttons := []fyne.CanvasObject{kit.NewButton(kit.Filled, words.T("Registra la prima richiesta"), kit.IconPlus, func() { p.openRecord("") })}
	if do := p.blankRequest(); do != nil {
		buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Stampa il modulo in bianco"), kit.IconPrinter, do))
	}
	return kit.Sheet(kit.NewScroll(kit.EmptyState(kit.IconMail, words.T("Qui si registrano le richieste delle persone"), formwords.About(p.reg.Type),
		[]kit.Step{
			{Title: words.T("Registrate la richiesta"), Text: words.T("Anche se è arrivata a voce: chi, quando, che cosa chiede.")},
			{Title: words.T("Verificate chi è"), Text: words.T("Basta un documento, o un dato che solo lei conosce.")},
			{Title: words.T("Rispondete entro la scadenza"), Text: words.T("La lettera è già scritta: la correggete, la stampate, la firmate.")},
		}, buttons...)))
}

// blankRequest prints the form that a customer fills in; nil where there is none.
func (p *registerPage) blankRequest() func() {
	paper, ok := papers.Find(p.shell.cfg.Papers, "request-form")
	if !ok {
		return nil
	}
	return func() { p.shell.print(paper, "", true) }
}
