package app

// appointments fills the letters of the example: the roles that five people and
// an accountant share out, and one that has passed on.
func (s *sampler) appointments(t []*Treatment) {
	uids := func(list ...*Treatment) (out []string) {
		for _, x := range list {
			out = append(out, x.UID())
		}
		return out
	}
	add := func(a *Appointment) *Appointment {
		a.Appointed, a.Signed = "2024-11-11", "2024-11-15"
		a.CopyBy, a.CopyWhere = s.marta.UID(), "Armadio dell’amministrazione"
		if a.Appointer == "" {
			a.Appointer = ByController
		}
		s.add(AppointmentForm.Type(), a)
		return a
	}
	security := add(&Appointment{Role: RoleSecurity, Person: s.luca.UID(), Substitute: s.marta.UID(),
		Experience: "Socio dal 1998, ha scelto e messo in funzione tutti gli apparecchi del negozio", Ability: "Ha seguito nel 2024 il corso dell’associazione sulla sicurezza dei dati",
		Rules: "Elenco dei sistemi\nProcedura per le violazioni", RulesOn: "2024-11-11"})
	lead := add(&Appointment{Role: RoleTreatment, Person: s.elena.UID(), Treatments: uids(t[0], t[1], t[2], t[3]),
		Experience: "Tiene l’amministrazione e le carte del personale dal 2014", Reliable: "Nessun rilievo in dieci anni"})
	add(&Appointment{Role: RoleSysadmin, Person: s.luca.UID(), Systems: []string{s.pc.UID(), s.nas.UID(), s.recorder.UID(), s.mailing.UID()},
		Experience: "Cura i computer dell’ufficio da quando ci sono", Ability: "Per i guasti chiama Valli Informatica e resta presente", Reliable: "Risponde degli accessi con nome e password suoi"})
	add(&Appointment{Role: RolePasswords, Person: s.niccolo.UID(), Appointer: ByDesignee, Delegation: security.UID(),
		Ability: "Conosce i programmi in uso e sa spiegarli", Reliable: "Riservato, presente tutti i giorni", Rules: "Regole della password", RulesOn: "2024-11-11"})
	add(&Appointment{Role: RoleBackup, Person: s.davide.UID(), Substitute: s.elena.UID(), Systems: []string{s.nas.UID(), s.pc.UID()}, Appointer: ByDesignee, Delegation: security.UID(),
		Experience: "Fa le copie dal 2024", Reliable: "Apre e chiude il magazzino, dove sta il NAS"})
	add(&Appointment{Role: RoleRooms, Person: s.elena.UID(), Substitute: s.marta.UID(), Rooms: []string{s.office.UID()}, Appointer: ByDesignee, Delegation: security.UID(),
		Reliable: "Ha la chiave dell’ufficio e dell’armadio del personale"})
	add(&Appointment{Role: RoleAuthorised, Person: s.luca.UID(), Treatments: uids(t[1], t[2]), Tools: ToolsBoth, Appointer: ByDesignee, Delegation: lead.UID(),
		Rules: "Regole della password", RulesOn: "2024-11-11"})
	add(&Appointment{Role: RoleAuthorised, Person: s.niccolo.UID(), Treatments: uids(t[1], t[4]), Tools: ToolsBoth, Rules: "Regole della password", RulesOn: "2024-11-11"})
	add(&Appointment{Role: RoleControls, Supplier: s.accountant.UID(), ScopeNote: "Controllo ogni sei mesi, in negozio e in magazzino",
		Experience: "Segue la contabilità dal 2022", Ability: "Ha in studio un collaboratore che si occupa di privacy"})
	add(&Appointment{Role: RoleBreach, Person: s.luca.UID(), Substitute: s.elena.UID(), Rules: "Procedura per le violazioni\nSquadra di crisi: recapiti", RulesOn: "2024-11-11",
		Experience: "Sta in negozio tutti i giorni e conosce sistemi e clienti", Reliable: "Risponde al telefono anche la sera"})
	add(&Appointment{Role: RoleBackup, Person: s.niccolo.UID(), Systems: []string{s.nas.UID()}, Appointer: ByDesignee, Delegation: security.UID(), Reliable: "Presente tutti i giorni",
		Ended: "2025-01-31", EndReason: EndResigned, EndNote: "Consegnata a Davide Ricci la chiave dell’armadio del NAS"})
}
