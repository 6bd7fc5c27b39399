package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/papers"
	"tutela/ui/kit"
)

// Config is what the window is made of.
type Config struct {
	App       fyne.App
	Store     Store
	Shipped   *catalogue.Book
	Registers []app.Register
	Papers    []papers.Paper
	Now       func() time.Time
	By        app.By
	Log       *slog.Logger
	// OpenFile opens a file in the program that the system has for it.
	OpenFile func(path string) error
	Version  string
	// Do runs a function on the window's thread; nil is fyne.Do. The test driver
	// has no such thread, so tests say what is to happen.
	Do func(func())
}

// Shell is the window: the rail of tabs, and the page of each.
type Shell struct {
	cfg    Config
	win    fyne.Window
	names  *names
	drafts *drafts
	rail   *kit.Rail
	tabs   []tab
	pages  []page
	stack  *fyne.Container // the page shown, or the preview over it
	temp   []string        // PDFs opened in a viewer, removed at close
	theme  *kit.Theme
}

// page is what a tab shows.
type page interface {
	object() fyne.CanvasObject
	shown()
	// focus gives the keyboard to what one most likely does next.
	focus()
	// actions of the menus; nil where the page has none
	actions() actions
	// leave keeps what is being edited.
	leave()
}

// actions are what menus and keys do on a page.
type actions struct {
	create, save, undo, remove, print, search func()
	// undoLast and redo take back and repeat the last change in the record.
	undoLast, redo func()
	// history shows the versions of the record, deleted those that are gone.
	history, deleted func()
}

type tab struct {
	tab   app.Tab
	label string
	short string
	icon  kit.Icon
}

// allTabs are the tabs of the program. One shows when a register stands in it.
var allTabs = []tab{
	{app.TabDeadlines, "Scadenze", "Scadenze", kit.IconCalendar},
	{app.TabOffice, "Ufficio", "Ufficio", kit.IconOffice},
	{app.TabTreatments, "Trattamenti", "Trattam.", kit.IconDocument},
	{app.TabPeople, "Personale e credenziali", "Personale", kit.IconPeopleKey},
	{app.TabBackup, "Backup", "Backup", kit.IconDatabase},
	{app.TabBreaches, "Violazioni", "Violaz.", kit.IconShield},
	{app.TabRequests, "Richieste", "Richieste", kit.IconMail},
	{app.TabDocuments, "Documenti", "Docum.", kit.IconPrinter},
}

// New makes the window of an office. Show it with Run.
func New(cfg Config) (*Shell, error) {
	if cfg.Do == nil {
		cfg.Do = fyne.Do
	}
	s := &Shell{cfg: cfg, theme: themeOf(cfg.App.Preferences())}
	s.names = newNames(cfg.Store, cfg.Shipped, s.fail)
	var err error
	if s.drafts, err = newDrafts(cfg.Store, cfg.Now, cfg.Do, s.fail); err != nil {
		return nil, err
	}
	cfg.App.Settings().SetTheme(s.theme)
	s.win = cfg.App.NewWindow("Tutela")
	s.win.SetIcon(kit.AppIcon())
	var items []kit.RailItem
	for _, t := range allTabs {
		p := s.pageOf(t)
		if p == nil {
			continue
		}
		s.tabs, s.pages = append(s.tabs, t), append(s.pages, p)
		items = append(items, kit.RailItem{Label: t.label, Short: t.short, Icon: t.icon})
	}
	s.rail = kit.NewRail(items, s.goTo)
	s.stack = container.NewStack()
	s.win.SetContent(kit.NewFloor(kit.BesideRail(s.rail, s.stack)))
	s.win.SetMainMenu(s.menu())
	s.win.SetPadded(false)
	s.win.Resize(fyne.NewSize(1366, 697))
	s.win.SetMaster()
	s.win.SetCloseIntercept(s.Close)
	s.officeChanged()
	s.rail.SetHint("Ctrl+1…" + string(rune('0'+len(items))) + " cambia scheda")
	s.goTo(0)
	// Before the window is on screen nothing can have the keyboard.
	cfg.App.Lifecycle().SetOnStarted(func() { cfg.Do(s.pages[0].focus) })
	return s, nil
}

// pageOf makes the page of a tab from the registers that stand in it, nil if
// none does.
func (s *Shell) pageOf(t tab) page {
	var regs []app.Register
	for _, r := range s.cfg.Registers {
		if r.Tab == t.tab {
			regs = append(regs, r)
		}
	}
	switch {
	case t.tab == app.TabDocuments:
		return newDocumentsPage(s)
	case len(regs) == 0:
		return nil
	case len(regs) == 1:
		return newRegisterPage(s, regs[0])
	}
	return newTabbedPage(s, regs)
}

// Window is the window itself.
func (s *Shell) Window() fyne.Window { return s.win }

// Close keeps what is being edited and closes the window.
func (s *Shell) Close() {
	for _, p := range s.pages {
		p.leave()
	}
	s.drafts.stop()
	s.removeTemporary()
	s.win.Close()
}

func (s *Shell) goTo(i int) {
	if i < 0 || i >= len(s.pages) {
		return
	}
	s.current().leave()
	s.rail.Select(i)
	s.show(s.pages[i].object())
	s.pages[i].shown()
	s.pages[i].focus()
}

func (s *Shell) current() page { return s.pages[s.rail.Selected()] }

// show puts an object beside the rail.
func (s *Shell) show(o fyne.CanvasObject) {
	s.stack.Objects = []fyne.CanvasObject{kit.Pad(kit.GapPanel, kit.GapPanel, kit.GapPanel, kit.GapField, o)}
	s.stack.Refresh()
}

// back returns from a preview to the page of the tab.
func (s *Shell) back() { s.show(s.current().object()) }

// fail tells the user of an error, and the log of its cause.
func (s *Shell) fail(err error) {
	s.cfg.Log.Error("action failed", "error", err)
	if s.win == nil {
		return
	}
	kit.ShowError(s.win, "Non è andata a buon fine", app.Sentence(err), "")
}

// officeChanged shows the office's name on the rail and in the title.
func (s *Shell) officeChanged() {
	rows, err := s.cfg.Store.List(context.Background(), app.OfficeForm.Key, app.Query{})
	if err != nil {
		s.fail(err)
		return
	}
	name, place := "Ufficio senza nome", ""
	if len(rows) > 0 && rows[0].Title != "" {
		name, place = rows[0].Title, rows[0].Second
	}
	file := filepath.Base(s.cfg.Store.Path())
	s.win.SetTitle("Tutela – " + name)
	s.rail.SetOffice(name, strings.TrimPrefix(place+" · "+file, " · "))
}

// saved follows a change that the file has.
func (s *Shell) saved(register string) {
	s.names.forget()
	if register == app.OfficeForm.Key {
		s.officeChanged()
	}
	s.rail.SetStatus(kit.ToneOK, kit.IconCheck, "Tutto salvato, "+s.clock())
}

// clock is the time of day in Rome.
func (s *Shell) clock() string { return s.cfg.Now().In(rome).Format("15:04") }
