package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/store"
)

// someOffices stands in for a folder of clients: what each office says is made up but
// for the example, which is that of the window.
func someOffices(t testing.TB, s *Shell, dir string) []app.Glance {
	t.Helper()
	d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now().AddDate(0, 4, 0))
	if err != nil {
		t.Fatal(err)
	}
	late := app.GlanceAt(filepath.Join(dir, "Bianchi", "ufficio.tutela"), d)
	if d, err = s.cfg.Store.Dossier(context.Background(), s.cfg.Now()); err != nil {
		t.Fatal(err)
	}
	soon := app.GlanceAt(filepath.Join(dir, "Verdi.tutela"), d)
	soon.Name = "Verdi snc"
	return []app.Glance{
		soon, late, {Path: filepath.Join(dir, "nuovo.tutela")},
		{Path: filepath.Join(dir, "Neri.tutela"), Refused: &app.Refusal{What: "L’ufficio «Neri.tutela» è chiuso con la frase segreta.", Do: "Scrivete la frase segreta per aprirlo."}},
		{Path: filepath.Join(dir, "di altri"), Refused: &app.Refusal{What: "La cartella «" + filepath.Join(dir, "di altri") + "» non si può leggere.", Do: "Controllate che ci sia, che il disco sia collegato e di avere i permessi."}},
	}
}

// officesScreen shows the offices of a folder, as far as they were read.
func officesScreen(t testing.TB, s *Shell, list []app.Glance, total int) *officesPage {
	t.Helper()
	held := make(chan struct{})
	t.Cleanup(func() { close(held) })
	s.cfg.Overview = func(ctx context.Context, _ string, _ time.Time, _ func(app.Glance, int)) error {
		select { // the test tells itself
		case <-ctx.Done():
		case <-held:
		}
		return ctx.Err()
	}
	p := newOfficesPage(s, filepath.FromSlash("/home/consulente/Clienti"))
	for _, g := range list {
		p.take(g, total)
	}
	if len(list) == total {
		p.ended(nil)
	}
	return p
}

func officesScreens() []screen {
	clients := filepath.FromSlash("/home/consulente/Clienti")
	one := func(name string, i int) screen {
		return screen{"offices, " + name, func(t *testing.T, s *Shell) {
			list := someOffices(t, s, clients)
			p := officesScreen(t, s, list, len(list))
			p.choose(list[i])
			p.arrange()
		}}
	}
	return []screen{
		{"offices, asked", func(t *testing.T, s *Shell) { s.askOffices() }},
		{"offices, list", func(t *testing.T, s *Shell) {
			list := someOffices(t, s, clients)
			officesScreen(t, s, list, len(list)).split.ShowList()
		}},
		{"offices, being read", func(t *testing.T, s *Shell) { officesScreen(t, s, someOffices(t, s, clients), 50) }},
		{"offices, none", func(t *testing.T, s *Shell) { officesScreen(t, s, nil, 0).split.ShowRecord() }},
		one("this week", 0), one("overdue", 1), one("nothing", 2), one("sealed", 3), one("a folder", 4),
	}
}

// TestOfficesOverAFolder: from the menu to another office and back, over real files;
// what is shown is left as it lies, and the folder is known the next time.
func TestOfficesOverAFolder(t *testing.T) {
	s := movable(t)
	wait := onThread(t, s)
	dir := t.TempDir()
	other := filepath.Join(dir, "Verdi", "ufficio.tutela")
	if err := os.Mkdir(filepath.Dir(other), 0o700); err != nil {
		t.Fatal(err)
	}
	opened, err := opener(other, true)
	if err != nil {
		t.Fatal(err)
	}
	name := &app.Office{Name: "Verdi snc"}
	if err := errors.Join(opened.Store.Save(context.Background(), s.cfg.By, app.OfficeForm.Type(), name), opened.Close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	mine := s.cfg.Store.Path()
	s.lookOverOffices()
	if len(s.win.Canvas().Overlays().List()) > 0 {
		t.Fatal("without anything to look over with, it asks")
	}
	s.cfg.Overview = func(ctx context.Context, dir string, now time.Time, tell func(app.Glance, int)) error {
		for _, path := range []string{other, mine, filepath.Join(dir, "rotto.tutela")} {
			d, err := store.Peek(ctx, path, now, store.Options{})
			if err != nil {
				tell(app.Glance{Path: path, Refused: err}, 3)
				continue
			}
			tell(app.GlanceAt(path, d), 3)
		}
		return nil
	}
	s.lookOverOffices()
	if !strings.Contains(dialogText(s), "Scegliete la cartella") {
		t.Fatalf("the first time it asks for the folder: %q", dialogText(s))
	}
	s.takeOverlays()
	s.cfg.App.Preferences().SetString(prefOffices, dir)
	page := func() *officesPage {
		p := newOfficesPage(s, s.cfg.App.Preferences().String(prefOffices))
		wait("the offices are read", func() bool { return p.read })
		return p
	}
	p := page()
	var titles []string
	for i := range p.rows {
		titles = append(titles, p.row(i).Title+": "+p.row(i).Word)
	}
	if want := []string{"Ferramenta Bianchi S.n.c.: 4 in settimana", "Verdi snc: niente di urgente", "rotto: non letto"}; !slices.Equal(titles, want) {
		t.Errorf("rows: %q", titles)
	}
	if got := texts(s.stack); !strings.Contains(got, "Violazione 2/2026: notificare o decidere") {
		t.Errorf("the first is shown: %q", got)
	}
	if after, err := os.ReadFile(other); err != nil || string(after) != string(before) {
		t.Error("the other office was changed", err)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if p.path != other {
		t.Errorf("the arrow leads to %q", p.path)
	}
	p.list.OnOpen(0)
	if s.front != s.pages[0].object() || s.cfg.Store.Path() != mine {
		t.Error("the office that is open is gone to")
	}
	p = page()
	p.list.OnOpen(1)
	if s.cfg.Store.Path() != other || !strings.Contains(s.win.Title(), "Verdi snc") {
		t.Errorf("open: %s", s.cfg.Store.Path())
	}
	p = page()
	p.list.OnOpen(2)
	if s.cfg.Store.Path() != other || !strings.Contains(dialogText(s), "rotto.tutela") {
		t.Errorf("open: %s; said %q", s.cfg.Store.Path(), dialogText(s))
	}
}

// What is read after the page was left is not shown, and the reading is ended.
func TestOfficesLeft(t *testing.T) {
	s := movable(t)
	wait := onThread(t, s)
	ended := make(chan error, 1)
	s.cfg.Overview = func(ctx context.Context, _ string, _ time.Time, tell func(app.Glance, int)) error {
		for ctx.Err() == nil {
			tell(app.Glance{Path: "x.tutela"}, 1000)
			time.Sleep(time.Millisecond)
		}
		ended <- ctx.Err()
		return ctx.Err()
	}
	p := newOfficesPage(s, t.TempDir())
	wait("the first is there", func() bool { return len(p.all) > 0 })
	s.back()
	n := len(p.all)
	var err error
	wait("the reading ends", func() bool {
		select {
		case err = <-ended:
			return true
		default:
			return false
		}
	})
	if !errors.Is(err, context.Canceled) || len(p.all) != n || p.read {
		t.Errorf("%v, %d after %d", err, len(p.all), n)
	}
}

func TestOfficesSearch(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	dir := filepath.FromSlash("/home/consulente/Clienti")
	list := someOffices(t, s, dir)
	p := officesScreen(t, s, list, len(list))
	p.choose(list[0])
	p.list.FocusSearch()
	for _, r := range "VERDI" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	if len(p.rows) != 1 || p.rows[0].Name != "Verdi snc" || p.list.Selected() != 0 {
		t.Errorf("found %v, marked %d", p.rows, p.list.Selected())
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(p.rows) != len(list) {
		t.Errorf("%d rows without a search", len(p.rows))
	}
}
