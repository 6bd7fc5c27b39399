package pdf

import (
	"errors"
	"math"
)

// strip is a slice of the page over its whole width that is never split. The
// ops count x from the left edge of the page and y from the top of the strip.
type strip struct {
	h   float64
	ops []Op
}

// add draws another strip into this one, y points below its top. The height
// stays.
func (s *strip) add(o strip, y float64) {
	for _, op := range o.ops {
		op.Y += y
		s.ops = append(s.ops, op)
	}
}

// box is a block of the flow, measured and broken into lines.
type box interface {
	// least is the height of the smallest first piece that take gives.
	least() float64
	// take cuts a first piece that is no higher than room, and gives what is
	// left (nil for nothing). Where no piece fits it reports false; with empty
	// (nothing stands on the page yet) it gives up fine manners first.
	take(room float64, empty bool) (piece strip, rest box, ok bool)
}

// item is a box with its place in the flow.
type item struct {
	box           box
	before, after float64 // white above and below; the larger of two meets
	keep          bool    // stays on the page of the next item
	newPage       bool
}

// frame is the part of the page that the text fills.
type frame struct{ x, y, w, h float64 }

// errNoRoom says that a box does not fit on an empty page.
var errNoRoom = errors.New("a block does not fit on an empty page")

// paginate deals the items out to pages, top to bottom.
func paginate(items []item, f frame) ([][]Op, error) {
	pages := [][]Op{nil}
	y, white, empty := 0.0, 0.0, true
	turn := func() {
		pages = append(pages, nil)
		y, white, empty = 0, 0, true
	}
	for i, it := range items {
		if it.newPage && !empty {
			turn()
		}
		if it.box == nil { // Space
			if !empty {
				white += it.before
			}
			continue
		}
		gap := max(white, it.before)
		if empty {
			gap = 0
		} else if it.keep && y+gap+needed(items[i:]) > f.h {
			turn()
			gap = 0
		}
		for rest := it.box; rest != nil; {
			piece, next, ok := rest.take(f.h-y-gap, empty)
			switch {
			case ok:
				place := strip{}
				place.add(piece, f.y+y+gap)
				last := len(pages) - 1
				pages[last] = append(pages[last], settled(place.ops)...)
				y += gap + piece.h
				empty = false
				if next != nil {
					turn()
				}
			case empty:
				return nil, errNoRoom
			default:
				turn()
				next = rest
			}
			rest, gap = next, 0
		}
		white = it.after
	}
	return pages, nil
}

// needed is the height of an item and those that it must stay with.
func needed(items []item) float64 {
	sum, white := 0.0, 0.0
	for i, it := range items {
		if it.box == nil {
			white += it.before
			continue
		}
		if it.newPage && i > 0 {
			break
		}
		if i > 0 {
			sum += max(white, it.before)
		}
		if l, ok := it.box.(*lines); ok && it.keep {
			sum += l.height()
		} else {
			sum += it.box.least()
		}
		white = it.after
		if !it.keep {
			break
		}
	}
	return sum
}

// settled rounds lengths to hundredths, as they are written in the PDF.
func settled(ops []Op) []Op {
	for i := range ops {
		op := &ops[i]
		for _, v := range []*float64{&op.X, &op.Y, &op.W, &op.H, &op.Size} {
			*v = math.Round(*v*100) / 100
		}
	}
	return ops
}

// lines is a box of strips, one below the other.
type lines struct {
	strips []strip
	whole  bool // not split unless higher than a page
}

func (l *lines) height() float64 {
	sum := 0.0
	for _, s := range l.strips {
		sum += s.h
	}
	return sum
}

func (l *lines) least() float64 {
	if n := len(l.strips); l.whole || n <= 3 { // of three lines, none may stand alone
		return l.height()
	}
	return l.strips[0].h + l.strips[1].h
}

func (l *lines) take(room float64, empty bool) (strip, box, bool) {
	n := fitting(l.strips, room)
	total := len(l.strips)
	if n < total {
		if l.whole && !empty {
			return strip{}, nil, false
		}
		if n > total-2 {
			n = total - 2
		}
		if n < 2 {
			if !empty {
				return strip{}, nil, false
			}
			n = fitting(l.strips[:min(total, 1)], room)
		}
		if n < 1 {
			return strip{}, nil, false
		}
	}
	piece := strip{}
	sum := 0.0
	for _, s := range l.strips[:n] {
		piece.add(s, sum)
		sum += s.h
	}
	piece.h = sum
	if n == total {
		return piece, nil, true
	}
	return piece, &lines{strips: l.strips[n:], whole: l.whole}, true
}

// fitting counts the strips that fit into the room.
func fitting(strips []strip, room float64) int {
	n, sum := 0, 0.0
	for _, s := range strips {
		if sum+s.h > room+0.01 {
			break
		}
		sum += s.h
		n++
	}
	return n
}
