package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/vault"
	"tutela/store"
	"tutela/ui/kit"
	"tutela/ui/words"
)

const phrase = "lumaca pentola oboe tramonto"

// storeSeals are those of the store, without locks.
type storeSeals map[string]*vault.Identity

func (s storeSeals) options(path string) store.Options { return store.Options{Identity: s[path]} }

func (s storeSeals) Sealed(path string) (bool, error) { return store.Sealed(path) }

func (s storeSeals) Unlock(ctx context.Context, path, passphrase string) error {
	id, err := store.Unlock(ctx, path, passphrase)
	if err == nil {
		s[path] = id
	}
	return err
}

func (s storeSeals) open(path string, _ bool) (Opened, error) {
	db, err := store.Open(context.Background(), path, s.options(path))
	if err != nil {
		return Opened{}, err
	}
	return Opened{Store: db, Close: db.Close}, nil
}

func (s storeSeals) Seal(ctx context.Context, path, passphrase string) error {
	if err := store.Seal(ctx, path, s.options(path)); err != nil {
		return err
	}
	return s.Unlock(ctx, path, passphrase)
}

func (s storeSeals) Unseal(ctx context.Context, path, passphrase string) error {
	return store.Unseal(ctx, path, s.options(path))
}

func (s storeSeals) Keep(path string, id *vault.Identity) { s[path] = id }
func (s storeSeals) Forget(path string)                   { delete(s, path) }

// queueThread has a test play the window's thread as the toolkit does, where nobody
// waits for what is asked of it.
func queueThread(s *Shell) thread {
	th := make(thread, 1000)
	s.cfg.Do = func(f func()) { th <- f }
	return th
}

// drain does what has been asked for so far.
func (th thread) drain() {
	for len(th) > 0 {
		(<-th)()
	}
}

// sealedShell is the window of the example, its file under a passphrase.
func sealedShell(t *testing.T) (*Shell, thread) {
	t.Helper()
	s := movable(t)
	th := queueThread(s)
	seals := storeSeals{}
	s.cfg.Seals, s.cfg.Open = seals, seals.open
	t.Cleanup(s.Shut)
	keys, _, err := vault.NewKeys(phrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cfg.Store.SetKeys(context.Background(), s.cfg.By, keys); err != nil {
		t.Fatal(err)
	}
	answer := func(typed string) {
		th.says(t, s, "Frase segreta")
		seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true }).SetText(typed)
		confirm(t, s, "Continua")
	}
	s.askSeal()
	confirm(t, s, "Continua")
	answer(phrase + "!")
	th.says(t, s, "non è quella giusta")
	answer(phrase)
	th.says(t, s, "Da ora si apre solo con la frase segreta.")
	confirm(t, s, "Ho capito")
	return s, th
}

// unlock types a passphrase into the page that asks for it.
func unlock(t *testing.T, s *Shell, typed string) {
	t.Helper()
	seek(s.win.Content(), func(*kit.Entry) bool { return true }).SetText(typed)
	press(t, s.win.Content(), "Apri l’ufficio")
}

// TestLock: the file of a sealed office shows nothing; locked, neither does the
// window; a wrong passphrase is told, the right one goes on where one was, with what
// was being typed.
func TestLock(t *testing.T) {
	s, th := sealedShell(t)
	path := s.cfg.Store.Path()
	if data, err := os.ReadFile(path); err != nil || bytes.Contains(data, []byte("Ferramenta")) {
		t.Error("the sealed file shows the office", err)
	}
	r := first(t, s, app.SiteForm.Key)
	set(r, "city", "Città a metà")
	s.lockNow()
	page := texts(s.win.Content())
	if s.cfg.Store != nil || !strings.Contains(page, "si apre con la sua frase segreta") || strings.Contains(page, "Ferramenta") || strings.Contains(s.win.Title(), "Ferramenta") {
		t.Fatalf("locked, the window shows:\n%s", page)
	}
	if len(s.win.MainMenu().Items) != 1 {
		t.Error("locked, the menus still act on the office")
	}
	s.lockNow() // once is enough
	unlock(t, s, "")
	if !strings.Contains(texts(s.win.Content()), "Scrivete la frase segreta.") {
		t.Error("nothing typed is not told")
	}
	unlock(t, s, "sbagliata")
	th.until(t, "it says that it is wrong", func() bool { return strings.Contains(texts(s.win.Content()), "non è quella giusta") })
	unlock(t, s, phrase)
	th.until(t, "it is open", func() bool { return s.locked == "" })
	if s.cfg.Store == nil || s.cfg.Store.Path() != path || !strings.Contains(s.win.Title(), "Ferramenta") {
		t.Fatal("it is not open again")
	}
	p := s.registerPage()
	if p == nil || p.open == nil || p.open.uid() != r.uid() || p.open.ed.Rec.(*app.Site).City != "Città a metà" || !p.open.dirty {
		t.Error("what was being typed does not stand where it was")
	}
	s.lockNow()
	s.Close() // closes from there too
	if !s.shut {
		t.Error("locked, the window does not close")
	}
}

// TestLocksByItself: a sealed office that nobody uses for as long as was chosen is
// locked; whoever types, or a work that runs, keeps it open.
func TestLocksByItself(t *testing.T) {
	s, _ := sealedShell(t)
	now := s.cfg.Now()
	s.cfg.Now = func() time.Time { return now }
	s.lockIfIdle()
	pass := func(d time.Duration) {
		now = now.Add(d)
		s.lockIfIdle()
	}
	pass(lockUsually*time.Minute - time.Second)
	r := first(t, s, app.SiteForm.Key)
	r.view.Focus("city")
	pass(time.Second)
	if s.locked != "" {
		t.Fatal("it locks while it is in use")
	}
	s.cfg.App.Preferences().SetInt(prefLock, 0)
	pass(0)
	pass(24 * time.Hour)
	if s.locked != "" {
		t.Fatal("it locks though that was switched off")
	}
	s.cfg.App.Preferences().SetInt(prefLock, 5)
	pass(0)
	pass(5 * time.Minute)
	if s.locked == "" {
		t.Fatal("it does not lock")
	}
}

// TestLockWaitsForWork: a work that runs goes on to its end, and what it has to say
// is read after the passphrase.
func TestLockWaitsForWork(t *testing.T) {
	s, th := sealedShell(t)
	goOn := make(chan struct{})
	var failed error
	s.work("Esporto l’ufficio", func(ctx context.Context) error {
		<-goOn
		_, err := s.cfg.Store.Drafts(ctx) // the office is open still
		return err
	}, func(err error) {
		failed = err
		kit.ShowInfo(s.win, "Fatto", "Tutto esportato.")
	})
	s.lockNow()
	if s.locked != "" {
		t.Fatal("it locks under a work that runs")
	}
	close(goOn)
	th.until(t, "it is locked", func() bool { return s.locked != "" })
	if failed != nil || kit.DialogOpen(s.win) {
		t.Fatalf("locked: %v, a dialog is open: %v", failed, kit.DialogOpen(s.win))
	}
	unlock(t, s, phrase)
	th.says(t, s, "Tutto esportato.")
	confirm(t, s, "Ho capito")
}

// TestLockOverADialog: what is typed into a dialog is hidden and comes back.
func TestLockOverADialog(t *testing.T) {
	s, th := sealedShell(t)
	s.askPast()
	e := seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true })
	e.SetText("01/02/2026")
	open, content := s.cfg.Store, s.win.Content()
	s.lockNow()
	page := texts(s.win.Content())
	if kit.DialogOpen(s.win) || !strings.Contains(page, "si apre con la sua frase segreta") || strings.Contains(page+s.win.Title(), "Ferramenta") {
		t.Fatalf("locked, the window shows:\n%s", page)
	}
	unlock(t, s, "sbagliata")
	th.until(t, "it says that it is wrong", func() bool { return strings.Contains(texts(s.win.Content()), "non è quella giusta") })
	unlock(t, s, phrase)
	th.until(t, "it is shown again", func() bool { return s.locked == "" })
	if s.cfg.Store != open || s.win.Content() != content || !kit.DialogOpen(s.win) || !strings.Contains(s.win.Title(), "Ferramenta") {
		t.Fatal("the dialog is gone")
	}
	if got := seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true }); got != e || got.Text != "01/02/2026" {
		t.Errorf("what was typed in it: %q", got.Text)
	}
	s.lockNow()
	s.Close() // ends the office that is open behind the page
	if _, err := open.Drafts(context.Background()); err == nil {
		t.Error("the office is open after the window was closed")
	}
}

// TestUnseal: the passphrase is taken off the file again; an office without one is
// not locked.
func TestUnseal(t *testing.T) {
	s, th := sealedShell(t)
	path := s.cfg.Store.Path()
	s.askUnseal()
	confirm(t, s, "Togli")
	th.says(t, s, "Frase segreta")
	seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true }).SetText(phrase)
	confirm(t, s, "Continua")
	th.says(t, s, "Il file non è più chiuso con la frase")
	confirm(t, s, "Ho capito")
	if sealed, err := store.Sealed(path); err != nil || sealed {
		t.Error(sealed, err)
	}
	s.lockNow()
	if s.locked != "" || !strings.Contains(dialogText(s), "non ha una frase segreta") {
		t.Error("an office without a passphrase is locked")
	}
	confirm(t, s, "Ho capito")
}

// TestLockedAfterRestore: an office that is under another passphrase after a restore
// is asked for it.
func TestLockedAfterRestore(t *testing.T) {
	s, th := sealedShell(t)
	path := s.cfg.Store.Path()
	s.behindClosed("Ripristino la copia", func(context.Context) error {
		s.cfg.Seals.Forget(path)
		return nil
	}, func() { t.Error("it is told to be open") })
	th.until(t, "it asks for the passphrase", func() bool { return s.locked == path })
	unlock(t, s, phrase)
	th.until(t, "it is open", func() bool { return s.locked == "" && s.cfg.Store != nil })
}

// TestBeginsLocked: a sealed office is asked for its passphrase before anything of it
// is read.
func TestBeginsLocked(t *testing.T) {
	s, _ := sealedShell(t)
	path := s.cfg.Store.Path()
	cfg := s.cfg
	s.lockNow()
	cfg.Store, cfg.Close, cfg.Locked = nil, nil, path
	again, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	th := queueThread(again)
	if text := texts(again.win.Content()); !strings.Contains(text, filepath.Base(path)) {
		t.Fatalf("it shows:\n%s", text)
	}
	unlock(t, again, phrase)
	th.until(t, "it is open", func() bool { return again.locked == "" })
	if !strings.Contains(again.win.Title(), "Ferramenta") {
		t.Errorf("the title is %q", again.win.Title())
	}
	again.Shut()
}

// saidSealed says of every office what it is told.
type saidSealed struct {
	storeSeals
	sealed bool
}

func (s saidSealed) Sealed(string) (bool, error) { return s.sealed, nil }

func lockScreens() []screen {
	list := []screen{}
	add := func(name string, bring func(t *testing.T, s *Shell)) { list = append(list, screen{name, bring}) }
	add("locked", func(t *testing.T, s *Shell) {
		t.Cleanup(func() {
			s.locked = ""
			if err := s.build(); err != nil {
				t.Error(err)
			}
			s.goTo(0)
		})
		s.showLocked(filepath.FromSlash("/home/anna/Studio associato di Castelleone e Soresina dal Millenovecento.tutela"))
	})
	add("lock, not sealed", func(t *testing.T, s *Shell) { s.lockNow() })
	add("lock, seal the office", func(t *testing.T, s *Shell) { s.askSeal() })
	add("lock, unseal the office", func(t *testing.T, s *Shell) { s.askUnseal() })
	add("lock, the passphrase", func(t *testing.T, s *Shell) {
		s.underPhrase(words.T("Chiudi l’ufficio con la frase"), "", wrongPhrase(), nil, nil)
	})
	for name, sealed := range map[string]bool{"lock, backup page, sealed": true, "lock, backup page, not sealed": false} {
		add(name, func(t *testing.T, s *Shell) {
			before := s.cfg
			t.Cleanup(func() { s.cfg.Seals, s.cfg.Open, s.cfg.Close = before.Seals, before.Open, before.Close })
			s.cfg.Seals, s.cfg.Open, s.cfg.Close = saidSealed{sealed: sealed}, opener, func() error { return nil }
			s.goToCopies()
			p := s.current().(*tabbedPage).current().page.(*copiesPage)
			p.sealed = true
			p.tell()
		})
	}
	add("lock, settings", func(t *testing.T, s *Shell) {
		s.settings()
		for scroll, i := seek(s.front, func(*kit.Scroll) bool { return true }), 0; i < 9; i++ {
			scroll.PageDown()
		}
	})
	return list
}
