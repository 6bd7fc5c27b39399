package pdf

import (
	"strings"
	"testing"

	"tutela/app/doc"
)

// TestSignatureNeverAlone: what is said last goes to the page of the signatures,
// wherever the page ends.
func TestSignatureNeverAlone(t *testing.T) {
	for n := range 60 {
		d := doc.Document{Title: "Lettera"}
		for range n {
			d.Blocks = append(d.Blocks, doc.P("Riga."))
		}
		d.Blocks = append(d.Blocks, doc.P("Ultima."), doc.Signature{Place: "Cremona", Signers: []doc.Signer{{Role: "Il titolare"}, {Role: "La persona"}}})
		paper, err := Layout(d)
		if err != nil {
			t.Fatal(err)
		}
		var last strings.Builder
		for _, op := range paper.Pages[len(paper.Pages)-1].Ops {
			last.WriteString(op.Text)
		}
		if text := last.String(); !strings.Contains(text, "Ultima.") || !strings.Contains(text, "La persona") {
			t.Fatalf("with %d lines before, the last page says %q", n, text)
		}
	}
}
