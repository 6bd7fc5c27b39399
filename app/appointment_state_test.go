package app_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestAppointmentState on the edges of each.
func TestAppointmentState(t *testing.T) {
	whole := app.Appointment{Role: app.RoleBackup, Appointed: "2024-11-11", Signed: "2024-11-15"}
	app.AppointmentForm.Type().Settle(&whole, called{})
	holder := func(from form.Date) *app.Person {
		return &app.Person{Duties: []*app.Duty{{Duty: "partner", From: from}}}
	}
	for name, c := range map[string]struct {
		change func(a *app.Appointment)
		holder *app.Person
		want   app.AppointmentState
	}{
		"signed":                 {func(*app.Appointment) {}, nil, app.AppointmentSigned},
		"no date":                {func(a *app.Appointment) { a.Appointed, a.Signed = "", "" }, nil, app.AppointmentUnwritten},
		"not signed":             {func(a *app.Appointment) { a.Signed = "" }, nil, app.AppointmentUnsigned},
		"another scope":          {func(a *app.Appointment) { a.Systems = []string{"x"} }, nil, app.AppointmentToRenew},
		"same duty":              {func(*app.Appointment) {}, holder("2024-11-15"), app.AppointmentSigned},
		"a duty since":           {func(*app.Appointment) {}, holder("2024-11-16"), app.AppointmentToRenew},
		"a duty tomorrow":        {func(*app.Appointment) {}, holder("2026-11-23"), app.AppointmentSigned},
		"ends tomorrow":          {func(a *app.Appointment) { a.Ended = "2026-11-23" }, nil, app.AppointmentEnding},
		"ends today":             {func(a *app.Appointment) { a.Ended = "2026-11-22" }, nil, app.AppointmentEnded},
		"ended, and out of date": {func(a *app.Appointment) { a.Ended, a.Systems = "2026-01-01", []string{"x"} }, nil, app.AppointmentEnded},
	} {
		a := whole
		c.change(&a)
		if got := a.State(c.holder, called{}, "2026-11-22"); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
