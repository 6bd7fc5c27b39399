package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
)

// pressF1 does what the menu does with its key.
func pressF1(t *testing.T, s *Shell) {
	t.Helper()
	for _, m := range s.win.MainMenu().Items {
		for _, it := range m.Items {
			if k, ok := it.Shortcut.(fyne.KeyboardShortcut); ok && k.Key() == fyne.KeyF1 && k.Mod() == 0 {
				it.Action()
				return
			}
		}
	}
	t.Fatal("no entry of a menu has F1")
}

// TestF1OpensTheTopicOfTheRegister, and Esc leads back to it.
func TestF1OpensTheTopicOfTheRegister(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	for key, want := range map[string]string{
		app.BreachForm.Key: "72 ore", app.RequestForm.Key: "un mese dal ricevimento", app.CredentialForm.Key: "nome utente",
	} {
		p := registerPageOf(t, s, key)
		pressF1(t, s)
		if text := front(s); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", key, want, text)
		}
		s.back()
		if s.front != s.current().object() || registerPageOf(t, s, key) != p {
			t.Errorf("%s: not back where one was", key)
		}
	}
}

// TestGuideSearch: a word without its accent finds a term of the glossary, which
// alone is shown; nonsense finds nothing.
func TestGuideSearch(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := newGuidePage(s, "scadenze")
	p.list.FocusSearch()
	test.Type(s.win.Canvas().Focused(), "portabilita")
	if text := front(s); len(p.topics) != 1 || !strings.Contains(text, "Portabilità (diritto alla)") || strings.Contains(text, "Titolare del trattamento") {
		t.Errorf("%d topics:\n%s", len(p.topics), text)
	}
	p.look("xyzzy")
	if len(p.topics) != 0 || !strings.Contains(front(s), "Niente con «xyzzy»") {
		t.Errorf("found %d with nonsense", len(p.topics))
	}
}
