package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// RecoverySheet is the sheet for the safe: where the copies of the office are, and
// lines on which the passphrase is written by hand. It is no paper of the office:
// the passphrase is printed nowhere, and no copy of the sheet is kept. public is the
// public half of the keys, by whose end one sheet is told from an older one.
func RecoverySheet(d *app.Dossier, public string, folders []string) doc.Document {
	text := textOf("recovery")
	out := doc.Document{Kind: "recovery-sheet", Title: "Foglio per la cassaforte", Subtitle: "Frase segreta delle copie di Tutela", Office: d.Office().Name, Date: d.Today().String()}
	out.Blocks = append(out.Blocks, text.say("about")...)
	tail := public
	if len(tail) > 8 {
		tail = tail[len(tail)-8:]
	}
	fields := doc.Fields{Entries: []doc.Entry{{Label: "Ufficio", Value: [][]doc.Run{doc.T(d.Office().Name)}}, {Label: "Segno della chiave", Value: [][]doc.Run{doc.T(tail)}}}}
	for _, f := range folders {
		fields.Entries = append(fields.Entries, doc.Entry{Label: "Cartella delle copie", Value: [][]doc.Run{doc.T(f)}})
	}
	out.Blocks = append(out.Blocks, fields, doc.Heading{Level: 1, Text: "La frase segreta, scritta a mano"})
	out.Blocks = append(out.Blocks, text.say("write")...)
	out.Blocks = append(out.Blocks, doc.Fields{Entries: []doc.Entry{{Label: "Frase", Lines: 4}, {Label: "Scelta il", Lines: 1}}})
	out.Blocks = append(out.Blocks, doc.Heading{Level: 1, Text: "Per ripristinare"})
	out.Blocks = append(out.Blocks, text.say("restore")...)
	out.Blocks = append(out.Blocks, doc.Signature{Place: d.Office().City, Signers: []doc.Signer{{Role: "Chi l’ha scritta"}, {Role: "Chi tiene la cassaforte"}}})
	return out
}
