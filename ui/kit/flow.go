package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// CentreLayout puts objects in the middle, not wider than Width at 100 % text.
type CentreLayout struct {
	Width float32
	width float32
}

// Centre puts an object in the middle of its place, limited in width.
func Centre(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&CentreLayout{Width: width}, o)
}

// Layout implements fyne.Layout.
func (l *CentreLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	w := min(size.Width, scaled(l.Width)+2*GapRecord)
	for _, o := range objects {
		h := HeightForWidth(o, w)
		placeAt(o, (size.Width-w)/2, max((size.Height-h)/2, 0), w, h)
	}
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *CentreLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := largest(objects)
	if l.width > 0 {
		size.Height = l.heightForWidth(objects, l.width)
	}
	return size
}

func (l *CentreLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return highest(objects, min(width, scaled(l.Width)+2*GapRecord))
}

// FlowLayout puts objects beside each other and begins a new line when one does
// not fit, as with chips and buttons.
type FlowLayout struct {
	Gap   float32
	width float32
}

// Flow puts objects beside each other, on as many lines as they need.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&FlowLayout{Gap: gap}, objects...)
}

func (l *FlowLayout) walk(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	var x, y, line float32
	for _, o := range visible(objects) {
		w := min(PreferredWidth(o), width)
		if x > 0 && x+w > width {
			x, y = 0, y+line+l.Gap
			line = 0
		}
		h := HeightForWidth(o, w)
		at(o, x, y, w, h)
		x, line = x+w+l.Gap, max(line, h)
	}
	return y + line
}

// Layout implements fyne.Layout.
func (l *FlowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, placeAt)
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *FlowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := largest(objects)
	if l.width > 0 {
		size.Height = l.heightForWidth(objects, l.width)
	}
	return size
}

func (l *FlowLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (l *FlowLayout) preferredWidth(objects []fyne.CanvasObject) float32 {
	return (&RowLayout{Gap: l.Gap}).preferredWidth(objects)
}
