package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/ui/kit"
)

// pressF1 does what the driver does with a key without modifier.
func pressF1(s *Shell) {
	e := &fyne.KeyEvent{Name: fyne.KeyF1}
	if focused := s.win.Canvas().Focused(); focused != nil {
		focused.TypedKey(e)
		return
	}
	s.win.Canvas().OnTypedKey()(e)
}

// TestF1OpensTheTopicOfTheRegister, and Esc leads back to it.
func TestF1OpensTheTopicOfTheRegister(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	for key, want := range map[string]string{
		app.BreachForm.Key: "72 ore", app.RequestForm.Key: "un mese dal ricevimento", app.CredentialForm.Key: "nome utente",
	} {
		p := registerPageOf(t, s, key)
		pressF1(s)
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

// TestF1WhateverHasTheKeyboard: a box that is typed into, the tabs, nothing; but
// behind a lock the guide stays shut.
func TestF1WhateverHasTheKeyboard(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	for name, hold := range map[string]func(){
		"nothing": func() { s.win.Canvas().Unfocus() },
		"a box":   func() { registerPageOf(t, s, app.PersonForm.Key).list.FocusSearch() },
		"a list":  func() { registerPageOf(t, s, app.PersonForm.Key).list.FocusList() },
		"rail":    func() { kit.FocusOn(s.rail) },
		"a field": func() {
			p := registerPageOf(t, s, app.PersonForm.Key)
			p.openRecord("")
			p.open.view.GoToSection(0)
		},
	} {
		registerPageOf(t, s, app.PersonForm.Key)
		hold()
		pressF1(s)
		if !strings.Contains(front(s), "Il personale e le nomine") {
			t.Errorf("%s: F1 opens nothing", name)
		}
		s.back()
	}
	before := s.front
	s.locked = "x"
	s.win.Canvas().Unfocus()
	pressF1(s)
	if s.front != before {
		t.Error("F1 opens the guide behind the lock")
	}
}
