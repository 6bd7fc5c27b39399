package pdf

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"tutela/app/doc"
)

// numbered is a paragraph whose lines are asked for one by one: "a1", "a2", …
func numbered(name string, n int) doc.Para {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%s%d", name, i+1))
	}
	return doc.Para{Runs: doc.T(strings.Join(out, "\n"))}
}

// on gives the pages on which a text stands in the body.
func on(p *Paper, text string) []int {
	var out []int
	for i, page := range p.Pages {
		for _, op := range page.Ops[page.Body:] {
			if op.Kind == Text && strings.TrimSpace(op.Text) == text {
				out = append(out, i+1)
				break
			}
		}
	}
	return out
}

func TestTableHeadOnEveryPage(t *testing.T) {
	p := layout(t, registerSample(60))
	if len(p.Pages) < 5 {
		t.Fatalf("%d pages", len(p.Pages))
	}
	if got := on(p, "Finalità"); len(got) != len(p.Pages) {
		t.Errorf("head on pages %v of %d", got, len(p.Pages))
	}
}

// Two lines of a paragraph at least stand on each side of a page break, for
// every place where the break can fall.
func TestNoLineAlone(t *testing.T) {
	for before := range 60 {
		for _, n := range []int{2, 3, 4, 9} {
			p := layout(t, doc.Document{Blocks: []doc.Block{numbered("x", before), numbered("a", n)}})
			onPage := map[int]int{}
			for i := range n {
				for _, page := range on(p, fmt.Sprintf("a%d", i+1)) {
					onPage[page]++
				}
			}
			for page, lines := range onPage {
				if lines < 2 {
					t.Errorf("%d lines before, %d lines: %d alone on page %d", before, n, lines, page)
				}
			}
		}
	}
}

func TestHeadingStaysWithText(t *testing.T) {
	next := []doc.Block{
		numbered("a", 6),
		doc.Table{Columns: []doc.Column{{Head: "Capo"}}, Rows: []doc.Row{{doc.C("a1")}, {doc.C("b1")}}},
		doc.Fields{Entries: []doc.Entry{{Label: "Voce", Value: [][]doc.Run{doc.T("a1")}}}},
	}
	for before := range 60 {
		for _, b := range next {
			p := layout(t, doc.Document{Blocks: []doc.Block{
				numbered("x", before), doc.Heading{Level: 1, Text: "Alto"}, doc.Heading{Level: 2, Text: "Basso"}, b,
			}})
			high, low, text := on(p, "Alto"), on(p, "Basso"), on(p, "a1")
			if high[0] != low[0] || low[0] != text[0] {
				t.Errorf("%d lines before %T: headings on pages %v, %v, text on %v", before, b, high, low, text)
			}
		}
	}
}

func TestSignatureOnOnePage(t *testing.T) {
	for before := range 60 {
		p := layout(t, doc.Document{Blocks: []doc.Block{numbered("x", before), doc.Signature{
			Place: "Cremona", Date: "oggi", Signers: []doc.Signer{{Role: "Uno", Name: "Ada"}, {Role: "Due"}, {Role: "Tre", Name: "Ivo"}},
		}}})
		if first, last := on(p, "Cremona, oggi"), on(p, "Ivo"); first[0] != last[0] {
			t.Errorf("%d lines before: from page %v to %v", before, first, last)
		}
	}
}

func TestRowHigherThanPage(t *testing.T) {
	p := layout(t, doc.Document{Blocks: []doc.Block{doc.Table{
		Columns: []doc.Column{{Head: "Capo"}, {Head: "Altro"}},
		Rows:    []doc.Row{{doc.C("uno"), doc.C("due")}, {doc.Cell{Paras: [][]doc.Run{numbered("a", 200).Runs}}, doc.C("b")}, {doc.C("fine"), doc.C("c")}},
	}}})
	inFrame(t, p)
	if got := on(p, "a1"); got[0] != 1 {
		t.Errorf("the high row starts on page %v", got)
	}
	if got := on(p, "fine"); len(got) != 1 || got[0] != len(p.Pages) || len(p.Pages) != 4 {
		t.Errorf("end on page %v of %d", got, len(p.Pages))
	}
	// A row lower than a page stays whole.
	p = layout(t, doc.Document{Blocks: []doc.Block{numbered("x", 30), doc.Table{
		Columns: []doc.Column{{Head: "Capo"}}, Rows: []doc.Row{{doc.Cell{Paras: [][]doc.Run{numbered("a", 40).Runs}}}},
	}}})
	if a, b := on(p, "a1"), on(p, "a40"); a[0] != 2 || b[0] != 2 {
		t.Errorf("a row of 40 lines goes from page %v to %v", a, b)
	}
}

func TestLongValueGoesOn(t *testing.T) {
	p := layout(t, doc.Document{Blocks: []doc.Block{doc.Fields{Entries: []doc.Entry{
		{Label: "Voce", Value: [][]doc.Run{numbered("a", 120).Runs}}, {Label: "Note", Lines: 40}, {Label: "Fine", Missing: true},
	}}}})
	inFrame(t, p)
	if len(p.Pages) != 4 || len(on(p, "a120")) != 1 || len(on(p, missingText)) != 1 {
		t.Errorf("%d pages", len(p.Pages))
	}
}

func TestDraft(t *testing.T) {
	for _, d := range []doc.Document{letterSample(), registerSample(30)} {
		for _, draft := range []bool{true, false} {
			d.Draft = draft
			p := layout(t, d)
			for i, page := range p.Pages {
				op := page.Ops[0]
				if got := op.Text == draftText; got != draft {
					t.Errorf("page %d of %s: BOZZA %v, want %v", i+1, d.Kind, got, draft)
				}
				if !draft {
					continue
				}
				sin, cos := math.Sincos(op.Angle * math.Pi / 180)
				for _, corner := range [][2]float64{{0, 0}, {op.W, 0}, {0, 0.73 * op.Size}, {op.W, 0.73 * op.Size}} {
					x, y := op.X+corner[0]*cos-corner[1]*sin, op.Y-corner[0]*sin-corner[1]*cos
					if x < 0 || x > page.W || y < 0 || y > page.H {
						t.Errorf("BOZZA reaches (%.0f, %.0f) on a page of %.0f x %.0f", x, y, page.W, page.H)
					}
				}
			}
		}
	}
}

// What the text faces lack is drawn by another; what no face has is shown as a
// replacement, and never lost without a sign.
func TestMissingGlyph(t *testing.T) {
	p := layout(t, doc.Document{Blocks: []doc.Block{doc.P("a ☑ 😀 \U00013000 e\u0301 b\u2011c")}})
	got := strings.Join(bodyText(p), "")
	if want := "a ☑ 😀 \uFFFD é b-c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := Write(p); err != nil {
		t.Error(err)
	}
	p.Pages[0].Ops = append(p.Pages[0].Ops, Op{Kind: Text, Face: Regular, Size: 9, X: 60, Y: 90, Text: "a☑"})
	if _, err := Write(p); err == nil || !strings.Contains(err.Error(), "'☑' (U+2611)") {
		t.Errorf("error %v does not name the character", err)
	}
	p.Pages[0].Ops = []Op{{Kind: Text, Face: faceCount, Size: 9, Text: "a"}}
	if _, err := Write(p); err == nil {
		t.Error("no error for an unknown face")
	}
	if _, err := Write(&Paper{}); err == nil {
		t.Error("no error for no pages")
	}
}

// A justified line ends at the margin, the last one of a paragraph does not.
func TestJustified(t *testing.T) {
	p := layout(t, doc.Document{Blocks: []doc.Block{doc.P(strings.Repeat(prose, 3))}})
	ends := map[float64]float64{}
	last := 0.0
	for _, op := range p.Pages[0].Ops[p.Pages[0].Body:] {
		ends[op.Y] = max(ends[op.Y], op.X+op.W)
		last = max(last, op.Y)
	}
	right := p.Pages[0].W - marginSide
	for y, x := range ends {
		if y != last && math.Abs(x-right) > 0.05 {
			t.Errorf("line at %.1f ends at %.2f, the margin is %.2f", y, x, right)
		}
	}
	if ends[last] > right-20 {
		t.Errorf("last line ends at %.2f", ends[last])
	}
}

func TestBreaks(t *testing.T) {
	m, err := newMeasurer()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"uno due tre", 1000, "uno due tre"},
		{"uno due tre", 40, "uno due|tre"},
		{"art.\u00A032 due", 30, "art.\u00A032|due"},
		{"livello medio-basso", 70, "livello medio-|basso"},
		{"D.Lgs. 2-quaterdecies", 40, "D.Lgs.|2-quater|decies"},
		{"uno\n\ndue", 100, "uno||due"},
		{"anna@ufficio.example", 60, "anna@ufficio.|example"},
		{"", 10, ""},
	} {
		var got []string
		for _, l := range m.breakLines(m.words(doc.T(c.text), bodyStyle), c.width) {
			text := ""
			for _, op := range l.ops(bodyStyle, doc.Left, 0, 0, c.width) {
				text += op.Text
			}
			got = append(got, text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q in %g: %q, want %q", c.text, c.width, s, c.want)
		}
	}
}

// What cannot be placed is an error, not an endless search for a page.
func TestNoRoom(t *testing.T) {
	f := frame{w: 100, h: 100}
	for _, b := range []box{
		&lines{strips: []strip{{h: 50}, {h: 101}}},
		&rows{full: f.h, rows: []row{{min: 101}}},
	} {
		if _, err := paginate([]item{{box: b}}, f); !errors.Is(err, errNoRoom) {
			t.Errorf("%T: %v", b, err)
		}
	}
	if _, err := Layout(doc.Document{Kind: "odd", Blocks: []doc.Block{nil}}); err == nil || !strings.Contains(err.Error(), "lay out odd: block 1") {
		t.Errorf("a block of nothing: %v", err)
	}
}

func TestTree(t *testing.T) {
	var marks []mark
	for _, level := range []int{2, 1, 2, 3, 3, 2, 1} {
		marks = append(marks, mark{level: level})
	}
	var got []string
	for _, n := range tree(marks) {
		got = append(got, fmt.Sprintf("%d:%d-%d/%d", n.parent, n.first, n.last, n.children))
	}
	want := "-1:1-7/3 0:-1--1/0 0:3-6/2 2:4-5/2 3:-1--1/0 3:-1--1/0 2:-1--1/0 0:-1--1/0"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
