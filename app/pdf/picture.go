package pdf

import (
	"math"
	"strings"

	"tutela/app/doc"
)

// legible is the size below which a text in a picture is not made smaller.
const legible = 4

// picture draws the shapes, made smaller if they are wider or higher than the
// page, and says below in words what they show.
func (s *setter) picture(p doc.Picture) []item {
	const gap = 5
	caption := s.set(doc.T(p.Alt), smallStyle, doc.Center, s.frame.x, s.frame.w)
	shapes := shapesOf(p)
	bounds := extent(p, shapes)
	if bounds.w <= 0 || bounds.h <= 0 {
		if len(caption) == 0 {
			return nil
		}
		return []item{{box: &lines{strips: caption}, before: paraAfter, after: blockSpace}}
	}
	// A caption of many lines flows on by itself.
	whole := float64(len(caption))*smallStyle.lead < s.frame.h/4
	room := s.frame.h
	if whole {
		room -= gap + float64(len(caption))*smallStyle.lead
	}
	scale := min(1, s.frame.w/bounds.w, room/bounds.h)
	out := strip{h: bounds.h*scale + gap}
	left := s.frame.x + (s.frame.w-bounds.w*scale)/2
	for _, sh := range shapes {
		at := frame{left + (sh.X-bounds.x)*scale, (sh.Y - bounds.y) * scale, sh.W * scale, sh.H * scale}
		if c := tints[sh.Fill]; c != 0 && at.w > 0 && at.h > 0 {
			out.ops = append(out.ops, Op{Kind: Fill, Color: c, X: at.x, Y: at.y, W: at.w, H: at.h})
		}
		if sh.Frame > 0 && at.w > 0 && at.h > 0 {
			out.ops = append(out.ops, Op{Kind: Frame, Color: ink, X: at.x, Y: at.y, W: at.w, H: at.h, Stroke: min(sh.Frame*scale, at.w, at.h)})
		}
		out.ops = append(out.ops, s.shapeText(sh, at, scale, bounds.h*scale)...)
	}
	if out.h > room {
		out.h = room
	}
	if !whole {
		return []item{
			{box: &lines{strips: []strip{out}}, before: blockSpace + 2},
			{box: &lines{strips: caption}, after: blockSpace},
		}
	}
	return []item{{box: &lines{strips: append([]strip{out}, caption...), whole: true}, before: blockSpace + 2, after: blockSpace}}
}

// shapeText sets the lines of a shape, as small as it takes to stay inside.
func (s *setter) shapeText(sh doc.Shape, at frame, scale, pictureH float64) []Op {
	if strings.TrimSpace(sh.Text) == "" {
		return nil
	}
	size := min(sh.Size*scale, 200)
	texts := strings.Split(strings.TrimRight(sh.Text, "\n"), "\n")
	const lead = 1.2
	size = min(size, at.h/(lead*float64(len(texts))))
	st := style{size: 1, lead: lead, color: ink}
	set := make([]line, len(texts))
	widest := 0.0
	for i, t := range texts {
		st.bold = sh.Bold && i == 0
		for _, l := range s.breakLines(s.words(doc.T(t), st), math.Inf(1)) {
			set[i] = l // one line: the width is endless and "\n" is gone
		}
		n, _ := set[i].natural()
		widest = max(widest, n)
	}
	if widest == 0 {
		return nil
	}
	pad := min(2, at.w/10)
	size = min(size, (at.w-2*pad)/widest)
	if size < legible {
		// Better to stand over the edge of the shape than to be lost; but
		// never over the edge of the page.
		high := lead * float64(len(texts))
		size = min(legible, sh.Size*scale, s.frame.w/widest, pictureH/high)
		w, h := max(at.w, widest*size), max(at.h, high*size)
		at.x = min(max(s.frame.x, at.x+at.w/2-w/2), s.frame.x+s.frame.w-w)
		at.y = min(max(0, at.y+at.h/2-h/2), pictureH-h)
		at.w, at.h, pad = w, h, 0
	}
	align := sh.Align
	if align == doc.Justified {
		align = doc.Center
	}
	var out []Op
	top := at.y + (at.h-lead*size*float64(len(texts)))/2
	for i, l := range set {
		l = l.scaled(size)
		y := top + (float64(i)*lead+lead/2+0.345)*size
		out = append(out, l.ops(style{size: size, lead: lead * size, color: ink}, align, at.x+pad, y, at.w-2*pad)...)
	}
	return out
}

// scaled gives the line, set at one point, at another size.
func (l line) scaled(size float64) line {
	out := line{last: l.last}
	for _, w := range l.words {
		segs := make([]seg, len(w.segs))
		for i, s := range w.segs {
			segs[i] = seg{s.face, s.size * size, s.text, s.w * size}
		}
		out.words = append(out.words, word{segs: segs, w: w.w * size, space: w.space * size})
	}
	return out
}

// extent is the place that a picture takes: its own size and that of shapes
// that stick out of it.
func extent(p doc.Picture, shapes []doc.Shape) frame {
	x0, y0, x1, y1 := 0.0, 0.0, clean(p.Width), clean(p.Height)
	for _, sh := range shapes {
		x0, y0 = min(x0, sh.X), min(y0, sh.Y)
		x1, y1 = max(x1, sh.X+sh.W), max(y1, sh.Y+sh.H)
	}
	return frame{x0, y0, x1 - x0, y1 - y0}
}

// shapesOf gives the shapes with lengths that can be drawn. A text without a
// size takes the room that it needs.
func shapesOf(p doc.Picture) []doc.Shape {
	out := make([]doc.Shape, len(p.Shapes))
	for i, sh := range p.Shapes {
		sh.X, sh.Y = clean(sh.X), clean(sh.Y)
		sh.W, sh.H = max(0, clean(sh.W)), max(0, clean(sh.H))
		sh.Frame, sh.Size = clean(sh.Frame), clean(sh.Size)
		if sh.Size <= 0 {
			sh.Size = 8
		}
		if sh.Text != "" && sh.W == 0 {
			sh.W = max(clean(p.Width)-sh.X, 10*sh.Size)
		}
		if sh.Text != "" && sh.H == 0 {
			sh.H = 1.2 * sh.Size * float64(1+strings.Count(sh.Text, "\n"))
		}
		out[i] = sh
	}
	return out
}

// clean keeps lengths within what a page of any use could ask for.
func clean(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return min(max(v, -1e5), 1e5)
}
