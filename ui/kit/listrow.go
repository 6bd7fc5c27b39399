package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// RowData is what a row of a list shows: a title, a second line, and at the
// right of that a state of sign and word.
type RowData struct {
	Title  string
	Second string
	Icon   Icon
	Word   string
	Tone   Tone
	// Box is a box to tick before the title.
	Box Box
	// Head makes the row stand over those that follow it.
	Head bool
}

// Box is what a row has to be ticked with.
type Box int

// The boxes: none, and those of a row that is not taken, taken, or of a head
// over some rows that are and some that are not.
const (
	NoBox Box = iota
	BoxEmpty
	BoxTicked
	BoxSome
)

// sign is what is drawn in a box.
func (b Box) sign() Icon {
	switch b {
	case BoxTicked:
		return IconCheck
	case BoxSome:
		return IconMinus
	}
	return NoIcon
}

// spoken is the box for those who do not see it.
func (b Box) spoken() string {
	switch b {
	case BoxEmpty:
		return words.T("non scelto")
	case BoxTicked:
		return words.T("scelto")
	case BoxSome:
		return words.T("scelto in parte")
	}
	return ""
}

// spoken is the row for those who do not see it.
func (d RowData) spoken() string {
	s := d.Title
	for _, part := range []string{d.Second, d.Word, d.Box.spoken()} {
		if part != "" {
			s += ", " + part
		}
	}
	return s
}

// ListRow is one row; SetRow fills it, so that a list can use it again.
type ListRow struct {
	widget.BaseWidget
	data    RowData
	marked  bool
	ring    bool
	hovered bool

	ground, bar, rule, focus, box canvas.Rectangle
	title, second, word           canvas.Text
	image, tick                   *canvas.Image
}

// NewListRow returns an empty row.
func NewListRow() *ListRow {
	r := &ListRow{image: newImage(), tick: newImage()}
	r.ExtendBaseWidget(r)
	return r
}

// SetRow fills the row.
func (r *ListRow) SetRow(data RowData) {
	r.data = data
	r.Refresh()
}

// SetMarked shows the row as the chosen one.
func (r *ListRow) SetMarked(marked bool) {
	r.marked = marked
	r.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (r *ListRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *ListRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *ListRow) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *ListRow) AccessibilityLabel() string { return r.data.spoken() }

// AccessibilityRole implements fyne.Accessible.
func (r *ListRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *ListRow) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&r.ground, &r.bar, &r.rule, &r.box, r.tick, &r.title, &r.second, r.image, &r.word, &r.focus}
}

func (r *ListRow) paint() {
	fill := ColorSheet
	switch {
	case r.marked:
		fill = theme.ColorNameSelection
	case r.hovered:
		fill = theme.ColorNameHover
	case r.data.Head:
		fill = ColorSunken
	}
	setBox(&r.ground, fill, "", 0, 0)
	setBox(&r.bar, theme.ColorNamePrimary, "", 0, 0)
	setBox(&r.rule, ColorRowRule, "", 0, 0)
	setBox(&r.focus, "", ColorRing, 2, cornerRadius)
	hide(&r.bar, !r.marked)
	hide(&r.focus, !r.ring)
	boxFill, boxFrame := ColorSheet, theme.ColorNameInputBorder
	if r.data.Box > BoxEmpty {
		boxFill, boxFrame = theme.ColorNamePrimary, theme.ColorNamePrimary
	}
	setBox(&r.box, boxFill, boxFrame, 1, 3)
	hide(&r.box, r.data.Box == NoBox)
	setImage(r.tick, r.data.Box.sign(), theme.ColorNameForegroundOnPrimary)
	setText(&r.title, r.title.Text, theme.SizeNameText, theme.ColorNameForeground, r.bold())
	setText(&r.second, r.second.Text, theme.SizeNameCaptionText, ColorInk2, false)
	setText(&r.word, r.word.Text, theme.SizeNameCaptionText, r.data.Tone.Ink(), r.wordBold())
	setImage(r.image, r.data.Icon, r.data.Tone.Ink())
}

// bold makes the chosen row stand out, and one over others.
func (r *ListRow) bold() bool { return r.marked || r.data.Head }

// wordBold makes what wants a hand stand out from what is in order.
func (r *ListRow) wordBold() bool {
	return r.data.Tone == ToneWarn || r.data.Tone == ToneError
}

// rowPad is the margin of a row at both sides.
const rowPad = 14

func (r *ListRow) place(size fyne.Size) {
	r.ground.Resize(size)
	placeAt(&r.bar, 0, 0, railMarker, size.Height)
	placeAt(&r.rule, 0, size.Height-1, size.Width, 1)
	placeAt(&r.focus, 1, 1, size.Width-2, size.Height-3)
	left := float32(rowPad)
	if r.data.Box != NoBox {
		side := scaled(18)
		placeAt(&r.box, left, (size.Height-side)/2, side, side)
		placeCentred(r.tick, fyne.NewSquareSize(side-2), r.box.Position(), fyne.NewSquareSize(side))
		left += side + scaled(10)
	}
	room := size.Width - left - rowPad
	upper, lower := lineHeight(theme.SizeNameText), lineHeight(theme.SizeNameCaptionText)
	y := (size.Height - upper - lower) / 2
	r.title.Text = shorten(r.data.Title, room, theme.SizeNameText, r.bold())
	placeLine(&r.title, left, y, upper)

	y += upper
	side := smallIconSide()
	right := size.Width - rowPad
	r.word.Text = shorten(r.data.Word, room*0.7, theme.SizeNameCaptionText, r.wordBold())
	if r.word.Text != "" {
		right -= r.word.MinSize().Width
		placeLine(&r.word, right, y, lower)
		right -= scaled(GapTight)
	}
	if r.data.Icon != NoIcon {
		right -= side
		placeAt(r.image, right, y+(lower-side)/2, side, side)
		right -= GapSmall
	}
	r.second.Text = shorten(r.data.Second, right-left, theme.SizeNameCaptionText, false)
	placeLine(&r.second, left, y, lower)
}

// rowHeight is 52 at 100 %.
func rowHeight() float32 {
	return lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText) + scaled(16)
}

func (r *ListRow) minSize() fyne.Size { return fyne.NewSize(scaled(120), rowHeight()) }
