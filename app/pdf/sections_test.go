package pdf

import (
	"slices"
	"strings"
	"testing"

	"tutela/app/doc"
)

// TestSections reads a paper back by its headings, contents left out, and the same
// whether its lines are long or short.
func TestSections(t *testing.T) {
	d := doc.Document{Title: "Documento", Office: "Ufficio", Label: "rev. 1", Date: "22/11/2026", Blocks: []doc.Block{
		doc.Contents{}, doc.PageBreak{},
		doc.Heading{Level: 1, Number: "1", Text: "Scopo"},
		doc.Para{Runs: []doc.Run{{Text: "Si adotta per "}, {Text: "tutto", Bold: true}, {Text: ", ovunque. " + strings.Repeat("Parole che vanno a capo dove capita. ", 200)}}},
		doc.Heading{Level: 2, Number: "1.1", Text: "Ruoli"}, doc.P("Nessuno."),
	}}
	upright := layout(t, d).Sections()
	d.Landscape = true
	across := layout(t, d).Sections()
	if len(upright) != 2 && len(upright) != 3 {
		t.Fatalf("%d sections", len(upright))
	}
	last := upright[len(upright)-2:]
	if last[0].Title != "1 Scopo" || last[1].Title != "1.1 Ruoli" || !slices.Equal(last[0].Words[len(last[0].Words)-2:], []string{"dove", "capita."}) {
		t.Errorf("%q %q ends %q", last[0].Title, last[1].Title, last[0].Words[len(last[0].Words)-2:])
	}
	if text := strings.Join(last[0].Words, " "); !strings.Contains(text, "Si adotta per tutto, ovunque.") || strings.Contains(text, "pagina") {
		t.Errorf("reads %.200s", text)
	}
	if changes := doc.Compare(upright, across); len(changes) != 0 {
		t.Errorf("the same text in other lines: %+v", changes)
	}
}

// TestSectionsOfTables: where a table goes over the page, and that its head is
// repeated there, is no difference.
func TestSectionsOfTables(t *testing.T) {
	table := doc.Table{Columns: []doc.Column{{Head: "Persona"}, {Head: "Incarico"}}}
	for range 60 {
		table.Rows = append(table.Rows, doc.Row{doc.C("Bianchi Luca"), doc.C("custode delle credenziali")})
	}
	of := func(lines int) []doc.Section {
		d := doc.Document{Title: "Documento", Office: "Ufficio", Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: "Prima"}, doc.P(strings.Repeat("Una riga di testo che riempie la pagina fino in fondo, o quasi. ", lines)),
			doc.Heading{Level: 1, Text: "Persone"}, table,
		}}
		p := layout(t, d)
		if len(p.Pages) < 2 {
			t.Fatal("the table stands on one page")
		}
		return p.Sections()
	}
	short := of(1)
	if text := strings.Join(short[len(short)-1].Words, " "); strings.Count(text, "Persona Incarico") != 1 || strings.Count(text, "Bianchi Luca") != 60 {
		t.Errorf("reads %.200s", text)
	}
	for _, lines := range []int{2, 5, 9, 20, 60} {
		if changes := doc.Compare(short, of(lines)); len(changes) != 1 || changes[0].Title != "Prima" {
			t.Errorf("%d lines before: %+v", lines, changes)
		}
	}
}
