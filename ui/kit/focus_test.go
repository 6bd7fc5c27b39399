package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// thickBorders are those that a control draws now.
func thickBorders(o fyne.CanvasObject) (found []string) {
	walk(o, nil, func(o, _ fyne.CanvasObject) {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth >= 2 && r.StrokeColor != nil {
			found = append(found, fmt.Sprintf("%v %v %v", r.StrokeColor, r.StrokeWidth, r.Size()))
		}
	})
	return found
}

// TestFocusIsSeen: what has the keyboard shows it by a border of its own, also
// where it can only be read, and where something is wrong with it.
func TestFocusIsSeen(t *testing.T) {
	two := []Option{{"si", "Sì", ""}, {"no", "No", ""}}
	all := func() []Option { return two }
	controls := map[string]func() fyne.CanvasObject{
		"entry":     func() fyne.CanvasObject { return NewEntry(TextEntry) },
		"long":      func() fyne.CanvasObject { return NewEntry(LongEntry) },
		"date":      func() fyne.CanvasObject { return NewEntry(DateEntry) },
		"select":    func() fyne.CanvasObject { return NewSelect(two) },
		"segmented": func() fyne.CanvasObject { return NewSegmented(two) },
		"check":     func() fyne.CanvasObject { return NewCheck("Firmata", nil) },
		"picker":    func() fyne.CanvasObject { return NewPicker(all) },
		"many":      func() fyne.CanvasObject { return NewMultiPicker(all) },
	}
	states := map[string]func(fyne.CanvasObject){
		"plain":  func(fyne.CanvasObject) {},
		"wrong":  func(o fyne.CanvasObject) { o.(interface{ SetWrong(bool) }).SetWrong(true) },
		"locked": func(o fyne.CanvasObject) { o.(interface{ SetLocked(bool) }).SetLocked(true) },
	}
	for _, look := range []Look{Light, Dark, HighContrast} {
		use(t, look, 1)
		for name, make := range controls {
			for state, bring := range states {
				o := make()
				bring(o)
				w := show(t, o, 300, 120)
				before := thickBorders(o)
				w.Canvas().Focus(focusTarget(o))
				if after := thickBorders(o); slices.Equal(before, after) {
					t.Errorf("%s, %s, look %d: the keyboard is not seen: %q", name, state, look, after)
				}
			}
		}
	}
}
