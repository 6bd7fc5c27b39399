package papers

import (
	"cmp"
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// wordsOfSection are shown of a section that only one edition has.
const wordsOfSection = 60

// EditionOf names a print where it is compared with another.
func EditionOf(x app.Print) string {
	if x.Revision == 0 {
		return "bozza del " + form.MomentOf(x.At).String()
	}
	return fmt.Sprintf("revisione %s del %s, %s", x.Number(), form.MomentOf(x.At), x.State)
}

// EditionToday names what a paper would say now.
func EditionToday(d *app.Dossier) string { return "come sarebbe oggi, " + d.Today().String() }

// Editions tells section by section what differs between two prints of a paper,
// the earlier first; before and after say which they are. It is no paper of the
// office: what it says stands in both.
func Editions(d *app.Dossier, title, before, after string, changes []doc.Change) doc.Document {
	out := doc.Document{
		Kind: "editions", Title: "Confronto fra due stampe", Subtitle: title, Landscape: true,
		Office: d.Office().Name, Date: d.Today().String(),
		Blocks: []doc.Block{doc.Fields{Entries: []doc.Entry{
			{Label: "Prima", Value: [][]doc.Run{doc.T(before)}, Half: true}, {Label: "Dopo", Value: [][]doc.Run{doc.T(after)}, Half: true},
		}}, doc.Space{Points: 6}},
	}
	if len(changes) == 0 {
		out.Blocks = append(out.Blocks, doc.P("Le due stampe dicono le stesse cose."))
		return out
	}
	out.Blocks = append(out.Blocks, doc.P("In grassetto le parole diverse, con qualche parola intorno. Le sezioni che non sono nominate sono uguali."), changesTable("Prima", "Dopo", changes))
	return out
}

// changesTable shows before and after of what differs, under their heads.
func changesTable(before, after string, changes []doc.Change) doc.Table {
	table := doc.Table{Columns: []doc.Column{{Head: "Sezione", Width: 3}, {Head: before, Width: 5}, {Head: after, Width: 5}}}
	for _, c := range changes {
		name := SectionName(c)
		for i, p := range c.Pieces {
			row := doc.Row{doc.Cell{}, doc.Cell{Paras: [][]doc.Run{p.Before}}, doc.Cell{Paras: [][]doc.Run{p.After}}}
			if i == 0 {
				row[0] = doc.Cell{Paras: [][]doc.Run{doc.T(name)}, Bold: true}
			}
			switch {
			case c.New:
				row[1], row[2] = doc.C("(non c’era)"), begun(p.After)
			case c.Gone:
				row[1], row[2] = begun(p.Before), doc.C("(non c’è più)")
			}
			table.Rows = append(table.Rows, row)
		}
	}
	return table
}

// SectionName is the title of a section that changed; what stands before the first
// heading has none.
func SectionName(c doc.Change) string { return cmp.Or(c.Title, "Inizio del documento") }

// begun is the beginning of a section.
func begun(text []doc.Run) doc.Cell {
	var words []string
	for _, r := range text {
		words = append(words, strings.Fields(r.Text)...)
	}
	if len(words) > wordsOfSection {
		words = append(words[:wordsOfSection:wordsOfSection], "…")
	}
	return doc.C(strings.Join(words, " "))
}
