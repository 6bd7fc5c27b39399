package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// SectionRow is a row of the index of sections.
type SectionRow struct {
	Title string
	Tone  Tone
	Icon  Icon
	// State says in a word what the icon shows, for those who do not see it.
	State string
}

// SectionIndex lists the sections of a record with the state of each; a click,
// or an arrow key and Enter, goes to one.
type SectionIndex struct {
	control
	// OnChosen is told which section was asked for.
	OnChosen func(i int)

	rows    []SectionRow
	current int // the section in view
	aim     int // the row that the keyboard is on
	hover   int

	ground, ring canvas.Rectangle
	under        canvas.Rectangle
	lines        []*indexLine
}

// indexLine is what one row is drawn with.
type indexLine struct {
	number, title canvas.Text
	image         *canvas.Image
}

// NewSectionIndex returns an index; sections are numbered from 1.
func NewSectionIndex(rows []SectionRow, onChosen func(i int)) *SectionIndex {
	x := &SectionIndex{OnChosen: onChosen, hover: -1}
	x.extend(x, func() { x.choose(x.aim) })
	x.SetRows(rows)
	return x
}

// SetRows replaces all rows.
func (x *SectionIndex) SetRows(rows []SectionRow) {
	if slices.Equal(x.rows, rows) {
		return
	}
	x.rows = append([]SectionRow(nil), rows...)
	for len(x.lines) < len(rows) {
		x.lines = append(x.lines, &indexLine{image: newImage()})
	}
	x.lines = x.lines[:len(rows)]
	x.current = max(min(x.current, len(rows)-1), 0)
	x.aim = x.current
	x.Refresh()
}

// SetState changes the state of one row.
func (x *SectionIndex) SetState(i int, tone Tone, icon Icon, state string) {
	r := &x.rows[i]
	r.Tone, r.Icon, r.State = tone, icon, state
	x.Refresh()
}

// SetCurrent marks the section in view, without telling OnChosen.
func (x *SectionIndex) SetCurrent(i int) {
	if i != x.current && i >= 0 && i < len(x.rows) {
		x.current, x.aim = i, i
		x.Refresh()
	}
}

// Current returns the section in view.
func (x *SectionIndex) Current() int { return x.current }

func (x *SectionIndex) choose(i int) {
	if i < 0 || i >= len(x.rows) {
		return
	}
	x.current, x.aim = i, i
	x.Refresh()
	if x.OnChosen != nil {
		x.OnChosen(i)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (x *SectionIndex) AccessibilityLabel() string {
	if len(x.rows) == 0 {
		return words.T("Sezioni")
	}
	r := x.rows[x.aim]
	label := words.F("Sezioni: %s %s", countWord(x.aim+1), r.Title)
	if r.State != "" {
		label += ", " + r.State
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (x *SectionIndex) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (x *SectionIndex) CreateRenderer() fyne.WidgetRenderer { return newRenderer(x) }

func (x *SectionIndex) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{&x.ground, &x.under}
	for _, l := range x.lines {
		objects = append(objects, &l.number, &l.title, l.image)
	}
	return append(objects, &x.ring)
}

func (x *SectionIndex) paint() {
	setBox(&x.ground, theme.ColorNameSelection, "", 0, cornerRadius)
	setBox(&x.under, theme.ColorNameHover, "", 0, cornerRadius)
	setBox(&x.ring, "", ColorRing, 2, cornerRadius)
	hide(&x.ground, len(x.rows) == 0)
	hide(&x.under, x.hover < 0 || x.hover == x.current)
	hide(&x.ring, !x.ringed() || len(x.rows) == 0)
	for i, l := range x.lines {
		ink, bold := theme.ColorNameForeground, i == x.current
		if bold {
			ink = theme.ColorNamePrimary
		}
		setText(&l.number, countWord(i+1), theme.SizeNameCaptionText, ColorInk2, false)
		setText(&l.title, l.title.Text, theme.SizeNameText, ink, bold)
		setImage(l.image, x.rows[i].Icon, x.rows[i].Tone.Ink())
	}
}

// rowHeight is 26 at 100 %.
func (x *SectionIndex) rowHeight() float32 { return lineHeight(theme.SizeNameText) + 7 }

func (x *SectionIndex) place(size fyne.Size) {
	h := x.rowHeight()
	placeAt(&x.ground, 0, float32(x.current)*h, size.Width, h)
	placeAt(&x.under, 0, float32(max(x.hover, 0))*h, size.Width, h)
	placeAt(&x.ring, 0, float32(x.aim)*h, size.Width, h)
	numbers := measure("88", theme.SizeNameCaptionText, false).Width
	side := smallIconSide()
	left, right := float32(6)+numbers+GapSmall, size.Width-6-side
	for i, l := range x.lines {
		y := float32(i) * h
		placeLine(&l.number, 6, y, h)
		l.title.Text = shorten(x.rows[i].Title, right-GapTight-left, theme.SizeNameText, i == x.current)
		placeLine(&l.title, left, y, h)
		placeAt(l.image, right, y+(h-side)/2, side, side)
	}
}

func (x *SectionIndex) minSize() fyne.Size {
	return fyne.NewSize(scaled(160), x.rowHeight()*float32(len(x.rows)))
}
