package check_test

import (
	"strings"
	"testing"

	"tutela/app"
)

// TestWhoNeedsACredential: who works with a computer, by a sheet or by access to a
// storage; from the day of its issue to the day on which it was disabled.
func TestWhoNeedsACredential(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(w *world, c *app.Credential)
		broken bool
	}{
		{"has one", func(*world, *app.Credential) {}, false},
		{"issued today", func(_ *world, c *app.Credential) { c.Issued = "2026-11-22" }, false},
		{"issued tomorrow", func(_ *world, c *app.Credential) { c.Issued = "2026-11-23" }, true},
		{"asked for", func(_ *world, c *app.Credential) { c.Issued = "" }, true},
		{"disabled today", func(_ *world, c *app.Credential) { c.Disabled = "2026-11-22" }, true},
		{"disabled tomorrow", func(_ *world, c *app.Credential) { c.Disabled = "2026-11-23" }, false},
		{"of somebody else", func(w *world, c *app.Credential) { c.Person = w.people[0].UID() }, true},
		{"works on paper", func(w *world, c *app.Credential) {
			c.Issued = ""
			w.everywhere(func(x *app.Treatment) { x.Mode = "paper" })
		}, false},
		{"works on what is published", func(w *world, c *app.Credential) {
			c.Issued = ""
			w.everywhere(func(x *app.Treatment) { x.Disseminated = "yes" })
		}, false},
		{"works on nothing any more", func(w *world, c *app.Credential) {
			c.Issued = ""
			w.everywhere(func(x *app.Treatment) { x.Archived = "2026-11-01" })
		}, false},
		{"on no sheet", func(w *world, c *app.Credential) {
			c.Issued = ""
			w.everywhere(nobody)
		}, false},
		{"has access to a copy alone", func(w *world, c *app.Credential) {
			c.Issued = ""
			w.everywhere(nobody)
			w.treatment.Backups[0].Access = []string{w.person.UID()}
		}, true},
		{"left", func(w *world, c *app.Credential) { c.Issued, w.person.End = "", "2026-11-21" }, false},
	} {
		w := newWorld(t)
		c.change(w, app.All(w.Dossier, app.CredentialForm)[7])
		if got := len(w.paths(w.person, "credential-owed")) > 0; got != c.broken {
			t.Errorf("%s: broken is %v", c.name, got)
		}
	}
}

// nobody takes everybody off a sheet.
func nobody(t *app.Treatment) {
	t.People = nil
	for _, p := range t.Places() {
		p.Access = nil
	}
}

func (w *world) everywhere(do func(*app.Treatment)) {
	for _, x := range app.All(w.Dossier, app.TreatmentForm) {
		do(x)
	}
}

// TestCredentialOwedNames one activity or several, and is silent in an office that
// keeps no credentials.
func TestCredentialOwedNames(t *testing.T) {
	w := newWorld(t)
	luca := app.All(w.Dossier, app.CredentialForm)[7]
	luca.Issued = ""
	text := func() string {
		for _, f := range of(w, typeOfRec(t, w.person), w.person, "credential-owed") {
			return f.Text
		}
		return ""
	}
	if got := text(); !strings.Contains(got, "in 2 attività, fra cui «Clienti e fatturazione»") {
		t.Error(got)
	}
	w.everywhere(func(x *app.Treatment) {
		if x.Title != "Fornitori" {
			x.Mode = "paper"
		}
	})
	if got := text(); !strings.Contains(got, "per «Fornitori»") {
		t.Error(got)
	}
	for _, c := range app.All(w.Dossier, app.CredentialForm) {
		if c != luca {
			c.Issued = ""
		}
	}
	if text() == "" {
		t.Error("nothing is said of credentials that were only asked for")
	}
}
