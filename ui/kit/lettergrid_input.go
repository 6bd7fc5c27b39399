package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedKey implements fyne.Focusable: arrows go from letter to letter and on to
// the next cell, Home and End along the row, Page keys by a view, Enter down.
func (g *LetterGrid) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(g, e) {
		return
	}
	row, col, letter := g.row, g.col, g.letter
	last := len(g.letters) - 1
	switch e.Name {
	case fyne.KeyUp:
		row--
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		row++
	case fyne.KeyPageUp:
		row -= g.plan().rows
	case fyne.KeyPageDown:
		row += g.plan().rows
	case fyne.KeyHome:
		col, letter = 0, 0
	case fyne.KeyEnd:
		col, letter = g.model.Columns()-1, last
	case fyne.KeyLeft:
		if letter--; letter < 0 && col > 0 {
			col, letter = col-1, last
		}
	case fyne.KeyRight:
		if letter++; letter > last && col < g.model.Columns()-1 {
			col, letter = col+1, 0
		}
	default:
		g.control.TypedKey(e)
		return
	}
	g.quiet = false
	g.GoTo(row, col, letter)
}

// TypedRune implements fyne.Focusable: a letter toggles itself.
func (g *LetterGrid) TypedRune(r rune) {
	for i, l := range g.letters {
		if strings.EqualFold(l.Letter, string(r)) {
			g.quiet, g.letter = false, i
			g.reveal()
			g.toggle(g.row, g.col, i)
		}
	}
}

// TypedShortcut implements fyne.Shortcutable: with Ctrl the arrows go by whole
// columns, Home and End to the first and the last cell of all.
func (g *LetterGrid) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault {
		return
	}
	g.quiet = false
	switch c.KeyName {
	case fyne.KeyHome:
		g.GoTo(0, 0, 0)
	case fyne.KeyEnd:
		g.GoTo(g.model.Rows()-1, g.model.Columns()-1, len(g.letters)-1)
	case fyne.KeyLeft:
		g.GoTo(g.row, g.col-1, g.letter)
	case fyne.KeyRight:
		g.GoTo(g.row, g.col+1, g.letter)
	}
}

// Tapped implements fyne.Tappable: a click on a letter toggles it, elsewhere it
// only leads there; beside the handle of a bar it moves by a view.
func (g *LetterGrid) Tapped(e *fyne.PointEvent) {
	g.takeFocus()
	p := g.plan()
	switch at := g.under(e.Position); {
	case p.right.holds(e.Position):
		g.page(&g.top, p.rows, p.handleDown(g.top, g.model.Rows()).before(e.Position.Y, true))
	case p.foot.holds(e.Position):
		g.page(&g.left, p.cols, p.handleAlong(g.left, g.model.Columns()).before(e.Position.X, false))
	case at.letter >= 0:
		g.GoTo(at.row, at.col, at.letter)
		g.toggle(at.row, at.col, at.letter)
	case at.row >= 0 || at.col >= 0:
		g.GoTo(orElse(at.row, g.row), orElse(at.col, g.col), g.letter)
	}
}

func orElse(i, other int) int {
	if i >= 0 {
		return i
	}
	return other
}

// page moves the view on by nearly as much as it holds, back if so asked; 0 is
// neither, for a click on the handle itself.
func (g *LetterGrid) page(first *int, view, way int) {
	*first += way * max(view-1, 1)
	g.scrollTo(g.top, g.left)
	g.Refresh()
}

// wheelStep is how much of a turn of the wheel moves by a row or a column.
const wheelStep = 24

// Scrolled implements fyne.Scrollable: the wheel moves the view, not the keyboard.
func (g *LetterGrid) Scrolled(e *fyne.ScrollEvent) {
	g.wheelY -= e.Scrolled.DY
	g.wheelX -= e.Scrolled.DX
	down, along := int(g.wheelY/wheelStep), int(g.wheelX/(2*wheelStep))
	g.wheelY -= float32(down) * wheelStep
	g.wheelX -= float32(along) * 2 * wheelStep
	if (down != 0 || along != 0) && g.scrollTo(g.top+down, g.left+along) {
		g.Refresh()
	}
}

// gripOf is the bar that the pointer holds.
type gripOf int

const (
	gripNone gripOf = iota
	gripRight
	gripFoot
)

// MouseDown implements desktop.Mouseable.
func (g *LetterGrid) MouseDown(e *desktop.MouseEvent) {
	g.grip = gripNone
	if e == nil {
		return
	}
	switch p := g.plan(); {
	case p.right.holds(e.Position):
		g.grip = gripRight
	case p.foot.holds(e.Position):
		g.grip = gripFoot
	}
}

// MouseUp implements desktop.Mouseable.
func (g *LetterGrid) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: a bar follows the pointer.
func (g *LetterGrid) Dragged(e *fyne.DragEvent) {
	p := g.plan()
	top, left := g.top, g.left
	switch g.grip {
	case gripRight:
		top = int((e.Position.Y - p.right.y) / p.right.h * float32(g.model.Rows()))
		top -= p.rows / 2
	case gripFoot:
		left = int((e.Position.X - p.foot.x) / p.foot.w * float32(g.model.Columns()))
		left -= p.cols / 2
	default:
		return
	}
	if g.scrollTo(top, left) {
		g.Refresh()
	}
}

// DragEnd implements fyne.Draggable.
func (g *LetterGrid) DragEnd() { g.grip = gripNone }

// MouseIn implements desktop.Hoverable.
func (g *LetterGrid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (g *LetterGrid) MouseMoved(e *desktop.MouseEvent) {
	if at := g.under(e.Position); at != g.hover {
		g.hover = at
		g.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (g *LetterGrid) MouseOut() {
	g.hover = nowhere
	g.Refresh()
}
