package ui

import (
	"bytes"
	"context"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/password"
	"tutela/ui/kit"
)

// typePassword opens the page and types into its box.
func typePassword(t *testing.T, s *Shell, text string) *kit.Entry {
	t.Helper()
	s.tryPassword()
	box, ok := s.win.Canvas().Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("%T has the keyboard", s.win.Canvas().Focused())
	}
	test.Type(box, text)
	return box
}

// pageOfPassword is the page with what the office knows, not yet typed into.
func pageOfPassword(t *testing.T, s *Shell) *passwordPage {
	t.Helper()
	var about password.About
	for _, p := range s.world.Records(app.PersonForm.Key) {
		about.People = append(about.People, p.(*app.Person))
	}
	about.Office = &app.Office{Name: "Ferramenta", City: "Cremona"}
	return newPasswordPage(s, about)
}

// passwordScreens are those of screens where a password is tried.
func passwordScreens() []screen {
	return []screen{
		{"password", func(t *testing.T, s *Shell) { typePassword(t, s, "Luca1974") }},
		{"password, its end", func(t *testing.T, s *Shell) {
			p := pageOfPassword(t, s)
			test.Type(p.secret, "ciao")
			for range 99 {
				p.scroll.PageDown()
			}
		}},
	}
}

func TestPasswordIsJudgedWhileTyped(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := pageOfPassword(t, s)
	said := func(want ...string) {
		t.Helper()
		got := texts(s.stack)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("it does not say %q:\n%s", w, got)
			}
		}
	}
	said("da scrivere", "non si può dire: Ha almeno 8 caratteri.")
	test.Type(p.secret, "Ns27cgm")
	said("1 regola non rispettata", "non va bene: Ha almeno 8 caratteri. Manca un carattere: allungatela.")
	test.Type(p.secret, "v")
	said("va bene: Ha almeno 8 caratteri.", "non si può dire: È diversa dal codice utente", "si può far meglio: La lunghezza conta")
	test.Type(p.user, "ns27")
	said("non va bene: È diversa dal codice utente")
	test.Type(p.longest, "6")
	said("Il sistema accetta al massimo 6 caratteri: accorciatela.")
	test.Type(p.longest, "x")
	said("Scrivete un numero")
	p.longest.SetText("")
	p.judge()

	p.secret.SetText("zq1974xkv")
	p.judge()
	said("non si può dire: Non contiene niente che riporti alla persona")
	for _, o := range p.people() {
		if o.Label == "Bianchi Luca" {
			p.person.SetValues(o.Value)
			p.judge()
		}
	}
	said("non va bene: Non contiene niente che riporti alla persona")
	p.about.Profile = password.Modern
	p.judge()
	said("non va bene: Ha almeno 15 caratteri. Mancano 6 caratteri")
}

// TestPasswordOfTheSystem: what a system takes at most is known by the user-ID that
// enters it, unless something else is typed.
func TestPasswordOfTheSystem(t *testing.T) {
	s, db := openShell(t, app.Sample)
	for _, rec := range s.world.Records(app.SystemForm.Key) {
		if x := rec.(*app.System); x.Kind == "nas" {
			x.Password = form.Number(6)
			if err := db.Save(context.Background(), app.By{Who: "prova"}, app.SystemForm.Type(), x); err != nil {
				t.Fatal(err)
			}
		}
	}
	p := pageOfPassword(t, s)
	var err error
	if p.longestOf, err = s.longestOf(context.Background()); err != nil {
		t.Fatal(err)
	}
	test.Type(p.secret, "N27cgm")
	for _, step := range []struct{ user, longest, want string }{
		{"", "", "non va bene: Ha almeno 8 caratteri."},
		{"D.Ricci", "", "va bene: Ha 6 caratteri, tutti quelli che il sistema accetta."},
		{"e.sala", "", "non va bene: Ha almeno 8 caratteri."}, // who enters the PC too
		{"d.ricci", "7", "non va bene: Ha 7 caratteri"},
	} {
		p.user.SetText(step.user)
		p.longest.SetText(step.longest)
		p.judge()
		if got := texts(s.stack); !strings.Contains(got, step.want) {
			t.Errorf("%+v:\n%s", step, got)
		}
	}
}

// TestPasswordLeavesWithThePage: whatever covers the page empties the box, and
// hides the letters again; nothing gives them back.
func TestPasswordLeavesWithThePage(t *testing.T) {
	const canary = "Zq8wkx47Kvmz"
	for name, cover := range map[string]func(s *Shell){
		"back": (*Shell).back, "another tab": func(s *Shell) { s.goTo(1) }, "keys": (*Shell).keys, "settings": (*Shell).settings,
		"search": (*Shell).searchOffice, "an error": func(s *Shell) { s.fail(context.Canceled) }, "the end": (*Shell).leave,
		"language": func(s *Shell) { s.setLanguage("en"); s.setLanguage("it") },
		"a dialog": func(s *Shell) { menuItem(t, s, "Informazioni su Tutela").Action() },
		"again":    (*Shell).tryPassword,
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := openShell(t, app.Sample)
			box := typePassword(t, s, canary)
			findCheck(t, s.stack).Tapped(nil)
			if box.Password {
				t.Fatal("the letters do not show")
			}
			if box.Text != canary {
				t.Fatalf("the box holds %q", box.Text)
			}
			cover(s)
			box.Undo()
			if box.Text != "" || !box.Password {
				t.Errorf("the box holds %q, hidden %v", box.Text, box.Password)
			}
			if strings.Contains(texts(s.win.Canvas().Content()), canary) {
				t.Error("it still shows")
			}
		})
	}
}

// TestPasswordIsKeptNowhere: typed, shown, judged and left, it stands in no file
// of the office, no draft, no history, no preference, no log, no label.
func TestPasswordIsKeptNowhere(t *testing.T) {
	const canary = "Zq8wkx47Kvmz"
	s, db := openShell(t, app.Sample)
	var log bytes.Buffer
	s.cfg.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	box := typePassword(t, s, canary)
	if got := texts(s.win.Canvas().Content()); strings.Contains(got, canary) || strings.Contains(box.AccessibilityLabel(), canary) {
		t.Error("a screen reader would say it")
	}
	findCheck(t, s.stack).Tapped(nil)
	if strings.Contains(box.AccessibilityLabel(), canary) {
		t.Error("a screen reader would say it while it shows")
	}
	box.TypedShortcut(&fyne.ShortcutSelectAll{})
	clipboard := s.cfg.App.Clipboard()
	box.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	box.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if box.Text != canary || clipboard.Content() == canary {
		t.Errorf("it was copied, or cut: box %q", box.Text)
	}
	menuItem(t, s, "Annulla l’ultima modifica").Action()
	s.fail(context.Canceled)
	s.back()
	s.leave()
	ctx := context.Background()
	for _, r := range app.Registers() {
		if hits, err := db.Search(ctx, canary, 10); err != nil || len(hits) > 0 {
			t.Errorf("%s: %v, %v", r.Key, hits, err)
		}
	}
	if list, err := db.Drafts(ctx); err != nil || len(list) > 0 {
		t.Errorf("drafts: %v, %v", list, err)
	}
	if strings.Contains(log.String(), canary) {
		t.Error("the log has it")
	}
	files := 0
	err := filepath.WalkDir(filepath.Dir(db.Path()), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files++
		for _, form := range []string{canary, strings.ToLower(canary)} {
			if bytes.Contains(data, []byte(form)) {
				t.Errorf("%s holds it", path)
			}
		}
		return err
	})
	if err != nil || files < 2 { // the file and what SQLite keeps beside it
		t.Errorf("%d files looked at, %v", files, err)
	}
	for _, key := range []string{prefLanguage, prefLook, prefScale} {
		if strings.Contains(s.cfg.App.Preferences().String(key), canary) {
			t.Errorf("preference %s holds it", key)
		}
	}
}
