package store

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
)

// eventful is an office with references in every direction, attachments of the
// present and the past, papers, a deletion and an erasure.
func eventful(t *testing.T) *DB {
	t.Helper()
	db, _, gone := story(t)
	var shas []string
	for _, text := range []string{"then", "now", "nobody’s"} {
		sha, err := db.PutBlob(ctx, "text/plain", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		shas = append(shas, sha)
	}
	k, boss := newKeeper(t, db, "Elio"), newKeeper(t, db, "Zelda <&> \u2028")
	k.Boss = boss.UID()
	save(t, db, keepers, k)
	rec := &thing{Name: "Con carta", Keeper: k.UID(), Papers: []form.File{{Name: "a", MIME: "text/plain", SHA256: shas[0], Size: 4}}}
	save(t, db, things, rec)
	rec.Papers[0].SHA256 = shas[1]
	save(t, db, things, rec)
	boss.Thing = rec.UID()
	save(t, db, keepers, boss)
	for _, state := range []string{app.PrintPrinted, app.PrintDraft, app.PrintPrinted} {
		p, err := db.KeepPrint(ctx, anna, Print{
			Kind: "k", State: state, Description: "Edizione " + state, PDF: []byte("pdf " + state), Layout: []byte("pages " + state),
			Signers: []app.PrintSigner{{Role: "Il titolare", Name: "Però"}, {Role: "La persona nominata"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		if state == app.PrintPrinted {
			if _, err := db.SignPrint(ctx, anna, scan(p, "scansione "+p.UID, 1)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := db.EraseTrail(ctx, anna, erasureOf(keepers, gone.UID())); err != nil {
		t.Fatal(err)
	}
	return db
}

func bundle(t *testing.T, db *DB) app.Bundle {
	t.Helper()
	b, err := db.Bundle(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Through JSON into an empty file and out again gives the same bytes.
func TestWholeOfficeGoesRound(t *testing.T) {
	from := eventful(t)
	first := exchange.WriteJSON(bundle(t, from), madeUp())
	to := made(t, options(t))
	known, err := to.Known(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b, err := exchange.ReadJSON(first, madeUp(), known)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Files) != 2 || len(b.Prints) != 3 || b.Prints[1].Description == "" {
		t.Errorf("%d attachments, %d papers: %+v", len(b.Files), len(b.Prints), b.Prints)
	}
	dry, err := to.Import(ctx, anna, b, true)
	if err != nil {
		t.Fatal(err)
	}
	if empty, err := to.Empty(ctx); err != nil || !empty {
		t.Errorf("a dry run wrote: %v %v", empty, err)
	}
	plan, err := to.Import(ctx, anna, b, false)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(plan) != fmt.Sprint(dry) || !plan.Whole || plan.New["keeper"] != 4 || plan.New["thing"] != 2 {
		t.Errorf("plan %+v, dry %+v", plan, dry)
	}
	if second := exchange.WriteJSON(bundle(t, to), madeUp()); !bytes.Equal(first, second) {
		t.Errorf("was\n%s\nis\n%s", first, second)
	}
	if report := must(to.VerifyChain(ctx)); !report.OK() || report.Head != must(from.Head(ctx)) || report.Erased != must(from.VerifyChain(ctx)).Erased {
		t.Error(report)
	}
	if faults := must(to.VerifyRecords(ctx)); len(faults) > 0 {
		t.Error(faults)
	}
	for _, r := range madeUp() {
		if a, b := must(from.List(ctx, r.Key, Query{Ended: true})), must(to.List(ctx, r.Key, Query{Ended: true})); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("list %v, was %v", b, a)
		}
	}
	// The same again changes nothing.
	plan, err = to.Import(ctx, anna, bundle(t, from), false)
	if err != nil || plan.Whole || plan.Same != 6 || len(plan.New)+len(plan.Changed) != 0 {
		t.Errorf("%+v %v", plan, err)
	}
	if must(to.Head(ctx)) != must(from.Head(ctx)) {
		t.Error("the trail moved")
	}
}

func TestWholeOfficeIsRefusedWhereItWasTamperedWith(t *testing.T) {
	const again = " Esportate di nuovo l’ufficio da dove viene."
	row := func(n int) string {
		return fmt.Sprintf("La storia delle modifiche da importare non torna alla riga %d: è incompleta o è stata cambiata.", n) + again
	}
	for name, c := range map[string]struct {
		harm     func(b *app.Bundle)
		sentence string
	}{
		"a row gone":      {func(b *app.Bundle) { b.History = append(b.History[:3:3], b.History[4:]...) }, row(5)},
		"the start gone":  {func(b *app.Bundle) { b.History = b.History[1:] }, row(2)},
		"a row edited":    {func(b *app.Bundle) { b.History[2].Who = "Nessuno" }, row(3)},
		"a row forged":    {func(b *app.Bundle) { b.History[2].Who = "X"; b.History[2].Hash = HashOf(b.History[2]) }, row(4)},
		"payload edited":  {func(b *app.Bundle) { b.History[4].Payload = []byte(`{"name":"X"}`) }, row(5)},
		"the end gone":    {func(b *app.Bundle) { b.History = b.History[:5] }, "Il file da importare non corrisponde alla sua storia: La scheda «Dario» (custode) è stata cambiata senza il programma." + again},
		"record edited":   {func(b *app.Bundle) { b.Records["keeper"][0].(*keeper).Name = "X" }, "Il file da importare non corrisponde alla sua storia: La scheda «X» (custode) è stata cambiata senza il programma." + again},
		"revision edited": {func(b *app.Bundle) { headOf(b.Records["keeper"][0]).Revision = 9 }, "Il file da importare non corrisponde alla sua storia: «Bruno» (custode)." + again},
		"no revision":     {func(b *app.Bundle) { headOf(b.Records["keeper"][0]).Revision = 0 }, "Il file da importare non corrisponde alla sua storia: «Bruno» (custode)." + again},
	} {
		t.Run(name, func(t *testing.T) {
			from, _, _ := story(t)
			b := bundle(t, from)
			c.harm(&b)
			to := made(t, options(t))
			_, err := to.Import(ctx, anna, b, false)
			refused(t, err, c.sentence)
			if empty, err := to.Empty(ctx); err != nil || !empty {
				t.Error("half an import stayed", err)
			}
		})
	}
}

func TestImportIntoFilledOffice(t *testing.T) {
	from := eventful(t)
	b := bundle(t, from)
	to := made(t, options(t))
	mine := newKeeper(t, to, "Mio")
	plan, err := to.Import(ctx, By{Who: "Importatrice"}, b, false)
	if err != nil || plan.Whole || plan.New["keeper"] != 4 || plan.New["thing"] != 2 || plan.Same != 0 {
		t.Fatalf("%+v %v", plan, err)
	}
	changed := bundle(t, from)
	k := changed.Records["keeper"][0].(*keeper)
	k.Name = "Cambiato"
	before := *k.Head()
	plan, err = to.Import(ctx, anna, changed, true)
	if err != nil || plan.Changed["keeper"] != 1 || plan.Same != 5 || *k.Head() != before {
		t.Errorf("%+v %v %+v", plan, err, *k.Head())
	}
	if _, err = to.Import(ctx, anna, changed, false); err != nil {
		t.Fatal(err)
	}
	history := must(to.History(ctx, "keeper", k.UID()))
	if len(history) != 2 || history[0].Action != ActionImport || history[0].Who != "Importatrice" || history[1].Action != ActionImport {
		t.Errorf("%+v", history)
	}
	if _, err := to.Get(ctx, keepers, mine.UID()); err != nil {
		t.Error(err)
	}
	if report := must(to.VerifyChain(ctx)); !report.OK() || report.Rows != 8 {
		t.Errorf("%+v", report)
	}
	// One wrong record refuses all.
	wrong := bundle(t, from)
	wrong.Records["keeper"][1].(*keeper).Name = "Anche"
	wrong.Records["thing"][1].(*thing).Papers = []form.File{{Name: "manca.pdf", SHA256: strings.Repeat("0", 64)}}
	_, err = to.Import(ctx, anna, wrong, false)
	var r *app.Refusal
	if !errors.As(err, &r) || must(to.VerifyChain(ctx)).Rows != 8 {
		t.Error(err)
	}
}

// The program's own example, and another office that is not to be mixed with it.
func TestImportOfAnotherOffice(t *testing.T) {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	example := func(name string) *DB {
		db, err := newOffice(filepath.Join(t.TempDir(), name), Options{Now: func() time.Time { return at }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { shut(t, db) })
		err = db.Write(ctx, anna, func(tx *Tx) error {
			return app.Sample(func(typ *form.Type, rec form.Record) error { return tx.Save(typ, rec) })
		})
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	one, two := example("uno.tutela"), example("due.tutela")
	_, err := two.Import(ctx, anna, bundle(t, one), false)
	refused(t, err, "Il file da importare è di un altro ufficio: niente è stato cambiato. Importatelo in un ufficio nuovo.")
	data := exchange.WriteJSON(bundle(t, one), app.Registers())
	b, err := exchange.ReadJSON(data, app.Registers(), must(one.Known(ctx)))
	if err != nil {
		t.Fatal(err)
	}
	if plan, err := one.Import(ctx, anna, b, false); err != nil || plan.Same == 0 || len(plan.Changed)+len(plan.New) != 0 {
		t.Errorf("%+v %v", plan, err)
	}
}

// Attachments come with the first import and are known to it.
func TestKnown(t *testing.T) {
	db := made(t, options(t))
	k := newKeeper(t, db, "Anna")
	save(t, db, entries, &app.CatalogEntry{Catalogue: "purpose", Slug: "gita", Label: "Gita"})
	known := must(db.Known(ctx))
	for _, c := range []struct {
		name, key string
		want      bool
	}{
		{"keeper", k.UID(), true}, {"thing", k.UID(), false}, {"purpose", "gita", true}, {"purpose", aPurpose(t).Slug, true}, {"purpose", "x", false}, {"x", "x", false},
	} {
		if known.Has(c.name, c.key) != c.want {
			t.Errorf("%s %s: not %v", c.name, c.key, c.want)
		}
	}
}
