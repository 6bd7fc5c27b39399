package doc

import "testing"

func TestText(t *testing.T) {
	warn := C("In corso", "dal 02/11/2026")
	warn.Tint = Warn
	d := Document{
		Kind: "sample", Title: "Scheda", Subtitle: "Prova", Office: "Ferramenta Bianchi", Label: "rev. 1", Date: "22/11/2026", Draft: true,
		Blocks: []Block{
			Heading{Level: 2, Number: "1.1", Text: "Ambito"},
			Para{Runs: []Run{{Text: "Testo "}, {Text: "forte", Bold: true}, {Text: " e ", Bold: true}, {Text: "corsivo", Italic: true}, {Text: "."}}},
			Note{Runs: T("Attenzione.\nDavvero.")},
			List{Items: [][]Run{T("uno"), T("due")}},
			List{Ordered: true, Items: [][]Run{T("primo")}},
			Table{Columns: []Column{{Head: "Misura"}, {Head: "Stato"}}, Rows: []Row{{C("Credenziali"), warn}, {{Paras: [][]Run{T("Gruppo")}, Span: 2, Bold: true}}}},
			Table{Columns: []Column{{Head: "A"}, {Head: "B"}}, Empty: "Nessuna violazione."},
			Table{Columns: []Column{{}, {}}, BlankRows: 1},
			Fields{Entries: []Entry{
				{Label: "Finalità", Value: [][]Run{T("Paghe"), T("Presenze")}},
				{Label: "Durata", Missing: true},
				{Label: "È dovuta?", Value: [][]Run{T("No")}},
				{Label: "Note", Lines: 2},
			}},
			Boxes{Label: "Necessaria", Options: []Box{{Text: "Sì", Checked: true}, {Text: "No"}}},
			Picture{Alt: "Matrice di rischio"},
			Space{Points: 10},
			PageBreak{},
			Signature{Place: "Cremona", Signers: []Signer{{Role: "Il titolare", Name: "Giovanni Bianchi", Note: "per accettazione"}}},
		},
	}
	const want = `# Scheda
Prova
Ferramenta Bianchi · rev. 1 · 22/11/2026 · BOZZA

### 1.1 Ambito

Testo **forte e ***corsivo*.

> Attenzione. / Davvero.

- uno
- due

1. primo

Misura | Stato
---
Credenziali | In corso / dal 02/11/2026 {warn}
**Gruppo**

A | B
---
(Nessuna violazione.)

____ | ____

Finalità: Paghe / Presenze
Durata: «da completare»
È dovuta? No
Note: ____ / ____

Necessaria: [x] Sì  [ ] No

[figura: Matrice di rischio]

--- nuova pagina ---

Cremona, data ____
Il titolare (per accettazione): ____ Giovanni Bianchi
`
	if got := Text(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
