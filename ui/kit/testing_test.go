package kit

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// use gives the test an app with a look and a size of text.
func use(t *testing.T, look Look, scale float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&Theme{Look: look, Scale: scale})
}

// show puts an object into a window of a size, without padding.
func show(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// keep puts a picture of a window into the folder that TUTELA_SHOTS names.
func keep(t *testing.T, w fyne.Window, file string) {
	t.Helper()
	f, err := os.Create(filepath.Join(os.Getenv("TUTELA_SHOTS"), file))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// press sends keys to something that has the keyboard.
func press(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// walk visits everything that is shown below o, with the object it is drawn by.
func walk(o, parent fyne.CanvasObject, visit func(o, parent fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o, parent)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, o, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, o, visit)
		}
	}
}

// texts returns what is written in o and below.
func texts(o fyne.CanvasObject) (found []string) {
	walk(o, nil, func(o, _ fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			found = append(found, t.Text)
		}
	})
	return found
}
