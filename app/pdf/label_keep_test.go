package pdf

import (
	"strings"
	"testing"

	"tutela/app/doc"
)

// TestLabelNeverAlone: a label stands on the page where its value begins, wherever
// the page ends.
func TestLabelNeverAlone(t *testing.T) {
	value := make([][]doc.Run, 12)
	for i := range value {
		value[i] = doc.T("Valore.")
	}
	for n := range 60 {
		d := doc.Document{Title: "Modulo"}
		for range n {
			d.Blocks = append(d.Blocks, doc.P("Riga."))
		}
		d.Blocks = append(d.Blocks, doc.Fields{Entries: []doc.Entry{{Label: "Prima", Value: [][]doc.Run{doc.T("x")}}, {Label: "Etichetta", Value: value}}})
		for i, page := range layout(t, d).Pages {
			var words strings.Builder
			for _, op := range page.Ops {
				words.WriteString(op.Text)
			}
			if text := words.String(); strings.Contains(text, "Etichetta") && !strings.Contains(text, "Valore.") {
				t.Fatalf("with %d lines before, page %d holds the label alone: %q", n, i+1, text)
			}
		}
	}
}

// TestLargeTable: rows that hang on a wall are set in larger type than others,
// those to be written by hand are higher.
func TestLargeTable(t *testing.T) {
	size := func(large bool) (size, end float64) {
		for _, op := range layout(t, doc.Document{Title: "-", Blocks: []doc.Block{
			doc.Table{Large: large, NoHead: true, Columns: []doc.Column{{}}, Rows: []doc.Row{{doc.C("Numero")}}, BlankRows: 3}, doc.P("Fine."),
		}}).Pages[0].Ops {
			switch op.Text {
			case "Numero":
				size = op.Size
			case "Fine.":
				end = op.Y
			}
		}
		return size, end
	}
	usual, below := size(false)
	large, farther := size(true)
	if usual == 0 || large <= usual || farther <= below {
		t.Errorf("sizes %v and %v, what follows at %v and %v", usual, large, below, farther)
	}
}
