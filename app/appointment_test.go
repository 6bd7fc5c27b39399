package app_test

import (
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestAppointmentProblems tries what is wrong or missing in an appointment that
// is whole, one thing at a time.
func TestAppointmentProblems(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(a *app.Appointment)
		want   []string
	}{
		{"whole", func(*app.Appointment) {}, nil},
		{"ends the day it begins", func(a *app.Appointment) { a.Ended, a.EndReason = "2026-02-28", app.EndRevoked }, nil},
		{"ends before it begins", func(a *app.Appointment) { a.Ended, a.EndReason = "2026-02-27", app.EndRevoked }, []string{"wrong ended"}},
		{"ended without a reason", func(a *app.Appointment) { a.Ended = "2026-03-01" }, []string{"missing end_reason"}},
		{"signed the day before", func(a *app.Appointment) { a.Signed = "2026-02-27" }, []string{"wrong signed"}},
		{"signed the same day", func(a *app.Appointment) { a.Signed = "2026-02-28" }, nil},
		{"an administrator that is a company", func(a *app.Appointment) { a.Person, a.Supplier = "", "s" }, []string{"wrong supplier"}},
		{"an authorised company", func(a *app.Appointment) {
			a.Role, a.Person, a.Supplier, a.Treatments, a.Tools = app.RoleAuthorised, "", "s", []string{"t"}, app.ToolsBoth
		}, []string{"wrong supplier"}},
		{"a copy keeper that is a company", func(a *app.Appointment) { a.Role, a.Person, a.Supplier = app.RoleBackup, "", "s" }, nil},
		{"both", func(a *app.Appointment) { a.Role, a.Supplier = app.RoleBackup, "s" }, []string{"wrong supplier"}},
		{"nobody", func(a *app.Appointment) { a.Person = "" }, []string{"missing person"}},
		{"nothing to look after", func(a *app.Appointment) { a.Systems = nil }, []string{"missing systems"}},
		{"a site instead of a room", func(a *app.Appointment) { a.Role, a.Systems, a.Sites = app.RoleRooms, nil, []string{"x"} }, nil},
		{"no reason", func(a *app.Appointment) { a.Ability = "" }, []string{"missing experience"}},
		{"for oneself", func(a *app.Appointment) { a.Substitute = "p" }, []string{"wrong substitute"}},
		{"no delegation", func(a *app.Appointment) { a.Appointer = app.ByDesignee }, []string{"missing delegation"}},
		{"not for a designato to give", func(a *app.Appointment) {
			a.Role, a.Appointer, a.Delegation = app.RoleSecurity, app.ByDesignee, "d"
		}, []string{"wrong appointer"}},
		{"which instructions", func(a *app.Appointment) { a.Role, a.Treatments = app.RoleAuthorised, []string{"t"} }, []string{"missing tools"}},
	} {
		a := &app.Appointment{Role: app.RoleSysadmin, Person: "p", Systems: []string{"x"}, Ability: "Sa farlo", Appointer: app.ByController, Appointed: "2026-02-28"}
		c.change(a)
		var got []string
		for _, p := range app.AppointmentForm.Type().Problems(a) {
			got = append(got, []string{"wrong", "missing", "doubt"}[p.Gravity]+" "+p.Path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// called gives the words of references, by UID.
type called map[string]string

func (c called) Ref(_, uid string) string    { return c[uid] }
func (c called) Entry(_, slug string) string { return slug }

// TestAppointmentChanged: what a letter states is taken down when its signature
// is saved, and a later change is told until a new letter is signed.
func TestAppointmentChanged(t *testing.T) {
	typ, n := app.AppointmentForm.Type(), called{"p": "Sala Elena", "q": "Ricci Davide"}
	a := &app.Appointment{Role: app.RoleAuthorised, Person: "p", Treatments: []string{"t"}, Appointed: "2026-01-10"}
	typ.Settle(a, n)
	if a.SignedFacts != "" || a.Changed(n) != nil {
		t.Error("taken down before it is signed")
	}
	a.Signed = "2026-01-12"
	typ.Settle(a, n)
	before := a.SignedFacts
	a.Treatments = append(a.Treatments, "u")
	typ.Settle(a, n)
	if got := a.Changed(n); a.SignedFacts != before || !slices.Equal(got, []string{"treatments"}) || !strings.HasPrefix(typ.Second(a, n), "da rinnovare") {
		t.Errorf("another treatment: %v, %s", got, typ.Second(a, n))
	}
	a.Treatments = []string{"t"}
	if a.Changed(n) != nil || strings.Contains(typ.Second(a, n), "rinnovare") {
		t.Error("taken back, and still told")
	}
	a.Person, a.Signed = "q", "2026-03-01"
	if a.Changed(n) != nil {
		t.Error("a new signature that was not saved yet is told to be old")
	}
	typ.Settle(a, n)
	if a.Changed(n) != nil || a.SignedFacts == before {
		t.Error("a new letter is not taken down")
	}
}

// TestWhatALetterStates changes every field of a signed letter, one at a time:
// those that it states make it old, dates, notes, copies and scans do not.
func TestWhatALetterStates(t *testing.T) {
	stated := []string{"role", "person", "supplier", "substitute", "treatments", "archives", "systems", "rooms", "sites", "tools", "scope_note", "appointer", "delegation"}
	typ, n := app.AppointmentForm.Type(), called{"p": "Sala Elena"}
	signed := func() *app.Appointment {
		a := &app.Appointment{Role: app.RoleAuthorised, Person: "p", Treatments: []string{"t", "u"}, Tools: app.ToolsBoth, Appointer: app.ByController, Appointed: "2026-01-10", Signed: "2026-01-12"}
		typ.Settle(a, n)
		return a
	}
	tried := 0
	for _, f := range typ.Fields() {
		if f.Auto || f.Kind == form.KComputed {
			continue
		}
		a := signed()
		switch f.Kind {
		case form.KRefs:
			list, _ := f.Value(a).([]string)
			f.Put(a, append(list, "x"))
		case form.KFiles:
			f.Put(a, []form.File{{Name: "lettera.pdf"}})
		case form.KDate:
			if f.Key == "signed" {
				continue // a new letter
			}
			f.Put(a, form.Date("2026-05-04"))
		default:
			text, _ := f.Value(a).(string)
			f.Put(a, text+"x")
		}
		tried++
		want := []string(nil)
		if slices.Contains(stated, f.Key) {
			want = []string{f.Key}
		}
		if got := a.Changed(n); !slices.Equal(got, want) {
			t.Errorf("%s: changed is %v", f.Key, got)
		}
	}
	if tried < len(stated)+10 {
		t.Errorf("only %d fields were tried", tried)
	}
	for name, c := range map[string]struct {
		names  called
		change func(a *app.Appointment)
		want   []string
	}{
		"married":                     {called{"p": "Sala Rossi Elena"}, func(*app.Appointment) {}, []string{"person"}},
		"an accent put right":         {called{"p": "Sala  Élena"}, func(*app.Appointment) {}, nil},
		"a capital put right":         {called{"p": "SALA Elena"}, func(*app.Appointment) {}, nil},
		"a name that cannot be read":  {called{}, func(*app.Appointment) {}, nil},
		"somebody else":               {called{"q": "Ricci Davide"}, func(a *app.Appointment) { a.Person = "q" }, []string{"person"}},
		"the same in another order":   {n, func(a *app.Appointment) { a.Treatments = []string{"u", "t"} }, nil},
		"a treatment taken away":      {n, func(a *app.Appointment) { a.Treatments = []string{"u"} }, []string{"treatments"}},
		"signed before names counted": {called{"p": "Altri"}, func(a *app.Appointment) { a.SignedFacts = "2026-01-12 role:" + strings.Repeat("0", 8) }, []string{"role"}},
	} {
		a := signed()
		c.change(a)
		if got := a.Changed(c.names); !slices.Equal(got, c.want) {
			t.Errorf("%s: changed is %v, want %v", name, got, c.want)
		}
	}
}

// TestNewDuties: a duty counts from the day after the signature to today.
func TestNewDuties(t *testing.T) {
	for day, want := range map[form.Date]int{"2026-01-12": 0, "2026-01-13": 1, "2026-11-22": 1, "2026-11-23": 0} {
		for _, d := range []*app.Duty{{Duty: "x", From: day}, {Duty: "x", From: "2020-01-01", To: day}} {
			if got := len(app.NewDuties(&app.Person{Duties: []*app.Duty{d}}, "2026-01-12", "2026-11-22")); got != want {
				t.Errorf("%+v: %d", d, got)
			}
		}
	}
	if len(app.NewDuties(&app.Person{Duties: []*app.Duty{{From: "2026-01-01"}}}, "", "2026-11-22")) > 0 {
		t.Error("what was never signed cannot be old")
	}
}

// TestAppointmentInForce on its edges.
func TestAppointmentInForce(t *testing.T) {
	a := &app.Appointment{Appointed: "2024-02-29", Ended: "2026-03-01"}
	for day, want := range map[form.Date]bool{"2024-02-28": false, "2024-02-29": true, "2026-02-28": true, "2026-03-01": false} {
		if a.InForce(day) != want {
			t.Errorf("on %s: %v", day, !want)
		}
	}
	if (&app.Appointment{}).InForce("2026-01-01") {
		t.Error("one without a date holds")
	}
}
