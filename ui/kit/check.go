package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Check is a box to tick, with words that wrap beside it.
type Check struct {
	control
	// OnChanged tells of a change by the user.
	OnChanged func(checked bool)
	// OnLeave runs when the keyboard goes elsewhere.
	OnLeave func()

	label   string
	checked bool
	wrong   bool
	locked  bool

	box, ring *canvas.Rectangle
	tick      *canvas.Image
	text      *Text
}

// NewCheck returns an empty box.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{
		OnChanged: changed, label: label, box: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
		tick: newImage(), text: NewText(label),
	}
	c.extend(c, c.toggle)
	return c
}

// SetChecked ticks or clears without telling OnChanged.
func (c *Check) SetChecked(checked bool) {
	if c.checked != checked {
		c.checked = checked
		c.Refresh()
	}
}

// Checked tells whether the box is ticked.
func (c *Check) Checked() bool { return c.checked }

// SetText changes the words.
func (c *Check) SetText(label string) {
	c.label = label
	c.text.SetText(label)
	c.Refresh()
}

// SetWrong draws the box red.
func (c *Check) SetWrong(wrong bool) {
	c.wrong = wrong
	c.Refresh()
}

// SetLocked shows the tick without letting it be changed.
func (c *Check) SetLocked(locked bool) {
	c.locked = locked
	c.Refresh()
}

// FocusTarget implements Focuser.
func (c *Check) FocusTarget() fyne.Focusable {
	if c.disabled {
		return nil
	}
	return c
}

func (c *Check) toggle() {
	if c.locked {
		return
	}
	c.checked = !c.checked
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(c.checked)
	}
}

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() {
	c.control.FocusLost()
	if c.OnLeave != nil {
		c.OnLeave()
	}
}

// TypedKey implements fyne.Focusable; Enter is left to the form.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(c, e) {
		return
	}
	if e.Name == fyne.KeySpace {
		c.control.TypedKey(e)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Check) AccessibilityLabel() string {
	if c.checked {
		return c.label + ": sì"
	}
	return c.label + ": no"
}

// AccessibilityRole implements fyne.Accessible.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightForWidth implements WidthSensitive.
func (c *Check) HeightForWidth(width float32) float32 {
	return max(c.text.HeightForWidth(width-c.indent())+scaled(6), scaled(26))
}

// PreferredWidth is the width of the words on one line.
func (c *Check) PreferredWidth() float32 { return c.indent() + c.text.PreferredWidth() + 4 }

func (c *Check) side() float32 { return scaled(18) }

func (c *Check) indent() float32 { return 4 + c.side() + scaled(8) }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Check) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ring, c.box, c.tick, c.text}
}

func (c *Check) paint() {
	fill, border, ink, tick := ColorSheet, theme.ColorNameInputBorder, theme.ColorNameForeground, NoIcon
	width := float32(1)
	if c.checked {
		fill, border, tick = theme.ColorNamePrimary, theme.ColorNamePrimary, IconCheck
	}
	tickInk := theme.ColorNameForegroundOnPrimary
	switch {
	case c.disabled || c.locked:
		fill, border, tickInk = ColorNeutralTint, theme.ColorNameSeparator, theme.ColorNameForeground
		if c.disabled {
			ink, tickInk = theme.ColorNameDisabled, theme.ColorNameDisabled
		}
	case c.wrong:
		border, width = theme.ColorNameError, 2
	case c.hovered && !c.checked:
		fill, border = theme.ColorNameHover, theme.ColorNameForeground
	}
	setBox(c.box, fill, border, width, 3)
	setBox(c.ring, "", ColorRing, 2, cornerRadius+1)
	hide(c.ring, !c.ringed())
	setImage(c.tick, tick, tickInk)
	c.text.SetColor(ink)
}

func (c *Check) place(size fyne.Size) {
	side := c.side()
	first := lineHeight(theme.SizeNameText)
	top := (max(size.Height, scaled(26)) - c.text.HeightForWidth(size.Width-c.indent())) / 2
	boxTop := top + (first-side)/2
	placeAt(c.box, 4, boxTop, side, side)
	placeAt(c.ring, 1, boxTop-3, side+6, side+6)
	placeCentred(c.tick, fyne.NewSquareSize(side-2), fyne.NewPos(4, boxTop), fyne.NewSquareSize(side))
	w := size.Width - c.indent()
	placeAt(c.text, c.indent(), top, w, c.text.HeightForWidth(w))
}

func (c *Check) minSize() fyne.Size {
	width := c.Size().Width
	if width == 0 {
		width = c.PreferredWidth()
	}
	return fyne.NewSize(c.indent()+min(scaled(80), c.text.PreferredWidth()), c.HeightForWidth(width))
}
