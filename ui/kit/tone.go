package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tone says what a colour means. Only states have one; nothing is coloured to
// decorate, and a colour never stands without a sign or a word.
type Tone int

// The tones.
const (
	ToneNeutral Tone = iota
	ToneOK
	ToneWarn
	ToneError
	ToneAccent
)

// Ink is the colour of signs and words of the tone, readable on sheet and tint.
func (t Tone) Ink() fyne.ThemeColorName {
	switch t {
	case ToneOK:
		return theme.ColorNameSuccess
	case ToneWarn:
		return theme.ColorNameWarning
	case ToneError:
		return theme.ColorNameError
	case ToneAccent:
		return theme.ColorNamePrimary
	}
	return ColorInk2
}

// Tint is the pale ground of the tone.
func (t Tone) Tint() fyne.ThemeColorName {
	switch t {
	case ToneOK:
		return ColorOKTint
	case ToneWarn:
		return ColorWarnTint
	case ToneError:
		return ColorErrorTint
	case ToneAccent:
		return theme.ColorNameSelection
	}
	return ColorNeutralTint
}

// frame is the border of something tinted: none, except in high contrast, whose
// tints are the colour of the sheet and show nothing.
func (t Tone) frame() fyne.ThemeColorName {
	if theme.Color(t.Tint()) == theme.Color(ColorSheet) {
		return t.Ink()
	}
	return ""
}
