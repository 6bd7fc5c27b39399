package app

import "tutela/app/form"

// dpias fills the impact assessments of the example: the cameras, where one is
// owed, and the newsletter, where the screening says that none is.
func (s *sampler) dpias(t []*Treatment) {
	newsletter, cameras := t[4], t[5]
	s.add(DPIAForm.Type(), &DPIA{
		Treatment: cameras.UID(), Screened: "2026-01-19", ScreenedBy: s.marta.UID(),
		Criteria: []string{"monitoring", "vulnerable"}, Types: []string{"remote-control"}, High: "no", Decision: DPIAAssess,
		Description:        "Quattro telecamere fisse: una all’ingresso, due sugli scaffali, una in cassa. Le immagini vanno al videoregistratore chiuso nell’ufficio, che le cancella da solo dopo 24 ore. Le guarda solo la titolare, se accade qualcosa. Servono a proteggere merce, incassi e persone, dopo due furti nel 2025.",
		Necessity:          "L’allarme e gli specchi non hanno evitato i furti. Le telecamere non riprendono lo spogliatoio, il retro e la strada; non c’è audio; la cassa è ripresa dall’alto, senza il viso di chi lavora. C’è l’autorizzazione dell’Ispettorato del lavoro del 12/12/2025 (art. 4 L. 300/1970). Ventiquattro ore bastano per accorgersi di un furto.",
		Matrix:             "5x5",
		Risks:              "Controllo del lavoro dei dipendenti. Immagini viste o copiate da chi non deve. Uso per scopi diversi. Furto del videoregistratore.",
		InitialProbability: form.Number(3), InitialConsequence: form.Number(4),
		Measures:            "Cartelli all’ingresso e informativa completa in cassa. Videoregistratore in un armadio chiuso, con password che ha solo la titolare. Ogni visione si scrive in un registro. Cancellazione automatica. Istruzioni scritte al fornitore che fa la manutenzione.",
		ResidualProbability: form.Number(2), ResidualConsequence: form.Number(3),
		NoDPO: true, Views: "I dipendenti, sentiti in riunione il 24/11/2025: hanno chiesto di non riprendere lo spogliatoio, ed è stato fatto. Per i clienti, due settimane di avviso in cassa senza osservazioni.",
		Outcome: DPIAMeasures, OutcomeNote: "L’inquadratura della cassa va ridotta entro il 31/01/2027; ne risponde Marta Bianchi.",
		Assessed: "2026-02-02", Next: "2027-02-01",
	})
	s.add(DPIAForm.Type(), &DPIA{
		Treatment: newsletter.UID(), Screened: "2026-01-19", ScreenedBy: s.marta.UID(),
		NoCriteria: true, NoTypes: true, High: "no", Matrix: "5x5", Decision: DPIASkip,
		WhyNot: "Nome ed e-mail di circa trecento iscritti con il loro consenso. Nessun profilo, nessun dato particolare, stessi messaggi a tutti.",
	})
}

// clients fills the one controller for whom the shop of the example works.
func (s *sampler) clients() {
	s.add(ClientForm.Type(), &Client{
		Name: "Associazione Commercianti Via Dante", VAT: "93012340191", Address: "Via Dante 2, 26100 Cremona (CR)", Contacts: "segreteria@commerciantiviadante.example, 0372 000009",
		Contract: "2025-03-01", ContractEnd: "2028-02-29",
		Processing: "Rilascio e ricarica delle tessere fedeltà della via\nInvio dei messaggi agli iscritti alle iniziative",
		DataTypes:  []string{"identification-data", "contact-details"}, Subjects: []string{"customers", "subscribers"},
		Transfer: "none", Measures: []string{"password-management", "antivirus", "backup", "training"},
		MeasuresText: "L’elenco delle tessere si apre solo dal PC dell’amministrazione.",
		SubRule:      SubGeneral, SubProcessors: []*SubProcessor{{Name: "Postino Digitale S.r.l.", Country: "it", Service: "Invio dei messaggi"}},
	})
}
