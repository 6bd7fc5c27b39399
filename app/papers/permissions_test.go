package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/pdf"
)

// TestPermissionsList: one part for each who decides, each with the archives that
// are his (decision A31); what is nobody's is the controller's (A27).
func TestPermissionsList(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(d *app.Dossier)
		has     []string
		without []string
		draft   bool
	}{
		{"a designato, and the rest", func(*app.Dossier) {}, []string{
			"## Designato al trattamento: Sala Elena", "per conto del titolare): ____ Sala Elena", "--- nuova pagina ---\n", "## Titolare del trattamento\n\nArchivi per i quali nessuno è designato",
			"Il titolare del trattamento: ____ Marta Bianchi",
		}, []string{"Ricci"}, false},
		{"nobody designated", func(d *app.Dossier) { roles(d, app.RoleTreatment)[0].Ended = "2026-11-22" },
			[]string{"Fascicoli del personale (comuni, particolari) | Iscritti alla newsletter (comuni)", "Il titolare del trattamento: ____ Marta Bianchi"},
			[]string{"nuova pagina", "## ", "designato al trattamento"}, false},
		{"two letters of the same", func(d *app.Dossier) {
			x := roles(d, app.RoleControls)[0]
			x.Role, x.Supplier, x.Person, x.Archives = app.RoleTreatment, "", roles(d, app.RoleTreatment)[0].Person, []string{app.All(d, app.ArchiveForm)[2].UID()}
		}, []string{"Fornitori; Candidati; Iscritti alla newsletter.", "Fascicoli del personale (comuni, particolari) | Iscritti alla newsletter (comuni)"}, nil, false},
		{"who left stands out", func(d *app.Dossier) { app.All(d, app.PersonForm)[1].End = "2026-11-21" }, []string{"ha lasciato l’ufficio il 21/11/2026: permessi da togliere {bad}"}, nil, false},
		{"the last day", func(d *app.Dossier) { app.All(d, app.PersonForm)[1].End = "2026-11-22" }, nil, []string{"ha lasciato"}, false},
		{"no permission at all", func(d *app.Dossier) {
			for _, p := range app.All(d, app.PermissionForm) {
				p.Grants = nil
			}
		}, []string{"Nessuno ha permessi su questi archivi."}, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			c.change(d)
			expect(t, fill(t, d, "permissions-list", nil), c.has, c.without, c.draft)
		})
	}
}

// roles are the appointments to a role.
func roles(d *app.Dossier, role string) (out []*app.Appointment) {
	for _, a := range app.All(d, app.AppointmentForm) {
		if a.Role == role {
			out = append(out, a)
		}
	}
	return out
}

// TestManyArchives: sixteen archives are told in three tables of about as many.
func TestManyArchives(t *testing.T) {
	paper := fill(t, largeOffice(t, 60, 16), "permissions-list", nil)
	var wide []int
	for _, b := range paper.Blocks {
		if table, ok := b.(doc.Table); ok {
			wide = append(wide, len(table.Columns)-1)
		}
	}
	if fmt.Sprint(wide) != "[5 5 6]" {
		t.Errorf("archives a table: %v", wide)
	}
	if _, err := pdf.Layout(paper); err != nil {
		t.Error(err)
	}
}

// largeOffice is an office of so many people and archives, all with a permission.
func largeOffice(t *testing.T, people, archives int) *app.Dossier {
	t.Helper()
	m := apptest.NewMemory(apptest.Now)
	save := func(ft *form.Type, rec form.Record) {
		if err := m.Save(ft, rec); err != nil {
			t.Fatal(err)
		}
	}
	save(app.OfficeForm.Type(), &app.Office{Name: "Studio associato di Castelleone", City: "Soresina", Representative: "Anna Verdi"})
	var list []*app.Archive
	for i := range archives {
		a := &app.Archive{Name: fmt.Sprintf("Archivio delle pratiche %02d", i+1), Kind: "electronic", Classes: []string{"common", "special"}[:1+i%2]}
		save(app.ArchiveForm.Type(), a)
		list = append(list, a)
	}
	for i := range people {
		p := &app.Person{Surname: fmt.Sprintf("Persona%03d", i+1), Name: "Niccolò", Start: "2020-01-02", Duties: []*app.Duty{{Duty: "accounting-clerk"}}}
		save(app.PersonForm.Type(), p)
		x := &app.Permission{Person: p.UID()}
		for j, a := range list {
			if (i+j)%3 > 0 {
				x.Grants = append(x.Grants, &app.Grant{Archive: a.UID(), View: true, Insert: j%2 == 0, Change: i%4 == 0, Delete: i%9 == 0})
			}
		}
		save(app.PermissionForm.Type(), x)
	}
	return m.Dossier(t)
}

// TestAuthorisedList: who is in service on the day, with what letters say.
func TestAuthorisedList(t *testing.T) {
	elena := func(d *app.Dossier) *app.Person { return app.All(d, app.PersonForm)[2] }
	for _, c := range []struct {
		name    string
		change  func(d *app.Dossier)
		has     []string
		without []string
		draft   bool
	}{
		{"as it is", func(*app.Dossier) {}, []string{"**Ricci Davide** | Responsabile di magazzino | – | addetto alle copie, 11/11/2024 | – | 01/02/2016", "rappresenta il titolare", "Costa Niccolò, custode delle credenziali, che la tiene riservata", "(per conto del titolare): ____ Bianchi Luca"}, nil, false},
		{"the last day", func(d *app.Dossier) { elena(d).End = "2026-11-22" }, []string{"**Sala Elena**"}, nil, false},
		{"left", func(d *app.Dossier) { elena(d).End = "2026-11-21" }, nil, []string{"Sala Elena"}, false},
		{"comes tomorrow", func(d *app.Dossier) { elena(d).Start = "2026-11-23" }, nil, []string{"Sala Elena"}, false},
		{"no letter", func(d *app.Dossier) { roles(d, app.RoleBackup)[0].Ended = "2026-11-22" }, []string{"magazzino | – | nessuna nomina {warn}"}, nil, false},
		{"not signed yet", func(d *app.Dossier) { roles(d, app.RoleBackup)[0].Signed = "" }, []string{"addetto alle copie, 11/11/2024, da firmare"}, nil, false},
		{"no duty", func(d *app.Dossier) { elena(d).Duties = nil }, nil, nil, true},
		{"nobody sees to security", func(d *app.Dossier) { roles(d, app.RoleSecurity)[0].Ended = "2026-11-22" }, []string{"Il titolare del trattamento: ____ Marta Bianchi"}, []string{"Il designato alla sicurezza"}, false},
		{"nobody keeps passwords", func(d *app.Dossier) { roles(d, app.RolePasswords)[0].Ended = "2026-11-22" }, []string{"a chi custodisce le credenziali, che"}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			c.change(d)
			expect(t, fill(t, d, "authorised-list", nil), c.has, c.without, c.draft)
		})
	}
	m := apptest.NewMemory(apptest.Now)
	if text := doc.Text(fill(t, m.Dossier(t), "authorised-list", nil)); !strings.Contains(text, "Nessuno risulta in servizio.") {
		t.Errorf("an empty office:\n%s", text)
	}
}
