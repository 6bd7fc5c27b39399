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
	test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(tabs).AddXY(tabs.width(0)+10, 10))
	if chosen != 1 {
		t.Errorf("a click chose %d", chosen)
	}
	if one, two := tabs.HeightForWidth(600), tabs.HeightForWidth(tabs.width(0)+10); two <= one {
		t.Errorf("narrow tabs stay on one line: %v, %v", one, two)
	}
}

// TestSubTabsUnderThePointer: a page that can be pressed says so.
func TestSubTabsUnderThePointer(t *testing.T) {
	use(t, Light, 1)
	tabs := NewSubTabs([]string{"Dati dell’ufficio", "Sedi", "Locali"}, func(int) {})
	show(t, tabs, 600, 60)
	tabs.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tabs.width(0)+10, 10)}})
	if ink := theme.Color(theme.ColorNamePrimary); tabs.texts[1].Color != ink || tabs.texts[2].Color == ink {
		t.Error("the page under the pointer looks like the others")
	}
	tabs.MouseOut()
	if tabs.texts[1].Color == theme.Color(theme.ColorNamePrimary) {
		t.Error("it keeps the look when the pointer has gone")
	}
}
