package pdf

import (
	"strings"

	"tutela/app/doc"
)

// missingText is printed where a value that the paper needs is not known.
const missingText = "da completare"

// fields sets a form. Two Half entries that follow each other share a row.
func (s *setter) fields(f doc.Fields) []item {
	b := &rows{split: true, full: s.frame.h}
	x, w := s.frame.x, s.frame.w
	const gutter = 14
	half := (w - gutter) / 2
	for i := 0; i < len(f.Entries); i++ {
		e := f.Entries[i]
		r := row{padTop: 3.4, padBelow: 3.4, x: x, w: w, below: hairline}
		label := w * labelShare
		writing := e.Lines > 0
		if e.Half && i+1 < len(f.Entries) && f.Entries[i+1].Half {
			i++
			other := f.Entries[i]
			writing = writing || other.Lines > 0
			r.cells = append(s.entry(e, x, half, half*0.4), s.entry(other, x+half+gutter, half, half*0.4)...)
		} else {
			r.cells = s.entry(e, x, w, label)
		}
		if writing {
			r.padTop, r.padBelow, r.below = 0, 4, 0
		}
		b.rows = append(b.rows, r)
	}
	if len(b.rows) == 0 {
		return nil
	}
	return []item{{box: b, before: 2, after: blockSpace}}
}

// entry sets a label and, beside it, its value or the room to write it.
func (s *setter) entry(e doc.Entry, x, w, labelW float64) []cell {
	const gap = 8
	vx, vw := x+labelW, w-labelW
	label := s.set(doc.T(e.Label), labelStyle, doc.Left, x, labelW-gap)
	var value []strip
	for _, runs := range e.Value {
		strips := s.set(runs, valueStyle, doc.Left, vx, vw)
		if len(value) > 0 && len(strips) > 0 {
			strips[0] = lowered(strips[0], 3)
		}
		value = append(value, strips...)
	}
	if e.Missing {
		value = append(value, s.missing(vx, vw))
	}
	blank := len(value) == 0
	for range e.Lines {
		value = append(value, strip{h: writeLine, ops: []Op{
			{Kind: Line, Color: writing, X: vx, Y: writeLine - 0.5, W: vw, Stroke: rule},
		}})
	}
	if len(label) > 0 {
		switch {
		case e.Lines > 0 && blank && len(label) == 1:
			// The label stands on the first line to write on.
			label[0] = lowered(label[0], writeLine-0.5-labelStyle.baseline()-1.5)
		case e.Lines > 0:
			label[0] = lowered(label[0], 4)
		default:
			// Label and value stand on one baseline.
			label[0] = lowered(label[0], max(0, valueStyle.baseline()-labelStyle.baseline()))
		}
	}
	if e.Lines > 0 && !blank {
		value[0] = lowered(value[0], 4)
	}
	return []cell{{x: x, w: labelW, strips: label}, {x: vx, w: vw, strips: value}}
}

// missing says that a value is to be filled in: a sign of warning, words and
// a frame, so that it is seen without colour too.
func (s *setter) missing(x, w float64) strip {
	st := missingStyle
	const sign, pad = 8.5, 5
	text := s.width(BoldItalic, st.size, missingText)
	out := strip{h: st.lead}
	width := pad + sign + 4 + text + pad
	if width > w { // a very narrow place keeps the words alone
		set := s.set(doc.T(missingText), st, doc.Left, x, w)
		joined := strip{}
		for _, l := range set {
			joined.add(l, joined.h)
			joined.h += l.h
		}
		return joined
	}
	top, base := 2.1, st.baseline()-0.2
	line := func(x, y, w, h float64) Op {
		return Op{Kind: Line, Color: amber, X: x, Y: y, W: w, H: h, Stroke: 0.9}
	}
	left := x + pad
	out.ops = []Op{
		{Kind: Fill, Color: tints[doc.Warn], X: x, Y: 0.4, W: width, H: st.lead - 0.8},
		{Kind: Frame, Color: amber, X: x, Y: 0.4, W: width, H: st.lead - 0.8, Stroke: 0.5},
		line(left, base, sign, 0),
		line(left, base, sign/2, top-base+1),
		line(left+sign, base, -sign/2, top-base+1),
		line(left+sign/2, top+3.2, 0, 2.4),
		line(left+sign/2, base-1.5, 0, 0.8),
		{Kind: Text, Face: BoldItalic, Size: st.size, Color: st.color, X: left + sign + 4, Y: st.baseline(), W: text, Text: missingText},
	}
	return out
}

// boxes sets check boxes beside their label.
func (s *setter) boxes(b doc.Boxes) []item {
	x, w := s.frame.x, s.frame.w
	r := row{padTop: 3.4, padBelow: 3.4, x: x, w: w}
	if strings.TrimSpace(b.Label) != "" {
		labelW := w * labelShare
		label := s.set(doc.T(b.Label), labelStyle, doc.Left, x, labelW-8)
		if len(label) > 0 {
			label[0] = lowered(label[0], max(0, valueStyle.baseline()-labelStyle.baseline()))
		}
		r.cells = append(r.cells, cell{x: x, w: labelW, strips: label})
		x, w = x+labelW, w-labelW
	}
	r.cells = append(r.cells, cell{x: x, w: w, strips: s.options(b.Options, x, w)})
	return []item{{box: &rows{rows: []row{r}, split: true, full: s.frame.h}, before: 2, after: 2}}
}

// options flows check boxes over lines.
func (s *setter) options(options []doc.Box, x, w float64) []strip {
	const side, gap, between = 8.5, 5, 16
	st := valueStyle
	var out []strip
	at := 0.0
	for _, o := range options {
		ls := s.breakLines(s.words(doc.T(o.Text), st), w-side-gap)
		width := 0.0
		for _, l := range ls {
			n, _ := l.natural()
			width = max(width, n)
		}
		if len(out) == 0 || len(ls) > 1 || at+side+gap+width > w {
			out = append(out, strip{h: st.lead + 1.5})
			at = 0
		}
		cur := &out[len(out)-1]
		cur.ops = append(cur.ops, checkBox(x+at, st.baseline()-side+1, side, o.Checked)...)
		for i, l := range ls {
			if i > 0 {
				out = append(out, strip{h: st.lead})
				cur = &out[len(out)-1]
			}
			cur.ops = append(cur.ops, l.ops(st, doc.Left, x+at+side+gap, st.baseline(), w-side-gap)...)
		}
		at += side + gap + width + between
		if len(ls) > 1 {
			at = w // the next one starts a line
		}
	}
	return out
}

// checkBox draws a square, with a tick if checked: no font is asked for it.
func checkBox(x, y, side float64, checked bool) []Op {
	out := []Op{{Kind: Frame, Color: ink, X: x, Y: y, W: side, H: side, Stroke: 0.8}}
	if checked {
		knee, foot := x+side*0.40, y+side*0.80
		out = append(out,
			Op{Kind: Line, Color: ink, X: x + side*0.16, Y: y + side*0.50, W: side * 0.24, H: side * 0.30, Stroke: 1.4},
			Op{Kind: Line, Color: ink, X: knee, Y: foot, W: side * 0.46, H: -side * 0.64, Stroke: 1.4})
	}
	return out
}
