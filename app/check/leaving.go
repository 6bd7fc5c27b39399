package check

import (
	"fmt"

	"tutela/app"
	"tutela/app/form"
)

// leavingRules see that whoever left is not waited for anywhere, and has given
// back what is the office's (spec 3.3, rule 8; 5-law 6, CRED4). The treatments
// have rules of their own.
func leavingRules() []*Rule {
	return []*Rule{
		standing(app.UnitForm.Type(), Rule{
			Key: "unit-head-left", Field: "head",
			About:   "Chi è responsabile di un reparto lavora ancora nell’ufficio.",
			Example: "Un reparto il cui responsabile se n’è andato ieri.",
		}),
		standing(app.SiteForm.Type(), Rule{
			Key: "site-person-left", Field: "keeper", Law: "art. 32 GDPR",
			About:   "Chi custodisce una sede, o vi può entrare, lavora ancora nell’ufficio.",
			Example: "Il custode di una sede uscito ieri.",
		}),
		standing(app.RoomForm.Type(), Rule{
			Key: "room-person-left", Field: "keeper", Law: "art. 32 GDPR",
			About:   "Chi custodisce un locale, o vi può entrare, lavora ancora nell’ufficio.",
			Example: "Fra chi può entrare in un locale una persona uscita ieri.",
		}),
		standing(app.ArchiveForm.Type(), Rule{
			Key: "archive-person-left", Field: "charge", Law: "artt. 29 e 32 GDPR",
			About:   "Chi risponde di un archivio, o vi è ammesso, lavora ancora nell’ufficio.",
			Example: "Il responsabile di un archivio uscito ieri.",
		}),
		standing(app.SystemForm.Type(), Rule{
			Key: "system-person-left", Field: "users", Law: "art. 32 GDPR",
			About:   "Chi usa un sistema lavora ancora nell’ufficio.",
			Example: "Un computer assegnato a chi è uscito ieri.",
		}),
		standing(app.SupplierForm.Type(), Rule{
			Key: "supplier-administrator-left", Field: "administrators", Law: "Garante 27/11/2008",
			About:   "Chi amministra i sistemi per un fornitore lavora ancora per lui.",
			Example: "Nell’elenco di un fornitore un tecnico uscito ieri.",
		}),
		standing(app.CrisisForm.Type(), Rule{
			Key: "crisis-person-left", Field: "person", Law: "art. 33 GDPR",
			About:   "Chi si chiama in caso di violazione lavora ancora nell’ufficio.",
			Example: "Nella squadra di crisi il sostituto è uscito ieri.",
		}),
		standing(app.PersonForm.Type(), Rule{
			Key: "superior-left", Field: "superior",
			About:   "Il superiore di una persona lavora ancora nell’ufficio.",
			Example: "Una persona il cui superiore è uscito ieri.",
		}),
		standing(appointmentType, Rule{
			Key: "appointment-helper-left", Field: "substitute", Law: "artt. 29 e 32(4) GDPR",
			About:   "Chi sostituisce un nominato, o ne custodisce la lettera, lavora ancora nell’ufficio.",
			Example: "Il sostituto dell’addetto alle copie uscito ieri.",
		}),
		rule(Rule{
			Key: "leaving-not-returned", Register: app.LeavingForm.Key, Field: "things", Law: "art. 32 GDPR",
			About:   "Chi lascia l’ufficio restituisce chiavi, badge, supporti e dispositivi.",
			Example: "Le chiavi del magazzino non restituite da chi è uscito ieri.",
		}, notReturned),
	}
}

// standing is the rule of the people that the records of a register name.
func standing(t *form.Type, r Rule) *Rule {
	r.Register = t.Key
	r.find = func(w World, rec any) []hit {
		var out []hit
		for _, s := range app.StandingOf(t, rec) {
			if left(w, s.Person) {
				out = append(out, hit{s.Path, fmt.Sprintf("%s non lavora più nell’ufficio: togliete questo nome, o scegliete chi ne prende il posto.", w.Ref(app.PersonForm.Key, s.Person))})
			}
		}
		return out
	}
	return &r
}

func notReturned(w World, l *app.Leaving) []hit {
	if l.Kind != app.LeavesOffice || l.On == "" || l.On >= w.Today() {
		return nil
	}
	var out []hit
	for i, x := range l.Things {
		if x.Returned == "" {
			out = append(out, hit{fmt.Sprintf("things/%d/returned", i), "Non risulta restituita: chiedetela, e scrivete quando torna. Se è persa, cambiate la serratura o bloccate il badge."})
		}
	}
	for _, uid := range l.Credentials {
		if c, ok := w.Record(app.CredentialForm.Key, uid).(*app.Credential); ok && c.DeviceOut() {
			out = append(out, hit{"credentials", fmt.Sprintf("Il dispositivo di «%s» non risulta restituito: chiedetelo, e scrivetelo nella scheda della credenziale.", w.Ref(app.CredentialForm.Key, uid))})
		}
	}
	return out
}
