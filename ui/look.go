package ui

import (
	"fyne.io/fyne/v2"

	"tutela/ui/kit"
)

// Settings kept for the computer, not for the office.
const (
	prefScale = "text-scale"
	prefLook  = "look"
)

// largestText is the most that text grows to: 200 %.
const largestText = 2

// themeOf is the look that was chosen on this computer. A setting that makes no
// sense counts as none.
func themeOf(p fyne.Preferences) *kit.Theme {
	t := &kit.Theme{Scale: float32(p.FloatWithFallback(prefScale, 1)), Look: kit.Look(p.IntWithFallback(prefLook, int(kit.Light)))}
	if t.Scale < 1 || t.Scale > largestText {
		t.Scale = 1
	}
	if t.Look < kit.Light || t.Look > kit.HighContrast {
		t.Look = kit.Light
	}
	return t
}

// setScale changes the size of text, from 100 to 200 %.
func (s *Shell) setScale(scale float32) {
	s.theme.Scale = min(largestText, max(1, scale))
	s.applyTheme()
}

func (s *Shell) setLook(look kit.Look) {
	s.theme.Look = look
	s.applyTheme()
}

func (s *Shell) applyTheme() {
	p := s.cfg.App.Preferences()
	p.SetFloat(prefScale, float64(s.theme.Scale))
	p.SetInt(prefLook, int(s.theme.Look))
	changed := *s.theme // Fyne repaints for another theme, not for the same one changed
	s.theme = &changed
	s.cfg.App.Settings().SetTheme(s.theme)
}
