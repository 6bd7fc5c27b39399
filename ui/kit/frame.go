package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// FrameLayout puts objects at the edges and one in the middle, as Fyne's border
// layout, but gives top and bottom the height that they need at the width. The
// fields are indexes into the objects, -1 for none.
type FrameLayout struct {
	Top, Bottom, Left, Right, Centre int
	width                            float32
}

// Frame puts objects at the edges and one in the middle; each may be nil. They
// follow each other as the eye reads, and so does the keyboard.
func Frame(top, bottom, left, right, centre fyne.CanvasObject) *fyne.Container {
	l := &FrameLayout{}
	c := container.New(l)
	for i, o := range []fyne.CanvasObject{top, left, centre, right, bottom} {
		index := -1
		if o != nil {
			index = len(c.Objects)
			c.Objects = append(c.Objects, o)
		}
		*[]*int{&l.Top, &l.Left, &l.Centre, &l.Right, &l.Bottom}[i] = index
	}
	return c
}

func pick(objects []fyne.CanvasObject, i int) fyne.CanvasObject {
	if i < 0 || i >= len(objects) || !objects[i].Visible() {
		return nil
	}
	return objects[i]
}

// Layout implements fyne.Layout.
func (l *FrameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	top, bottom, left, right := float32(0), size.Height, float32(0), size.Width
	if o := pick(objects, l.Top); o != nil {
		top = HeightForWidth(o, size.Width)
		placeAt(o, 0, 0, size.Width, top)
	}
	if o := pick(objects, l.Bottom); o != nil {
		h := HeightForWidth(o, size.Width)
		bottom -= h
		placeAt(o, 0, bottom, size.Width, h)
	}
	if o := pick(objects, l.Left); o != nil {
		left = narrowest(o)
		placeAt(o, 0, top, left, bottom-top)
	}
	if o := pick(objects, l.Right); o != nil {
		w := narrowest(o)
		right -= w
		placeAt(o, right, top, w, bottom-top)
	}
	if o := pick(objects, l.Centre); o != nil {
		placeAt(o, left, top, max(right-left, 0), max(bottom-top, 0))
	}
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *FrameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, i := range []int{l.Left, l.Centre, l.Right} {
		if o := pick(objects, i); o != nil {
			height = max(height, o.MinSize().Height)
		}
	}
	for _, i := range []int{l.Top, l.Bottom} {
		if o := pick(objects, i); o != nil {
			if l.width > 0 {
				height += HeightForWidth(o, l.width)
			} else {
				height += o.MinSize().Height
			}
		}
	}
	return fyne.NewSize(l.minWidth(objects), height)
}

func (l *FrameLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	middle := width
	var height, edges float32
	for _, i := range []int{l.Left, l.Right} {
		if o := pick(objects, i); o != nil {
			middle -= narrowest(o)
			height = max(height, HeightForWidth(o, narrowest(o)))
		}
	}
	if o := pick(objects, l.Centre); o != nil {
		height = max(height, HeightForWidth(o, middle))
	}
	for _, i := range []int{l.Top, l.Bottom} {
		if o := pick(objects, i); o != nil {
			edges += HeightForWidth(o, width)
		}
	}
	return height + edges
}

// FixedLayout gives its objects a width of their own, at 100 % text.
type FixedLayout struct{ Width float32 }

// Fixed gives an object a width that grows with the text, as for the columns at
// both sides of a page.
func Fixed(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&FixedLayout{width}, o)
}

// Layout implements fyne.Layout.
func (l *FixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		placeAt(o, 0, 0, size.Width, size.Height)
	}
}

// MinSize implements fyne.Layout.
func (l *FixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(l.Width), largest(objects).Height)
}

func (l *FixedLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return highest(objects, width)
}
