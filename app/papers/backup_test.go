package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestBackupInstructions: instructions that are not written make a draft; steps that
// were typed with numbers are numbered once.
func TestBackupInstructions(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(d *app.Dossier, p *app.BackupPlan)
		has     []string
		without []string
		draft   bool
	}{
		{"whole", func(*app.Dossier, *app.BackupPlan) {}, []string{"1. La copia parte da sola", "[x] furto", "[ ] incendio", "entro 7 giorni", "L’amministratore di sistema: ____ Bianchi Luca"}, nil, false},
		{"numbered by hand", func(_ *app.Dossier, p *app.BackupPlan) { p.CopyHow = "1. Uno\n2) Due\n\n- Tre\n3 dischi" }, []string{"1. Uno\n2. Due\n3. Tre\n4. 3 dischi"}, nil, false},
		{"not written", func(_ *app.Dossier, p *app.BackupPlan) { p.RestoreHow = " " }, []string{"Le istruzioni non sono ancora scritte."}, nil, true},
		{"nobody makes them", func(_ *app.Dossier, p *app.BackupPlan) { p.Keeper = "" }, []string{"Chi fa le copie: «da completare»"}, nil, true},
		{"no designee", func(d *app.Dossier, _ *app.BackupPlan) {
			for _, a := range app.All(d, app.AppointmentForm) {
				a.Ended = "2026-01-01"
			}
		}, []string{"Il titolare del trattamento: ____ Marta Bianchi"}, []string{"Il designato alla sicurezza:"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			p := app.All(d, app.BackupPlanForm)[0]
			c.change(d, p)
			expect(t, fill(t, d, "backup-instructions", p), c.has, c.without, c.draft)
		})
	}
}

// TestBackupRegister: a year back from the day, its first day included, the oldest
// first; what has no plan or no date is not lost.
func TestBackupRegister(t *testing.T) {
	d := apptest.Sample(t)
	copies := app.All(d, app.BackupCopyForm)
	put := func(c *app.BackupCopy, at, note string) {
		c.At, _ = form.ParseMoment(at)
		c.Note, c.Outcome = note, app.CopyDone
	}
	put(copies[0], "22/11/2025 23:59", "troppo vecchia")
	put(copies[1], "23/11/2025 00:00", "la prima")
	copies[2].Plan, copies[2].Note = "", "senza piano"
	expect(t, fill(t, d, "backup-register", nil),
		[]string{"dal 23/11/2025 al 22/11/2026", "**novembre 2025** | 23/11/2025 00:00 | – | riuscita | – | Ricci Davide | la prima", "Senza piano", "fallita {bad}", "riuscita con avvisi {warn}", "Trovata l’ultima fattura"},
		[]string{"troppo vecchia"}, true)
	expect(t, fill(t, apptest.NewMemory(apptest.Now).Dossier(t), "backup-register", nil), []string{"Non c’è nessun piano di backup."}, nil, true)
}

// TestRestoreRecord: its term, kept or not; of a test there is none.
func TestRestoreRecord(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(r *app.Restore)
		has     []string
		without []string
		draft   bool
	}{
		{"real", func(*app.Restore) {}, []string{"Si è reso necessario", "entro il 26/05/2026", "Chi l’ha deciso: ____ Bianchi Luca"}, []string{"scadeva"}, false},
		{"late", func(r *app.Restore) { r.Back, _ = form.ParseMoment("27/05/2026 00:01") }, []string{"scadeva il 26/05/2026 e non è stato rispettato"}, []string{"entro il 26/05"}, false},
		{"a test", func(r *app.Restore) { r.Purpose = app.RestoreTest }, []string{"una prova di ripristino"}, []string{"26/05/2026"}, false},
		{"not over", func(r *app.Restore) { r.Back = form.Moment{} }, []string{"Di nuovo in uso il: «da completare»"}, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			r := app.All(d, app.RestoreForm)[1]
			c.change(r)
			expect(t, fill(t, d, "restore-record", r), c.has, c.without, c.draft)
		})
	}
}

// TestMediaPapers: what was not wiped stands out; the record of a disposal may be
// printed before, and is offered after.
func TestMediaPapers(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.MediumForm)
	expect(t, fill(t, d, "media-disposal", list[2]), []string{"dati particolari o giudiziari", "Alla presenza di: Bianchi Marta", "Il testimone: ____ Bianchi Marta", "Cremona, 14/03/2025"}, []string{"riusato"}, false)
	expect(t, fill(t, d, "media-disposal", list[0]), []string{"Distrutto il: ____"}, []string{"giudiziari"}, false)
	list[2].DestroyedHow = ""
	expect(t, fill(t, d, "media-register", nil), []string{"distrutto il 14/03/2025: non è scritto come {bad}"}, nil, true)
}
