package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Distances of the design.
const (
	GapTight  float32 = 4  // label and field, icon and word
	GapSmall  float32 = 8  // between buttons
	GapPanel  float32 = 12 // between panels
	GapField  float32 = 16 // between fields; edge of a panel
	GapRecord float32 = 20 // side margin of a record
	GapBlock  float32 = 24 // between big blocks
)

// WidthSensitive is what has a height only once its width is known, as text
// that wraps. The layouts of this package ask it; Fyne's own do not.
type WidthSensitive interface {
	HeightForWidth(width float32) float32
}

// preferring is what can be narrower than it would like to be.
type preferring interface {
	PreferredWidth() float32
}

// sensitiveLayout is a layout whose height follows from the width.
type sensitiveLayout interface {
	heightForWidth(objects []fyne.CanvasObject, width float32) float32
}

// HeightForWidth returns the height that an object needs at a width: what it
// says itself, what its layout says, or else the height of its MinSize.
func HeightForWidth(o fyne.CanvasObject, width float32) float32 {
	if s, ok := o.(WidthSensitive); ok {
		return s.HeightForWidth(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(sensitiveLayout); ok {
			return l.heightForWidth(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// PreferredWidth returns the width at which an object shows all it has on one
// line: never less than its MinSize.
func PreferredWidth(o fyne.CanvasObject) float32 {
	least := narrowest(o)
	if p, ok := o.(preferring); ok {
		return max(least, p.PreferredWidth())
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(interface {
			preferredWidth(objects []fyne.CanvasObject) float32
		}); ok {
			return max(least, l.preferredWidth(c.Objects))
		}
	}
	return least
}

// ColumnLayout stacks objects at full width, each as high as it needs there.
type ColumnLayout struct {
	Gap   float32
	width float32 // the width of the last layout: MinSize has no other
}

// Column stacks objects at full width with a gap between.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&ColumnLayout{Gap: gap}, objects...)
}

// Layout implements fyne.Layout.
func (l *ColumnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, o := range visible(objects) {
		h := HeightForWidth(o, size.Width)
		placeAt(o, 0, y, size.Width, h)
		y += h + l.Gap
	}
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *ColumnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if l.width > 0 {
		return fyne.NewSize(widest(objects), l.heightForWidth(objects, l.width))
	}
	var width, height float32
	shown := visible(objects)
	for _, o := range shown {
		m := o.MinSize()
		width = max(width, m.Width)
		height += m.Height
	}
	return fyne.NewSize(width, height+l.Gap*float32(max(len(shown)-1, 0)))
}

func (l *ColumnLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	height := l.Gap * float32(max(len(shown)-1, 0))
	for _, o := range shown {
		height += HeightForWidth(o, width)
	}
	return height
}

func (l *ColumnLayout) preferredWidth(objects []fyne.CanvasObject) float32 {
	var width float32
	for _, o := range visible(objects) {
		width = max(width, PreferredWidth(o))
	}
	return width
}

// PadLayout keeps a margin around its objects, which lie on each other.
type PadLayout struct {
	Top, Right, Bottom, Left float32
}

// Pad keeps a margin around an object, in the order of CSS.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&PadLayout{top, right, bottom, left}, o)
}

// Layout implements fyne.Layout.
func (l *PadLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		placeAt(o, l.Left, l.Top, max(size.Width-l.Left-l.Right, 0), max(size.Height-l.Top-l.Bottom, 0))
	}
}

// MinSize implements fyne.Layout.
func (l *PadLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return largest(objects).AddWidthHeight(l.Left+l.Right, l.Top+l.Bottom)
}

func (l *PadLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return highest(objects, width-l.Left-l.Right) + l.Top + l.Bottom
}

func (l *PadLayout) preferredWidth(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range visible(objects) {
		w = max(w, PreferredWidth(o))
	}
	return w + l.Left + l.Right
}

// Layers puts objects on each other, the first lowest, all of the full size.
func Layers(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&PadLayout{}, objects...)
}

// MaxWidthLayout never makes its objects wider than Width at 100 % text: a field
// wider than about 80 letters is hard to read.
type MaxWidthLayout struct{ Width float32 }

// MaxWidth limits the width of an object, which then stands at the left.
func MaxWidth(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&MaxWidthLayout{width}, o)
}

// Layout implements fyne.Layout.
func (l *MaxWidthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		placeAt(o, 0, 0, min(size.Width, scaled(l.Width)), size.Height)
	}
}

// MinSize implements fyne.Layout.
func (l *MaxWidthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return largest(objects) }

func (l *MaxWidthLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return highest(objects, min(width, scaled(l.Width)))
}

// visible returns the objects that are shown: a hidden one takes no room.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for i, o := range objects {
		if o.Visible() {
			continue
		}
		shown := append([]fyne.CanvasObject(nil), objects[:i]...)
		for _, o := range objects[i+1:] {
			if o.Visible() {
				shown = append(shown, o)
			}
		}
		return shown
	}
	return objects
}

func largest(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range visible(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

func highest(objects []fyne.CanvasObject, width float32) (height float32) {
	for _, o := range visible(objects) {
		height = max(height, HeightForWidth(o, width))
	}
	return height
}

// Spacer takes the room that is left in a Row: what follows goes to its end.
func Spacer() fyne.CanvasObject { return Grow(layout.NewSpacer()) }
