package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tutela/app/doc"
)

// seg is a stretch of a word in one face, with a width in points.
type seg struct {
	face Face
	size float64
	text string
	w    float64
}

// word is what a line cannot be broken within, unless it is wider than the line.
type word struct {
	segs  []seg
	w     float64
	space float64 // width of the space after it; 0 where none was written
	brk   bool    // a new line was asked for after it
}

// words parts runs at spaces, and after the hyphen of a compound. A no-break
// space or hyphen keeps its neighbours together. Characters that are not drawn
// (controls, joiners, soft hyphens) are left out.
func (m *measurer) words(runs []doc.Run, st style) []word {
	p := parser{m: m, st: st}
	for _, run := range runs {
		p.setFace(st.face(run))
		for _, r := range norm.NFC.String(run.Text) {
			p.put(r)
		}
	}
	p.endWord(false)
	return p.out
}

// parser gathers words from characters.
type parser struct {
	m    *measurer
	st   style
	face Face // of the run
	out  []word
	cur  word
	seg  Face // of the characters in buf
	buf  strings.Builder
	// letters counts the letters just read; hyphen is their number before a
	// hyphen that was the last character, 0 where none was.
	letters, hyphen int
}

func (p *parser) setFace(f Face) {
	if f != p.face {
		p.endSeg()
	}
	p.face = f
}

func (p *parser) put(r rune) {
	switch {
	case r == '\n' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		p.endWord(false)
		if n := len(p.out); n == 0 || p.out[n-1].brk {
			p.out = append(p.out, word{}) // an empty line
		}
		p.out[len(p.out)-1].brk = true
		return
	case r == '\u00A0' || r == '\u202F' || r == '\u2007':
		r = '\u00A0'
	case r == '\u200B':
		p.endWord(false)
		return
	case r == '\u2011':
		// The text faces have no no-break hyphen; it looks like the other one.
		p.letters = 0
		p.add('-')
		p.hyphen = 0
		return
	case unicode.IsSpace(r):
		p.endWord(true)
		return
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return
	}
	letter := unicode.IsLetter(r)
	if letter && p.hyphen >= 2 {
		p.endWord(false)
	}
	p.hyphen = 0
	if r == '-' {
		p.hyphen = p.letters
	}
	p.add(r)
	if letter {
		p.letters++
	} else {
		p.letters = 0
	}
}

func (p *parser) add(r rune) {
	f, r := p.m.choose(p.face, r)
	if f != p.seg {
		p.endSeg()
		p.seg = f
	}
	p.buf.WriteRune(r)
}

func (p *parser) endSeg() {
	if p.buf.Len() == 0 {
		return
	}
	text := p.buf.String()
	p.buf.Reset()
	w := p.m.width(p.seg, p.st.size, text)
	p.cur.segs = append(p.cur.segs, seg{p.seg, p.st.size, text, w})
	p.cur.w += w
}

// endWord closes the word at a place where a line may be broken.
func (p *parser) endWord(space bool) {
	p.endSeg()
	p.letters, p.hyphen = 0, 0
	if len(p.cur.segs) > 0 {
		p.out = append(p.out, p.cur)
		p.cur = word{}
	}
	if n := len(p.out); space && n > 0 && !p.out[n-1].brk {
		p.out[n-1].space = p.m.width(p.face, p.st.size, " ")
	}
}

// split parts a word that is wider than a line. The first part is never empty:
// a character that is wider than the line is made smaller.
func (m *measurer) split(w word, width float64) (head, tail word) {
	tail = word{space: w.space, brk: w.brk}
	for i, s := range w.segs {
		if head.w+s.w <= width {
			head.segs = append(head.segs, s)
			head.w += s.w
			continue
		}
		n, nw := m.prefix(s.face, s.size, s.text, width-head.w)
		if n == 0 && len(head.segs) == 0 {
			for j := range s.text {
				if n = j; j > 0 {
					break
				}
			}
			if n == 0 {
				n = len(s.text)
			}
			one := m.width(s.face, s.size, s.text[:n])
			small := seg{s.face, s.size * width / one, s.text[:n], width}
			head.segs, head.w = append(head.segs, small), width
			nw = one
		} else if n > 0 {
			head.segs = append(head.segs, seg{s.face, s.size, s.text[:n], nw})
			head.w += nw
		}
		if n < len(s.text) {
			// The rest is not measured anew: a text of a million characters
			// without a space would cost its square.
			tail.segs = append(tail.segs, seg{s.face, s.size, s.text[n:], max(0, s.w-nw)})
		}
		tail.segs = append(tail.segs, w.segs[i+1:]...)
		break
	}
	for _, s := range tail.segs {
		tail.w += s.w
	}
	return head, tail
}
