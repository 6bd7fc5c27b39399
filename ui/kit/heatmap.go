package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// HeatMap is the matrix of a risk: a cell is chosen with a click, or with the
// arrows and Space. The colours of the levels are too near each other to tell
// them alone, so each cell has its number and a word.
type HeatMap struct {
	control
	// OnChosen tells which cell the user has chosen.
	OnChosen func(row, col int)

	cols, rows           []string
	colsTitle, rowsTitle string
	row, col             int // chosen; -1 for none
	aimRow, aimCol       int
	hoverRow, hoverCol   int

	cells                []*heatCell
	rowTexts             []*[2]canvas.Text // a name on one line or two
	colTexts             []*canvas.Text
	colsAxis, rowsAxis   canvas.Text
	frame, ring, pointed canvas.Rectangle
	tick                 *canvas.Image
}

// heatCell is a cell: what it says and what it is drawn with.
type heatCell struct {
	number       int
	word         string
	level        int
	box          canvas.Rectangle
	digits, name canvas.Text
}

// NewHeatMap returns a matrix with the rows from top to bottom. cell gives the
// number, the short word and the level, 1 to 4, of each cell.
func NewHeatMap(cols, rows []string, cell func(row, col int) (number int, word string, level int)) *HeatMap {
	m := &HeatMap{cols: cols, rows: rows, row: -1, col: -1, hoverRow: -1, hoverCol: -1, tick: newImage()}
	m.aimRow = max(len(rows)-1, 0)
	for r := range rows {
		m.rowTexts = append(m.rowTexts, &[2]canvas.Text{})
		for c := range cols {
			x := &heatCell{}
			x.number, x.word, x.level = cell(r, c)
			m.cells = append(m.cells, x)
		}
	}
	for range cols {
		m.colTexts = append(m.colTexts, &canvas.Text{})
	}
	m.extend(m, func() { m.choose(m.aimRow, m.aimCol) })
	return m
}

// SetAxes names the rows and the columns, as "Probabilità ↑", "Conseguenze →".
func (m *HeatMap) SetAxes(rows, cols string) {
	m.rowsTitle, m.colsTitle = rows, cols
	m.Refresh()
}

// Choose marks a cell without telling OnChosen.
func (m *HeatMap) Choose(row, col int) {
	if !m.inside(row, col) {
		m.Clear()
		return
	}
	if m.row != row || m.col != col || m.aimRow != row || m.aimCol != col {
		m.row, m.col, m.aimRow, m.aimCol = row, col, row, col
		m.Refresh()
	}
}

// Clear leaves no cell marked.
func (m *HeatMap) Clear() {
	if m.row != -1 || m.col != -1 {
		m.row, m.col = -1, -1
		m.Refresh()
	}
}

// Chosen returns the marked cell, -1 and -1 for none.
func (m *HeatMap) Chosen() (row, col int) { return m.row, m.col }

func (m *HeatMap) inside(row, col int) bool {
	return row >= 0 && row < len(m.rows) && col >= 0 && col < len(m.cols)
}

func (m *HeatMap) cell(row, col int) *heatCell { return m.cells[row*len(m.cols)+col] }

func (m *HeatMap) choose(row, col int) {
	if m.disabled || !m.inside(row, col) {
		return
	}
	m.Choose(row, col)
	if m.OnChosen != nil {
		m.OnChosen(row, col)
	}
}

// AccessibilityLabel implements fyne.Accessible: the cell that the keyboard is
// on, in words.
func (m *HeatMap) AccessibilityLabel() string {
	if !m.inside(m.aimRow, m.aimCol) {
		return ""
	}
	x := m.cell(m.aimRow, m.aimCol)
	label := m.rows[m.aimRow] + ", " + m.cols[m.aimCol] + ": " + countWord(x.number) + " " + x.word
	if m.aimRow == m.row && m.aimCol == m.col {
		label += words.T(", scelto")
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (m *HeatMap) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (m *HeatMap) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *HeatMap) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{&m.rowsAxis, &m.colsAxis}
	for _, t := range m.rowTexts {
		objects = append(objects, &t[0], &t[1])
	}
	for _, t := range m.colTexts {
		objects = append(objects, t)
	}
	for _, x := range m.cells {
		objects = append(objects, &x.box, &x.digits, &x.name)
	}
	return append(objects, &m.pointed, &m.frame, m.tick, &m.ring)
}

// heat gives the ground of a level.
var heat = [...]fyne.ThemeColorName{ColorNeutralTint, ColorHeat1, ColorHeat2, ColorHeat3, ColorHeat4}

func (m *HeatMap) paint() {
	// Where the grounds are all one colour, the cells need edges.
	edge := fyne.ThemeColorName("")
	if theme.Color(ColorHeat1) == theme.Color(ColorHeat4) {
		edge = theme.ColorNameSeparator
	}
	// Also when switched off: a paler ink could not be read on the warm levels.
	ink := theme.ColorNameForeground
	for i, x := range m.cells {
		row, col := i/len(m.cols), i%len(m.cols)
		setBox(&x.box, heat[max(min(x.level, len(heat)-1), 0)], edge, 1, 2)
		setText(&x.digits, countWord(x.number), theme.SizeNameText, ink, true)
		setText(&x.name, x.name.Text, SizePicture, ink, row == m.row && col == m.col)
	}
	for i, t := range m.rowTexts {
		m.paintLabel(&t[0], theme.SizeNameCaptionText, i == m.row)
		m.paintLabel(&t[1], theme.SizeNameCaptionText, i == m.row)
	}
	for i, t := range m.colTexts {
		m.paintLabel(t, SizePicture, i == m.col)
	}
	setText(&m.rowsAxis, m.rowsTitle, theme.SizeNameCaptionText, ColorInk2, false)
	setText(&m.colsAxis, m.colsTitle, theme.SizeNameCaptionText, ColorInk2, false)
	setBox(&m.pointed, "", theme.ColorNameForeground, 1, 2)
	setBox(&m.frame, "", theme.ColorNameForeground, 3, 4)
	setBox(&m.ring, "", ColorRing, 2, 2)
	hide(&m.pointed, !m.inside(m.hoverRow, m.hoverCol) || m.disabled)
	hide(&m.frame, m.row < 0)
	hide(&m.ring, !m.ringed())
	if m.row < 0 {
		setImage(m.tick, NoIcon, "")
	} else {
		setImage(m.tick, IconCheck, theme.ColorNameForeground)
	}
}

func (m *HeatMap) paintLabel(t *canvas.Text, size fyne.ThemeSizeName, chosen bool) {
	ink := ColorInk2
	if chosen {
		ink = theme.ColorNameForeground
	}
	setText(t, t.Text, size, ink, chosen)
}
