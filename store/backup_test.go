package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault/vaulttest"
)

// to sends the copies of an office to folders.
func to(t *testing.T, db *DB, c app.CopySettings, folders ...string) {
	t.Helper()
	for _, f := range folders {
		c.Destinations = append(c.Destinations, app.CopyDestination{Folder: f})
	}
	if err := db.SaveCopySettings(ctx, anna, c); err != nil {
		t.Fatal(err)
	}
}

func backup(t *testing.T, db *DB, when app.CopyWhen) app.CopyRun {
	t.Helper()
	run, err := db.Backup(ctx, anna, when, nil)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func destinations(t *testing.T, db *DB) []app.CopyDestination {
	t.Helper()
	c, err := db.CopySettings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return c.Destinations
}

func TestCopySettings(t *testing.T) {
	db := shippedOffice(t)
	got, err := db.CopySettings(ctx)
	if want := app.NewCopySettings(); err != nil || got.Every != want.Every || got.AtClose != want.AtClose || got.Keep != want.Keep || len(got.Destinations) > 0 {
		t.Errorf("a new office has %+v, %v", got, err)
	}
	if _, err := db.Backup(ctx, anna, app.CopyNow, nil); err == nil || !strings.HasPrefix(app.Sentence(err), "Non è stata scelta nessuna cartella") {
		t.Error(err)
	}
	if run := backup(t, db, app.CopyIfDue); run.Outcome() != "" {
		t.Errorf("%+v", run)
	}
	one := t.TempDir()
	to(t, db, app.CopySettings{Every: 3, Keep: app.CopyRotation{Weeks: 2}}, one)
	backup(t, db, app.CopyNow)
	// The same settings again are no change; others keep what is known of a folder.
	again, err := db.CopySettings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	to(t, db, again)
	head, _ := db.Head(ctx)
	to(t, db, app.CopySettings{Every: 3, Keep: app.CopyRotation{Weeks: 2}}, one)
	if now, _ := db.Head(ctx); now != head {
		t.Error("the same settings are a change in the trail")
	}
	to(t, db, app.CopySettings{Every: 5}, t.TempDir(), one)
	if now, _ := db.Head(ctx); now == head {
		t.Error("other settings are no change in the trail")
	}
	list := destinations(t, db)
	if len(list) != 2 || !list[0].Made.IsZero() || list[1].Outcome != app.CopyDone || list[1].File == "" {
		t.Errorf("%+v", list)
	}
	if err := db.SaveCopySettings(ctx, anna, app.CopySettings{Every: -1}); err == nil {
		t.Error("an interval of less than nothing was kept")
	}
	intact(t, db)
}

// A run copies to each folder, says which is not there, and tries it again.
func TestBackupAndAbsentStick(t *testing.T) {
	db, c := sampleOffice(t, here(t), true)
	disk, stick := t.TempDir(), filepath.Join(t.TempDir(), "CHIAVETTA")
	to(t, db, app.CopySettings{Every: 1, Keep: app.CopyRotation{Days: 2}}, disk, stick)
	run := backup(t, db, app.CopyIfDue)
	want := "La cartella delle copie «" + stick + "» non c’è: la copia non è stata fatta. Collegate la chiavetta o la rete: si riprova alla prossima copia."
	if run.Outcome() != app.CopyWarnings || run.Said() != want || len(run.Results) != 2 {
		t.Errorf("%+v", run)
	}
	if _, err := os.Stat(stick); err == nil {
		t.Error("the folder of the stick was made")
	}
	// An hour later the disk has its copy, the stick is tried.
	c.step(time.Hour)
	if run = backup(t, db, app.CopyIfDue); run.Outcome() != app.CopyFailed || len(run.Results) != 1 {
		t.Errorf("%+v", run)
	}
	if d := destinations(t, db)[1]; d.Outcome != app.CopyFailed || d.Said != want || d.Tried.IsZero() || !d.Made.IsZero() {
		t.Errorf("%+v", d)
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	if run = backup(t, db, app.CopyIfDue); run.Outcome() != app.CopyDone || len(run.Results) != 1 || run.Results[0].Folder != stick {
		t.Errorf("%+v", run)
	}
	if run = backup(t, db, app.CopyIfDue); len(run.Results) != 0 {
		t.Errorf("%+v", run)
	}
	// The name of a copy says nothing of the office, and rotation leaves the last of
	// two days and whatever is no copy of this office.
	others := []string{"Tutela-00000000-2020-01-01-080000.copia", "Tutela-x.copia", "lettera.doc"}
	for _, name := range others {
		write(t, filepath.Join(disk, name), []byte("x"))
	}
	for range 3 {
		c.step(24 * time.Hour)
		backup(t, db, app.CopyNow)
		backup(t, db, app.CopyNow)
	}
	names := beside(t, filepath.Join(disk, "x"))
	copies := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(others, n) })
	if len(names)-len(copies) != len(others) || len(copies) != 2 {
		t.Errorf("%q", names)
	}
	for _, n := range copies {
		if !copyShape.MatchString(n) || strings.Contains(strings.ToLower(n), "rossi") {
			t.Errorf("a copy is called %s", n)
		}
	}
	list, err := db.Copies(ctx)
	if err != nil || len(list) != 4 || !list[0].Made.Equal(c.at) || list[0].Size == 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if report, err := VerifyCopy(ctx, list[0].File, vaulttest.Phrase, db.opts); err != nil || !report.OK() {
		t.Error(report.Faults, err)
	}
	intact(t, db)
}

// The window copies at closing what has changed, and only then.
func TestBackupAtClosing(t *testing.T) {
	db, c := sampleOffice(t, here(t), false)
	to(t, db, app.CopySettings{AtClose: true}, t.TempDir())
	for i, want := range []int{1, 0} {
		if run := backup(t, db, app.CopyClosing); len(run.Results) != want {
			t.Errorf("closing %d: %+v", i, run)
		}
		c.step(time.Minute)
	}
	save(t, db, app.PersonForm.Type(), &app.Person{Surname: "Nuova"})
	if run := backup(t, db, app.CopyClosing); len(run.Results) != 1 {
		t.Errorf("%+v", run)
	}
	c0, _ := db.CopySettings(ctx)
	c0.AtClose = false
	to(t, db, c0)
	save(t, db, app.PersonForm.Type(), &app.Person{Surname: "Altra"})
	if run := backup(t, db, app.CopyClosing); len(run.Results) != 0 {
		t.Errorf("%+v", run)
	}
}

// A clock that was set back makes a copy due, and rotation removes none that seems
// to come from the future.
func TestClockSetBack(t *testing.T) {
	db, c := sampleOffice(t, here(t), false)
	folder := t.TempDir()
	to(t, db, app.CopySettings{Every: 7, Keep: app.CopyRotation{Days: 1}}, folder)
	backup(t, db, app.CopyNow)
	c.step(-365 * 24 * time.Hour)
	for range 2 {
		if run := backup(t, db, app.CopyIfDue); run.Outcome() == app.CopyFailed {
			t.Errorf("%+v", run)
		}
		c.step(8 * 24 * time.Hour)
	}
	list, err := db.Copies(ctx)
	if err != nil || len(list) != 2 {
		t.Errorf("%+v, %v", list, err)
	}
	for _, l := range list {
		if _, err := VerifyCopy(ctx, l.File, "", db.opts); err != nil {
			t.Error(err)
		}
	}
	// The newest by name is restored over an office of an earlier clock.
	if _, err := RestoreCopy(ctx, anna, list[0].File, "", here(t), Options{Now: c.now}); err != nil {
		t.Error(err)
	}
	intact(t, db)
}

// Runs and tests enter themselves in the log of the plan; a line a day of copies.
func TestBackupLog(t *testing.T) {
	db, c := sampleOffice(t, here(t), true)
	copies, restores := app.BackupCopyForm.Type(), app.RestoreForm.Type()
	n, m := len(all(t, db, copies)), len(all(t, db, restores))
	to(t, db, app.CopySettings{Every: 1}, t.TempDir())
	backup(t, db, app.CopyNow)
	if got := len(all(t, db, copies)); got != n {
		t.Errorf("%d lines without a plan", got-n)
	}
	settings, err := db.CopySettings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	plan := settings.CopyPlan(form.DateOf(c.at))
	plan.Keeper = all(t, db, app.PersonForm.Type())[0].(*app.Person).UID()
	save(t, db, app.BackupPlanForm.Type(), plan)
	settings.Plan = plan.UID()
	to(t, db, settings)
	for range 3 {
		c.step(time.Hour)
		backup(t, db, app.CopyNow)
	}
	c.step(24 * time.Hour)
	backup(t, db, app.CopyNow)
	if got := len(all(t, db, copies)); got != n+2 {
		t.Errorf("%d lines for two days", got-n)
	}
	list, err := db.Copies(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.TestRestore(ctx, anna, list[0].File, vaulttest.Phrase); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "a.copia")
	data, _ := os.ReadFile(list[0].File)
	write(t, bad, data[:len(data)/2])
	if _, err := db.TestRestore(ctx, anna, bad, vaulttest.Phrase); err == nil {
		t.Error("half a copy passed its test")
	}
	for _, none := range []string{bad + ".manca", db.path} { // nothing was tested
		if _, err := db.TestRestore(ctx, anna, none, vaulttest.Phrase); err == nil {
			t.Error("what is no copy passed its test")
		}
	}
	var good, failed int
	for _, r := range all(t, db, restores) {
		r := r.(*app.Restore)
		if r.Plan != plan.UID() {
			continue
		}
		switch {
		case r.Proved() && strings.Contains(r.Restored, "schede") && !r.Back.IsZero():
			good++
		case r.Outcome == app.RestoreFailed && strings.Contains(r.Note, "rovinata"):
			failed++
		}
	}
	if got := len(all(t, db, restores)); got != m+2 || good != 1 || failed != 1 {
		t.Errorf("%d restores entered, %d good, %d failed", got-m, good, failed)
	}
	// A plan that was taken away is not missed.
	if err := db.Write(ctx, anna, func(tx *Tx) error {
		return putCopySettings(tx.s, app.CopySettings{Plan: "0190-gone", Destinations: settings.Destinations})
	}); err != nil {
		t.Fatal(err)
	}
	if run := backup(t, db, app.CopyNow); len(run.Warnings) > 0 {
		t.Error(run.Warnings)
	}
	intact(t, db)
}

func TestBackupWarnings(t *testing.T) {
	db, _ := sampleOffice(t, here(t), false)
	cloud := filepath.Join(t.TempDir(), "OneDrive", "Copie")
	if err := os.MkdirAll(cloud, 0o700); err != nil {
		t.Fatal(err)
	}
	to(t, db, app.CopySettings{}, cloud, filepath.Dir(db.path))
	run := backup(t, db, app.CopyNow)
	if run.Outcome() != app.CopyDone || len(run.Warnings) != 2 || !strings.Contains(run.Warnings[0], "non è sigillata") || !strings.Contains(run.Warnings[1], "si perdono insieme") {
		t.Errorf("%+v", run)
	}
	seal(t, db, vaulttest.Phrase)
	if run = backup(t, db, app.CopyNow); len(run.Warnings) != 1 {
		t.Errorf("sealed, to a synchronised folder: %q", run.Warnings)
	}
}

// A run that is called off is no failure, leaves nothing half made, and keeps what
// was copied before.
func TestBackupCalledOff(t *testing.T) {
	db, _ := sampleOffice(t, here(t), false)
	one, two := t.TempDir(), t.TempDir()
	to(t, db, app.CopySettings{}, one, two)
	off, cancel := context.WithCancel(ctx)
	wholes := 0
	run, err := db.Backup(off, anna, app.CopyNow, func(done, total int64) {
		if done == total {
			wholes++
		} else if wholes == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(run.Results) != 1 || run.Outcome() != app.CopyDone {
		t.Errorf("%+v, %v", run, err)
	}
	list := destinations(t, db)
	if list[0].Outcome != app.CopyDone || !list[1].Tried.IsZero() || len(beside(t, filepath.Join(two, "x"))) > 0 {
		t.Errorf("%+v", list)
	}
}
