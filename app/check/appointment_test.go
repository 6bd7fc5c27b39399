package check_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/form"
)

// TestLettersOnTheirDays: what the rules on letters say the day before, the day
// and the day after. Today is 22/11/2026.
func TestLettersOnTheirDays(t *testing.T) {
	days := []form.Date{"2026-11-21", "2026-11-22", "2026-11-23"}
	for _, c := range []struct {
		rule   string
		change func(w *world, day form.Date) any
		want   [3]bool // found yesterday, today, tomorrow
	}{
		{"appointment-unsigned", func(w *world, day form.Date) any {
			w.appointment.Appointed, w.appointment.Signed = day, ""
			return w.appointment
		}, [3]bool{true, false, false}},
		{"appointment-left", func(w *world, day form.Date) any {
			app.Find(w.Dossier, app.PersonForm, w.appointment.Person).End = day
			return w.appointment
		}, [3]bool{true, false, false}},
		{"people-no-letter", func(w *world, day form.Date) any { // the letter of the one who is authorised ends
			w.appointment.Ended = day
			return w.treatment
		}, [3]bool{true, true, false}},
		{"people-no-letter", func(w *world, day form.Date) any { // it begins
			w.appointment.Appointed = day
			return w.treatment
		}, [3]bool{false, false, true}},
		{"passwords-owed", func(w *world, day form.Date) any {
			w.appointed(app.RolePasswords).Ended = day
			return w.appointment
		}, [3]bool{true, true, false}},
		{"sysadmin-owed", func(w *world, day form.Date) any {
			w.appointed(app.RoleSysadmin).Ended = day
			return w.system
		}, [3]bool{true, true, false}},
		{"appointment-renew", func(w *world, day form.Date) any { // another duty
			p := app.Find(w.Dossier, app.PersonForm, w.appointment.Person)
			p.Duties = append(p.Duties, &app.Duty{Duty: "courier", From: day})
			return w.appointment
		}, [3]bool{true, true, false}},
	} {
		for i, day := range days {
			w := newWorld(t)
			if got := len(w.paths(c.change(w, day), c.rule)) > 0; got != c.want[i] {
				t.Errorf("%s, %s: found %v", c.rule, day, got)
			}
		}
	}
}

// TestRenewSaysSo: each thing that a letter states, changed after it was signed,
// and what it does not state.
func TestRenewSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		change func(w *world, a *app.Appointment)
		want   bool
	}{
		"as it was":            {func(*world, *app.Appointment) {}, false},
		"the role":             {func(_ *world, a *app.Appointment) { a.Role = app.RoleTreatment }, true},
		"the scope":            {func(_ *world, a *app.Appointment) { a.Treatments = a.Treatments[1:] }, true},
		"an archive":           {func(w *world, a *app.Appointment) { a.Archives = []string{"x"} }, true},
		"the tools":            {func(_ *world, a *app.Appointment) { a.Tools = app.ToolsPaper }, true},
		"the person":           {func(w *world, a *app.Appointment) { a.Person = w.people[4].UID() }, true},
		"the person's name":    {func(w *world, a *app.Appointment) { app.Find(w.Dossier, app.PersonForm, a.Person).Surname = "Verdi" }, true},
		"a capital of it":      {func(w *world, a *app.Appointment) { app.Find(w.Dossier, app.PersonForm, a.Person).Surname = "BIANCHI" }, false},
		"the substitute":       {func(w *world, a *app.Appointment) { a.Substitute = w.people[4].UID() }, true},
		"who appoints":         {func(_ *world, a *app.Appointment) { a.Appointer, a.Delegation = app.ByController, "" }, true},
		"a limit":              {func(_ *world, a *app.Appointment) { a.ScopeNote = "Solo il mattino" }, true},
		"a duty taken up":      {func(w *world, a *app.Appointment) { w.duty(a, "2026-11-22", "") }, true},
		"a duty laid down":     {func(w *world, a *app.Appointment) { w.duty(a, "2020-01-01", "2024-11-16") }, true},
		"that ended as signed": {func(w *world, a *app.Appointment) { w.duty(a, "2020-01-01", "2024-11-15") }, false},
		"a duty of tomorrow":   {func(w *world, a *app.Appointment) { w.duty(a, "2026-11-23", "") }, false},
		"another's duty":       {func(w *world, _ *app.Appointment) { w.people[4].Duties[0].From = "2026-11-01" }, false},
		"a telephone number":   {func(w *world, a *app.Appointment) { app.Find(w.Dossier, app.PersonForm, a.Person).Phone = "333" }, false},
		"why, rules and copy":  {func(_ *world, a *app.Appointment) { a.Ability, a.Rules, a.CopyWhere = "Altro", "Altre", "Altrove" }, false},
		"never signed":         {func(_ *world, a *app.Appointment) { a.Signed, a.Treatments = "", a.Treatments[1:] }, false},
		"signed anew":          {func(_ *world, a *app.Appointment) { a.Signed, a.Treatments = "2026-11-20", a.Treatments[1:] }, false},
		"ended":                {func(_ *world, a *app.Appointment) { a.Treatments, a.Ended = a.Treatments[1:], "2026-11-22" }, false},
	} {
		w := newWorld(t)
		c.change(w, w.appointment)
		found := of(w, typeOfRec(t, w.appointment), w.appointment, "appointment-renew")
		if (len(found) > 0) != c.want || c.want && !strings.Contains(found[0].Text, "da rinnovare") {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// duty gives the holder of an appointment one more duty.
func (w *world) duty(a *app.Appointment, from, to form.Date) {
	p := app.Find(w.Dossier, app.PersonForm, a.Person)
	p.Duties = append(p.Duties, &app.Duty{Duty: "courier", From: from, To: to})
}

// TestRenewLeadsToWhatChanged, or to the signature where it is no longer shown.
func TestRenewLeadsToWhatChanged(t *testing.T) {
	for _, c := range []struct {
		change func(a *app.Appointment)
		want   []string
	}{
		{func(*app.Appointment) {}, nil},
		{func(a *app.Appointment) { a.Notes, a.CopyWhere = "una nota", "altrove" }, nil},
		{func(a *app.Appointment) { a.Treatments = a.Treatments[:1] }, []string{"treatments"}},
		{func(a *app.Appointment) { a.Appointer, a.Delegation = app.ByController, "" }, []string{"appointer"}},
		{func(a *app.Appointment) { a.Treatments, a.Signed = a.Treatments[:1], "2026-11-22" }, nil},
		{func(a *app.Appointment) { a.Treatments, a.Signed = a.Treatments[:1], "" }, nil},
	} {
		w := newWorld(t)
		c.change(w.appointment)
		same(t, w.paths(w.appointment, "appointment-renew"), c.want)
	}
	w := newWorld(t)
	a := w.appointed(app.RoleControls)
	a.Supplier, a.Person = "", w.people[4].UID()
	if got := w.paths(a, "appointment-renew"); len(got) != 1 || got[0] == "supplier" {
		t.Errorf("it leads to a field that is not there: %q", got)
	}
}

// TestWhoNeedsALetter: the designato, who represents the controller and who left
// need none; who only has access does; many are told with some names. An office
// that keeps no appointments is not asked.
func TestWhoNeedsALetter(t *testing.T) {
	text := func(w *world) string {
		for _, f := range of(w, treatmentType, w.treatment, "people-no-letter") {
			return f.Text
		}
		return ""
	}
	w := newWorld(t)
	w.treatment.People = append(w.treatment.People, w.people[2].UID()) // its designato
	if got := text(w); got != "" {
		t.Errorf("the designato is asked for a letter: %s", got)
	}
	w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
	if got := text(w); !strings.Contains(got, "Ricci Davide") || strings.Contains(got, "Sala") {
		t.Errorf("who has access is not asked for: %q", got)
	}
	w.people[4].End = "2026-11-21"
	if got := text(w); got != "" {
		t.Errorf("who left is asked for a letter: %s", got)
	}

	w = newWorld(t)
	w.treatment.People = nil
	for _, p := range w.people {
		p.Duties = nil
		w.treatment.People = append(w.treatment.People, p.UID())
	}
	for _, a := range app.All(w.Dossier, app.AppointmentForm) {
		a.Ended = "2026-01-01"
	}
	if got := text(w); !strings.Contains(got, "5 persone, fra cui ") || len([]rune(got)) > 260 {
		t.Errorf("many: %q", got)
	}
	if found := check.Record(w, treatmentType, w.treatment); len(found) == 0 {
		t.Error("nothing is found at all")
	}
}
