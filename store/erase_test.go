package store

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
)

// erasureOf is the erasure of one record from the trail.
func erasureOf(t *form.Type, uid string) app.TrailErasure {
	return app.TrailErasure{Why: "Conservazione finita", Records: []app.ErasedTrace{{Register: t.Key, UID: uid}}}
}

// TestEraseGone: of a record that is gone nothing is left to be read anywhere in
// the file; its rows stay and the chain holds.
func TestEraseGone(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	const secret = "Zyxwvutsrq"
	k := newKeeper(t, db, secret)
	if err := db.SaveDraft(ctx, Draft{Key: "keeper:" + k.UID(), Register: "keeper", UID: k.UID(), Body: []byte(secret)}); err != nil {
		t.Fatal(err)
	}
	if err := db.Delete(ctx, anna, keepers, k.UID()); err != nil {
		t.Fatal(err)
	}
	if n, err := db.EraseTrail(ctx, anna, erasureOf(keepers, k.UID())); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	report, err := db.VerifyChain(ctx)
	if err != nil || !report.OK() || report.Rows != 3 || report.Erased != 1 {
		t.Error(report, err)
	}
	if recs, err := db.AllAsOf(ctx, keepers, c.at); err != nil || len(recs) != 0 {
		t.Error(recs, err)
	}
	if data, err := os.ReadFile(db.path + "-wal"); err == nil && strings.Contains(string(data), secret) { // a sealed office has none
		t.Error("the name is still in the log of the open file")
	}
	db = reopen(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if n := occurrences(t, db.path, secret); n > 0 {
		t.Errorf("the name is still %d times in the file", n)
	}
}

// TestErasePast: of a record that is there the versions before the last go, with
// the attachments that only they named; the last stays, and all that is checked of
// record and trail still holds. What was done and why stands in the trail, and
// goes out and in with it.
func TestErasePast(t *testing.T) {
	db := made(t, options(t))
	const secret = "Zyxwvutsrq"
	k := newKeeper(t, db, secret)
	old, err := db.PutBlob(ctx, "text/plain", []byte("vecchia "+secret))
	if err != nil {
		t.Fatal(err)
	}
	shared, err := db.PutBlob(ctx, "text/plain", []byte("di tutti e due"))
	if err != nil {
		t.Fatal(err)
	}
	file := func(sha string) form.File { return form.File{Name: "a.txt", MIME: "text/plain", SHA256: sha, Size: 1} }
	rec := &thing{Name: "Consegna", Keeper: k.UID(), Story: secret, Papers: []form.File{file(old), file(shared)}}
	save(t, db, things, rec)
	rec.Story, rec.Papers = "", []form.File{file(shared)}
	save(t, db, things, rec)
	k.Name = "Nessuno"
	save(t, db, keepers, k)

	traces, err := db.Traces(ctx, keepers, k.UID())
	want := []app.Trace{
		{Register: "keeper", UID: k.UID(), Title: "Nessuno", There: true, Changes: 1},
		{Register: "thing", UID: rec.UID(), Title: "Consegna", There: true, Changes: 1},
	}
	if err != nil || !reflect.DeepEqual(traces, want) {
		t.Fatalf("traces %+v, %v", traces, err)
	}
	erase := app.TrailErasure{Why: " Rapporto finito da dieci anni ", Records: []app.ErasedTrace{{Register: "keeper", UID: k.UID()}, {Register: "thing", UID: rec.UID()}}}
	if n, err := db.EraseTrail(ctx, anna, erase); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	holds := func(db *DB) {
		t.Helper()
		if report, err := db.VerifyChain(ctx); err != nil || !report.OK() || report.Erased != 2 || report.Rows != 5 {
			t.Error(report, err)
		}
		if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
			t.Error(faults, err)
		}
		last, err := db.Latest(ctx, 0, 1)
		if err != nil {
			t.Fatal(err)
		}
		said := app.TrailErasureOf(last[0])
		if said == nil || said.Why != "Rapporto finito da dieci anni" || len(said.Records) != 2 || said.Records[1] != (app.ErasedTrace{Register: "thing", UID: rec.UID(), Changes: 1}) {
			t.Errorf("the trail says %+v", said)
		}
	}
	holds(db)
	if _, _, err := db.Blob(ctx, old); !errors.Is(err, ErrNotFound) {
		t.Errorf("the attachment of the old version: %v", err)
	}
	if _, _, err := db.Blob(ctx, shared); err != nil {
		t.Error(err)
	}
	got, err := db.Get(ctx, keepers, k.UID())
	if err != nil || got.(*keeper).Name != "Nessuno" {
		t.Error(got, err)
	}
	rec.Name = "Consegna, ancora" // a record whose past is gone goes on
	save(t, db, things, rec)
	if _, err := db.EraseTrail(ctx, anna, erasureOf(things, rec.UID())); err != nil {
		t.Fatal(err)
	}
	to := made(t, options(t))
	known, err := to.Known(ctx)
	if err != nil {
		t.Fatal(err)
	}
	first := exchange.WriteJSON(bundle(t, db), madeUp())
	b, err := exchange.ReadJSON(first, madeUp(), known)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(ctx, anna, b, false); err != nil {
		t.Fatal(err)
	}
	if again := exchange.WriteJSON(bundle(t, to), madeUp()); string(again) != string(first) {
		t.Error("what was erased does not go round")
	}
	db = reopen(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if n := occurrences(t, db.path, secret); n > 0 {
		t.Errorf("what was erased is still %d times in the file", n)
	}
}

// TestEraseRefused: without a reason, without records, twice.
func TestEraseRefused(t *testing.T) {
	db := made(t, options(t))
	k := newKeeper(t, db, "Anna")
	const nothingToDo = "Per cancellare dalla storia servono almeno una scheda e il motivo. Scegliete le schede e scrivete perché si cancella."
	e := erasureOf(keepers, k.UID())
	_, err := db.EraseTrail(ctx, anna, app.TrailErasure{Why: "  ", Records: e.Records})
	refused(t, err, nothingToDo)
	_, err = db.EraseTrail(ctx, anna, app.TrailErasure{Why: "Perché sì"})
	refused(t, err, nothingToDo)
	_, err = db.EraseTrail(ctx, anna, e)
	refused(t, err, "Di queste schede nella storia non c’è più niente da cancellare. Quello che dicono oggi si cambia nelle schede stesse.")
	if rows, err := db.Latest(ctx, 0, 9); err != nil || len(rows) != 1 {
		t.Errorf("a refusal left %d rows, %v", len(rows), err)
	}
}
