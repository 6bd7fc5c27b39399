package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// gridPlan is where everything is in a LetterGrid at its present size.
type gridPlan struct {
	names, head    float32 // width of the names of rows, height of the heads
	cellW, cellH   float32
	rows, cols     int // in view, whole
	inset          float32
	boxW, boxH     float32 // of a letter
	step           float32
	headLines      int
	right, foot    area // the bars; empty where all is in view
	width, height  float32
	shownW, shownH float32 // of what is drawn of the cells
}

// area is a place in a widget.
type area struct{ x, y, w, h float32 }

func (a area) holds(p fyne.Position) bool {
	return a.w > 0 && a.h > 0 && p.X >= a.x && p.X < a.x+a.w && p.Y >= a.y && p.Y < a.y+a.h
}

// before tells on which side of an area a coordinate lies: -1 before it, 1 after
// it, 0 on it.
func (a area) before(at float32, down bool) int {
	from, to := a.x, a.x+a.w
	if down {
		from, to = a.y, a.y+a.h
	}
	switch {
	case at < from:
		return -1
	case at > to:
		return 1
	}
	return 0
}

// headCache is how many lines the longest head takes at a width, as long as
// nothing that it hangs on changes.
type headCache struct {
	width, px float32
	columns   int
	lines     int
}

// plan shares the size of the grid out.
func (g *LetterGrid) plan() gridPlan {
	size := g.Size()
	p := gridPlan{
		width: size.Width, height: size.Height,
		boxW: scaled(23), boxH: scaled(24), step: scaled(25), inset: scaled(10),
		cellH: lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText) + scaled(9),
	}
	p.names = max(min(scaled(196), size.Width*0.36), scaled(96))
	least := g.leastCell()
	bar := theme.Size(theme.SizeNameScrollBar)
	rows, cols := g.model.Rows(), g.model.Columns()
	// What few columns leave over goes to long names.
	if spare := size.Width - p.names - float32(cols)*scaled(widestCell) - bar; spare > 0 && cols > 0 {
		p.names = min(p.names+spare, scaled(widestNames))
	}
	room := max(size.Width-p.names, least)
	p.cols = clamp(int(room/least), cols+1)
	footed := p.cols < cols
	p.cellW = min(room/float32(max(p.cols, 1)), scaled(widestCell))
	p.headLines = g.headLines(p.cellW - p.inset)
	p.head = float32(p.headLines)*lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText) + scaled(10)
	high := size.Height - p.head
	if footed {
		high -= bar
	}
	p.rows = clamp(int(high/p.cellH), rows+1)
	if p.rows < rows { // a bar at the right takes its part of the cells
		room = max(room-bar, least)
		p.cols = max(min(p.cols, int(room/least)), min(cols, 1))
		if !footed && p.cols < cols {
			footed = true
			p.rows = clamp(int((high-bar)/p.cellH), rows+1)
		}
		p.cellW = min(room/float32(max(p.cols, 1)), scaled(widestCell))
	}
	p.rows, p.cols = max(p.rows, min(rows, 1)), max(p.cols, min(cols, 1))
	p.shownW, p.shownH = float32(p.cols)*p.cellW, float32(p.rows)*p.cellH
	if p.rows < rows {
		p.right = area{size.Width - bar, p.head, bar, p.shownH}
	}
	if footed {
		p.foot = area{p.names, p.head + p.shownH, p.shownW, bar}
	}
	return p
}

// across is how wide a row is: as the heads, but for the bar at the right.
func (p gridPlan) across() float32 {
	if p.right.w > 0 {
		return p.names + p.shownW
	}
	return p.width
}

// The most that a cell and the names take, at 100 % text: further apart they would
// be hard to follow along a row.
const (
	widestCell  = 168
	widestNames = 340
)

// leastCell is the least width of a cell: its letters with some air.
func (g *LetterGrid) leastCell() float32 {
	return float32(len(g.letters))*scaled(25) + 2*scaled(10)
}

// headLines is how many lines the names of the columns take, two at most.
func (g *LetterGrid) headLines(width float32) int {
	now := headCache{width: width, px: theme.TextSize(), columns: g.model.Columns()}
	if c := g.cache; c.lines > 0 && c.width == now.width && c.px == now.px && c.columns == now.columns {
		return c.lines
	}
	now.lines = 1
	for i := range now.columns {
		if measure(g.model.Column(i).Name, theme.SizeNameText, true).Width > width {
			now.lines = headLinesMost
			break
		}
	}
	g.cache = now
	return now.lines
}

const headLinesMost = 2

// handleDown is the handle of the bar at the right, handleAlong that of the one at
// the foot.
func (p gridPlan) handleDown(top, rows int) area {
	h := max(p.right.h*float32(p.rows)/float32(max(rows, 1)), 24)
	y := p.right.y + (p.right.h-h)*float32(top)/float32(max(rows-p.rows, 1))
	return area{p.right.x, y, p.right.w, min(h, p.right.h)}
}

func (p gridPlan) handleAlong(left, cols int) area {
	w := max(p.foot.w*float32(p.cols)/float32(max(cols, 1)), 24)
	x := p.foot.x + (p.foot.w-w)*float32(left)/float32(max(cols-p.cols, 1))
	return area{x, p.foot.y, min(w, p.foot.w), p.foot.h}
}

// corner is the top left of a cell in view, counted from the first in view.
func (p gridPlan) corner(row, col int) fyne.Position {
	return fyne.NewPos(p.names+float32(col)*p.cellW, p.head+float32(row)*p.cellH)
}

// letterX is where a letter begins in its cell.
func (p gridPlan) letterX(i int) float32 { return p.inset + float32(i)*p.step }

// under is the place under a point: a row of -1 is over the heads, a column of -1
// over the names.
func (g *LetterGrid) under(at fyne.Position) letterAt {
	p := g.plan()
	found := nowhere
	if row := int((at.Y - p.head) / p.cellH); at.Y >= p.head && row < p.rows {
		found.row = g.top + row
	}
	if col := int((at.X - p.names) / p.cellW); at.X >= p.names && col < p.cols {
		found.col = g.left + col
	}
	if found.row >= 0 && found.col >= 0 {
		q := p.corner(found.row-g.top, found.col-g.left)
		x := at.X - q.X - p.inset
		if i := int(x / p.step); x >= 0 && i < len(g.letters) {
			found.letter = i
		}
	}
	if found.row < 0 && at.Y >= p.head || found.col < 0 && at.X >= p.names {
		return nowhere
	}
	return found
}

// leastRows is how many rows a grid shows at least.
const leastRows = 3

func (g *LetterGrid) minSize() fyne.Size {
	cellH := lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText) + scaled(9)
	head := headLinesMost*lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText) + scaled(10)
	return fyne.NewSize(scaled(96)+g.leastCell()+theme.Size(theme.SizeNameScrollBar),
		head+leastRows*cellH+theme.Size(theme.SizeNameScrollBar))
}
