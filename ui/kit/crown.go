package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// crownLayout keeps something in sight over what scrolls, as long as that keeps
// a height to work in; else it is left out.
type crownLayout struct {
	least float32 // of the body, at 100 % text
	width float32
}

// Crown puts an object over a body, which keeps at least the height given at 100 %
// text: where there is no room for both, the crown is left out. What it tells
// stands in the body then, see Instead.
func Crown(least float32, crown, body fyne.CanvasObject) *fyne.Container {
	return container.New(&crownLayout{least: least}, crown, body)
}

// Layout implements fyne.Layout.
func (l *crownLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	crown, body := objects[0], objects[1]
	h := HeightForWidth(crown, size.Width)
	if size.Height-h < scaled(l.least) {
		hide(crown, true)
		placeAt(body, 0, 0, size.Width, size.Height)
		return
	}
	hide(crown, false)
	placeAt(crown, 0, 0, size.Width, h)
	placeAt(body, 0, h, size.Width, size.Height-h)
}

// MinSize implements fyne.Layout.
func (l *crownLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

// insteadLayout takes no room while the other object is in sight.
type insteadLayout struct{ of fyne.CanvasObject }

// Instead shows an object only where another was left out for want of room, as
// the crown of a body or the column at its side.
func Instead(of, o fyne.CanvasObject) *fyne.Container {
	return container.New(insteadLayout{of}, o)
}

// Layout implements fyne.Layout.
func (l insteadLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	hide(objects[0], l.of.Visible())
	placeAt(objects[0], 0, 0, size.Width, size.Height)
}

// MinSize implements fyne.Layout.
func (l insteadLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if l.of.Visible() {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

func (l insteadLayout) minWidth(objects []fyne.CanvasObject) float32 {
	if l.of.Visible() {
		return 0
	}
	return narrowest(objects[0])
}

func (l insteadLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	if l.of.Visible() {
		return 0
	}
	return HeightForWidth(objects[0], width)
}
