package pdf

import (
	"fmt"
	"strings"

	"tutela/app/doc"
)

const prose = "Il titolare del trattamento mette in atto misure tecniche e organizzative adeguate per garantire un livello di sicurezza adeguato al rischio, tenendo conto dello stato dell’arte, dei costi di attuazione e della natura dei dati; le misure sono riesaminate e aggiornate qualora necessario. "

// sheetSample is a form with chapters, a heat map and tables: most blocks once.
func sheetSample() doc.Document {
	return doc.Document{
		Kind: "treatment-sheet", Title: "Scheda di trattamento", Subtitle: "Gestione del personale e delle paghe",
		Office: "Ferramenta Bianchi S.n.c.", Label: "rev. 3", Date: "22/11/2026",
		Blocks: []doc.Block{
			doc.Heading{Level: 1, Number: "1", Text: "Identificazione"},
			doc.Fields{Entries: []doc.Entry{
				{Label: "Denominazione del trattamento", Value: [][]doc.Run{doc.T("Gestione del personale e delle paghe")}},
				{Label: "Codice", Value: [][]doc.Run{doc.T("T-04")}, Half: true},
				{Label: "Attivo dal", Value: [][]doc.Run{doc.T("01/03/2019")}, Half: true},
				{Label: "Finalità", Value: [][]doc.Run{doc.T("Adempimento di obblighi fiscali, previdenziali e contabili"), doc.T("Gestione del rapporto di lavoro, dalla selezione alla cessazione")}},
				{Label: "Base giuridica", Value: [][]doc.Run{{{Text: "Art. 6, par. 1, lett. b) e c)", Bold: true}, {Text: " del Reg. (UE) 2016/679; per le categorie particolari art. 9, par. 2, lett. b)."}}}},
				{Label: "Durata della conservazione", Missing: true},
				{Label: "Designato al trattamento", Value: [][]doc.Run{doc.T("Ferri Elena")}, Half: true},
				{Label: "Nominata il", Missing: true, Half: true},
			}},
			doc.Boxes{Label: "Valutazione d’impatto necessaria", Options: []doc.Box{{Text: "Sì"}, {Text: "No", Checked: true}, {Text: "Da approfondire"}}},
			doc.Boxes{Label: "Categorie di dati", Options: []doc.Box{{Text: "Dati anagrafici", Checked: true}, {Text: "Coordinate bancarie", Checked: true}, {Text: "Dati relativi alla salute", Checked: true}, {Text: "Dati giudiziari"}, {Text: "Immagini"}}},
			doc.Heading{Level: 1, Number: "2", Text: "Rischio"},
			doc.Heading{Level: 2, Number: "2.1", Text: "Probabilità e impatto"},
			doc.P("Il livello di rischio è calcolato come prodotto tra probabilità e impatto; la casella in evidenza è quella del trattamento. " + prose),
			heatMap(),
			doc.Note{Runs: []doc.Run{{Text: "Attenzione. ", Bold: true}, {Text: "Il rischio residuo è rilevante: le misure del piano di adeguamento vanno adottate prima del prossimo riesame, e in ogni caso entro sei mesi."}}},
			doc.Heading{Level: 2, Number: "2.2", Text: "Misure di sicurezza"},
			doc.Table{
				Columns: []doc.Column{{Head: "Misura", Width: 5}, {Head: "Stato", Width: 2}, {Head: "Dal", Width: 2}, {Head: "Costo", Width: 2, Align: doc.Right}, {Head: "Responsabile", Width: 3}},
				Rows: []doc.Row{
					{{Paras: [][]doc.Run{doc.T("Accesso")}, Span: 5, Tint: doc.Head, Bold: true}},
					{doc.C("Credenziali personali con parola chiave di almeno dodici caratteri"), tinted("Adottata", doc.Good), doc.C("14/03/2023"), doc.C("0,00"), doc.C("Ferri Elena")},
					{doc.C("Blocco automatico della postazione dopo dieci minuti", "Anche per i portatili"), tinted("In corso", doc.Warn), doc.C("02/11/2026"), doc.C("120,00"), doc.C("Marta Bianchi")},
					{{Paras: [][]doc.Run{doc.T("Copie di sicurezza")}, Span: 5, Tint: doc.Head, Bold: true}},
					{doc.C("Copia giornaliera cifrata su supporto esterno"), tinted("Mancante", doc.Bad), doc.C("—"), doc.C("1.450,00"), doc.C("amministrazione@ferramentabianchi.example")},
				},
			},
			doc.Heading{Level: 3, Text: "Nota sui livelli"},
			doc.List{Items: [][]doc.Run{doc.T("Accettabile: nessun intervento oltre al riesame annuale."), doc.T("Medio-basso: interventi programmati. " + prose)}},
			doc.List{Ordered: true, Items: [][]doc.Run{doc.T("Trattare solo i dati necessari al proprio lavoro."), doc.T("Tenere segreta la parola chiave; vedi https://www.garanteprivacy.it/home per le regole.")}},
			doc.Signature{Place: "Cremona", Date: "22/11/2026", Signers: []doc.Signer{{Role: "Il titolare del trattamento", Name: "Giovanni Bianchi"}}},
		},
	}
}

func tinted(text string, t doc.Tint) doc.Cell {
	c := doc.C(text)
	c.Tint = t
	return c
}

// heatMap is a matrix of five by five with its axes.
func heatMap() doc.Picture {
	p := doc.Picture{Width: 380, Height: 190, Alt: "Matrice di rischio: probabilità 3, impatto 4, livello Rilevante."}
	for i := range 5 {
		for j := range 5 {
			v := (i + 1) * (5 - j)
			tint := doc.Level1
			switch {
			case v > 14:
				tint = doc.Level4
			case v > 8:
				tint = doc.Level3
			case v > 3:
				tint = doc.Level2
			}
			s := doc.Shape{X: 80 + float64(i)*60, Y: float64(j) * 32, W: 57, H: 29, Fill: tint, Text: fmt.Sprint(v), Size: 9}
			if i == 2 && j == 1 {
				s.Frame, s.Bold, s.Text = 2, true, "12\nquesto"
			}
			p.Shapes = append(p.Shapes, s)
		}
		p.Shapes = append(p.Shapes,
			doc.Shape{X: 80 + float64(i)*60, Y: 162, W: 57, H: 14, Text: fmt.Sprintf("Impatto %d", i+1), Size: 7.5},
			doc.Shape{X: 0, Y: float64(4-i) * 32, W: 76, H: 29, Text: fmt.Sprintf("Probabilità %d", i+1), Size: 7.5, Align: doc.Right})
	}
	return p
}

// registerSample is a wide table over many pages.
func registerSample(rows int) doc.Document {
	t := doc.Table{Columns: []doc.Column{
		{Head: "N.", Width: 1, Align: doc.Right}, {Head: "Trattamento", Width: 5}, {Head: "Finalità", Width: 7},
		{Head: "Categorie di interessati", Width: 4}, {Head: "Destinatari", Width: 4}, {Head: "Cancellazione", Width: 3}, {Head: "Rischio", Width: 2, Align: doc.Center},
	}}
	levels := []string{"Accettabile", "Medio-basso", "Rilevante", "Alto"}
	for i := range rows {
		t.Rows = append(t.Rows, doc.Row{
			doc.C(fmt.Sprint(i + 1)), {Paras: [][]doc.Run{doc.T(fmt.Sprintf("Trattamento dei dati di prova numero %d", i+1))}, Bold: true},
			doc.C(prose[:60+i*37%150]), doc.C("Dipendenti", "Collaboratori", "Familiari a carico"),
			doc.C("Studio di consulenza del lavoro", "Istituti di credito"), doc.C("10 anni dalla cessazione"), tinted(levels[i%4], doc.Level1+doc.Tint(i%4)),
		})
	}
	return doc.Document{
		Kind: "controller-register", Title: "Registro dei trattamenti del titolare", Subtitle: "Art. 30, paragrafo 1, del Regolamento (UE) 2016/679",
		Office: "Ferramenta Bianchi S.n.c.", Label: "situazione al 22/11/2026", Date: "22/11/2026", Landscape: true, Blocks: []doc.Block{t},
	}
}

// blankSample is a form to be filled in by hand.
func blankSample() doc.Document {
	return doc.Document{
		Kind: "request-form", Title: "Richiesta dell’interessato", Subtitle: "Artt. 15–22 del Regolamento (UE) 2016/679",
		Office: "Ferramenta Bianchi S.n.c.", Label: "modulo in bianco",
		Blocks: []doc.Block{
			doc.Heading{Level: 2, Text: "Chi presenta la richiesta"},
			doc.Fields{Entries: []doc.Entry{
				{Label: "Cognome", Lines: 1, Half: true}, {Label: "Nome", Lines: 1, Half: true},
				{Label: "Luogo e data di nascita", Lines: 1},
				{Label: "Recapito per la risposta (indirizzo, posta elettronica o PEC)", Lines: 2},
			}},
			doc.Boxes{Label: "Diritto esercitato", Options: []doc.Box{{Text: "Accesso"}, {Text: "Rettifica"}, {Text: "Cancellazione"}, {Text: "Limitazione"}, {Text: "Portabilità"}, {Text: "Opposizione"}}},
			doc.Boxes{Options: []doc.Box{{Text: "Dichiaro di presentare la richiesta anche per conto del minore indicato sopra, sul quale esercito la responsabilità genitoriale, e allego copia del documento"}}},
			doc.Fields{Entries: []doc.Entry{{Label: "Motivi e dettagli", Lines: 5}}},
			doc.Para{Runs: doc.T("La risposta è data entro un mese; il termine può essere prorogato di due mesi."), Small: true},
			doc.Heading{Level: 2, Text: "Documenti allegati"},
			doc.Table{Columns: []doc.Column{{Head: "Documento", Width: 3}, {Head: "Data", Width: 1}, {Head: "Note", Width: 2}}, BlankRows: 4},
			doc.Signature{Signers: []doc.Signer{{Role: "Chi presenta la richiesta"}, {Role: "Per ricevuta, l’incaricato", Note: "se la richiesta è consegnata a mano"}}},
		},
	}
}

// letterSample is a letter with two signatures, as a draft.
func letterSample() doc.Document {
	return doc.Document{
		Kind: "appointment-authorised", Title: "Lettera di nomina", Subtitle: "Persona autorizzata al trattamento (ex incaricato)",
		Office: "Ferramenta Bianchi S.n.c.", Label: "Nomina 11/2026 · rev. 1", Date: "02/11/2026", Draft: true,
		Blocks: []doc.Block{
			doc.P("Il titolare Ferramenta Bianchi S.n.c., con sede in Cremona, via Dante 14, nomina la signora Elena Ferri (FRRLNE88D52D150W) persona autorizzata ai trattamenti elencati sotto, ai sensi degli artt. 29 e 32, par. 4, GDPR e 2-quaterdecies del Codice."),
			doc.P(strings.Repeat(prose, 2)),
			doc.Heading{Level: 2, Text: "Ambito"},
			doc.Para{Runs: []doc.Run{{Text: "Archivi "}, {Text: "Paghe", Bold: true}, {Text: ", "}, {Text: "Clienti", Italic: true}, {Text: ", Fornitori e Contabilità, con i permessi della scheda allegata; postazione PC Ufficio 2; locale Ufficio al primo piano."}}},
			doc.Heading{Level: 2, Text: "Compiti"},
			doc.List{Ordered: true, Items: [][]doc.Run{doc.T("Trattare solo i dati necessari al proprio lavoro, secondo le istruzioni scritte ricevute."), doc.T("Tenere segreta la parola chiave, cambiarla ogni tre mesi, non lasciare la postazione aperta."), doc.T("Avvisare subito il titolare se un dato è perso, rubato o inviato per errore.")}},
			doc.Heading{Level: 2, Text: "Durata"},
			doc.P("La nomina vale fino a revoca o alla fine del rapporto di lavoro. " + prose),
			doc.Signature{Place: "Cremona", Date: "02/11/2026", Signers: []doc.Signer{{Role: "Il titolare", Name: "Giovanni Bianchi"}, {Role: "La persona autorizzata", Name: "Elena Ferri", Note: "per accettazione e presa visione"}}},
		},
	}
}
