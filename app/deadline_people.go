package app

import (
	"cmp"
	"fmt"

	"tutela/app/form"
)

// credentialDeadlines are those of the credentials of who works here (spec 3.3,
// rules 4 to 6).
func credentialDeadlines() []*DeadlineSource {
	source := func(s DeadlineSource, what string, due func(o *Outlook, c liveCredential) form.Date) *DeadlineSource {
		s.Register, s.ahead = CredentialForm.Key, aheadShort
		s.find = func(o *Outlook, add func(Deadline)) {
			for _, c := range o.credentials() {
				if day := due(o, c); day != "" {
					add(Deadline{What: fmt.Sprintf(what, o.credential(c.Credential)), Who: o.who(c.Person, RolePasswords), Due: day, UID: c.UID(), Path: settledIn[s.Key]})
				}
			}
		}
		return &s
	}
	return []*DeadlineSource{
		source(DeadlineSource{Key: "password-first", Verb: "Registra", Why: "Regola 4: la password consegnata si cambia al primo uso.", Law: "art. 32 GDPR"},
			"Prima password da cambiare: %s", func(_ *Outlook, c liveCredential) form.Date {
				if !c.WaitsForFirstChange() {
					return ""
				}
				return c.given()
			}),
		source(DeadlineSource{Key: "password-old", Verb: "Registra", Why: "Regole 4 e 5: la password si cambia, più spesso dove ci sono dati particolari o giudiziari.", Law: "art. 32 GDPR"},
			"Password da cambiare: %s", func(o *Outlook, c liveCredential) form.Date {
				if c.WaitsForFirstChange() || c.unused(o.today) {
					return ""
				}
				return c.ChangeDue(o.house, o.worksOnSpecial(c.Credential))
			}),
		source(DeadlineSource{Key: "credential-unused", Verb: "Disattiva", Why: "Regola 6: dopo i mesi senza uso decisi dall’ufficio si disattiva.", Law: "art. 32 GDPR"},
			"Credenziale che nessuno usa: %s", func(_ *Outlook, c liveCredential) form.Date { return c.disuse }),
		source(DeadlineSource{Key: "credential-rules", Verb: "Stampa", Why: "Chi riceve una credenziale firma di aver letto le regole.", Law: "artt. 29 e 32 GDPR"},
			"Regole della credenziale da firmare: %s", func(_ *Outlook, c liveCredential) form.Date {
				if c.RulesSigned != "" {
					return ""
				}
				return c.Issued
			}),
		{
			Key: "extra-access", Register: ExtraAccessForm.Key, Verb: "Registra", ahead: aheadShort, Law: "art. 32 GDPR", House: 17,
			Why: "Regola 17: un accesso straordinario si chiude in quattro passi.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, x := range All(o.d, ExtraAccessForm) {
					if n, next := x.Next(); n > 0 && x.Until != "" {
						add(Deadline{What: fmt.Sprintf("Accesso straordinario da concludere: %s", o.d.Ref(ExtraAccessForm.Key, x.UID())), Who: o.who(x.AgreedBy, RoleSecurity), Due: x.Until, UID: x.UID(), Path: next.Field})
					}
				}
			},
		},
		{
			Key: "attempt-told", Register: AccessAttemptForm.Key, Verb: "Registra", Law: "artt. 32 e 33 GDPR",
			Why: "Regola 31: un tentativo di accesso si dice subito al titolare.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, x := range All(o.d, AccessAttemptForm) {
					if x.On != "" && x.Told == "" {
						add(Deadline{What: fmt.Sprintf("Tentativo di accesso del %s da dire al titolare", x.On), Who: o.person(x.SeenBy), Due: x.On, UID: x.UID(), Path: "told"})
					}
				}
			},
		},
	}
}

// settledIn are the fields in which deadlines of credentials are settled.
var settledIn = map[string]string{
	"password-first": "first_change", "password-old": "last_change", "credential-unused": "disabled", "credential-rules": "rules_signed",
}

// credential names a credential by its person and system.
func (o *Outlook) credential(c *Credential) string {
	return joinedNames(cmp.Or(o.person(c.Person), c.UserID), o.d.Ref(SystemForm.Key, c.System))
}

// liveCredential is a credential in use of somebody who works here, with the last day
// on which it may go on unused.
type liveCredential struct {
	*Credential
	disuse form.Date
}

// unused says that the credential is to be disabled: nobody changes its password.
func (c liveCredential) unused(today form.Date) bool { return c.disuse != "" && c.disuse < today }

// credentials are those in use: they are gone through once, whoever asks.
func (o *Outlook) credentials() []liveCredential {
	if o.live == nil {
		o.live = []liveCredential{}
		for _, c := range All(o.d, CredentialForm) {
			if c.Disabled == "" && o.left(c.Person) == nil {
				o.live = append(o.live, liveCredential{c, c.DisuseDue(o.house)})
			}
		}
	}
	return o.live
}

// leaverDeadlines are what is left of people who work here no more (rule 8).
func leaverDeadlines() []*DeadlineSource {
	return []*DeadlineSource{
		{
			Key: "credential-left", Register: CredentialForm.Key, Verb: "Disattiva", ahead: aheadShort, Law: "art. 32 GDPR",
			Why: "Regola 8: la credenziale finisce con il rapporto di lavoro.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, c := range All(o.d, CredentialForm) {
					if p := o.left(c.Person); p != nil && c.Disabled == "" {
						add(Deadline{What: fmt.Sprintf("Credenziale ancora attiva: %s non lavora più qui", o.person(c.Person)), Who: o.keeper(RolePasswords), Due: p.End, UID: c.UID(), Path: "disabled"})
					}
				}
			},
		},
		{
			Key: "permission-left", Register: PermissionForm.Key, Verb: "Togli", ahead: aheadShort, Law: "artt. 29 e 32(4) GDPR",
			Why: "Regola 8: i permessi finiscono con il rapporto di lavoro.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, x := range All(o.d, PermissionForm) {
					if p := o.left(x.Person); p != nil && len(x.Grants) > 0 {
						add(Deadline{What: fmt.Sprintf("Permessi ancora aperti: %s non lavora più qui", o.person(x.Person)), Who: o.keeper(RoleSecurity), Due: p.End, UID: x.UID(), Path: "grants"})
					}
				}
			},
		},
		{
			Key: "appointment-left", Register: AppointmentForm.Key, Verb: "Chiudi", Law: "artt. 29 e 32(4) GDPR",
			Why: "Una nomina finisce con il rapporto di lavoro.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, a := range All(o.d, AppointmentForm) {
					if p := o.left(a.Person); p != nil && a.Ended == "" {
						add(Deadline{What: fmt.Sprintf("Nomina ancora aperta: %s", o.d.Ref(AppointmentForm.Key, a.UID())), Who: o.keeper(""), Due: p.End, UID: a.UID(), Path: "ended"})
					}
				}
			},
		},
		{
			Key: "thing-returned", Register: LeavingForm.Key, Verb: "Registra", Law: "art. 32 GDPR",
			Why: "Chi lascia l’ufficio restituisce chiavi, badge e dispositivi.",
			find: func(o *Outlook, add func(Deadline)) {
				for _, l := range All(o.d, LeavingForm) {
					for i, x := range l.Things {
						if l.Kind == LeavesOffice && l.On != "" && x.Returned == "" {
							add(Deadline{What: fmt.Sprintf("%s deve restituire: %s", o.person(l.Person), x.What), Who: o.who(l.ToldBy, ""), Due: l.On, UID: l.UID(), Path: fmt.Sprintf("things/%d/returned", i)})
						}
					}
				}
			},
		},
	}
}

// permissionDeadlines are those of the yearly review (rules 9 and 19). It is one
// deadline, whoever is in it: one looks through the whole picture. Of the two rules
// the one that asks first names a person.
func permissionDeadlines() []*DeadlineSource {
	review := func(s DeadlineSource, what, who string, due func(h House, seen form.Date) form.Date) *DeadlineSource {
		s.Register, s.Verb, s.Law = PermissionForm.Key, "Rivedi", "art. 32(1)(d) GDPR"
		s.find = func(o *Outlook, add func(Deadline)) {
			first, n := form.Date(""), 0
			for _, p := range All(o.d, PermissionForm) {
				day := due(o.house, p.LastSeen())
				switch {
				case day == "" || len(p.Grants) == 0 || o.left(p.Person) != nil || first != "" && day > first:
					continue
				case day != first:
					first, n = day, 0
				}
				n++
			}
			if n > 0 {
				add(Deadline{What: fmt.Sprintf(what, n), Who: o.keeper(who), Due: first})
			}
		}
		return &s
	}
	return []*DeadlineSource{
		review(DeadlineSource{Key: "permission-review", House: 9, Why: "Regola 9: ogni anno entro il giorno deciso, poi si ristampa l’UPD A."},
			"Permessi da riguardare, persone: %d", RoleSecurity, func(h House, seen form.Date) form.Date {
				day, sooner := h.PermissionReviewDue(seen), h.ProfileReviewDue(seen)
				if sooner != "" && sooner < day {
					return ""
				}
				return day
			}),
		review(DeadlineSource{Key: "profile-review", House: 19, Why: "Regola 19: ogni anno si verifica che ciascuno abbia ancora bisogno di ciò che può fare."},
			"Permessi da motivare di nuovo, persone: %d", RoleTreatment, func(h House, seen form.Date) form.Date {
				day := h.ProfileReviewDue(seen)
				if day >= h.PermissionReviewDue(seen) {
					return ""
				}
				return day
			}),
	}
}
