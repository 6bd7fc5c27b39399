package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// homePage is the first page: what is to be done, by when, and where; how complete
// the office is; what changed since the last visit; the year in weeks.
type homePage struct {
	shell *Shell
	year  int
	week  int // chosen, -1 for none
	aimed int // the year in which the keyboard was put on this week

	due    []app.Deadline // by row of the list; a head has an empty one
	date   *kit.Line
	own    *fyne.Container // what is the matter with the program's own copies
	bands  *fyne.Container
	clocks []breachBand // in bands
	list   *kit.DueList
	paper  *fyne.Container // the list, or what stands in its place
	bars   []*kit.ShareBar
	share  *kit.Line
	gaps   *kit.Link // to what is missing
	last   *fyne.Container
	since  *fyne.Container // what changed since the signed edition
	sheet  *fyne.Container // around it, hidden where nothing did
	strip  *kit.WeekStrip
	title  *kit.Line
	said   *kit.Text // the week in words
	every  *kit.Link
	after  *kit.Link

	before *kit.Link
	scroll *kit.Scroll
}

func newHomePage(s *Shell) *homePage { return &homePage{shell: s, week: -1} }

func (p *homePage) today() form.Date { return form.DateOf(p.shell.cfg.Now()) }

func (p *homePage) build() {
	if p.scroll != nil {
		return
	}
	p.year = p.today().Time().Year()
	p.date = kit.NewStyledLine("", theme.SizeNameText, kit.ColorInk2, false)
	p.own, p.bands = kit.Column(0), kit.Column(kit.GapSmall)
	p.list = kit.NewDueList(words.T("Scadenze"))
	p.list.OnOpen = func(i int) { p.settle(p.due[i]) }
	p.paper = kit.Layers(p.list)
	p.last = kit.Column(kit.GapTight)
	p.since = kit.Column(kit.GapTight)
	print := kit.NewButton(kit.Outlined, words.T("Stampa l’elenco"), kit.IconPrinter, p.print)
	export := kit.NewButton(kit.Outlined, words.T("Esporta calendario"), kit.IconCalendar, p.export)
	head := kit.Column(kit.GapPanel,
		kit.Abreast(720, 0.45,
			kit.Row(kit.GapSmall, kit.NewStyledLine(words.T("Scadenze"), theme.SizeNameHeadingText, theme.ColorNameForeground, true), kit.Grow(p.date)),
			kit.Row(kit.GapSmall, kit.Spacer(), print, export)),
		p.bands, p.own)
	p.scroll = kit.NewScroll(kit.Home(head, kit.Sheet(p.paper), kit.Column(kit.GapPanel, kit.Panel(p.buildShares()), p.sincePanel(), kit.Panel(p.last)), kit.Panel(p.buildYear())))
}

// buildShares makes the bars that say how complete the office is.
func (p *homePage) buildShares() fyne.CanvasObject {
	p.share = kit.NewStyledLine("", theme.SizeNameSubHeadingText, theme.ColorNameForeground, true)
	column := kit.Column(kit.GapTight, kit.Row(kit.GapSmall, kit.Grow(kit.NewSubheading(words.T("Completezza dell’ufficio"))), p.share))
	for i, label := range []string{words.T("Ufficio, sedi e locali"), words.T("Trattamenti"), words.T("Nomine firmate"), words.T("Copie di sicurezza"), words.T("Credenziali in regola")} {
		bar := kit.NewShareBar(label, func() {
			if i < len(p.shell.outlook.shares) {
				p.shell.goToRegister(p.shell.outlook.shares[i].Register)
			}
		})
		p.bars = append(p.bars, bar)
		column.Add(bar)
	}
	p.gaps = kit.NewLink("", kit.IconArrowRight, p.shell.showGaps)
	p.gaps.Hide()
	column.Add(p.gaps)
	return column
}

func (p *homePage) object() fyne.CanvasObject {
	p.build()
	return p.scroll
}

func (p *homePage) leave() {}

func (p *homePage) focus() { p.list.Focus() }

func (p *homePage) actions() actions { return actions{print: p.print} }

// stale is how old what the page tells may be when it is shown.
const stale = time.Minute

func (p *homePage) shown() {
	p.tell()
	if s := p.shell; s.outlook.known && (s.cfg.Now().Sub(s.outlook.at) > stale || p.changed()) {
		s.sweep()
	}
}

// changed says that the office is not as the page tells: a paper was printed or came
// back signed, or a command wrote beside the window.
func (p *homePage) changed() bool {
	s := p.shell
	head, err := s.cfg.Store.Head(context.Background())
	if err != nil {
		s.cfg.Log.Warn("look whether the office changed", "error", err)
		return false // the next save says what is wrong with the file
	}
	return head != s.outlook.chain
}

// minute follows the clock while the page is in front: the hours of a breach run,
// and at midnight another day begins.
func (p *homePage) minute() {
	if p.scroll == nil || p.shell.front != p.object() {
		return
	}
	p.tellBreaches()
	if o := p.shell.outlook; o.known && form.DateOf(o.at) != p.today() {
		p.shell.sweep()
	}
}

// tell shows what is known now.
func (p *homePage) tell() {
	if p.scroll == nil {
		return
	}
	o := &p.shell.outlook
	p.date.SetText(longDay(p.today()))
	p.tellBreaches()
	p.tellCopies()
	p.arrange()
	done, total := 0, 0
	for i, share := range o.shares {
		p.bars[i].Set(shareWords(share), share.Done, share.Total)
		if share.Total > 0 { // each counts the same, however many there are of it
			done, total = done+100*share.Done/share.Total, total+1
		}
	}
	p.gaps.SetText(words.Plural(o.gaps, "Che cosa manca: %d scheda", "Che cosa manca: %d schede"))
	show(p.gaps, o.gaps > 0)
	p.share.SetText("")
	if total > 0 {
		p.share.SetText(words.F("%d %%", done/total))
	}
	p.tellLast()
	p.tellSince()
	p.tellYear()
	p.scroll.Refresh()
}

func shareWords(s app.Share) string {
	switch {
	case s.Total == 0:
		return words.T("ancora niente")
	case s.Key == app.ShareTreatments:
		return words.F("%d di %d senza avvisi", s.Done, s.Total)
	case s.Key == app.ShareCopies:
		return words.F("%d archivi di %d", s.Done, s.Total)
	}
	return words.F("%d di %d", s.Done, s.Total)
}

// arrange fills the list: what is overdue, this week, this month, without a date; or
// the week that is chosen in the year.
func (p *homePage) arrange() {
	o := &p.shell.outlook
	var rows []kit.DueRow
	p.due = nil
	group := func(title string, tone kit.Tone, in func(x *app.Deadline) bool) {
		at := len(rows)
		for _, x := range o.due {
			if in(&x) {
				rows, p.due = append(rows, p.row(x)), append(p.due, x)
			}
		}
		if n := len(rows) - at; n > 0 {
			head := kit.DueRow{Head: true, Title: title, Tone: tone, Number: n}
			if at == 0 {
				head.Who, head.When = words.T("Chi"), words.T("Entro")
			}
			rows = append(rows[:at], append([]kit.DueRow{head}, rows[at:]...)...)
			p.due = append(p.due[:at], append([]app.Deadline{{}}, p.due[at:]...)...)
		}
	}
	if p.week >= 0 {
		from, to := p.days(p.week)
		group(words.F("Settimana dal %s al %s", from, to), kit.ToneNeutral, func(x *app.Deadline) bool { return x.Due >= from && x.Due <= to })
	} else {
		today := p.today()
		group(words.T("Scadute"), kit.ToneError, func(x *app.Deadline) bool { return x.State == app.DeadlineOverdue })
		group(words.T("Questa settimana"), kit.ToneWarn, func(x *app.Deadline) bool { return x.ThisWeek(today) })
		group(words.T("Questo mese"), kit.ToneNeutral, func(x *app.Deadline) bool { return x.State == app.DeadlineSoon && !x.ThisWeek(today) })
		group(words.T("Da fare, senza una data"), kit.ToneNeutral, func(x *app.Deadline) bool { return x.State == app.DeadlineUndated })
	}
	p.list.SetRows(rows)
	p.paper.Objects = []fyne.CanvasObject{p.list}
	if len(rows) == 0 {
		p.paper.Objects = []fyne.CanvasObject{p.nothing()}
	}
	p.paper.Refresh()
	show(p.every, p.week >= 0)
}

// nothing says that nothing is to be done, and what comes next.
func (p *homePage) nothing() fyne.CanvasObject {
	o := &p.shell.outlook
	switch {
	case !o.known:
		return kit.EmptyState(kit.IconClock, words.T("Leggo le scadenze…"), words.T("Ci vuole un momento."), nil)
	case p.week >= 0:
		from, to := p.days(p.week)
		if done := p.doneIn(from, to); done > 0 {
			return kit.EmptyState(kit.IconCheck, words.T("Tutto fatto"), words.F("Dal %s al %s: %s.", from, to, doneWords(done)), nil)
		}
		return kit.EmptyState(kit.IconCheck, words.T("Nessuna scadenza"), words.F("Dal %s al %s non scade niente.", from, to), nil)
	case len(o.due) == 0:
		return kit.EmptyState(kit.IconCheck, words.T("Niente da fare"), words.T("Nessuna scheda ha una scadenza. Appena scrivete persone, credenziali, copie e trattamenti, qui si vede che cosa c’è da fare."), nil)
	}
	next := o.due[0]
	return kit.EmptyState(kit.IconCheck, words.T("Niente da fare in questi giorni"), words.F("La prossima scadenza è del %s: %s.", next.When(), words.Sentence(next.What)), nil,
		kit.NewButton(kit.Outlined, verb(next.Verb), kit.IconArrowRight, func() { p.settle(next) }))
}

// settle leads to where a deadline is settled.
func (p *homePage) settle(x app.Deadline) {
	s := p.shell
	switch {
	case x.DeadlineSource == nil:
		return
	case x.Key == "backup":
		s.goToPlan(x.UID) // there a copy is recorded with one click
		return
	case x.Key == "breach-clock":
		s.goOnWithBreach(x.UID)
		return
	case x.New != nil:
		s.beginRecord(x.Writes, x.New)
		return
	}
	if paper, ok := papers.Find(s.cfg.Papers, x.Paper); ok {
		s.print(paper, x.UID, false)
		return
	}
	r := s.openRecord(x.Register, x.UID)
	switch {
	case r == nil:
	case x.Key == "dpia-owed":
		r.screen()
	case x.Path != "":
		r.view.Focus(x.Path)
	}
}

// goOnWithBreach opens a breach where its path goes on, wherever it was left.
func (s *Shell) goOnWithBreach(uid string) {
	if r := s.openRecord(app.BreachForm.Key, uid); r != nil && r.wizard != nil {
		r.wizard.turn(r.wizard.path.Here)
	}
}

// beginRecord starts a new record with what is known of it already, at the first
// field that lacks. One that was left half written comes first.
func (s *Shell) beginRecord(register string, values map[string]any) {
	if p := s.goToRegister(register); p != nil && p.open != nil && p.open.uid() == "" && !p.open.dirty {
		p.open = nil // begun, and nothing was written in it
	}
	r := s.openRecord(register, "")
	if r == nil {
		return
	}
	if r.dirty {
		r.status.Set(kit.ToneWarn, kit.IconInfo, words.T("Questa scheda nuova era rimasta a metà: finitela, o annullate le modifiche e tornate alla scadenza."))
		return
	}
	for key, value := range values {
		r.put(key, value)
	}
	r.view.Sync()
	r.saved = r.ed.Draft()
	r.undone.now = r.saved
	r.tell()
	for _, p := range r.view.Problems() {
		if p.Gravity == form.Missing {
			r.view.Focus(p.Path)
			return
		}
	}
}

// goToPlan shows a plan in the picture of the copies.
func (s *Shell) goToPlan(uid string) {
	if b, front := kindOf[*backupPage](s); b != nil {
		b.uid, b.year = uid, b.thisYear()
		front()
		b.reload()
	}
}

func (p *homePage) print() {
	if paper, ok := papers.Find(p.shell.cfg.Papers, "deadlines"); ok {
		p.shell.print(paper, "", false)
	}
}

// export writes the deadlines as a calendar that other programs read.
func (p *homePage) export() {
	s := p.shell
	s.askSave(words.T("Esporta il calendario"), exchange.CalendarName(p.today()), ".ics", words.T("Esporta"), func(path string) {
		d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
		var data []byte
		if err == nil {
			data, err = exchange.WriteCalendar(d)
		}
		if err == nil {
			err = exchange.WriteFile(path, data)
		}
		if err != nil {
			s.fail(err)
			return
		}
		kit.ShowInfo(s.win, words.T("Calendario esportato"), words.F("%s si apre con il calendario del computer o del telefono. Contiene nomi di persone: trattatelo come le schede.", path))
	})
}
