package ui

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/assets"
	"tutela/ui/words"
)

// openEnglish opens the window of the example, with long names, in English.
func openEnglish(t *testing.T) *Shell {
	t.Helper()
	s, _ := openShell(t, longNames)
	s.cfg.Printers, s.cfg.Open = somePrinters{}, opener
	s.setLanguage(words.English)
	t.Cleanup(func() { words.Use(words.Italian) })
	return s
}

// ofTheTest are screens whose texts the test itself gives, in Italian, and those of
// the guide, which is Italian alone.
var ofTheTest = map[string]bool{
	"save a file": true, "into a folder": true, "confirm": true, "kept paper": true,
	"guide": true, "guide, glossary": true, "guide, searched": true,
}

// TestEnglish brings every screen to the front in English: none shows a text of
// the Italian window or a word of the Italian forms, and labels of other lengths
// are cut nowhere, as TestLayout sees to in Italian. What the office wrote,
// catalogues and what is printed stay Italian.
func TestEnglish(t *testing.T) {
	for _, c := range []struct{ width, height, scale float32 }{{1366, 697, 1}, {1024, 573, 2}} {
		if testing.Short() && c.scale != 1 {
			continue
		}
		name := fmt.Sprintf("english %vx%v at %v", c.width, c.height, c.scale*100)
		t.Run(name, func(t *testing.T) {
			s := openEnglish(t)
			s.setScale(c.scale)
			s.win.Resize(fyne.NewSize(c.width, c.height-27*c.scale))
			italian := newItalian(t, s)
			for _, item := range s.menu().Items {
				italian.menu(t, item)
			}
			for _, sc := range screens() {
				t.Run(sc.name, func(t *testing.T) {
					sc.bring(t, s)
					o := s.win.Canvas().Content()
					if top := s.win.Canvas().Overlays().Top(); top != nil {
						o = top
					}
					picture(t, s, name+" "+sc.name)
					look(t, o, s.win.Canvas().Size())
					if !ofTheTest[sc.name] {
						italian.in(t, texts(s.win.Canvas().Content()))
						italian.in(t, texts(o))
					}
					for top := s.win.Canvas().Overlays().Top(); top != nil; top = s.win.Canvas().Overlays().Top() {
						s.win.Canvas().Overlays().Remove(top)
					}
				})
			}
		})
	}
}

// italian knows the Italian texts that English has other words for.
type italian struct {
	texts    map[string]string // and what they should be
	patterns map[*regexp.Regexp]string
}

func newItalian(t *testing.T, s *Shell) *italian {
	t.Helper()
	var d struct {
		Window map[string]string
		Forms  map[string]words.Form
	}
	if err := json.Unmarshal(assets.English, &d); err != nil {
		t.Fatal(err)
	}
	it := &italian{map[string]string{}, map[*regexp.Regexp]string{}}
	value := regexp.MustCompile(`%[sdvq]`)
	for text, english := range d.Window {
		fixed := value.ReplaceAllString(text, "")
		switch {
		case text == english:
		case fixed == text:
			it.texts[text] = english
		case len(strings.TrimSpace(fixed)) > 6:
			expr := "^" + value.ReplaceAllString(strings.ReplaceAll(regexp.QuoteMeta(text), "%d", "[0-9.]+"), ".+") + "$"
			it.patterns[regexp.MustCompile(expr)] = english
		}
	}
	for _, r := range app.Registers() {
		it.form(r.Type, d.Forms)
	}
	// What the office wrote, and catalogues, may be the same word.
	for _, r := range app.Registers() {
		for _, row := range s.names.of(r.Key) {
			delete(it.texts, row.Title)
			delete(it.texts, row.Second)
		}
		it.forget(s, r.Type)
	}
	if len(it.texts) < 300 || len(it.patterns) < 20 {
		t.Fatalf("only %d texts and %d patterns", len(it.texts), len(it.patterns))
	}
	return it
}

// form learns the words of a form. Choices are left out: in a history they are
// told in the words of the papers.
func (it *italian) form(t *form.Type, forms map[string]words.Form) {
	learn := func(text, english string) {
		if text != "" && text != english {
			it.texts[text] = english
		}
	}
	f := forms[t.Key]
	learn(t.Many, f.Many)
	learn(t.About, f.About)
	for _, g := range t.Sections {
		learn(g.Title, f.Sections[g.Key].Title)
		learn(g.Help, f.Sections[g.Key].Help)
	}
	for _, x := range t.Fields() {
		learn(x.Label, f.Fields[x.Key].Label)
		learn(x.Help, f.Fields[x.Key].Help)
		learn(x.Example, f.Fields[x.Key].Example)
		if x.Child != nil {
			it.form(x.Child, forms)
		}
	}
}

// forget takes out what catalogues say.
func (it *italian) forget(s *Shell, t *form.Type) {
	for _, f := range t.Fields() {
		if f.Catalogue != "" {
			for _, o := range s.names.options(f) {
				delete(it.texts, o.Label)
				delete(it.texts, o.Hint)
			}
		}
		if f.Child != nil {
			it.forget(s, f.Child)
		}
	}
}

func (it *italian) in(t *testing.T, shown string) {
	t.Helper()
	for line := range strings.Lines(shown) {
		line = strings.TrimSpace(line)
		if english, ok := it.texts[line]; ok {
			t.Errorf("shows %q, not %q", line, english)
		}
		for p, english := range it.patterns {
			if p.MatchString(line) {
				t.Errorf("shows %q, not %q", line, english)
			}
		}
	}
}

func (it *italian) menu(t *testing.T, m *fyne.Menu) {
	t.Helper()
	it.in(t, m.Label)
	for _, item := range m.Items {
		it.in(t, item.Label)
		if item.ChildMenu != nil {
			it.menu(t, item.ChildMenu)
		}
	}
}
