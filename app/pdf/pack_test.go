package pdf

import (
	"bytes"
	"strconv"
	"testing"

	"tutela/app/doc"
)

// A paper that was kept writes the very bytes that it wrote then.
func TestPackedPaperIsTheSame(t *testing.T) {
	p, err := Layout(longDocument(6, 4))
	if err != nil {
		t.Fatal(err)
	}
	packed, err := p.Pack()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := p.Pack(); !bytes.Equal(packed, again) {
		t.Error("packs as other bytes each time")
	}
	back, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Write(p)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Write(back); err != nil || !bytes.Equal(got, want) {
		t.Errorf("writes as something else: %v", err)
	}
	if len(packed) > len(want) {
		t.Errorf("%d bytes, the PDF has %d", len(packed), len(want))
	}
}

func TestUnpackRefusesWhatCannotBeDrawn(t *testing.T) {
	page := func(w float64, op Op) *Paper { return &Paper{Pages: []Page{{W: w, H: 100, Ops: []Op{op}}}} }
	for name, p := range map[string]*Paper{
		"no pages": {}, "no width": page(0, Op{Kind: Fill}), "no such face": page(100, Op{Kind: Text, Face: faceCount}),
		"no such kind": page(100, Op{Kind: Sign + 1}), "letters beyond all": page(100, Op{Kind: Text, Size: 1e9}),
	} {
		data, err := p.Pack()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Unpack(data); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	good, _ := page(100, Op{Kind: Fill}).Pack()
	if _, err := Unpack(good); err != nil {
		t.Error(err)
	}
	if _, err := Unpack(good[:len(good)-9]); err == nil {
		t.Error("a torn one was taken")
	}
	if _, err := Unpack(nil); err == nil {
		t.Error("nothing was taken")
	}
}

// Bound papers: the front lists each, says on which page of the whole it begins,
// and leads there, also where the list takes pages of its own.
func TestBoundPapersAreListed(t *testing.T) {
	long, err := Layout(longDocument(2, 2))
	if err != nil {
		t.Fatal(err)
	}
	short, err := Layout(doc.Document{Title: "Breve", Landscape: true, Blocks: []doc.Block{doc.P("Testo.")}})
	if err != nil {
		t.Fatal(err)
	}
	var papers []*Paper
	for i := range 90 {
		p := *short
		if i%7 == 0 {
			p = *long
		}
		p.Meta.Title = "Documento numero " + strconv.Itoa(i+1)
		papers = append(papers, &p)
	}
	front := doc.Document{Title: "Documenti dell’ufficio", Blocks: []doc.Block{doc.Contents{}}}
	p, err := Bind(front, papers)
	if err != nil {
		t.Fatal(err)
	}
	headings := p.Headings()
	fronts, listed := 0, map[string]bool{}
	for !p.Pages[fronts].Begins || fronts == 0 {
		fronts++
	}
	if fronts < 2 {
		t.Errorf("90 papers are listed on %d pages", fronts)
	}
	for _, page := range p.Pages[:fronts] {
		for i, op := range page.Ops {
			if op.Kind != Goto {
				continue
			}
			n, err := strconv.Atoi(op.Text)
			if err != nil || n >= len(headings) || headings[n].Level != 1 || headings[n].Page < fronts {
				t.Fatalf("leads to %q", op.Text)
			}
			if !p.Pages[headings[n].Page].Begins {
				t.Errorf("%q leads to page %d, where no paper begins", headings[n].Title, headings[n].Page+1)
			}
			if said := page.Ops[i-1].Text; said != strconv.Itoa(headings[n].Page+1) {
				t.Errorf("%q: says page %s, stands on %d", headings[n].Title, said, headings[n].Page+1)
			}
			listed[headings[n].Title] = true
		}
	}
	if len(listed) != len(papers) {
		t.Errorf("%d papers listed of %d", len(listed), len(papers))
	}
	// The contents of a paper within still lead into it.
	begins := headings[1].Page
	for _, op := range p.Pages[begins].Ops {
		if op.Kind == Goto {
			n, _ := strconv.Atoi(op.Text)
			if h := headings[n]; h.Level != 2 && h.Level != 3 || h.Page < begins || h.Page >= begins+len(long.Pages) {
				t.Errorf("within the first paper a line leads to %+v", h)
			}
		}
	}
	if data, err := Write(p); err != nil || len(data) == 0 {
		t.Error(err)
	}
}

// On both sides each paper has sheets of its own.
func TestTwoSidedPapersBeginOnASheet(t *testing.T) {
	page := func(n int) *Paper {
		p := &Paper{}
		for range n {
			p.Pages = append(p.Pages, Page{W: 595, H: 842, Ops: []Op{{Kind: Fill, W: 1, H: 1}}})
		}
		return p
	}
	p := Join("", []*Paper{page(1), page(2), page(3), page(1)}).TwoSided()
	var got []int
	for i, pg := range p.Pages {
		if pg.Begins {
			got = append(got, i)
		}
	}
	if len(p.Pages) != 9 || len(got) != 4 || got[0] != 0 || got[1] != 2 || got[2] != 4 || got[3] != 8 {
		t.Errorf("%d pages, papers begin at %v", len(p.Pages), got)
	}
	if data, err := Write(p); err != nil || len(data) == 0 {
		t.Error(err)
	}
	if alone := page(3).TwoSided(); len(alone.Pages) != 3 {
		t.Errorf("a paper alone grew to %d pages", len(alone.Pages))
	}
}
