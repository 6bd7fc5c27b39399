package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefOffices is the folder whose offices are looked over.
const prefOffices = "offices-folder"

// officesPage is every office of a folder, those first that press most, beside what
// presses in one of them. It stands over the page of the tab. The files are read
// behind the window, and left as they lie.
type officesPage struct {
	shell *Shell
	dir   string
	all   []app.Glance
	rows  []app.Glance // those that the search leaves
	total int          // how many there are, as far as it is known
	read  bool         // all of them
	path  string       // of the one that is shown

	list  *kit.ListPane
	split *kit.PageView
}

// lookOverOffices shows what presses in the offices of a folder, which is asked for
// the first time.
func (s *Shell) lookOverOffices() {
	if s.cfg.Overview == nil {
		return
	}
	if dir := s.cfg.App.Preferences().String(prefOffices); dir != "" {
		newOfficesPage(s, dir)
		return
	}
	s.askOffices()
}

func (s *Shell) askOffices() {
	s.askFolder(words.T("Scadenze di più uffici"), words.T("Scegliete la cartella in cui tenete i file degli uffici, anche in una cartella per ciascuno. Si leggono soltanto: nessuno viene aperto né cambiato."),
		words.T("Guarda"), func(dir string) {
			if abs, err := filepath.Abs(dir); err == nil {
				dir = abs
			}
			s.cfg.App.Preferences().SetString(prefOffices, dir)
			newOfficesPage(s, dir)
		})
}

func newOfficesPage(s *Shell, dir string) *officesPage {
	s.current().leave()
	p := &officesPage{shell: s, dir: dir}
	p.list = kit.NewListPane(words.T("Più uffici"), "")
	p.list.SetModel(func() int { return len(p.rows) }, p.row)
	p.list.SetSearchHint(words.T("Nome o file"))
	p.list.OnSearch = func(string) { p.arrange() }
	p.list.OnSelect = func(i int) { p.choose(p.rows[i]) }
	p.list.OnOpen = func(i int) {
		if i >= 0 && i < len(p.rows) {
			p.open(p.rows[i])
		}
	}
	p.list.OnEscape = s.back
	p.list.SetFoot(
		kit.NewLink(words.T("Altra cartella…"), kit.IconFolder, s.askOffices),
		kit.NewLink(words.T("Rileggi"), kit.IconHistory, func() { newOfficesPage(s, dir) }),
		kit.NewLink(words.T("Chiudi"), kit.IconChevronLeft, s.back))
	p.split = kit.NewPageView(p.list, nil)
	p.split.SetRecord(p.nothing())
	p.split.ShowList()
	s.show(p.split.Object())
	s.over, s.frontActions = func() { newOfficesPage(s, dir) }, actions{search: p.list.FocusSearch}
	p.arrange()
	p.ask()
	p.list.FocusSearch() // nothing else is there to have the keyboard yet
	return p
}

// ask reads the offices away from the window's thread; each comes in as it is read,
// as long as the page is in front.
func (p *officesPage) ask() {
	ctx, stop := context.WithCancel(context.Background())
	s, file := p.shell, p.shell.cfg.Store
	overview, now := s.cfg.Overview, s.cfg.Now()
	inFront := func() bool {
		if s.shut || s.cfg.Store != file || s.front != p.split.Object() {
			stop()
		}
		return ctx.Err() == nil
	}
	s.background(func() {
		err := overview(ctx, p.dir, now, func(g app.Glance, total int) {
			s.cfg.Do(func() {
				if inFront() {
					p.take(g, total)
				}
			})
		})
		s.cfg.Do(func() {
			if inFront() {
				p.ended(err)
			}
			stop()
		})
	})
}

func (p *officesPage) take(g app.Glance, total int) {
	p.all, p.total = append(p.all, g), total
	app.SortGlances(p.all)
	p.arrange()
}

// ended follows the last of the offices.
func (p *officesPage) ended(err error) {
	p.read = true
	p.arrange()
	if p.list.SearchText() == "" && kit.IsSearch(p.shell.win.Canvas().Focused()) {
		p.list.FocusList()
	}
	switch {
	case err != nil:
		p.shell.fail(err)
		p.split.SetRecord(p.nothing())
		p.split.ShowList()
	case len(p.all) == 0:
		p.split.SetRecord(p.nothing())
	case p.path == "" && !p.split.TwoSteps():
		p.choose(p.all[0])
		p.list.Select(0)
	}
}

// arrange shows the offices that the search leaves; the one that is shown stays
// marked wherever it has come to stand.
func (p *officesPage) arrange() {
	text := strings.ToLower(strings.TrimSpace(p.list.SearchText()))
	p.rows = nil
	for _, g := range p.all {
		if strings.Contains(strings.ToLower(g.Name+" "+p.within(g.Path)), text) {
			p.rows = append(p.rows, g)
		}
	}
	switch {
	case !p.read && p.total > 0:
		p.list.SetCount(words.F("%d di %d", len(p.all), p.total))
	case p.read:
		p.list.SetCount(words.Plural(len(p.all), "%d ufficio", "%d uffici"))
	}
	switch {
	case !p.read:
		p.list.SetEmpty(words.T("Leggo gli uffici…"))
	case len(p.all) > 0:
		p.list.SetEmpty(words.T("Nessun ufficio così"))
	default:
		p.list.SetEmpty(words.T("In questa cartella non ci sono uffici"))
	}
	p.list.Select(slices.IndexFunc(p.rows, func(g app.Glance) bool { return g.Path == p.path }))
	p.list.Refresh()
}

// within is where a file lies in the folder.
func (p *officesPage) within(path string) string {
	if rel, err := filepath.Rel(p.dir, path); err == nil {
		return rel
	}
	return path
}

func (p *officesPage) row(i int) kit.RowData {
	g := p.rows[i]
	d := kit.RowData{Title: g.Title()}
	d.Tone, d.Icon, d.Word = glanceSign(g)
	var parts []string
	if g.Overdue > 0 && g.Week > 0 {
		parts = append(parts, words.F("%d in settimana", g.Week))
	}
	if g.Month > 0 {
		parts = append(parts, words.F("%d nel mese", g.Month))
	}
	d.Second = strings.Join(append(parts, p.within(g.Path)), " · ")
	return d
}

// glanceSign is how an office stands, in one word.
func glanceSign(g app.Glance) (kit.Tone, kit.Icon, string) {
	switch {
	case g.Refused != nil:
		return kit.ToneNeutral, kit.IconForbidden, words.T("non letto")
	case g.Overdue > 0:
		return kit.ToneError, kit.IconWarning, words.Plural(g.Overdue, "%d scaduta", "%d scadute")
	case g.Week > 0:
		return kit.ToneWarn, kit.IconClock, words.F("%d in settimana", g.Week)
	}
	return kit.ToneOK, kit.IconCheck, words.T("niente di urgente")
}

func (p *officesPage) nothing() fyne.CanvasObject {
	folder := kit.NewButton(kit.Outlined, words.T("Altra cartella…"), kit.IconFolder, p.shell.askOffices)
	if p.read && len(p.all) == 0 {
		return kit.Sheet(kit.EmptyState(kit.IconOffice, words.T("In questa cartella non ci sono uffici"),
			words.F("Si cercano i file che finiscono in .tutela, in %s e nelle sue cartelle.", p.dir), nil, folder))
	}
	return kit.Sheet(kit.EmptyState(kit.IconOffice, words.T("Scegliete un ufficio"),
		words.F("A sinistra gli uffici di %s, prima quelli che hanno più scadenze passate. Si leggono soltanto: nessuno viene aperto né cambiato.", p.dir), nil))
}

// choose shows what presses in an office.
func (p *officesPage) choose(g app.Glance) {
	p.path = g.Path
	tone, icon, word := glanceSign(g)
	head := kit.Row(kit.GapPanel,
		kit.NewLink(words.T("Elenco"), kit.IconChevronLeft, p.split.ShowList),
		kit.Grow(kit.NewStyledLine(g.Title(), theme.SizeNameHeadingText, theme.ColorNameForeground, true)),
		kit.NewChip(tone, icon, word))
	show(head.Objects[0], p.split.TwoSteps())
	p.split.OnSteps = func(two bool) { show(head.Objects[0], two) }
	var bar fyne.CanvasObject
	if isOfficeFile(g.Path) {
		open := kit.NewButton(kit.Filled, words.T("Apri questo ufficio"), kit.IconArrowRight, func() { p.open(g) })
		bar = kit.ActionBar(kit.NewStatus(kit.ToneNeutral, kit.IconInfo, words.T("Il file non è stato toccato.")), open)
	}
	p.split.SetRecord(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, p.content(g))), nil, bar))
}

func isOfficeFile(path string) bool { return strings.EqualFold(filepath.Ext(path), app.OfficeEnding) }

func (p *officesPage) content(g app.Glance) fyne.CanvasObject {
	column := kit.Column(kit.GapField, kit.NewHelp(g.Path))
	if g.Refused != nil {
		column.Add(kit.NewText(words.Sentence(app.Sentence(g.Refused))))
		return column
	}
	counts := kit.Flow(kit.GapSmall)
	add := func(n int, tone kit.Tone, icon kit.Icon, text string) {
		if n > 0 {
			counts.Add(kit.NewChip(tone, icon, text))
		}
	}
	add(g.Overdue, kit.ToneError, kit.IconWarning, words.Plural(g.Overdue, "%d scaduta", "%d scadute"))
	add(g.Week, kit.ToneWarn, kit.IconClock, words.F("%d in settimana", g.Week))
	add(g.Month, kit.ToneNeutral, kit.IconCalendar, words.F("%d nel mese", g.Month))
	add(g.Undated, kit.ToneNeutral, kit.IconPencil, words.F("%d da fare, senza una data", g.Undated))
	add(g.Gaps, kit.ToneNeutral, kit.IconPencil, words.Plural(g.Gaps, "%d scheda incompleta", "%d schede incomplete"))
	if len(counts.Objects) > 0 {
		column.Add(counts)
	}
	if g.Next != nil {
		column.Add(kit.NewText(words.F("La prossima scadenza è del %s: %s.", g.Next.When(), strings.TrimSuffix(words.Sentence(g.Next.What), "."))))
	}
	if len(g.Urgent) == 0 {
		column.Add(kit.NewStatus(kit.ToneOK, kit.IconCheck, words.T("Niente di scaduto, niente in scadenza questa settimana.")))
	}
	addUrgent(column, words.T("Scadute"), kit.ToneError, kit.IconWarning, g.Urgent[:g.Overdue])
	addUrgent(column, words.T("Questa settimana"), kit.ToneWarn, kit.IconClock, g.Urgent[g.Overdue:])
	return column
}

// mostUrgent is how many deadlines of a group are shown; the rest are counted.
const mostUrgent = 15

func addUrgent(column *fyne.Container, title string, tone kit.Tone, icon kit.Icon, list []app.Deadline) {
	if len(list) == 0 {
		return
	}
	column.Add(kit.NewSectionHead(0, title))
	for i, x := range list {
		if i == mostUrgent {
			column.Add(kit.NewHelp(words.Plural(len(list)-i, "e %d altra", "e altre %d")))
			return
		}
		about := strings.TrimSpace(words.Sentence(x.Why) + " " + x.Law)
		if x.Who != "" {
			about = x.Who + " · " + about
		}
		column.Add(kit.RowTop(kit.GapSmall,
			kit.NewIcon(icon, tone.Ink(), theme.SizeNameText),
			kit.Grow(kit.Column(0, kit.NewText(words.Sentence(x.What)), kit.NewHelp(about))),
			kit.NewStyledLine(x.When(), theme.SizeNameText, tone.Ink(), true)))
	}
}

// open goes on to an office; its passphrase is asked where it is sealed.
func (p *officesPage) open(g app.Glance) {
	path, s := g.Path, p.shell
	if !isOfficeFile(path) {
		return
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // by which it is known whether it is open here
	}
	if path == s.cfg.Store.Path() {
		s.goTo(0)
		return
	}
	s.swap(path, false)
}
