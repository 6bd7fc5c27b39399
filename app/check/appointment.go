package check

import (
	"fmt"
	"slices"

	"tutela/app"
)

var appointmentType = app.AppointmentForm.Type()

// mostNames is how many people a finding names; a list of forty beside a field
// is not read.
const mostNames = 4

// letterRules are those about letters on the sheets of the treatments. They speak
// once the office keeps appointments: before, the list itself says what it is
// for, and a finding on each sheet would say it fifty times.
func letterRules() []*Rule {
	return []*Rule{
		rule(Rule{
			Key: "people-no-letter", Register: treatmentKey, Field: "people", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi è autorizzato a un trattamento, o vi ha accesso, ha una lettera di nomina in vigore.",
			Example: "Fra le persone autorizzate una la cui nomina non comprende questo trattamento.",
		}, func(w World, t *app.Treatment) []hit {
			if !keepsAppointments(w) {
				return nil
			}
			names := each(withoutLetter(w, t), func(uid string) string { return w.Ref(app.PersonForm.Key, uid) })
			switch n := len(names); {
			case n == 0:
				return nil
			case n > mostNames:
				return []hit{{text: fmt.Sprintf("Non hanno una lettera di nomina in vigore per questo trattamento %d persone, fra cui %s. Preparatele nell’elenco delle nomine.", n, listed(names[:mostNames]))}}
			}
			return []hit{{text: fmt.Sprintf("Senza una lettera di nomina in vigore per questo trattamento: %s. Preparatela nell’elenco delle nomine.", listed(names))}}
		}),
	}
}

// appointmentRules are those of the appointments themselves, and the one of the
// systems that nobody is appointed to (spec 3.2; 6-details, 23 and 24).
func appointmentRules() []*Rule {
	key := app.AppointmentForm.Key
	return []*Rule{
		when(Rule{
			Key: "sysadmin-owed", Register: app.SystemForm.Key, Field: "users", Law: "art. 32 GDPR; Garante 27/11/2008",
			About:   "Chi gestisce i sistemi è nominato amministratore di sistema.",
			Example: "Un server, e nessun amministratore di sistema fra le nomine.",
		}, "Nessuno è nominato amministratore di sistema: i suoi compiti restano al designato alla sicurezza o al titolare. Non è un obbligo per chi tratta dati solo a ordinari fini amministrativi e contabili: in quel caso è una scelta.",
			func(w World, s *app.System) bool {
				return keepsAppointments(w) && firstSystem(w) == s.UID() && len(app.Appointments(w, app.RoleSysadmin, w.Today())) == 0
			}),
		when(Rule{
			Key: "dpo-conflict", Register: key, Field: "role", Law: "art. 38(6) GDPR",
			About:   "Il responsabile della protezione dei dati non ha ruoli in conflitto.",
			Example: "La stessa persona RPD e designato alla sicurezza.",
		}, "Chi è responsabile della protezione dei dati non può decidere o curare ciò che deve sorvegliare: affidate ad altri uno dei due ruoli.",
			func(w World, a *app.Appointment) bool {
				return a.Role == app.RoleDPO && alsoHolds(w, a, app.RoleSecurity, app.RoleTreatment, app.RoleSysadmin, app.RolePasswords)
			}),
		when(Rule{
			Key: "passwords-owed", Register: key, Field: "role", Law: "art. 32 GDPR", House: 23,
			About:   "Se le persone autorizzate sono più di una, qualcuno custodisce le credenziali.",
			Example: "Due persone autorizzate, e nessun custode delle credenziali.",
		}, "Le persone autorizzate sono più di una: nominate un custode delle credenziali. Finché manca, i suoi compiti restano al designato alla sicurezza o al titolare.",
			func(w World, a *app.Appointment) bool {
				list := app.Appointments(w, app.RoleAuthorised, w.Today())
				several := slices.ContainsFunc(list, func(x *app.Appointment) bool { return x.Person != list[0].Person })
				return several && list[0].UID() == a.UID() && len(app.Appointments(w, app.RolePasswords, w.Today())) == 0
			}),
		when(Rule{
			Key: "roles-together", Register: key, Field: "person", Law: "art. 32 GDPR", House: 23,
			About:   "Chi chiede le credenziali, chi le custodisce, chi gestisce i sistemi e chi fa le copie sono persone diverse.",
			Example: "La stessa persona custode delle credenziali e addetto alle copie.",
		}, "La stessa persona ha due di questi ruoli: designato a un trattamento, custode delle credenziali, amministratore di sistema, addetto alle copie. Non è vietato, ma divisi si controllano a vicenda.",
			func(w World, a *app.Appointment) bool {
				apart := []string{app.RoleTreatment, app.RolePasswords, app.RoleSysadmin, app.RoleBackup}
				return slices.Contains(apart, a.Role) && alsoHolds(w, a, apart...)
			}),
		when(Rule{
			Key: "appointment-delegation", Register: key, Field: "delegation", Law: "art. 2-quaterdecies del Codice",
			About:   "Chi nomina per conto del titolare ne ha la delega, in vigore e firmata.",
			Example: "Una nomina firmata da un designato la cui nomina era già finita.",
		}, "La nomina di chi firma non regge questa lettera: dev’essere del ruolo giusto, in vigore, firmata, di un’altra persona e per gli stessi trattamenti. Altrimenti firma il titolare.",
			func(w World, a *app.Appointment) bool {
				d, _ := w.Record(key, a.Delegation).(*app.Appointment)
				return a.Delegation != "" && a.Appointed != "" && a.DelegationFault(d) != ""
			}),
		when(Rule{
			Key: "appointment-unsigned", Register: key, Field: "signed", Law: "art. 5(2) GDPR",
			About:   "Una lettera di nomina torna firmata.",
			Example: "Una nomina di ieri, senza la data della firma.",
		}, "La data della nomina è passata e la lettera non risulta firmata: fatela firmare, poi scrivete qui il giorno e, se volete, allegate qui sotto la scansione.",
			func(w World, a *app.Appointment) bool {
				return a.Signed == "" && a.Appointed != "" && a.Appointed < w.Today()
			}),
		rule(Rule{
			Key: "appointment-renew", Register: key, Field: "signed", Law: "artt. 29 e 32(4) GDPR",
			About:   "Se cambiano il ruolo, la persona, la sua mansione o l’ambito, la lettera si rinnova.",
			Example: "Un trattamento aggiunto alla nomina dopo la firma.",
		}, func(w World, a *app.Appointment) []hit {
			if a.Signed == "" {
				return nil
			}
			if changed := a.Changed(w); len(changed) > 0 {
				if f := appointmentType.Field(changed[0]); f.Shown(a) {
					return []hit{{f.Key, "È cambiato dopo la firma: la lettera è da rinnovare. Stampatela di nuovo, fatela firmare e scrivete la data nuova in «Firmata il»."}}
				}
				return []hit{{text: "Qualcosa che la lettera dice è cambiato dopo la firma: è da rinnovare. Stampatela di nuovo, fatela firmare e scrivete qui la data nuova."}}
			}
			if p, ok := w.Record(app.PersonForm.Key, a.Person).(*app.Person); ok && len(app.NewDuties(p, a.Signed, w.Today())) > 0 {
				return []hit{{text: fmt.Sprintf("%s ha cambiato mansione dopo la firma: la lettera è da rinnovare, o da chiudere se il ruolo non serve più.", w.Ref(app.PersonForm.Key, a.Person))}}
			}
			return nil
		}),
		when(Rule{
			Key: "appointment-left", Register: key, Field: "ended", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi non lavora più nell’ufficio non ha nomine aperte.",
			Example: "Una nomina ancora aperta di chi se n’è andato l’anno scorso.",
		}, "Questa persona non lavora più nell’ufficio: chiudete la nomina, e verificate che non abbia più chiavi né accessi.",
			func(w World, a *app.Appointment) bool { return left(w, a.Person) }),
	}
}

// keepsAppointments says that the office has begun to write its appointments down.
func keepsAppointments(w World) bool { return len(w.Records(app.AppointmentForm.Key)) > 0 }

// withoutLetter are those who are authorised on a treatment, or have access to its
// storages, and whom no letter in force gives leave. Who signs for the controller
// needs none; who left is told of by another rule.
func withoutLetter(w World, t *app.Treatment) []string {
	uids := slices.Clone(t.People)
	for _, p := range t.Places() {
		uids = append(uids, p.Access...)
	}
	given := map[string]bool{}
	for _, a := range app.Appointments(w, "", w.Today()) {
		if a.Covers(w, t.UID()) {
			given[a.Person] = true
		}
	}
	var out []string
	for _, uid := range uids {
		p, ok := w.Record(app.PersonForm.Key, uid).(*app.Person)
		if !ok || given[uid] || slices.Contains(out, uid) || left(w, uid) || p.Represents() {
			continue
		}
		out = append(out, uid)
	}
	return out
}

// firstSystem is the first system in use: what is said of all is said there, once.
func firstSystem(w World) string {
	for _, rec := range w.Records(app.SystemForm.Key) {
		if s := rec.(*app.System); s.Disposed == "" {
			return s.UID()
		}
	}
	return ""
}

// alsoHolds says that whoever holds an appointment holds another one of these
// roles too.
func alsoHolds(w World, a *app.Appointment, roles ...string) bool {
	return slices.ContainsFunc(app.Appointments(w, "", w.Today()), func(x *app.Appointment) bool {
		same := a.Person != "" && x.Person == a.Person || a.Person == "" && a.Supplier != "" && x.Supplier == a.Supplier
		return same && x.UID() != a.UID() && x.Role != a.Role && slices.Contains(roles, x.Role)
	})
}
