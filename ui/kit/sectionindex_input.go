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
	if askedHelp(x, e) {
		return
	}
	aim, ok := aimed(e.Name, x.aim, len(x.rows))
	if !ok {
		x.control.TypedKey(e)
		return
	}
	x.quiet = false
	x.aim = aim
	x.Refresh()
}
