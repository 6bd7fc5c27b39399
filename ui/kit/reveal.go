package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealDelay lets the layout settle first: what has just been added has no
// place yet. It is an animation because those run between two frames.
const revealDelay = 60 * time.Millisecond

// revealFocused scrolls what has got the keyboard into view, with the label and
// the error that belong to it. Fyne moves the keyboard but not the page.
func revealFocused(o fyne.CanvasObject) {
	fyne.NewAnimation(revealDelay, func(done float32) {
		if done == 1 {
			revealNow(o)
		}
	}).Start()
}

func revealNow(o fyne.CanvasObject) {
	cv := fyne.CurrentApp().Driver().CanvasForObject(o)
	if cv == nil || cv.Focused() == nil || cv.Focused() != o.(fyne.Focusable) {
		return
	}
	root := cv.Content()
	if top := cv.Overlays().Top(); top != nil {
		root = top
	}
	path := pathTo(root, o)
	shown := o
	for i := len(path) - 1; i >= 0; i-- {
		switch p := path[i].(type) {
		case *Field:
			if shown == o && p.FocusTarget() == o.(fyne.Focusable) {
				shown = p
			}
		case *Scroll:
			p.Reveal(shown)
		}
	}
}

// pathTo returns the objects from root down to o, or nothing.
func pathTo(root, o fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	if root == o {
		return []fyne.CanvasObject{root}
	}
	for _, child := range childrenOf(root) {
		if rest := pathTo(child, o); rest != nil {
			return append([]fyne.CanvasObject{root}, rest...)
		}
	}
	return nil
}

// childrenOf looks into containers and the widgets of this package; others are
// closed to us.
func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch c := o.(type) {
	case *fyne.Container:
		return c.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{c.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{c.Content}
	case drawn:
		return c.objects()
	}
	return nil
}
