package kit

import "fyne.io/fyne/v2"

// cellGap lies between the cells of a picture.
const cellGap = 2

// cellGrid is where the cells are in a picture of rows by columns, as the matrix
// of a risk or a grid of states.
type cellGrid struct {
	left, top float32 // of the first cell
	w, h      float32 // of a cell
}

// at is the corner of a cell.
func (g cellGrid) at(row, col int) fyne.Position {
	return fyne.NewPos(g.left+float32(col)*(g.w+cellGap), g.top+float32(row)*(g.h+cellGap))
}

// under is the cell under a point of a picture with so many rows and columns, or
// -1 and -1.
func (g cellGrid) under(p fyne.Position, rows, cols int) (row, col int) {
	x, y := p.X-g.left, p.Y-g.top
	row, col = int(y/(g.h+cellGap)), int(x/(g.w+cellGap))
	if x < 0 || y < 0 || row >= rows || col >= cols {
		return -1, -1
	}
	return row, col
}

// arrow is the step that a key takes among cells; false is another key.
func arrow(key fyne.KeyName) (down, right int, ok bool) {
	switch key {
	case fyne.KeyUp:
		return -1, 0, true
	case fyne.KeyDown:
		return 1, 0, true
	case fyne.KeyLeft:
		return 0, -1, true
	case fyne.KeyRight:
		return 0, 1, true
	}
	return 0, 0, false
}
