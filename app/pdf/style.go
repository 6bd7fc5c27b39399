package pdf

import "tutela/app/doc"

// mm is a millimetre in points.
const mm = 72 / 25.4

// The page: A4, with margins of 20 mm at the sides.
const (
	a4Short, a4Long = 595.28, 841.89

	marginSide   = 20 * mm
	marginTop    = 25 * mm // of the text; the running header stands above
	marginBottom = 23 * mm
	headerRule   = 17.5 * mm // from the top edge
	footerRule   = 16.5 * mm // from the bottom edge
)

// The inks. Grey ink has a contrast of 7.7 on white, accent 8.4, amber 7.
const (
	ink      Color = 0x1B2228
	greyInk  Color = 0x4A545D
	accent   Color = 0x1D4E89
	amber    Color = 0x7F4D00
	hairline Color = 0xC9CED2
	writing  Color = 0x7C8791 // lines to write on: they must survive a photocopy
	pale     Color = 0xE9ECEF // BOZZA
)

// tints are the backgrounds; NoTint paints nothing.
var tints = map[doc.Tint]Color{
	doc.Head:   0xF0F1F0,
	doc.Good:   0xE2F1E7,
	doc.Warn:   0xFCEFD2,
	doc.Bad:    0xFBE6E4,
	doc.Level1: 0xCBE6D3,
	doc.Level2: 0xF8EDB4,
	doc.Level3: 0xF6C892,
	doc.Level4: 0xEC9A8E,
}

// style is how a text is set: size and distance of baselines in points.
type style struct {
	size, lead   float64
	color        Color
	bold, italic bool
}

// The styles of the text.
var (
	bodyStyle     = style{size: 9.5, lead: 13.6, color: ink}
	smallStyle    = style{size: 8, lead: 11, color: greyInk}
	titleStyle    = style{size: 19, lead: 23, color: ink, bold: true}
	subtitleStyle = style{size: 11, lead: 15, color: greyInk}
	labelStyle    = style{size: 8.5, lead: 12, color: greyInk}
	valueStyle    = style{size: 9.5, lead: 13, color: ink}
	cellStyle     = style{size: 8.5, lead: 11.2, color: ink}
	largeStyle    = style{size: 14, lead: 19, color: ink}
	headStyle     = style{size: 8, lead: 10.4, color: ink, bold: true}
	runningStyle  = style{size: 7.5, lead: 10, color: greyInk}
	missingStyle  = style{size: 9, lead: 13, color: amber, bold: true, italic: true}

	headingStyles = [3]style{
		{size: 13, lead: 16.5, color: accent, bold: true},
		{size: 10.8, lead: 14, color: ink, bold: true},
		{size: 9.5, lead: 13, color: greyInk, bold: true},
	}
	headingBefore = [3]float64{20, 15, 11}
	headingAfter  = [3]float64{7, 5, 4}
)

const (
	labelShare  = 0.32   // of the width, for the labels of a form
	writeLine   = 8 * mm // between the lines of a blank form
	blankRow    = 9 * mm // a table row to fill in by hand
	rule        = 0.6    // width of hairlines
	stretchMost = 0.7    // of the size: a gap wider than this is left ragged
	paraAfter   = 6
	blockSpace  = 9 // around tables, forms, pictures
)

// face is the face of a run set in this style.
func (s style) face(r doc.Run) Face {
	bold, italic := s.bold || r.Bold, s.italic || r.Italic
	switch {
	case bold && italic:
		return BoldItalic
	case bold:
		return Bold
	case italic:
		return Italic
	}
	return Regular
}

// baseline is the distance from the top of a line to its baseline: it centres
// the height between ascenders and descenders.
func (s style) baseline() float64 { return s.lead/2 + 0.345*s.size }
