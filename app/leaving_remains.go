package app

import (
	"strconv"

	"tutela/app/form"
)

// standing are the fields that name a person for what they do or may do from day
// to day, by register: whoever leaves is to be taken out of them. Other
// references to a person tell what once happened, and stay.
var standing = map[string][]string{
	UnitForm.Key:        {"head"},
	SiteForm.Key:        {"admitted", "keeper", "substitute", "shut_by"},
	RoomForm.Key:        {"admitted", "keeper", "substitute", "shut_by"},
	ArchiveForm.Key:     {"charge", "admitted"},
	SystemForm.Key:      {"users"},
	CrisisForm.Key:      {"person", "substitute"},
	TreatmentForm.Key:   {"people", "access"},
	PersonForm.Key:      {"superior"},
	AppointmentForm.Key: {"substitute", "copy_by"},
	SupplierForm.Key:    {"administrators"},
	BackupPlanForm.Key:  {"keeper", "substitute", "successor", "access"},
}

// Standing is a field in which a record names a person.
type Standing struct{ Path, Person string }

// StandingOf gives the people that a record names for what they do or may do, in
// the order of its form; none of a record that was ended.
func StandingOf(t *form.Type, rec any) []Standing {
	keys := standing[t.Key]
	if len(keys) == 0 || t.Ended(rec) {
		return nil
	}
	return standingIn(t, rec, keys, "")
}

func standingIn(t *form.Type, rec any, keys []string, path string) []Standing {
	named := map[string]bool{}
	for _, k := range keys {
		named[k] = true
	}
	var out []Standing
	for _, f := range t.Fields() {
		switch {
		case f.Kind == form.KList:
			for i := range f.Rows(rec) {
				out = append(out, standingIn(f.Child, f.Row(rec, i), keys, path+f.Key+"/"+strconv.Itoa(i)+"/")...)
			}
		case f.Register != PersonForm.Key || !named[f.Key] || !f.Shown(rec):
		case f.Kind == form.KRef:
			if uid, ok := f.Value(rec).(string); ok {
				out = append(out, Standing{path + f.Key, uid})
			}
		case f.Kind == form.KRefs:
			list, _ := f.Value(rec).([]string)
			for _, uid := range list {
				out = append(out, Standing{path + f.Key, uid})
			}
		}
	}
	return out
}

// Remaining is a record that is still to be seen to after somebody left or changed
// duty, and the fields of it.
type Remaining struct {
	Register, UID string
	Paths         []string
	// Vacant says that nobody holds the role of that appointment any more.
	Vacant bool
}

// Remains gives what is left to do on a day for a person who left, or whose duty
// changed: where the person is still named, roles that nobody holds now, devices,
// papers and other things not given back. It is asked anew each time, never kept.
func Remains(r Records, l *Leaving, day form.Date) []Remaining {
	var out []Remaining
	for _, rec := range r.Records(CredentialForm.Key) {
		c := rec.(*Credential)
		switch {
		case c.Person != l.Person:
		case c.Disabled == "" && l.Kind == LeavesOffice:
			out = append(out, Remaining{Register: CredentialForm.Key, UID: c.UID(), Paths: []string{"disabled"}})
		case c.Disabled == "" && c.given() != "" && max(c.given(), c.Opened) < l.On:
			out = append(out, Remaining{Register: CredentialForm.Key, UID: c.UID(), Paths: []string{"opened"}})
		}
		if c.Person == l.Person && c.Disabled != "" && c.DeviceOut() {
			out = append(out, Remaining{Register: CredentialForm.Key, UID: c.UID(), Paths: []string{"device_returned"}})
		}
	}
	if x := PermissionOf(r, l.Person); x != nil && len(x.Grants) > 0 {
		out = append(out, Remaining{Register: PermissionForm.Key, UID: x.UID(), Paths: []string{"grants"}})
	}
	for _, rec := range r.Records(DocumentLoanForm.Key) {
		if x := rec.(*DocumentLoan); l.Kind == LeavesOffice && x.Person == l.Person && x.Returned == "" {
			out = append(out, Remaining{Register: DocumentLoanForm.Key, UID: x.UID(), Paths: []string{"returned"}})
		}
	}
	for i, x := range l.Things {
		if x.Returned == "" {
			out = append(out, Remaining{Register: LeavingForm.Key, UID: l.UID(), Paths: []string{"things/" + strconv.Itoa(i) + "/returned"}})
		}
	}
	out = append(out, openLetters(r, l)...)
	for _, reg := range Registers() {
		for _, rec := range r.Records(reg.Key) {
			uid := rec.(form.Record).Head().UID
			if reg.Key == PersonForm.Key && uid == l.Person {
				continue
			}
			var paths []string
			for _, s := range StandingOf(reg.Type, rec) {
				if s.Person == l.Person {
					paths = append(paths, s.Path)
				}
			}
			if len(paths) > 0 {
				out = append(out, Remaining{Register: reg.Key, UID: uid, Paths: paths})
			}
		}
	}
	return append(out, vacated(r, l, day)...)
}

// openLetters are the appointments of the person that still hold: to be ended by
// who left, to be renewed by who changed duty.
func openLetters(r Records, l *Leaving) []Remaining {
	var out []Remaining
	for _, rec := range r.Records(AppointmentForm.Key) {
		a := rec.(*Appointment)
		switch {
		case a.Person != l.Person || a.Ended != "":
		case l.Kind == LeavesOffice:
			out = append(out, Remaining{Register: AppointmentForm.Key, UID: a.UID(), Paths: []string{"ended"}})
		case a.Signed != "" && a.Signed < l.On:
			out = append(out, Remaining{Register: AppointmentForm.Key, UID: a.UID(), Paths: []string{"signed"}})
		}
	}
	return out
}

// vacated are the appointments that ended with the event and whose role nobody
// holds after it, each role once. That of authorised person is nobody's in
// particular.
func vacated(r Records, l *Leaving, day form.Date) []Remaining {
	var out []Remaining
	said := map[string]bool{RoleAuthorised: true}
	for _, rec := range r.Records(AppointmentForm.Key) {
		a := rec.(*Appointment)
		if a.Person != l.Person || a.Ended == "" || a.Ended < l.On || said[a.Role] || len(Appointments(r, a.Role, max(day, l.On))) > 0 {
			continue
		}
		said[a.Role] = true
		out = append(out, Remaining{Register: AppointmentForm.Key, UID: a.UID(), Paths: []string{"role"}, Vacant: true})
	}
	return out
}
