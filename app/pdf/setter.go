package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"tutela/app/doc"
)

// setter turns blocks into boxes for one page format.
type setter struct {
	*measurer
	pageW, pageH float64
	frame        frame
	headings     []HeadingAt // of the pass before, for the contents
}

func newSetter(landscape bool) (*setter, error) {
	m, err := newMeasurer()
	if err != nil {
		return nil, err
	}
	s := &setter{measurer: m}
	s.turn(landscape)
	return s, nil
}

// turn sets the pages that follow upright, or lying.
func (s *setter) turn(landscape bool) {
	s.pageW, s.pageH = a4Short, a4Long
	if landscape {
		s.pageW, s.pageH = s.pageH, s.pageW
	}
	s.frame = frame{marginSide, marginTop, s.pageW - 2*marginSide, s.pageH - marginTop - marginBottom}
}

// set breaks runs into lines between x and x+width.
func (s *setter) set(runs []doc.Run, st style, align doc.Align, x, width float64) []strip {
	var out []strip
	for _, l := range s.breakLines(s.words(runs, st), width) {
		out = append(out, strip{h: st.lead, ops: l.ops(st, align, x, st.baseline(), width)})
	}
	return out
}

// block turns a block of the document into items of the flow.
func (s *setter) block(b doc.Block) ([]item, error) {
	switch b := b.(type) {
	case doc.Heading:
		return s.heading(b), nil
	case doc.Para:
		return s.para(b), nil
	case doc.Note:
		return s.note(b), nil
	case doc.List:
		return s.list(b), nil
	case doc.Table:
		return s.table(b), nil
	case doc.Fields:
		return s.fields(b), nil
	case doc.Boxes:
		return s.boxes(b), nil
	case doc.Signature:
		return s.signature(b), nil
	case doc.Picture:
		return s.picture(b), nil
	case doc.Contents:
		return s.contents(b), nil
	case doc.PageBreak:
		return []item{{newPage: true}}, nil
	case doc.Space:
		return []item{{before: min(max(0, b.Points), s.frame.h)}}, nil
	}
	return nil, fmt.Errorf("no way to set a %T", b)
}

// titleBlock opens the first page.
func (s *setter) titleBlock(d doc.Document) []item {
	strips := s.set(doc.T(d.Title), titleStyle, doc.Left, s.frame.x, s.frame.w)
	if d.Subtitle != "" {
		strips = append(strips, strip{h: 3})
		strips = append(strips, s.set(doc.T(d.Subtitle), subtitleStyle, doc.Left, s.frame.x, s.frame.w)...)
	}
	if len(strips) == 0 {
		return nil
	}
	strips = append(strips, strip{h: 11, ops: []Op{
		{Kind: Fill, Color: accent, X: s.frame.x, Y: 9, W: 14 * mm, H: 2},
	}})
	return []item{{box: &lines{strips: strips}, after: 16}}
}

func (s *setter) heading(h doc.Heading) []item {
	level := min(max(h.Level, 1), len(headingStyles)) - 1
	st := headingStyles[level]
	x, width := s.frame.x, s.frame.w
	var number []Op
	if h.Number != "" {
		strips := s.set(doc.T(h.Number), st, doc.Left, x, width/4)
		if len(strips) > 0 {
			number = strips[0].ops
			n := 0.0
			for _, op := range number {
				n += op.W
			}
			// Short numbers leave the same room, so that texts line up.
			n = max(n+0.7*st.size, 2.2*st.size)
			x, width = x+n, width-n
		}
	}
	strips := s.set(doc.T(h.Text), st, doc.Left, x, width)
	if len(strips) == 0 {
		if number == nil {
			return nil
		}
		strips = []strip{{h: st.lead}}
	}
	first := append([]Op{}, number...)
	title := strings.Join(strings.Fields(h.Number+" "+h.Text), " ")
	first = append(first, strips[0].ops...)
	strips[0].ops = append(first, Op{Kind: Mark, Level: uint8(level + 1), Text: title, Unlisted: h.Unlisted})
	if level == 0 {
		strips = append(strips, strip{h: 4, ops: []Op{
			{Kind: Line, Color: hairline, X: s.frame.x, Y: 3.5, W: s.frame.w, Stroke: rule},
		}})
	}
	return []item{{
		box:    &lines{strips: strips, whole: true},
		before: headingBefore[level], after: headingAfter[level], keep: true,
	}}
}

func (s *setter) para(p doc.Para) []item {
	st := bodyStyle
	if p.Small {
		st = smallStyle
	}
	strips := s.set(p.Runs, st, p.Align, s.frame.x, s.frame.w)
	if len(strips) == 0 {
		return nil
	}
	return []item{{box: &lines{strips: strips}, before: 2, after: paraAfter}}
}

// note sets a paragraph on a tint, with a bar at its side.
func (s *setter) note(n doc.Note) []item {
	const pad, bar = 6, 2.5
	strips := s.set(n.Runs, bodyStyle, doc.Left, s.frame.x+12, s.frame.w-20)
	if len(strips) == 0 {
		return nil
	}
	for i := range strips {
		in := strip{h: strips[i].h}
		top := 0.0
		if i == 0 {
			top = pad
		}
		in.h += top
		if i == len(strips)-1 {
			in.h += pad
		}
		in.ops = []Op{
			{Kind: Fill, Color: tints[doc.Head], X: s.frame.x, W: s.frame.w, H: in.h},
			{Kind: Fill, Color: accent, X: s.frame.x, W: bar, H: in.h},
		}
		in.add(strips[i], top)
		strips[i] = in
	}
	return []item{{box: &lines{strips: strips}, before: 6, after: blockSpace}}
}

// list sets items with a hanging dot or number.
func (s *setter) list(l doc.List) []item {
	const gap = 3
	indent := 13.0
	if l.Ordered {
		indent = max(17, s.width(Regular, bodyStyle.size, strconv.Itoa(len(l.Items))+".")+7)
	}
	var out []item
	for i, runs := range l.Items {
		strips := s.set(runs, bodyStyle, doc.Justified, s.frame.x+indent, s.frame.w-indent)
		if len(strips) == 0 {
			strips = []strip{{h: bodyStyle.lead}}
		}
		sign := "•"
		if l.Ordered {
			sign = strconv.Itoa(i+1) + "."
		}
		mark := s.set(doc.T(sign), bodyStyle, doc.Left, s.frame.x, indent)
		strips[0].ops = append(append([]Op{}, mark[0].ops...), strips[0].ops...)
		out = append(out, item{box: &lines{strips: strips}, before: gap, after: gap})
	}
	if len(out) > 0 {
		out[len(out)-1].after = paraAfter
	}
	return out
}
