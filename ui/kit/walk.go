package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scrolled tells of everything under o that scrolls, which it is and how far it is
// moved.
func Scrolled(o fyne.CanvasObject, tell func(s *container.Scroll)) {
	if s, ok := o.(*container.Scroll); ok {
		tell(s)
	}
	if s, ok := o.(*Scroll); ok {
		o = s.inner
		tell(s.inner)
	}
	for _, child := range childrenOf(o) {
		Scrolled(child, tell)
	}
}
