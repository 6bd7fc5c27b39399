package store

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// badge is a made-up record whose number is given to one keeper for ever.
type badge struct {
	form.Meta
	Number, Keeper, Note string
}

var badgeForm = form.Form[badge]{
	Key: "badge", One: "tessera", Many: "Tessere", Fem: true,
	Title: func(b *badge) string { return b.Number },
	Sections: []form.Section[badge]{{Fields: []form.F[badge]{
		form.Text("number", "Numero", func(b *badge) *string { return &b.Number }).Once("keeper"),
		form.Ref("keeper", "Di chi", "keeper", func(b *badge) *string { return &b.Keeper }),
		form.Text("note", "Nota", func(b *badge) *string { return &b.Note }),
	}}},
}

var badges = badgeForm.Type()

// givenTable is the shipped table alone: the rest of its migration refers to
// registers that are not made up.
func givenTable(t *testing.T) string {
	t.Helper()
	data, err := fs.ReadFile(shippedMigrations(), "0009_credential.sql")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), `CREATE TABLE "given"`)
	body, _, ok := strings.Cut(rest, "STRICT;")
	if !ok {
		t.Fatal("no migration makes the table")
	}
	return `CREATE TABLE "given"` + body + "STRICT;\n"
}

func withBadges(t *testing.T) *DB {
	t.Helper()
	opts := options(t)
	extra := app.Register{Type: badges}
	opts.Registers = append(madeUp(), extra)
	_, table, _ := strings.Cut(SchemaSQL(opts.Registers), `CREATE TABLE "badge"`)
	opts.Migrations = madeUpMigrations(t, givenTable(t)+`CREATE TABLE "badge"`+table)
	return made(t, opts)
}

const badgeRefusal = "Il campo «Numero» non può essere «%s»: è di «Anna» (custode), e non passa mai di mano, nemmeno quando non si usa più. Scrivetene uno nuovo."

// TestGivenOnce: a value stays with its first owner, whatever became of the record
// that gave it.
func TestGivenOnce(t *testing.T) {
	db := withBadges(t)
	anna1, bruno := newKeeper(t, db, "Anna"), newKeeper(t, db, "Bruno")
	first := &badge{Number: "Niccolò.Bianchi", Keeper: anna1.UID()}
	save(t, db, badges, first)
	save(t, db, badges, &badge{Number: "niccolò.bianchi", Keeper: anna1.UID(), Note: "the same owner, another lock"})
	for _, same := range []string{"Niccolò.Bianchi", "NICCOLÒ.BIANCHI", "nicco\u006co\u0300.bianchi", "niccolo.bianchi", " niccolò.bianchi "} {
		refused(t, db.Save(ctx, anna, badges, &badge{Number: same, Keeper: bruno.UID()}), sentenceFor(same))
	}
	for _, other := range []string{"n.bianchi", "niccolò bianchi", ""} {
		save(t, db, badges, &badge{Number: other, Keeper: bruno.UID()})
	}
	save(t, db, badges, &badge{Number: "niccolò.bianchi"}) // nobody's yet

	// The record is given to another, gets another number, is deleted: nothing frees
	// the first.
	moved := *first
	moved.Keeper = bruno.UID()
	refused(t, db.Save(ctx, anna, badges, &moved), sentenceFor("Niccolò.Bianchi"))
	first.Number = "anna"
	save(t, db, badges, first)
	if err := db.Delete(ctx, anna, badges, first.UID()); err != nil {
		t.Fatal(err)
	}
	db = reopen(t, db)
	for _, had := range []string{"niccolò.bianchi", "ANNA"} {
		refused(t, db.Save(ctx, anna, badges, &badge{Number: had, Keeper: bruno.UID()}), sentenceFor(had))
	}

	// Who asks beforehand is told the same.
	number := badges.Field("number")
	for value, want := range map[string]string{"Niccolo.Bianchi ": anna1.UID(), "n.bianchi": bruno.UID(), "nessuno": "", "": ""} {
		if owner, err := db.Owner(ctx, badges, number, value); err != nil || owner != want {
			t.Errorf("%q was given to %q, %v; want %q", value, owner, err, want)
		}
	}

	// It comes back from the history as its owner's own.
	history, err := db.History(ctx, badges.Key, first.UID())
	if err != nil {
		t.Fatal(err)
	}
	seqs := []int64{}
	for _, c := range history {
		if string(c.Payload) != nothing {
			seqs = append(seqs, c.Seq)
		}
	}
	for _, seq := range []int64{slices.Min(seqs), slices.Max(seqs)} {
		if _, err := db.Restore(ctx, anna, badges, seq); err != nil {
			t.Error(err)
		}
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
		t.Error(report, err)
	}
}

func sentenceFor(value string) string { return fmt.Sprintf(badgeRefusal, value) }

// TestGivenAndErased: when owner and record are gone from the history too, the
// value is still nobody else's, and stands nowhere to be read.
func TestGivenAndErased(t *testing.T) {
	db := withBadges(t)
	k, bruno := newKeeper(t, db, "Anna"), newKeeper(t, db, "Bruno")
	b := &badge{Number: "canarino", Keeper: k.UID()}
	save(t, db, badges, b)
	err := db.Write(ctx, anna, func(tx *Tx) error {
		for _, r := range []struct {
			t   *form.Type
			uid string
		}{{badges, b.UID()}, {keepers, k.UID()}} {
			if err := tx.Delete(r.t, r.uid); err != nil {
				return err
			}
			if _, err := tx.EraseTrail(erasureOf(r.t, r.uid)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	refused(t, db.Save(ctx, anna, badges, &badge{Number: "Canarino", Keeper: bruno.UID()}),
		"Il campo «Numero» non può essere «Canarino»: fu dato a un altro, e non passa mai di mano, nemmeno quando non si usa più. Scrivetene uno nuovo.")
	var rows int
	err = db.read(ctx, "look", func(s *session) error {
		_, err := s.one("SELECT count(*) FROM given WHERE digest LIKE '%canarino%' OR owner LIKE '%canarino%'", nil, &rows)
		return err
	})
	if err != nil || rows != 0 {
		t.Error(rows, err)
	}
}

// TestGivenByImport: an import is held to it like a save, within itself and
// against the past; one that fails leaves nothing.
func TestGivenByImport(t *testing.T) {
	db := withBadges(t)
	k, bruno := newKeeper(t, db, "Anna"), newKeeper(t, db, "Bruno")
	save(t, db, badges, &badge{Number: "uno", Keeper: k.UID()})
	with := func(list ...*badge) app.Bundle {
		b := app.Bundle{Records: map[string][]any{}}
		for i, x := range list {
			x.Head().UID = fmt.Sprintf("00000000-0000-7000-8000-00000000000%d", i)
			b.Records[badges.Key] = append(b.Records[badges.Key], x)
		}
		return b
	}
	for name, b := range map[string]app.Bundle{
		"uno": with(&badge{Number: "uno", Keeper: bruno.UID()}),
		"DUE": with(&badge{Number: "due", Keeper: k.UID()}, &badge{Number: "DUE", Keeper: bruno.UID()}),
	} {
		for _, dry := range []bool{true, false} {
			_, err := db.Import(ctx, anna, b, dry)
			refused(t, err, sentenceFor(name))
		}
	}
	if list, err := db.All(ctx, badges); err != nil || len(list) != 1 {
		t.Fatal(len(list), err)
	}
	if _, err := db.Import(ctx, anna, with(&badge{Number: "due", Keeper: bruno.UID()}, &badge{Number: "Due", Keeper: bruno.UID()}), false); err != nil {
		t.Fatal("what the refused import gave was kept:", err)
	}
}

// TestGivenGoesWithTheOffice: a whole office that is taken into an empty file
// brings what it gave, deleted records too.
func TestGivenGoesWithTheOffice(t *testing.T) {
	from := withBadges(t)
	k, bruno := newKeeper(t, from, "Anna"), newKeeper(t, from, "Bruno")
	b := &badge{Number: "uno", Keeper: k.UID()}
	save(t, from, badges, b)
	if err := from.Delete(ctx, anna, badges, b.UID()); err != nil {
		t.Fatal(err)
	}
	to := withBadges(t)
	if plan, err := to.Import(ctx, anna, bundle(t, from), false); err != nil || !plan.Whole {
		t.Fatal(plan, err)
	}
	refused(t, to.Save(ctx, anna, badges, &badge{Number: "Uno", Keeper: bruno.UID()}), sentenceFor("Uno"))
	save(t, to, badges, &badge{Number: "Uno", Keeper: k.UID()})
}

// TestGivenUndone: what a transaction that failed gave is free.
func TestGivenUndone(t *testing.T) {
	db := withBadges(t)
	k, bruno := newKeeper(t, db, "Anna"), newKeeper(t, db, "Bruno")
	stop := fmt.Errorf("stop")
	err := db.Write(ctx, anna, func(tx *Tx) error {
		if err := tx.Save(badges, &badge{Number: "uno", Keeper: k.UID()}); err != nil {
			return err
		}
		return stop
	})
	if err == nil {
		t.Fatal("it was kept")
	}
	save(t, db, badges, &badge{Number: "uno", Keeper: bruno.UID()})
}

// TestOnceInRowsIsRefused: it is a programmer's error.
func TestOnceInRowsIsRefused(t *testing.T) {
	type row struct{ A, B string }
	type rec struct {
		form.Meta
		Rows []*row
	}
	child := form.Form[row]{Key: "row", Sections: []form.Section[row]{{Fields: []form.F[row]{
		form.Text("a", "A", func(r *row) *string { return &r.A }).Once("b"),
		form.Ref("b", "B", "x", func(r *row) *string { return &r.B }),
	}}}}
	x := form.Form[rec]{Key: "x", One: "x", Sections: []form.Section[rec]{{Fields: []form.F[rec]{
		form.List("rows", "Righe", func(r *rec) *[]*row { return &r.Rows }, child),
	}}}}
	if _, err := newPlans([]app.Register{{Type: x.Type()}}); err == nil {
		t.Error("it was accepted")
	}
}
