package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

func (m *HeatMap) grid() cellGrid {
	g := cellGrid{top: m.axisHeight(m.rowsTitle), h: m.cellHeight()}
	n := float32(max(len(m.cols), 1))
	// Where it is tight the names of the rows break before the words are cut.
	room := m.Size().Width - GapSmall - n*(m.wordWidth()+cellGap)
	g.left = max(min(m.labelWidth(), room), m.narrowLabel()) + GapSmall
	// Wider cells only tear number and neighbour apart.
	g.w = min((m.Size().Width-g.left-cellGap*(n-1))/n, scaled(84))
	return g
}

func (m *HeatMap) axisHeight(title string) float32 {
	if title == "" {
		return 0
	}
	return lineHeight(theme.SizeNameCaptionText) + GapTight
}

// cellHeight holds number and word, set a little closer than running text.
func (m *HeatMap) cellHeight() float32 { return m.digitsStep() + m.nameStep() + 2 }
func (m *HeatMap) digitsStep() float32 { return theme.TextSize() * 1.25 }
func (m *HeatMap) nameStep() float32   { return theme.Size(SizePicture) * 1.25 }

// labelWidth is what the names of rows and axes need, bold as one of them is.
func (m *HeatMap) labelWidth() float32 {
	w := measure(m.colsTitle, theme.SizeNameCaptionText, false).Width
	for _, r := range m.rows {
		w = max(w, measure(r, theme.SizeNameCaptionText, true).Width)
	}
	return w
}

func (m *HeatMap) place(size fyne.Size) {
	g := m.grid()
	at := g.at
	for i, x := range m.cells {
		r, c := i/len(m.cols), i%len(m.cols)
		p := at(r, c)
		placeAt(&x.box, p.X, p.Y, g.w, g.h)
		placeCentred(&x.digits, x.digits.MinSize(), p.AddXY(0, 1), fyne.NewSize(g.w, m.digitsStep()))
		x.name.Text = shorten(x.word, g.w-2, SizePicture, x.name.TextStyle.Bold)
		placeCentred(&x.name, x.name.MinSize(), p.AddXY(0, g.h-m.nameStep()-2), fyne.NewSize(g.w, m.nameStep()))
	}
	for r, t := range m.rowTexts {
		m.placeRowName(r, t, g, at(r, 0).Y)
	}
	below := at(len(m.rows), 0).Y
	step := lineHeight(theme.SizeNameCaptionText)
	for c, t := range m.colTexts {
		t.Text = shorten(m.cols[c], g.w, SizePicture, c == m.col)
		placeLine(t, at(0, c).X+(g.w-t.MinSize().Width)/2, below, step)
	}
	placeLine(&m.rowsAxis, 0, 0, step)
	m.colsAxis.Text = shorten(m.colsTitle, g.left-GapSmall, theme.SizeNameCaptionText, false)
	placeLine(&m.colsAxis, g.left-GapSmall-m.colsAxis.MinSize().Width, below, step)

	p := at(max(m.hoverRow, 0), max(m.hoverCol, 0))
	placeAt(&m.pointed, p.X, p.Y, g.w, g.h)
	p = at(max(m.row, 0), max(m.col, 0))
	placeAt(&m.frame, p.X-1, p.Y-1, g.w+2, g.h+2)
	side := min(smallIconSide(), g.w/4)
	placeAt(m.tick, p.X+5, p.Y+1+(m.digitsStep()-side)/2, side, side)
	inset := float32(1)
	if m.aimRow == m.row && m.aimCol == m.col {
		inset = 3 // inside the frame
	}
	p = at(m.aimRow, m.aimCol)
	placeAt(&m.ring, p.X+inset, p.Y+inset, g.w-2*inset, g.h-2*inset)
}

// placeRowName writes the name of a row before its cells, on two lines where one
// is too long.
func (m *HeatMap) placeRowName(r int, t *[2]canvas.Text, g cellGrid, y float32) {
	room := g.left - GapSmall
	lines := wrapText(m.rows[r], room, theme.SizeNameCaptionText, r == m.row)
	if len(lines) > 2 {
		lines = []string{lines[0], shorten(strings.Join(lines[1:], " "), room, theme.SizeNameCaptionText, r == m.row)}
	}
	step := min(lineHeight(theme.SizeNameCaptionText), g.h/2)
	y += (g.h - step*float32(len(lines))) / 2
	for i := range t {
		t[i].Text = ""
		if i < len(lines) {
			t[i].Text = lines[i]
		}
		placeLine(&t[i], room-t[i].MinSize().Width, y+float32(i)*step, step)
	}
}

// wordWidth is the width of a cell that shows its word whole.
func (m *HeatMap) wordWidth() float32 {
	cell := scaled(narrowCell)
	for _, x := range m.cells {
		cell = max(cell, measure(x.word, SizePicture, true).Width+6)
	}
	return cell
}

// narrowCell is the least width of a cell at 100 % text; words are shortened.
const narrowCell = 44

// narrowLabel is the least width of the names of rows, one word on a line.
func (m *HeatMap) narrowLabel() float32 {
	var w float32
	for _, r := range m.rows {
		for _, word := range strings.Fields(r) {
			w = max(w, measure(word, theme.SizeNameCaptionText, true).Width)
		}
	}
	return min(w+1, scaled(90))
}

func (m *HeatMap) minSize() fyne.Size {
	n := float32(len(m.cols))
	return fyne.NewSize(
		m.narrowLabel()+GapSmall+n*(scaled(narrowCell)+cellGap),
		m.axisHeight(m.rowsTitle)+float32(len(m.rows))*(m.cellHeight()+cellGap)+lineHeight(theme.SizeNameCaptionText),
	)
}

// PreferredWidth is the width at which the names of the columns are whole.
func (m *HeatMap) PreferredWidth() float32 {
	cell := scaled(62)
	for _, c := range m.cols {
		cell = max(cell, measure(c, SizePicture, true).Width+4)
	}
	return max(m.labelWidth()+GapSmall+float32(len(m.cols))*(min(cell, scaled(84))+cellGap), m.minSize().Width)
}

// cellAt returns the cell under a point, or -1 and -1.
func (m *HeatMap) cellAt(p fyne.Position) (row, col int) {
	return m.grid().under(p, len(m.rows), len(m.cols))
}

// Tapped implements fyne.Tappable.
func (m *HeatMap) Tapped(e *fyne.PointEvent) {
	if !m.disabled {
		m.takeFocus()
		m.choose(m.cellAt(e.Position))
	}
}

// MouseMoved implements desktop.Hoverable.
func (m *HeatMap) MouseMoved(e *desktop.MouseEvent) {
	if r, c := m.cellAt(e.Position); r != m.hoverRow || c != m.hoverCol {
		m.hoverRow, m.hoverCol = r, c
		m.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (m *HeatMap) MouseOut() {
	m.hoverRow, m.hoverCol = -1, -1
	m.control.MouseOut()
}

// TypedKey implements fyne.Focusable.
func (m *HeatMap) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(m, e) {
		return
	}
	down, right, ok := arrow(e.Name)
	if !ok {
		m.control.TypedKey(e)
		return
	}
	m.quiet = false
	if r, c := m.aimRow+down, m.aimCol+right; m.inside(r, c) {
		m.aimRow, m.aimCol = r, c
	}
	m.Refresh()
}
