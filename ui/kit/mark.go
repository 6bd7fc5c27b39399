package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Mark is a circled number: the same one at a field and in the list of findings
// says that they belong together; in an empty page it numbers the steps.
type Mark struct {
	widget.BaseWidget
	number int
	tone   Tone
	size   fyne.ThemeSizeName
	circle canvas.Rectangle
	text   canvas.Text
}

// NewMark returns a circled number for text of a theme size.
func NewMark(number int, tone Tone, size fyne.ThemeSizeName) *Mark {
	m := &Mark{number: number, tone: tone, size: size}
	m.ExtendBaseWidget(m)
	return m
}

// SetNumber changes the number.
func (m *Mark) SetNumber(number int) {
	m.number = number
	m.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *Mark) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&m.circle, &m.text} }

func (m *Mark) paint() {
	width := float32(1.5)
	if m.size == theme.SizeNameText {
		width = 2
	}
	setBox(&m.circle, "", m.tone.Ink(), width, m.side()/2)
	setText(&m.text, countWord(m.number), m.size, m.tone.Ink(), true)
}

func (m *Mark) place(size fyne.Size) {
	side := m.side()
	at := fyne.NewPos(0, (size.Height-side)/2)
	m.circle.Move(at)
	m.circle.Resize(fyne.NewSquareSize(side))
	placeCentred(&m.text, m.text.MinSize(), at, fyne.NewSquareSize(side))
}

// side leaves a step in body size more air than a finding in small print.
func (m *Mark) side() float32 {
	if m.size == theme.SizeNameText {
		return theme.Size(m.size) * 2
	}
	return theme.Size(m.size) * 1.6
}

func (m *Mark) minSize() fyne.Size { return fyne.NewSquareSize(m.side()) }
