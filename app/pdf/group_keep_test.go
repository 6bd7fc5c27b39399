package pdf

import (
	"strconv"
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

// TestLastRowNeverAlone: a table goes on with two rows at least, wherever the page
// ends, and every row stands once, in order.
func TestLastRowNeverAlone(t *testing.T) {
	broken := 0
	for n := 1; n < 90; n++ {
		for _, lead := range []int{0, 25, 40} {
			blocks := []doc.Block{}
			for range lead {
				blocks = append(blocks, doc.P("Sopra."))
			}
			table := doc.Table{Columns: []doc.Column{{Head: "Nome"}}}
			for i := range n {
				table.Rows = append(table.Rows, doc.Row{doc.C("Riga " + strconv.Itoa(i+1) + ".")})
			}
			paper, err := Layout(doc.Document{Blocks: append(blocks, table)})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			last, pages := 0, 0
			for _, page := range paper.Pages {
				here := 0
				for _, op := range page.Ops {
					if strings.HasPrefix(op.Text, "Riga ") {
						got = append(got, op.Text)
						here++
					}
				}
				if here > 0 {
					last, pages = here, pages+1
				}
			}
			for i, text := range got {
				if text != "Riga "+strconv.Itoa(i+1)+"." {
					t.Fatalf("%d rows below %d lines: %q is number %d", n, lead, text, i+1)
				}
			}
			if len(got) != n || pages > 1 && n > 2 && last < 2 {
				t.Fatalf("%d rows below %d lines: %d on %d pages, %d on the last", n, lead, len(got), pages, last)
			}
			if pages > 1 && last == 2 {
				broken++
			}
		}
	}
	if broken == 0 {
		t.Error("no table ended just below a page")
	}
}
