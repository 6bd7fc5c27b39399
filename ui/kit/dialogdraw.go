package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const dialogWidth = 460

// build makes shade and sheet.
func (d *Dialog) build() *fyne.Container {
	c := d.config
	width := c.Width
	if width == 0 {
		width = dialogWidth
	}
	for i, b := range c.Buttons {
		d.buttons = append(d.buttons, newDialogButton(d, i, b))
	}
	title := fyne.CanvasObject(NewSubheading(c.Title))
	if c.Icon != NoIcon {
		title = Row(GapSmall, NewIcon(c.Icon, c.Tone.Ink(), theme.SizeNameHeadingText), Grow(title))
	}
	body := Column(GapPanel, title)
	if c.Text != "" {
		body.Add(NewText(c.Text))
	}
	if c.More != "" {
		body.Add(NewStyledText(c.More, theme.SizeNameText, theme.ColorNameForeground, true))
	}
	if c.Content != nil {
		d.answerKeys(c.Content)
		body.Add(c.Content)
	}
	foot := d.foot(scaled(width) - 2*GapRecord)
	l := &dialogLayout{width: width, body: body, foot: foot}
	l.holder = Layers(Pad(GapRecord, GapRecord, GapRecord, GapRecord, Column(GapRecord, body, foot)))
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{newShade(d), Sheet(l.holder)}}
}

// foot places the buttons: at the right, or below each other where asked for or
// where they do not fit.
func (d *Dialog) foot(width float32) *fyne.Container {
	var all []fyne.CanvasObject
	for _, b := range d.buttons {
		all = append(all, b)
	}
	row := Row(GapSmall, append([]fyne.CanvasObject{Spacer()}, all...)...)
	if d.config.Upright || row.MinSize().Width > width {
		return Column(GapSmall, all...)
	}
	return row
}

// dialogLayout puts the shade over everything and the sheet into the middle. Where
// the body has too little room, from the beginning or because something is said
// in it later, it scrolls over the buttons.
type dialogLayout struct {
	width      float32
	body, foot *fyne.Container
	holder     *fyne.Container // of both, in the sheet
	scrolls    bool
}

// MinSize implements fyne.Layout.
func (l *dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (l *dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
	sheet := objects[1]
	w := min(scaled(l.width), size.Width-2*GapPanel)
	h := HeightForWidth(l.body, w-2*GapRecord) + HeightForWidth(l.foot, w-2*GapRecord) + 3*GapRecord + 2
	if most := size.Height - 2*GapPanel; h > most {
		h = most
		l.scroll()
	}
	placeAt(sheet, (size.Width-w)/2, (size.Height-h)/2, w, h)
}

// scroll lets the body scroll. Rarely; only then, because a scroll is opaque to
// screen readers.
func (l *dialogLayout) scroll() {
	if l.scrolls {
		return
	}
	l.scrolls = true
	l.holder.Objects[0] = Pad(GapRecord, GapTight, GapRecord, GapRecord,
		Frame(nil, Pad(GapRecord, GapField, 0, 0, l.foot), nil, nil, NewScroll(l.body)))
	l.holder.Refresh()
}

// shade dims the window and keeps the pointer from it.
type shade struct {
	widget.BaseWidget
	dialog *Dialog
	box    *canvas.Rectangle
}

func newShade(d *Dialog) *shade {
	s := &shade{dialog: d, box: &canvas.Rectangle{}}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable: the press has taken the keyboard away, and
// without it neither Esc nor Enter would be heard.
func (s *shade) Tapped(*fyne.PointEvent) {
	if s.dialog.canvas.Focused() == nil {
		s.dialog.focusDefault()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (s *shade) TappedSecondary(e *fyne.PointEvent) { s.Tapped(e) }

// MouseIn implements desktop.Hoverable.
func (s *shade) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (s *shade) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *shade) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (s *shade) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *shade) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.box} }
func (s *shade) paint()                       { s.box.FillColor = color.NRGBA{A: 0x66} }
func (s *shade) place(size fyne.Size)         { s.box.Resize(size) }
func (s *shade) minSize() fyne.Size           { return fyne.Size{} }

// dialogButton is a button that knows Esc and the arrows.
type dialogButton struct {
	Button
	dialog *Dialog
	index  int
}

func newDialogButton(d *Dialog, i int, b DialogButton) *dialogButton {
	w := &dialogButton{dialog: d, index: i}
	w.kind, w.label, w.image = b.Kind, b.Label, newImage()
	w.extend(w, func() {
		// Later, because the Space that pressed arrives as a letter as well, and
		// would be typed into the field below the dialog.
		fyne.Do(func() { d.Press(i) })
	})
	return w
}

// CreateRenderer implements fyne.Widget.
func (b *dialogButton) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

// TypedKey implements fyne.Focusable.
func (b *dialogButton) TypedKey(e *fyne.KeyEvent) {
	to := b.index
	switch e.Name {
	case fyne.KeyEscape:
		b.dialog.cancel()
		return
	case fyne.KeyLeft, fyne.KeyUp:
		to--
	case fyne.KeyRight, fyne.KeyDown:
		to++
	default:
		b.Button.TypedKey(e)
		return
	}
	b.dialog.canvas.Focus(b.dialog.buttons[(to+len(b.dialog.buttons))%len(b.dialog.buttons)])
}
