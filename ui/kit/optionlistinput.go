package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// rowAt is the option under a point, -1 when there is none.
func (l *optionList) rowAt(y float32) int {
	i := int(y / l.rowHeight())
	if y < 0 || i >= l.shown() {
		return -1
	}
	return l.first + i
}

// Tapped implements fyne.Tappable.
func (l *optionList) Tapped(e *fyne.PointEvent) {
	if i := l.rowAt(e.Position.Y); i >= 0 && l.onTake != nil {
		l.onTake(i)
	}
}

// MouseDown implements desktop.Mouseable.
func (l *optionList) MouseDown(*desktop.MouseEvent) { l.press(true) }

// MouseUp implements desktop.Mouseable.
func (l *optionList) MouseUp(*desktop.MouseEvent) { l.press(false) }

func (l *optionList) press(down bool) {
	if l.onPress != nil {
		l.onPress(down)
	}
}

// MouseIn implements desktop.Hoverable.
func (l *optionList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: the light follows the pointer, so
// that there is never one row lit and another hovered.
func (l *optionList) MouseMoved(e *desktop.MouseEvent) {
	if i := l.rowAt(e.Position.Y); i >= 0 && i != l.current {
		l.current = i
		l.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *optionList) MouseOut() {}

// Scrolled implements fyne.Scrollable.
func (l *optionList) Scrolled(e *fyne.ScrollEvent) {
	rows := -int(e.Scrolled.DY / (l.rowHeight() / 2))
	if rows == 0 && e.Scrolled.DY != 0 {
		rows = 1
		if e.Scrolled.DY > 0 {
			rows = -1
		}
	}
	l.scrollTo(l.first + rows)
}

// Dragged implements fyne.Draggable: the whole list is the handle.
func (l *optionList) Dragged(e *fyne.DragEvent) {
	n := float32(len(l.options))
	if n <= listRows {
		return
	}
	l.dragged += e.Dragged.DY / l.Size().Height * n
	if rows := int(l.dragged); rows != 0 {
		l.dragged -= float32(rows)
		l.scrollTo(l.first + rows)
	}
}

// DragEnd implements fyne.Draggable.
func (l *optionList) DragEnd() { l.dragged = 0 }

func (l *optionList) scrollTo(first int) {
	first = max(0, min(first, len(l.options)-listRows))
	if first != l.first {
		l.first = first
		l.Refresh()
	}
}
