package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// buildYear makes the picture of the year.
func (p *homePage) buildYear() fyne.CanvasObject {
	p.title = kit.NewStyledLine("", theme.SizeNameSubHeadingText, theme.ColorNameForeground, true)
	p.before = kit.NewLink("", kit.IconChevronLeft, func() { p.goTo(p.year - 1) })
	p.after = kit.NewLink("", kit.IconChevronRight, func() { p.goTo(p.year + 1) })
	p.every = kit.NewLink(words.T("Mostra tutte le scadenze"), kit.IconUndo, func() { p.choose(-1) })
	p.said = kit.NewHelp("")
	p.strip = kit.NewWeekStrip()
	p.strip.OnChosen = p.choose
	p.strip.OnMoved = p.tellWeek
	return kit.Column(kit.GapTight,
		kit.Abreast(900, 0.25, kit.Row(kit.GapPanel, p.title, p.before, p.after, kit.Spacer()), kit.Row(kit.GapPanel, kit.Grow(p.said), p.every)),
		p.strip)
}

// goTo shows another year.
func (p *homePage) goTo(year int) {
	p.year, p.week = year, -1
	p.tell()
}

// choose cuts the list down to a week; -1 shows all again.
func (p *homePage) choose(week int) {
	p.week = week
	p.strip.Choose(week)
	p.arrange()
	p.scroll.Refresh()
}

// days are the first and the last of a week of the year.
func (p *homePage) days(week int) (from, to form.Date) {
	first := time.Date(p.year, 1, 1, 0, 0, 0, 0, time.UTC)
	monday := form.Date(first.AddDate(0, 0, 7*week-int(first.Weekday()+6)%7).Format(time.DateOnly))
	return monday, monday.AddDays(6)
}

func (p *homePage) weeks() int {
	n := 52
	if from, _ := p.days(n); from <= app.YearDay(p.year, app.YearDays(p.year)-1) {
		n++
	}
	return n
}

func (p *homePage) tellYear() {
	now := p.today().Time().Year()
	p.title.SetText(words.F("Anno %d", p.year))
	p.before.SetText(strconv.Itoa(p.year - 1))
	p.after.SetText(strconv.Itoa(p.year + 1))
	show(p.before, p.year > now-1)
	cells := make([]kit.WeekCell, p.weeks())
	for i := range cells {
		cells[i] = p.cell(i)
	}
	p.strip.SetWeeks(cells)
	p.strip.Choose(p.week)
	if p.week < 0 && p.year == now && p.aimed != p.year {
		p.aimed = p.year
		p.strip.AimAt(app.DayOfYear(p.year, p.today()) / 7)
	}
	p.tellWeek(p.week)
	p.lookBack()
}

// cell is a week of the year: what is overdue in it, or how much there is to do.
func (p *homePage) cell(i int) kit.WeekCell {
	from, to := p.days(i)
	overdue, n := p.inWeek(from, to)
	c := kit.WeekCell{Number: n, Spoken: p.weekWords(i), Now: p.today() >= from && p.today() <= to}
	switch {
	case overdue > 0:
		c.Tone, c.Icon = kit.ToneError, kit.IconWarning
	case p.doneIn(from, to) > 0:
		c.Tone, c.Icon = kit.ToneOK, kit.IconCheck
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
	if done := p.doneIn(from, to); done > 0 {
		said = doneWords(done)
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
		p.said.SetText(words.T("per settimana: una spunta se tutto è fatto, un triangolo se qualcosa è scaduto, un numero quante scadenze"))
	} else {
		p.said.SetText(p.weekWords(i))
	}
	p.scroll.Refresh()
}
