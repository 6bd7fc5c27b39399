package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

func (g *StateGrid) grid() cellGrid {
	n := float32(max(len(g.cols), 1))
	p := cellGrid{top: g.headHeight(), h: g.cellHeight()}
	// Where it is tight the names of the rows break before the words are cut.
	cell := g.cellWidth()
	if g.tight() {
		cell = g.tightCell()
	}
	room := g.Size().Width - GapSmall - n*(cell+cellGap)
	p.left = max(min(g.nameWidth(), room), g.narrowName()) + GapSmall
	p.w = min((g.Size().Width-p.left-cellGap*(n-1))/n, scaled(96))
	return p
}

// tight says that there is room for short names and signs only.
func (g *StateGrid) tight() bool {
	return g.short != nil && g.Size().Width < g.leastWidth(g.cellWidth())
}

// tightCell is the width of a cell that shows its sign and number alone.
func (g *StateGrid) tightCell() float32 {
	w := scaled(24)
	for _, x := range g.cells {
		w = max(w, x.signWidth()+6)
	}
	for _, s := range g.short {
		w = max(w, measure(s, SizePicture, true).Width+2)
	}
	return w
}

// leastWidth is that of the grid with cells of a width.
func (g *StateGrid) leastWidth(cell float32) float32 {
	return g.narrowName() + GapSmall + float32(len(g.cols))*(cell+cellGap)
}

// signWidth is that of the sign with the number beside it.
func (x *gridCell) signWidth() float32 {
	var w float32
	if x.Number != "" {
		w = measure(x.Number, theme.SizeNameText, true).Width
	}
	if x.Icon != NoIcon {
		if w > 0 {
			w += GapTight
		}
		w += smallIconSide()
	}
	return w
}

func (g *StateGrid) headHeight() float32 {
	return gridHeadLines*g.headStep() + GapTight
}

func (g *StateGrid) headStep() float32 { return theme.Size(SizePicture) * 1.25 }

func (g *StateGrid) cellHeight() float32 { return theme.TextSize()*1.3 + g.headStep() + 2*gridInset }

// gridInset keeps words clear of the frame and of the ring within it.
const gridInset = 6

// cellWidth is the width of a cell that shows its words, and the longest word of
// its head, whole.
func (g *StateGrid) cellWidth() float32 {
	w := scaled(narrowCell)
	for _, x := range g.cells {
		w = max(w, measure(x.Word, SizePicture, false).Width+6)
	}
	for _, c := range g.cols {
		for _, word := range strings.Fields(c) {
			w = max(w, measure(word, SizePicture, true).Width+2)
		}
	}
	return w
}

func (g *StateGrid) nameWidth() float32 {
	var w float32
	for _, r := range g.rows {
		w = max(w, measure(r, theme.SizeNameCaptionText, true).Width)
	}
	return w + 1
}

// narrowName is the least width of the names of rows, one word on a line.
func (g *StateGrid) narrowName() float32 {
	var w float32
	for _, r := range g.rows {
		for _, word := range strings.Fields(r) {
			w = max(w, measure(word, theme.SizeNameCaptionText, true).Width)
		}
	}
	return w + 1
}

func (g *StateGrid) place(fyne.Size) {
	p, tight := g.grid(), g.tight()
	at := p.at
	for i, x := range g.cells {
		word := x.Word
		if tight {
			word = ""
		}
		g.placeCell(x, word, at(i/len(g.cols), i%len(g.cols)), p)
	}
	for r, t := range g.rowTexts {
		step := min(lineHeight(theme.SizeNameCaptionText), p.h/gridNameLines)
		lines := placeLines(t[:], g.rows[r], p.left-GapSmall, theme.SizeNameCaptionText, r == g.row)
		y := at(r, 0).Y + (p.h-step*float32(lines))/2
		for i := range t {
			placeLine(&t[i], p.left-GapSmall-t[i].MinSize().Width, y+float32(i)*step, step)
		}
	}
	for c, t := range g.colTexts {
		name := g.cols[c]
		if tight {
			name = g.short[c]
		}
		lines := placeLines(t[:], name, p.w, SizePicture, c == g.col)
		y := p.top - GapTight - g.headStep()*float32(lines)
		for i := range t {
			placeLine(&t[i], at(0, c).X+(p.w-t[i].MinSize().Width)/2, y+float32(i)*g.headStep(), g.headStep())
		}
	}
	q := at(max(g.hoverRow, 0), max(g.hoverCol, 0))
	placeAt(&g.pointed, q.X, q.Y, p.w, p.h)
	q = at(g.row, g.col)
	placeAt(&g.frame, q.X-1, q.Y-1, p.w+2, p.h+2)
	placeAt(&g.ring, q.X+3, q.Y+3, p.w-6, p.h-6) // inside the frame
}

// placeCell puts sign and number beside each other over the word, or in the
// middle where there is none.
func (g *StateGrid) placeCell(x *gridCell, word string, at fyne.Position, p cellGrid) {
	placeAt(&x.box, at.X, at.Y, p.w, p.h)
	x.word.Text = shorten(word, p.w-4, SizePicture, false)
	side := smallIconSide()
	upper := theme.TextSize() * 1.3
	y := at.Y + gridInset
	if word == "" {
		y = at.Y + (p.h-upper)/2
	}
	left := at.X + (p.w-x.signWidth())/2
	if x.Icon != NoIcon {
		placeAt(x.image, left, y+(upper-side)/2, side, side)
		left += side + GapTight
	}
	placeLine(&x.number, left, y, upper)
	placeLine(&x.word, at.X+(p.w-x.word.MinSize().Width)/2, at.Y+gridInset+upper, g.headStep())
}

// placeLines breaks a name into the lines there are, the last of them shortened,
// and returns how many it took.
func placeLines(texts []canvas.Text, name string, width float32, size fyne.ThemeSizeName, bold bool) int {
	lines := wrapText(name, width, size, bold)
	if len(lines) > len(texts) {
		last := len(texts) - 1
		lines = append(lines[:last:last], shorten(strings.Join(lines[last:], " "), width, size, bold))
	}
	for i := range texts {
		texts[i].Text = ""
		if i < len(lines) {
			texts[i].Text = lines[i]
		}
	}
	return len(lines)
}

func (g *StateGrid) minSize() fyne.Size {
	cell := g.cellWidth()
	if g.short != nil {
		cell = min(cell, g.tightCell())
	}
	return fyne.NewSize(
		g.leastWidth(cell),
		g.headHeight()+float32(len(g.rows))*(g.cellHeight()+cellGap)+2,
	)
}

// PreferredWidth is the width at which the names of the rows are on one line.
func (g *StateGrid) PreferredWidth() float32 {
	return max(g.nameWidth()+GapSmall+float32(len(g.cols))*(max(g.cellWidth(), scaled(84))+cellGap), g.leastWidth(g.cellWidth()))
}

// cellAt returns the cell under a point, or -1 and -1.
func (g *StateGrid) cellAt(at fyne.Position) (row, col int) {
	return g.grid().under(at, len(g.rows), len(g.cols))
}

// Tapped implements fyne.Tappable.
func (g *StateGrid) Tapped(e *fyne.PointEvent) {
	g.takeFocus()
	g.choose(g.cellAt(e.Position))
}

// MouseMoved implements desktop.Hoverable.
func (g *StateGrid) MouseMoved(e *desktop.MouseEvent) {
	if r, c := g.cellAt(e.Position); r != g.hoverRow || c != g.hoverCol {
		g.hoverRow, g.hoverCol = r, c
		g.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (g *StateGrid) MouseOut() {
	g.hoverRow, g.hoverCol = -1, -1
	g.control.MouseOut()
}

// TypedKey implements fyne.Focusable.
func (g *StateGrid) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(g, e) {
		return
	}
	down, right, ok := arrow(e.Name)
	row, col := g.row+down, g.col+right
	switch {
	case e.Name == fyne.KeyHome:
		col = 0
	case e.Name == fyne.KeyEnd:
		col = len(g.cols) - 1
	case !ok:
		g.control.TypedKey(e)
		return
	}
	g.quiet = false
	g.choose(row, col)
	g.Refresh()
}
