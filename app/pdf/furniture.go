package pdf

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"tutela/app/doc"
)

// draftText is printed across the pages of a draft.
const draftText = "BOZZA"

// furniture draws what stands around the text of a page, and BOZZA behind it.
func (s *setter) furniture(d doc.Document, page, of int) []Op {
	var out []Op
	if d.Draft {
		out = append(out, s.watermark())
	}
	x, w := s.frame.x, s.frame.w
	base := headerRule - 5.5
	out = append(out, s.running(d.Office, doc.Left, x, base, w*0.6, true)...)
	out = append(out, s.running(d.Label, doc.Right, x+w*0.62, base, w*0.38, false)...)
	out = append(out, Op{Kind: Line, Color: hairline, X: x, Y: headerRule, W: w, Stroke: rule})

	y := s.pageH - footerRule
	base = y + 5.5 + 0.72*runningStyle.size
	out = append(out, Op{Kind: Line, Color: hairline, X: x, Y: y, W: w, Stroke: rule})
	number := fmt.Sprintf("pagina %d di %d", page, of)
	numberW := s.width(Regular, runningStyle.size, number)
	const gap = 18
	out = append(out, s.running(number, doc.Right, x+w-numberW, base, numberW, false)...)
	right := w - numberW - gap
	for _, text := range []string{d.Date, chainText(d.Chain)} {
		if text != "" {
			textW := min(w/4, s.lineWidth(text))
			out = append(out, s.running(text, doc.Right, x+right-textW, base, textW, false)...)
			right -= textW + gap
		}
	}
	out = append(out, s.running(cmp.Or(d.Foot, d.Title), doc.Left, x, base, right, false)...)
	return settled(out)
}

// chainText is the value of the chain as it stands at the foot of a page.
func chainText(value string) string {
	if value == "" {
		return ""
	}
	return "storia " + value
}

// lineWidth is the width of a text of the furniture on one line.
func (s *setter) lineWidth(text string) float64 {
	n, _ := line{words: s.words(doc.T(oneLine(text)), runningStyle)}.natural()
	return n
}

// running sets a line of the furniture; what does not fit is cut off with dots,
// since it stands in full elsewhere.
func (s *setter) running(text string, align doc.Align, x, y, width float64, bold bool) []Op {
	st := runningStyle
	st.bold = bold
	ls := s.breakLines(s.words(doc.T(oneLine(text)), st), width)
	if len(ls) == 0 {
		return nil
	}
	l := ls[0]
	if len(ls) > 1 {
		dots := s.words(doc.T("…"), st)[0]
		for n, _ := l.natural(); n+dots.w > width && len(l.words) > 0; n, _ = l.natural() {
			last := l.words[len(l.words)-1]
			l.words = l.words[:len(l.words)-1]
			if len(l.words) == 0 { // one long word: keep its beginning
				last, _ = s.split(last, max(0.5, width-dots.w))
				l.words = []word{last}
				break
			}
		}
		l.words[len(l.words)-1].space = 0
		l.words = append(l.words, dots)
	}
	var out []Op
	for _, op := range l.ops(st, align, x, y, width) {
		if op.Kind == Text {
			out = append(out, op)
		}
	}
	return out
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// watermark sets BOZZA along the diagonal of the page, as large as it can be
// with some room around.
func (s *setter) watermark() Op {
	const size, share, capHeight = 100, 0.80, 0.73
	width := s.width(Bold, size, draftText)
	angle := math.Atan2(s.pageH, s.pageW)
	sin, cos := math.Sin(angle), math.Cos(angle)
	height := capHeight * size
	scale := share * min(s.pageW/(width*cos+height*sin), s.pageH/(width*sin+height*cos))
	width, height = width*scale, height*scale
	// The middle of the letters lies in the middle of the page.
	return Op{
		Kind: Text, Face: Bold, Size: size * scale, Color: pale, Angle: math.Round(angle*180/math.Pi*100) / 100,
		X: s.pageW/2 - width/2*cos + height/2*sin, Y: s.pageH/2 + width/2*sin + height/2*cos,
		W: width, Text: draftText,
	}
}
