package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// StandardText tells what changed in the standard text of a section since the office
// wrote its own, and how that differs from the standard text of today. It is no paper
// of the office.
func StandardText(d *app.Dossier, x *app.DocumentText) doc.Document {
	standard, _ := x.Standard()
	name := strings.TrimSpace(standard.Number + " " + standard.Title)
	words := func(text string) []doc.Section { return []doc.Section{{Title: name, Words: strings.Fields(text)}} }
	out := doc.Document{
		Kind: "editions", Title: "Il testo standard e il vostro", Subtitle: name, Landscape: true,
		Office: d.Office().Name, Date: d.Today().String(),
		Blocks: []doc.Block{doc.P("In grassetto le parole diverse, con qualche parola intorno.")},
	}
	out.Blocks = append(out.Blocks, doc.Heading{Level: 2, Text: "Che cosa è cambiato nel testo standard"})
	if changes := doc.Compare(words(x.Seen), words(standard.Source)); x.Outdated() {
		out.Blocks = append(out.Blocks, changesTable("Quando avete scritto il vostro", "Oggi", changes))
	} else {
		out.Blocks = append(out.Blocks, doc.P("Il testo standard non è cambiato."))
	}
	if x.How != app.TextReplaces {
		return out // it follows the standard text, and says something else
	}
	out.Blocks = append(out.Blocks, doc.Heading{Level: 2, Text: "Il vostro testo e quello standard di oggi"})
	if changes := doc.Compare(words(standard.Source), words(x.Text)); len(changes) > 0 {
		out.Blocks = append(out.Blocks, changesTable("Il testo standard di oggi", "Il vostro testo", changes))
	} else {
		out.Blocks = append(out.Blocks, doc.P("Dicono le stesse cose."))
	}
	return out
}
