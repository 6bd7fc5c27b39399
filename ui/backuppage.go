package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// mostPlans is how many plans the picture shows at once: below it one sees the log.
const mostPlans = 5

// backupPage is the picture of the copies of a year, and below it the plan that is
// chosen in it: what it says, and its log.
type backupPage struct {
	shell *Shell
	year  int
	uid   string // of the plan that is chosen

	plans    []*app.BackupPlan
	years    []*app.BackupYear
	standing []app.BackupStanding
	copies   []*app.BackupCopy // of the year, and of some time before it
	past     lookedUp[[]*app.BackupCopy]

	bars            *kit.YearBars
	picture         *kit.YearPicture
	title           *kit.Line
	before, after   *kit.Link
	rule, week      *kit.Text
	plan, log, body *fyne.Container
	recorder        *fyne.Container
	saved           *app.BackupCopy // just made here, and not taken back
	scroll          *kit.Scroll
	whole           *fyne.Container
}

func newBackupPage(s *Shell) *backupPage { return &backupPage{shell: s} }

func (p *backupPage) today() form.Date { return p.shell.world.Today() }

func (p *backupPage) thisYear() int { return p.today().Time().Year() }

// build makes the page when it is first looked at.
func (p *backupPage) build() {
	if p.whole != nil {
		return
	}
	p.year = p.thisYear()
	p.bars = kit.NewYearBars()
	p.bars.OnChosen = func(row int) {
		p.uid, p.saved = p.plans[row].UID(), nil
		p.picture.Reveal()
		p.tellPlan()
	}
	p.bars.OnMoved = p.tellWeek
	p.bars.OnOpen = func(row int) { p.open(p.plans[row].UID()) }
	p.picture = kit.NewYearPicture(p.bars, mostPlans)
	p.title, p.week = kit.NewStyledLine("", theme.SizeNameSubHeadingText, theme.ColorNameForeground, true), kit.NewHelp("")
	p.rule = kit.NewHelp("")
	p.before = kit.NewLink("", kit.IconChevronLeft, func() { p.goTo(p.year - 1) })
	p.after = kit.NewLink("", kit.IconChevronRight, func() { p.goTo(p.year + 1) })
	legend := kit.YearLegend(words.T("coperto (tacca: una copia)"), words.T("senza copia recente"), words.T("ripristino o prova"), words.T("oggi"))
	head := kit.Column(kit.GapTight, kit.Row(kit.GapPanel, p.title, p.before, p.after, kit.Spacer()), kit.Reflow(p.rule, legend))
	p.plan, p.log, p.recorder = kit.Column(kit.GapSmall), kit.Column(kit.GapSmall), kit.Column(0)
	p.body = kit.Column(kit.GapPanel,
		kit.Sheet(kit.Column(kit.GapSmall, kit.Pad(kit.GapPanel, kit.GapField, 0, kit.GapField, head), p.picture.Object(),
			kit.Pad(0, kit.GapField, kit.GapPanel, kit.GapField, p.week))),
		p.recorder, kit.Abreast(820, 0.4, kit.Panel(p.plan), kit.Panel(p.log)))
	p.scroll = kit.NewScroll(p.body)
	p.whole = kit.Layers(p.scroll)
}

func (p *backupPage) object() fyne.CanvasObject {
	p.build()
	return p.whole
}

func (p *backupPage) shown() { p.reload() }
func (p *backupPage) leave() { p.saved = nil }

func (p *backupPage) focus() {
	if len(p.plans) > 0 {
		kit.FocusOn(p.bars)
	}
}

func (p *backupPage) actions() actions {
	a := actions{create: func() { p.open("") }}
	if p.chosen() != nil {
		a.print = p.printer("backup-instructions", p.uid)
	}
	return a
}

// open goes to a plan; "" starts a new one.
func (p *backupPage) open(uid string) { p.shell.openRecord(app.BackupPlanForm.Key, uid) }

func (p *backupPage) goTo(year int) {
	p.year = year
	p.reload()
	p.focus()
}

// reload reads what the page shows anew, and keeps what is chosen in it. What was
// not changed since is not read from the file again.
func (p *backupPage) reload() {
	if p.read(); len(p.plans) == 0 && p.year == p.thisYear() {
		p.whole.Objects = []fyne.CanvasObject{p.empty()}
		p.whole.Refresh()
		return
	}
	p.whole.Objects = []fyne.CanvasObject{p.scroll}
	rows := make([]kit.YearRow, len(p.plans))
	at := 0
	for i, plan := range p.plans {
		rows[i] = p.row(i)
		if plan.UID() == p.uid {
			at = i
		}
	}
	p.bars.SetYear(p.frame(), rows)
	p.bars.Choose(at)
	p.uid = ""
	if at < len(p.plans) {
		p.uid = p.plans[at].UID()
	}
	p.picture.Sync()
	p.picture.Reveal()
	p.title.SetText(words.F("Copertura dell’anno %d", p.year))
	p.rule.SetText(words.Plural(app.HouseOf(p.shell.world).BackupDays(), "Regola della casa: una copia almeno ogni %d giorno.", "Regola della casa: una copia almeno ogni %d giorni."))
	p.before.SetText(strconv.Itoa(p.year - 1))
	p.after.SetText(strconv.Itoa(p.year + 1))
	show(p.after, p.year < p.thisYear())
	p.tellPlan()
	p.whole.Refresh()
}

// read gathers the plans of the year, with its copies and restores.
func (p *backupPage) read() {
	w := p.shell.world
	first, last := app.YearDay(p.year, 0), app.YearDay(p.year, app.YearDays(p.year)-1)
	p.plans, p.years, p.standing = nil, nil, nil
	var every, late int
	house := app.HouseOf(w)
	for _, rec := range w.Records(app.BackupPlanForm.Key) {
		plan := rec.(*app.BackupPlan)
		every, late = max(every, plan.Every(house)), max(late, plan.LookBack(house))
		gone := plan.Ended != "" && (plan.Ended <= first || p.year == p.thisYear() && plan.Ended <= p.today())
		if begun := plan.From(); !gone && (begun <= last || p.year == p.thisYear()) {
			p.plans = append(p.plans, plan)
		}
	}
	var restores []*app.Restore
	for _, rec := range w.Records(app.RestoreForm.Key) {
		restores = append(restores, rec.(*app.Restore))
	}
	// What the checks have read of the log is not read again.
	recent := copiesOf(w.Since(app.BackupCopyForm.Key, "at", p.today().AddDays(-late)))
	p.copies = recent
	if from := first.AddDays(-every); p.year != p.thisYear() || from < p.today().AddDays(-late) {
		p.copies = p.copiesBetween(from, last)
	}
	ofYear, ofLate := byPlan(p.copies), byPlan(recent)
	for _, plan := range p.plans {
		p.years = append(p.years, app.BackupYearOf(house, plan, ofYear[plan.UID()], restores, p.year, p.today()))
		p.standing = append(p.standing, app.PlanStanding(house, plan, ofLate[plan.UID()], restores, p.today()))
	}
}

func byPlan(copies []*app.BackupCopy) map[string][]*app.BackupCopy {
	out := map[string][]*app.BackupCopy{}
	for _, c := range copies {
		out[c.Plan] = append(out[c.Plan], c)
	}
	return out
}

// copiesBetween reads copies of past days, once until something is saved.
func (p *backupPage) copiesBetween(from, to form.Date) []*app.BackupCopy {
	question := string(from + to)
	if p.past.holds(question, p.shell.names.version) {
		return p.past.answer
	}
	recs, err := p.shell.cfg.Store.Span(context.Background(), app.BackupCopyForm.Type(), "at", from, to)
	if err != nil {
		p.shell.fail(err)
		return nil
	}
	p.past = lookedUp[[]*app.BackupCopy]{question, p.shell.names.version, copiesOf(recs)}
	return p.past.answer
}

func copiesOf(recs []any) []*app.BackupCopy {
	out := make([]*app.BackupCopy, len(recs))
	for i, rec := range recs {
		out[i] = rec.(*app.BackupCopy)
	}
	return out
}

// chosen is the plan that is chosen, nil for none.
func (p *backupPage) chosen() *app.BackupPlan {
	if i := p.at(); i >= 0 {
		return p.plans[i]
	}
	return nil
}

// at is where the chosen plan stands, -1 for none.
func (p *backupPage) at() int {
	for i, plan := range p.plans {
		if plan.UID() == p.uid {
			return i
		}
	}
	return -1
}

// empty says what to do where there is no plan.
func (p *backupPage) empty() fyne.CanvasObject {
	buttons := []fyne.CanvasObject{kit.NewButton(kit.Filled, words.T("Scrivi il primo piano"), kit.IconPlus, func() { p.open("") })}
	if do := p.blank("backup-instructions"); do != nil {
		buttons = append(buttons, kit.NewButton(kit.Outlined, words.T("Stampa il modulo in bianco"), kit.IconPrinter, do))
	}
	return kit.Sheet(kit.NewScroll(kit.EmptyState(kit.IconDatabase, words.T("Qui si vede se le copie ci sono"),
		words.T("Un computer si rompe, un disco sparisce: i dati tornano solo se ce n’è una copia recente, altrove, che si apre davvero."),
		[]kit.Step{
			{Title: words.T("Scrivete il piano"), Text: words.T("Che cosa si copia, su quale supporto, ogni quanto, chi lo fa.")},
			{Title: words.T("Registrate ogni copia"), Text: words.T("Un tasto: data, ora, supporto e nome sono già scritti.")},
			{Title: words.T("Provate a ripristinare"), Text: words.T("Almeno una volta all’anno, con qualche file.")},
		}, buttons...)))
}
