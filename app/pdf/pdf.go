// Package pdf lays a doc.Document out on pages and writes it as PDF.
//
// Layout measures and breaks everything once and gives a Paper: a plain list
// of what stands where. Write turns that list into the bytes of a PDF, and the
// print preview paints the same list with the same fonts, so that screen and
// paper cannot disagree. All lengths are points (1/72 inch); the origin is the
// top left corner of the page and y grows downwards.
//
// This is the only package that sees the PDF library.
package pdf

import (
	"fmt"
	"slices"
	"time"

	"tutela/app/doc"
)

// Paper is a document laid out: all that is needed to print or to show it.
type Paper struct {
	Meta  Meta   `json:"meta"`
	Pages []Page `json:"pages"`
}

// Meta is what the PDF says of itself. Empty members are left out.
type Meta struct {
	Title   string `json:"title,omitempty"`
	Author  string `json:"author,omitempty"`  // the office
	Subject string `json:"subject,omitempty"` // the label of the document
	// Created is written as the date of creation; the zero time writes none,
	// so that the same document always gives the same bytes.
	Created time.Time `json:"created,omitzero"`
}

// Page is one page: its size in points and what is drawn on it, in order.
type Page struct {
	W float64 `json:"w"`
	H float64 `json:"h"`
	// Body is the index of the first op of the text; the ops before it are
	// the furniture: BOZZA, running header, running footer.
	Body int  `json:"body"`
	Ops  []Op `json:"ops"`
	// Begins is set where a paper of several joined ones begins.
	Begins bool `json:"begins,omitempty"`
}

// Kind says what an Op draws.
type Kind uint8

// The kinds of op.
const (
	// Text draws Text in Face at Size from X on the baseline Y, turned
	// counter-clockwise by Angle degrees about that point. Kerning is on.
	// W is the width as measured.
	Text Kind = iota + 1
	// Fill fills the rectangle X, Y, W, H.
	Fill
	// Frame strokes the rectangle X, Y, W, H with a line as wide as Stroke.
	Frame
	// Line strokes from (X, Y) to (X+W, Y+H) with a line as wide as Stroke.
	Line
	// Link makes the rectangle X, Y, W, H lead to the address in Text.
	Link
	// Mark sets a bookmark called Text, of depth Level (from 1), at height Y; an
	// Unlisted one is not in the contents.
	Mark
	// Goto makes the rectangle X, Y, W, H lead to the bookmark whose place among
	// all of them, from 0, stands in Text.
	Goto
	// Sign is the room X, Y, W, H to sign in, of who stands in Text. It draws
	// nothing.
	Sign
)

// Op is one thing drawn. Members that its kind does not name are zero.
type Op struct {
	Kind   Kind    `json:"k"`
	Face   Face    `json:"f,omitempty"`
	Level  uint8   `json:"l,omitempty"`
	Color  Color   `json:"c,omitempty"`
	X      float64 `json:"x,omitempty"`
	Y      float64 `json:"y,omitempty"`
	W      float64 `json:"w,omitempty"`
	H      float64 `json:"h,omitempty"`
	Size   float64 `json:"s,omitempty"`
	Stroke float64 `json:"t,omitempty"`
	Angle  float64 `json:"a,omitempty"`
	Text   string  `json:"text,omitempty"`

	Unlisted bool `json:"u,omitempty"`
	// Again is set for the head of a table that goes on from an earlier page.
	Again bool `json:"g,omitempty"`
}

// Color is a colour as 0xRRGGBB.
type Color uint32

// RGB parts the colour into its three components.
func (c Color) RGB() (r, g, b uint8) {
	return uint8(c >> 16), uint8(c >> 8), uint8(c)
}

// Layout breaks a document into pages. Any text is placed, however long its
// words or narrow its columns; a character that no font has is shown as U+FFFD.
// It fails only where something does not fit on an empty page.
func Layout(d doc.Document) (*Paper, error) {
	s, err := newSetter(d.Landscape)
	if err != nil {
		return nil, fmt.Errorf("lay out %s: %w", name(d), err)
	}
	p, err := s.layout(d)
	if err != nil || !slices.ContainsFunc(d.Blocks, isContents) {
		return p, err
	}
	// The pages of the headings are known when all is laid out, contents included.
	for range mostPasses {
		before := s.headings
		if s.headings = p.Headings(); slices.Equal(before, s.headings) {
			return p, nil
		}
		if p, err = s.layout(d); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// mostPasses ends a layout whose contents would never settle.
const mostPasses = 5

func isContents(b doc.Block) bool {
	_, ok := b.(doc.Contents)
	return ok
}

// stretch is what stands on pages that lie one way, before and after a doc.Turn.
type stretch struct {
	landscape bool
	items     []item
}

func (s *setter) layout(d doc.Document) (*Paper, error) {
	s.turn(d.Landscape)
	parts := []stretch{{d.Landscape, s.titleBlock(d)}}
	for i, b := range d.Blocks {
		if t, ok := b.(doc.Turn); ok {
			s.turn(t.Landscape)
			parts = append(parts, stretch{landscape: t.Landscape})
			continue
		}
		next, err := s.block(b)
		if err != nil {
			return nil, fmt.Errorf("lay out %s: block %d: %w", name(d), i+1, err)
		}
		last := &parts[len(parts)-1]
		if _, signed := b.(doc.Signature); signed && i > 0 {
			// Nobody signs a page of white: what is said last goes with it.
			if _, ok := d.Blocks[i-1].(doc.Para); ok && len(last.items) > 0 {
				last.items[len(last.items)-1].keep = true
			}
		}
		last.items = append(last.items, next...)
	}
	p := &Paper{Meta: Meta{Title: d.Title, Author: d.Office, Subject: d.Label}}
	for _, part := range parts {
		s.turn(part.landscape)
		bodies, err := paginate(part.items, s.frame)
		if err != nil {
			return nil, fmt.Errorf("lay out %s: %w", name(d), err)
		}
		for _, body := range bodies {
			p.Pages = append(p.Pages, Page{W: s.pageW, H: s.pageH, Ops: body})
		}
	}
	for i := range p.Pages {
		page := &p.Pages[i]
		s.turn(page.W > page.H)
		ops := s.furniture(d, i+1, len(p.Pages))
		page.Body, page.Ops = len(ops), append(ops, page.Ops...)
	}
	return p, nil
}

// Render lays a document out and gives the bytes of its PDF. The same document
// gives the same bytes.
func Render(d doc.Document) ([]byte, error) {
	p, err := Layout(d)
	if err != nil {
		return nil, err
	}
	return Write(p)
}

// name calls a document by what an error can say of it: the kind, not the
// title, which may hold the name of a person.
func name(d doc.Document) string {
	if d.Kind == "" {
		return "document"
	}
	return d.Kind
}
