package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
)

// The office as of three past dates is what was exported on the evenings of
// those dates, whatever changed, went and came since.
func TestPastOfficesEqualKeptExports(t *testing.T) {
	c := newClock()
	db, err := newOffice(filepath.Join(t.TempDir(), "ufficio.tutela"), Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, db)
	if err := app.Sample(func(typ *form.Type, rec form.Record) error { return db.Save(ctx, anna, typ, rec) }); err != nil {
		t.Fatal(err)
	}
	treatments, people, offices := app.TreatmentForm.Type(), app.PersonForm.Type(), app.OfficeForm.Type()
	gone := &app.Treatment{Title: "Raccolta punti", Matrix: "5x5"} // that no other record uses
	save(t, db, treatments, gone)
	all := func(typ *form.Type) []any {
		t.Helper()
		list, err := db.All(ctx, typ)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	kept := map[form.Date]app.Bundle{}
	titles := map[form.Date]string{}
	keep := func() {
		t.Helper()
		b, err := db.Bundle(ctx)
		if err != nil {
			t.Fatal(err)
		}
		day := form.DateOf(c.at)
		kept[day] = b
		d, err := db.Dossier(ctx, c.at)
		if err != nil {
			t.Fatal(err)
		}
		titles[day] = namesOf(d)
		c.step(31 * 24 * time.Hour)
	}
	keep()

	// A name, the head of the office, a treatment gone, another new.
	p := all(people)[0].(*app.Person)
	p.Surname = "Zanetti"
	save(t, db, people, p)
	o := all(offices)[0].(*app.Office)
	o.Name = "Altra ragione sociale"
	save(t, db, offices, o)
	if err := db.Delete(ctx, anna, treatments, gone.UID()); err != nil {
		t.Fatal(err)
	}
	save(t, db, treatments, &app.Treatment{Title: "Accessi dei visitatori", Matrix: "5x5"})
	keep()

	// It comes back; another is confirmed, and ended.
	list, err := db.History(ctx, treatments.Key, gone.UID())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Restore(ctx, anna, treatments, list[len(list)-2].Seq); err != nil {
		t.Fatal(err)
	}
	calm := all(treatments)[1].(*app.Treatment)
	updated := calm.Head().Updated
	calm.Reviewed = form.DateOf(c.at)
	if err := db.Review(ctx, anna, treatments, calm); err != nil {
		t.Fatal(err)
	}
	if calm.Head().Updated != updated || calm.Head().Revision != 2 {
		t.Errorf("a review made the head %+v, updated %s before", calm.Head(), updated)
	}
	keep()
	for i, rec := range all(treatments) {
		x := rec.(*app.Treatment)
		x.Archived, x.Title = form.DateOf(c.at), fmt.Sprintf("%d %s", i, x.Title)
		save(t, db, treatments, x)
	}

	for day, b := range kept {
		d, err := db.DossierAsOf(ctx, c.at, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := namesOf(d); got != titles[day] {
			t.Errorf("as of %s the office reads\n%s\nthen it read\n%s", day, got, titles[day])
		}
		past := app.Bundle{Office: b.Office, Records: map[string][]any{}}
		for _, r := range app.Registers() {
			recs := slices.Clone(d.Records(r.Key))
			slices.SortFunc(recs, func(x, y any) int {
				a, b := headOf(x), headOf(y)
				if n := a.Created.Compare(b.Created); n != 0 {
					return n
				}
				if a.UID < b.UID {
					return -1
				}
				return 1
			})
			past.Records[r.Key] = recs
		}
		b.History, b.Prints, b.Files = nil, nil, nil
		got, want := exchange.WriteJSON(past, app.Registers()), exchange.WriteJSON(b, app.Registers())
		if string(got) != string(want) {
			t.Errorf("as of %s the office is\n%s\nit was exported as\n%s", day, got, want)
		}
	}
	if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}

// namesOf lists what the papers name: the office, and every record in its order.
func namesOf(d *app.Dossier) string {
	out := d.Office().Name
	for _, r := range d.Registers() {
		for _, rec := range d.Records(r.Key) {
			out += "\n" + r.Named(rec, d)
		}
	}
	return out
}
