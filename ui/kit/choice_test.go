package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func frequencies() []Option {
	return []Option{{"g", "Giornaliera", ""}, {"s", "Settimanale", ""}, {"m", "Mensile", ""}, {"sm", "Semestrale", ""}}
}

func TestSelectByKeyboard(t *testing.T) {
	start(t)
	s := NewSelect(frequencies())
	s.Optional = true
	var told []string
	s.OnChanged = func(v string) { told = append(told, v) }
	next := NewEntry(TextEntry)
	d := newDesk(t, s, next)
	d.focus(s)
	d.press(fyne.KeySpace) // opens; its letter chooses nothing
	d.press(fyne.KeyDown, fyne.KeyReturn)
	d.want(s.Value(), "g")
	d.want(d.focused(), fyne.Focusable(s))
	d.write("s") // a letter opens at the option
	d.write("e")
	d.press(fyne.KeyReturn)
	d.want(s.Value(), "s")
	d.press(fyne.KeyDown)
	d.write("sem")
	d.press(fyne.KeyTab) // takes what the keys have lit, and goes on
	d.want(s.Value(), "sm")
	d.want(d.focused(), fyne.Focusable(next))
	d.focus(s)
	d.press(fyne.KeyDown, fyne.KeyUp, fyne.KeyEscape)
	d.want(s.Value(), "sm")
	d.press(fyne.KeyDown, fyne.KeyHome, fyne.KeyReturn)
	d.want(s.Value(), "")
	d.want(len(told), 4)
	d.want(len(d.win.Canvas().Overlays().List()), 0)
}

func TestSelectByMouse(t *testing.T) {
	start(t)
	s := NewSelect(frequencies())
	d := newDesk(t, s)
	test.Tap(s)
	l := s.list
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, l.rowHeight()*2.5)})
	d.want(s.Value(), "m")
	test.Tap(s)
	s.menu.Tapped(nil)
	d.want(s.Value(), "m")
	s.SetLocked(true)
	test.Tap(s)
	if s.menu != nil {
		t.Error("a locked choice opens")
	}
}

func TestSelectKeepsAValueThatIsNoOption(t *testing.T) {
	start(t)
	s := NewSelect(frequencies())
	s.SetValue("ritirata")
	d := newDesk(t, s)
	d.want(s.Value(), "ritirata")
	d.want(s.shownText(), "ritirata")
}

func TestSegmented(t *testing.T) {
	start(t)
	s := NewSegmented([]Option{{"si", "Sì", ""}, {"no", "No", ""}, {"nn", "Non necessario", ""}})
	var told string
	n := 0
	s.OnChanged = func(v string) { told, n = v, n+1 }
	d := newDesk(t, s, NewEntry(TextEntry))
	d.focus(s)
	d.press(fyne.KeyRight)
	d.want(s.Value(), "") // the arrows only move
	d.press(fyne.KeySpace)
	d.want(told, "no")
	d.press(fyne.KeySpace)
	d.want(told, "")
	d.write("s")
	d.want(told, "si")
	d.write("n")
	d.want(told, "no")
	d.write("n")
	d.want(told, "nn")
	d.press(fyne.KeyDelete)
	d.want(told, "")
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	d.want(told, "si")
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	d.want(told, "")
	before := n
	s.SetValue("no")
	s.SetLocked(true)
	d.press(fyne.KeySpace, fyne.KeyDelete)
	d.write("s")
	d.want(s.Value(), "no")
	d.want(n, before)
}

func TestSegmentedStandsUprightWhereNarrow(t *testing.T) {
	start(t)
	s := NewSegmented([]Option{{"si", "Sì", ""}, {"no", "No", ""}, {"nn", "Non necessario", ""}})
	newDesk(t, s)
	wide := s.HeightForWidth(400)
	if s.HeightForWidth(120) < 2*wide {
		t.Error("three words in 120 pixels stand abreast")
	}
	s.Resize(fyne.NewSize(120, s.HeightForWidth(120)))
	var told string
	s.OnChanged = func(v string) { told = v }
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, s.HeightForWidth(120)-8)})
	if told != "nn" {
		t.Errorf("the lowest cell is %q", told)
	}
}

func TestCheck(t *testing.T) {
	start(t)
	var told []bool
	c := NewCheck("L'informativa è firmata", func(b bool) { told = append(told, b) })
	d := newDesk(t, c)
	d.focus(c)
	d.press(fyne.KeySpace)
	d.want(c.Checked(), true)
	test.Tap(c)
	d.want(c.Checked(), false)
	c.SetChecked(true)
	d.want(len(told), 2)
	c.SetLocked(true)
	d.press(fyne.KeySpace)
	d.want(c.Checked(), true)
}

func TestFilter(t *testing.T) {
	start(t)
	labels := func(query string) (out []string) {
		for _, o := range filter(catalogue(), query, nil) {
			out = append(out, o.Value)
		}
		return out
	}
	for query, want := range map[string]string{
		"prom": "promo", "PROMOZIONALI attivita": "promo", "attività": "promo", "pers sel": "cv", "81/2008": "sic", "letter": "news",
	} {
		if got := labels(query); len(got) != 1 || got[0] != want {
			t.Errorf("%q finds %v, want %s", query, got, want)
		}
	}
	if got := labels("s"); got[0] != "cv" || got[1] != "sito" {
		t.Errorf("what begins with it comes first: %v", got)
	}
	if got := labels("xyz"); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}

func TestOptionListScrollsThousands(t *testing.T) {
	start(t)
	many := make([]Option, 3000)
	l := newOptionList()
	newDesk(t, l)
	l.show(many, 0)
	if h := l.minSize().Height; h > 9*l.rowHeight() {
		t.Errorf("%v high", h)
	}
	l.move(-1)
	if l.first != 3000-listRows || l.current != 2999 {
		t.Errorf("first %d, current %d", l.first, l.current)
	}
	l.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 40)})
	if l.first >= 3000-listRows {
		t.Error("the wheel moves nothing")
	}
	l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 3)}})
	if l.current != l.first {
		t.Error("the light does not follow the pointer")
	}
}
