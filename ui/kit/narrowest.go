package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// narrow is what knows its least width without asking for its height. Before
// each frame Fyne asks every object of the window for its MinSize; where each
// asked all below it for their heights too, only to learn how wide they are, a
// long form would cost more to look over than to draw.
type narrow interface{ minWidth() float32 }

// narrowLayout is a layout that does.
type narrowLayout interface {
	minWidth(objects []fyne.CanvasObject) float32
}

// narrowest is the width of the MinSize of an object.
func narrowest(o fyne.CanvasObject) float32 {
	if n, ok := o.(narrow); ok {
		return n.minWidth()
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(narrowLayout); ok {
			return l.minWidth(c.Objects)
		}
	}
	return o.MinSize().Width
}

// widest is the least width of objects that lie on, or below, each other.
func widest(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		if o.Visible() {
			width = max(width, narrowest(o))
		}
	}
	return width
}

func (l *ColumnLayout) minWidth(objects []fyne.CanvasObject) float32   { return widest(objects) }
func (l *MaxWidthLayout) minWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }
func (l *ReflowLayout) minWidth(objects []fyne.CanvasObject) float32   { return widest(objects) }
func (l *FixedLayout) minWidth([]fyne.CanvasObject) float32            { return scaled(l.Width) }

func (l *PadLayout) minWidth(objects []fyne.CanvasObject) float32 {
	return widest(objects) + l.Left + l.Right
}

func (l *RowLayout) minWidth(objects []fyne.CanvasObject) float32 {
	shown := visible(objects)
	width := l.gaps(shown)
	for _, o := range shown {
		width += narrowest(o)
	}
	return width
}

func (l *FrameLayout) minWidth(objects []fyne.CanvasObject) float32 {
	var middle, edges float32
	for _, i := range []int{l.Left, l.Centre, l.Right} {
		if o := pick(objects, i); o != nil {
			middle += narrowest(o)
		}
	}
	for _, i := range []int{l.Top, l.Bottom} {
		if o := pick(objects, i); o != nil {
			edges = max(edges, narrowest(o))
		}
	}
	return max(middle, edges)
}

func (f *Field) minWidth() float32  { return narrowest(f.control) }
func (r *Rows) minWidth() float32   { return narrowest(r.body) }
func (s *Scroll) minWidth() float32 { return narrowest(s.content) + scrollGutter }
func (p *Picker) minWidth() float32 { return scaled(140) }
func (t *Text) minWidth() float32   { return min(t.PreferredWidth(), theme.Size(t.size)*6) }
