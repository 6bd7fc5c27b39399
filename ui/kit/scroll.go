package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// scrollGutter is kept free at the right: the bar lies over the content there.
const scrollGutter = 20

// Scroll shows a Column, or anything else, at the width of the window and lets
// it be moved up and down. It tells the content its width first, so that text
// wraps before its height is asked.
type Scroll struct {
	widget.BaseWidget
	// OnScrolled is told how far the content is moved up.
	OnScrolled func(y float32)

	content fyne.CanvasObject
	body    *scrollBody
	inner   *container.Scroll
}

// NewScroll returns a vertical scroll around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content, body: &scrollBody{}}
	s.inner = container.NewVScroll(container.New(s.body, content))
	s.inner.OnScrolled = func(p fyne.Position) {
		if s.OnScrolled != nil {
			s.OnScrolled(p.Y)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// PageDown moves on by nearly one view.
func (s *Scroll) PageDown() { s.ScrollBy(s.inner.Size().Height * pagePart) }

// PageUp moves back by nearly one view.
func (s *Scroll) PageUp() { s.ScrollBy(-s.inner.Size().Height * pagePart) }

// pagePart of a view is moved by a page, so that the last line stays in sight.
const pagePart = 0.9

// Offset returns how far the content is moved up.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// ScrollBy moves the content by a distance; positive shows what is further down.
func (s *Scroll) ScrollBy(distance float32) { s.scrollTo(s.inner.Offset.Y + distance) }

// ScrollToTop shows the beginning.
func (s *Scroll) ScrollToTop() { s.scrollTo(0) }

// ToTop shows the beginning of what scrolls in an object, if anything does.
func ToTop(o fyne.CanvasObject) {
	if s, ok := o.(*Scroll); ok {
		s.ScrollToTop()
		return
	}
	for _, child := range childrenOf(o) {
		ToTop(child)
	}
}

// ScrollTo brings an object of the content to the top of the view.
func (s *Scroll) ScrollTo(o fyne.CanvasObject) {
	if y, _, ok := s.span(o); ok {
		s.scrollTo(y - GapPanel)
	}
}

// Reveal moves no more than needed to have the whole object in view, as for the
// field that has just got the keyboard.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	y, h, ok := s.span(o)
	if !ok {
		return
	}
	top, view := s.inner.Offset.Y, s.inner.Size().Height
	switch {
	case y-GapPanel < top:
		s.scrollTo(y - GapPanel)
	case y+h+GapPanel > top+view:
		s.scrollTo(min(y+h+GapPanel-view, y-GapPanel))
	}
}

// span returns where an object lies in the content.
func (s *Scroll) span(o fyne.CanvasObject) (y, height float32, ok bool) {
	d := fyne.CurrentApp().Driver()
	if d.CanvasForObject(o) == nil {
		return 0, 0, false
	}
	from := d.AbsolutePositionForObject(s.inner.Content)
	return d.AbsolutePositionForObject(o).Y - from.Y, o.Size().Height, true
}

func (s *Scroll) scrollTo(y float32) {
	limit := s.inner.Content.Size().Height - s.inner.Size().Height
	s.inner.ScrollToOffset(fyne.NewPos(0, max(min(y, limit), 0)))
	if s.OnScrolled != nil { // Fyne tells only of the wheel and the bar
		s.OnScrolled(s.inner.Offset.Y)
	}
}

// Refresh implements fyne.CanvasObject; call it when the content has grown.
func (s *Scroll) Refresh() {
	s.inner.Refresh()
	s.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Scroll) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.inner} }
func (s *Scroll) paint()                       {}

func (s *Scroll) place(size fyne.Size) {
	s.body.width = size.Width
	s.inner.Resize(size)
	// The scroll sees no change when only the height of its content changed.
	height := max(s.body.heightForWidth([]fyne.CanvasObject{s.content}, size.Width), size.Height)
	if full := fyne.NewSize(size.Width, height); s.inner.Content.Size() != full {
		s.inner.Content.Resize(full)
		s.scrollTo(s.inner.Offset.Y)
	}
}

func (s *Scroll) minSize() fyne.Size {
	return fyne.NewSize(s.minWidth(), scaled(64))
}

// scrollBody lays the content out at the width of the view.
type scrollBody struct{ width float32 }

func (b *scrollBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := size.Width - scrollGutter
	for _, o := range objects {
		// At least as high as the view, so that it can centre itself in it.
		placeAt(o, 0, 0, w, max(HeightForWidth(o, w), size.Height))
	}
}

// MinSize is as wide as the view: the toolkit lays the content out by it when
// something in it changes, and a long link would push the rest out of sight.
func (b *scrollBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := b.width
	if width <= 0 {
		width = widest(objects) + scrollGutter
	}
	return fyne.NewSize(width, b.heightForWidth(objects, width))
}

func (b *scrollBody) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return highest(objects, width-scrollGutter)
}
