package ui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/guide"
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

// TestGuideKnowsTheWay: where a topic says that something stands in a menu or on a
// page of a tab, it stands there.
func TestGuideKnowsTheWay(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	inMenu, onTab := map[string][]string{}, map[string][]string{}
	for _, m := range s.win.MainMenu().Items {
		inMenu[m.Label] = []string{}
		for _, it := range m.Items {
			inMenu[m.Label] = append(inMenu[m.Label], it.Label)
		}
	}
	for i, tab := range s.tabs {
		s.goTo(i)
		if t, ok := s.current().(*tabbedPage); ok {
			for _, p := range t.pages {
				onTab[strings.Fields(tab.label)[0]] = append(onTab[strings.Fields(tab.label)[0]], p.label)
			}
		}
	}
	ways := map[*regexp.Regexp]map[string][]string{
		regexp.MustCompile(`[Mm]enu (?P<place>\p{Lu}\p{L}+)[^«.]*«(?P<what>[^»]+)»`):                                  inMenu,
		regexp.MustCompile(`«(?P<what>[^»]+)»[^«.]*menu (?P<place>\p{Lu}\p{L}+)`):                                     inMenu,
		regexp.MustCompile(`(?P<place>Ufficio|Trattamenti|Personale|Backup|Documenti)(?:,| e poi) «(?P<what>[^»]+)»`): onTab,
	}
	said := 0
	topics, _ := guide.Topics()
	for _, x := range topics {
		text := doc.Text(doc.Document{Blocks: x.Blocks})
		for way, places := range ways {
			for _, m := range way.FindAllStringSubmatch(text, -1) {
				place, what := m[way.SubexpIndex("place")], m[way.SubexpIndex("what")]
				if said++; !slices.Contains(places[place], what) {
					t.Errorf("%s: «%s» is not in %s: %q", x.Key, what, place, places[place])
				}
			}
		}
		for _, m := range regexp.MustCompile(`menu (\p{Lu}\p{L}+)`).FindAllStringSubmatch(text, -1) {
			if inMenu[m[1]] == nil {
				t.Errorf("%s: there is no menu %s", x.Key, m[1])
			}
		}
	}
	if said < 20 {
		t.Errorf("only %d ways are seen", said)
	}
}

// TestAboutLeadsToWhatIsNew: who looks for the version finds what it brought.
func TestAboutLeadsToWhatIsNew(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	s.about()
	confirm(t, s, "Novità di questa versione")
	if text := front(s); !strings.Contains(text, "È la prima.") {
		t.Errorf("it shows\n%s", text)
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
