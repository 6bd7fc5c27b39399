package ui

import (
	"testing"

	"tutela/app"
)

// TestAppointmentPrintsItsLetter: what is printed of an appointment is the letter
// of its role, and after its end the letter that ends it.
func TestAppointmentPrintsItsLetter(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.AppointmentForm.Key)
	for _, role := range app.Roles() {
		set(r, "role", role.Key)
		if got := r.papers()[0].Kind; got != "appointment-"+role.Key {
			t.Errorf("%s: %s is printed", role.Key, got)
		}
	}
	r.ed.Rec.(*app.Appointment).Ended = "2026-11-22"
	if got := r.papers()[0].Kind; got != "appointment-end" {
		t.Errorf("after the end %s is printed", got)
	}
}
