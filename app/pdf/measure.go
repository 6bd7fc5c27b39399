package pdf

import "unicode/utf8"

// replacement is what is printed for a character that no face has: the user's
// text must always print, and a silent blank would hide that something is missing.
const replacement = '\uFFFD'

// measurer knows how wide text is. Its caches grow with the document, so there
// is one for each layout; widths are in thousandths of the size.
type measurer struct {
	fonts  [faceCount]*font
	glyphs [faceCount]map[rune]glyph
	latin  [faceCount][0x180]glyph // the first characters, without the cost of a map
	seen   [faceCount]map[string]int
}

type glyph struct {
	index uint
	width int
	state int8 // 0 not looked up yet, 1 there, -1 missing
}

// newMeasurer reads the four text faces. Symbols is read when first needed.
func newMeasurer() (*measurer, error) {
	m := &measurer{}
	for f := Face(0); f < faceCount; f++ {
		m.glyphs[f] = map[rune]glyph{}
		m.seen[f] = map[string]int{}
		if f == Symbols {
			continue
		}
		t, err := load(f)
		if err != nil {
			return nil, err
		}
		m.fonts[f] = t
	}
	return m, nil
}

// glyph looks a character up in a face.
func (m *measurer) glyph(f Face, r rune) glyph {
	if r < rune(len(m.latin[f])) {
		if g := m.latin[f][r]; g.state != 0 {
			return g
		}
	} else if g, ok := m.glyphs[f][r]; ok {
		return g
	}
	g := glyph{state: -1}
	if m.fonts[f] == nil {
		if t, err := load(f); err == nil {
			m.fonts[f] = t
		}
	}
	if t := m.fonts[f]; t != nil {
		if index, width, ok := t.glyph(r); ok {
			g = glyph{index, width, 1}
		}
	}
	if r < rune(len(m.latin[f])) {
		m.latin[f][r] = g
	} else {
		m.glyphs[f][r] = g
	}
	return g
}

// choose gives the face to draw a character with and the character to draw.
func (m *measurer) choose(f Face, r rune) (Face, rune) {
	switch {
	case m.glyph(f, r).state > 0:
		return f, r
	case m.glyph(Symbols, r).state > 0:
		return Symbols, r
	case m.glyph(Symbols, replacement).state > 0:
		return Symbols, replacement
	}
	return f, '?'
}

// units is the width of a text that the face can draw. Short texts are
// remembered: a document says the same words over and over.
func (m *measurer) units(f Face, text string) int {
	if len(text) > 40 {
		return m.count(f, text)
	}
	if u, ok := m.seen[f][text]; ok {
		return u
	}
	u := m.count(f, text)
	m.seen[f][text] = u
	return u
}

func (m *measurer) count(f Face, text string) int {
	sum, left := 0, uint(0)
	for _, r := range text {
		g := m.glyph(f, r)
		sum += g.width
		if left != 0 {
			sum += m.fonts[f].kern(left, g.index)
		}
		left = g.index
	}
	return sum
}

// width is the width in points of a text that the face can draw.
func (m *measurer) width(f Face, size float64, text string) float64 {
	return float64(m.units(f, text)) * size / 1000
}

// prefix finds how much of a text fits into a width: the length in bytes and
// its width. It prefers to end after a mark such as a slash, an at sign or a
// full stop, where an address can be parted; it gives 0 if not even the first
// character fits.
func (m *measurer) prefix(f Face, size float64, text string, width float64) (int, float64) {
	sum, left := 0, uint(0)
	end, endUnits := 0, 0
	mark, markUnits := 0, 0
	for i, r := range text {
		g := m.glyph(f, r)
		next := sum + g.width
		if left != 0 {
			next += m.fonts[f].kern(left, g.index)
		}
		if float64(next)*size/1000 > width {
			break
		}
		sum, left = next, g.index
		end, endUnits = i+utf8.RuneLen(r), sum
		switch r {
		case '/', '-', '_', '.', '@', '?', '&', '=', ',', ';', ':', '\\', '+':
			mark, markUnits = end, sum
		}
	}
	if end < len(text) && markUnits*2 >= endUnits && mark > 0 {
		end, endUnits = mark, markUnits
	}
	return end, float64(endUnits) * size / 1000
}
