package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// StateGrid is a picture of rows by columns in which each cell has a state, of
// sign and words, as which risk of which danger is met. A cell is chosen with a
// click or with the arrows; nothing is changed by it, so the arrows choose at once.
type StateGrid struct {
	control
	// OnChosen tells which cell the user has chosen.
	OnChosen func(row, col int)

	cols, rows         []string
	short              []string // of the columns, where there is little room
	row, col           int      // chosen, and where the keyboard is
	hoverRow, hoverCol int

	cells    []*gridCell
	rowTexts []*[gridNameLines]canvas.Text
	colTexts []*[gridHeadLines]canvas.Text
	frame    canvas.Rectangle
	pointed  canvas.Rectangle
	ring     canvas.Rectangle
}

// GridCell says what a cell shows: a sign and a number beside it, a word below.
// An empty one is no cell at all, only its place.
type GridCell struct {
	Tone   Tone
	Icon   Icon
	Number string
	Word   string
	// Spoken is the cell in full, for those who do not see it.
	Spoken string
}

const (
	gridNameLines = 2
	gridHeadLines = 3
)

type gridCell struct {
	GridCell
	box          canvas.Rectangle
	image        *canvas.Image
	number, word canvas.Text
}

// NewStateGrid returns a grid with its cells empty; SetCells fills it.
func NewStateGrid(cols, rows []string) *StateGrid {
	g := &StateGrid{cols: cols, rows: rows, hoverRow: -1, hoverCol: -1}
	for range rows {
		g.rowTexts = append(g.rowTexts, &[gridNameLines]canvas.Text{})
		for range cols {
			g.cells = append(g.cells, &gridCell{image: newImage()})
		}
	}
	for range cols {
		g.colTexts = append(g.colTexts, &[gridHeadLines]canvas.Text{})
	}
	g.extend(g, func() { g.choose(g.row, g.col) })
	return g
}

// SetShort gives the columns names of a letter or two: where there is no room for
// their own, and for the words of the cells, those stand with the signs alone.
func (g *StateGrid) SetShort(cols []string) { g.short = cols }

// SetCells says what each cell shows.
func (g *StateGrid) SetCells(cell func(row, col int) GridCell) {
	for i, x := range g.cells {
		x.GridCell = cell(i/len(g.cols), i%len(g.cols))
	}
	g.Refresh()
}

// Choose marks a cell without telling OnChosen.
func (g *StateGrid) Choose(row, col int) {
	if g.inside(row, col) {
		g.row, g.col = row, col
		g.Refresh()
	}
}

// Chosen returns the marked cell.
func (g *StateGrid) Chosen() (row, col int) { return g.row, g.col }

func (g *StateGrid) inside(row, col int) bool {
	return row >= 0 && row < len(g.rows) && col >= 0 && col < len(g.cols)
}

func (g *StateGrid) cell(row, col int) *gridCell { return g.cells[row*len(g.cols)+col] }

func (g *StateGrid) choose(row, col int) {
	if !g.inside(row, col) {
		return
	}
	g.Choose(row, col)
	if g.OnChosen != nil {
		g.OnChosen(row, col)
	}
}

// AccessibilityLabel implements fyne.Accessible: the chosen cell in words.
func (g *StateGrid) AccessibilityLabel() string {
	if !g.inside(g.row, g.col) {
		return ""
	}
	return g.rows[g.row] + ", " + g.cols[g.col] + ": " + g.cell(g.row, g.col).Spoken
}

// AccessibilityRole implements fyne.Accessible.
func (g *StateGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (g *StateGrid) CreateRenderer() fyne.WidgetRenderer { return newRenderer(g) }

func (g *StateGrid) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, t := range g.rowTexts {
		for i := range t {
			objects = append(objects, &t[i])
		}
	}
	for _, t := range g.colTexts {
		for i := range t {
			objects = append(objects, &t[i])
		}
	}
	for _, x := range g.cells {
		objects = append(objects, &x.box, x.image, &x.number, &x.word)
	}
	return append(objects, &g.pointed, &g.frame, &g.ring)
}

func (g *StateGrid) paint() {
	for _, x := range g.cells {
		if x.empty() {
			setBox(&x.box, "", ColorRowRule, 1, 2)
		} else {
			setBox(&x.box, x.Tone.Tint(), x.Tone.frame(), 2, 2)
		}
		setImage(x.image, x.Icon, x.Tone.Ink())
		setText(&x.number, x.Number, theme.SizeNameText, x.Tone.Ink(), true)
		setText(&x.word, x.word.Text, SizePicture, x.Tone.Ink(), false)
	}
	for i, t := range g.rowTexts {
		for n := range t {
			g.paintName(&t[n], theme.SizeNameCaptionText, i == g.row)
		}
	}
	for i, t := range g.colTexts {
		for n := range t {
			g.paintName(&t[n], SizePicture, i == g.col)
		}
	}
	setBox(&g.pointed, "", theme.ColorNameForeground, 1, 2)
	setBox(&g.frame, "", theme.ColorNameForeground, 3, 4)
	setBox(&g.ring, "", ColorRing, 2, 2)
	hide(&g.pointed, !g.inside(g.hoverRow, g.hoverCol))
	hide(&g.ring, !g.ringed())
}

func (x *gridCell) empty() bool { return x.Icon == NoIcon && x.Number == "" && x.Word == "" }

func (g *StateGrid) paintName(t *canvas.Text, size fyne.ThemeSizeName, chosen bool) {
	ink := ColorInk2
	if chosen {
		ink = theme.ColorNameForeground
	}
	setText(t, t.Text, size, ink, chosen)
}
