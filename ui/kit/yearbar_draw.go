package kit

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// yearBar is the bar of a row as one picture: a year of daily copies would be some
// hundred objects otherwise, each asked and drawn at every frame.
type yearBar struct {
	raster      *canvas.Raster
	row         YearRow
	days, today int

	colors yearColors
	drawn  *image.NRGBA // as long as it holds
}

// yearColors are those of the theme in use.
type yearColors struct {
	ground, edge, good, goodInk, bad, badInk, sheet, ink, now color.NRGBA
	framed                                                    bool // grounds are all one colour: frames tell
}

func newYearBar() *yearBar {
	b := &yearBar{today: -1}
	b.raster = canvas.NewRaster(b.draw)
	return b
}

func (b *yearBar) set(row YearRow, days, today int) {
	b.row, b.days, b.today, b.drawn = row, days, today, nil
}

// paint takes the colours of the theme in use.
func (b *yearBar) paint() {
	at := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(theme.Color(name)).(color.NRGBA)
	}
	c := yearColors{
		ground: at(ColorNeutralTint), edge: at(theme.ColorNameInputBorder), good: at(ColorHeat1), goodInk: at(theme.ColorNameSuccess),
		bad: at(ColorErrorTint), badInk: at(theme.ColorNameError), sheet: at(ColorSheet), ink: at(theme.ColorNameForeground), now: at(theme.ColorNamePrimary),
	}
	c.framed = c.good == c.sheet
	if c != b.colors {
		b.colors, b.drawn = c, nil
	}
}

// draw makes the picture for a number of pixels.
func (b *yearBar) draw(w, h int) image.Image {
	if b.drawn != nil && b.drawn.Rect.Dx() == w && b.drawn.Rect.Dy() == h {
		return b.drawn
	}
	p := yearPainter{NRGBA: image.NewNRGBA(image.Rect(0, 0, w, h)), days: max(b.days, 1), unit: 1}
	if high := b.raster.Size().Height; high > 0 {
		p.unit = max(int(math.Round(float64(float32(h)/high))), 1)
	}
	p.paint(b)
	b.drawn = p.NRGBA
	return p.NRGBA
}

// yearPainter paints pixels; unit is how many of them a point of the design has.
type yearPainter struct {
	*image.NRGBA
	days, unit int
}

func (p yearPainter) x(day int) int { return day * p.Rect.Dx() / p.days }

func (p yearPainter) fill(x0, y0, x1, y1 int, c color.NRGBA) {
	for y := max(y0, 0); y < min(y1, p.Rect.Dy()); y++ {
		for x := max(x0, 0); x < min(x1, p.Rect.Dx()); x++ {
			copy(p.Pix[p.PixOffset(x, y):], []uint8{c.R, c.G, c.B, c.A})
		}
	}
}

func (p yearPainter) frame(x0, y0, x1, y1, width int, c color.NRGBA) {
	p.fill(x0, y0, x1, y0+width, c)
	p.fill(x0, y1-width, x1, y1, c)
	p.fill(x0, y0, x0+width, y1, c)
	p.fill(x1-width, y0, x1, y1, c)
}

// hatch draws slanting lines: what is bad is told without its colour.
func (p yearPainter) hatch(x0, y0, x1, y1 int, c color.NRGBA) {
	step := 6 * p.unit
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if (x+y)%step < p.unit {
				p.SetNRGBA(x, y, c)
			}
		}
	}
}

// dots fills days of which nothing can be told yet.
func (p yearPainter) dots(x0, y0, x1, y1 int, c color.NRGBA) {
	step := 5 * p.unit
	for y := y0 + 2*p.unit; y < y1; y += step {
		for x := x0 + p.unit; x < x1; x += step {
			p.fill(x, y, min(x+p.unit, x1), y+p.unit, c)
		}
	}
}

// halfway is the colour between two.
func halfway(a, b color.NRGBA) color.NRGBA {
	mid := func(x, y uint8) uint8 { return uint8((int(x) + int(y)) / 2) }
	return color.NRGBA{mid(a.R, b.R), mid(a.G, b.G), mid(a.B, b.B), 0xFF}
}

func (p yearPainter) paint(b *yearBar) {
	w, h, c := p.Rect.Dx(), p.Rect.Dy(), b.colors
	p.fill(0, 0, w, h, c.ground)
	if c.framed {
		p.frame(0, 0, w, h, p.unit, c.edge)
	}
	for _, r := range b.row.Runs {
		x0, x1 := p.x(r.From), max(p.x(r.To+1), p.x(r.From)+p.unit)
		switch r.Kind {
		case YearWaiting:
			p.dots(x0, 0, x1, h, c.ink)
		case YearGood:
			p.fill(x0, 0, x1, h, c.good)
			if c.framed {
				p.frame(x0, 0, x1, h, 2*p.unit, c.goodInk)
			}
		case YearBad:
			p.fill(x0, 0, x1, h, c.bad)
			p.hatch(x0, 0, x1, h, c.badInk)
			p.frame(x0, 0, x1, h, 2*p.unit, c.badInk)
		}
	}
	tick := c.goodInk
	if w < 3*p.unit*p.days && !c.framed { // a copy a day would be one dark band
		tick = halfway(c.good, c.goodInk)
	}
	for _, day := range b.row.Ticks {
		x := (p.x(day) + p.x(day+1) - p.unit) / 2
		p.fill(x, h*11/20, x+p.unit, h-2*p.unit, tick)
	}
	if b.today >= 0 && b.today < p.days {
		x := min((p.x(b.today)+p.x(b.today+1))/2-p.unit, w-2*p.unit)
		p.fill(x, 0, x+2*p.unit, h, c.now)
	}
	for _, day := range b.row.Rings {
		p.ring(float64(p.x(day)+p.x(day+1))/2, float64(h)*0.36, float64(5*p.unit), c)
	}
}

// ring draws a circle with soft edges.
func (p yearPainter) ring(cx, cy, radius float64, c yearColors) {
	cx = min(max(cx, radius+1), float64(p.Rect.Dx())-radius-1)
	width := 2 * float64(p.unit)
	for y := int(cy - radius - 1); y <= int(cy+radius+1); y++ {
		for x := int(cx - radius - 1); x <= int(cx+radius+1); x++ {
			if !image.Pt(x, y).In(p.Rect) {
				continue
			}
			d := math.Hypot(float64(x)+0.5-cx, float64(y)+0.5-cy)
			p.blend(x, y, c.sheet, radius-d)
			p.blend(x, y, c.ink, min(radius-d, d-(radius-width)))
		}
	}
}

// blend lays a colour over a pixel as far as it covers it.
func (p yearPainter) blend(x, y int, c color.NRGBA, covers float64) {
	covers = min(max(covers+0.5, 0), 1)
	under := p.NRGBAAt(x, y)
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*covers) }
	p.SetNRGBA(x, y, color.NRGBA{mix(under.R, c.R), mix(under.G, c.G), mix(under.B, c.B), 0xFF})
}

// yearSwatch is a piece of a bar, to say what something in it means.
type yearSwatch struct {
	widget.BaseWidget
	bar *yearBar
}

func newYearSwatch(row YearRow, today int) *yearSwatch {
	s := &yearSwatch{bar: newYearBar()}
	s.bar.set(row, 10, today)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *yearSwatch) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *yearSwatch) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.bar.raster} }
func (s *yearSwatch) paint()                       { s.bar.paint() }
func (s *yearSwatch) place(size fyne.Size)         { s.bar.raster.Resize(size) }
func (s *yearSwatch) minSize() fyne.Size           { return fyne.NewSize(scaled(26), scaled(16)) }

// YearLegend says what the picture of a year shows, in the words given.
func YearLegend(good, bad, ring, today string) *fyne.Container {
	piece := func(row YearRow, today int, word string) fyne.CanvasObject {
		return Row(GapTight, newYearSwatch(row, today), NewHelp(word))
	}
	all := func(kind YearKind) []YearRun { return []YearRun{{0, 9, kind}} }
	return Flow(GapPanel,
		piece(YearRow{Runs: all(YearGood), Ticks: []int{2, 7}}, -1, good),
		piece(YearRow{Runs: all(YearBad)}, -1, bad),
		piece(YearRow{Rings: []int{4}}, -1, ring),
		piece(YearRow{}, 4, today))
}
