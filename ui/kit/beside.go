package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// besideLayout puts a second object beside the first where it keeps a readable
// width there, else below it.
type besideLayout struct {
	least float32 // of the second, at 100 % text
	width float32
}

// Beside puts what belongs to an object at its right, at least as wide as given
// at 100 % text, or below it where there is no room for that.
func Beside(least float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&besideLayout{least: least}, first, second)
}

// left is the width of the first where both stand beside each other, 0 where they
// do not.
func (l *besideLayout) left(objects []fyne.CanvasObject, width float32) float32 {
	w := PreferredWidth(objects[0])
	if width-w-GapRecord < scaled(l.least) {
		w = objects[0].MinSize().Width
	}
	if width-w-GapRecord < scaled(l.least) || !objects[1].Visible() {
		return 0
	}
	return w
}

// Layout implements fyne.Layout.
func (l *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	first, second := objects[0], objects[1]
	if w := l.left(objects, size.Width); w > 0 {
		placeAt(first, 0, 0, w, HeightForWidth(first, w))
		placeAt(second, w+GapRecord, 0, size.Width-w-GapRecord, size.Height)
		return
	}
	h := HeightForWidth(first, size.Width)
	placeAt(first, 0, 0, size.Width, h)
	placeAt(second, 0, h+GapField, size.Width, HeightForWidth(second, size.Width))
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := largest(objects).Width
	return fyne.NewSize(w, l.heightForWidth(objects, max(l.width, w)))
}

func (l *besideLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	first, second := objects[0], objects[1]
	if w := l.left(objects, width); w > 0 {
		return max(HeightForWidth(first, w), HeightForWidth(second, width-w-GapRecord))
	}
	h := HeightForWidth(first, width)
	if second.Visible() {
		h += GapField + HeightForWidth(second, width)
	}
	return h
}
