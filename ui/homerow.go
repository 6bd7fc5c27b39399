package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// row is a deadline in the list.
func (p *homePage) row(x app.Deadline) kit.DueRow {
	r := kit.DueRow{Title: words.Sentence(x.What), Second: strings.TrimSpace(words.Sentence(x.Why) + " " + x.Law), Who: x.Who, When: p.when(x), Verb: verb(x.Verb)}
	switch {
	case x.State == app.DeadlineOverdue:
		r.Tone, r.Icon = kit.ToneError, kit.IconWarning
	case x.ThisWeek(p.today()):
		r.Tone, r.Icon = kit.ToneWarn, kit.IconClock
	case x.State == app.DeadlineUndated:
		r.Icon = kit.IconPencil
	default:
		r.Icon = kit.IconCalendar
	}
	return r
}

// verb is what settles a deadline, on its button.
func verb(italian string) string {
	switch italian {
	case "Apri":
		return words.T("Apri")
	case "Chiudi":
		return words.T("Chiudi")
	case "Disattiva":
		return words.T("Disattiva")
	case "Nomina":
		return words.T("Nomina")
	case "Notifica":
		return words.T("Notifica")
	case "Prepara":
		return words.T("Prepara")
	case "Registra":
		return words.T("Registra")
	case "Rinnova":
		return words.T("Rinnova")
	case "Rispondi":
		return words.T("Rispondi")
	case "Rivedi":
		return words.T("Rivedi")
	case "Stampa":
		return words.T("Stampa")
	case "Togli":
		return words.T("Togli")
	}
	return italian
}

// holiday is why an office is closed on a day.
func holiday(italian string) string {
	switch italian {
	case "patrono":
		return words.T("patrono")
	case "Capodanno":
		return words.T("Capodanno")
	case "Epifania":
		return words.T("Epifania")
	case "Pasquetta":
		return words.T("Pasquetta")
	case "Festa della Liberazione":
		return words.T("Festa della Liberazione")
	case "Festa del Lavoro":
		return words.T("Festa del Lavoro")
	case "Festa della Repubblica":
		return words.T("Festa della Repubblica")
	case "Assunzione":
		return words.T("Assunzione")
	case "Tutti i santi":
		return words.T("Tutti i santi")
	case "Immacolata Concezione":
		return words.T("Immacolata Concezione")
	case "Natale":
		return words.T("Natale")
	case "Santo Stefano":
		return words.T("Santo Stefano")
	case "San Francesco":
		return words.T("San Francesco")
	}
	return italian
}

func weekday(d form.Date) string {
	return [...]string{words.T("dom"), words.T("lun"), words.T("mar"), words.T("mer"), words.T("gio"), words.T("ven"), words.T("sab")}[d.Time().Weekday()]
}

// longDay is a day as one says it.
func longDay(d form.Date) string {
	names := [...]string{words.T("domenica"), words.T("lunedì"), words.T("martedì"), words.T("mercoledì"), words.T("giovedì"), words.T("venerdì"), words.T("sabato")}
	return names[d.Time().Weekday()] + " " + d.String()
}

// when says by when, as one does: what is past by its age, what comes by its day,
// with the holiday that falls on it.
func (p *homePage) when(x app.Deadline) string {
	today := p.today()
	days := today.DaysTo(x.Due)
	switch {
	case x.Due == "":
		return words.T("appena si può")
	case !x.At.IsZero() && x.State == app.DeadlineOverdue:
		return words.F("dal %s", x.At.In(rome).Format("02/01 15:04"))
	case !x.At.IsZero():
		return weekday(x.Due) + " " + x.At.In(rome).Format("02/01 15:04")
	case days < -13:
		return words.F("dal %s", x.Due)
	case days < 0:
		return words.Plural(-days, "da %d giorno", "da %d giorni")
	case days == 0:
		return words.T("oggi")
	case days == 1:
		return words.T("domani")
	}
	when := weekday(x.Due) + " " + x.Due.Time().Format("02/01")
	if x.Due.Time().Year() != today.Time().Year() {
		when = x.Due.String()
	}
	if closed := app.Closed(x.Due, p.shell.outlook.patron); closed != "" {
		when += ", " + holiday(closed)
	}
	return when
}

// mostBands is how many breaches have a band of their own; the list has all.
const mostBands = 2

// breachBand says how long there is to notify a breach, and leads to it.
type breachBand struct {
	uid   string
	tone  kit.Tone
	title *kit.Text
	bar   *kit.LifeBar
}

// tellBreaches shows how long there is to notify, breach by breach. A band that is
// there keeps its button, which may have the keyboard.
func (p *homePage) tellBreaches() {
	list := p.shell.outlook.breaches
	list = list[:min(len(list), mostBands)]
	for i, b := range list {
		c := breach.ClockAt(b.aware, breach.Stop{}, p.shell.cfg.Now())
		tone := map[breach.ClockBand]kit.Tone{breach.BandGreen: kit.ToneOK, breach.BandAmber: kit.ToneWarn, breach.BandRed: kit.ToneError}[c.Band]
		if i >= len(p.clocks) || p.clocks[i].uid != b.uid || p.clocks[i].tone != tone {
			p.clocks, p.bands.Objects = p.clocks[:min(i, len(p.clocks))], p.bands.Objects[:min(i, len(p.bands.Objects))]
			p.addBand(b, tone)
		}
		title := words.F("Violazione %s: restano %s per notificare", b.number, breach.Hours(c.Left))
		if c.State == breach.ClockLate {
			title = words.F("Violazione %s: il termine è passato da %s", b.number, breach.Hours(-c.Left))
		}
		p.clocks[i].title.SetText(title)
		ends := weekday(form.DateOf(c.Deadline.Time)) + " " + c.Deadline.In(rome).Format("02/01 15:04")
		p.clocks[i].bar.Set(tone, words.F("entro %s", ends), breach.TermHours*60-c.Left, breach.TermHours*60)
	}
	p.clocks, p.bands.Objects = p.clocks[:len(list)], p.bands.Objects[:len(list)]
	show(p.bands, len(list) > 0)
	p.bands.Refresh()
}

func (p *homePage) addBand(b runningBreach, tone kit.Tone) {
	band := breachBand{b.uid, tone, kit.NewStyledText("", theme.SizeNameSubHeadingText, theme.ColorNameForeground, true), kit.NewLifeBar()}
	about := strings.TrimPrefix(b.name+" · "+words.T("72 ore da quando il titolare lo sa (art. 33 GDPR); si può mandare anche una notifica preliminare"), " · ")
	open := kit.NewButton(kit.Filled, words.T("Continua"), kit.IconArrowRight, func() { p.shell.goOnWithBreach(b.uid) })
	p.clocks = append(p.clocks, band)
	p.bands.Objects = append(p.bands.Objects, kit.Tinted(tone, kit.Row(kit.GapPanel, kit.NewIcon(kit.IconClock, tone.Ink(), theme.SizeNameHeadingText),
		kit.Grow(kit.Column(0, band.title, kit.NewHelp(about))), kit.Fixed(170, band.bar), open)))
}

// mostTouched is how many registers are named of those that changed.
const mostTouched = 2

// tellLast says what changed since the office was last open here.
func (p *homePage) tellLast() {
	s, o := p.shell, &p.shell.outlook
	add := func(tone kit.Tone, icon kit.Icon, text string) {
		p.last.Objects = append(p.last.Objects, kit.Row(kit.GapSmall, kit.NewIcon(icon, tone.Ink(), theme.SizeNameText), kit.Grow(kit.NewText(text))))
	}
	p.last.Objects = nil
	if s.visited.IsZero() {
		p.last.Objects = append(p.last.Objects, kit.NewSubheading(words.T("Dall’ultima volta")))
		add(kit.ToneNeutral, kit.IconHistory, words.T("Dalla prossima apertura, qui si vede che cosa è cambiato."))
		p.last.Refresh()
		return
	}
	day := form.DateOf(s.visited)
	p.last.Objects = append(p.last.Objects, kit.NewSubheading(words.F("Dall’ultima volta, %s", day)))
	passed := 0
	for _, x := range o.due {
		if x.State == app.DeadlineOverdue && x.Due >= day {
			passed++
		}
	}
	if passed > 0 {
		add(kit.ToneError, kit.IconWarning, words.Plural(passed, "%d scadenza passata", "%d scadenze passate"))
	}
	rest := 0
	for i, t := range o.touched {
		reg, ok := app.RegisterOf(s.cfg.Registers, t.Register)
		if !ok {
			continue
		}
		if i >= mostTouched {
			rest += t.Records
			continue
		}
		add(kit.ToneOK, kit.IconCheck, fmt.Sprintf("%s: %s", formwords.Short(reg.Type, reg.Label()), words.Plural(t.Records, "%d scheda cambiata", "%d schede cambiate")))
	}
	if rest > 0 {
		add(kit.ToneOK, kit.IconCheck, words.Plural(rest, "e %d altra scheda", "e altre %d schede"))
	}
	if passed == 0 && len(o.touched) == 0 {
		add(kit.ToneNeutral, kit.IconHistory, words.T("Niente è cambiato."))
	}
	p.last.Refresh()
}
