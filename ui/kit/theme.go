// Package kit holds the components of the design: what every screen is made
// of, without any knowledge of offices, records or law.
package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours that the design has and Fyne's own list lacks.
const (
	ColorRail           fyne.ThemeColorName = "tutela-rail"            // behind the tabs
	ColorSheet          fyne.ThemeColorName = "tutela-sheet"           // the white page
	ColorSunken         fyne.ThemeColorName = "tutela-sunken"          // table heads, side columns, locked fields
	ColorInk2           fyne.ThemeColorName = "tutela-ink2"            // help, second lines
	ColorRowRule        fyne.ThemeColorName = "tutela-row-rule"        // between rows; decoration
	ColorOKTint         fyne.ThemeColorName = "tutela-ok-tint"         // under ok
	ColorWarnTint       fyne.ThemeColorName = "tutela-warn-tint"       // under amber
	ColorErrorTint      fyne.ThemeColorName = "tutela-error-tint"      // under red
	ColorNeutralTint    fyne.ThemeColorName = "tutela-neutral-tint"    // under a chip without state
	ColorPrimaryHover   fyne.ThemeColorName = "tutela-primary-hover"   // accent under the pointer
	ColorPrimaryPressed fyne.ThemeColorName = "tutela-primary-pressed" // accent held down
	ColorRing           fyne.ThemeColorName = "tutela-ring"            // around what has the keyboard
	ColorHeat1          fyne.ThemeColorName = "tutela-heat-1"          // Accettabile
	ColorHeat2          fyne.ThemeColorName = "tutela-heat-2"          // Medio-basso
	ColorHeat3          fyne.ThemeColorName = "tutela-heat-3"          // Rilevante
	ColorHeat4          fyne.ThemeColorName = "tutela-heat-4"          // Alto
)

// Sizes that the design has and Fyne's own list lacks.
const (
	SizeScore     fyne.ThemeSizeName = "tutela-score"      // the one big number of a screen
	SizePicture   fyne.ThemeSizeName = "tutela-picture"    // words inside pictures only
	SizeEmptyIcon fyne.ThemeSizeName = "tutela-empty-icon" // the sign of an empty page
)

// Look is one of the appearances of the window.
type Look int

// The looks. They are set explicitly, never taken from the system: the system's
// answer is missing on some desktops and the window must not change under one's eyes.
const (
	Light Look = iota
	Dark
	HighContrast
)

// Theme is the look of the program at a text size.
type Theme struct {
	Look Look
	// Scale multiplies text and what follows it; 1 is 100 %.
	Scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// palette gives light, dark and high contrast, in this order.
var palette = map[fyne.ThemeColorName][3]uint32{
	theme.ColorNameBackground:        {0xF3F4F2, 0x14181C, 0x000000},
	ColorRail:                        {0xE7EAEC, 0x0F1215, 0x000000},
	ColorSheet:                       {0xFFFFFF, 0x1D2329, 0x000000},
	theme.ColorNameInputBackground:   {0xFFFFFF, 0x1D2329, 0x000000},
	theme.ColorNameMenuBackground:    {0xFFFFFF, 0x1D2329, 0x000000},
	theme.ColorNameOverlayBackground: {0xFFFFFF, 0x1D2329, 0x000000},
	ColorSunken:                      {0xF8F9F8, 0x181D22, 0x000000},
	theme.ColorNameHeaderBackground:  {0xF8F9F8, 0x181D22, 0x000000},
	theme.ColorNameForeground:        {0x1B2228, 0xE8ECEF, 0xFFFFFF},
	ColorInk2:                        {0x4A545D, 0xB3BCC4, 0xFFFFFF},
	theme.ColorNamePlaceHolder:       {0x68727B, 0x8F9AA4, 0xC8C8C8},
	theme.ColorNameDisabled:          {0x68727B, 0x8F9AA4, 0xC8C8C8},
	theme.ColorNamePrimary:           {0x1D4E89, 0x8DB9F0, 0xFFE14D},
	ColorPrimaryHover:                {0x2A64AB, 0xA9CBF5, 0xFFEC8A},
	ColorPrimaryPressed:              {0x153A68, 0x6FA3E3, 0xE0C020},
	theme.ColorNameHyperlink:         {0x1D4E89, 0x8DB9F0, 0xFFE14D},
	ColorRing:                        {0x1D4E89, 0x8DB9F0, 0xFFE14D},
	// The toolkit fills with it what has the keyboard in menus and file dialogs,
	// and writes in the usual ink on it.
	theme.ColorNameFocus:               {0xC9DCF2, 0x2F4A6B, 0x4D4D4D},
	theme.ColorNameForegroundOnPrimary: {0xFFFFFF, 0x0D1824, 0x000000},
	theme.ColorNameSelection:           {0xE4EDF7, 0x22364D, 0x333333},
	theme.ColorNameHover:               {0xEDF1F4, 0x262E36, 0x333333},
	theme.ColorNamePressed:             {0xDCE3E9, 0x303A44, 0x4D4D4D},
	theme.ColorNameSeparator:           {0xD6DADD, 0x353E46, 0xFFFFFF},
	ColorRowRule:                       {0xE3E6E8, 0x2A3138, 0x808080},
	theme.ColorNameInputBorder:         {0x7C8791, 0x7A8691, 0xFFFFFF},
	theme.ColorNameButton:              {0xFFFFFF, 0x1D2329, 0x000000},
	theme.ColorNameDisabledButton:      {0xF6F7F7, 0x2A3138, 0x1A1A1A},
	theme.ColorNameSuccess:             {0x1E6B3A, 0x7FD19A, 0x9BE7B4},
	ColorOKTint:                        {0xE2F1E7, 0x1A3424, 0x000000},
	theme.ColorNameWarning:             {0x7F4D00, 0xF2BE5C, 0xFFD27A},
	ColorWarnTint:                      {0xFCEFD2, 0x3A2D12, 0x000000},
	theme.ColorNameError:               {0xA8231C, 0xFF9B8F, 0xFFB3AB},
	ColorErrorTint:                     {0xFBE6E4, 0x45211E, 0x000000},
	theme.ColorNameForegroundOnError:   {0xFFFFFF, 0x14181C, 0x000000},
	theme.ColorNameForegroundOnSuccess: {0xFFFFFF, 0x14181C, 0x000000},
	theme.ColorNameForegroundOnWarning: {0xFFFFFF, 0x14181C, 0x000000},
	ColorNeutralTint:                   {0xECEEF0, 0x2A3138, 0x000000},
	theme.ColorNameScrollBar:           {0x7C8791, 0x7A8691, 0xFFFFFF},
	ColorHeat1:                         {0xCBE6D3, 0x24472F, 0x000000},
	ColorHeat2:                         {0xF8EDB4, 0x514B1B, 0x000000},
	ColorHeat3:                         {0xF6C892, 0x6F461B, 0x000000},
	ColorHeat4:                         {0xEC9A8E, 0x84332C, 0x000000},
}

// sizes holds the measures of the design at 100 %. Those of text, and those
// that stand around text, grow with the scale.
var sizes = map[fyne.ThemeSizeName]struct {
	base  float32
	grows bool
}{
	theme.SizeNameText:               {14, true},
	theme.SizeNameCaptionText:        {12, true},
	theme.SizeNameSubHeadingText:     {16, true},
	theme.SizeNameHeadingText:        {20, true},
	theme.SizeNameInlineIcon:         {18, true},
	SizeScore:                        {28, true},
	SizePicture:                      {11, true},
	SizeEmptyIcon:                    {40, true},
	theme.SizeNameInnerPadding:       {7, false},
	theme.SizeNamePadding:            {4, false},
	theme.SizeNameInputRadius:        {4, false},
	theme.SizeNameSelectionRadius:    {4, false},
	theme.SizeNameScrollBar:          {12, false},
	theme.SizeNameScrollBarSmall:     {6, false},
	theme.SizeNameSeparatorThickness: {1, false},
}

// Color returns a colour of the look; the system's variant is not asked.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := palette[name]; ok {
		return rgb(c[t.Look])
	}
	variant := theme.VariantDark
	if t.Look == Light {
		variant = theme.VariantLight
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns the bundled Noto Sans, in its bold where asked for.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon returns Fyne's icon; the program's own are in icons.go.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns a measure in device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	s, ok := sizes[name]
	if !ok {
		return theme.DefaultTheme().Size(name)
	}
	if s.grows && t.Scale > 0 {
		return s.base * t.Scale
	}
	return s.base
}

func rgb(v uint32) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}
