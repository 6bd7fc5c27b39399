package app_test

import (
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// houseOffice is an office that has nothing but house rules.
type houseOffice struct{ app.HouseChoice }

func (o *houseOffice) Records(register string) []any {
	if register == app.HouseRuleForm.Key {
		return []any{&o.HouseChoice}
	}
	return nil
}

func houseWith(profile string, changes ...*app.HouseChange) app.House {
	return app.HouseOf(&houseOffice{app.HouseChoice{Profile: profile, Changes: changes}})
}

// TestHouseRulesData: thirty-two rules, each with its words, its law and its
// source, and values that keep their own bounds.
func TestHouseRulesData(t *testing.T) {
	rules := app.HouseRules()
	if len(rules) != 32 {
		t.Fatalf("%d rules", len(rules))
	}
	groups := map[string]int{}
	for _, g := range app.HouseGroups() {
		groups[g.Key] = 0
	}
	for _, r := range rules {
		if _, ok := groups[r.Group]; !ok {
			t.Errorf("%s: no group %q", r.Label(), r.Group)
		}
		groups[r.Group]++
		if r.Title == "" || r.About == "" || r.Today == "" || r.Law == "" || r.Source == "" {
			t.Errorf("%s: something is not said", r.Label())
		}
		if changeable := len(r.Values) > 0 || r.Off != ""; changeable == (r.Fixed != "") {
			t.Errorf("%s: can it be changed or not?", r.Label())
		}
		if r.ModernOff && r.Off == "" {
			t.Errorf("%s: off in a profile, and cannot be", r.Label())
		}
		for _, v := range r.Values {
			if v.Default < v.Least || v.Default > v.Most || v.Modern != nil && (*v.Modern < v.Least || *v.Modern > v.Most) || !strings.Contains(r.Today, "{"+v.Unit+"}") {
				t.Errorf("%s: %s out of bounds, or not shown", r.Label(), v.Unit)
			}
		}
		for _, profile := range []string{app.ProfileExAnnexB, app.ProfileModern} {
			if text := houseWith(profile).Words(r); text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: %q", r.Label(), text)
			}
		}
	}
	for g, n := range groups {
		if n == 0 {
			t.Errorf("group %s is empty", g)
		}
	}
}

// TestHouseDefaults: an office that chose nothing keeps the old numbers (spec 3.3).
func TestHouseDefaults(t *testing.T) {
	for name, h := range map[string]app.House{"nothing": {}, "the profile": houseWith(app.ProfileExAnnexB)} {
		letters, digits := h.PasswordMix()
		got := []int{h.PasswordLength(), letters, digits, h.PasswordMonths(false), h.PasswordMonths(true), h.DisuseMonths(), h.BackupDays(),
			h.RestoreDays(false), h.RestoreDays(true), h.Patch(false), h.Patch(true)}
		if want := []int{8, 3, 2, 6, 3, 6, 7, 7, 7, 12, 6}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// TestModernProfile: rule 2 and the periodic parts of 4 and 5 are off, a password
// has 15 characters, and the rest stands (decision A24).
func TestModernProfile(t *testing.T) {
	h := houseWith(app.ProfileModern)
	for _, r := range app.HouseRules() {
		if off := slices.Contains([]int{2, 4, 5}, r.Number); h.Holds(r.Number) == off {
			t.Errorf("%s: holds %v", r.Label(), !off)
		}
		if changed := h.Words(r) != (app.House{}).Words(r); changed != slices.Contains([]int{1, 2, 4, 5}, r.Number) {
			t.Errorf("%s: %q", r.Label(), h.Words(r))
		}
	}
	if letters, digits := h.PasswordMix(); h.PasswordLength() != 15 || letters+digits != 0 || h.PasswordMonths(true) != 0 {
		t.Errorf("%d characters, %d letters, %d digits, %d months", h.PasswordLength(), letters, digits, h.PasswordMonths(true))
	}
	c := app.Credential{Issued: "2020-01-01", LastChange: "2020-01-02"}
	if got := c.ChangeDue(h, true); got != "" {
		t.Errorf("a password grows old on %s", got)
	}
	// What the office decides itself wins over its profile.
	own := houseWith(app.ProfileModern, &app.HouseChange{Rule: "4", Used: "yes", Months: form.Number(12)}, &app.HouseChange{Rule: "1", Characters: form.Number(20)})
	if own.PasswordMonths(false) != 12 || own.PasswordMonths(true) != 12 || own.PasswordLength() != 20 {
		t.Errorf("own rules: %d, %d months, %d characters", own.PasswordMonths(false), own.PasswordMonths(true), own.PasswordLength())
	}
}

// TestHouseTermsOnTheirEdges: each term with a changed value, in short months and
// leap years too.
func TestHouseTermsOnTheirEdges(t *testing.T) {
	months := func(rule string, n int64) app.House {
		return houseWith("", &app.HouseChange{Rule: rule, Used: "yes", Months: form.Number(n)})
	}
	days := func(rule string, n int64) app.House {
		return houseWith("", &app.HouseChange{Rule: rule, Days: form.Number(n)})
	}
	off := func(rule string) app.House { return houseWith("", &app.HouseChange{Rule: rule, Used: "no"}) }
	review := func(day string) app.House { return houseWith("", &app.HouseChange{Rule: "9", Day: day}) }
	changed := func(day form.Date) *app.Credential { return &app.Credential{Issued: "2020-01-01", LastChange: day} }
	asked := app.Restore{Purpose: app.RestoreReal, What: app.RestoreData, Requested: form.MomentOf(form.Date("2028-02-27").Begins())}
	broken := asked
	broken.What = app.RestoreMachine
	plan := app.BackupPlan{Started: "2028-02-26"}
	for name, x := range map[string]struct{ got, want form.Date }{
		"4: four months":               {changed("2026-10-31").ChangeDue(months("4", 4), false), "2027-02-28"},
		"4: to the 29 February":        {changed("2027-10-31").ChangeDue(months("4", 4), false), "2028-02-29"},
		"4: from the 29 February":      {changed("2028-02-29").ChangeDue(months("4", 12), false), "2029-02-28"},
		"4: special never longer":      {changed("2026-10-31").ChangeDue(months("4", 2), true), "2026-12-31"},
		"4 off: special stands":        {changed("2026-10-31").ChangeDue(off("4"), true), "2027-01-31"},
		"4 off":                        {changed("2026-10-31").ChangeDue(off("4"), false), ""},
		"5: two months":                {changed("2027-12-29").ChangeDue(months("5", 2), true), "2028-02-29"},
		"5 off: as everybody":          {changed("2026-08-31").ChangeDue(off("5"), true), "2027-02-28"},
		"6: a year":                    {(&app.Credential{LastUse: "2028-02-29"}).DisuseDue(months("6", 12)), "2029-02-28"},
		"10: three days":               {app.PlanStanding(days("10", 3), &plan, nil, nil, "2028-02-27").Due, "2028-02-29"},
		"11: two days":                 {asked.Due(days("11", 2)), "2028-02-29"},
		"11 is not of a machine":       {broken.Due(days("11", 2)), "2028-03-05"},
		"20: three days":               {broken.Due(days("20", 3)), "2028-03-01"},
		"9: 30 June":                   {review("30/06").PermissionReviewDue("2026-12-31"), "2027-06-30"},
		"9: 29 February, leap year":    {review("29/2").PermissionReviewDue("2027-01-01"), "2028-02-29"},
		"9: 29 February, another year": {review("29/02").PermissionReviewDue("2026-01-01"), "2027-02-28"},
		"9: what is no day":            {review("31/04").PermissionReviewDue("2026-01-01"), "2027-03-31"},
		"4: out of bounds":             {changed("2026-05-12").ChangeDue(months("4", 25), false), "2026-11-12"},
	} {
		if x.got != x.want {
			t.Errorf("%s: %s, want %s", name, x.got, x.want)
		}
	}
	// A state on the day before, on the day and on the day after.
	c := changed("2027-10-31")
	o := &houseOffice{app.HouseChoice{Changes: []*app.HouseChange{{Rule: "4", Used: "yes", Months: form.Number(4)}, {Rule: "6", Months: form.Number(24)}}}}
	c.LastUse = c.LastChange
	for day, want := range map[form.Date]app.CredentialState{"2028-02-14": app.CredentialValid, "2028-02-28": app.CredentialChangeSoon, "2028-02-29": app.CredentialChangeSoon, "2028-03-01": app.CredentialExpired} {
		if got := c.Life(houseReader{o}, day).State; got != want {
			t.Errorf("on %s: %v, want %v", day, got, want)
		}
	}
}

// houseReader has no catalogues to read.
type houseReader struct{ *houseOffice }

func (houseReader) Book() *catalogue.Book       { return nil }
func (houseReader) Ref(_, _ string) string      { return "" }
func (houseReader) Entry(_, slug string) string { return slug }

// TestHouseChangesRefused: what cannot be is told in words beside the field.
func TestHouseChangesRefused(t *testing.T) {
	whole := func(c app.HouseChange) *app.HouseChange {
		c.Since, c.By, c.Why = "2026-11-22", "uid", "Perché sì"
		return &c
	}
	for name, x := range map[string]struct {
		c    *app.HouseChange
		path string
		want string // "" is well
	}{
		"seven characters":        {whole(app.HouseChange{Rule: "1", Characters: form.Number(7)}), "characters", "da 8 caratteri a 64 caratteri"},
		"eight":                   {whole(app.HouseChange{Rule: "1", Characters: form.Number(8)}), "", ""},
		"sixty-four":              {whole(app.HouseChange{Rule: "1", Characters: form.Number(64)}), "", ""},
		"sixty-five":              {whole(app.HouseChange{Rule: "1", Characters: form.Number(65)}), "characters", "64"},
		"every 25 months":         {whole(app.HouseChange{Rule: "4", Used: "yes", Months: form.Number(25)}), "months", "da 2 mesi a 24 mesi"},
		"every 24 months":         {whole(app.HouseChange{Rule: "4", Used: "yes", Months: form.Number(24)}), "", ""},
		"a copy never":            {whole(app.HouseChange{Rule: "10", Days: form.Number(0)}), "days", "da 1 giorno a 31 giorni"},
		"logs for five months":    {whole(app.HouseChange{Rule: "29", Months: form.Number(5)}), "months", "da 6 mesi"},
		"31 April":                {whole(app.HouseChange{Rule: "9", Day: "31/04"}), "day", "gg/mm"},
		"29 February":             {whole(app.HouseChange{Rule: "9", Day: "29/02"}), "", ""},
		"the law's month":         {whole(app.HouseChange{Rule: "16"}), "rule", "non si cambia"},
		"a user-ID handed on":     {whole(app.HouseChange{Rule: "7", Used: "no"}), "rule", "non si cambia"},
		"no such rule":            {whole(app.HouseChange{Rule: "33"}), "rule", "da 1 a 32"},
		"no rule at all":          {whole(app.HouseChange{Rule: "cambio"}), "rule", "da 1 a 32"},
		"off, whatever was typed": {whole(app.HouseChange{Rule: "4", Used: "no", Months: form.Number(99)}), "", ""},
	} {
		h := &app.HouseChoice{Profile: app.ProfileExAnnexB, Since: "2026-11-22", By: "uid", Changes: []*app.HouseChange{x.c}}
		problems := app.HouseRuleForm.Type().Problems(h)
		switch {
		case x.want == "" && len(problems) > 0:
			t.Errorf("%s: %+v", name, problems)
		case x.want != "" && !slices.ContainsFunc(problems, func(p form.Problem) bool {
			return p.Gravity == form.Wrong && p.Path == "changes/0/"+x.path && strings.Contains(p.Text, x.want)
		}):
			t.Errorf("%s: %+v", name, problems)
		}
	}
	same := &app.HouseChoice{Profile: app.ProfileExAnnexB, Since: "2026-11-22", By: "uid", Changes: []*app.HouseChange{whole(app.HouseChange{Rule: "25", Used: "no"}), whole(app.HouseChange{Rule: "25", Used: "yes"})}}
	if p := app.HouseRuleForm.Type().Problems(same); len(p) != 1 || p[0].Path != "changes/1/rule" || p[0].Gravity != form.Wrong {
		t.Errorf("the same rule twice: %+v", p)
	}
}

// TestHouseChangeStarts: a rule that is added has the value that it changes.
func TestHouseChangeStarts(t *testing.T) {
	for _, r := range app.HouseRules() {
		if r.Fixed != "" {
			continue
		}
		c := &app.HouseChange{Rule: strings.Split(r.Label(), ".")[0]}
		app.Prefill(nil, c)
		if got, want := houseWith("", c).Words(r), (app.House{}).Words(r)+" (cambiata dall’ufficio)"; got != want {
			t.Errorf("%s: %q, want %q", r.Label(), got, want)
		}
	}
}
