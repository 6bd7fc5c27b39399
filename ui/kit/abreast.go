package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// abreastLayout puts two columns beside each other, the first a share of the
// width, where there is room, else one below the other.
type abreastLayout struct {
	from, share float32 // at 100 % text; 0–1
	width       float32
}

// Abreast puts two columns beside each other from a width on, at 100 % text; the
// first takes that share of it.
func Abreast(from, share float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&abreastLayout{from: from, share: share}, first, second)
}

// widths are those of both columns, and whether they stand beside each other.
func (l *abreastLayout) widths(width float32) (first, second float32, beside bool) {
	if width < scaled(l.from) {
		return width, width, false
	}
	first = (width - GapRecord) * l.share
	return first, width - GapRecord - first, true
}

// Layout implements fyne.Layout.
func (l *abreastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	a, b, beside := l.widths(size.Width)
	h := HeightForWidth(objects[0], a)
	placeAt(objects[0], 0, 0, a, h)
	if beside {
		placeAt(objects[1], a+GapRecord, 0, b, HeightForWidth(objects[1], b))
		return
	}
	placeAt(objects[1], 0, h+GapField, b, HeightForWidth(objects[1], b))
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *abreastLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.heightForWidth(objects, max(l.width, w)))
}

func (l *abreastLayout) minWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l *abreastLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	a, b, beside := l.widths(width)
	first, second := HeightForWidth(objects[0], a), HeightForWidth(objects[1], b)
	if beside {
		return max(first, second)
	}
	return first + GapField + second
}
