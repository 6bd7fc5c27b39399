package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

const many = 10_000

func sampleThing(i int, keeper string) *thing {
	t := &thing{Name: fmt.Sprintf("Cosa %d", i), Story: strings.Repeat("una storia lunga ", 10), Keeper: keeper, Keepers: []string{keeper}, Data: []string{"a", "b"}}
	for range 3 {
		t.Parts = append(t.Parts, &part{Name: "parte", Keeper: keeper, Purposes: []string{"x", "y"}, Steps: []*step{{What: "passo"}, {What: "altro"}}})
	}
	return t
}

// BenchmarkDurable saves a treatment of the example office with its trail and
// its index, and beside each save puts the same bytes into a bare table of
// another file, on the same disk and with the same pragmas: what no durable save
// can be faster than. The two take turns, so that a slow moment of the disk
// counts for both; the figure is the ratio, x-bare. The goal is at most 2, with
// -benchtime 200x or more: fewer turns are ruled by a single slow sync.
func BenchmarkDurable(b *testing.B) {
	typ := app.TreatmentForm.Type()
	b.Run("change", func(b *testing.B) {
		db, rec := exampleTreatment(b)
		i := 0
		besideBare(b, db, func() []byte {
			i++
			rec.Description = fmt.Sprintf("Quello che si fa, versione %d: %s", i, strings.Repeat("assunzioni, presenze, buste paga, ", 5))
			return typ.Encode(rec)
		}, func() { save(b, db, typ, rec) })
	})
	b.Run("new", func(b *testing.B) {
		db, first := exampleTreatment(b)
		var rec *app.Treatment
		i := 0
		besideBare(b, db, func() []byte {
			i++
			rec = typ.Clone(first).(*app.Treatment)
			*rec.Head() = form.Head{}
			rec.Title = fmt.Sprintf("Trattamento %d", i)
			return typ.Encode(rec)
		}, func() { save(b, db, typ, rec) })
	})
}

// exampleTreatment is the example office in a file, and its longest treatment.
func exampleTreatment(b *testing.B) (*DB, *app.Treatment) {
	b.Helper()
	db, err := newOffice(filepath.Join(b.TempDir(), "ufficio.tutela"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { shut(b, db) })
	var rec *app.Treatment
	if err := app.Sample(func(t *form.Type, r form.Record) error {
		if tr, ok := r.(*app.Treatment); ok && (rec == nil || len(t.Encode(tr)) > len(t.Encode(rec))) {
			rec = tr
		}
		return db.Save(ctx, anna, t, r)
	}); err != nil {
		b.Fatal(err)
	}
	return db, rec
}

// besideBare times the save against an insert of the bytes that next gives.
func besideBare(b *testing.B, db *DB, next func() []byte, save func()) {
	b.Helper()
	path := filepath.Join(filepath.Dir(db.path), "bare.tutela")
	write(b, path, nil)
	bare, err := openHandle(ctx, path, readWrite, time.Second)
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	if _, err := bare.Exec("CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT) STRICT"); err != nil {
		b.Fatal(err)
	}
	insert, err := bare.Prepare("INSERT INTO bare (body) VALUES (?)")
	if err != nil {
		b.Fatal(err)
	}
	var ours, peer time.Duration
	size := 0
	for b.Loop() {
		body := next()
		size = len(body)
		began := time.Now()
		if _, err := insert.Exec(string(body)); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		save()
		peer += middle.Sub(began)
		ours += time.Since(middle)
	}
	b.ReportMetric(float64(ours)/float64(peer), "x-bare")
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs-save")
	b.ReportMetric(float64(peer.Microseconds())/float64(b.N), "µs-bare")
	b.ReportMetric(float64(size), "bytes")
	b.ReportMetric(0, "ns/op") // of both together: says nothing
}

func BenchmarkList(b *testing.B) {
	db := made(b, options(b))
	fillKeepers(b, db, many)
	for name, q := range map[string]Query{"all": {}, "few": {Text: "cognome0123"}, "thousand": {Text: "cognome01"}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if rows, err := db.List(ctx, "keeper", q); err != nil || len(rows) == 0 {
					b.Fatal(len(rows), err)
				}
			}
		})
	}
	b.Run("records", func(b *testing.B) {
		for b.Loop() {
			if all, err := db.All(ctx, keepers); err != nil || len(all) != many {
				b.Fatal(len(all), err)
			}
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			if r, err := db.VerifyChain(ctx); err != nil || !r.OK() {
				b.Fatal(r, err)
			}
		}
	})
	b.Run("asof", func(b *testing.B) {
		for b.Loop() {
			if all, err := db.AllAsOf(ctx, keepers, db.now()); err != nil || len(all) != many {
				b.Fatal(len(all), err)
			}
		}
	})
	b.Run("reindex", func(b *testing.B) {
		for b.Loop() {
			db.opts.Version += "x"
			if err := db.refreshIndex(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkGet(b *testing.B) {
	db := made(b, options(b))
	rec := sampleThing(0, newKeeper(b, db, "Anna").UID())
	save(b, db, things, rec)
	for b.Loop() {
		if _, err := db.Get(ctx, things, rec.UID()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		fillKeepers(b, made(b, options(b)), 1000)
	}
}

func BenchmarkOpen(b *testing.B) {
	path := office(b, options(b))
	for b.Loop() {
		db, err := Open(ctx, path, options(b))
		if err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
