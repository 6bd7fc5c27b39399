package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
	"tutela/app/form"
)

// TestCredentialEdges: each term the day before, on the day and the day after.
// Today is 22 November 2026.
func TestCredentialEdges(t *testing.T) {
	type change func(w *world, c *app.Credential)
	last := func(day form.Date, special string) change {
		return func(w *world, c *app.Credential) {
			c.LastChange, c.Special = day, special
			if special == "no" { // then she works on no such data
				for _, x := range app.All(w.Dossier, app.TreatmentForm) {
					x.Special, x.DataTypes = form.No, []string{"identification-data"}
				}
				w.archiveOf("Fascicoli del personale").Classes = []string{"common"}
			}
		}
	}
	for _, c := range []struct {
		name, rule string
		change     change
		broken     bool
	}{
		{"6 months tomorrow", "credential-password-old", last("2026-05-23", "no"), false},
		{"6 months today", "credential-password-old", last("2026-05-22", "no"), false},
		{"6 months yesterday", "credential-password-old", last("2026-05-21", "no"), true},
		{"3 months tomorrow", "credential-password-old", last("2026-08-23", "yes"), false},
		{"3 months today", "credential-password-old", last("2026-08-22", "yes"), false},
		{"3 months yesterday", "credential-password-old", last("2026-08-21", "yes"), true},
		{"a device grows not old", "credential-password-old", func(_ *world, c *app.Credential) { c.Kind, c.LastChange = app.CredentialDevice, "2020-01-01" }, false},
		{"unused, 6 months today", "credential-unused", func(_ *world, c *app.Credential) { c.LastUse = "2026-05-22" }, false},
		{"unused, 6 months yesterday", "credential-unused", func(_ *world, c *app.Credential) { c.LastUse = "2026-05-21" }, true},
		{"never known to be used", "credential-unused", func(_ *world, c *app.Credential) { c.LastUse = "" }, true},
		{"the last day", "credential-person-left", func(w *world, _ *app.Credential) { w.owner().End = "2026-11-22" }, false},
		{"the day before the last", "credential-person-left", func(w *world, _ *app.Credential) { w.owner().End = "2026-11-23" }, false},
		{"the day after", "credential-person-left", func(w *world, _ *app.Credential) { w.owner().End = "2026-11-21" }, true},
		{"duty ends today", "credential-duty-changed", func(w *world, _ *app.Credential) { w.owner().Duties[0].To = "2026-11-22" }, false},
		{"duty ended, permissions opened the same day", "credential-duty-changed", func(w *world, c *app.Credential) { w.owner().Duties[0].To, c.Opened = "2026-11-20", "2026-11-20" }, true},
		{"duty ended, permissions opened since", "credential-duty-changed", func(w *world, c *app.Credential) { w.owner().Duties[0].To, c.Opened = "2026-11-20", "2026-11-21" }, false},
		{"duty ended before the credential", "credential-duty-changed", func(w *world, c *app.Credential) { w.owner().Duties[0].To = "2020-01-31" }, false},
		{"who left has changed no duty", "credential-duty-changed", func(w *world, c *app.Credential) {
			w.owner().End, w.owner().Duties[0].To = "2026-11-21", "2026-11-21"
		}, false},
		{"issued today", "credential-first-change", func(_ *world, c *app.Credential) { c.Issued, c.FirstChange, c.LastChange = "2026-11-22", "", "" }, false},
		{"issued yesterday", "credential-first-change", func(_ *world, c *app.Credential) { c.Issued, c.FirstChange, c.LastChange = "2026-11-21", "", "" }, true},
		{"only the last change is known", "credential-first-change", func(_ *world, c *app.Credential) { c.FirstChange = "" }, false},
		{"issued anew, not changed since", "credential-first-change", func(_ *world, c *app.Credential) { c.Lost, c.Reissued = "2026-11-10", "2026-11-11" }, true},
		{"issued anew, changed since", "credential-first-change", func(_ *world, c *app.Credential) {
			c.Lost, c.Reissued, c.LastChange = "2026-11-10", "2026-11-11", "2026-11-11"
		}, false},
		{"rules, issued today", "credential-rules-unsigned", func(_ *world, c *app.Credential) { c.Issued, c.RulesSigned = "2026-11-22", "" }, true},
		{"rules, issued tomorrow", "credential-rules-unsigned", func(_ *world, c *app.Credential) { c.Issued, c.RulesSigned = "2026-11-23", "" }, false},
		{"rules, not issued", "credential-rules-unsigned", func(_ *world, c *app.Credential) { c.Issued, c.RulesSigned = "", "" }, false},
		{"not answered", "credential-special", func(_ *world, c *app.Credential) { c.Special = "" }, false},
		{"the user-ID of one who left", "credential-id-taken", func(w *world, c *app.Credential) {
			c.UserID = "d.ricci"
			app.All(w.Dossier, app.CredentialForm)[3].Disabled = "2020-01-01"
		}, true},
		{"one's own user-ID elsewhere", "credential-id-taken", func(_ *world, c *app.Credential) { c.UserID = "E.SALA" }, false},
		{"a user-ID of nobody yet", "credential-id-taken", func(_ *world, c *app.Credential) { c.Person, c.UserID = "", "d.ricci" }, false},
		{"meant for dissemination", "credential-special", func(w *world, c *app.Credential) {
			c.Special = "no"
			for _, x := range app.All(w.Dossier, app.TreatmentForm) {
				x.Disseminated = "yes"
			}
			w.archiveOf("Fascicoli del personale").Disseminated = "yes"
		}, false},
	} {
		w := newWorld(t)
		c.change(w, w.credential)
		if got := len(w.paths(w.credential, c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}

// TestLeapDay: the terms that end on 29 February, or at the end of a February
// that has none.
func TestLeapDay(t *testing.T) {
	for _, c := range []struct {
		last, today form.Date
		broken      bool
	}{
		{"2027-11-29", "2028-02-29", false}, {"2027-11-30", "2028-02-29", false}, {"2027-11-30", "2028-03-01", true},
		{"2026-11-30", "2027-02-28", false}, {"2026-11-30", "2027-03-01", true},
		{"2028-02-29", "2028-05-29", false}, {"2028-02-29", "2028-05-30", true},
	} {
		w := newWorld(t)
		w.Now = c.today.Time().Add(12 * 60 * 60 * 1e9)
		w.credential.LastChange, w.credential.LastUse = c.last, c.today
		if got := len(w.paths(w.credential, "credential-password-old")) > 0; got != c.broken {
			t.Errorf("changed on %s, on %s: broken is %v", c.last, c.today, got)
		}
	}
}

// TestMovedOntoSpecialData: from the day on which a person works on special data,
// three months count, even before the credential says so.
func TestMovedOntoSpecialData(t *testing.T) {
	w := newWorld(t)
	c := app.All(w.Dossier, app.CredentialForm)[6] // of somebody who works on none
	c.LastChange = "2026-08-21"
	if got := w.paths(c, "credential-password-old"); len(got) > 0 {
		t.Fatal("three months are asked of six")
	}
	payroll := app.All(w.Dossier, app.TreatmentForm)[0]
	payroll.People = append(payroll.People, c.Person)
	same(t, w.paths(c, "credential-password-old"), []string{"last_change"})
	same(t, w.paths(c, "credential-special"), []string{"special"})
	c.Special = "yes"
	same(t, w.paths(c, "credential-password-old"), []string{"last_change"})
	same(t, w.paths(c, "credential-special"), nil)
	c.LastChange = "2026-08-22"
	same(t, w.paths(c, "credential-password-old"), nil)
}

// TestExtraAccessInOrder: what is asked for is the first step that is missing.
func TestExtraAccessInOrder(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(x *app.ExtraAccess)
		skipped []string
		open    []string
	}{
		{"whole", func(*app.ExtraAccess) {}, nil, nil},
		{"not reset", func(x *app.ExtraAccess) { x.Reset = "" }, []string{"reset"}, nil},
		{"not given", func(x *app.ExtraAccess) { x.Given = "" }, []string{"given"}, nil},
		{"not told", func(x *app.ExtraAccess) { x.Told = "" }, []string{"told"}, nil},
		{"not changed, over", func(x *app.ExtraAccess) { x.Changed, x.Until = "", "2026-11-21" }, nil, []string{"changed"}},
		{"not changed, the last day", func(x *app.ExtraAccess) { x.Changed, x.Until = "", "2026-11-22" }, nil, nil},
		{"not told nor changed, over", func(x *app.ExtraAccess) { x.Told, x.Changed = "", "" }, nil, []string{"told"}},
		{"running", func(x *app.ExtraAccess) { x.Told, x.Changed, x.Until = "", "", "2026-11-23" }, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w.extra)
			same(t, w.paths(w.extra, "extra-access-skipped"), c.skipped)
			same(t, w.paths(w.extra, "extra-access-open"), c.open)
		})
	}
}

// TestAttemptToldAtOnce: from the day after.
func TestAttemptToldAtOnce(t *testing.T) {
	for day, want := range map[form.Date]int{"2026-11-21": 1, "2026-11-22": 0} {
		w := newWorld(t)
		w.attempt.On, w.attempt.Told = day, ""
		if got := len(w.paths(w.attempt, "attempt-not-told")); got != want {
			t.Errorf("of %s: %d findings", day, got)
		}
	}
}

// TestExampleHasNoCredentialInDoubt: the example shows credentials in order, and a
// credential that was disabled is asked nothing.
func TestExampleHasNoCredentialInDoubt(t *testing.T) {
	d := apptest.Sample(t)
	for _, f := range check.Office(d) {
		switch f.Rule.Register {
		case app.CredentialForm.Key, app.ExtraAccessForm.Key, app.AccessAttemptForm.Key:
			t.Errorf("%s: %s", f.Title, f.Text)
		}
	}
	w := newWorld(t)
	w.owner().End = "2026-01-01"
	w.credential.Disabled, w.credential.LastChange = "2026-01-01", "2020-01-01"
	if found := check.Record(w, typeOfRec(t, w.credential), w.credential); len(found) > 0 {
		t.Errorf("a disabled credential is asked %q", found[0].Text)
	}
}
