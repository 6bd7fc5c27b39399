package store

import (
	"fmt"
	"strings"
	"testing"
)

const many = 10_000

func sampleThing(i int, keeper string) *thing {
	t := &thing{Name: fmt.Sprintf("Cosa %d", i), Story: strings.Repeat("una storia lunga ", 10), Keeper: keeper, Keepers: []string{keeper}, Data: []string{"a", "b"}}
	for range 3 {
		t.Parts = append(t.Parts, &part{Name: "parte", Keeper: keeper, Purposes: []string{"x", "y"}, Steps: []*step{{What: "passo"}, {What: "altro"}}})
	}
	return t
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
