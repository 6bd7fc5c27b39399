package app

import (
	"slices"

	"tutela/app/form"
)

// Appointments gives the appointments in force on a day, those of one role or,
// with "", of all.
func Appointments(r Records, role string, day form.Date) []*Appointment {
	var out []*Appointment
	for _, rec := range r.Records(AppointmentForm.Key) {
		a := rec.(*Appointment)
		if (role == "" || a.Role == role) && a.InForce(day) {
			out = append(out, a)
		}
	}
	return out
}

// Above finds who holds the role above another one on a day, for a scope of
// treatments where that role has one: whom the appointed answers to, and to whom
// the duties fall while the role is vacant. Nil is the controller (decision A27).
func Above(r Records, role string, treatments []string, day form.Date) *Appointment {
	above := RoleOf(role).Above
	if above == "" {
		return nil
	}
	for _, a := range Appointments(r, above, day) {
		if len(missing(treatments, a.Treatments)) == 0 || above != RoleTreatment {
			return a
		}
	}
	return nil
}

// Vacant gives the roles whose duties fall on the holder of a role because nobody
// is appointed to them.
func Vacant(r Records, above string, day form.Date) []Role {
	var out []Role
	for _, role := range roles {
		if role.Above == above && len(Appointments(r, role.Key, day)) == 0 {
			out = append(out, role)
		}
	}
	return out
}

// Covers says that an appointment gives leave to work on a treatment, as an
// authorised person or as its designato: by name or by an archive of it.
func (a *Appointment) Covers(r Records, treatment string) bool {
	if a.Role != RoleAuthorised && a.Role != RoleTreatment {
		return false
	}
	if slices.Contains(a.Treatments, treatment) {
		return true
	}
	return len(a.Archives) > 0 && slices.ContainsFunc(r.Records(ArchiveForm.Key), func(rec any) bool {
		x := rec.(*Archive)
		return slices.Contains(a.Archives, x.UID()) && slices.Contains(x.Treatments, treatment)
	})
}

// Opens says that an appointment gives leave to work with an archive: by name, or
// by a treatment that uses it.
func (a *Appointment) Opens(x *Archive) bool {
	if a.Role != RoleAuthorised && a.Role != RoleTreatment {
		return false
	}
	return slices.Contains(a.Archives, x.UID()) || slices.ContainsFunc(x.Treatments, func(t string) bool { return slices.Contains(a.Treatments, t) })
}

// DelegationFault says in a sentence why an appointment cannot rest on the
// delegation that it names, "" where it can, or where the controller signs. The
// delegation d is the appointment of who signs; nil if it is not there.
func (a *Appointment) DelegationFault(d *Appointment) string {
	switch {
	case a.Appointer != ByDesignee:
		return ""
	case d == nil:
		return "Chi firma per conto del titolare ha bisogno di una nomina che lo deleghi: indicatela."
	case d.Role != RoleOf(a.Role).Above:
		return "La nomina di chi firma è di un altro ruolo, che non comprende questa delega."
	case !d.InForce(a.Appointed):
		return "La nomina di chi firma non era in vigore alla data di questa."
	case d.Signed == "":
		return "La nomina di chi firma non è ancora firmata: prima non può nominare altri."
	case len(missing(a.Treatments, d.Treatments)) > 0 && d.Role == RoleTreatment:
		return "Chi firma non è designato a tutti i trattamenti di questa lettera."
	case d.Person == a.Person && d.Supplier == a.Supplier:
		return "Nessuno nomina se stesso: questa lettera la firma il titolare."
	}
	return ""
}

// missing gives what of one list is not in another.
func missing(list, in []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(in, s) })
}
