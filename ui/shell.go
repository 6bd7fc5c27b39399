package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
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
	// FixedBy says that By was given by the user, so nobody asks.
	FixedBy bool
	// Open opens another office, or makes its file; nil keeps to this one.
	Open func(path string, create bool) (Opened, error)
	// Overview looks into every office of a folder and tells each as it is read, of how
	// many; none is touched. nil leaves that to the commands.
	Overview func(ctx context.Context, dir string, now time.Time, tell func(g app.Glance, total int)) error
	// Close closes the office that is open; nil leaves that to the caller.
	Close func() error
	// Copies looks into copies and restores them; nil leaves that to the commands.
	Copies Copies
	// Seals opens offices under a passphrase; nil leaves that to the commands.
	Seals Seals
	// Locked is the path of a sealed office that is to be unlocked first; Store is
	// nil then.
	Locked string
	// Damaged is why the office at the path Broken does not open; Store is nil then.
	Damaged error
	Broken  string
	// Passing keeps the office out of the list of recent ones, as the example.
	Passing bool
	// Printers is the printing of the system; nil leaves it to the PDF viewer.
	Printers Printers
	// State is the folder for the note of a crash; "" keeps none.
	State string
	// Notice is what the start of the program has to say; "" is nothing.
	Notice string
	// Crash ends the program after a panic outside the window's thread.
	Crash func(what any)
	// Do runs a function on the window's thread; nil is fyne.Do. The test driver
	// has no such thread, so tests say what is to happen.
	Do func(func())
}

// Shell is the window: the rail of tabs, and the page of each.
type Shell struct {
	cfg    Config
	win    fyne.Window
	names  *names
	world  *world
	doubts doubts
	// outlook is what there is to do, as far as it is known; visited when the office
	// was open before on this computer, visiting its path.
	outlook  outlook
	visited  time.Time
	visiting string
	past     pastDue // of the office that is open
	edition  sinceEdition
	drafts   *drafts
	rail     *kit.Rail
	tabs     []tab
	pages    []page
	beside   *fyne.Container // rail and stack
	stack    *fyne.Container // the page shown, or the preview over it
	temp     []string        // PDFs opened in a viewer, removed at close
	copies   copies          // attachments opened in other programs, likewise
	// changes holds, by credential, the date of the change before the one that was
	// written down with a click: that can be taken back while the office is open.
	changes map[string]form.Date
	// imported is the last import since the office was opened, to be taken back.
	imported app.Taken
	// attached tells when files were chosen since the start, by SHA-256.
	attached map[string]time.Time
	theme    *kit.Theme
	over     func() // shows again what stands over the page of the tab; nil for nothing
	under    func() // shows what a preview is gone back to, if not the page of the tab
	// front is what stands beside the rail; where that is not the page of the tab,
	// frontActions is what menus and keys do.
	front        fyne.CanvasObject
	frontActions actions
	// conceal empties what the thing in front must not keep; nil for nothing.
	conceal func()
	// systemBy is the system's user, who counts until a name is declared.
	systemBy    app.By
	shut        bool
	closing     bool      // a copy is being made before the window closes
	locked      string    // path of the office that waits for its passphrase; "" for none
	left        *place    // where one was in it; nil where it was not open before
	focusLocked func()    // gives that page the keyboard
	uncover     func()    // shows the office again that is open behind that page; nil for none
	lockNext    bool      // the lock comes when the works that run have ended
	busy        int       // long works that use the file
	use         uint64    // what useState was last
	used        time.Time // when it changed last
	copySaid    bool      // that a copy did not succeed was said since the start
	minute      minute    // tells clocks that run that one more is gone
	endLook     func()    // ends lookOver; nil before it began
	endBatch    func()    // ends the look at what can be printed; nil before it began
}

// New makes the window of an office. Show it with Run.
func New(cfg Config) (*Shell, error) {
	if cfg.Do == nil {
		cfg.Do = fyne.Do
	}
	words.Use(Language(cfg.App.Preferences()))
	s := &Shell{cfg: cfg, systemBy: cfg.By, attached: map[string]time.Time{}, theme: wear(cfg.App)}
	s.win = cfg.App.NewWindow("Tutela")
	s.win.SetIcon(kit.AppIcon())
	s.win.SetPadded(false)
	s.win.SetMaster()
	s.win.SetCloseIntercept(s.Close)
	fonts.Wait()
	s.win.Resize(fyne.NewSize(1366, 697))
	if cfg.Damaged != nil {
		s.showDamaged(cfg.Broken, cfg.Damaged)
		cfg.App.Lifecycle().SetOnStarted(func() { cfg.Do(s.tellNotice) })
		return s, nil
	}
	if cfg.Locked != "" {
		s.showLocked(cfg.Locked)
		cfg.App.Lifecycle().SetOnStarted(func() {
			cfg.Do(func() {
				s.focusLocked()
				s.tellNotice()
			})
		})
		return s, nil
	}
	if err := s.build(); err != nil {
		return nil, err
	}
	s.arrive()
	// Before the window is on screen nothing can have the keyboard.
	cfg.App.Lifecycle().SetOnStarted(func() {
		cfg.Do(func() {
			if s.over == nil {
				s.current().focus()
			} else {
				s.over()
			}
			s.removeLeftCopies()
			s.tellNotice()
			s.tellCrash()
			s.greet()
		})
	})
	return s, nil
}

// tellNotice says what the start of the program has to say.
func (s *Shell) tellNotice() {
	if s.cfg.Notice != "" {
		kit.ShowInfo(s.win, words.T("Impostazioni"), words.Sentence(s.cfg.Notice))
	}
}

// greet starts what goes on while an office is open, and says what is to be said
// of it.
func (s *Shell) greet() {
	s.sweep()
	s.lookOver()
	s.warnOfPlace()
	s.askWho()
}

// lookAfter is when the file is looked over: by then the window has been drawn,
// which a disk and a processor that are busy would hold up.
const lookAfter = 2 * time.Second

// first is the tab that one begins at: what there is to do, or the office where
// nothing is said of it yet.
func (s *Shell) first() int {
	if s.world.Office().Name == "" {
		return max(slices.IndexFunc(s.tabs, func(t tab) bool { return t.tab == app.TabOffice }), 0)
	}
	return 0
}

// arrive shows what one begins with: the first configuration where it is due.
func (s *Shell) arrive() {
	s.goTo(s.first())
	s.firstSetup()
}

// lookOver checks the whole file while one works: a start does not wait for it.
func (s *Shell) lookOver() {
	store, by := s.cfg.Store, s.cfg.By
	ctx, cancel := context.WithCancel(context.Background())
	s.endLook = cancel
	s.background(func() { s.every(ctx, time.Minute, s.minuteOfHome) })
	s.background(func() { s.every(ctx, idleBeat, s.lockIfIdle) })
	s.background(func() {
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookAfter):
		}
		if err := store.QuickCheck(ctx); err != nil && ctx.Err() == nil {
			s.cfg.Do(func() { s.fail(err) })
		}
		for ctx.Err() == nil {
			s.chainOfTheDay(ctx, store)
			s.copyIfDue(ctx, store, by)
			select {
			case <-ctx.Done():
			case <-time.After(lookEvery):
			}
		}
	})
}

// lookEvery is how long it takes to notice that another day has come, that a copy
// is due, or that the dialog is gone which a verdict waited for.
const lookEvery = 5 * time.Minute

// every has the window's thread do something again and again, until ctx ends.
func (s *Shell) every(ctx context.Context, beat time.Duration, do func()) {
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			s.cfg.Do(func() {
				if ctx.Err() == nil {
					do()
				}
			})
		}
	}
}

// minuteOfHome lets the home page follow the clock.
func (s *Shell) minuteOfHome() {
	if p, ok := s.current().(*homePage); ok && !s.shut {
		p.minute()
	}
}

// build makes all that the window holds of its office, anew where there was
// something.
func (s *Shell) build() error {
	// Every question about names is of the office that is open now.
	s.names = newNames(s.cfg.Store, s.cfg.Shipped, s.cfg.Registers, s.fail)
	s.world, s.doubts, s.changes = newWorld(s), doubts{}, map[string]form.Date{}
	s.outlook, s.past, s.edition = outlook{}, pastDue{}, sinceEdition{}
	s.beginVisit()
	d, err := newDrafts(s.cfg.Store, s.cfg.Now, s.cfg.Do, s.background, s.fail)
	if err != nil {
		return err
	}
	s.drafts, s.tabs, s.pages, s.over = d, nil, nil, nil
	s.applyWho()
	if !s.cfg.Passing {
		s.remember(s.cfg.Store.Path())
	}
	var items []kit.RailItem
	for _, t := range allTabs() {
		p := s.pageOf(t)
		if p == nil {
			continue
		}
		s.tabs, s.pages = append(s.tabs, t), append(s.pages, p)
		items = append(items, kit.RailItem{Label: t.label, Short: t.short, Icon: t.icon})
	}
	s.rail = kit.NewRail(items, s.goTo)
	s.stack = container.NewStack()
	s.beside = kit.BesideRail(s.rail, s.stack)
	s.win.SetContent(kit.NewFloor(s.beside))
	s.win.SetMainMenu(s.menu())
	s.win.Canvas().SetOnTypedKey(s.helpKey)
	s.officeChanged()
	s.tellClocks()
	s.rail.SetHint(words.F("Ctrl+1…%d cambia scheda", len(items)))
	return nil
}

// Window is the window itself.
func (s *Shell) Window() fyne.Window { return s.win }

// Close keeps what is being edited, copies the office where that is wanted, closes
// it and the window.
func (s *Shell) Close() {
	s.copyThen(func() {
		s.Shut()
		s.win.Close()
	})
}

// Shut keeps what is being edited and closes the office, once.
func (s *Shell) Shut() {
	if s.shut {
		return
	}
	s.shut = true
	s.minute.stop()
	if s.cfg.Store == nil {
		return // nothing is open
	}
	s.leave()
	if s.cfg.Close != nil {
		if err := s.cfg.Close(); err != nil {
			s.cfg.Log.Error("close office", "error", err)
		}
	}
}

func (s *Shell) goTo(i int) {
	if i < 0 || i >= len(s.pages) {
		return
	}
	s.current().leave()
	s.over, s.under = nil, nil
	s.rail.Select(i)
	s.show(s.pages[i].object())
	s.pages[i].shown()
	s.pages[i].focus()
}

// turn goes to the list before or after within the tab, or to the section of what
// is walked through.
func (s *Shell) turn(by int) {
	if s.over != nil {
		return
	}
	switch p := s.current().(type) {
	case *tabbedPage:
		p.turn(by)
	case *registerPage:
		if p.open != nil && p.open.wizard != nil && !p.open.behind {
			p.open.wizard.step(by)
		}
	}
}

func (s *Shell) current() page { return s.pages[s.rail.Selected()] }

// actions are those of what one sees: a record that stands behind a preview or
// a search must not be changed unseen.
func (s *Shell) actions() actions {
	if s.front != s.current().object() {
		return s.frontActions
	}
	return s.current().actions()
}

// show puts an object beside the rail.
func (s *Shell) show(o fyne.CanvasObject) {
	s.forget()
	s.showRail(true)
	s.front, s.frontActions, s.conceal = o, actions{}, nil
	s.stack.Objects = []fyne.CanvasObject{kit.Pad(kit.GapPanel, kit.GapPanel, kit.GapPanel, kit.GapField, o)}
	s.stack.Refresh()
}

// showRail shows the tabs, or leaves their room to the page.
func (s *Shell) showRail(on bool) {
	if s.rail.Visible() != on {
		show(s.rail, on)
		s.beside.Refresh()
	}
}

// forget has the thing in front empty what it must not keep, as something covers
// it or takes its place.
func (s *Shell) forget() {
	if s.conceal != nil {
		s.conceal()
	}
}

// back returns from a preview to the page of the tab, or to what stood over it.
func (s *Shell) back() {
	if s.under != nil {
		s.under()
		return
	}
	s.over = nil
	s.show(s.current().object())
	s.current().shown()
	s.current().focus()
}

// fail tells the user of an error, and the log of its cause.
func (s *Shell) fail(err error) {
	s.cfg.Log.Error("action failed", "error", err)
	if s.win == nil {
		return
	}
	s.forget()
	kit.ShowError(s.win, words.T("Non è andata a buon fine"), words.Sentence(app.Sentence(err)), "")
}

// officeChanged shows the office's name on the rail and in the title.
func (s *Shell) officeChanged() {
	rows, err := s.cfg.Store.List(context.Background(), app.OfficeForm.Key, app.Query{})
	if err != nil {
		s.fail(err)
		return
	}
	name, place := words.T("Ufficio senza nome"), ""
	if len(rows) > 0 && rows[0].Title != "" {
		name, place = rows[0].Title, rows[0].Second
	}
	file := filepath.Base(s.cfg.Store.Path())
	s.win.SetTitle("Tutela – " + name)
	s.rail.SetOffice(name, strings.TrimPrefix(place+" · "+file, " · "))
}

// saved follows a change of a register, or of all ("", after an import), that the
// file has.
func (s *Shell) saved(register string) {
	if register == "" {
		s.names.forget()
	} else {
		s.names.forgetOf(register)
	}
	s.tellSaved(register)
}

// savedRecord follows the saving of one record.
func (s *Shell) savedRecord(register, uid string) {
	s.names.saved(register, uid)
	s.tellSaved(register)
}

func (s *Shell) tellSaved(register string) {
	s.world.forget()
	s.tellClocks()
	s.sweep()
	if register == app.OfficeForm.Key {
		s.officeChanged()
	}
	s.rail.SetStatus(kit.ToneOK, kit.IconCheck, words.F("Tutto salvato, %s", s.clock()))
}

// clock is the time of day in Rome.
func (s *Shell) clock() string { return s.cfg.Now().In(rome).Format("15:04") }
