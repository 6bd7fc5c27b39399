package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything has that is pressed: pointer over it, button down,
// keyboard on it, switched off. It activates on a click, Space and Enter.
type control struct {
	widget.BaseWidget
	// self is the whole widget, needed to ask for the keyboard.
	self     fyne.Focusable
	activate func()
	hovered  bool
	pressed  bool
	focused  bool
	// quiet hides the ring after a click: it is there for the keyboard.
	quiet    bool
	disabled bool
}

func (c *control) extend(self interface {
	fyne.Widget
	fyne.Focusable
}, activate func()) {
	c.self, c.activate = self, activate
	c.ExtendBaseWidget(self)
}

// ringed says whether the focus ring is to be drawn.
func (c *control) ringed() bool { return c.focused && !c.quiet && !c.disabled }

// takeFocus moves the keyboard here after a click, without showing the ring.
func (c *control) takeFocus() {
	if c.focused {
		return
	}
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c.self.(fyne.CanvasObject)); cv != nil {
		c.quiet = true
		cv.Focus(c.self)
	}
}

// Tapped implements fyne.Tappable.
func (c *control) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.takeFocus()
	if c.activate != nil {
		c.activate()
	}
}

// TypedKey implements fyne.Focusable.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(c.self.(fyne.CanvasObject), e) {
		return
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.showRing()
		if !c.disabled && c.activate != nil {
			c.activate()
		}
	}
}

// showRing brings the ring back once the keyboard is used after a click.
func (c *control) showRing() {
	if c.quiet {
		c.quiet = false
		c.Refresh()
	}
}

// TypedRune implements fyne.Focusable.
func (c *control) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	if o, ok := c.self.(fyne.CanvasObject); ok && !c.quiet { // what is clicked is in view
		revealFocused(o)
	}
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() {
	c.focused, c.quiet = false, false
	c.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() {
	c.hovered, c.pressed = false, false
	c.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (c *control) MouseDown(e *desktop.MouseEvent) {
	if e != nil && e.Button == desktop.MouseButtonSecondary {
		return
	}
	c.pressed = true
	c.Refresh()
}

// MouseUp implements desktop.Mouseable.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.Refresh()
}

// Enable implements fyne.Disableable.
func (c *control) Enable() { c.setDisabled(false) }

// Disable implements fyne.Disableable.
func (c *control) Disable() { c.setDisabled(true) }

// Disabled implements fyne.Disableable.
func (c *control) Disabled() bool { return c.disabled }

func (c *control) setDisabled(off bool) {
	if c.disabled == off {
		return
	}
	c.disabled, c.pressed = off, false
	c.Refresh()
}

// aimed moves the aim among n things below each other by a key; false where the
// key does not move it.
func aimed(key fyne.KeyName, aim, n int) (to int, ok bool) {
	switch key {
	case fyne.KeyUp:
		aim--
	case fyne.KeyDown:
		aim++
	case fyne.KeyHome:
		aim = 0
	case fyne.KeyEnd:
		aim = n - 1
	default:
		return aim, false
	}
	return max(min(aim, n-1), 0), true
}
