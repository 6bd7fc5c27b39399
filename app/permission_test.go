package app_test

import (
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

func TestGrantLetters(t *testing.T) {
	for _, c := range []struct {
		g    *app.Grant
		want string
	}{
		{nil, ""}, {&app.Grant{}, ""}, {&app.Grant{View: true}, "V"}, {&app.Grant{Insert: true, Delete: true}, "I C"},
		{&app.Grant{Insert: true, View: true, Change: true, Delete: true}, "I V M C"},
	} {
		if got := c.g.Letters(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestPermissionSettles: one grant an archive, none that allows nothing; done
// twice it changes nothing more.
func TestPermissionSettles(t *testing.T) {
	p := &app.Permission{Grants: []*app.Grant{{Archive: "a", View: true}, {Archive: "b"}, {Archive: "a", Insert: true}, {Archive: "c", Delete: true}}}
	for range 2 {
		app.PermissionForm.Type().Settle(p, called{})
		if len(p.Grants) != 2 || p.On("a").Letters() != "I V" || p.On("b") != nil || p.On("c").Letters() != "C" {
			t.Fatalf("settled: %+v", p.Grants)
		}
	}
}

func TestToggle(t *testing.T) {
	ops := app.Operations()
	p := &app.Permission{}
	p.Toggle("a", ops[1])
	p.Toggle("b", ops[3])
	p.Toggle("a", ops[2])
	if p.On("a").Letters() != "V M" || p.On("b").Letters() != "C" || p.On("c") != nil {
		t.Errorf("given: %v, %v", p.On("a").Letters(), p.On("b").Letters())
	}
	q := &app.Permission{Grants: []*app.Grant{{Archive: "b", Delete: true}, {Archive: "a", View: true, Change: true}, {Archive: "c"}}}
	if !p.Same(q) || !q.Same(p) {
		t.Error("the order in which permissions were given makes them others")
	}
	p.Toggle("b", ops[3])
	if len(p.Grants) != 1 || p.Same(q) || q.Same(p) {
		t.Errorf("taken back: %d grants", len(p.Grants))
	}
}

// TestPermissionReviewDue: what was seen in a year holds until 31 March of the
// next one (decision A20).
func TestPermissionReviewDue(t *testing.T) {
	for seen, want := range map[form.Date]form.Date{
		"": "", "2026-01-01": "2027-03-31", "2026-03-31": "2027-03-31", "2026-04-01": "2027-03-31", "2026-12-31": "2027-03-31",
		"2028-02-29": "2029-03-31",
	} {
		if got := (app.House{}).PermissionReviewDue(seen); got != want {
			t.Errorf("seen %s: due %s, want %s", seen, got, want)
		}
	}
	p := &app.Permission{Reviewed: "2026-03-20"}
	if p.LastSeen() != "2026-03-20" {
		t.Errorf("never saved: %s", p.LastSeen())
	}
	p.Head().Updated = time.Date(2026, 3, 20, 23, 30, 0, 0, time.UTC) // the 21st in Rome
	if p.LastSeen() != "2026-03-21" {
		t.Errorf("changed since: %s", p.LastSeen())
	}
}
