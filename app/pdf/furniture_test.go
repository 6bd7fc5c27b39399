package pdf

import (
	"strings"
	"testing"

	"tutela/app/doc"
)

// TestChainAtTheFoot: every page bears the value of the chain, beside the day and
// the number of the page; a title too long for what is left gives way.
func TestChainAtTheFoot(t *testing.T) {
	const value = "4f9a7c21e03b55d0"
	for _, landscape := range []bool{false, true} {
		d := doc.Document{Title: strings.Repeat("Autorizzazione a copia e consegna ", 6), Date: "22/11/2026", Chain: value, Landscape: landscape}
		for range 120 {
			d.Blocks = append(d.Blocks, doc.P("Una riga."))
		}
		p := layout(t, d)
		if len(p.Pages) < 2 {
			t.Fatalf("%d pages", len(p.Pages))
		}
		inFrame(t, p)
		for i, page := range p.Pages {
			foot := ""
			for _, op := range page.Ops {
				if op.Kind == Text && op.Y > page.H-footerRule {
					foot += op.Text + "\n"
				}
			}
			for _, want := range []string{"storia", value, "22/11/2026", "…"} {
				if !strings.Contains(foot, want) {
					t.Errorf("page %d bears %q, not %q", i+1, foot, want)
				}
			}
		}
	}
}
