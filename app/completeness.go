package app

import "tutela/app/form"

// Share is how much of something the office has done.
type Share struct {
	Key         string // of ShareOffice and the others
	Register    string // where what is missing is seen to
	Done, Total int
}

// The shares, in the order of the home page.
const (
	ShareOffice      = "office"      // the office's own data, its sites and rooms
	ShareTreatments  = "treatments"  // sheets with all there is to be, and no finding
	ShareLetters     = "letters"     // appointments signed, of those that are open or owed
	ShareCopies      = "copies"      // archives on computers that a plan copies in time
	ShareCredentials = "credentials" // credentials in order
)

// Completeness says how complete the office is. flawed tells whether the checks
// find something in a record.
func (o *Outlook) Completeness(flawed func(register, uid string) bool) []Share {
	return []Share{o.officeShare(), o.treatmentShare(flawed), o.letterShare(), o.copyShare(), o.credentialShare()}
}

func (s *Share) count(done bool) {
	s.Total++
	if done {
		s.Done++
	}
}

func (o *Outlook) officeShare() Share {
	s := Share{Key: ShareOffice, Register: OfficeForm.Key}
	s.count(OfficeForm.Type().Complete(o.d.Office()))
	for _, t := range []*form.Type{SiteForm.Type(), RoomForm.Type()} {
		for _, rec := range o.d.Records(t.Key) {
			if !t.Ended(rec) {
				s.count(t.Complete(rec))
			}
		}
	}
	return s
}

func (o *Outlook) treatmentShare(flawed func(register, uid string) bool) Share {
	s, t := Share{Key: ShareTreatments, Register: TreatmentForm.Key}, TreatmentForm.Type()
	for _, x := range GoingOn(o.d) {
		s.count(t.Complete(x) && !flawed(t.Key, x.UID()))
	}
	return s
}

func (o *Outlook) letterShare() Share {
	s := Share{Key: ShareLetters, Register: AppointmentForm.Key}
	for _, a := range All(o.d, AppointmentForm) {
		switch a.State(Find(o.d, PersonForm, a.Person), o.d, o.today) {
		case AppointmentEnded:
		case AppointmentSigned, AppointmentEnding:
			s.count(true)
		default:
			s.count(false)
		}
	}
	lettersOwed(o, func(Deadline) { s.count(false) })
	return s
}

func (o *Outlook) copyShare() Share {
	s := Share{Key: ShareCopies, Register: BackupPlanForm.Key}
	var fresh []*BackupPlan
	for _, p := range o.backups() {
		if p.Holds(o.today) && p.standing.Overdue == 0 {
			fresh = append(fresh, p.BackupPlan)
		}
	}
	for _, a := range All(o.d, ArchiveForm) {
		system := Find(o.d, SystemForm, a.System)
		if a.Kind == "paper" || a.Kind == "" || system != nil && system.Kind == "cloud" {
			continue // of what stands at a supplier's, the supplier makes the copies
		}
		covered := false
		for _, p := range fresh {
			covered = covered || p.Covers(a)
		}
		s.count(covered)
	}
	return s
}

func (o *Outlook) credentialShare() Share {
	s := Share{Key: ShareCredentials, Register: CredentialForm.Key}
	for _, c := range All(o.d, CredentialForm) {
		if c.Disabled != "" {
			continue
		}
		state := c.state(o.house, o.today, o.worksOnSpecial(c))
		s.count(o.left(c.Person) == nil && !c.WaitsForFirstChange() && (state == CredentialValid || state == CredentialChangeSoon))
	}
	return s
}
