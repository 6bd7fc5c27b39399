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
	db, err := Create(ctx, filepath.Join(t.TempDir(), "ufficio.tutela"), Options{Now: func() time.Time { return at }})
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
