package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// tabAt returns the tab under a point, or -1.
func (r *Rail) tabAt(p fyne.Position) int {
	y := p.Y - r.headHeight()
	if i := int(y / r.tabHeight()); y >= 0 && i < len(r.items) {
		return i
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (r *Rail) Tapped(e *fyne.PointEvent) {
	r.takeFocus()
	r.choose(r.tabAt(e.Position))
}

// MouseMoved implements desktop.Hoverable.
func (r *Rail) MouseMoved(e *desktop.MouseEvent) {
	if i := r.tabAt(e.Position); i != r.hover {
		r.hover = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *Rail) MouseOut() {
	r.hover = -1
	r.control.MouseOut()
}

// TypedKey implements fyne.Focusable.
func (r *Rail) TypedKey(e *fyne.KeyEvent) {
	aim, ok := aimed(e.Name, r.aim, len(r.items))
	if !ok {
		r.control.TypedKey(e)
		return
	}
	r.quiet = false
	r.aim = aim
	r.Refresh()
}

// FocusLost implements fyne.Focusable: the aim goes back to the open tab.
func (r *Rail) FocusLost() {
	r.aim = r.selected
	r.control.FocusLost()
}

// BesideRail puts a page beside the rail and gives the rail the form that fits
// the width.
func BesideRail(rail *Rail, page fyne.CanvasObject) *fyne.Container {
	return container.New(railLayout{rail}, rail, page)
}

type railLayout struct{ rail *Rail }

func (l railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if !l.rail.Visible() {
		placeAt(objects[1], 0, 0, size.Width, size.Height)
		return
	}
	l.rail.SetNarrow(narrowRail(size.Width))
	w := l.rail.minSize().Width
	placeAt(objects[0], 0, 0, w, size.Height)
	placeAt(objects[1], w, 0, size.Width-w, size.Height)
}

func (l railLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rail, page := objects[0].MinSize(), objects[1].MinSize()
	// The form that is shown now must not force the width that it fits.
	return fyne.NewSize(l.rail.narrowWidth()+page.Width, max(rail.Height, page.Height))
}
