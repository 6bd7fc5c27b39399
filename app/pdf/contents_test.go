package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tutela/app/apptest"
	"tutela/app/doc"
)

// longDocument has chapters with sections, enough for contents of some pages.
func longDocument(chapters, sections int) doc.Document {
	d := doc.Document{Kind: "long", Title: "Documento lungo", Blocks: []doc.Block{doc.Contents{}, doc.PageBreak{}}}
	for c := range chapters {
		d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Number: strconv.Itoa(c + 1), Text: "Capitolo " + strings.Repeat("lungo ", c%9*4) + "fine"})
		for s := range sections {
			d.Blocks = append(d.Blocks, doc.Heading{Level: 2, Number: fmt.Sprintf("%d.%d", c+1, s+1), Text: "Sezione"},
				doc.P(strings.Repeat("Testo della sezione, che riempie la pagina. ", 20+c%5*10)),
				doc.Heading{Level: 3, Text: "Non nell’indice"}, doc.P("Breve."))
		}
	}
	return d
}

// TestContentsSayWhereHeadingsStand: each line names the page of its heading,
// and leads there; the lines are in order, none is missing.
func TestContentsSayWhereHeadingsStand(t *testing.T) {
	p, err := Layout(longDocument(12, 9))
	if err != nil {
		t.Fatal(err)
	}
	headings := p.Headings()
	var listed []int
	said := map[int]string{}
	for _, page := range p.Pages {
		for i, op := range page.Ops {
			if op.Kind != Goto {
				continue
			}
			at, err := strconv.Atoi(op.Text)
			if err != nil || at >= len(headings) {
				t.Fatalf("leads to %q", op.Text)
			}
			if len(listed) == 0 || listed[len(listed)-1] != at {
				listed = append(listed, at)
			}
			said[at] = page.Ops[i-1].Text // of the last line of a long title
		}
	}
	want := 0
	for i, h := range headings {
		if h.Level > 2 {
			continue
		}
		if want >= len(listed) || listed[want] != i {
			t.Fatalf("heading %d «%s» is not in its place in the contents", i, h.Title)
		}
		if said[i] != strconv.Itoa(h.Page+1) {
			t.Errorf("%q: says page %s, stands on %d", h.Title, said[i], h.Page+1)
		}
		want++
	}
	if want != len(listed) || len(p.Pages) < 40 {
		t.Errorf("%d listed of %d, %d pages", len(listed), want, len(p.Pages))
	}
	data, err := Write(p)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), "/Subtype /Link"); n < len(listed) {
		t.Errorf("%d links written of %d", n, len(listed))
	}
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	apptest.Tool(t, "qpdf", "--check", file)
}

func BenchmarkLongDocument(b *testing.B) {
	d := longDocument(14, 10)
	pages := 0
	for b.Loop() {
		p, err := Layout(d)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Write(p); err != nil {
			b.Fatal(err)
		}
		pages = len(p.Pages)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*pages), "ms/page")
}
