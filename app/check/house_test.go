package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// house makes the office keep other house rules than the example.
func (w *world) house(profile string, changes ...*app.HouseChange) {
	h := app.All(w.Dossier, app.HouseRuleForm)[0]
	h.Profile, h.Changes = profile, changes
}

// TestHouseRulesOnTheirEdges: each rule that is checked, with a changed value, on
// the day before, on the day and on the day after. Today is 22 November 2026.
func TestHouseRulesOnTheirEdges(t *testing.T) {
	months := func(rule string, n int64) *app.HouseChange {
		return &app.HouseChange{Rule: rule, Used: "yes", Months: form.Number(n)}
	}
	days := func(rule string, n int64) *app.HouseChange {
		return &app.HouseChange{Rule: rule, Days: form.Number(n)}
	}
	last := func(day form.Date) func(*world) any {
		return func(w *world) any { w.credential.LastChange, w.credential.Special = day, "yes"; return w.credential }
	}
	used := func(day form.Date) func(*world) any {
		return func(w *world) any { w.credential.LastUse = day; return w.credential }
	}
	every := func(n int64) func(*world) any {
		return func(w *world) any { w.plan.Interval = form.Number(n); return w.plan }
	}
	copied := func(n int64) func(*world) any {
		return func(w *world) any { w.treatment.Backups[0].Frequency = form.Number(n); return w.treatment }
	}
	asked := func(what string, day form.Date) func(*world) any {
		return func(w *world) any {
			w.restore.What, w.restore.Requested, w.restore.Back = what, form.MomentOf(day.Begins()), form.Moment{}
			return w.restore
		}
	}
	broken := func(day form.Date) func(*world) any {
		return func(w *world) any { w.system.BrokenOn, w.system.WorkingOn = day, ""; return w.system }
	}
	seen := func(day form.Date) func(*world) any {
		return func(w *world) any {
			w.permission.Head().Updated, w.permission.Reviewed = day.Begins(), day
			return w.permission
		}
	}
	for _, c := range []struct {
		rule   string
		change *app.HouseChange
		make   func(*world) any
		want   bool
	}{
		{"credential-password-old", months("5", 2), last("2026-09-23"), false},
		{"credential-password-old", months("5", 2), last("2026-09-22"), false},
		{"credential-password-old", months("5", 2), last("2026-09-21"), true},
		{"credential-password-old", months("4", 2), last("2026-09-21"), true}, // special is never longer
		{"credential-password-old", &app.HouseChange{Rule: "5", Used: "no"}, last("2026-05-22"), false},
		{"credential-password-old", &app.HouseChange{Rule: "5", Used: "no"}, last("2026-05-21"), true},
		{"credential-unused", months("6", 12), used("2025-11-23"), false},
		{"credential-unused", months("6", 12), used("2025-11-22"), false},
		{"credential-unused", months("6", 12), used("2025-11-21"), true},
		{"backup-plan-interval", days("10", 3), every(2), false},
		{"backup-plan-interval", days("10", 3), every(3), false},
		{"backup-plan-interval", days("10", 3), every(4), true},
		{"backup-interval", days("10", 14), copied(14), false},
		{"backup-interval", days("10", 14), copied(15), true},
		{"restore-late", days("11", 3), asked(app.RestoreData, "2026-11-20"), false},
		{"restore-late", days("11", 3), asked(app.RestoreData, "2026-11-19"), false},
		{"restore-late", days("11", 3), asked(app.RestoreData, "2026-11-18"), true},
		{"restore-late", days("20", 3), asked(app.RestoreData, "2026-11-18"), false},
		{"restore-late", days("20", 3), asked(app.RestoreMachine, "2026-11-18"), true},
		{"system-broken", days("20", 2), broken("2026-11-21"), false},
		{"system-broken", days("20", 2), broken("2026-11-20"), false},
		{"system-broken", days("20", 2), broken("2026-11-19"), true},
		{"permission-not-reviewed", &app.HouseChange{Rule: "9", Day: "23/11"}, seen("2025-06-01"), false},
		{"permission-not-reviewed", &app.HouseChange{Rule: "9", Day: "22/11"}, seen("2025-06-01"), false},
		{"permission-not-reviewed", &app.HouseChange{Rule: "9", Day: "21/11"}, seen("2025-06-01"), true},
	} {
		w := newWorld(t)
		w.house(app.ProfileExAnnexB, c.change)
		rec := c.make(w)
		if got := len(w.paths(rec, c.rule)) > 0; got != c.want {
			t.Errorf("%s with rule %s at %+v: broken is %v", c.rule, c.change.Rule, *c.change, got)
		}
	}
}

// TestModernProfileAsksForNoChange: a password of many years raises nothing, in
// whoever's hands; one that was never changed still does (decision A24).
func TestModernProfileAsksForNoChange(t *testing.T) {
	w := newWorld(t)
	w.house(app.ProfileModern)
	c := w.credential
	for _, special := range []string{"yes", "no", ""} {
		c.Issued, c.Requested, c.FirstChange, c.LastChange, c.Special = "2010-01-11", "2010-01-10", "2010-01-12", "", special
		for _, rule := range []string{"credential-password-old", "credential-special"} {
			if len(w.paths(c, rule)) > 0 {
				t.Errorf("special %q: %s", special, rule)
			}
		}
	}
	if c.FirstChange = ""; len(w.paths(c, "credential-first-change")) == 0 {
		t.Error("the first change is not asked for")
	}
}

// TestSwitchedOffRuleFindsNothing: as every check of a house rule.
func TestSwitchedOffRuleFindsNothing(t *testing.T) {
	for _, used := range []string{"yes", "no"} {
		w := newWorld(t)
		w.house(app.ProfileExAnnexB, &app.HouseChange{Rule: "17", Used: used})
		w.extra.Told = ""
		if got := len(w.paths(w.extra, "extra-access-skipped")) > 0; got != (used == "yes") {
			t.Errorf("used %s: found %v", used, got)
		}
	}
}
