package app_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// today of these tests is that of the example: 22 November 2026.
const leavingToday form.Date = "2026-11-22"

// whoLeaves finds a person of the example by surname and name.
func whoLeaves(t *testing.T, d *app.Dossier, name string) *app.Person {
	t.Helper()
	for _, p := range app.All(d, app.PersonForm) {
		if app.PersonForm.Type().Title(p) == name {
			return p
		}
	}
	t.Fatal("nobody is called ", name)
	return nil
}

// state is every record of an office, to see that a plan changed none.
func state(d *app.Dossier) string {
	var b strings.Builder
	for _, reg := range app.Registers() {
		for _, rec := range d.Records(reg.Key) {
			b.Write(reg.Encode(rec))
		}
	}
	return b.String()
}

// saved gives the copies of a type that a plan saves.
func saved[T any](p app.LeavingPlan) []*T {
	var out []*T
	for _, s := range p.Saves {
		if rec, ok := s.Rec.(*T); ok {
			out = append(out, rec)
		}
	}
	return out
}

// TestLeavingEndsEverything: on the day before, on the day and on a day to come.
func TestLeavingEndsEverything(t *testing.T) {
	for _, c := range []struct {
		name               string
		on, cut            form.Date
		credentials        int
		disabled, recorded form.Date
	}{
		{"yesterday, access taken then", "2026-11-21", "2026-11-21", 2, "2026-11-21", "2026-11-21"},
		{"yesterday, access taken today", "2026-11-21", "2026-11-22", 2, "2026-11-22", "2026-11-22"},
		{"today", "2026-11-22", "2026-11-22", 2, "2026-11-22", "2026-11-22"},
		{"tomorrow", "2026-11-23", "2026-11-22", 0, "", ""},
		{"29 February", "2028-02-29", "", 0, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			elena, before := whoLeaves(t, d, "Sala Elena"), state(d)
			plan, err := app.PlanLeaving(d, app.LeavingChoice{Person: elena.UID(), Kind: app.LeavesOffice, On: c.on, Cut: c.cut, Why: "Dimissioni"}, leavingToday)
			if err != nil {
				t.Fatal(err)
			}
			if state(d) != before {
				t.Fatal("the plan changed the office")
			}
			letters, credentials := saved[app.Appointment](plan), saved[app.Credential](plan)
			if len(letters) != 2 || len(credentials) != c.credentials {
				t.Fatalf("%d letters and %d credentials end", len(letters), len(credentials))
			}
			for _, a := range letters {
				if a.Ended != c.on || a.EndReason != app.EndLeft {
					t.Errorf("%s ended on %s, %s", a.Role, a.Ended, a.EndReason)
				}
			}
			for _, x := range credentials {
				if x.Disabled != c.disabled || x.Why != "leaves" {
					t.Errorf("%s disabled on %s, %s", x.UserID, x.Disabled, x.Why)
				}
			}
			p := saved[app.Person](plan)[0]
			if p.End != c.on || p.EndReason != "Dimissioni" || p.Duties[0].To != c.on {
				t.Errorf("the person ends on %s (%s), the duty on %s", p.End, p.EndReason, p.Duties[0].To)
			}
			l := plan.Record
			if l.Cut != c.recorded || len(l.Appointments) != 2 || len(l.Credentials) != c.credentials || l.On != c.on {
				t.Errorf("recorded: %+v", l)
			}
			if plan.Saves[len(plan.Saves)-1].Rec != l {
				t.Error("the record of the event is not the last")
			}
			for _, s := range plan.Saves {
				for _, x := range s.Type.Problems(s.Rec) {
					if x.Gravity == form.Wrong {
						t.Errorf("%s: %s %s", s.Type.Key, x.Path, x.Text)
					}
				}
			}
		})
	}
}

// TestLeavingLeavesAloneWhatEnded, and what ends later is brought forward.
func TestLeavingLeavesAloneWhatEnded(t *testing.T) {
	d := apptest.Sample(t)
	elena := whoLeaves(t, d, "Sala Elena")
	var hers []*app.Appointment
	for _, a := range app.All(d, app.AppointmentForm) {
		if a.Person == elena.UID() {
			hers = append(hers, a)
		}
	}
	hers[0].Ended, hers[0].EndReason = leavingToday, app.EndResigned
	hers[1].Ended, hers[1].EndReason = "2026-12-31", app.EndResigned
	for _, c := range app.All(d, app.CredentialForm) {
		if c.Person == elena.UID() {
			c.Disabled, c.Why = "2026-10-01", "unused"
		}
	}
	elena.Duties[0].To = "2026-10-01"
	plan, err := app.PlanLeaving(d, app.LeavingChoice{Person: elena.UID(), Kind: app.LeavesOffice, On: leavingToday, Cut: leavingToday}, leavingToday)
	if err != nil {
		t.Fatal(err)
	}
	letters := saved[app.Appointment](plan)
	if len(letters) != 1 || letters[0].UID() != hers[1].UID() || letters[0].Ended != leavingToday {
		t.Errorf("letters: %+v", letters)
	}
	if n := len(saved[app.Credential](plan)); n > 0 {
		t.Errorf("%d credentials are disabled again", n)
	}
	if got := saved[app.Person](plan)[0].Duties[0].To; got != "2026-10-01" {
		t.Errorf("the duty ends on %s", got)
	}
}

// TestNothingToEnd: the event is recorded all the same.
func TestNothingToEnd(t *testing.T) {
	m := apptest.NewMemory(apptest.Now)
	p := &app.Person{Surname: "Verdi", Name: "Ugo"}
	if err := m.Save(app.PersonForm.Type(), p); err != nil {
		t.Fatal(err)
	}
	plan, err := app.PlanLeaving(m.Dossier(t), app.LeavingChoice{Person: p.UID(), Kind: app.LeavesOffice, On: leavingToday, Cut: leavingToday}, leavingToday)
	if err != nil || len(plan.Saves) != 2 {
		t.Fatal(plan, err)
	}
}

// TestLeavingTakenUpAgain: what was left for the day is added to the same record.
func TestLeavingTakenUpAgain(t *testing.T) {
	d := apptest.Sample(t)
	elena := whoLeaves(t, d, "Sala Elena")
	was := &app.Leaving{Person: elena.UID(), Kind: app.LeavesOffice, On: leavingToday, Why: "Pensione", Appointments: []string{"one"},
		Things: []*app.Thing{{What: "Chiavi: Amministrazione"}, {What: "Telefono"}}}
	was.Head().UID = "of then"
	r := withLeavings{d, []any{was}}
	plan, err := app.PlanLeaving(r, app.LeavingChoice{Person: elena.UID(), Kind: app.LeavesOffice, On: leavingToday, Cut: leavingToday,
		Kept: map[string]bool{}, Returned: map[string]bool{keyOf(r, elena, "Chiavi: Amministrazione"): true}}, leavingToday)
	if err != nil {
		t.Fatal(err)
	}
	l := plan.Record
	if l.UID() != "of then" || l.Why != "Pensione" || len(l.Appointments) != 3 || len(l.Things) != 2 || l.Things[0].Returned != leavingToday || l.Things[1].Returned != "" {
		t.Errorf("%+v, %+v", l, l.Things[0])
	}
	if was.Things[0].Returned != "" {
		t.Error("the plan changed the record of then")
	}
}

type withLeavings struct {
	*app.Dossier
	list []any
}

func (w withLeavings) Records(register string) []any {
	if register == app.LeavingForm.Key {
		return w.list
	}
	return w.Dossier.Records(register)
}

func keyOf(r app.Records, p *app.Person, thing string) string {
	for _, x := range app.LeavingItems(r, p, leavingToday) {
		if x.Thing == thing {
			return x.Key
		}
	}
	return ""
}

// TestChangeOfDuty: what is kept stays, the rest ends, the new duty begins the day
// after the old one.
func TestChangeOfDuty(t *testing.T) {
	d := apptest.Sample(t)
	elena := whoLeaves(t, d, "Sala Elena")
	kept := map[string]bool{}
	for _, x := range app.LeavingItems(d, elena, "2028-03-01") {
		if x.What == app.EndsCredential && len(kept) == 0 {
			kept[x.Key] = true
		}
	}
	plan, err := app.PlanLeaving(d, app.LeavingChoice{Person: elena.UID(), Kind: app.ChangesDuty, On: "2028-03-01", Cut: "2028-03-01", NewDuty: "shop-assistant", Kept: kept}, "2028-03-02")
	if err != nil {
		t.Fatal(err)
	}
	p := saved[app.Person](plan)[0]
	if p.End != "" || len(p.Duties) != 2 || p.Duties[0].To != "2028-02-29" || *p.Duties[1] != (app.Duty{Duty: "shop-assistant", From: "2028-03-01"}) {
		t.Errorf("%+v", p.Duties)
	}
	if c := saved[app.Credential](plan); len(c) != 1 || c[0].Why != "duty" || c[0].Disabled != "2028-03-01" {
		t.Errorf("credentials: %+v", c)
	}
	for _, a := range saved[app.Appointment](plan) {
		if a.EndReason != app.EndRevoked {
			t.Errorf("%s ended for %s", a.Role, a.EndReason)
		}
	}
	if len(plan.Record.Things) > 0 {
		t.Error("who stays is asked for the keys")
	}
	// The one that was kept waits for its permissions to be looked at.
	var waits []string
	for _, x := range app.Remains(plan.After(d), plan.Record, "2028-03-02") {
		if x.Register == app.CredentialForm.Key {
			waits = append(waits, x.Paths...)
		}
	}
	if !slices.Equal(waits, []string{"opened"}) {
		t.Errorf("waiting: %v", waits)
	}
}

// TestLeavingRefused says in words what is wrong with a choice.
func TestLeavingRefused(t *testing.T) {
	d := apptest.Sample(t)
	elena := whoLeaves(t, d, "Sala Elena")
	whole := app.LeavingChoice{Person: elena.UID(), Kind: app.LeavesOffice, On: leavingToday, Cut: leavingToday}
	for name, c := range map[string]struct {
		change func(c *app.LeavingChoice)
		says   string
		field  string
	}{
		"no date":               {func(c *app.LeavingChoice) { c.On = "" }, "Manca la data.", "on"},
		"before the first day":  {func(c *app.LeavingChoice) { c.On = "2014-08-31" }, "prima dell’ingresso", "on"},
		"access still there":    {func(c *app.LeavingChoice) { c.Cut = "" }, "si tolgono gli accessi", "cut"},
		"access taken tomorrow": {func(c *app.LeavingChoice) { c.Cut = "2026-11-23" }, "prima che lo siano", "cut"},
		"no new duty":           {func(c *app.LeavingChoice) { c.Kind = app.ChangesDuty }, "mansione nuova", "new_duty"},
		"nobody":                {func(c *app.LeavingChoice) { c.Person = "gone" }, "non è più nel registro", ""},
	} {
		choice := whole
		c.change(&choice)
		_, err := app.PlanLeaving(d, choice, leavingToday)
		var r *app.Refusal
		if !errors.As(err, &r) || !strings.Contains(r.Sentence(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if field, _ := choice.Fault(elena, leavingToday); field != c.field {
			t.Errorf("%s is said of the field %q", name, field)
		}
	}
	first := whole
	first.On, first.Cut = "2014-09-01", "2026-11-22"
	if _, err := app.PlanLeaving(d, first, leavingToday); err != nil {
		t.Errorf("on the first day: %v", err)
	}
	elena.End = leavingToday
	change := whole
	change.Kind, change.NewDuty, change.On = app.ChangesDuty, "shop-assistant", "2026-11-23"
	if _, err := app.PlanLeaving(d, change, leavingToday); err == nil {
		t.Error("who left changes duty the day after")
	}
}

// TestDeviceComesBack: a device is told of in its credential alone.
func TestDeviceComesBack(t *testing.T) {
	d := apptest.Sample(t)
	elena := whoLeaves(t, d, "Sala Elena")
	var token *app.Credential
	for _, c := range app.All(d, app.CredentialForm) {
		if c.Person == elena.UID() {
			token = c
		}
	}
	token.Kind, token.DeviceGiven = app.CredentialDevice, "2024-01-16"
	choice := app.LeavingChoice{Person: elena.UID(), Kind: app.LeavesOffice, On: "2026-11-20", Cut: leavingToday}
	for _, back := range []bool{false, true} {
		choice.Returned = map[string]bool{"device:" + token.UID(): back}
		plan, err := app.PlanLeaving(d, choice, leavingToday)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range saved[app.Credential](plan) {
			if c.UID() == token.UID() && (c.DeviceReturned == "2026-11-20") != back {
				t.Errorf("given back %v: %q", back, c.DeviceReturned)
			}
		}
		if n := len(saved[app.Credential](plan)); n != 2 {
			t.Errorf("%d credentials are saved: one of them twice?", n)
		}
	}
}

// TestPermissionsAreTaken: all of them, written down as they were; of a day to come
// none; whoever changes duty may keep them, and is told to look at them again.
func TestPermissionsAreTaken(t *testing.T) {
	for _, c := range []struct {
		name  string
		on    form.Date
		keep  bool
		taken bool
	}{{"today", leavingToday, false, true}, {"tomorrow", "2026-11-23", false, false}, {"kept", leavingToday, true, false}} {
		d := apptest.Sample(t)
		elena := whoLeaves(t, d, "Sala Elena")
		had := app.PermissionOf(d, elena.UID())
		was := had.Grants
		choice := app.LeavingChoice{Person: elena.UID(), Kind: app.LeavesOffice, On: c.on, Cut: leavingToday, Kept: map[string]bool{"permission:" + had.UID(): c.keep}}
		plan, err := app.PlanLeaving(d, choice, leavingToday)
		if err != nil {
			t.Fatal(err)
		}
		now := app.PermissionOf(plan.After(d), elena.UID())
		if (len(now.Grants) == 0) != c.taken || (len(plan.Record.Permissions) == len(was)) != c.taken {
			t.Errorf("%s: %d left, %d written down of %d", c.name, len(now.Grants), len(plan.Record.Permissions), len(was))
		}
		if c.taken && (plan.Record.Permissions[0].Archive == "" || plan.Record.Permissions[0].Letters != was[0].Letters()) {
			t.Errorf("%s: written down %+v", c.name, plan.Record.Permissions[0])
		}
		left := slices.ContainsFunc(app.Remains(plan.After(d), plan.Record, leavingToday), func(x app.Remaining) bool { return x.Register == app.PermissionForm.Key })
		if left == c.taken || len(had.Grants) != len(was) {
			t.Errorf("%s: still to be taken %v; the office has %d", c.name, left, len(had.Grants))
		}
	}
}

// TestRemains: what a person who left still stands in, and what nobody does now.
func TestRemains(t *testing.T) {
	d := apptest.Sample(t)
	elena := whoLeaves(t, d, "Sala Elena")
	for _, a := range app.All(d, app.AppointmentForm) {
		if a.Person == elena.UID() {
			a.Ended = leavingToday
		}
	}
	for _, c := range app.All(d, app.CredentialForm) {
		if c.Person == elena.UID() {
			c.Disabled = leavingToday
		}
	}
	app.All(d, app.DocumentLoanForm)[1].Returned = "" // hers; the other is of somebody else
	app.All(d, app.DocumentLoanForm)[0].Returned = ""
	l := &app.Leaving{Person: elena.UID(), Kind: app.LeavesOffice, On: leavingToday, Things: []*app.Thing{{What: "Badge", Returned: leavingToday}, {What: "Chiavi"}}}
	count := map[string]int{}
	for _, x := range app.Remains(d, l, leavingToday) {
		if x.Vacant {
			count["vacant"]++
			continue
		}
		for _, path := range x.Paths {
			count[x.Register+" "+path]++
		}
	}
	for what, n := range map[string]int{
		"document_loan returned": 1, "leaving things/1/returned": 1, "leaving things/0/returned": 0, "room keeper": 1, "room admitted": 1,
		"vacant": 2, "appointment substitute": 2, "credential disabled": 0, "appointment ended": 0,
	} {
		if count[what] != n {
			t.Errorf("%s: %d, want %d", what, count[what], n)
		}
	}
	if count["treatment people"] == 0 {
		t.Error("treatments that authorise the person are not told")
	}
}

// TestEveryReferenceToAPersonIsDecided: a field that names a person either is to
// be seen to when the person leaves, or tells of the past.
func TestEveryReferenceToAPersonIsDecided(t *testing.T) {
	past := []string{
		"appointment.person", "credential.person", "credential.requested_by", "extra_access.absent", "extra_access.agreed_by", "extra_access.reset_by",
		"extra_access.given_to", "access_attempt.seen_by", "leaving.person", "leaving.told_by", "dpia.screened_by", "system.decided_by", "treatment.adopted_by", "office_measure.adopted_by",
		"permission.person", "backup_copy.by", "restore.by", "restore.decided_by", "medium.destroyed_by", "medium.witness",
		"copy_leave.asked_by", "copy_leave.authorised_by", "delivery.person", "document_loan.person", "room_entry.person", "room_entry.let_in_by", "room_entry.noted_by",
		"erasure.by", "sysadmin_check.person", "sysadmin_check.by",
		"house_rule.by",
		"breach.reporter", "breach.superior", "breach.people", "breach.notifier",
		"request.noted_by",
		"training.person", "training_plan.person", "training_plan.made_by", "intervention.accompanied", "risk_analysis.by", "inspection.person",
	}
	names := map[string]bool{}
	var fill func(reg string, ft *form.Type, rec any)
	fill = func(reg string, ft *form.Type, rec any) {
		for _, f := range ft.Fields() {
			switch {
			case f.Kind == form.KList:
				fill(reg, f.Child, f.AddRow(rec))
			case f.Register != app.PersonForm.Key:
			case f.Kind == form.KRef:
				f.Put(rec, f.Key)
				names[reg+"."+f.Key] = true
			default:
				f.Put(rec, []string{f.Key})
				names[reg+"."+f.Key] = true
			}
		}
	}
	for _, reg := range app.Registers() {
		rec := reg.New()
		fill(reg.Key, reg.Type, rec)
		if a, ok := rec.(*app.Archive); ok {
			a.Kind = "paper" // only there somebody is admitted
		}
		for _, s := range app.StandingOf(reg.Type, rec) {
			if name := reg.Key + "." + s.Person; slices.Contains(past, name) {
				t.Errorf("%s both stands and is past", name)
			}
			delete(names, reg.Key+"."+s.Person)
		}
	}
	for name := range names {
		if !slices.Contains(past, name) {
			t.Errorf("%s: does it end when the person leaves?", name)
		}
	}
}
