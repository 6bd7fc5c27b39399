package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// drawn is a widget that owns the objects it is made of and places them itself.
// paint gives them text, colour and size from the present theme, and place puts
// them where they belong; both run at every Refresh, so a change of theme or of
// text size while the window is open reaches everything.
type drawn interface {
	fyne.Widget
	objects() []fyne.CanvasObject
	paint()
	place(size fyne.Size)
	minSize() fyne.Size
}

type drawnRenderer struct{ w drawn }

func newRenderer(w drawn) fyne.WidgetRenderer {
	w.paint()
	return drawnRenderer{w}
}

func (r drawnRenderer) Destroy()                     {}
func (r drawnRenderer) Layout(size fyne.Size)        { r.w.place(size) }
func (r drawnRenderer) MinSize() fyne.Size           { return r.w.minSize() }
func (r drawnRenderer) Objects() []fyne.CanvasObject { return r.w.objects() }

func (r drawnRenderer) Refresh() {
	r.w.paint()
	if size := r.w.Size(); size.Width > 0 { // else it was not laid out yet, and its text would be broken letter by letter
		r.w.place(size)
	}
	canvas.Refresh(r.w)
}

// scaled returns a measure of the design at the present size of text.
func scaled(px float32) float32 { return px * theme.TextSize() / 14 }

// lineHeight is the height of one line of text of a theme size.
func lineHeight(size fyne.ThemeSizeName) float32 {
	return theme.Size(size) * lineSpacing
}

// lineSpacing is the distance of two lines, in sizes of the text.
const lineSpacing = 1.36

// measure returns the room that one line of text takes.
func measure(text string, size fyne.ThemeSizeName, bold bool) fyne.Size {
	return fyne.MeasureText(text, theme.Size(size), fyne.TextStyle{Bold: bold})
}

// setText gives a canvas text its words and its look in the present theme.
func setText(t *canvas.Text, text string, size fyne.ThemeSizeName, color fyne.ThemeColorName, bold bool) {
	t.Text = text
	t.TextSize = theme.Size(size)
	t.TextStyle.Bold = bold
	t.Color = theme.Color(color)
}

// setBox gives a rectangle its look in the present theme. Without a fill or a
// border name that part stays empty.
func setBox(r *canvas.Rectangle, fill, border fyne.ThemeColorName, width, radius float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = nil, nil, 0
	if fill != "" {
		r.FillColor = theme.Color(fill)
	}
	if border != "" {
		r.StrokeColor, r.StrokeWidth = theme.Color(border), width
	}
	r.CornerRadius = radius
}

// placeAt moves and resizes in one go. Before the first layout a widget has no
// size, and what is inset in it would get a negative one, on which the painter
// panics.
func placeAt(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}

// placeCentred puts an object of a size in the middle of an area.
func placeCentred(o fyne.CanvasObject, size fyne.Size, at fyne.Position, area fyne.Size) {
	placeAt(o, at.X+(area.Width-size.Width)/2, at.Y+(area.Height-size.Height)/2, size.Width, size.Height)
}

// placeLine puts a line of text at x, in the middle of the height given, and
// returns where it ends.
func placeLine(t *canvas.Text, x, y, height float32) float32 {
	s := t.MinSize()
	placeAt(t, x, y+(height-s.Height)/2, s.Width, s.Height)
	return x + s.Width
}

// hide shows or hides an object, without the redraw when nothing changes.
func hide(o fyne.CanvasObject, hidden bool) {
	switch {
	case hidden && o.Visible():
		o.Hide()
	case !hidden && !o.Visible():
		o.Show()
	}
}
