package app

import (
	"time"

	"tutela/app/breach"
	"tutela/app/form"
)

// breaches fills those of the example: one that was analysed and closed, one that
// was none, and one whose 72 hours run.
func (s *sampler) breaches(t []*Treatment) {
	s.add(BreachForm.Type(), s.wrongPaySlip(t))
	s.add(BreachForm.Type(), s.noBreach())
	s.add(BreachForm.Type(), s.lostStick(t))
}

// rome is a moment of the example, as one reads it on the clock.
func rome(year int, month time.Month, day, hour, minute int) form.Moment {
	return form.MomentOf(time.Date(year, month, day, hour, minute, 0, 0, form.Rome))
}

// itemLines are answers to the 18 items as letters: 1 to 4, then s, n, or - where
// none was given.
func itemLines(answers string) (out [breach.Items]string) {
	for i, c := range answers {
		switch c {
		case 's':
			out[i] = "1"
		case 'n':
			out[i] = "2"
		case '-':
		default:
			out[i] = string(c)
		}
	}
	return out
}

func (s *sampler) wrongPaySlip(t []*Treatment) *Breach {
	b := &Breach{Name: "Busta paga alla persona sbagliata", Closed: "2025-03-28"}
	b.BreachReport = BreachReport{
		Date: "2025-03-11", Reporter: s.niccolo.UID(), Channel: "A voce",
		Report:    "Ho ricevuto per e-mail, insieme alla mia, la busta paga di febbraio di un collega.",
		EventWhen: EventAt, Event: rome(2025, 3, 11, 9, 20), Discovered: rome(2025, 3, 11, 9, 45), DiscoveredBy: "Niccolò Costa, che l’ha ricevuta",
		Superior: s.luca.UID(), SuperiorTold: rome(2025, 3, 11, 9, 50), Natures: []string{"confidentiality"}, Aware: rome(2025, 3, 11, 10, 15),
		DoneAtOnce: "Chi l’ha ricevuta non l’ha inoltrata e l’ha cancellata davanti alla titolare.", ReportPresent: s.crisis[:2], Decision: BreachProceed,
	}
	b.BreachTeam = BreachTeam{
		TeamDate: "2025-03-11", SubjectsKnown: CountExact, Subjects: form.Number(1), SubjectsShare: "Una persona su cinque", RecordsKnown: CountExact, Records: form.Number(1),
		SubjectCategories: []string{"employees"}, DataTypes: []string{"identification-data", "pay-data", "bank-data"},
		Extent: "Un solo messaggio, a un solo collega noto.", Period: "L’11/03/2025, per meno di un’ora", DataForm: "electronic",
		Consequences: "Un collega ha saputo quanto guadagna un altro. Nessun altro uso è possibile: il file non c’è più.",
		Treatments:   []string{t[0].UID()}, Systems: []string{s.pc.UID()}, People: []string{s.elena.UID(), s.niccolo.UID()},
		Containment: []*Containment{{Action: "Messaggio e allegato cancellati anche dal cestino", By: "Niccolò Costa", Due: "2025-03-11", Done: "2025-03-11"}},
		TeamPresent: s.crisis, IsBreach: "yes", Electronic: "yes",
	}
	b.BreachRisk = BreachRisk{Items: itemLines("211nnnsnnsnnnnnnns"), RiskDate: "2025-03-12", RiskPresent: s.crisis}
	b.BreachNotice = BreachNotice{
		Notify: "no", NotifyDecided: rome(2025, 3, 12, 11, 30),
		NotifyWhy: "Il destinatario è un collega noto e fidato, il file è stato cancellato prima di essere inoltrato: un danno per l’interessato è improbabile.",
	}
	b.BreachTelling = BreachTelling{Communicate: TellVoluntary, CommunicateWhy: "Per correttezza: l’interessato lavora in ufficio e lo avrebbe saputo.", Communications: []*Communication{{
		Document: "Lettera consegnata a mano", Sent: rome(2025, 3, 12, 15, 0), Means: "message", People: form.Number(1),
	}}}
	b.Actions = []*BreachAction{{
		Date: "2025-03-12", Action: "Le buste paga si mandano una per una, con il nome del destinatario controllato da chi invia.", Responsible: "Elena Sala",
		Due: "2025-03-27", Done: "2025-03-27", Told: "2025-03-28", Outcome: OutcomePositive,
	}}
	b.Corrective = "yes"
	b.Correctives = []*CorrectiveAction{{
		BreachAction: BreachAction{
			Date: "2025-03-12", Action: "Ogni busta paga è un file protetto da una password che ha solo l’interessato.", Responsible: "Elena Sala",
			Due: "2025-03-27", Done: "2025-03-27", Told: "2025-03-28", Outcome: OutcomePositive,
		},
		DocumentUpdate: "Istruzioni per chi tratta le paghe",
	}}
	return b
}

func (s *sampler) noBreach() *Breach {
	b := &Breach{Name: "Accesso al gestionale di notte", Closed: "2026-06-09"}
	b.BreachReport = BreachReport{
		Date: "2026-06-08", Reporter: s.elena.UID(), Channel: "Per telefono",
		Report:    "Il gestionale segna un accesso con il mio nome alle 23.12 di domenica, quando il negozio era chiuso.",
		EventWhen: EventAt, Event: rome(2026, 6, 7, 23, 12), Discovered: rome(2026, 6, 8, 8, 40), DiscoveredBy: "Elena Sala", Natures: []string{"confidentiality"},
		Aware: rome(2026, 6, 8, 9, 5), DoneAtOnce: "Password cambiata subito.", ReportPresent: s.crisis, Decision: BreachStop,
	}
	b.BreachDropped = BreachDropped{
		DropDate: "2026-06-09", DropPresent: s.crisis, DropTold: "2026-06-09", DropCorrective: "no",
		DropWhy: "L’accesso era dell’aggiornamento automatico del programma, fatto dal fornitore con l’utente di servizio e scritto nel suo registro: nessuno ha visto dati.",
	}
	return b
}

func (s *sampler) lostStick(t []*Treatment) *Breach {
	b := &Breach{Name: "Chiavetta USB smarrita"}
	b.BreachReport = BreachReport{
		Date: "2026-11-20", Reporter: s.davide.UID(), Channel: "Per telefono",
		Report:    "Non trovo più la chiavetta con le schede dei clienti che dovevo portare al magazzino: credo di averla persa sull’autobus.",
		EventWhen: EventSpan, Event: rome(2026, 11, 20, 12, 40), EventEnd: rome(2026, 11, 20, 14, 50), Discovered: rome(2026, 11, 20, 15, 10), DiscoveredBy: "Davide Ricci",
		Superior: s.luca.UID(), SuperiorTold: rome(2026, 11, 20, 15, 15), Natures: []string{"confidentiality"}, Aware: rome(2026, 11, 20, 15, 30),
		DoneAtOnce: "Chiamato l’ufficio oggetti smarriti dell’autobus.", ReportPresent: s.crisis[:2], Decision: BreachProceed,
	}
	b.BreachTeam = BreachTeam{
		TeamDate: "2026-11-21", SubjectsKnown: CountAbout, Subjects: form.Number(140), SubjectsShare: "I clienti con il conto aperto", RecordsKnown: CountAbout, Records: form.Number(300),
		SubjectCategories: []string{"customers"}, DataTypes: []string{"identification-data", "contact-details", "identity-documents", "tax-accounting-data"},
		Extent: "Una chiavetta da 16 GB con un solo archivio. Chi la trova la apre con qualunque computer.", Period: "Dal 20/11/2026, ancora in corso", DataForm: "electronic",
		Consequences: "Chi trova la chiavetta può usare le copie dei documenti per farsi passare per un cliente, e sapere quanto compra a credito.",
		Treatments:   []string{t[1].UID()}, Systems: []string{s.pc.UID()}, People: []string{s.davide.UID()},
		Containment: []*Containment{{Action: "Ricerca all’ufficio oggetti smarriti e sulla linea", By: "Davide Ricci", Due: "2026-11-23"}},
		TeamPresent: s.crisis, IsBreach: "yes", Electronic: "yes",
	}
	b.BreachRisk = BreachRisk{Items: itemLines("311nsnsnnsnnnnns--")}
	return b
}
