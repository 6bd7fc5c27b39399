package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// StepBar shows where one is in a few steps: done ones with a tick, the present one
// filled. Where there is no room for all words only the present one has them. It is
// no control: one goes on and back with buttons.
type StepBar struct {
	widget.BaseWidget
	names []string
	at    int

	marks []stepMark
	lines []*canvas.Rectangle
}

type stepMark struct {
	circle canvas.Rectangle
	number canvas.Text
	tick   *canvas.Image
	name   canvas.Text
}

// NewStepBar returns the bar; at is the present step, as many as there are names
// when all are done.
func NewStepBar(names []string, at int) *StepBar {
	b := &StepBar{names: names, at: at, marks: make([]stepMark, len(names))}
	for i := range b.marks {
		b.marks[i].tick = newImage()
		if i > 0 {
			b.lines = append(b.lines, &canvas.Rectangle{})
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel implements fyne.Accessible.
func (b *StepBar) AccessibilityLabel() string {
	if b.at >= len(b.names) {
		return words.T("Tutti i passi sono fatti")
	}
	return words.F("Passo %d di %d: %s", b.at+1, len(b.names), b.names[b.at])
}

// AccessibilityRole implements fyne.Accessible.
func (b *StepBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *StepBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *StepBar) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, l := range b.lines {
		out = append(out, l)
	}
	for i := range b.marks {
		m := &b.marks[i]
		out = append(out, &m.circle, &m.number, m.tick, &m.name)
	}
	return out
}

func (b *StepBar) paint() {
	for _, l := range b.lines {
		setBox(l, theme.ColorNameSeparator, "", 0, 0)
	}
	for i := range b.marks {
		m := &b.marks[i]
		fill, border, ink, tick := ColorSheet, theme.ColorNameInputBorder, ColorInk2, NoIcon
		switch {
		case i < b.at:
			fill, border, tick = ColorOKTint, theme.ColorNameSuccess, IconCheck
		case i == b.at:
			fill, border, ink = theme.ColorNamePrimary, theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
		}
		setBox(&m.circle, fill, border, 1.5, b.side()/2)
		text := strconv.Itoa(i + 1)
		if i < b.at {
			text = ""
		}
		setText(&m.number, text, theme.SizeNameText, ink, i == b.at)
		setImage(m.tick, tick, theme.ColorNameSuccess)
		setText(&m.name, b.names[i], theme.SizeNameText, theme.ColorNameForeground, i == b.at)
	}
}

func (b *StepBar) side() float32 { return scaled(26) }

// nameWidth is the room that a name takes beside its circle.
func (b *StepBar) nameWidth(i int) float32 {
	return GapSmall + measure(b.names[i], theme.SizeNameText, i == b.at).Width
}

const stepJoin = 12 // the least length of the line between two steps

// width is that of the bar with all names, or with the present one alone.
func (b *StepBar) width(all bool) float32 {
	w := float32(len(b.names))*b.side() + float32(len(b.lines))*(stepJoin+2*GapSmall)
	for i := range b.names {
		if all || i == b.at {
			w += b.nameWidth(i)
		}
	}
	return w
}

func (b *StepBar) place(size fyne.Size) {
	all := size.Width >= b.width(true)
	line := float32(stepJoin)
	if len(b.lines) > 0 {
		line = min(max((size.Width-b.width(all))/float32(len(b.lines))+stepJoin, stepJoin), scaled(56))
	}
	var x float32
	side, y := b.side(), (size.Height-b.side())/2
	for i := range b.marks {
		m := &b.marks[i]
		placeAt(&m.circle, x, y, side, side)
		placeCentred(&m.number, m.number.MinSize(), fyne.NewPos(x, y), fyne.NewSquareSize(side))
		placeCentred(m.tick, fyne.NewSquareSize(side*0.6), fyne.NewPos(x, y), fyne.NewSquareSize(side))
		x += side
		hide(&m.name, !all && i != b.at)
		if all || i == b.at {
			placeLine(&m.name, x+GapSmall, 0, size.Height)
			x += b.nameWidth(i)
		}
		if i < len(b.lines) {
			placeAt(b.lines[i], x+GapSmall, size.Height/2, line, 1)
			x += line + 2*GapSmall
		}
	}
}

// PreferredWidth is the width that shows all names.
func (b *StepBar) PreferredWidth() float32 { return b.width(true) }

func (b *StepBar) minWidth() float32 { return b.width(false) }

func (b *StepBar) minSize() fyne.Size { return fyne.NewSize(b.minWidth(), b.side()+4) }
