package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRailKeyboard(t *testing.T) {
	use(t, Light, 1)
	r := sampleRail()
	var chosen []int
	r.onSelect = func(i int) { chosen = append(chosen, i) }
	show(t, r, 184, 600)
	r.FocusGained()
	press(r, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // from 2
	press(r, fyne.KeyHome, fyne.KeyUp, fyne.KeySpace)
	press(r, fyne.KeyEnd, fyne.KeyDown, fyne.KeyEnter)
	press(r, fyne.KeyUp)
	if len(chosen) != 3 || chosen[0] != 4 || chosen[1] != 0 || chosen[2] != 7 || r.Selected() != 7 {
		t.Errorf("chosen %v", chosen)
	}
	if r.aim != 6 {
		t.Errorf("the arrow alone aims at %d", r.aim)
	}
	r.FocusLost()
	if r.aim != 7 {
		t.Error("the aim does not come back")
	}
}

func TestRailMouse(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		use(t, Light, scale)
		r := sampleRail()
		var chosen []int
		r.onSelect = func(i int) { chosen = append(chosen, i) }
		show(t, BesideRail(r, Sheet(NewText("pagina"))), 1366, 697)
		for i := range r.items {
			y := r.headHeight() + (float32(i)+0.5)*r.tabHeight()
			test.TapAt(r, fyne.NewPos(30, y))
		}
		test.TapAt(r, fyne.NewPos(30, r.headHeight()+8.5*r.tabHeight()))
		if len(chosen) != 8 || chosen[7] != 7 {
			t.Errorf("at %v chosen %v", scale, chosen)
		}
		if r.Narrow() != (scale > 1.3) {
			t.Errorf("at %v narrow is %v", scale, r.Narrow())
		}
	}
}

func TestRailForms(t *testing.T) {
	use(t, Light, 1)
	r := sampleRail()
	w := show(t, BesideRail(r, Sheet(NewText("pagina"))), 1366, 697)
	if got := r.Size().Width; got != 184 {
		t.Errorf("the rail is %v wide", got)
	}
	if all := strings.Join(texts(r), "|"); !strings.Contains(all, "Personale e|credenziali") || !strings.Contains(all, "99+") {
		t.Errorf("written: %s", all)
	}
	w.Resize(fyne.NewSize(1100, 697))
	if got := r.Size().Width; got != 104 || !r.Narrow() {
		t.Errorf("the narrow rail is %v wide", got)
	}
	if all := strings.Join(texts(r), "|"); !strings.Contains(all, "Trattam.") || strings.Contains(all, "Ferramenta") {
		t.Errorf("written: %s", all)
	}
	// The smallest window that the pages are made for, at the largest text.
	fyne.CurrentApp().Settings().SetTheme(&Theme{Scale: 2})
	w.Content().Refresh()
	if got := r.MinSize().Height; got > 600 {
		t.Errorf("at 200 %% the rail needs %v", got)
	}
}

func TestRailCounters(t *testing.T) {
	use(t, Light, 1)
	r := sampleRail()
	show(t, r, 184, 600)
	r.SetBadge(5, 2, 3)
	r.Select(5)
	if got := r.AccessibilityLabel(); got != "Scheda Violazioni, aperta, scaduti: 2, da sistemare: 3" {
		t.Errorf("spoken as %q", got)
	}
	if r.tabs[5].badge.FillColor == r.tabs[2].badge.FillColor || r.tabs[2].badge.StrokeWidth == 0 || r.tabs[5].badge.StrokeWidth != 0 {
		t.Error("the two counters differ neither in shape nor in colour")
	}
	r.SetBadge(5, 0, 0)
	if r.tabs[5].badge.Visible() {
		t.Error("a counter of nothing is shown")
	}
}

func TestSectionIndex(t *testing.T) {
	use(t, Light, 1)
	var chosen []int
	x := NewSectionIndex([]SectionRow{{Title: "Struttura"}, {Title: "Personale"}, {Title: "Processo"}}, func(i int) { chosen = append(chosen, i) })
	show(t, x, 220, 200)
	test.TapAt(x, fyne.NewPos(40, x.rowHeight()*1.5))
	press(x, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeySpace)
	test.TapAt(x, fyne.NewPos(40, 190))
	if len(chosen) != 3 || chosen[0] != 1 || chosen[1] != 2 || chosen[2] != 0 {
		t.Errorf("chosen %v", chosen)
	}
	x.SetCurrent(2)
	x.SetState(2, ToneWarn, IconWarning, "da vedere")
	if len(chosen) != 3 || x.Current() != 2 || x.AccessibilityLabel() != "Sezioni: 3 Processo, da vedere" {
		t.Errorf("current %d, spoken %q", x.Current(), x.AccessibilityLabel())
	}
}
