package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"tutela/ui/words"
)

// LetterGrid is a picture of rows by columns in which each cell has the same few
// letters, each given or not, as who may do what with which archive. It draws only
// the cells in view: names of rows and heads of columns stay, the rest moves by
// whole rows and columns. Letters are toggled with a click, with their own key or,
// where the keyboard is, with Space.
type LetterGrid struct {
	control
	// OnToggle asks for a letter of a cell to be given or taken away.
	OnToggle func(row, col, letter int)
	// OnMoved tells that the keyboard is on another cell or letter.
	OnMoved func()

	model            LetterModel
	letters          []Letter
	row, col, letter int // where the keyboard is
	top, left        int // the first row and column in view
	hover            letterAt
	grip             gripOf
	wheelX, wheelY   float32 // what the wheel has turned and moved nothing by yet

	drawnGrid
}

// Letter is one of the letters of each cell, and the word that it stands for.
type Letter struct{ Letter, Word string }

// LetterModel is what a grid shows; it is asked for what is in view alone.
type LetterModel struct {
	// Corner stands over the names of the rows.
	Corner        string
	Rows, Columns func() int
	Row           func(row int) LetterHead
	Column        func(col int) LetterHead
	// On tells which letters of a cell are given: the first is the lowest bit.
	On func(row, col int) uint
}

// LetterHead names a row or a column: a name, a second line below it, and a sign
// before that where it matters. A row in ToneError stands out as a whole.
type LetterHead struct {
	Name, Second string
	Tone         Tone
	Icon         Icon
}

// letterAt is a place in the grid; a letter of -1 is none, a row of -1 nowhere.
type letterAt struct{ row, col, letter int }

var nowhere = letterAt{-1, -1, -1}

// NewLetterGrid returns a grid without cells; SetModel fills it.
func NewLetterGrid(letters []Letter) *LetterGrid {
	none := func() int { return 0 }
	g := &LetterGrid{letters: letters, hover: nowhere, model: LetterModel{Rows: none, Columns: none}}
	g.extend(g, func() { g.toggle(g.row, g.col, g.letter) })
	return g
}

// SetModel gives the grid what it shows.
func (g *LetterGrid) SetModel(m LetterModel) {
	g.model = m
	g.cache = headCache{}
	g.Sync()
}

// Sync shows what the model says now, of as many rows and columns as there are
// now.
func (g *LetterGrid) Sync() {
	g.row, g.col = clamp(g.row, g.model.Rows()), clamp(g.col, g.model.Columns())
	g.scrollTo(g.top, g.left)
	g.Refresh()
}

// At is where the keyboard is; the row is -1 where there are no cells.
func (g *LetterGrid) At() (row, col, letter int) {
	if g.model.Rows() == 0 || g.model.Columns() == 0 {
		return -1, -1, -1
	}
	return g.row, g.col, g.letter
}

// GoTo moves the keyboard to a cell and brings it into view.
func (g *LetterGrid) GoTo(row, col, letter int) {
	g.row, g.col, g.letter = clamp(row, g.model.Rows()), clamp(col, g.model.Columns()), clamp(letter, len(g.letters))
	g.reveal()
	g.Refresh()
	call(g.OnMoved)
}

// clamp is the index nearest to i of n things; 0 where there are none.
func clamp(i, n int) int { return max(min(i, n-1), 0) }

func (g *LetterGrid) toggle(row, col, letter int) {
	if row < 0 || row >= g.model.Rows() || col < 0 || col >= g.model.Columns() {
		return
	}
	if g.OnToggle != nil {
		g.OnToggle(row, col, letter)
	}
	g.Refresh()
	call(g.OnMoved)
}

// given tells whether a letter of a cell is.
func (g *LetterGrid) given(row, col, letter int) bool { return g.model.On(row, col)&(1<<letter) != 0 }

// reveal moves the view no more than needed to show the cell of the keyboard.
func (g *LetterGrid) reveal() {
	p := g.plan()
	top, left := g.top, g.left
	if g.row < top {
		top = g.row
	} else if g.row >= top+p.rows {
		top = g.row - p.rows + 1
	}
	if g.col < left {
		left = g.col
	} else if g.col >= left+p.cols {
		left = g.col - p.cols + 1
	}
	g.scrollTo(top, left)
}

// scrollTo makes a row and a column the first in view, as far as there are enough
// after them; it tells whether anything moved.
func (g *LetterGrid) scrollTo(top, left int) bool {
	p := g.plan()
	top = max(min(top, g.model.Rows()-p.rows), 0)
	left = max(min(left, g.model.Columns()-p.cols), 0)
	moved := top != g.top || left != g.left
	g.top, g.left = top, left
	return moved
}

// AccessibilityLabel implements fyne.Accessible: the cell of the keyboard in
// words, then the letter.
func (g *LetterGrid) AccessibilityLabel() string {
	row, col, letter := g.At()
	if row < 0 {
		return ""
	}
	said := g.model.Row(row).Name + ", " + g.model.Column(col).Name + ": " + g.Spoken(row, col)
	if g.given(row, col, letter) {
		return said + ". " + words.F("%s: sì", g.letters[letter].Word)
	}
	return said + ". " + words.F("%s: no", g.letters[letter].Word)
}

// Spoken is a cell in words: "inserire, vedere e stampare".
func (g *LetterGrid) Spoken(row, col int) string {
	var out []string
	for i, l := range g.letters {
		if g.given(row, col, i) {
			out = append(out, lowered(l.Word))
		}
	}
	if len(out) == 0 {
		return words.T("niente")
	}
	return strings.Join(out, ", ")
}

func lowered(word string) string {
	for i, r := range word {
		return word[:i] + string(unicode.ToLower(r)) + word[i+len(string(r)):]
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (g *LetterGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (g *LetterGrid) CreateRenderer() fyne.WidgetRenderer { return newRenderer(g) }
