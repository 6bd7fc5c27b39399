package pdf

import (
	"testing"

	"tutela/app/doc"
)

// TestTurn lets pages lie within a paper that stands: each has the running header
// and footer of its own way, and they count as one.
func TestTurn(t *testing.T) {
	p := layout(t, doc.Document{Title: "Titolo", Office: "Ufficio", Blocks: []doc.Block{
		doc.Contents{}, doc.Heading{Level: 1, Text: "Ritta"}, doc.P("Testo."),
		doc.Turn{Landscape: true}, doc.Heading{Level: 1, Text: "Distesa"}, doc.Heading{Level: 1, Text: "Dentro", Unlisted: true}, doc.P("Testo."),
		doc.Turn{}, doc.Heading{Level: 1, Text: "Di nuovo ritta"},
	}})
	inFrame(t, p)
	if len(p.Pages) != 3 {
		t.Fatalf("%d pages, not 3", len(p.Pages))
	}
	for i, lies := range []bool{false, true, false} {
		if page := p.Pages[i]; (page.W > page.H) != lies {
			t.Errorf("page %d is %.0f × %.0f", i+1, page.W, page.H)
		}
	}
	if h := p.Headings(); h[2].Title != "Dentro" || h[2].Page != 1 || h[3].Page != 2 {
		t.Errorf("headings %+v", h)
	}
	listed := 0
	for _, op := range p.Pages[0].Ops {
		if op.Kind == Goto {
			listed++
		}
	}
	if listed != 3 {
		t.Errorf("%d headings in the contents: the unlisted one stays out", listed)
	}
	if _, err := Write(p); err != nil {
		t.Error(err)
	}
}
