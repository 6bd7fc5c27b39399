package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/store"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// opener opens offices as cmd/tutela does, without locks.
func opener(path string, create bool) (Opened, error) {
	open := store.Open
	if create {
		open = store.Create
	}
	db, err := open(context.Background(), path, store.Options{})
	if err != nil {
		return Opened{}, err
	}
	return Opened{Store: db, Close: db.Close}, nil
}

// movable opens the window of the example so that it can go on to other offices.
func movable(t *testing.T) *Shell {
	t.Helper()
	s, db := openShell(t, app.Sample)
	s.cfg.Open, s.cfg.Close = opener, db.Close
	t.Cleanup(func() {
		if s.cfg.Store != nil && s.cfg.Store.Path() != db.Path() {
			s.Shut()
		}
	})
	return s
}

func TestAnotherOfficeAndBack(t *testing.T) {
	s := movable(t)
	firstPath := s.cfg.Store.Path()
	r := first(t, s, app.SiteForm.Key)
	set(r, "city", "Soresina")
	path := filepath.Join(t.TempDir(), "altro.tutela")
	s.swap(path, true)
	if s.cfg.Store.Path() != path || !strings.Contains(s.win.Title(), "Ufficio senza nome") {
		t.Fatalf("open: %s, title %q", s.cfg.Store.Path(), s.win.Title())
	}
	if left, _ := filepath.Glob(firstPath + "*"); len(left) != 1 {
		t.Errorf("left beside the first office: %q", left)
	}
	if got := Recent(s.cfg.App.Preferences()); len(got) != 2 || got[0] != path || got[1] != firstPath {
		t.Errorf("recent: %q", got)
	}
	s.openRecent(firstPath)
	p := registerPageOf(t, s, app.SiteForm.Key)
	p.openRecord(r.uid())
	if got := p.open.ed.Rec.(*app.Site).City; got != "Soresina" || !p.open.dirty {
		t.Errorf("the draft came back as %q", got)
	}
}

// TestRefusedOfficeLeavesThePresentOne: a damaged file is said, and one goes on
// where one was.
func TestRefusedOfficeLeavesThePresentOne(t *testing.T) {
	s := movable(t)
	path := s.cfg.Store.Path()
	bad := filepath.Join(t.TempDir(), "guasto.tutela")
	if err := os.WriteFile(bad, []byte("niente di buono, ma lungo abbastanza da non essere vuoto"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.swap(bad, false)
	if s.cfg.Store.Path() != path || !strings.Contains(dialogText(s), "guasto.tutela") {
		t.Errorf("open %s; said %q", s.cfg.Store.Path(), dialogText(s))
	}
	if _, err := s.cfg.Store.List(context.Background(), app.SiteForm.Key, app.Query{}); err != nil {
		t.Error(err)
	}
	s.win.Canvas().Overlays().Top().Hide()
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
	s.openRecent(filepath.Join(t.TempDir(), "sparito.tutela"))
	if !strings.Contains(dialogText(s), "non c’è più") {
		t.Errorf("of a file that is gone: %q", dialogText(s))
	}
}

// TestLanguageChangesInPlace: the record that is being edited stays open with
// what was typed.
func TestLanguageChangesInPlace(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	t.Cleanup(func() { words.Use(words.Italian) })
	r := first(t, s, app.SiteForm.Key)
	set(r, "city", "Soresina")
	s.setLanguage(words.English)
	p := s.registerPage()
	if p.reg.Key != app.SiteForm.Key || p.open == nil || p.open.ed.Rec.(*app.Site).City != "Soresina" {
		t.Error("the record was lost")
	}
	if !strings.Contains(texts(p.object()), "Save") {
		t.Errorf("the window does not speak English:\n%s", texts(p.object()))
	}
}

func TestImportSaysWhatItWouldDo(t *testing.T) {
	s, db := openShell(t, app.Sample)
	wait := onThread(t, s)
	r := first(t, s, app.SiteForm.Key)
	b, err := db.Bundle(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ufficio.json")
	if err := exchange.WriteFile(path, exchange.WriteJSON(b, app.Registers())); err != nil {
		t.Fatal(err)
	}
	was := r.ed.Rec.(*app.Site).City
	set(r, "city", "Crema")
	r.save()
	says := func(words string) func() bool {
		return func() bool {
			return s.win.Canvas().Overlays().Top() != nil && strings.Contains(dialogText(s), words)
		}
	}
	s.planImport(path)
	wait("the plan", says("Sedi: schede nuove 0, cambiate 1"))
	confirm(t, s, "Importa")
	wait("the import", func() bool {
		rec, err := db.Get(context.Background(), app.SiteForm.Type(), r.uid())
		return err == nil && rec.(*app.Site).City == was
	})
	wait("that it is said", func() bool { return !kit.DialogOpen(s.win) || strings.Contains(dialogText(s), "Importa") })
	if got := registerPageOf(t, s, app.SiteForm.Key).open; got != nil && got.ed.Rec.(*app.Site).City != was {
		t.Errorf("shows %q", got.ed.Rec.(*app.Site).City)
	}
	bad := filepath.Join(t.TempDir(), "rotto.json")
	if err := os.WriteFile(bad, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.planImport(bad)
	wait("the refusal of a broken file", says("è interrotto: finisce prima del dovuto"))
}

func TestWhoIsAskedOnce(t *testing.T) {
	s, db := openShell(t, app.Sample)
	s.askWho()
	if !strings.Contains(dialogText(s), "Chi lavora") {
		t.Fatal("nobody asks")
	}
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
	s.setWho("Bianchi Marta")
	s.askWho()
	if kit.DialogOpen(s.win) {
		t.Error("asked again")
	}
	r := first(t, s, app.SiteForm.Key)
	set(r, "city", "Crema")
	r.save()
	h, err := db.History(context.Background(), app.SiteForm.Key, r.uid())
	if err != nil || h[len(h)-1].Who != "Bianchi Marta" {
		t.Errorf("%v, %v", h, err)
	}
}

func TestRiskyPlaces(t *testing.T) {
	for path, want := range map[string]bool{
		`C:\Users\x\OneDrive\Ufficio`: true, `\\server\dati`: true, "/home/x/Dropbox": true,
		"/home/x/.local/share/Tutela": false, `C:\Users\x\AppData\Local\Tutela`: false,
	} {
		if got := riskyPlace(path) != ""; got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// TestSaveDialogChecksNameAndFolder: what cannot be a file is said at its field.
func TestSaveDialogChecksNameAndFolder(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	dir := t.TempDir()
	s.setLastFolder(dir)
	var got string
	s.askSave("Esporta", "ufficio", ".json", "Esporta", func(path string) { got = path })
	name := s.win.Canvas().Focused().(*kit.Entry)
	name.SetText("a/b")
	confirm(t, s, "Esporta")
	if got != "" || !strings.Contains(dialogText(s), "Il nome non può") {
		t.Fatalf("took %q; says %q", got, dialogText(s))
	}
	name.SetText("dati")
	confirm(t, s, "Esporta")
	if got != filepath.Join(dir, "dati.json") {
		t.Fatalf("took %q", got)
	}
	if err := os.WriteFile(got, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	got = ""
	s.askSave("Esporta", "dati", ".json", "Esporta", func(path string) { got = path })
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got != "" {
		t.Fatal("a file would be replaced unasked")
	}
	confirm(t, s, "Sostituisci")
	if got == "" {
		t.Error("nothing goes on")
	}
}

// TestEveryPageOpens: settings, keys and search stand over the page and lead back.
func TestEveryPageOpens(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	for name, open := range map[string]func(){"Impostazioni": s.settings, "Tasti": s.keys} {
		open()
		if text := texts(s.stack); !strings.Contains(text, name) {
			t.Errorf("%s:\n%s", name, text)
		}
		if s.win.Canvas().Focused() == nil {
			t.Errorf("%s: the keyboard is nowhere", name)
		}
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if strings.Contains(texts(s.stack), name) {
			t.Errorf("%s does not lead back", name)
		}
	}
}
