package check_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// TestPermissionEdges: who left, what no letter opens, the yearly review; each
// the day before, on the day and the day after. Today is 22 November 2026.
func TestPermissionEdges(t *testing.T) {
	person := func(w *world) *app.Person { return app.Find(w.Dossier, app.PersonForm, w.permission.Person) }
	personnel := func(w *world) {
		w.permission.Grants = []*app.Grant{{Archive: w.archiveOf("Fascicoli del personale").UID(), View: true}}
	}
	letter := func(w *world, change func(a *app.Appointment)) {
		personnel(w)
		a := &app.Appointment{Role: app.RoleAuthorised, Person: w.permission.Person, Appointed: "2026-01-10", Archives: []string{w.permission.Grants[0].Archive}}
		change(a)
		w.add(app.AppointmentForm.Type(), a)
	}
	for _, c := range []struct {
		name, rule string
		change     func(w *world)
		broken     bool
	}{
		{"leaves tomorrow", "permission-person-left", func(w *world) { person(w).End = "2026-11-23" }, false},
		{"the last day", "permission-person-left", func(w *world) { person(w).End = "2026-11-22" }, false},
		{"left yesterday", "permission-person-left", func(w *world) { person(w).End = "2026-11-21" }, true},
		{"left with nothing", "permission-person-left", func(w *world) { person(w).End, w.permission.Grants = "2026-11-21", nil }, false},
		{"no letter", "permission-no-letter", personnel, true},
		{"a letter on the archive", "permission-no-letter", func(w *world) { letter(w, func(*app.Appointment) {}) }, false},
		{"a letter from today", "permission-no-letter", func(w *world) { letter(w, func(a *app.Appointment) { a.Appointed = "2026-11-22" }) }, false},
		{"a letter from tomorrow", "permission-no-letter", func(w *world) { letter(w, func(a *app.Appointment) { a.Appointed = "2026-11-23" }) }, true},
		{"a letter until tomorrow", "permission-no-letter", func(w *world) { letter(w, func(a *app.Appointment) { a.Ended = "2026-11-23" }) }, false},
		{"a letter until today", "permission-no-letter", func(w *world) { letter(w, func(a *app.Appointment) { a.Ended = "2026-11-22" }) }, true},
		{"a letter of another role", "permission-no-letter", func(w *world) { letter(w, func(a *app.Appointment) { a.Role = app.RoleBackup }) }, true},
		{"a letter of somebody else", "permission-no-letter", func(w *world) { letter(w, func(a *app.Appointment) { a.Person = w.people[4].UID() }) }, true},
		{"a designato of a treatment of it", "permission-no-letter", func(w *world) {
			letter(w, func(a *app.Appointment) {
				a.Role, a.Archives, a.Treatments = app.RoleTreatment, nil, w.archiveOf("Fascicoli del personale").Treatments[1:]
			})
		}, false},
		{"meant for dissemination", "permission-no-letter", func(w *world) {
			personnel(w)
			w.archiveOf("Fascicoli del personale").Disseminated = "yes"
		}, false},
		{"who left is told once", "permission-no-letter", func(w *world) { personnel(w); person(w).End = "2026-11-21" }, false},
		{"who signs for the controller", "permission-no-letter", func(w *world) { personnel(w); w.permission.Person = w.people[0].UID() }, false},
	} {
		w := newWorld(t)
		w.permission.Head().Updated = time.Time{}
		c.change(w)
		if got := len(w.paths(w.permission, c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
	for _, c := range []struct {
		seen, today form.Date
		broken      bool
	}{
		{"2026-03-20", "2027-03-30", false}, {"2026-03-20", "2027-03-31", false}, {"2026-03-20", "2027-04-01", true},
		{"2026-12-31", "2027-03-31", false}, {"2026-12-31", "2027-04-01", true}, {"2027-01-01", "2027-04-01", false},
		{"2027-02-28", "2028-02-29", false}, {"2028-02-29", "2029-03-31", false}, {"2028-02-29", "2029-04-01", true},
	} {
		w := newWorld(t)
		w.Now = c.today.Time().Add(12 * time.Hour)
		w.permission.Head().Updated, w.permission.Reviewed = time.Time{}, c.seen
		if got := len(w.paths(w.permission, "permission-not-reviewed")) > 0; got != c.broken {
			t.Errorf("seen on %s, on %s: broken is %v", c.seen, c.today, got)
		}
	}
}

// TestAccessAndPermissions: the access of a sheet and the permissions on its
// archives are held against each other (decision A17).
func TestAccessAndPermissions(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(w *world)
		says   string
	}{
		{"they agree", func(*world) {}, ""},
		{"access without a permission", func(w *world) {
			w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
		}, "non hanno permessi su questi dati: Ricci Davide."},
		{"who left is told by another rule", func(w *world) {
			w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
			w.people[4].End = "2026-11-21"
		}, ""},
		{"a permission without access", func(w *world) {
			w.archiveOf("Clienti e fornitori").Treatments = []string{w.treatment.UID()}
			w.treatment.Storages[0].Access = w.treatment.Storages[0].Access[:1]
		}, "secondo la scheda non hanno accesso: Bianchi Luca, Sala Elena e Costa Niccolò."},
		{"an archive shared with another treatment", func(w *world) { w.treatment.Storages[0].Access = w.treatment.Storages[0].Access[:1] }, ""},
		{"no archive", func(w *world) {
			w.archiveOf("Clienti e fornitori").Treatments = nil
			w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
		}, ""},
		{"an archive on another system", func(w *world) {
			x := w.archiveOf("Iscritti alla newsletter")
			x.Treatments = append(x.Treatments, w.treatment.UID())
			w.treatment.Storages[0].System = x.System
			w.treatment.Storages[0].Access = []string{w.people[1].UID()}
		}, "non hanno permessi su questi dati: Bianchi Luca."},
		{"meant for dissemination", func(w *world) {
			w.archiveOf("Clienti e fornitori").Disseminated = "yes"
			w.treatment.Storages[0].Access = append(w.treatment.Storages[0].Access, w.people[4].UID())
		}, ""},
	} {
		w := newWorld(t)
		c.change(w)
		var texts []string
		for _, f := range of(w, app.TreatmentForm.Type(), w.treatment, "access-no-permission") {
			texts = append(texts, f.Text)
		}
		if c.says == "" && len(texts) > 0 || c.says != "" && (len(texts) != 1 || !strings.HasSuffix(strings.TrimSuffix(texts[0], " Correggete l’una o le altre."), c.says)) {
			t.Errorf("%s: %q", c.name, texts)
		}
	}
}

// TestPermissionOnSpecialData: from the day on which a person may do anything with
// an archive of special or criminal data, three months count (decision A21).
func TestPermissionOnSpecialData(t *testing.T) {
	for _, c := range []struct {
		class, disseminated string
		changed, today      form.Date
		broken              bool
	}{
		{"common", "no", "2026-05-22", "2026-11-22", false}, {"common", "no", "2026-05-21", "2026-11-22", true},
		{"special", "no", "2026-08-23", "2026-11-22", false}, {"special", "no", "2026-08-22", "2026-11-22", false},
		{"special", "no", "2026-08-21", "2026-11-22", true}, {"criminal", "no", "2026-08-21", "2026-11-22", true},
		{"special", "yes", "2026-08-21", "2026-11-22", false},
		{"special", "no", "2027-11-29", "2028-02-29", false}, {"special", "no", "2027-11-30", "2028-02-29", false}, {"special", "no", "2027-11-30", "2028-03-01", true},
	} {
		w := newWorld(t)
		w.Now = c.today.Time().Add(12 * time.Hour)
		x := app.All(w.Dossier, app.CredentialForm)[6] // of somebody who works on none
		x.LastChange, x.LastUse = c.changed, c.today
		a := w.archiveOf("Fascicoli del personale")
		a.Classes, a.Disseminated = []string{"common", c.class}, c.disseminated
		p := app.PermissionOf(w, x.Person)
		p.Grants = append(p.Grants, &app.Grant{Archive: a.UID(), Delete: true})
		if got := len(w.paths(x, "credential-password-old")) > 0; got != c.broken {
			t.Errorf("%s data, changed on %s, on %s: broken is %v", c.class, c.changed, c.today, got)
		}
		if got, want := len(w.paths(x, "credential-special")) > 0, c.class != "common" && c.disseminated == "no"; got != want {
			t.Errorf("%s data: asked to say so is %v", c.class, got)
		}
		p.Grants = slices.DeleteFunc(p.Grants, func(g *app.Grant) bool { return g.Archive == a.UID() })
		if c.class != "common" && len(w.paths(x, "credential-special")) > 0 {
			t.Error("the permission was taken away, and three months are asked all the same")
		}
	}
}
