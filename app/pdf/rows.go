package pdf

// rows is a box of rows that share columns: a table, a form.
type rows struct {
	head  *row // repeated on every page; nil for none
	again bool // the head has stood on an earlier page
	rows  []row
	// split lets any row go over the end of a page; otherwise only a row that
	// is higher than a page does.
	split bool
	full  float64 // height of an empty page
}

// row is cells side by side.
type row struct {
	cells    []cell
	min      float64 // height
	padTop   float64
	padBelow float64
	rules    bool  // lines between the cells
	leads    bool  // over the rows that follow: stays on the page of the next one
	below    Color // of the line under the row; 0 draws none
	above    Color // of the line over the row
	x, w     float64
}

// cell is a column of strips with a background.
type cell struct {
	x, w   float64 // of the background
	strips []strip
	fill   Color // 0 paints nothing
}

func (r *row) height() float64 {
	most := 0.0
	for _, c := range r.cells {
		sum := 0.0
		for _, s := range c.strips {
			sum += s.h
		}
		most = max(most, sum)
	}
	return max(r.min, most+r.padTop+r.padBelow)
}

// draw sets the row as one strip.
func (r *row) draw() strip {
	out := strip{h: r.height()}
	for _, c := range r.cells {
		if c.fill != 0 {
			// It leaves the line above it whole.
			out.ops = append(out.ops, Op{Kind: Fill, Color: c.fill, X: c.x, Y: rule, W: c.w, H: out.h - rule})
		}
	}
	for _, c := range r.cells {
		y := r.padTop
		for _, s := range c.strips {
			out.add(s, y)
			y += s.h
		}
	}
	if r.rules {
		for _, c := range r.cells[min(1, len(r.cells)):] {
			out.ops = append(out.ops, Op{Kind: Line, Color: hairline, X: c.x, H: out.h, Stroke: rule})
		}
	}
	if r.above != 0 {
		out.ops = append(out.ops, Op{Kind: Line, Color: r.above, X: r.x, W: r.w, Stroke: rule})
	}
	if r.below != 0 {
		out.ops = append(out.ops, Op{Kind: Line, Color: r.below, X: r.x, Y: out.h, W: r.w, Stroke: rule})
	}
	return out
}

// cut parts a row at a height. It wants two lines on each side in every cell;
// hard takes what fits. It reports false where nothing fits above.
func (r *row) cut(room float64, hard bool) (top, rest row, ok bool) {
	top, rest = *r, *r
	top.cells, rest.cells = make([]cell, len(r.cells)), make([]cell, len(r.cells))
	rest.min, rest.above, top.min = 0, 0, 0
	bare := false // a label would stand above, its value below
	for i, c := range r.cells {
		n := fitting(c.strips, room-r.padTop-r.padBelow)
		if total := len(c.strips); !hard && n < total {
			if n > total-2 {
				n = total - 2
			}
			if n < 2 {
				n = 0
			}
		}
		ok = ok || n > 0
		bare = bare || n == 0 && len(c.strips) > 0
		top.cells[i], rest.cells[i] = c, c
		top.cells[i].strips, rest.cells[i].strips = c.strips[:n], c.strips[n:]
	}
	return top, rest, ok && (hard || !bare)
}

func (b *rows) headHeight() float64 {
	if b.head == nil {
		return 0
	}
	return b.head.height()
}

// mayCut tells whether a row may go over the end of a page.
func (b *rows) mayCut(h float64) bool {
	return b.split || h > b.full-b.headHeight()
}

func (b *rows) least() float64 {
	h := b.headHeight()
	for i := range b.rows {
		h += b.leastOf(&b.rows[i])
		if !b.rows[i].leads {
			break
		}
	}
	return h
}

// leastOf is the height of the smallest first piece of a row.
func (b *rows) leastOf(r *row) float64 {
	h := r.height()
	if !b.mayCut(h) {
		return h
	}
	most := 0.0
	for _, c := range r.cells {
		sum := 0.0
		for i, s := range c.strips {
			if i < 2 || len(c.strips) <= 3 {
				sum += s.h
			}
		}
		most = max(most, sum)
	}
	return most + r.padTop + r.padBelow
}

// staysWithLast tells whether a row goes on to the next page with the last one, which
// would stand there alone: it is the one before, there are others above it, none of
// them its head, and both have room on a page.
func (b *rows) staysWithLast(i int) bool {
	return i > 0 && i == len(b.rows)-2 && !b.split && !b.rows[i].leads && !b.rows[i-1].leads &&
		b.headHeight()+b.rows[i].height()+b.rows[i+1].height() <= b.full
}

func (b *rows) take(room float64, empty bool) (strip, box, bool) {
	piece := strip{}
	if b.head != nil {
		piece = b.head.draw()
		for i := range piece.ops {
			piece.ops[i].Again = b.again
		}
	}
	if piece.h > room+0.01 {
		return strip{}, nil, false
	}
	for i := range b.rows {
		r := &b.rows[i]
		h := r.height()
		wanted := h
		for j := i; b.rows[j].leads && j+1 < len(b.rows) && (i > 0 || !empty); j++ {
			wanted += b.leastOf(&b.rows[j+1])
		}
		if b.staysWithLast(i) {
			wanted = h + b.rows[i+1].height()
		}
		if piece.h+wanted <= room+0.01 {
			piece.add(r.draw(), piece.h)
			piece.h += h
			continue
		}
		rest := &rows{head: b.head, again: b.again || i > 0, rows: b.rows[i:], split: b.split, full: b.full}
		if b.mayCut(h) {
			top, below, ok := r.cut(room-piece.h, false)
			if !ok && empty && i == 0 {
				top, below, ok = r.cut(room-piece.h, true)
			}
			if ok {
				s := top.draw()
				piece.add(s, piece.h)
				piece.h += s.h
				rest.again, rest.rows = true, append([]row{below}, b.rows[i+1:]...)
				return piece, rest, true
			}
		}
		return piece, rest, i > 0
	}
	return piece, nil, true
}
