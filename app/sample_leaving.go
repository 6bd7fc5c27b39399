package app

// leaver fills somebody who left the example last year, and what ended that day.
func (s *sampler) leaver(t []*Treatment) {
	const last = "2025-09-30"
	p := &Person{Surname: "Ferri", Name: "Giulia", TaxCode: "FRRGLI93M70D150L", Birth: "1993-08-30", Kind: "employee", Start: "2019-04-01",
		Duties: []*Duty{{Duty: "sales-clerk", From: "2019-04-01", To: last}}, End: last, EndReason: "Dimissioni"}
	s.add(PersonForm.Type(), p)
	letter := &Appointment{Role: RoleAuthorised, Person: p.UID(), Treatments: []string{t[1].UID()}, Tools: ToolsBoth, Appointer: ByController,
		Appointed: "2024-11-11", Signed: "2024-11-15", Rules: "Regole della password", RulesOn: "2024-11-11",
		CopyBy: s.marta.UID(), CopyWhere: "Armadio dell’amministrazione", Ended: last, EndReason: EndLeft, EndNote: "Consegne passate a Marta Bianchi"}
	s.add(AppointmentForm.Type(), letter)
	access := &Credential{Person: p.UID(), System: s.pc.UID(), UserID: "g.ferri", Kind: CredentialPassword, Profile: "Clienti e preventivi", Treatments: []string{t[1].UID()}, Special: "no",
		RequestedBy: s.marta.UID(), Requested: "2024-01-15", Issued: "2024-01-16", Provisional: "2024-01-16", Tested: "2024-01-16", Opened: "2024-01-17", RulesSigned: "2024-01-16",
		FirstChange: "2024-01-16", LastChange: "2025-06-09", LastUse: "2025-09-29", Disabled: last, Why: LeavesOffice}
	s.add(CredentialForm.Type(), access)
	s.add(LeavingForm.Type(), &Leaving{Person: p.UID(), Kind: LeavesOffice, On: last, Why: "Dimissioni", ToldBy: s.elena.UID(), Told: "2025-09-15",
		Cut: last, Appointments: []string{letter.UID()}, Credentials: []string{access.UID()},
		Permissions: []*TakenPermission{{Archive: "Clienti e fornitori", Letters: "I V M"}},
		Things:      []*Thing{{What: "Chiavi: " + s.shop.Name, Returned: last}, {What: "Badge dell’allarme", Returned: "2025-10-02"}}})
}
