package app

import (
	"time"

	"tutela/app/form"
)

// backupPlan is the plan that the sheets of the example point at.
func (s *sampler) backupPlan() {
	s.nightly = &BackupPlan{
		Name: "Computer sul NAS", Systems: []string{s.pc.UID()}, Started: "2024-11-18",
		Mode: BackupAutomatic, Interval: form.Number(7), Kind: "nas", Copies: form.Number(12), Retention: form.Number(90),
		Reuse: "yes", ReuseEvery: form.Number(90), LongestMonths: form.Number(60), Where: "Armadio chiuso a chiave, in magazzino",
		Protected: []string{"intrusion", "theft", "unauthorised-access", "unauthorised-use", "heat"}, Access: []string{s.luca.UID(), s.davide.UID(), s.elena.UID()},
		Keeper: s.davide.UID(), Substitute: s.elena.UID(), Agreed: "2024-11-18", Criteria: "Una copia alla settimana di notte, quando nessuno lavora; il NAS sta in un altro edificio.",
		CopyHow:    "La copia parte da sola il mercoledì alle 22.\nIl giovedì mattina si apre il NAS e si guarda il messaggio dell’ultima copia.\nSe è rosso si riprova a mano, e si avvisa Luca Bianchi.",
		CheckHow:   "Si aprono dal NAS tre file a caso, uno di ogni cartella.\nSi guarda che la data sia quella della notte.",
		RestoreHow: "Si entra nel NAS con il proprio user-ID e si cerca la cartella con la data giusta.\nSi copia in una cartella nuova, mai sopra quella in uso.\nSi controlla con chi usa i dati, poi si scambia.",
		Tests:      form.Number(2),
	}
	s.add(BackupPlanForm.Type(), s.nightly)
}

// backups fills media, copies and restores of the example: about a year, with a
// copy that failed and a holiday without any.
func (s *sampler) backups(clients *Archive) {
	medium := func(m *Medium) *Medium {
		s.add(MediumForm.Type(), m)
		return m
	}
	disk := func(label string) *Medium {
		return medium(&Medium{Label: label, Kind: "external-disk", Content: "Copie della contabilità", Classes: []string{"common"}, Encrypted: "yes", Where: "Cassetta ignifuga, in magazzino"})
	}
	one, two := disk("DISCO-1"), disk("DISCO-2")
	medium(&Medium{Label: "CHIAVETTA-1", Kind: "usb-stick", Content: "Presenze e certificati mandati allo studio paghe", Classes: []string{"common", "special"}, Encrypted: "no", Where: "Cassetto di Elena Sala",
		Destroyed: "2025-03-14", DestroyedHow: "Cancellata, poi spezzata e consegnata come rifiuto elettronico", DestroyedBy: s.davide.UID(), Witnessed: s.marta.UID()})
	weekly := &BackupPlan{
		Name: "Contabilità su disco", Archives: []string{clients.UID()}, Started: "2026-06-01",
		Mode: BackupByHand, Interval: form.Number(7), Kind: "external-disk", Media: []string{one.UID(), two.UID()}, Software: []string{"danea-easyfatt"},
		Copies: form.Number(2), Retention: form.Number(14), Reuse: "yes", ReuseEvery: form.Number(14), LongestMonths: form.Number(48), Where: "Cassetta ignifuga, in magazzino",
		Protected: []string{"chemicals", "heat", "magnetism", "intrusion", "fire", "flooding", "theft", "unauthorised-access", "unauthorised-use"},
		Access:    []string{s.luca.UID(), s.davide.UID(), s.elena.UID()}, Keeper: s.davide.UID(), Substitute: s.elena.UID(),
		Agreed: "2026-05-25", Criteria: "Due dischi a turno, uno sempre lontano dal computer: se si rompono PC e NAS insieme, restano le fatture.",
		CopyHow:    "Il venerdì, chiuso il negozio, si prende dalla cassetta il disco di turno.\nDal gestionale: Strumenti, Copia di sicurezza, e si sceglie il disco.\nFinita la copia si stacca il disco e si riporta nella cassetta.",
		CheckHow:   "Si apre dal disco l’archivio appena scritto e si cerca l’ultima fattura.",
		RestoreHow: "Si collega il disco più recente.\nDal gestionale: Strumenti, Ripristina, in un archivio nuovo.\nSi controlla l’ultima fattura, poi si torna a lavorare.",
		Tests:      form.Number(1),
	}
	s.add(BackupPlanForm.Type(), weekly)
	s.copies(s.nightly, "2025-11-19", func(i int, c *BackupCopy) bool {
		if i == 29 {
			c.Outcome, c.Note = CopyWarnings, "Due file aperti non copiati; ricopiati a mano il giorno dopo"
		}
		return true
	})
	s.copies(weekly, "2026-06-05", func(i int, c *BackupCopy) bool {
		c.Medium = weekly.Media[i%2]
		c.Verified, c.VerifiedHow = "yes", "Trovata l’ultima fattura"
		if i == 5 {
			failed := &BackupCopy{Plan: c.Plan, At: form.MomentOf(c.At.AddDate(0, 0, -1)), Medium: c.Medium, Outcome: CopyFailed, By: c.By, Note: "Disco pieno: liberato, copia rifatta il giorno dopo"}
			s.add(BackupCopyForm.Type(), failed)
		}
		return i != 10 && i != 11 // two weeks in August
	})
	restore := func(purpose string, p *BackupPlan, requested, back string, reason, restored string) {
		from, _ := form.ParseMoment(requested)
		to, _ := form.ParseMoment(back)
		r := &Restore{Purpose: purpose, What: RestoreData, Plan: p.UID(), Reason: reason, Requested: from, Back: to, DecidedBy: s.luca.UID(), Outcome: RestoreWhole, Restored: restored, By: s.davide.UID()}
		s.add(RestoreForm.Type(), r)
	}
	restore(RestoreTest, s.nightly, "16/03/2026 09:10", "16/03/2026 09:35", "", "Dieci file di marzo, uguali a quelli in uso")
	restore(RestoreReal, s.nightly, "19/05/2026 11:20", "19/05/2026 15:05", "La cartella Preventivi è stata cancellata per sbaglio.", "Tutta la cartella com’era il 13 maggio; i due preventivi fatti dopo sono stati riscritti")
	restore(RestoreTest, s.nightly, "21/09/2026 09:30", "21/09/2026 09:50", "", "La cartella del personale, in una cartella di prova poi cancellata")
	restore(RestoreTest, weekly, "12/10/2026 18:30", "12/10/2026 18:44", "", "L’archivio del gestionale, con l’ultima fattura")
}

// copies fills the log of a plan, a copy a week until the day of the example.
func (s *sampler) copies(p *BackupPlan, from form.Date, made func(i int, c *BackupCopy) bool) {
	for i, day := 0, from; day <= "2026-11-20"; i, day = i+1, day.AddDays(7) {
		at := day.Time()
		hour, minute := 22, 0
		if p.Mode == BackupByHand {
			hour, minute = 18, 40+i*7%20
		}
		c := &BackupCopy{Plan: p.UID(), At: form.MomentOf(time.Date(at.Year(), at.Month(), at.Day(), hour, minute, 0, 0, form.Rome)), Outcome: CopyDone, By: p.Keeper}
		if made(i, c) {
			s.add(BackupCopyForm.Type(), c)
		}
	}
}
