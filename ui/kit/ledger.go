package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// LedgerColumn is a column of a Ledger: its head, and its share of the width.
type LedgerColumn struct {
	Head  string
	Share float32
}

// Ledger is a table of a few records within a form: a row for each, its state as
// a chip, and the one thing to do with it at the right end. Where it is narrow the
// heads go, and the cells of a row follow each other on as many lines as they need.
type Ledger struct {
	columns []LedgerColumn
	body    *fyne.Container
}

// NewLedger returns a table without rows. The last column is that of what to do.
func NewLedger(columns ...LedgerColumn) *Ledger {
	return &Ledger{columns: columns, body: Column(0)}
}

// Object is what to put into the window.
func (l *Ledger) Object() fyne.CanvasObject { return l.body }

// SetRows shows other rows; each has a cell for every column.
func (l *Ledger) SetRows(rows [][]fyne.CanvasObject) {
	heads := make([]fyne.CanvasObject, len(l.columns))
	for i, c := range l.columns {
		heads[i] = NewStyledLine(c.Head, theme.SizeNameCaptionText, ColorInk2, true)
	}
	l.body.Objects = []fyne.CanvasObject{container.New(&ledgerLayout{columns: l.columns, head: true},
		append([]fyne.CanvasObject{NewSurface(ColorSunken, "", 0)}, heads...)...)}
	for _, cells := range rows {
		l.body.Objects = append(l.body.Objects, container.New(&ledgerLayout{columns: l.columns}, cells...), NewRule(ColorRowRule))
	}
	l.body.Refresh()
}

// ledgerLayout lays a row of a Ledger out. That of the heads has a ground first.
type ledgerLayout struct {
	columns []LedgerColumn
	head    bool
	width   float32
}

// ledgerAt is the width from which the cells stand in columns, in sizes of text.
const ledgerAt = 36

func (l *ledgerLayout) narrow(width float32) bool { return width < ledgerAt*theme.TextSize() }

// walk calls at for each cell with its place, and returns the height of the row.
func (l *ledgerLayout) walk(cells []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if l.narrow(width) {
		return l.flow(cells, width, at)
	}
	var sum, height float32
	for _, c := range l.columns {
		sum += c.Share
	}
	room := width - GapSmall*float32(len(cells)+1)
	for i, o := range cells {
		height = max(height, HeightForWidth(o, room*l.columns[i].Share/sum))
	}
	height += GapPanel
	x := GapSmall
	for i, o := range cells {
		w := room * l.columns[i].Share / sum
		full := min(w, PreferredWidth(o))
		if i < len(cells)-1 || l.head { // what to do stands at the right end
			switch o.(type) {
			case *Chip: // as wide as its word
			default:
				full = w
			}
			h := HeightForWidth(o, full)
			at(o, x, (height-h)/2, full, h)
		} else {
			h := HeightForWidth(o, full)
			at(o, x+w-full, (height-h)/2, full, h)
		}
		x += w + GapSmall
	}
	return height
}

// flow puts the first cell on a line of its own, and the others below it.
func (l *ledgerLayout) flow(cells []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	first := HeightForWidth(cells[0], width)
	at(cells[0], 0, GapSmall, width, first)
	top := GapSmall + first + GapTight
	rest := (&FlowLayout{Gap: GapSmall}).walk(cells[1:], width, func(o fyne.CanvasObject, x, y, w, h float32) { at(o, x, top+y, w, h) })
	return top + rest + GapSmall
}

// Layout implements fyne.Layout.
func (l *ledgerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if !l.head {
		l.walk(objects, size.Width, placeAt)
		return
	}
	for _, o := range objects {
		hide(o, l.narrow(size.Width))
	}
	if !l.narrow(size.Width) {
		placeAt(objects[0], 0, 0, size.Width, size.Height)
		l.walk(objects[1:], size.Width, placeAt)
	}
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *ledgerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.minWidth(objects)
	return fyne.NewSize(width, l.heightForWidth(objects, max(l.width, width)))
}

func (l *ledgerLayout) minWidth(objects []fyne.CanvasObject) float32 {
	if l.head {
		return 0
	}
	return widest(objects)
}

func (l *ledgerLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	if l.head {
		if l.narrow(width) {
			return 0
		}
		objects = objects[1:]
	}
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
