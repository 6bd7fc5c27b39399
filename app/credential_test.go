package app_test

import (
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// TestPasswordTerms: six months, three where special or criminal data are worked
// on, to the same day or the last of a shorter month (decision A20).
func TestPasswordTerms(t *testing.T) {
	for _, c := range []struct {
		name string
		c    app.Credential
		want form.Date
	}{
		{"from the last change", app.Credential{Issued: "2025-01-01", FirstChange: "2025-01-02", LastChange: "2026-05-12"}, "2026-11-12"},
		{"from the first change", app.Credential{Issued: "2026-05-01", FirstChange: "2026-05-12"}, "2026-11-12"},
		{"never known: from the issue", app.Credential{Issued: "2026-05-12"}, "2026-11-12"},
		{"issued anew after the last change", app.Credential{Issued: "2025-01-01", LastChange: "2026-02-01", Lost: "2026-05-10", Reissued: "2026-05-12"}, "2026-11-12"},
		{"changed after that", app.Credential{Issued: "2025-01-01", Lost: "2026-05-10", Reissued: "2026-05-12", LastChange: "2026-06-12"}, "2026-12-12"},
		{"special data", app.Credential{LastChange: "2026-05-12", Special: "yes"}, "2026-08-12"},
		{"to the 28 February", app.Credential{LastChange: "2026-08-31"}, "2027-02-28"},
		{"to the 29 February", app.Credential{LastChange: "2027-08-31"}, "2028-02-29"},
		{"from the 29 February", app.Credential{LastChange: "2028-02-29"}, "2028-08-29"},
		{"special, to the 29 February", app.Credential{LastChange: "2027-11-30", Special: "yes"}, "2028-02-29"},
		{"over the year", app.Credential{LastChange: "2026-12-15", Special: "yes"}, "2027-03-15"},
		{"not issued", app.Credential{Requested: "2026-05-12"}, ""},
		{"disabled", app.Credential{LastChange: "2026-05-12", Disabled: "2026-06-01"}, ""},
		{"a device", app.Credential{Kind: app.CredentialDevice, Issued: "2026-05-12"}, ""},
	} {
		if got := c.c.ChangeDue(app.House{}, c.c.Special == "yes"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestDisuseTerms(t *testing.T) {
	for _, c := range []struct {
		c    app.Credential
		want form.Date
	}{
		{app.Credential{Issued: "2026-01-10", LastUse: "2026-05-31"}, "2026-11-30"},
		{app.Credential{Issued: "2026-05-12", LastChange: "2026-07-01"}, "2026-11-12"},
		{app.Credential{Issued: "2026-01-10", LastUse: "2026-01-12", Reissued: "2026-05-12"}, "2026-11-12"},
		{app.Credential{Kind: app.CredentialDevice, Issued: "2027-08-31"}, "2028-02-29"},
		{app.Credential{Issued: "2026-05-12", Disabled: "2026-05-13"}, ""},
		{app.Credential{}, ""},
	} {
		if got := c.c.DisuseDue(app.House{}); got != c.want {
			t.Errorf("%+v: %s, want %s", c.c, got, c.want)
		}
	}
}

// TestCredentialState: the words on the edges of each term.
func TestCredentialState(t *testing.T) {
	used := app.Credential{Issued: "2026-01-01", LastChange: "2026-05-22", LastUse: "2026-11-20"}
	special := used
	special.Special = "yes"
	unused := used
	unused.LastUse = "2026-05-21"
	for _, c := range []struct {
		c     app.Credential
		today form.Date
		want  app.CredentialState
	}{
		{used, "2026-11-07", app.CredentialValid},
		{used, "2026-11-08", app.CredentialChangeSoon},
		{used, "2026-11-22", app.CredentialChangeSoon},
		{used, "2026-11-23", app.CredentialExpired},
		{special, "2026-08-22", app.CredentialChangeSoon},
		{special, "2026-08-23", app.CredentialExpired},
		{unused, "2026-11-21", app.CredentialChangeSoon},
		{unused, "2026-11-22", app.CredentialUnused},
		{app.Credential{Requested: "2026-11-01"}, "2026-11-22", app.CredentialUnissued},
		{app.Credential{Issued: "2026-01-01", Disabled: "2026-02-01"}, "2026-11-22", app.CredentialDisabled},
		{app.Credential{Kind: app.CredentialDevice, Issued: "2026-08-01"}, "2026-11-22", app.CredentialValid},
	} {
		if got := c.c.Life(noTreatments{}, c.today).State; got != c.want {
			t.Errorf("on %s: %v, want %v", c.today, got, c.want)
		}
	}
}

// noTreatments is an office where nobody works on anything.
type noTreatments struct{}

func (noTreatments) Records(string) []any        { return nil }
func (noTreatments) Ref(_, _ string) string      { return "" }
func (noTreatments) Entry(_, slug string) string { return slug }
func (noTreatments) Book() *catalogue.Book       { return nil }

// TestCredentialLife: the days of a password, on the edges of its term, and from
// the day on which its person works on special data.
func TestCredentialLife(t *testing.T) {
	d := apptest.Sample(t)
	c := app.All(d, app.CredentialForm)[6] // of somebody who works on no special data
	c.LastChange, c.LastUse = "2027-11-29", "2028-02-20"
	for _, x := range []struct {
		today         form.Date
		special       bool
		state         app.CredentialState
		used, allowed int
	}{
		{"2027-11-28", false, app.CredentialValid, 0, 182},
		{"2028-02-29", false, app.CredentialValid, 92, 182},
		{"2028-05-29", false, app.CredentialChangeSoon, 182, 182},
		{"2028-05-30", false, app.CredentialExpired, 183, 182},
		{"2028-02-29", true, app.CredentialChangeSoon, 92, 92},
		{"2028-03-01", true, app.CredentialExpired, 93, 92},
	} {
		if payroll := app.All(d, app.TreatmentForm)[0]; x.special {
			payroll.People = []string{c.Person}
		}
		l := c.Life(d, x.today)
		if l.State != x.state || l.Used != x.used || l.Allowed != x.allowed || l.Special != x.special || l.Left() != x.allowed-x.used {
			t.Errorf("on %s, special %v: %+v", x.today, x.special, l)
		}
	}
	if l := (&app.Credential{Kind: app.CredentialDevice, Issued: "2026-01-01"}).Life(noTreatments{}, "2026-11-22"); l.Due != "" || l.Allowed != 0 {
		t.Errorf("a device grows old: %+v", l)
	}
}

// TestChangeFault: a change of today is written down only where it makes sense.
func TestChangeFault(t *testing.T) {
	whole := app.Credential{Issued: "2026-01-01", FirstChange: "2026-01-02", LastChange: "2026-11-21"}
	for name, c := range map[string]struct {
		change func(c *app.Credential)
		says   string
	}{
		"changed yesterday":       {func(*app.Credential) {}, ""},
		"changed today":           {func(c *app.Credential) { c.LastChange = "2026-11-22" }, "già scritto"},
		"changed tomorrow":        {func(c *app.Credential) { c.LastChange = "2026-11-23" }, "deve venire"},
		"the first change":        {func(c *app.Credential) { c.FirstChange, c.LastChange = "", "" }, "Primo cambio il"},
		"issued anew":             {func(c *app.Credential) { c.Reissued = "2026-11-22" }, "Primo cambio il"},
		"first change, yesterday": {func(c *app.Credential) { c.FirstChange, c.LastChange = "2026-11-21", "" }, ""},
		"disabled":                {func(c *app.Credential) { c.Disabled = "2026-11-22" }, "disattivata"},
		"not given":               {func(c *app.Credential) { c.Issued, c.FirstChange, c.LastChange = "", "", "" }, "consegnata"},
		"given tomorrow":          {func(c *app.Credential) { c.Issued = "2026-11-23" }, "consegnata"},
		"a device":                {func(c *app.Credential) { c.Kind = app.CredentialDevice }, "non ha una password"},
	} {
		rec := whole
		c.change(&rec)
		if got := rec.ChangeFault("2026-11-22"); c.says == "" && got != "" || !strings.Contains(got, c.says) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestCredentialDates: what cannot have come before another is wrong at its field.
func TestCredentialDates(t *testing.T) {
	whole := app.Credential{
		Kind: app.CredentialPassword, UserID: "x", Requested: "2026-03-01", Issued: "2026-03-02", Provisional: "2026-03-02", Tested: "2026-03-02", Opened: "2026-03-03",
		FirstChange: "2026-03-02", LastChange: "2026-06-01", LastUse: "2026-07-01", Lost: "2026-07-02", Reissued: "2026-07-03",
	}
	for _, c := range []struct {
		field  string
		change func(*app.Credential)
	}{
		{"", func(*app.Credential) {}},
		{"issued", func(c *app.Credential) { c.Requested = "2026-03-02"; c.Issued = "2026-03-01" }},
		{"provisional", func(c *app.Credential) { c.Provisional = "2026-03-01" }},
		{"tested", func(c *app.Credential) { c.Tested = "2026-03-01" }},
		{"opened", func(c *app.Credential) { c.Opened = "2026-03-01" }},
		{"first_change", func(c *app.Credential) { c.FirstChange = "2026-03-01" }},
		{"last_change", func(c *app.Credential) { c.LastChange = "2026-03-01" }},
		{"last_use", func(c *app.Credential) { c.LastUse = "2026-03-01" }},
		{"lost", func(c *app.Credential) { c.Lost = "2026-03-01" }},
		{"reissued", func(c *app.Credential) { c.Reissued = "2026-07-01" }},
		{"disabled", func(c *app.Credential) { c.Disabled, c.Why = "2026-03-01", "leaves" }},
		{"device_given", func(c *app.Credential) { c.Kind, c.DeviceGiven = app.CredentialDevice, "2026-02-28" }},
		{"device_returned", func(c *app.Credential) {
			c.Kind, c.DeviceGiven, c.DeviceReturned = app.CredentialDevice, "2026-03-02", "2026-03-01"
		}},
	} {
		rec := whole
		c.change(&rec)
		var got []string
		for _, p := range app.CredentialForm.Type().Problems(&rec) {
			if p.Gravity == form.Wrong {
				got = append(got, p.Path)
			}
		}
		if c.field == "" && len(got) > 0 || c.field != "" && !slices.Contains(got, c.field) {
			t.Errorf("%q: wrong are %q", c.field, got)
		}
	}
	used := whole
	used.Disabled, used.Why, used.LastUse = "2026-08-01", "leaves", "2026-08-02"
	if !slices.ContainsFunc(app.CredentialForm.Type().Problems(&used), func(p form.Problem) bool { return p.Path == "last_use" && p.Gravity == form.Doubt }) {
		t.Error("used after it was disabled, and nobody is told")
	}
}

// TestNoPasswordIsAskedFor: no field of a register has a place for one.
func TestNoPasswordIsAskedFor(t *testing.T) {
	for _, ft := range []*form.Type{app.CredentialForm.Type(), app.ExtraAccessForm.Type(), app.AccessAttemptForm.Type()} {
		for _, f := range ft.Fields() {
			if (f.Kind == form.KText || f.Kind == form.KLong) && (strings.Contains(f.Key, "pass") || strings.Contains(strings.ToLower(f.Label), "password")) {
				t.Errorf("%s.%s asks for a password: %s", ft.Key, f.Key, f.Label)
			}
		}
	}
}

func TestExtraAccessSteps(t *testing.T) {
	x := app.ExtraAccess{Reset: "2026-07-14", Given: "2026-07-14"}
	if n, step := x.Next(); n != 3 || step.Field != "told" || x.Skipped() {
		t.Errorf("next is %d %+v, skipped %v", n, step, x.Skipped())
	}
	x.Changed = "2026-07-20"
	if n, _ := x.Next(); n != 3 || !x.Skipped() {
		t.Errorf("next is %d, skipped %v", n, x.Skipped())
	}
	x.Told = "2026-07-15"
	if n, _ := x.Next(); n != 0 || x.Skipped() {
		t.Errorf("next is %d, skipped %v", n, x.Skipped())
	}
	for _, s := range x.Steps() {
		if app.ExtraAccessForm.Type().Field(s.Field) == nil {
			t.Errorf("no field %s", s.Field)
		}
	}
}

// TestLongestPassword: the systems of one user-ID say how much they take; one that
// does not, or is not there, leaves no limit.
func TestLongestPassword(t *testing.T) {
	system := func(uid string, most int64) *app.System {
		s := &app.System{Password: form.Int{N: most, Valid: most > 0}}
		s.Head().UID = uid
		return s
	}
	systems := []*app.System{system("old", 6), system("newer", 12), system("free", 0)}
	of := func(id string, on ...string) (out []*app.Credential) {
		for _, s := range on {
			out = append(out, &app.Credential{UserID: id, System: s})
		}
		return out
	}
	ended := of("a.b", "free")
	ended[0].Disabled = "2026-01-01"
	for name, c := range map[string]struct {
		credentials []*app.Credential
		want        int
	}{
		"one":               {of("a.b", "old"), 6},
		"another way typed": {of(" A.B", "old"), 6},
		"two":               {of("a.b", "old", "newer"), 12},
		"one says nothing":  {of("a.b", "old", "free"), 0},
		"one is not there":  {of("a.b", "old", "lost"), 0},
		"one is disabled":   {append(of("a.b", "old"), ended...), 6},
		"of another":        {of("c.d", "old"), 0},
		"of nobody":         {of("", "old"), 0},
	} {
		if got := app.LongestPassword(c.credentials, systems, "a.b"); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	if got := app.LongestPassword(of("", "old"), systems, ""); got != 0 {
		t.Errorf("nobody is asked for: %d", got)
	}
}
