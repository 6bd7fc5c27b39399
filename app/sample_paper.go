package app

import "tutela/app/form"

// papersAbout fills what the example keeps about its papers and rooms: who asked
// for what, who took which folder, who came in when the shop was shut.
func (s *sampler) papersAbout(t []*Treatment) {
	personnel := s.stores[1]
	s.add(CopyLeaveForm.Type(), &CopyLeave{
		On: "2026-06-08", What: LeaveTransmission, Data: "Certificati medici di maggio", Archive: personnel.UID(), Classes: []string{"common", "special"},
		AskedBy: s.elena.UID(), To: s.payroll.Name, Why: "Servono allo studio per le buste paga; vanno per posta certificata.",
		AuthorisedBy: s.luca.UID(), Until: "2026-06-12", Done: "2026-06-08",
	})
	s.add(CopyLeaveForm.Type(), &CopyLeave{
		On: "2026-11-16", What: LeaveMedium, Data: "Elenco dei clienti con partita IVA", Archive: s.stores[0].UID(), Classes: []string{"common"},
		AskedBy: s.niccolo.UID(), Why: "Catalogo di Natale: gli indirizzi si stampano sulle buste, in negozio.", AuthorisedBy: s.luca.UID(), Until: "2026-11-30",
	})
	for _, x := range []*DocumentLoan{
		{Person: s.marta.UID(), Documents: "Fascicolo 3", Why: "Colloquio annuale", Taken: "2026-03-11", Returned: "2026-03-11", Complete: "yes"},
		{Person: s.elena.UID(), Documents: "Fascicoli 1–5", Why: "Controllo delle ferie con lo studio paghe", Taken: "2026-10-29", Returned: "2026-10-29", Complete: "yes"},
	} {
		x.Archive = personnel.UID()
		s.add(DocumentLoanForm.Type(), x)
	}
	for _, x := range []struct {
		e       RoomEntry
		in, out string
	}{
		{RoomEntry{Site: s.shop.UID(), Person: s.luca.UID(), Why: "Allarme suonato nella notte: una finestra aperta dal vento", NotedBy: s.luca.UID()}, "14/02/2026 02:50", "14/02/2026 03:30"},
		{RoomEntry{Room: s.office.UID(), Outsider: "Giorgio Valli, Valli Informatica", Shown: "Carta d’identità CA12345AB", Why: "Cambio del disco del PC, a negozio chiuso", LetInBy: s.elena.UID(), NotedBy: s.elena.UID()}, "09/09/2026 19:20", "09/09/2026 21:05"},
	} {
		x.e.In, _ = form.ParseMoment(x.in)
		x.e.Out, _ = form.ParseMoment(x.out)
		s.add(RoomEntryForm.Type(), &x.e)
	}
	for _, x := range []*Delivery{
		{Document: "Procedura per le violazioni", Edition: "2", Person: s.elena.UID(), Signed: "2024-11-15"},
		{Document: "Procedura per le violazioni", Edition: "2", Person: s.niccolo.UID(), Signed: "2024-11-15"},
		{Document: "Procedura per le violazioni", Edition: "2", Supplier: s.payroll.UID(), How: "mail", Signed: "2024-11-20"},
		{Document: "Elenco delle persone autorizzate (UPD B)", Edition: "2026", CopyNumber: "1", Person: s.niccolo.UID(), On: "2026-03-20", Signed: "2026-03-20"},
	} {
		if x.On == "" {
			x.On = "2024-11-11"
		}
		if x.How == "" {
			x.How = "hand"
		}
		s.add(DeliveryForm.Type(), x)
	}
	for _, x := range []struct {
		of *Treatment
		e  Erasure
	}{
		{t[3], Erasure{Period: "Ricevuti fino al 31/12/2024", Count: "23 curricula", Outcome: ErasedData, Minutes: "2026-01-12",
			How: "Carta nel distruggidocumenti; messaggi cancellati, cestino svuotato"}},
		{t[0], Erasure{Period: "Rapporti finiti entro il 31/12/2015", Outcome: NothingToErase}},
		{t[1], Erasure{Period: "Fatture fino al 31/12/2015", Outcome: ExtendedData, Until: "2027-06-30", Count: "un fascicolo",
			Reason: "Una causa con un cliente per una fornitura del 2014, ancora aperta: si tengono solo le sue carte."}},
		{t[2], Erasure{Period: "Fatture fino al 31/12/2015", Count: "otto faldoni", Outcome: ErasedData, Minutes: "2026-01-12",
			How: "Carta consegnata a chi la distrugge, con il suo certificato; file cancellati dal gestionale"}},
		{t[4], Erasure{Period: "Iscritti prima del 12/01/2024", Outcome: NothingToErase}},
	} {
		x.e.Treatment, x.e.On, x.e.By = x.of.UID(), "2026-01-12", s.elena.UID()
		s.add(ErasureForm.Type(), &x.e)
	}
	s.add(SysadminCheckForm.Type(), &SysadminCheck{Person: s.luca.UID(), On: "2026-03-27", From: "2025-03-28", To: "2026-03-27",
		Looked: "Accessi da amministratore a PC e NAS, utenti aperti e chiusi, due accessi di domenica per un guasto del NAS.", LogsSince: "2025-03-01", LogsSafe: "yes",
		Outcome: CheckRegular, By: s.marta.UID()})
}
