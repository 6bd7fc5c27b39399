package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// ReflowLayout puts objects two abreast while there is room, else one below the
// other. Room is 26 times the size of text, so that large text breaks the pairs.
type ReflowLayout struct {
	Gap   float32
	width float32
}

// Reflow puts objects two abreast while there is room for it.
func Reflow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&ReflowLayout{Gap: GapField}, objects...)
}

const reflowAt = 26

// abreast returns how many objects stand beside each other at a width.
func (l *ReflowLayout) abreast(width float32) int {
	if width >= reflowAt*theme.TextSize() {
		return 2
	}
	return 1
}

// walk calls at for each object with its place, and returns the height of all.
func (l *ReflowLayout) walk(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	n := l.abreast(width)
	w := (width - l.Gap*float32(n-1)) / float32(n)
	var y float32
	shown := visible(objects)
	for i := 0; i < len(shown); i += n {
		row := shown[i:min(i+n, len(shown))]
		var h float32
		for _, o := range row {
			h = max(h, HeightForWidth(o, w))
		}
		for j, o := range row {
			at(o, float32(j)*(w+l.Gap), y, w, h)
		}
		y += h + l.Gap
	}
	return max(y-l.Gap, 0)
}

// Layout implements fyne.Layout.
func (l *ReflowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, placeAt)
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *ReflowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := widest(objects)
	return fyne.NewSize(width, l.heightForWidth(objects, max(l.width, width)))
}

func (l *ReflowLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
