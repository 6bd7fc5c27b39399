package app

// requests fills those of the example: one answered in time, one whose month runs.
func (s *sampler) requests(t []*Treatment) {
	s.add(RequestForm.Type(), &Request{
		Received: "2026-03-02", Means: "oral", NotedBy: s.niccolo.UID(), Words: "In negozio: vorrebbe sapere che dati abbiamo, e ci dice che ha cambiato casa.",
		Subject: "Ferrari Lucia", SubjectContacts: "Via Trecchi 9, 26100 Cremona", Asker: AsksSelf,
		Identity: "Carta d’identità vista in negozio", IdentityOn: "2026-03-02",
		Rights: []string{RightAccess, RightRectification}, Extent: "all", Wanted: "paper", Treatments: []string{t[1].UID()},
		Outcome: RequestGranted, Done: "Consegnata la copia della scheda cliente e delle fatture dal 2019; corretto l’indirizzo in anagrafica.",
		Answered: "2026-03-13", AnsweredBy: "hand",
		Recipients: []*RequestRecipient{{Supplier: s.accountant.UID(), What: "Indirizzo nuovo: Via Trecchi 9, 26100 Cremona", Told: "2026-03-13", How: "E-mail"}},
	})
	s.add(RequestForm.Type(), &Request{
		Received: "2026-11-09", Means: "email", Words: "Non sono più vostro cliente: cancellate i miei dati e basta offerte, per favore.",
		Subject: "Galli Andrea", SubjectContacts: "andrea.galli@mail.example", Asker: AsksSelf,
		Identity: "Scrive dall’indirizzo con cui si era iscritto, e ha detto il numero dell’ultima fattura", IdentityOn: "2026-11-10",
		Rights: []string{RightErasure, RightMarketing}, Extent: "all", Wanted: "electronic", Treatments: []string{t[1].UID(), t[4].UID()},
		Stopped:    "2026-11-09",
		Recipients: []*RequestRecipient{{Supplier: s.newsletter.UID()}},
	})
}
