package ui

import (
	"strings"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// frame is the calendar of the year that the picture shows.
func (p *backupPage) frame() kit.YearFrame {
	first := time.Date(p.year, 1, 1, 0, 0, 0, 0, time.UTC)
	f := kit.YearFrame{
		Days: app.YearDays(p.year), Monday: -(int(first.Weekday()+6) % 7), Today: app.DayOfYear(p.year, p.today()),
		Months: monthNames(),
	}
	for i := range f.Starts {
		f.Starts[i] = time.Date(p.year, time.Month(i+1), 1, 0, 0, 0, 0, time.UTC).YearDay() - 1
	}
	return f
}

// monthNames are those over the pictures of a year.
func monthNames() [12]string {
	return [12]string{
		words.T("gen"), words.T("feb"), words.T("mar"), words.T("apr"), words.T("mag"), words.T("giu"),
		words.T("lug"), words.T("ago"), words.T("set"), words.T("ott"), words.T("nov"), words.T("dic"),
	}
}

// row is a plan in the picture.
func (p *backupPage) row(i int) kit.YearRow {
	plan, y := p.plans[i], p.years[i]
	r := kit.YearRow{
		Title: plan.Name, Second: joined(p.entry("medium-kind", plan.Kind), p.who(plan)), Ticks: y.Copies, Rings: y.Tests,
		Spoken: func(from, to int) string { return p.weekWords(y, from, to) },
	}
	if r.Title == "" {
		r.Title = words.T("(senza nome)")
	}
	kinds := map[app.BackupState]kit.YearKind{app.BackupWaiting: kit.YearWaiting, app.BackupCovered: kit.YearGood, app.BackupBare: kit.YearBad}
	for _, run := range y.Runs {
		r.Runs = append(r.Runs, kit.YearRun{From: run.From, To: run.To, Kind: kinds[run.State]})
	}
	r.Tone, r.Icon, r.Word = p.stands(i)
	return r
}

// who makes the copies of a plan, shortly.
func (p *backupPage) who(plan *app.BackupPlan) string {
	if plan.Mode == app.BackupAutomatic {
		return words.T("automatica")
	}
	return p.shell.names.Ref(app.PersonForm.Key, plan.Keeper)
}

// entry is the label of a catalogue entry, "" for none.
func (p *backupPage) entry(name, slug string) string {
	if slug == "" {
		return ""
	}
	return p.shell.names.Entry(name, slug)
}

// joined puts a comma between what there is.
func joined(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// stands says in a word how a plan stands today: the worst first.
func (p *backupPage) stands(i int) (kit.Tone, kit.Icon, string) {
	plan, st, today := p.plans[i], p.standing[i], p.today()
	switch {
	case plan.Ended != "" && plan.Ended <= today:
		return kit.ToneNeutral, kit.IconForbidden, words.F("fino al %s", plan.Ended)
	case !plan.Holds(today):
		return kit.ToneNeutral, kit.IconClock, words.F("dal %s", plan.From())
	case st.Overdue > 0 && st.Last == nil:
		return kit.ToneError, kit.IconWarning, words.T("nessuna copia")
	case st.Overdue > 0:
		return kit.ToneError, kit.IconWarning, p.ago(st.Last.At)
	case st.Failed:
		return kit.ToneWarn, kit.IconWarning, words.T("l’ultima è fallita")
	case st.Last == nil:
		return kit.ToneNeutral, kit.IconClock, words.F("la prima entro il %s", st.Due)
	case st.Tested == "":
		return kit.ToneWarn, kit.IconClock, words.T("mai provato")
	case st.TestDue != "" && st.TestDue < today:
		return kit.ToneWarn, kit.IconClock, words.T("prova scaduta")
	}
	return kit.ToneOK, kit.IconCheck, p.ago(st.Last.At)
}

// ago says when something was, as one does.
func (p *backupPage) ago(at form.Moment) string {
	day, clock := form.DateOf(at.Time), at.In(form.Rome).Format("15:04")
	switch n := int(p.today().Time().Sub(day.Time()) / (24 * time.Hour)); n {
	case 0:
		return words.F("oggi, %s", clock)
	case 1:
		return words.F("ieri, %s", clock)
	default:
		return words.Plural(n, "%d giorno fa", "%d giorni fa")
	}
}

// tellWeek reads the week out that is chosen in the picture.
func (p *backupPage) tellWeek() {
	i := p.at()
	if i < 0 {
		p.week.SetText("")
		return
	}
	from, to := p.bars.Week()
	p.week.SetText(words.F("«%s», %s", p.plans[i].Name, p.weekWords(p.years[i], from, to)))
	p.scroll.Refresh()
}

// weekWords says what some days of a plan are like.
func (p *backupPage) weekWords(y *app.BackupYear, from, to int) string {
	var parts []string
	if n := y.Made(from, to); n > 0 {
		parts = append(parts, words.Plural(n, "%d copia riuscita", "%d copie riuscite"))
	}
	within := func(days []int) (n int) {
		for _, d := range days {
			if d >= from && d <= to {
				n++
			}
		}
		return n
	}
	if n := within(y.Failed); n > 0 {
		parts = append(parts, words.Plural(n, "%d giorno con una copia fallita", "%d giorni con una copia fallita"))
	}
	if n := within(y.Tests); n > 0 {
		parts = append(parts, words.Plural(n, "%d ripristino o prova", "%d ripristini o prove"))
	}
	covered, bare := y.Count(app.BackupCovered, from, to), y.Count(app.BackupBare, from, to)
	switch {
	case bare > 0:
		parts = append(parts, words.Plural(bare, "%d giorno senza copia recente", "%d giorni senza copia recente"))
	case covered > 0:
		parts = append(parts, words.T("coperti"))
	case y.Count(app.BackupWaiting, from, to) > 0:
		parts = append(parts, words.T("la prima copia ha ancora tempo"))
	default:
		parts = append(parts, words.T("niente da dire"))
	}
	return words.F("dal %s al %s: %s", app.YearDay(y.Year, from), app.YearDay(y.Year, to), strings.Join(parts, ", "))
}
