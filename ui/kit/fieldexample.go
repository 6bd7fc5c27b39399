package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// SetExample offers an example of what the field may hold: a quiet word at the end
// of its label, and F4 in its box.
func (f *Field) SetExample(show func()) {
	f.example = newExampleWord(show)
	if e, ok := f.control.(*Entry); ok {
		e.onExample = show
	}
	f.Refresh()
}

// exampleWord asks for an example. It takes no keyboard: who goes on with Tab from
// box to box would type into it. The key stands in its words.
type exampleWord struct {
	widget.BaseWidget
	show    func()
	hovered bool
	text    canvas.Text
	under   canvas.Rectangle
}

func newExampleWord(show func()) *exampleWord {
	w := &exampleWord{show: show}
	w.ExtendBaseWidget(w)
	return w
}

// Tapped implements fyne.Tappable.
func (w *exampleWord) Tapped(*fyne.PointEvent) { w.show() }

// Cursor implements desktop.Cursorable.
func (w *exampleWord) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (w *exampleWord) MouseIn(*desktop.MouseEvent) { w.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (w *exampleWord) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (w *exampleWord) MouseOut() { w.hover(false) }

func (w *exampleWord) hover(on bool) {
	w.hovered = on
	w.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (w *exampleWord) AccessibilityLabel() string { return w.words() }

// AccessibilityRole implements fyne.Accessible.
func (w *exampleWord) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (w *exampleWord) CreateRenderer() fyne.WidgetRenderer { return newRenderer(w) }

func (w *exampleWord) words() string { return words.T("Esempio (F4)") }

// exampleKey is all that is said where there is no room for more.
const exampleKey = "F4"

// said is what there is room for in a width.
func (w *exampleWord) said(width float32) string {
	if width < exampleWidth(w.words()) {
		return exampleKey
	}
	return w.words()
}

func exampleWidth(said string) float32 {
	return measure(said, theme.SizeNameCaptionText, false).Width + 1
}

func (w *exampleWord) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&w.under, &w.text}
}

func (w *exampleWord) paint() {
	setText(&w.text, w.said(w.Size().Width), theme.SizeNameCaptionText, theme.ColorNameHyperlink, false)
	setBox(&w.under, theme.ColorNameHyperlink, "", 0, 0)
	hide(&w.under, !w.hovered)
}

func (w *exampleWord) place(size fyne.Size) {
	w.text.Text = w.said(size.Width)
	x := size.Width - w.text.MinSize().Width
	placeLine(&w.text, x, 0, size.Height)
	placeAt(&w.under, x, (size.Height+w.text.MinSize().Height)/2-2, size.Width-x, 1)
}

// minSize is as high as a line with the air around it, so that it can be hit.
func (w *exampleWord) minSize() fyne.Size {
	return fyne.NewSize(exampleWidth(exampleKey), max(24, lineHeight(theme.SizeNameCaptionText)+6))
}

// arrangeExample puts the word at the end of the last line above the box, which
// ends at x and is high from y on; below it only where not even the key has room
// there. It returns the height of all above the box.
func (f *Field) arrangeExample(width, x, y, high float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if f.example == nil {
		return y + high
	}
	size, whole := f.example.MinSize(), exampleWidth(f.example.words())
	switch room := width - x - labelApart; {
	case room >= whole:
		size.Width = whole
	case room < size.Width:
		y, high, size.Width = y+high, lineHeight(theme.SizeNameCaptionText), min(whole, width)
	}
	at(f.example, width-size.Width, y+(high-size.Height)/2, size.Width, size.Height)
	return y + high
}
