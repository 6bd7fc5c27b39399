package breachview

import (
	"time"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Tone is the colour of a clock.
func Tone(c breach.Clock) kit.Tone {
	switch c.Band {
	case breach.BandGreen:
		return kit.ToneOK
	case breach.BandAmber:
		return kit.ToneWarn
	case breach.BandRed:
		return kit.ToneError
	}
	return kit.ToneNeutral
}

// Left is the time that a clock has left, or that it is past: «21 h 42 min»; ""
// where it does not run.
func Left(c breach.Clock) string { return words.Sentence(c.Words()) }

// Countdown is the clock of a breach as its band shows it.
func Countdown(b *app.Breach, now time.Time) kit.CountdownData {
	c := b.Clock(now)
	d := kit.CountdownData{Tone: Tone(c), Icon: kit.IconClock, Left: Left(c), Whole: breach.TermHours, Last: breach.RedHours, Ticks: []int{0, 24, 48, breach.TermHours - breach.RedHours, breach.TermHours}, Unit: " h"}
	switch c.State {
	case breach.ClockUnset:
		return kit.CountdownData{Tone: kit.ToneWarn, Icon: kit.IconWarning, Left: words.T("Le 72 ore non sono ancora contate"),
			Moments: words.T("Si contano da quando il titolare lo ha saputo, anche di notte e nei giorni di festa."),
			Do:      words.T("Scrivete quando lo ha saputo")}
	case breach.ClockStopped:
		return stopped(b, c)
	case breach.ClockLate:
		d.What = words.T("per notificare al Garante")
		d.Note = words.T("Notificate subito lo stesso: in S4 si scrivono anche i motivi del ritardo (art. 33(1)).")
	default:
		d.What = words.T("per notificare al Garante")
	}
	d.Spent = float32(now.Sub(c.Aware.Time).Hours())
	d.Moments = words.F("Saputo %s · scade %s · 72 ore, art. 33(1)", breach.When(c.Aware), breach.When(c.Deadline))
	return d
}

// stopped tells what stopped the clock, and whether that was in time.
func stopped(b *app.Breach, c breach.Clock) kit.CountdownData {
	d := kit.CountdownData{Tone: kit.ToneOK, Icon: kit.IconCheck, Moments: words.F("Saputo %s · scadeva %s", breach.When(c.Aware), breach.When(c.Deadline))}
	at := breach.When(c.Stop.At)
	if c.Stop.DayOnly {
		at = form.DateOf(c.Stop.At.Time).String()
	}
	switch c.Stop.By {
	case breach.ByNotice:
		d.Left = words.F("Notificata %s", at)
	case breach.ByDecision:
		d.Left, d.Tone = words.F("Non si notifica: deciso %s", at), kit.ToneNeutral
	case breach.ByDropping:
		d.Left, d.Tone = words.F("Non si procede: deciso %s", at), kit.ToneNeutral
	default:
		d.Left, d.Tone, d.Icon = words.F("Annullata %s", at), kit.ToneNeutral, kit.IconForbidden
	}
	if c.Late() {
		d.Tone, d.Icon = kit.ToneWarn, kit.IconWarning
		d.Note = words.T("Dopo le 72 ore: in S4 servono i motivi del ritardo.")
	}
	return d
}
