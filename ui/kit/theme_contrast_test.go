package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance and contrast are those of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		x := float64(v) / 0xFFFF
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func TestContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorSheet, ColorSunken, theme.ColorNameBackground, ColorRail, theme.ColorNameSelection, theme.ColorNameHover}
	heatGrounds := []fyne.ThemeColorName{ColorHeat1, ColorHeat2, ColorHeat3, ColorHeat4}
	states := []fyne.ThemeColorName{theme.ColorNameSuccess, theme.ColorNameWarning, theme.ColorNameError}
	accents := []fyne.ThemeColorName{theme.ColorNamePrimary, ColorPrimaryHover, ColorPrimaryPressed}

	type pair struct{ ink, ground fyne.ThemeColorName }
	readable := []pair{
		{theme.ColorNamePrimary, theme.ColorNamePressed},
		{theme.ColorNameForeground, theme.ColorNamePressed},
		{theme.ColorNameForegroundOnError, theme.ColorNameError},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
		{ColorInk2, ColorNeutralTint},
		{theme.ColorNameForeground, ColorWarnTint},
		{theme.ColorNameForeground, theme.ColorNameMenuBackground},
		{theme.ColorNameForeground, theme.ColorNameFocus}, // the toolkit's menus
	}
	for _, g := range grounds {
		for _, ink := range []fyne.ThemeColorName{theme.ColorNameForeground, ColorInk2, theme.ColorNamePrimary} {
			readable = append(readable, pair{ink, g})
		}
		// State words stand in rows, which are tinted when chosen.
		for _, s := range states {
			readable = append(readable, pair{s, g})
		}
	}
	for _, g := range heatGrounds {
		readable = append(readable, pair{theme.ColorNameForeground, g})
	}
	for _, a := range accents {
		readable = append(readable, pair{theme.ColorNameForegroundOnPrimary, a})
	}
	for _, tone := range []Tone{ToneNeutral, ToneOK, ToneWarn, ToneError, ToneAccent} {
		readable = append(readable, pair{tone.Ink(), tone.Tint()})
	}
	// What is no text but must be seen: borders of fields, rings on cells.
	seen := []pair{{theme.ColorNameInputBorder, ColorSheet}, {ColorRing, ColorSheet}, {ColorRing, ColorRail}}
	for _, g := range heatGrounds {
		seen = append(seen, pair{ColorRing, g})
	}

	for _, look := range []Look{Light, Dark, HighContrast} {
		th := &Theme{Look: look, Scale: 1}
		check := func(p pair, least float64) {
			if got := contrast(th.Color(p.ink, 0), th.Color(p.ground, 0)); got < least {
				t.Errorf("look %d: %s on %s has %.2f, needs %.1f", look, p.ink, p.ground, got, least)
			}
		}
		for _, p := range readable {
			check(p, 4.5)
		}
		for _, p := range seen {
			check(p, 3)
		}
	}
}
