package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Filter is one of the states that a list can be cut down to.
type Filter struct {
	Word  string
	Count string
	On    bool
}

// toggle is a small button that stays pressed.
type toggle struct {
	control
	filter Filter
	box    canvas.Rectangle
	text   canvas.Text
}

func (t *toggle) label() string { return t.filter.Word + " " + t.filter.Count }

// Text returns word and count.
func (t *toggle) Text() string { return t.label() }

// AccessibilityLabel implements fyne.Accessible.
func (t *toggle) AccessibilityLabel() string {
	if t.filter.On {
		return t.label() + " ✓"
	}
	return t.label()
}

// AccessibilityRole implements fyne.Accessible.
func (t *toggle) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// PreferredWidth is the width that shows all words.
func (t *toggle) PreferredWidth() float32 {
	return measure(t.label(), theme.SizeNameCaptionText, t.filter.On).Width + 2*chipPad + 1
}

// CreateRenderer implements fyne.Widget.
func (t *toggle) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *toggle) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&t.box, &t.text} }

func (t *toggle) paint() {
	fill, border, width, ink := ColorSheet, theme.ColorNameInputBorder, float32(1), ColorInk2
	switch {
	case t.filter.On:
		fill, border, ink = theme.ColorNameSelection, theme.ColorNamePrimary, theme.ColorNamePrimary
	case t.pressed:
		fill = theme.ColorNamePressed
	case t.hovered:
		fill = theme.ColorNameHover
	}
	if t.ringed() {
		border, width = ColorRing, 2
	}
	setBox(&t.box, fill, border, width, cornerRadius)
	setText(&t.text, t.text.Text, theme.SizeNameCaptionText, ink, t.filter.On)
}

func (t *toggle) place(size fyne.Size) {
	t.box.Resize(size)
	t.text.Text = shorten(t.label(), size.Width-2*chipPad+1, theme.SizeNameCaptionText, t.filter.On)
	placeLine(&t.text, chipPad, 0, size.Height)
}

func (t *toggle) minSize() fyne.Size {
	return fyne.NewSize(t.PreferredWidth(), max(24, lineHeight(theme.SizeNameCaptionText)+8))
}
