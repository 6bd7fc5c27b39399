package main

import (
	"context"
	"image"
	"maps"
	"path/filepath"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

// TestPeopleInTheWindow goes through a working life by keys in the real window:
// hired, appointed, given a credential and permissions; UPD A is printed, a copy
// registered; then the person leaves, and nothing of it stays open.
func TestPeopleInTheWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ferramenta àè.tutela")
	write(t, file, func(tx *store.Tx) error {
		return app.Sample(func(ft *form.Type, rec form.Record) error { return tx.Save(ft, rec) })
	})
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")

	h.keys(tabPeople, "ctrl+n")
	h.settle()
	h.fields("Verdi", "Anna", "")
	h.fields("", "", "", "", "", "") // kind, birth, place, e-mail, phone, address
	h.pick("Addetto alle vendite")
	h.fields("", "", "01/09/2026") // unit, superior
	h.shot("hired")
	h.saved()

	h.keys("ctrl+Next", "ctrl+n")
	h.settle()
	h.keys("p", "Tab") // an authorised person
	h.settle()
	h.pick("Verdi")
	h.field("") // substitute
	h.pick("Clienti e fatturazione")
	h.field("")                                                  // archives
	h.answer(0)                                                  // computer and paper
	h.fields("", "", "", "", "", "01/09/2026", "", "02/09/2026") // to be specified, why, who appoints, rules
	h.shot("appointed")
	h.saved()

	h.keys("ctrl+Next", "ctrl+n")
	h.settle()
	h.pick("Verdi")
	h.pick("PC amministrazione")
	h.fields("", "a.verdi", "Vendite", "") // kind, treatments
	h.answer(1)                            // no special data
	h.pick("Sala Elena")
	h.fields("01/09/2026")
	h.shot("credential")
	h.fields("", "02/09/2026", "02/09/2026", "02/09/2026", "02/09/2026", "02/09/2026", "02/09/2026", "")
	h.shot("credential2")
	h.saved()

	h.keys("ctrl+Next")
	h.settle()
	h.keys("Down", "Down", "Down", "Down", "Down", "i", "v")
	h.settle()
	h.sees("Verdi Anna .{1,3}Clienti e fornitori: inserire, vedere e stampare")
	h.shot("permissions")
	h.saved()
	upd := printSheet(h)
	find(t, "UPD A", upd, []string{"UPD A", "Verdi Anna", "Clienti e fornitori"})

	h.keys(tabBackup)
	h.settle()
	h.keys("Tab", "Tab", "Return")
	h.settle()
	h.sees("Annulla la registrazione")
	h.shot("copy")

	h.keys(tabPeople)
	h.settle()
	h.keys("ctrl+Prior", "ctrl+Prior", "ctrl+Prior")
	h.settle()
	h.keys("ctrl+f")
	h.settle()
	h.write("Verdi")
	h.settle()
	h.keys("Down")
	h.settle()
	h.keys("ctrl+u")
	h.settle()
	h.shot("leaving")
	h.keys("ctrl+s")
	h.seesIn(image.Rect(440, 290, 920, 480), "rapporto . chiuso")
	h.shot("left")
	h.keys("Return")
	notice := toPrinter(h)
	find(t, "the notice", notice, []string{"Cessazione", "Verdi Anna", "Persona autorizzata", "PC amministrazione", "a.verdi", "Clienti e fornitori"})
	h.quit()
	checkPeople(t, file)
}

// saved saves what is in front and waits for it to be said.
func (h *hands) saved() {
	h.t.Helper()
	h.keys("ctrl+s")
	h.sees("Salvat[oaei] alle|Tutto salvato")
	h.settle()
}

// checkPeople reads back what the window wrote of Anna Verdi.
func checkPeople(t *testing.T, file string) {
	t.Helper()
	ctx := context.Background()
	db := opened(t, file)
	defer db.Close()
	d, err := db.Dossier(ctx, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	var anna *app.Person
	for _, p := range app.All(d, app.PersonForm) {
		if p.Surname == "Verdi" {
			anna = p
		}
	}
	if anna == nil || anna.End != d.Today() || anna.Start != "2026-09-01" {
		t.Fatalf("%+v", anna)
	}
	ended := map[string]form.Date{}
	for _, a := range app.All(d, app.AppointmentForm) {
		if a.Person == anna.UID() {
			ended["appointment "+a.Role] = a.Ended
		}
	}
	for _, c := range app.All(d, app.CredentialForm) {
		if c.Person == anna.UID() {
			ended["credential "+c.UserID] = c.Disabled
		}
	}
	if want := map[string]form.Date{"appointment authorised": d.Today(), "credential a.verdi": d.Today()}; !maps.Equal(ended, want) {
		t.Errorf("ended: %v, want %v", ended, want)
	}
	if p := app.PermissionOf(d, anna.UID()); p == nil || len(p.Grants) > 0 {
		t.Errorf("permissions: %+v", p)
	}
	var copies, records int
	for _, c := range app.All(d, app.BackupCopyForm) {
		if form.DateOf(c.At.Time) == d.Today() {
			copies++
		}
	}
	for _, l := range app.All(d, app.LeavingForm) {
		if l.Person == anna.UID() {
			records++
		}
	}
	if copies != 1 || records != 1 {
		t.Errorf("%d copies today, %d records of who left", copies, records)
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
		t.Errorf("history: %+v, %v", report, err)
	}
}
