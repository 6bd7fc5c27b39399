package pdf

import (
	"math"
	"strings"

	"tutela/app/doc"
)

// line is a row of words that fit into the width.
type line struct {
	words []word
	last  bool // of its paragraph, or before a break that was asked for
}

// breakLines fills lines greedily. It always ends: each line takes at least
// one character.
func (m *measurer) breakLines(words []word, width float64) []line {
	const slack = 0.01 // of rounding
	width = max(width, 0.5)
	var out []line
	var cur line
	used := 0.0
	end := func(last bool) {
		cur.last = last
		out = append(out, cur)
		cur, used = line{}, 0
	}
	for _, w := range words {
		if used > 0 && used+w.w > width+slack {
			end(false)
		}
		for w.w > width+slack {
			head, tail := m.split(w, width)
			if len(tail.segs) == 0 { // one character, made smaller
				head.space, head.brk = w.space, w.brk
				w = head
				break
			}
			cur.words = append(cur.words, head)
			end(false)
			w = tail
		}
		if len(w.segs) > 0 {
			cur.words = append(cur.words, w)
			used += w.w + w.space
		}
		if w.brk {
			end(true)
		}
	}
	if len(cur.words) > 0 {
		end(true)
	}
	if len(out) > 0 {
		out[len(out)-1].last = true
	}
	return out
}

// natural is the width of a line with plain spaces, and the number of spaces.
func (l line) natural() (width float64, gaps int) {
	for i, w := range l.words {
		width += w.w
		if i < len(l.words)-1 && w.space > 0 {
			width += w.space
			gaps++
		}
	}
	return width, gaps
}

// ops draws a line between x and x+width on the baseline y.
func (l line) ops(st style, align doc.Align, x, y, width float64) []Op {
	natural, gaps := l.natural()
	free := max(0, width-natural)
	stretch := 0.0
	switch align {
	case doc.Right:
		x += free
	case doc.Center:
		x += free / 2
	case doc.Justified:
		if !l.last && gaps > 0 && free/float64(gaps) <= stretchMost*st.size {
			stretch = free / float64(gaps)
		}
	}
	var out []Op
	open := false // the last op may be carried on
	for i, w := range l.words {
		for j, s := range w.segs {
			text, sw := s.text, s.w
			if j == len(w.segs)-1 && w.space > 0 && i < len(l.words)-1 {
				// The space is written with the word before it, so that
				// text copied out of the PDF keeps its words apart.
				text, sw = text+" ", sw+w.space
			}
			if p := len(out) - 1; open && out[p].Face == s.face && out[p].Size == s.size {
				out[p].Text += text
				out[p].W += sw
			} else {
				out = append(out, Op{Kind: Text, Face: s.face, Size: s.size, Color: st.color, X: x, Y: y, W: sw, Text: text})
			}
			open = true
			x += sw
		}
		if w.space > 0 && stretch > 0 {
			x += stretch
			open = false
		}
	}
	return append(out, l.links(out, st, y)...)
}

// links makes addresses that stand whole on the line lead to their place.
func (l line) links(ops []Op, st style, y float64) []Op {
	var out []Op
	for _, op := range ops {
		for from := 0; ; {
			i := strings.Index(op.Text[from:], "https://")
			if i < 0 {
				break
			}
			i += from
			n := strings.IndexFunc(op.Text[i:], func(r rune) bool { return !inAddress(r) })
			if n < 0 {
				n = len(op.Text) - i
			}
			address := strings.TrimRight(op.Text[i:i+n], ".,;:")
			// The place within the op is near enough for a pointer.
			share := op.W / math.Max(1, float64(len([]rune(op.Text))))
			out = append(out, Op{
				Kind: Link, Text: address, Y: y - st.size, H: st.size * 1.3,
				X: op.X + share*float64(len([]rune(op.Text[:i]))), W: share * float64(len(address)),
			})
			from = i + n
		}
	}
	return out
}

// inAddress tells the characters of a web address that need no care in a PDF.
func inAddress(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-._~:/?#@!$&*+,;=%", r)
}

// bolden gives runs with all of them bold.
func bolden(runs []doc.Run) []doc.Run {
	out := make([]doc.Run, len(runs))
	for i, r := range runs {
		r.Bold = true
		out[i] = r
	}
	return out
}
