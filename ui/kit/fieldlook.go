package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Focuser is a component that has one part for the keyboard.
type Focuser interface {
	// FocusTarget returns the part that is to have the keyboard, or nil.
	FocusTarget() fyne.Focusable
}

// FocusOn gives the keyboard to a component, and tells whether that was possible.
//
// It waits for the event that is being handled: the Space that pressed a button
// arrives a second time as a letter, and would be typed into the new field.
func FocusOn(o fyne.CanvasObject) bool {
	target := focusTarget(o)
	if target == nil {
		return false
	}
	fyne.Do(func() {
		if cv := canvasOf(target.(fyne.CanvasObject)); cv != nil {
			cv.Focus(target)
		}
	})
	return true
}

// canvasOf finds the window that an object stands in. The driver knows only what
// has been drawn: a page that was just put there would stay without the keyboard.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if cv := driver.CanvasForObject(o); cv != nil {
		return cv
	}
	for _, w := range driver.AllWindows() {
		if pathTo(w.Canvas().Content(), o) != nil {
			return w.Canvas()
		}
	}
	return nil
}

// focusTarget finds what takes the keyboard in an object: the object itself, its
// part for it, or the first such among its children.
func focusTarget(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if f, ok := o.(Focuser); ok {
		return f.FocusTarget()
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		return f
	}
	for _, child := range childrenOf(o) {
		if f := focusTarget(child); f != nil {
			return f
		}
	}
	return nil
}

// fieldState is what the border of a field tells.
type fieldState struct{ focused, hovered, wrong, locked, disabled bool }

// paintField gives the box of a field and the border over it their look: 2 px, and
// 4 where the red of a field that is wrong has to show the keyboard as well.
func paintField(box, ring *canvas.Rectangle, s fieldState) {
	fill, border := theme.ColorNameInputBackground, theme.ColorNameInputBorder
	switch {
	case s.locked || s.disabled:
		fill, border = ColorSunken, theme.ColorNameSeparator
	case s.hovered && !s.focused:
		border = theme.ColorNameForeground
	}
	radius := theme.Size(theme.SizeNameInputRadius)
	setBox(box, fill, border, 1, radius)
	ringInk, width := ColorRing, float32(2)
	if s.wrong && !s.disabled {
		ringInk = theme.ColorNameError
		if s.focused {
			width = 4
		}
	}
	setBox(ring, "", ringInk, width, radius)
	ring.FillColor = color.Transparent
	hide(ring, s.disabled || !s.focused && !s.wrong)
}

// fieldPad is the room between the border of a field and its text.
func fieldPad() float32 { return theme.InnerPadding() }

// spoken is what a screen reader says of a field: name, then value or what to do.
func spoken(name, value, otherwise string) string {
	if value == "" {
		value = otherwise
	}
	switch {
	case name == "":
		return value
	case value == "":
		return name
	}
	return name + ": " + value
}

// shiftHeld tells whether Shift is down, for those who handle Tab themselves.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
