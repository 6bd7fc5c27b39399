package app

import "tutela/app/form"

// credentials fills who gets into what in the example: each in order, and one
// access while its person was away.
func (s *sampler) credentials(t []*Treatment) {
	uids := func(at ...int) (out []string) {
		for _, i := range at {
			out = append(out, t[i].UID())
		}
		return out
	}
	give := func(p *Person, on *System, id, profile, special string, by *Person, from, changed, used form.Date, serves []string, lost form.Date) {
		s.add(CredentialForm.Type(), &Credential{
			Person: p.UID(), System: on.UID(), UserID: id, Kind: CredentialPassword, Profile: profile, Treatments: serves, Special: special,
			RequestedBy: by.UID(), Requested: from, Issued: from.AddDays(1), Provisional: from.AddDays(1), Tested: from.AddDays(1),
			Opened: from.AddDays(2), RulesSigned: from.AddDays(1), FirstChange: from.AddDays(1), LastChange: changed, LastUse: used,
			Lost: lost, Reissued: lost,
		})
	}
	give(s.elena, s.pc, "e.sala", "Contabilità e personale", "yes", s.marta, "2024-01-15", "2026-10-05", "2026-11-20", uids(0, 1, 2, 3), "2025-03-03")
	give(s.marta, s.pc, "m.bianchi", "Tutti gli archivi", "yes", s.luca, "2024-01-15", "2026-09-28", "2026-11-21", uids(0, 1, 3), "")
	give(s.elena, s.nas, "e.sala", "Controllo delle copie", "yes", s.marta, "2024-01-15", "2026-10-05", "2026-11-16", nil, "")
	give(s.davide, s.nas, "d.ricci", "Copie di sicurezza", "no", s.marta, "2024-01-15", "2026-08-31", "2026-11-19", nil, "")
	give(s.marta, s.recorder, "m.bianchi", "Visione e cancellazione", "yes", s.luca, "2024-01-15", "2026-09-28", "2026-10-30", uids(5), "")
	give(s.marta, s.mailing, "marta.bianchi", "Amministrazione del servizio", "yes", s.luca, "2024-11-18", "2026-09-28", "2026-11-02", uids(4), "")
	give(s.niccolo, s.mailing, "niccolo.costa", "Scrittura e invio", "no", s.marta, "2024-11-18", "2026-07-06", "2026-11-12", uids(4), "")
	give(s.luca, s.pc, "l.bianchi", "Ordini e fornitori", "no", s.marta, "2024-01-15", "2026-08-24", "2026-11-18", uids(1, 2), "")
	s.add(ExtraAccessForm.Type(), &ExtraAccess{
		Absent: s.elena.UID(), System: s.pc.UID(), AgreedBy: s.marta.UID(), Agreed: "2026-07-14",
		Reason: "Le presenze di giugno vanno mandate entro domani allo studio paghe, e stanno solo sotto il suo accesso.",
		Reset:  "2026-07-14", ResetBy: s.luca.UID(), Given: "2026-07-14", GivenTo: s.marta.UID(), Until: "2026-07-15", Told: "2026-07-14", Changed: "2026-07-20",
	})
	s.add(AccessAttemptForm.Type(), &AccessAttempt{
		On: "2026-09-03", Time: "verso le 3.40", System: s.nas.UID(), UserID: "admin", SeenBy: s.davide.UID(), Told: "2026-09-03",
		What: "Undici accessi falliti dalla rete in dieci minuti, poi il NAS ha chiuso l’indirizzo. Lo user-ID «admin» non esiste.", Breach: "No: nessuno è entrato",
	})
}
