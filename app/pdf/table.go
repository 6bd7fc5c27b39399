package pdf

import (
	"strings"
	"unicode"

	"tutela/app/doc"
)

// The white inside a cell.
const (
	cellPadX = 4.5
	cellPadY = 3.6
)

// column is a column of a table as placed on the page.
type column struct {
	x, w  float64
	align doc.Align
}

// table sets a table. Rows with more cells than the table has columns keep
// their text in the last one; rows with fewer are filled up.
func (s *setter) table(t doc.Table) []item {
	cols := s.columns(&t)
	if len(cols) == 0 {
		return nil
	}
	b, body := &rows{full: s.frame.h}, bodyOf(t)
	headed := false
	for _, c := range t.Columns {
		headed = headed || strings.TrimSpace(c.Head) != ""
	}
	if headed && !t.NoHead {
		cells := make(doc.Row, len(cols))
		for i := range t.Columns {
			cells[i] = doc.Cell{Paras: [][]doc.Run{doc.T(t.Columns[i].Head)}, Tint: doc.Head}
		}
		head := s.row(cells, cols, headStyle)
		head.above, head.below = greyInk, greyInk
		if head.height() > s.frame.h/3 {
			b.rows = append(b.rows, head) // too high to be repeated
		} else {
			b.head = &head
		}
	}
	for _, cells := range t.Rows {
		b.rows = append(b.rows, s.row(cells, cols, body))
	}
	for range t.BlankRows {
		r := s.row(nil, cols, body)
		r.min, r.below = blankRow*body.lead/cellStyle.lead, writing
		b.rows = append(b.rows, r)
	}
	if len(t.Rows) == 0 && t.BlankRows <= 0 && t.Empty != "" {
		cell := doc.Cell{Paras: [][]doc.Run{{{Text: t.Empty, Italic: true}}}, Span: len(cols)}
		b.rows = append(b.rows, s.row(doc.Row{cell}, cols, body))
	}
	if b.head == nil {
		if len(b.rows) == 0 {
			return nil
		}
		b.rows[0].above = hairline
	}
	return []item{{box: b, before: blockSpace - 3, after: blockSpace}}
}

// bodyOf is the style of the rows below the head.
func bodyOf(t doc.Table) style {
	if t.Large {
		return largeStyle
	}
	return cellStyle
}

// row sets the cells of a row.
func (s *setter) row(cells doc.Row, cols []column, st style) row {
	r := row{
		padTop: cellPadY, padBelow: cellPadY, rules: true, below: hairline,
		x: s.frame.x, w: s.frame.w, min: st.lead + 2*cellPadY,
	}
	for at, i := 0, 0; at < len(cols); i++ {
		var c doc.Cell
		span := 1
		if i < len(cells) {
			c = cells[i]
			span = min(max(1, c.Span), len(cols)-at)
			r.leads = r.leads || c.Tint == doc.Head && span == len(cols) && span > 1
		}
		last := cols[at+span-1]
		out := cell{x: cols[at].x, w: last.x + last.w - cols[at].x, fill: tints[c.Tint]}
		out.strips = s.cellStrips(c, st, cols[at].align, out.x, out.w)
		at += span
		if at == len(cols) {
			for _, more := range cells[min(i+1, len(cells)):] {
				out.strips = append(out.strips, s.cellStrips(more, st, last.align, out.x, out.w)...)
			}
		}
		r.cells = append(r.cells, out)
	}
	return r
}

func (s *setter) cellStrips(c doc.Cell, st style, align doc.Align, x, w float64) []strip {
	if align == doc.Justified {
		align = doc.Left
	}
	pad := min(cellPadX, w/8)
	var out []strip
	for _, runs := range c.Paras {
		if c.Bold {
			runs = bolden(runs)
		}
		strips := s.set(runs, st, align, x+pad, w-2*pad)
		if len(out) > 0 && len(strips) > 0 {
			strips[0] = lowered(strips[0], 1.5)
		}
		out = append(out, strips...)
	}
	return out
}

// lowered gives a strip with white above.
func lowered(s strip, by float64) strip {
	out := strip{h: s.h + by}
	out.add(s, by)
	return out
}

// columns shares the width out. A column that is too narrow for its longest
// word takes from those that have room to spare.
func (s *setter) columns(t *doc.Table) []column {
	n := len(t.Columns)
	if n == 0 { // widths were not given: as many as the widest row needs
		for _, r := range t.Rows {
			sum := 0
			for _, c := range r {
				sum += min(max(1, c.Span), 100)
			}
			n = max(n, sum)
		}
	}
	if n == 0 {
		return nil
	}
	share := make([]float64, n)
	sum := 0.0
	for i := range share {
		share[i] = 1
		if i < len(t.Columns) && t.Columns[i].Width > 0 {
			share[i] = float64(t.Columns[i].Width)
		}
		sum += share[i]
	}
	least := s.leastWidths(t, n)
	lack, spare := 0.0, 0.0
	for i := range share {
		share[i] *= s.frame.w / sum
		lack += max(0, least[i]-share[i])
		spare += max(0, share[i]-least[i])
	}
	if give := min(lack, spare); give > 0 {
		for i := range share {
			if share[i] < least[i] {
				share[i] += (least[i] - share[i]) * give / lack
			} else {
				share[i] -= (share[i] - least[i]) * give / spare
			}
		}
	}
	out := make([]column, n)
	x := s.frame.x
	for i := range out {
		out[i] = column{x: x, w: share[i]}
		if i < len(t.Columns) {
			out[i].align = t.Columns[i].Align
		}
		x += share[i]
	}
	return out
}

// leastWidths finds how wide each column must be to keep its words whole. Only
// the first rows are asked, and very long words may be parted.
func (s *setter) leastWidths(t *doc.Table, n int) []float64 {
	const rowsAsked, widest, narrowest = 200, 110, 2*cellPadX + 10
	out := make([]float64, n)
	for i := range out {
		out[i] = narrowest // an empty column keeps some width too
	}
	ask := func(col int, text string, f Face, size float64) {
		for _, w := range strings.FieldsFunc(text, parts) {
			f, safe := f, true
			for _, r := range w {
				safe = safe && s.glyph(f, r).state > 0
			}
			if safe {
				out[col] = max(out[col], min(widest, s.width(f, size, w)+2*cellPadX+0.5))
			}
		}
	}
	for i, c := range t.Columns {
		if !t.NoHead {
			ask(i, c.Head, Bold, headStyle.size)
		}
	}
	for _, r := range t.Rows[:min(len(t.Rows), rowsAsked)] {
		at := 0
		for _, c := range r {
			if at >= n {
				break
			}
			if c.Span <= 1 {
				for _, runs := range c.Paras {
					for _, run := range runs {
						st := bodyOf(*t)
						st.bold = c.Bold
						ask(at, run.Text, st.face(run), st.size)
					}
				}
			}
			at += max(1, c.Span)
		}
	}
	return out
}

// parts tells where a word may be parted without harm, for the widths of columns.
func parts(r rune) bool {
	return r != '\u00A0' && unicode.IsSpace(r) || r == '/' || r == '@'
}
