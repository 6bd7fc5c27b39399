package papers

import "tutela/app/doc"

// supplierReport is the form on which a supplier tells once a year of what it did
// with the data (spec 3.3, rule 26; 5-law 6, OUT2). It is filled in by hand.
func supplierReport(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "supplier-report", w.controllerRow())
	p.add(p.say("report")...)
	lines := func(label string, n int) doc.Entry { return doc.Entry{Label: label, Lines: n} }
	half := func(label string) doc.Entry { return doc.Entry{Label: label, Lines: 1, Half: true} }
	yesNo := func(label string) doc.Boxes {
		return doc.Boxes{Label: label, Options: []doc.Box{{Text: "Sì"}, {Text: "No"}}}
	}
	p.add(doc.Fields{Entries: []doc.Entry{lines("Fornitore", 1), lines("Servizio", 1), half("Periodo dal"), half("al")}})
	p.head("Che cosa è stato fatto")
	p.add(doc.Fields{Entries: []doc.Entry{lines("Trattamenti svolti per l’ufficio", 2), lines("Luoghi in cui sono stati i dati", 1)}})
	p.add(yesNo("I dati sono usciti dallo Spazio economico europeo?"), yesNo("Ci sono sub-responsabili nuovi, o cambiati?"))
	p.add(doc.Fields{Entries: []doc.Entry{lines("Quali, e dove", 2)}})
	p.head("Sicurezza")
	p.add(doc.Fields{Entries: []doc.Entry{lines("Misure in uso, e che cosa è cambiato", 2), lines("Ultima prova di ripristino", 1), lines("Formazione di chi tratta i dati", 1)}})
	p.add(yesNo("Chi amministra i sistemi dell’ufficio è cambiato?"))
	p.add(doc.Fields{Entries: []doc.Entry{lines("Chi sono oggi", 1)}})
	p.head("Fatti da segnalare")
	p.add(yesNo("Ci sono state violazioni o anomalie?"), yesNo("Sono arrivate richieste di interessati o di autorità?"))
	p.add(doc.Fields{Entries: []doc.Entry{lines("Quali, quando, come sono finite", 3), lines("Che cosa resta da fare, entro quando", 2)}})
	p.sign("", doc.Signer{Role: "Il fornitore"}, doc.Signer{Role: "Per l’ufficio", Note: "ricevuta il"})
	return p.document("")
}
