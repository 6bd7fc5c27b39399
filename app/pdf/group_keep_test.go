package pdf

import (
	"strings"
	"testing"

	"tutela/app/doc"
)

// TestGroupNeverAlone: the row over a group goes to the page of what it is over,
// wherever the page ends, and every row stands once.
func TestGroupNeverAlone(t *testing.T) {
	for n := range 60 {
		table := doc.Table{Columns: []doc.Column{{Head: "Nome"}, {Head: "Note"}}}
		for range n {
			table.Rows = append(table.Rows, doc.Row{doc.C("Riga."), doc.C("–")})
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.T("Gruppo")}, Tint: doc.Head, Bold: true, Span: 2}}, doc.Row{doc.C("Sotto"), doc.C("a", "b", "c", "d")})
		paper, err := Layout(doc.Document{Title: "Elenco", Blocks: []doc.Block{table}})
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		for i, page := range paper.Pages {
			text := ""
			for _, op := range page.Ops {
				text += op.Text + " "
			}
			rows += strings.Count(text, "Riga.")
			if strings.Contains(text, "Gruppo") != strings.Contains(text, "Sotto") {
				t.Fatalf("with %d rows before, page %d holds one of the two: %s", n, i+1, text)
			}
		}
		if rows != n {
			t.Fatalf("%d rows of %d", rows, n)
		}
	}
}
