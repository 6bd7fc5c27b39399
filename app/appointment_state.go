package app

import "tutela/app/form"

// AppointmentState is how an appointment stands on a day.
type AppointmentState int

// The states.
const (
	AppointmentUnwritten AppointmentState = iota // the letter has no date yet
	AppointmentUnsigned
	AppointmentSigned
	AppointmentToRenew // the letter says otherwise than what holds
	AppointmentEnding  // its end is written and has not come
	AppointmentEnded
)

// State is how the appointment stands on a day. holder is the person who has it,
// nil for a supplier: a change of duty after the signature calls for a new letter
// (6-details, 24).
func (a *Appointment) State(holder *Person, n form.Names, day form.Date) AppointmentState {
	switch {
	case a.Ended > day:
		return AppointmentEnding
	case a.Ended != "":
		return AppointmentEnded
	case a.Appointed == "":
		return AppointmentUnwritten
	case a.Signed == "":
		return AppointmentUnsigned
	case len(a.Changed(n)) > 0 || holder != nil && len(NewDuties(holder, a.Signed, day)) > 0:
		return AppointmentToRenew
	}
	return AppointmentSigned
}
