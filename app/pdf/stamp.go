package pdf

import (
	"bytes"
	"fmt"

	hinting "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// How a stamp is set, in points.
const (
	stampSize     = 7.5
	stampSmallest = 5
	stampLead     = 1.27 // of the size
	stampInset    = 5    // behind the bar at its left
)

// Stamp draws lines of text into a rectangle, as the operators of a page with the
// origin at its lower left corner: what a digital signature shows on a paper that
// is written already. The letters are drawn by their outlines, so that nothing
// has to be embedded beside the fonts of the paper. Text shrinks to the room, and
// is cut off with dots where it would become too small; a character without a
// drawing becomes U+FFFD.
func Stamp(w, h float64, lines []string) ([]byte, error) {
	face, err := sfnt.Parse(FontData(Regular))
	if err != nil {
		return nil, fmt.Errorf("stamp: %w", err)
	}
	s := stamp{face: face}
	r, g, b := accent.RGB()
	fmt.Fprintf(&s.out, "%.3f %.3f %.3f rg\n0 0 1.2 %.2f re f\n", float64(r)/255, float64(g)/255, float64(b)/255, h)
	size := min(stampSize, h/(stampLead*float64(max(1, len(lines)))))
	for i, text := range lines {
		glyphs, err := s.glyphs(text)
		if err != nil {
			return nil, err
		}
		room := w - stampInset
		own := min(size, room/max(0.01, s.width(glyphs)))
		if own < stampSmallest && own < size {
			own = min(stampSmallest, size)
			dots, err := s.glyphs("…")
			if err != nil {
				return nil, err
			}
			for len(glyphs) > 0 && s.width(append(glyphs[:len(glyphs):len(glyphs)], dots...))*own > room {
				glyphs = glyphs[:len(glyphs)-1]
			}
			glyphs = append(glyphs, dots...)
		}
		base := h - size*stampLead*(float64(i)+0.5) - 0.345*size
		if err := s.draw(glyphs, stampInset, base, own); err != nil {
			return nil, err
		}
	}
	return s.out.Bytes(), nil
}

type stamp struct {
	face *sfnt.Font
	buf  sfnt.Buffer
	out  bytes.Buffer
}

// letter is a glyph and how far the next one is, in parts of the size.
type letter struct {
	index   sfnt.GlyphIndex
	advance float64
}

// stampUnits is the size at which glyphs are read: outlines then are whole units.
const stampUnits = 1000

func (s *stamp) glyphs(text string) ([]letter, error) {
	var out []letter
	for _, r := range oneLine(text) {
		n, err := s.face.GlyphIndex(&s.buf, r)
		if err == nil && n == 0 {
			n, err = s.face.GlyphIndex(&s.buf, '\uFFFD')
		}
		if err != nil {
			return nil, fmt.Errorf("stamp: find a glyph: %w", err)
		}
		advance, err := s.face.GlyphAdvance(&s.buf, n, fixed.I(stampUnits), hinting.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("stamp: measure a glyph: %w", err)
		}
		out = append(out, letter{n, part(advance)})
	}
	return out, nil
}

func (s *stamp) width(glyphs []letter) (w float64) {
	for _, g := range glyphs {
		w += g.advance
	}
	return w
}

// part is a length in parts of the size.
func part(v fixed.Int26_6) float64 { return float64(v) / 64 / stampUnits }

func (s *stamp) draw(glyphs []letter, x, y, size float64) error {
	for _, g := range glyphs {
		outline, err := s.face.LoadGlyph(&s.buf, g.index, fixed.I(stampUnits), nil)
		if err != nil {
			return fmt.Errorf("stamp: read a glyph: %w", err)
		}
		at := func(p fixed.Point26_6) (float64, float64) { return x + part(p.X)*size, y - part(p.Y)*size }
		var fromX, fromY float64
		for _, seg := range outline {
			toX, toY := at(seg.Args[0])
			switch seg.Op {
			case sfnt.SegmentOpMoveTo:
				fmt.Fprintf(&s.out, "%.2f %.2f m\n", toX, toY)
			case sfnt.SegmentOpLineTo:
				fmt.Fprintf(&s.out, "%.2f %.2f l\n", toX, toY)
			case sfnt.SegmentOpQuadTo: // PDF has curves of the third degree alone
				cx, cy := toX, toY
				toX, toY = at(seg.Args[1])
				fmt.Fprintf(&s.out, "%.2f %.2f %.2f %.2f %.2f %.2f c\n",
					fromX+(cx-fromX)*2/3, fromY+(cy-fromY)*2/3, toX+(cx-toX)*2/3, toY+(cy-toY)*2/3, toX, toY)
			case sfnt.SegmentOpCubeTo:
				ax, ay := toX, toY
				bx, by := at(seg.Args[1])
				toX, toY = at(seg.Args[2])
				fmt.Fprintf(&s.out, "%.2f %.2f %.2f %.2f %.2f %.2f c\n", ax, ay, bx, by, toX, toY)
			}
			fromX, fromY = toX, toY
		}
		if len(outline) > 0 {
			s.out.WriteString("f\n")
		}
		x += g.advance * size
	}
	return nil
}
