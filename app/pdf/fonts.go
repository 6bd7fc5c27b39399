package pdf

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/signintech/gopdf"
)

// Face is a font: a family in one weight and slope.
type Face uint8

// The faces. Symbols stands in for characters that the others lack.
const (
	Regular Face = iota
	Bold
	Italic
	BoldItalic
	Symbols
	faceCount
)

// FontData gives the TrueType file of a face, to paint a Paper with. The
// bytes are shared: do not change them. An unknown face gives nil.
func FontData(f Face) []byte {
	switch f {
	case Regular:
		return liberationsansregular.TTF
	case Bold:
		return liberationsansbold.TTF
	case Italic:
		return liberationsansitalic.TTF
	case BoldItalic:
		return liberationsansbolditalic.TTF
	case Symbols:
		return dejavusans.TTF
	}
	return nil
}

// family is the name under which a face is written in the PDF. The tag before
// the plus says that the font is embedded in part; the library leaves it out.
func (f Face) family() string {
	names := [faceCount]string{
		"LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-BoldItalic", "DejaVuSans",
	}
	return "AAAAAA+" + names[f]
}

// font is a face that has been read: its glyphs and widths.
type font struct {
	once  sync.Once
	err   error
	table gopdf.SubsetFontObj
	upem  int
}

// fonts holds the faces read so far, container the same for the writer. Both
// are filled once for each face and only read afterwards.
var (
	fonts     [faceCount]font
	container struct {
		gopdf.FontContainer
		once [faceCount]sync.Once
		errs [faceCount]error
	}
)

// load reads a face on first use (some milliseconds).
func load(f Face) (*font, error) {
	if f >= faceCount {
		return nil, fmt.Errorf("read font: no face %d", f)
	}
	t := &fonts[f]
	t.once.Do(func() {
		t.table.SetTtfFontOption(gopdf.TtfOption{UseKerning: true})
		if t.err = t.table.SetTTFByReader(bytes.NewReader(FontData(f))); t.err != nil {
			t.err = fmt.Errorf("read font %s: %w", f.family(), t.err)
			return
		}
		t.upem = int(t.table.GetTTFParser().UnitsPerEm())
	})
	return t, t.err
}

// embed makes a face known to a PDF about to be written.
func embed(g *gopdf.GoPdf, f Face) error {
	if f >= faceCount {
		return fmt.Errorf("embed font: no face %d", f)
	}
	container.once[f].Do(func() {
		option := gopdf.TtfOption{UseKerning: true}
		container.errs[f] = container.AddTTFFontDataWithOption(f.family(), FontData(f), option)
	})
	if err := container.errs[f]; err != nil {
		return fmt.Errorf("read font %s: %w", f.family(), err)
	}
	if err := g.AddTTFFontFromFontContainer(f.family(), &container.FontContainer); err != nil {
		return fmt.Errorf("embed font %s: %w", f.family(), err)
	}
	return nil
}

// glyph gives the index of the drawing of a character and its width in
// thousandths of the size; ok is false where the face has none.
func (t *font) glyph(r rune) (index uint, width int, ok bool) {
	index, err := t.table.CharCodeToGlyphIndex(r)
	if err != nil || index == 0 {
		return 0, 0, false
	}
	return index, int(t.table.GlyphIndexToPdfWidth(index)), true
}

// kern is the change of the gap between two glyphs, in thousandths of the size.
func (t *font) kern(left, right uint) int {
	if found, pairs := t.table.KernValueByLeft(left); found {
		if _, v := pairs.ValueByRight(right); v != 0 {
			return int(v) * 1000 / t.upem
		}
	}
	return 0
}
