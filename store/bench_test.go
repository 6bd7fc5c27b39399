package store

import (
	"fmt"
	"strings"
	"testing"
)

const many = 10_000

// A durable insert of one text into one table: what no save can be faster than.
func BenchmarkBareInsert(b *testing.B) {
	db := made(b, options(b))
	raw(b, db.path, "CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT) STRICT")
	body := strings.Repeat("x", 600)
	for b.Loop() {
		tx, err := db.writer.Begin()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := tx.Exec("INSERT INTO bare (body) VALUES (?)", body); err != nil {
			b.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

func sampleThing(i int, keeper string) *thing {
	t := &thing{Name: fmt.Sprintf("Cosa %d", i), Story: strings.Repeat("una storia lunga ", 10), Keeper: keeper, Keepers: []string{keeper}, Data: []string{"a", "b"}}
	for range 3 {
		t.Parts = append(t.Parts, &part{Name: "parte", Keeper: keeper, Purposes: []string{"x", "y"}, Steps: []*step{{What: "passo"}, {What: "altro"}}})
	}
	return t
}

// A durable save of a new record of twenty rows in eight tables, with its trail
// and its index.
func BenchmarkSave(b *testing.B) {
	db := made(b, options(b))
	k := newKeeper(b, db, "Anna")
	i := 0
	for b.Loop() {
		i++
		save(b, db, things, sampleThing(i, k.UID()))
	}
}

// A durable save of the same record with one field changed.
func BenchmarkSaveChange(b *testing.B) {
	db := made(b, options(b))
	rec := sampleThing(0, newKeeper(b, db, "Anna").UID())
	save(b, db, things, rec)
	i := 0
	for b.Loop() {
		i++
		rec.Story = fmt.Sprint(i)
		save(b, db, things, rec)
	}
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
