package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/store"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// copyTools are those of the store.
type copyTools struct{}

func (copyTools) Verify(ctx context.Context, path, passphrase string) (app.CopyReport, error) {
	return store.VerifyCopy(ctx, path, passphrase, store.Options{})
}

func (copyTools) Restore(ctx context.Context, by app.By, path, passphrase, to string) (app.CopyRestored, error) {
	return store.RestoreCopy(ctx, by, path, passphrase, to, store.Options{})
}

// copiesPageOf goes to the page of the program's own copies.
func copiesPageOf(t testing.TB, s *Shell) *copiesPage {
	t.Helper()
	s.cfg.Copies = copyTools{}
	for i, tab := range s.tabs {
		if tab.tab == app.TabBackup {
			s.goTo(i)
			all := s.pages[i].(*tabbedPage)
			all.goTo(1)
			return all.current().page.(*copiesPage)
		}
	}
	t.Fatal("no tab for the copies")
	return nil
}

// says waits until a dialog says something.
func (th thread) says(t *testing.T, s *Shell, what string) {
	t.Helper()
	th.until(t, what, func() bool { return kit.DialogOpen(s.win) && strings.Contains(dialogText(s), what) })
}

// copiesFound looks into the folders, as the work behind the window does.
func copiesFound(t testing.TB, p *copiesPage) {
	t.Helper()
	list, err := p.shell.cfg.Store.Copies(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	p.reload()
	p.found(list)
}

// copiedTo has the office copied to folders.
func copiedTo(t testing.TB, s *Shell, c app.CopySettings, folders ...string) {
	t.Helper()
	for _, f := range folders {
		c.Destinations = append(c.Destinations, app.CopyDestination{Folder: f})
	}
	if err := s.cfg.Store.SaveCopySettings(context.Background(), s.cfg.By, c); err != nil {
		t.Fatal(err)
	}
}

func copiesScreens() []screen {
	list := []screen{}
	add := func(name string, bring func(t *testing.T, s *Shell)) { list = append(list, screen{name, bring}) }
	at := func(s *Shell, c app.CopySettings) *copiesPage {
		p := newCopiesPage(s)
		p.object()
		p.settings = c
		s.show(p.object())
		return p
	}
	some := func(s *Shell) app.CopySettings {
		c := app.NewCopySettings()
		c.Destinations = []app.CopyDestination{
			{Folder: "/media/chiavetta/Copie di Tutela dello studio associato", Made: s.cfg.Now().Add(-3 * time.Hour), Outcome: app.CopyDone},
			{Folder: "/mnt/nas/copie", Tried: s.cfg.Now(), Made: s.cfg.Now().AddDate(0, 0, -4), Outcome: app.CopyFailed,
				Said: "La cartella delle copie «/mnt/nas/copie» non c’è: la copia non è stata fatta. Collegate la chiavetta o la rete: si riprova alla prossima copia."},
		}
		return c
	}
	made := func(s *Shell, n int) (out []app.CopyContents) {
		for i := range n {
			out = append(out, app.CopyContents{File: "/media/chiavetta/Copie di Tutela dello studio associato/Tutela-3f9a1c2b-2026-11-22-081500.copia", Size: 12345678, Made: s.cfg.Now().AddDate(0, 0, -i)})
		}
		return out
	}
	add("copies, none yet", func(t *testing.T, s *Shell) {
		p := copiesPageOf(t, s)
		copiesFound(t, p)
	})
	add("copies", func(t *testing.T, s *Shell) {
		s.cfg.Copies = copyTools{}
		p := at(s, some(s))
		p.sealed = true
		p.found(made(s, 15))
	})
	add("copies, which one", func(t *testing.T, s *Shell) {
		p := at(s, some(s))
		p.found(made(s, 3))
		p.choose(func(string) {})
	})
	add("copies, settings", func(t *testing.T, s *Shell) { newCopiesSettings(s, some(s)) })
	add("copies, settings refused", func(t *testing.T, s *Shell) {
		c := newCopiesSettings(s, some(s))
		c.places[2].entry.SetText("Copie")
		c.every.SetText("ogni tanto")
		c.save()
	})
	report := func(s *Shell, faults ...string) app.CopyReport {
		r := app.CopyReport{CopyContents: app.CopyContents{Sealed: true, Name: "Studio associato di Castelleone e Soresina", Made: s.cfg.Now(), Changes: 812, Head: strings.Repeat("4f9a", 16), Counts: map[string]int{}}, Faults: faults}
		for i, reg := range s.cfg.Registers {
			r.Counts[reg.Key] = i * 7
		}
		return r
	}
	add("copies, verified", func(t *testing.T, s *Shell) {
		s.tellReport(words.T("La copia è a posto"), "", report(s))
	})
	add("copies, not whole", func(t *testing.T, s *Shell) {
		s.tellReport("", "", report(s, "La riga 17 è stata cambiata.", "La storia nella copia non finisce dove la copia dice."))
	})
	add("copies, restore", func(t *testing.T, s *Shell) { s.askRestore("/media/chiavetta/x.copia", "", report(s)) })
	add("copies, restored", func(t *testing.T, s *Shell) {
		s.tellRestored(app.CopyRestored{CopyContents: report(s).CopyContents, Aside: "/home/anna/.local/share/Tutela/ufficio prima del ripristino 2026-11-22 174200.tutela"})
	})
	add("copies, passphrase asked", func(t *testing.T, s *Shell) {
		s.askPassphrase(words.T("Prova di ripristino"), words.Sentence("La frase segreta non è quella giusta. Guardate maiuscole, accenti e spazi, e riprovate. Una copia si apre con la frase che valeva quando fu fatta."), nil)
	})
	add("copies, new passphrase", func(t *testing.T, s *Shell) { s.choosePassphrase() })
	add("copies, new passphrase refused", func(t *testing.T, s *Shell) {
		s.choosePassphrase()
		secret := seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true })
		secret.SetText("ferramenta")
		confirm(t, s, "Usa questa frase")
	})
	add("copies, recovery sheet", func(t *testing.T, s *Shell) {
		p, err := recoverySheet(s.cfg)
		if err != nil {
			t.Fatal(err)
		}
		s.preview(p)
	})
	add("copies, run with a fault", func(t *testing.T, s *Shell) {
		s.tellRun(app.CopyRun{Results: some(s).Destinations, Warnings: []string{"La cartella «/home/anna» è quella dell’ufficio: se il disco si rompe, copia e ufficio si perdono insieme."}})
	})
	return list
}

// TestCopiesPage: where the copies go is chosen, one is made with a button, seen,
// tested; the test is among the restores and the copy in the log.
func TestCopiesPage(t *testing.T) {
	s, db := openShell(t, app.Sample)
	th := playThread(t, s)
	p := copiesPageOf(t, s)
	copiesFound(t, p)
	page := func() string { return texts(s.front) }
	if text := page(); !strings.Contains(text, "Non avete ancora scelto dove copiare") || strings.Contains(text, "Fai una copia adesso") {
		t.Errorf("without a folder it says:\n%s", text)
	}
	press(t, s.front, "Scegli dove…")
	dir := t.TempDir()
	c := newCopiesSettings(s, p.settings)
	c.places[0].entry.SetText("copie")
	c.save()
	if c.places[0].field.Error() == "" {
		t.Error("half a path is taken")
	}
	c.places[0].entry.SetText(dir)
	c.every.SetText("-1")
	c.save()
	if c.fields[c.every].Error() == "" {
		t.Error("a wrong number is taken")
	}
	c.every.SetText("7")
	c.save()
	confirm(t, s, "Annulla") // sealing them comes later
	settings, err := db.CopySettings(context.Background())
	if err != nil || len(settings.Destinations) != 1 || settings.Every != 7 || settings.Plan == "" {
		t.Fatalf("%+v, %v", settings, err)
	}
	s.copyNow()
	th.says(t, s, "Copia fatta")
	if text := dialogText(s); !strings.Contains(text, dir) {
		t.Errorf("it says %q", text)
	}
	confirm(t, s, "Ho capito")
	copiesFound(t, p)
	if text := page(); !strings.Contains(text, "Ultima copia: ") || !strings.Contains(text, "Le copie non sono sigillate.") || len(p.copies) != 1 {
		t.Errorf("after the copy:\n%s", text)
	}
	if got := copiesOfPlan(t, s, settings.Plan); len(got) != 1 || got[0].Outcome != app.CopyDone {
		t.Errorf("the log has %d lines", len(got))
	}
	before := len(records[app.Restore](t, db, app.RestoreForm.Type()))
	s.testCopy(p.copies[0].File)
	th.says(t, s, "Prova riuscita")
	if text := dialogText(s); !strings.Contains(text, "Ferramenta Bianchi") {
		t.Errorf("the test says %q", text)
	}
	confirm(t, s, "Ho capito")
	if after := len(records[app.Restore](t, db, app.RestoreForm.Type())); after != before+1 {
		t.Errorf("%d restores, were %d", after, before)
	}
	s.verifyCopy(p.copies[0].File)
	th.says(t, s, "La copia è a posto")
	confirm(t, s, "Ho capito")
	data, err := os.ReadFile(p.copies[0].File)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(p.copies[0].File, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s.verifyCopy(p.copies[0].File)
	th.says(t, s, "rovinata")
}

// TestPassphrase: held to the rules, typed twice; then a copy opens with it alone,
// and the sheet for the safe does not have it.
func TestPassphrase(t *testing.T) {
	s, db := openShell(t, app.Sample)
	th := playThread(t, s)
	dir := t.TempDir()
	copiedTo(t, s, app.NewCopySettings(), dir)
	s.choosePassphrase()
	var secrets []*kit.Entry
	seek(s.win.Canvas().Overlays().Top(), func(e *kit.Entry) bool {
		secrets = append(secrets, e)
		return false
	})
	secrets[0].SetText("ferramenta")
	confirm(t, s, "Usa questa frase")
	if !strings.Contains(dialogText(s), "troppo debole") {
		t.Errorf("a weak one is taken: %q", dialogText(s))
	}
	const good = "lumaca pentola oboe tramonto"
	secrets[0].SetText(good)
	secrets[1].SetText(good + "!")
	confirm(t, s, "Usa questa frase")
	if !strings.Contains(dialogText(s), "Non è uguale alla prima.") {
		t.Error("two that differ are taken")
	}
	secrets[1].SetText(good)
	confirm(t, s, "Usa questa frase")
	th.says(t, s, "Le copie da ora sono sigillate")
	if secrets[0].Text != "" {
		t.Error("the field keeps the passphrase")
	}
	confirm(t, s, "Annulla")
	run, err := db.Backup(context.Background(), s.cfg.By, app.CopyNow, nil)
	if err != nil || run.Outcome() != app.CopyDone {
		t.Fatal(run, err)
	}
	path := filepath.Join(dir, run.Results[0].File)
	s.cfg.Copies = copyTools{}
	s.verifyCopy(path)
	ask := func(typed string) {
		th.says(t, s, "Frase segreta")
		seek(s.win.Canvas().Overlays().Top(), func(*kit.Entry) bool { return true }).SetText(typed)
		confirm(t, s, "Continua")
	}
	ask("lumaca pentola oboe tramonti")
	th.says(t, s, "non è quella giusta")
	ask(good)
	th.says(t, s, "La copia è a posto")
	sheet, err := recoverySheet(s.cfg)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(sheet.bytes), good) || len(sheet.layout.Pages) != 1 || !sheet.blank {
		t.Error("the sheet for the safe is not what it should be")
	}
}

// TestRestoreFromTheWindow: what is in the copy is shown, the office goes back to
// it, the file of before stays beside; a copy that does not open changes nothing.
func TestRestoreFromTheWindow(t *testing.T) {
	s := movable(t)
	th := playThread(t, s)
	dir := t.TempDir()
	copiedTo(t, s, app.NewCopySettings(), dir)
	ctx := context.Background()
	run, err := s.cfg.Store.Backup(ctx, s.cfg.By, app.CopyNow, nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, run.Results[0].File)
	r := first(t, s, app.SiteForm.Key)
	uid := r.uid()
	was := r.ed.Rec.(*app.Site).City
	set(r, "city", "Altrove")
	r.save()
	office := s.cfg.Store.Path()
	s.cfg.Copies = copyTools{}

	broken := filepath.Join(dir, "rotta.copia")
	if err := os.WriteFile(broken, []byte("niente"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.restoreCopy(broken)
	th.says(t, s, "non è una copia")
	confirm(t, s, "Ho capito")

	s.restoreCopy(path)
	th.says(t, s, "Ripristinare questa copia?")
	if text := dialogText(s); !strings.Contains(text, "Ferramenta Bianchi") || !strings.Contains(text, "prima del ripristino") {
		t.Errorf("it says %q", text)
	}
	confirm(t, s, "Ripristina")
	th.says(t, s, "Copia ripristinata")
	confirm(t, s, "Ho capito")
	got, err := s.cfg.Store.Get(ctx, app.SiteForm.Type(), uid)
	if err != nil || got.(*app.Site).City != was || s.cfg.Store.Path() != office {
		t.Errorf("%+v, %v, in %s", got, err, s.cfg.Store.Path())
	}
	if aside, _ := filepath.Glob(filepath.Join(filepath.Dir(office), "*prima del ripristino*")); len(aside) != 1 {
		t.Errorf("beside the office: %q", aside)
	}
	if v, err := lookAtChain(ctx, s.cfg.Store, s.cfg.Now(), s.chainNote(office)); err != nil || !v.ok() {
		t.Error(v, err)
	}
}

// TestCopyAtClosing: what was changed is copied before the window closes; a folder
// that is not there is said, and one may close all the same.
func TestCopyAtClosing(t *testing.T) {
	s := movable(t)
	th := playThread(t, s)
	dir := t.TempDir()
	closed := 0
	s.copyThen(func() { closed++ })
	if closed != 1 {
		t.Fatal("without folders it does not go on")
	}
	copiedTo(t, s, app.CopySettings{AtClose: true}, dir)
	s.copyThen(func() { closed++ })
	th.until(t, "it is copied", func() bool { return closed == 2 })
	if made, _ := filepath.Glob(filepath.Join(dir, "*.copia")); len(made) != 1 {
		t.Fatalf("closed %d times, %d copies", closed, len(made))
	}
	copiedTo(t, s, app.CopySettings{AtClose: true}, filepath.Join(dir, "staccata"))
	s.copyThen(func() { closed++ })
	th.says(t, s, "non c’è: la copia non è stata fatta")
	confirm(t, s, "Torna al lavoro")
	s.copyThen(func() { closed++ })
	th.says(t, s, "non c’è: la copia non è stata fatta")
	confirm(t, s, "Chiudi lo stesso")
	if closed != 3 {
		t.Error("it does not close all the same")
	}
}

// TestCopyWhenDue: a copy whose time has come is made behind the window; one that
// fails is said once, and left alone for an hour.
func TestCopyWhenDue(t *testing.T) {
	s, _, now := clocked(t, app.Sample)
	th := queueThread(s)
	ctx, dir := context.Background(), t.TempDir()
	copiedTo(t, s, app.CopySettings{Every: 1}, dir)
	made := func() int {
		list, _ := filepath.Glob(filepath.Join(dir, "*.copia"))
		return len(list)
	}
	due := func() {
		s.copyIfDue(ctx, s.cfg.Store, s.cfg.By)
		th.drain()
	}
	due()
	due()
	if made() != 1 {
		t.Fatalf("%d copies", made())
	}
	*now = now.AddDate(0, 0, 1)
	due()
	if made() != 2 {
		t.Errorf("the next day %d copies", made())
	}
	copiedTo(t, s, app.CopySettings{Every: 1}, filepath.Join(dir, "staccata"))
	due()
	if text := dialogText(s); !strings.Contains(text, "riprova da sé") {
		t.Errorf("it says %q", text)
	}
	confirm(t, s, "Ho capito")
	tried := func() time.Time {
		c, err := s.cfg.Store.CopySettings(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return c.Destinations[0].Tried
	}
	at := tried()
	*now = now.Add(copyRetry - time.Second)
	due()
	if !tried().Equal(at) {
		t.Error("it is tried again at once")
	}
	*now = now.Add(time.Second)
	due()
	if tried().Equal(at) || kit.DialogOpen(s.win) {
		t.Error("after an hour it is not tried again in silence")
	}
}

// TestCopiesStand says how the copies stand, at the edges of their term.
func TestCopiesStand(t *testing.T) {
	now := time.Date(2026, 11, 22, 16, 42, 0, 0, time.UTC)
	made := func(d time.Duration) []app.CopyDestination {
		return []app.CopyDestination{{Folder: "/x", Made: now.Add(-d), Tried: now.Add(-d), Outcome: app.CopyDone}}
	}
	const day = 24 * time.Hour
	for name, x := range map[string]struct {
		c    app.CopySettings
		tone kit.Tone
		want string
	}{
		"no folder":     {app.CopySettings{}, kit.ToneWarn, "Non avete ancora scelto"},
		"never":         {app.CopySettings{Every: 1, Destinations: []app.CopyDestination{{Folder: "/x"}}}, kit.ToneWarn, "Ancora nessuna copia. La prossima appena si può."},
		"fresh":         {app.CopySettings{Every: 7, Destinations: made(6 * day)}, kit.ToneOK, "La prossima il 23/11/2026."},
		"old":           {app.CopySettings{Every: 7, Destinations: made(7 * day)}, kit.ToneWarn, "È più vecchia di quanto avete deciso."},
		"by hand":       {app.CopySettings{Destinations: made(90 * day)}, kit.ToneOK, "Le copie si fanno solo a mano."},
		"at closing":    {app.CopySettings{AtClose: true, Destinations: made(day)}, kit.ToneOK, "Alla chiusura"},
		"stick is gone": {app.CopySettings{Every: 1, Destinations: []app.CopyDestination{{Folder: "/x", Outcome: app.CopyFailed, Said: "La cartella non c’è."}}}, kit.ToneError, "La cartella non c’è."},
	} {
		if tone, _, text := copiesStand(x.c, now); tone != x.tone || !strings.Contains(text, x.want) {
			t.Errorf("%s: %q in tone %v", name, text, tone)
		}
	}
}
