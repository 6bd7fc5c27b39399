package printview

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"tutela/app/pdf"
)

// painter paints pages from the list that is also written to the PDF, with the
// fonts of the paper. It keeps fonts and faces, and is for one goroutine.
type painter struct {
	fonts map[pdf.Face]*sfnt.Font
	faces map[faceKey]font.Face
}

type faceKey struct {
	face pdf.Face
	size float64
}

func newPainter() *painter {
	return &painter{fonts: map[pdf.Face]*sfnt.Font{}, faces: map[faceKey]font.Face{}}
}

// page paints a page at a number of pixels for each point.
func (p *painter) page(page pdf.Page, scale float64) (image.Image, error) {
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(page.W*scale)), int(math.Ceil(page.H*scale))))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, op := range page.Ops {
		if err := p.op(img, op, scale); err != nil {
			return nil, fmt.Errorf("paint page: %w", err)
		}
	}
	return img, nil
}

func (p *painter) op(img *image.RGBA, op pdf.Op, scale float64) error {
	ink := inkOf(op.Color)
	switch op.Kind {
	case pdf.Fill:
		fill(img, op.X*scale, op.Y*scale, op.W*scale, op.H*scale, ink)
	case pdf.Frame:
		w := math.Max(1, op.Stroke*scale)
		x, y, width, height := op.X*scale, op.Y*scale, op.W*scale, op.H*scale
		fill(img, x-w/2, y-w/2, width+w, w, ink)
		fill(img, x-w/2, y+height-w/2, width+w, w, ink)
		fill(img, x-w/2, y-w/2, w, height+w, ink)
		fill(img, x+width-w/2, y-w/2, w, height+w, ink)
	case pdf.Line:
		stroke(img, op, scale, ink)
	case pdf.Text:
		if op.Angle != 0 {
			return p.turned(img, op, scale, ink)
		}
		return p.text(img, op, scale, ink)
	}
	return nil
}

func inkOf(c pdf.Color) color.Color {
	r, g, b := c.RGB()
	return color.NRGBA{R: r, G: g, B: b, A: 0xFF}
}

// fill covers a rectangle, at least one pixel thick so that no hairline is lost.
func fill(img *image.RGBA, x, y, w, h float64, ink color.Color) {
	x0, y0 := int(math.Round(x)), int(math.Round(y))
	x1, y1 := max(x0+1, int(math.Round(x+w))), max(y0+1, int(math.Round(y+h)))
	draw.Draw(img, image.Rect(x0, y0, x1, y1), image.NewUniform(ink), image.Point{}, draw.Over)
}

func stroke(img *image.RGBA, op pdf.Op, scale float64, ink color.Color) {
	w := math.Max(1, op.Stroke*scale)
	x, y, dx, dy := op.X*scale, op.Y*scale, op.W*scale, op.H*scale
	switch {
	case dy == 0:
		fill(img, x, y-w/2, dx, w, ink)
		return
	case dx == 0:
		fill(img, x-w/2, y, w, dy, ink)
		return
	}
	length := math.Hypot(dx, dy)
	nx, ny := -dy/length*w/2, dx/length*w/2
	var path shape
	path.move(x+nx, y+ny)
	path.line(x+dx+nx, y+dy+ny)
	path.line(x+dx-nx, y+dy-ny)
	path.line(x-nx, y-ny)
	path.draw(img, ink)
}

func (p *painter) text(img *image.RGBA, op pdf.Op, scale float64, ink color.Color) error {
	face, err := p.face(op.Face, op.Size*scale)
	if err != nil {
		return err
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(ink), Face: face, Dot: fixed.Point26_6{X: units(op.X * scale), Y: units(op.Y * scale)}}
	d.DrawString(op.Text)
	return nil
}

func units(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(v * 64)) }

func (p *painter) face(f pdf.Face, size float64) (font.Face, error) {
	key := faceKey{f, math.Round(size*16) / 16}
	if face, ok := p.faces[key]; ok {
		return face, nil
	}
	parsed, err := p.font(f)
	if err != nil {
		return nil, err
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: key.size, DPI: 72})
	if err != nil {
		return nil, fmt.Errorf("make face of font %d: %w", f, err)
	}
	p.faces[key] = face
	return face, nil
}

func (p *painter) font(f pdf.Face) (*sfnt.Font, error) {
	if parsed, ok := p.fonts[f]; ok {
		return parsed, nil
	}
	parsed, err := opentype.Parse(pdf.FontData(f))
	if err != nil {
		return nil, fmt.Errorf("read font %d: %w", f, err)
	}
	p.fonts[f] = parsed
	return parsed, nil
}

// turned draws text along a slope, glyph by glyph from its outlines: BOZZA.
func (p *painter) turned(img *image.RGBA, op pdf.Op, scale float64, ink color.Color) error {
	parsed, err := p.font(op.Face)
	if err != nil {
		return err
	}
	sin, cos := math.Sincos(op.Angle * math.Pi / 180)
	var buf sfnt.Buffer
	var path shape
	pen, ppem := 0.0, units(op.Size*scale)
	at := func(pt fixed.Point26_6) (float64, float64) {
		x, y := pen+float64(pt.X)/64, float64(pt.Y)/64
		return op.X*scale + x*cos + y*sin, op.Y*scale - x*sin + y*cos
	}
	for _, r := range op.Text {
		glyph, err := parsed.GlyphIndex(&buf, r)
		if err != nil {
			return fmt.Errorf("find the glyph of %q: %w", r, err)
		}
		outline, err := parsed.LoadGlyph(&buf, glyph, ppem, nil)
		if err != nil {
			return fmt.Errorf("read the glyph of %q: %w", r, err)
		}
		path.glyph(outline, at)
		advance, err := parsed.GlyphAdvance(&buf, glyph, ppem, font.HintingNone)
		if err != nil {
			return fmt.Errorf("measure the glyph of %q: %w", r, err)
		}
		pen += float64(advance) / 64
	}
	path.draw(img, ink)
	return nil
}

// shape is an outline to be filled.
type shape struct {
	steps []func(z *vector.Rasterizer)
}

func (s *shape) move(x, y float64) {
	s.steps = append(s.steps, func(z *vector.Rasterizer) { z.MoveTo(float32(x), float32(y)) })
}

func (s *shape) line(x, y float64) {
	s.steps = append(s.steps, func(z *vector.Rasterizer) { z.LineTo(float32(x), float32(y)) })
}

func (s *shape) glyph(outline sfnt.Segments, at func(fixed.Point26_6) (float64, float64)) {
	for _, seg := range outline {
		x, y := at(seg.Args[0])
		switch seg.Op {
		case sfnt.SegmentOpMoveTo:
			s.move(x, y)
		case sfnt.SegmentOpLineTo:
			s.line(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(seg.Args[1])
			s.steps = append(s.steps, func(z *vector.Rasterizer) { z.QuadTo(float32(x), float32(y), float32(x2), float32(y2)) })
		case sfnt.SegmentOpCubeTo:
			x2, y2 := at(seg.Args[1])
			x3, y3 := at(seg.Args[2])
			s.steps = append(s.steps, func(z *vector.Rasterizer) {
				z.CubeTo(float32(x), float32(y), float32(x2), float32(y2), float32(x3), float32(y3))
			})
		}
	}
}

func (s *shape) draw(img *image.RGBA, ink color.Color) {
	z := vector.NewRasterizer(img.Bounds().Dx(), img.Bounds().Dy())
	for _, step := range s.steps {
		step(z)
	}
	z.ClosePath()
	z.Draw(img, img.Bounds(), image.NewUniform(ink), image.Point{})
}
