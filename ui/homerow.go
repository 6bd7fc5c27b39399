package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
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
	week := p.today().AddDays(7)
	switch {
	case x.State == app.DeadlineOverdue:
		r.Tone, r.Icon = kit.ToneError, kit.IconWarning
	case x.State == app.DeadlineSoon && x.Due < week:
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

// longDay is a day as one says it, with what is closed on it.
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

// tellBreaches shows how long there is to notify, breach by breach.
func (p *homePage) tellBreaches() {
	p.bands.Objects = nil
	for i, b := range p.shell.outlook.breaches {
		if i == mostBands {
			break
		}
		p.bands.Objects = append(p.bands.Objects, p.band(b))
	}
	show(p.bands, len(p.bands.Objects) > 0)
}

func (p *homePage) band(b runningBreach) fyne.CanvasObject {
	c := breach.ClockAt(b.aware, breach.Stop{}, p.shell.cfg.Now())
	tone := map[breach.ClockBand]kit.Tone{breach.BandGreen: kit.ToneOK, breach.BandAmber: kit.ToneWarn, breach.BandRed: kit.ToneError}[c.Band]
	title := words.F("Violazione %s: restano %s per notificare", b.number, breach.Hours(c.Left))
	if c.State == breach.ClockLate {
		title = words.F("Violazione %s: il termine è passato da %s", b.number, breach.Hours(-c.Left))
	}
	bar := kit.NewLifeBar()
	bar.Set(tone, words.F("entro %s", weekday(form.DateOf(c.Deadline.Time))+" "+c.Deadline.In(rome).Format("02/01 15:04")), breach.TermHours*60-c.Left, breach.TermHours*60)
	open := kit.NewButton(kit.Filled, words.T("Continua"), kit.IconArrowRight, func() { p.shell.openRecord(app.BreachForm.Key, b.uid) })
	said := kit.Column(0, kit.NewStyledText(title, theme.SizeNameSubHeadingText, theme.ColorNameForeground, true),
		kit.NewHelp(strings.TrimPrefix(b.name+" · "+words.T("72 ore da quando il titolare lo sa (art. 33 GDPR); si può mandare anche una notifica preliminare"), " · ")))
	return kit.Tinted(tone, kit.Row(kit.GapPanel, kit.NewIcon(kit.IconClock, tone.Ink(), theme.SizeNameHeadingText), kit.Grow(said), kit.Fixed(170, bar), open))
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

// cell is a week of the year: what is overdue in it, or how much there is to do.
func (p *homePage) cell(i int) kit.WeekCell {
	from, to := p.days(i)
	overdue, n := p.inWeek(from, to)
	c := kit.WeekCell{Number: n, Spoken: p.weekWords(i), Now: p.today() >= from && p.today() <= to}
	switch {
	case overdue > 0:
		c.Tone, c.Icon = kit.ToneError, kit.IconWarning
	case n > 0 && to <= p.today().AddDays(13):
		c.Tone = kit.ToneWarn
	}
	for d := from; d <= to; d = d.AddDays(1) {
		if t := d.Time(); t.Day() == 1 && t.Year() == p.year {
			c.Month = monthNames()[t.Month()-1]
		}
	}
	return c
}

func (p *homePage) inWeek(from, to form.Date) (overdue, n int) {
	for _, x := range p.shell.outlook.due {
		if x.Due < from || x.Due > to || x.Due == "" {
			continue
		}
		n++
		if x.State == app.DeadlineOverdue {
			overdue++
		}
	}
	return overdue, n
}

// weekWords says what there is in a week.
func (p *homePage) weekWords(i int) string {
	from, to := p.days(i)
	overdue, n := p.inWeek(from, to)
	said := words.T("niente")
	if n > 0 {
		said = words.Plural(n, "%d scadenza", "%d scadenze")
	}
	if overdue > 0 {
		said += ", " + words.Plural(overdue, "%d passata", "%d passate")
	}
	for d := from; d <= to; d = d.AddDays(1) {
		if closed := app.Closed(d, p.shell.outlook.patron); closed != "" {
			said += "; " + weekday(d) + " " + holiday(closed)
		}
	}
	return words.F("dal %s al %s: %s", from, to, said)
}

// tellWeek reads the week out where the keyboard is; -1 says what the signs mean.
func (p *homePage) tellWeek(i int) {
	if i < 0 {
		p.said.SetText(words.T("per settimana: un triangolo dove qualcosa è scaduto, un numero quante scadenze; un clic le mostra"))
	} else {
		p.said.SetText(p.weekWords(i))
	}
	p.scroll.Refresh()
}
