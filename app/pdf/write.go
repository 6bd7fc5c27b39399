package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/signintech/gopdf"
)

// Write gives the bytes of the PDF of a paper. It fails with the name of the
// character where a text holds one that its face cannot draw; what Layout gives
// never does. The same paper gives the same bytes.
func Write(p *Paper) ([]byte, error) {
	if len(p.Pages) == 0 {
		return nil, fmt.Errorf("write PDF: no pages")
	}
	used, err := check(p)
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	g := &gopdf.GoPdf{}
	first := p.Pages[0]
	g.Start(gopdf.Config{PageSize: gopdf.Rect{W: first.W, H: first.H}})
	for f := range used {
		if used[f] {
			if err := embed(g, Face(f)); err != nil {
				return nil, fmt.Errorf("write PDF: %w", err)
			}
		}
	}
	w := writer{g: g}
	for i, page := range p.Pages {
		g.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: page.W, H: page.H}})
		w.face, w.stroke, w.ink, w.lower = faceCount, -1, -1, first.H-page.H
		for _, op := range page.Ops {
			if err := w.op(op); err != nil {
				return nil, fmt.Errorf("write PDF: page %d: %w", i+1, err)
			}
		}
	}
	// Written once: a second time would give a broken file, and a writer that
	// fails would not be heard of.
	var raw bytes.Buffer
	if _, err := g.WriteTo(&raw); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	out, err := finish(raw.Bytes(), p)
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return out, nil
}

// check finds the faces that a paper uses and makes sure that they have every
// character: the library would leave a blank without a word.
func check(p *Paper) (used [faceCount]bool, err error) {
	m, err := newMeasurer()
	if err != nil {
		return used, err
	}
	for i, page := range p.Pages {
		for _, op := range page.Ops {
			if op.Kind != Text {
				continue
			}
			if op.Face >= faceCount {
				return used, fmt.Errorf("page %d: no face %d", i+1, op.Face)
			}
			used[op.Face] = true
			for _, r := range op.Text {
				if m.glyph(op.Face, r).state < 0 {
					return used, fmt.Errorf("page %d: no drawing of %q (%U) in %s", i+1, r, r, op.Face.family())
				}
			}
		}
	}
	return used, nil
}

// writer draws ops, saying again only what has changed.
type writer struct {
	g      *gopdf.GoPdf
	face   Face
	size   float64
	stroke float64
	ink    int64 // of lines; -1 for not said yet
	marks  int   // bookmarks written
	// lower puts right that the library measures links from the height of the
	// first page: what this one is lower by.
	lower float64
}

func (w *writer) op(op Op) error {
	r, g, b := op.Color.RGB()
	switch op.Kind {
	case Text:
		if op.Face != w.face || op.Size != w.size {
			if err := w.g.SetFont(op.Face.family(), "", op.Size); err != nil {
				return fmt.Errorf("choose font %s: %w", op.Face.family(), err)
			}
			w.face, w.size = op.Face, op.Size
		}
		w.g.SetTextColor(r, g, b)
		w.g.SetXY(op.X, op.Y)
		if op.Angle != 0 {
			w.g.Rotate(op.Angle, op.X, op.Y)
			defer w.g.RotateReset()
		}
		if err := w.g.Text(op.Text); err != nil {
			return fmt.Errorf("write text: %w", err)
		}
	case Fill:
		// A text sets the colour of fills too, so it is always said.
		w.g.SetFillColor(r, g, b)
		w.g.RectFromUpperLeftWithStyle(op.X, op.Y, op.W, op.H, "F")
	case Frame:
		w.pen(op)
		w.g.RectFromUpperLeftWithStyle(op.X, op.Y, op.W, op.H, "D")
	case Line:
		w.pen(op)
		w.g.Line(op.X, op.Y, op.X+op.W, op.Y+op.H)
	case Link:
		w.g.AddExternalLink(op.Text, op.X, op.Y+w.lower, op.W, op.H)
	case Goto:
		w.g.AddInternalLink(op.Text, op.X, op.Y+w.lower, op.W, op.H)
	case Mark: // the bookmark itself is written by finish
		w.g.SetXY(op.X, op.Y+w.lower)
		w.g.SetAnchor(strconv.Itoa(w.marks))
		w.marks++
	case Sign:
	default:
		return fmt.Errorf("no op of kind %d", op.Kind)
	}
	return nil
}

// pen sets width and colour of lines.
func (w *writer) pen(op Op) {
	if op.Stroke != w.stroke {
		w.g.SetLineWidth(op.Stroke)
		w.stroke = op.Stroke
	}
	if int64(op.Color) != w.ink {
		w.g.SetStrokeColor(op.Color.RGB())
		w.ink = int64(op.Color)
	}
}
