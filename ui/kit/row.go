package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// RowLayout puts objects beside each other, each at the width it prefers. Where
// there is too little room, those that can be shortened or wrapped (Line, Text)
// give way; what is left over goes to those wrapped in Grow.
type RowLayout struct {
	Gap float32
	// Top aligns at the upper edge instead of the middle.
	Top   bool
	width float32
}

// Row puts objects beside each other with a gap between, middles in line.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&RowLayout{Gap: gap}, objects...)
}

// RowTop is Row with upper edges in line.
func RowTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&RowLayout{Gap: gap, Top: true}, objects...)
}

// growLayout marks an object of a Row that takes the room left.
type growLayout struct{ PadLayout }

// Grow lets an object take the room that is left in a Row.
func Grow(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&growLayout{}, o)
}

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*growLayout)
	return ok
}

// isSpacer says that an object is nothing but room: no gap is due beside it.
func isSpacer(o fyne.CanvasObject) bool {
	if !grows(o) {
		return false
	}
	_, ok := o.(*fyne.Container).Objects[0].(layout.SpacerObject)
	return ok
}

// widths shares a width out among the objects shown.
func (l *RowLayout) widths(shown []fyne.CanvasObject, width float32) []float32 {
	out, least := make([]float32, len(shown)), make([]float32, len(shown))
	var used, give float32
	growing := 0
	for i, o := range shown {
		least[i] = narrowest(o)
		out[i] = least[i]
		if grows(o) {
			growing++
		} else {
			out[i] = PreferredWidth(o)
		}
		used += out[i]
		give += out[i] - least[i]
	}
	used += l.gaps(shown)
	switch spare := width - used; {
	case spare < 0 && give > 0:
		share := min(-spare/give, 1)
		for i := range out {
			out[i] -= (out[i] - least[i]) * share
		}
	case spare > 0 && growing > 0:
		for i, o := range shown {
			if grows(o) {
				out[i] += spare / float32(growing)
			}
		}
	}
	return out
}

// gaps is the sum of the gaps between objects.
func (l *RowLayout) gaps(shown []fyne.CanvasObject) float32 {
	var sum float32
	for i := 1; i < len(shown); i++ {
		sum += l.gapBefore(shown, i)
	}
	return sum
}

func (l *RowLayout) gapBefore(shown []fyne.CanvasObject, i int) float32 {
	if i == 0 || isSpacer(shown[i]) {
		return 0
	}
	return l.Gap
}

// Layout implements fyne.Layout.
func (l *RowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	shown := visible(objects)
	var x float32
	for i, w := range l.widths(shown, size.Width) {
		x += l.gapBefore(shown, i)
		h := min(HeightForWidth(shown[i], w), size.Height)
		y := float32(0)
		if !l.Top {
			y = (size.Height - h) / 2
		}
		placeAt(shown[i], x, y, w, h)
		x += w
	}
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *RowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width <= 0 {
		width = l.preferredWidth(objects)
	}
	return fyne.NewSize(l.minWidth(objects), l.heightForWidth(objects, width))
}

func (l *RowLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	var height float32
	for i, w := range l.widths(shown, width) {
		height = max(height, HeightForWidth(shown[i], w))
	}
	return height
}

func (l *RowLayout) preferredWidth(objects []fyne.CanvasObject) float32 {
	shown := visible(objects)
	sum := l.gaps(shown)
	for _, o := range shown {
		sum += PreferredWidth(o)
	}
	return sum
}
