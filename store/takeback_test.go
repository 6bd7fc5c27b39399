package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/form"
)

// takeIn imports what a hand makes of an office's records.
func takeIn(t *testing.T, db *DB, list ...app.Saving) app.Taken {
	t.Helper()
	taken, err := db.TakeIn(ctx, anna, list)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

// TestTakeBack: what an import changed is as before, what it added is gone, records
// that use each other among them; everything else stays, and the chain is whole.
func TestTakeBack(t *testing.T) {
	db := made(t, options(t))
	old := newKeeper(t, db, "Elio")
	before := records(t, db)
	boss, under := &keeper{Name: "Zelda"}, &keeper{Name: "Yuri"}
	boss.Head().UID, under.Head().UID = uuid.Must(uuid.NewV7()).String(), uuid.Must(uuid.NewV7()).String()
	under.Boss = boss.UID()
	changed := &keeper{Name: "Elio il Grande"}
	*changed.Head() = *old.Head()
	taken := takeIn(t, db, app.Saving{Type: keepers, Rec: boss}, app.Saving{Type: keepers, Rec: under}, app.Saving{Type: keepers, Rec: changed})
	if taken.Last != taken.First+2 {
		t.Fatalf("it took %+v", taken)
	}
	n, err := db.TakeBack(ctx, anna, taken)
	if err != nil || n != 3 {
		t.Fatalf("%d, %v", n, err)
	}
	if after := records(t, db); after != before {
		t.Errorf("after:\n%s\nbefore:\n%s", after, before)
	}
	if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
	if chain, err := db.VerifyChain(ctx); err != nil || len(chain.Faults) > 0 {
		t.Errorf("%v, %v", chain, err)
	}
}

// TestTakeBackRefuses as a whole what was changed, or is used, since.
func TestTakeBackRefuses(t *testing.T) {
	for name, since := range map[string]func(t *testing.T, db *DB, x *keeper){
		"changed": func(t *testing.T, db *DB, x *keeper) {
			x.Name = "Altro"
			save(t, db, keepers, x)
		},
		"used": func(t *testing.T, db *DB, x *keeper) {
			save(t, db, things, &thing{Name: "Sua", Keeper: x.UID()})
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := made(t, options(t))
			x := &keeper{Name: "Zelda"}
			other := &keeper{Name: "Yuri"}
			taken := takeIn(t, db, app.Saving{Type: keepers, Rec: other}, app.Saving{Type: keepers, Rec: x})
			since(t, db, x)
			before := records(t, db)
			_, err := db.TakeBack(ctx, anna, taken)
			var refusal *app.Refusal
			if !errors.As(err, &refusal) || !strings.Contains(refusal.What, "«") {
				t.Fatalf("got %v", err)
			}
			if after := records(t, db); after != before {
				t.Errorf("after:\n%s\nbefore:\n%s", after, before)
			}
		})
	}
}

// TestImportCanBeTakenBack: of an exported file as of a sheet.
func TestImportCanBeTakenBack(t *testing.T) {
	from, to := eventful(t), made(t, options(t))
	newKeeper(t, to, "Già qui")
	before := records(t, to)
	b := bundle(t, from)
	b.Office, b.History = "", nil
	plan, err := to.Import(ctx, anna, b, true)
	if err != nil || plan.Taken != (app.Taken{}) {
		t.Fatalf("a trial took %+v, %v", plan.Taken, err)
	}
	if plan, err = to.Import(ctx, anna, b, false); err != nil {
		t.Fatal(err)
	}
	if _, err := to.TakeBack(ctx, anna, plan.Taken); err != nil {
		t.Fatal(err)
	}
	if after := records(t, to); after != before {
		t.Errorf("after:\n%s\nbefore:\n%s", after, before)
	}
}

// records are those of an office, as exported, without what happened to them.
func records(t *testing.T, db *DB) string {
	t.Helper()
	var out strings.Builder
	for _, r := range db.Registers() {
		list, err := db.All(context.Background(), r.Type)
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range list {
			out.WriteString(rec.(form.Record).Head().UID + " ")
			out.Write(r.Encode(rec))
			out.WriteByte('\n')
		}
	}
	return out.String()
}
