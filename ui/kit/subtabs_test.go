package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestSubTabs(t *testing.T) {
	use(t, Light, 1)
	chosen := -1
	tabs := NewSubTabs([]string{"Dati dell’ufficio", "Sedi", "Locali"}, func(i int) { chosen = i })
	w := show(t, tabs, 600, 60)
	w.Canvas().Focus(tabs)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyRight, 1}, {fyne.KeyEnd, 2}, {fyne.KeyLeft, 1}, {fyne.KeyHome, 0}} {
		tabs.TypedKey(&fyne.KeyEvent{Name: step.key})
		if chosen != step.want || tabs.Selected() != step.want {
			t.Errorf("%s: chosen %d, selected %d, want %d", step.key, chosen, tabs.Selected(), step.want)
		}
	}
	test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(tabs).AddXY(tabs.padded(0, GapPanel)+10, 10))
	if chosen != 1 {
		t.Errorf("a click chose %d", chosen)
	}
	if one, two := tabs.HeightForWidth(600), tabs.HeightForWidth(tabs.padded(0, GapPanel)+10); two <= one {
		t.Errorf("narrow tabs stay on one line: %v, %v", one, two)
	}
}

// TestSubTabsUnderThePointer: a page that can be pressed says so.
func TestSubTabsUnderThePointer(t *testing.T) {
	use(t, Light, 1)
	tabs := NewSubTabs([]string{"Dati dell’ufficio", "Sedi", "Locali"}, func(int) {})
	show(t, tabs, 600, 60)
	tabs.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tabs.padded(0, GapPanel)+10, 10)}})
	if ink := theme.Color(theme.ColorNamePrimary); tabs.texts[1].Color != ink || tabs.texts[2].Color == ink {
		t.Error("the page under the pointer looks like the others")
	}
	tabs.MouseOut()
	if tabs.texts[1].Color == theme.Color(theme.ColorNamePrimary) {
		t.Error("it keeps the look when the pointer has gone")
	}
}

// TestManySubTabs: what two lines do not hold is reached by arrows and keys, on one.
func TestManySubTabs(t *testing.T) {
	use(t, Light, 1)
	labels := []string{"Persone", "Nomine", "Credenziali", "Autorizzazioni", "Straordinari", "Uscite", "Tentativi", "Formazione"}
	tabs := NewSubTabs(labels, func(int) {})
	w := show(t, tabs, 260, 60)
	if high := tabs.HeightForWidth(260); high != tabs.HeightForWidth(2000) {
		t.Errorf("they are %v high", high)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(tabs)
	seen := map[int]bool{}
	for range labels {
		f := tabs.flow(260)
		for i, text := range tabs.texts {
			shows := i >= f.from && i < f.to
			if text.Visible() != shows || shows && (text.Position().X < 0 || text.Position().X+text.MinSize().Width > 260) {
				t.Errorf("with %d selected %q does not show as it should", tabs.Selected(), labels[i])
			}
			if shows {
				seen[i] = true
			}
		}
		if f.to < len(labels) {
			test.TapCanvas(w.Canvas(), at.AddXY(250, 10))
			if tabs.Selected() != f.to {
				t.Errorf("the arrow leads from %d to %d, want %d", f.to-1, tabs.Selected(), f.to)
			}
		}
	}
	if len(seen) != len(labels) || tabs.ends[1].Visible() || !tabs.ends[0].Visible() {
		t.Errorf("seen %v, at the end %d", seen, tabs.Selected())
	}
	before := tabs.flow(260).from - 1
	test.TapCanvas(w.Canvas(), at.AddXY(10, 10))
	if tabs.Selected() != before {
		t.Errorf("the arrow leads back to %d, want %d", tabs.Selected(), before)
	}
}
