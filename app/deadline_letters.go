package app

import "fmt"

// appointmentDeadlines are the letters that are owed, unsigned or to be renewed
// (decision A26; 6-details, 24).
func appointmentDeadlines() []*DeadlineSource {
	letter := func(s DeadlineSource, what string, state AppointmentState) *DeadlineSource {
		s.Register = AppointmentForm.Key
		s.find = func(o *Outlook, add func(Deadline)) {
			for _, a := range All(o.d, AppointmentForm) {
				if o.left(a.Person) != nil || a.State(Find(o.d, PersonForm, a.Person), o.d, o.today) != state {
					continue
				}
				x := Deadline{What: fmt.Sprintf(what, o.d.Ref(AppointmentForm.Key, a.UID())), Who: o.keeper(""), UID: a.UID(), Path: "signed"}
				if state == AppointmentUnsigned {
					x.Due = a.Appointed
				} else if state == AppointmentUnwritten {
					x.Path = "appointed"
				}
				add(x)
			}
		}
		return &s
	}
	return []*DeadlineSource{
		letter(DeadlineSource{Key: "letter-unsigned", Verb: "Stampa", Why: "Una lettera di nomina torna firmata.", Law: "art. 5(2) GDPR"},
			"Lettera di nomina da far firmare: %s", AppointmentUnsigned),
		letter(DeadlineSource{Key: "letter-unwritten", Verb: "Prepara", Why: "Una nomina vale dal giorno della lettera.", Law: "artt. 29 e 32(4) GDPR"},
			"Lettera di nomina da preparare: %s", AppointmentUnwritten),
		letter(DeadlineSource{Key: "letter-renew", Verb: "Rinnova", Why: "È cambiato qualcosa che la lettera dice.", Law: "artt. 29 e 32(4) GDPR"},
			"Lettera di nomina da rinnovare: %s", AppointmentToRenew),
		{
			Key: "letter-owed", Register: PersonForm.Key, Writes: AppointmentForm.Key, Verb: "Prepara", Law: "artt. 29 e 32(4) GDPR",
			Why:  "Chi è autorizzato a un trattamento, o vi ha accesso, ha una lettera.",
			find: lettersOwed,
		},
		{
			Key: "sysadmin-owed", Register: AppointmentForm.Key, Writes: AppointmentForm.Key, Verb: "Nomina", Law: "art. 32 GDPR; Garante 27/11/2008",
			Why: "Non è un obbligo per i soli fini amministrativi e contabili.",
			find: func(o *Outlook, add func(Deadline)) {
				if len(o.holders[RoleSysadmin]) > 0 {
					return
				}
				for _, s := range All(o.d, SystemForm) {
					if s.Disposed == "" {
						add(Deadline{What: "Nessuno è nominato amministratore di sistema", Who: o.keeper(RoleSecurity), New: map[string]any{"role": RoleSysadmin}})
						return
					}
				}
			},
		},
		{
			Key: "custodian-owed", Register: AppointmentForm.Key, Writes: AppointmentForm.Key, Verb: "Nomina", Law: "art. 32 GDPR", House: 23,
			Why: "Regola 23: se le persone autorizzate sono più di una.",
			find: func(o *Outlook, add func(Deadline)) {
				people := map[string]bool{}
				for _, a := range o.holders[RoleAuthorised] {
					people[a.Person] = true
				}
				if len(people) > 1 && len(o.holders[RolePasswords]) == 0 {
					add(Deadline{What: "Nessuno è nominato custode delle credenziali", Who: o.keeper(RoleSecurity), New: map[string]any{"role": RolePasswords}})
				}
			},
		},
	}
}

// lettersOwed names each person once, with the first treatment that asks for a
// letter. Who signs for the controller needs none.
func lettersOwed(o *Outlook, add func(Deadline)) {
	told := map[string]bool{}
	for _, t := range GoingOn(o.d) {
		people := append([]string(nil), t.People...)
		for _, p := range t.Places() {
			people = append(people, p.Access...)
		}
		for _, uid := range people {
			p := Find(o.d, PersonForm, uid)
			if p == nil || told[uid] || o.letters[uid][t.UID()] || p.Left(o.today) || p.Represents() {
				continue
			}
			told[uid] = true
			add(Deadline{What: fmt.Sprintf("%s non ha una lettera di nomina per «%s»", o.person(uid), t.Title), Who: o.keeper(RoleTreatment), UID: uid,
				New: map[string]any{"role": RoleAuthorised, "person": uid, "treatments": []string{t.UID()}}})
		}
	}
}
