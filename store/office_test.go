package store

import (
	"path/filepath"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// The example office goes into a file and comes back as it was: the program's
// own registers, in the program's own tables.
func TestExampleOffice(t *testing.T) {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	db, err := newOffice(filepath.Join(t.TempDir(), "ufficio.tutela"), Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	var saved []form.Record
	var types []*form.Type
	if err := app.Sample(func(typ *form.Type, rec form.Record) error {
		saved, types = append(saved, rec), append(types, typ)
		return db.Save(ctx, anna, typ, rec)
	}); err != nil {
		t.Fatal(err)
	}
	db = reopen(t, db)
	for i, rec := range saved {
		got, err := db.Get(ctx, types[i], rec.Head().UID)
		if err != nil {
			t.Fatal(err)
		}
		if g, w := string(types[i].EncodeWhole(got)), string(types[i].EncodeWhole(rec)); g != w {
			t.Errorf("came back as\n%s\nwas\n%s", g, w)
		}
	}
	d, err := db.Dossier(ctx, at)
	if err != nil || len(app.All(d, app.PersonForm)) == 0 || d.Office().Name == "" {
		t.Fatal(d, err)
	}
	past, err := db.DossierAsOf(ctx, at, form.DateOf(at))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range app.Registers() {
		now, then := d.Records(r.Key), past.Records(r.Key)
		if len(now) != len(then) {
			t.Fatalf("%s: %d records now, %d as of today", r.Key, len(now), len(then))
		}
		for i := range now {
			if string(r.EncodeWhole(now[i])) != string(r.EncodeWhole(then[i])) {
				t.Errorf("%s: as of today %s is %s", r.Key, r.EncodeWhole(now[i]), r.EncodeWhole(then[i]))
			}
		}
	}
	if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
	if hits, err := db.Search(ctx, "Cremona", 100); err != nil || len(hits) == 0 {
		t.Error("nothing is found", err)
	}
}

// TestPrintedIsNotDeleted: a record stands in the papers of its own and in those
// of the whole office that were complete and kept while it was there.
func TestPrintedIsNotDeleted(t *testing.T) {
	c := newClock()
	db, err := newOffice(filepath.Join(t.TempDir(), "ufficio.tutela"), Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, db)
	typ := app.TreatmentForm.Type()
	keep := func(p Print) {
		t.Helper()
		p.PDF = []byte("pdf " + p.Kind + string(p.State) + c.at.String())
		if _, err := db.KeepPrint(ctx, anna, p); err != nil {
			t.Fatal(err)
		}
		c.step(time.Minute)
	}
	for _, x := range []struct {
		name    string
		print   Print
		refused bool
	}{
		{"its sheet", Print{Kind: "treatment-sheet", Register: typ.Key, Subject: "own", State: app.PrintPrinted}, true},
		{"another's sheet", Print{Kind: "treatment-sheet", Register: typ.Key, Subject: "other", State: app.PrintPrinted}, false},
		{"the register", Print{Kind: "controller-register", State: app.PrintPrinted}, true},
		{"the simplified register", Print{Kind: "simplified-register", State: app.PrintPrinted}, true},
		{"the list", Print{Kind: "list-treatment", State: app.PrintPrinted}, true},
		{"a draft of the register", Print{Kind: "controller-register", State: app.PrintDraft}, false},
		{"a paper without it", Print{Kind: "list-person", State: app.PrintPrinted}, false},
	} {
		rec := &app.Treatment{Title: x.name, Matrix: "5x5"}
		c.step(time.Minute) // what was printed before it was made does not hold it
		if err := db.Save(ctx, anna, typ, rec); err != nil {
			t.Fatal(err)
		}
		if x.print.Subject == "own" {
			x.print.Subject = rec.UID()
		}
		keep(x.print)
		printed, err := db.Printed(ctx, typ, rec)
		if err != nil || printed != x.refused {
			t.Errorf("%s: printed %v, %v", x.name, printed, err)
		}
		if err := db.Delete(ctx, anna, typ, rec.UID()); (err != nil) != x.refused {
			t.Errorf("%s: deleted with %v", x.name, err)
		}
	}
}
