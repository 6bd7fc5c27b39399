package app_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestAbove: a vacant role falls to the one above, of the right scope, and in the
// end to the controller (decision A27).
func TestAbove(t *testing.T) {
	d := apptest.Sample(t)
	all := app.All(d, app.TreatmentForm)
	for _, c := range []struct {
		role       string
		treatments []string
		day        form.Date
		want       string // role; "" is the controller
	}{
		{app.RoleBackup, nil, "2026-11-22", app.RoleSecurity},
		{app.RoleBackup, nil, "2024-11-11", app.RoleSecurity},
		{app.RoleBackup, nil, "2024-11-10", ""},
		{app.RoleAuthorised, []string{all[1].UID()}, "2026-11-22", app.RoleTreatment},
		{app.RoleAuthorised, []string{all[1].UID(), all[4].UID()}, "2026-11-22", ""},
		{app.RoleSecurity, nil, "2026-11-22", ""},
		{app.RoleDPO, nil, "2026-11-22", ""},
	} {
		got := ""
		if a := app.Above(d, c.role, c.treatments, c.day); a != nil {
			got = a.Role
		}
		if got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.role, c.day, got, c.want)
		}
	}
	if got := app.Vacant(d, app.RoleSecurity, "2026-11-22"); len(got) > 0 {
		t.Errorf("vacant: %+v", got)
	}
	if got := app.Vacant(d, app.RoleSecurity, "2024-11-10"); len(got) != 4 {
		t.Errorf("before any was appointed: %+v", got)
	}
}

// TestDelegationFault changes one thing of a delegation that holds.
func TestDelegationFault(t *testing.T) {
	for name, c := range map[string]struct {
		change func(a, d *app.Appointment)
		fault  bool
	}{
		"holds":                    {func(_, _ *app.Appointment) {}, false},
		"the controller signs":     {func(a, d *app.Appointment) { a.Appointer, d.Role = app.ByController, app.RoleRooms }, false},
		"of another role":          {func(_, d *app.Appointment) { d.Role = app.RoleSecurity }, true},
		"begins the same day":      {func(a, d *app.Appointment) { d.Appointed = a.Appointed }, false},
		"begins the day after":     {func(_, d *app.Appointment) { d.Appointed = "2026-02-11" }, true},
		"ends the same day":        {func(a, d *app.Appointment) { d.Ended = a.Appointed }, true},
		"ends the day after":       {func(_, d *app.Appointment) { d.Ended = "2026-02-11" }, false},
		"never signed":             {func(_, d *app.Appointment) { d.Signed = "" }, true},
		"not on this treatment":    {func(_, d *app.Appointment) { d.Treatments = []string{"u"} }, true},
		"appoints himself":         {func(a, d *app.Appointment) { a.Person = d.Person }, true},
		"on fewer treatments":      {func(a, _ *app.Appointment) { a.Treatments = nil }, false},
		"two companies, one empty": {func(a, d *app.Appointment) { a.Person, a.Supplier, d.Person, d.Supplier = "", "s", "", "t" }, false},
	} {
		d := &app.Appointment{Role: app.RoleTreatment, Person: "q", Treatments: []string{"t"}, Appointed: "2026-01-10", Signed: "2026-01-12"}
		a := &app.Appointment{Role: app.RoleAuthorised, Person: "p", Treatments: []string{"t"}, Appointer: app.ByDesignee, Appointed: "2026-02-10"}
		c.change(a, d)
		if got := a.DelegationFault(d); (got != "") != c.fault {
			t.Errorf("%s: %q", name, got)
		}
	}
	a := &app.Appointment{Role: app.RoleAuthorised, Appointer: app.ByDesignee}
	if a.DelegationFault(nil) == "" {
		t.Error("a delegation that is not there holds")
	}
}
