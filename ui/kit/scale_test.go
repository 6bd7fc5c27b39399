package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// No words leave the widget that writes them, and no two lines of one widget lie
// on each other, at any size of text.
func TestNothingIsCut(t *testing.T) {
	boards := map[string]func() fyne.CanvasObject{"register": registerBoard, "parts": partsBoard, "empty": emptyBoard}
	for name, board := range boards {
		for _, scale := range []float32{1, 1.25, 1.5, 2} {
			t.Run(fmt.Sprintf("%s %v", name, scale), func(t *testing.T) {
				use(t, Light, scale)
				w := show(t, board(), 1366, 697)
				var last *canvas.Text
				var lastParent fyne.CanvasObject
				walk(w.Content(), nil, func(o, parent fyne.CanvasObject) {
					text, ok := o.(*canvas.Text)
					if !ok || text.Text == "" {
						return
					}
					if _, ours := parent.(drawn); !ours {
						return
					}
					p, s, room := text.Position(), text.MinSize(), parent.Size()
					if p.X < -1 || p.X+s.Width > room.Width+1.5 {
						t.Errorf("%T %v writes %q from %v to %v", parent, room, text.Text, p.X, p.X+s.Width)
					}
					// The box of a line is a little higher than its letters.
					if slack := s.Height * 0.15; p.Y < -slack || p.Y+s.Height > room.Height+slack {
						t.Errorf("%T %v writes %q from %v down to %v", parent, room, text.Text, p.Y, p.Y+s.Height)
					}
					if last != nil && lastParent == parent && overlap(last, text) {
						t.Errorf("%T writes %q over %q", parent, text.Text, last.Text)
					}
					last, lastParent = text, parent
				})
			})
		}
	}
}

func overlap(a, b *canvas.Text) bool {
	p, q, s, r := a.Position(), b.Position(), a.MinSize(), b.MinSize()
	wide := min(p.X+s.Width, q.X+r.Width) - max(p.X, q.X)
	high := min(p.Y+s.Height, q.Y+r.Height) - max(p.Y, q.Y)
	return wide > 1 && high > min(s.Height, r.Height)*0.35
}

// A page must fit into the smallest window: what is higher or wider scrolls.
func TestPageFitsSmallWindow(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		for _, board := range []func() fyne.CanvasObject{registerBoard, emptyBoard} {
			use(t, Light, scale)
			if m := board().MinSize(); scale == 1 && (m.Width > 1024 || m.Height > 570) {
				t.Errorf("at %v a page needs %v", scale, m)
			} else if m.Height > 697 || m.Width > 1366 {
				t.Errorf("at %v a page needs %v", scale, m)
			}
		}
	}
}
