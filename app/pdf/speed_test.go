package pdf

import (
	"runtime"
	"strings"
	"testing"

	"tutela/app/doc"
)

// longSample is a document of about fifty pages of chapters, forms and tables.
func longSample() doc.Document {
	d := doc.Document{Kind: "accountability-document", Title: "Documento di accountability", Office: "Ferramenta Bianchi S.n.c.", Label: "rev. 4", Date: "22/11/2026"}
	sheet := sheetSample()
	for range 16 {
		d.Blocks = append(d.Blocks, sheet.Blocks...)
		for range 5 {
			d.Blocks = append(d.Blocks, doc.P(strings.Repeat(prose, 4)))
		}
	}
	return d
}

// The budget is 0.3 s of processor time for 50 pages.
func BenchmarkRender(b *testing.B) {
	for _, s := range []struct {
		name string
		d    doc.Document
	}{{"long", longSample()}, {"register", registerSample(400)}} {
		b.Run(s.name, func(b *testing.B) {
			pages := len(layout(b, s.d).Pages)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Render(s.d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(pages), "pages")
		})
	}
}

func BenchmarkLayout(b *testing.B) {
	d := longSample()
	for b.Loop() {
		layout(b, d)
	}
}

// A register of thousands of rows is laid out in time that grows with its
// length, not with its square.
func TestThousandsOfRows(t *testing.T) {
	p := layout(t, registerSample(4000))
	if len(p.Pages) < 400 {
		t.Errorf("only %d pages", len(p.Pages))
	}
	inFrame(t, p)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("%d pages, %d MiB from the system", len(p.Pages), m.Sys>>20)
}
