package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// rowAt returns the row under a point, or -1.
func (x *SectionIndex) rowAt(p fyne.Position) int {
	i := int(p.Y / x.rowHeight())
	if p.Y < 0 || i >= len(x.rows) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (x *SectionIndex) Tapped(e *fyne.PointEvent) {
	x.takeFocus()
	x.choose(x.rowAt(e.Position))
}

// MouseMoved implements desktop.Hoverable.
func (x *SectionIndex) MouseMoved(e *desktop.MouseEvent) {
	if i := x.rowAt(e.Position); i != x.hover {
		x.hover = i
		x.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (x *SectionIndex) MouseOut() {
	x.hover = -1
	x.control.MouseOut()
}

// TypedKey implements fyne.Focusable.
func (x *SectionIndex) TypedKey(e *fyne.KeyEvent) {
	aim := x.aim
	switch e.Name {
	case fyne.KeyUp:
		aim--
	case fyne.KeyDown:
		aim++
	case fyne.KeyHome:
		aim = 0
	case fyne.KeyEnd:
		aim = len(x.rows) - 1
	default:
		x.control.TypedKey(e)
		return
	}
	x.quiet = false
	x.aim = max(min(aim, len(x.rows)-1), 0)
	x.Refresh()
}
