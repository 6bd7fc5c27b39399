package pdf

import (
	"strconv"
	"strings"

	"tutela/app/doc"
)

// HeadingAt is a heading and the page that it stands on, from 0.
type HeadingAt struct {
	Title string
	Level int // from 1
	Page  int
	// Unlisted says that no contents name it.
	Unlisted bool
}

// Headings lists the headings of a paper in order, as its bookmarks have them.
func (p *Paper) Headings() []HeadingAt {
	marks := marksOf(p)
	out := make([]HeadingAt, len(marks))
	for i, m := range marks {
		out[i] = HeadingAt{m.title, m.level, m.page, m.unlisted}
	}
	return out
}

var contentsStyles = [3]style{
	{size: 9.5, lead: 16, color: ink, bold: true},
	{size: 9, lead: 13.4, color: ink},
	{size: 8.5, lead: 12.4, color: greyInk},
}

// contents sets a line for each heading: title, dots, page. The whole line leads
// there. In the first pass nothing is known yet, and it takes no room.
func (s *setter) contents(c doc.Contents) []item {
	levels := c.Levels
	if levels == 0 {
		levels = 2
	}
	const number, indent = 26, 12
	var strips []strip
	for i, h := range s.headings {
		if h.Level > levels || h.Unlisted {
			continue
		}
		st := contentsStyles[min(h.Level, len(contentsStyles))-1]
		left := s.frame.x + indent*float64(h.Level-1)
		width := s.frame.x + s.frame.w - number - left
		lines := s.set(doc.T(h.Title), st, doc.Left, left, width)
		if len(lines) == 0 {
			continue
		}
		for j := range lines {
			y := st.baseline()
			if j == len(lines)-1 {
				end := left
				for _, op := range lines[j].ops {
					end = max(end, op.X+op.W)
				}
				lines[j].ops = append(lines[j].ops, s.dots(st, end+4, left+width-2, y)...)
				lines[j].ops = append(lines[j].ops, s.set(doc.T(strconv.Itoa(h.Page+1)), st, doc.Right, left+width, number)[0].ops...)
			}
			lines[j].ops = append(lines[j].ops, Op{Kind: Goto, X: left, Y: 0, W: s.frame.x + s.frame.w - left, H: st.lead, Text: strconv.Itoa(i)})
		}
		strips = append(strips, lines...)
	}
	if len(strips) == 0 {
		return nil
	}
	return []item{{box: &lines{strips: strips}, before: 4, after: blockSpace}}
}

// dots lead from the end of a title to its page, in step from line to line.
func (s *setter) dots(st style, from, to, y float64) []Op {
	st.bold, st.color = false, greyInk
	step := s.width(Regular, st.size, " .")
	n := int((to - from) / step)
	if n < 2 {
		return nil
	}
	text := strings.Repeat(" .", n)
	w := float64(n) * step
	return []Op{{Kind: Text, Face: Regular, Size: st.size, Color: st.color, X: to - w, Y: y, W: w, Text: text}}
}
