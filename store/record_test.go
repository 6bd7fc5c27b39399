package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// Any record comes back as it was saved: all kinds, child records of two levels,
// after changes too, and after closing the file.
func TestRecordsComeBackAsSaved(t *testing.T) {
	db := made(t, options(t))
	r := &randomiser{Rand: rand.New(rand.NewPCG(1, 2)), uids: map[string][]string{}}
	for i := range 3 {
		sha, err := db.PutBlob(ctx, "text/plain", []byte{byte(i)})
		if err != nil {
			t.Fatal(err)
		}
		r.blobs = append(r.blobs, form.File{Name: fmt.Sprintf("carta «%d».txt", i), MIME: "text/plain", SHA256: sha, Size: 1})
		r.uids["keeper"] = append(r.uids["keeper"], newKeeper(t, db, "K").UID())
	}
	saved := map[string]*thing{}
	for range 60 {
		rec := &thing{}
		r.fill(things, rec)
		save(t, db, things, rec)
		for range r.IntN(3) { // changed, with rows added, moved and taken out
			next := things.Clone(rec).(*thing)
			if len(next.Parts) > 1 {
				next.Parts[0], next.Parts[1] = next.Parts[1], next.Parts[0]
			}
			if len(next.Parts) > 2 {
				next.Parts = next.Parts[:2]
			}
			other := &thing{}
			r.fill(things, other)
			for _, f := range things.Fields() {
				if f.Kind != form.KComputed && f.Kind != form.KList && r.IntN(3) == 0 {
					f.Put(next, f.Value(other))
				}
			}
			next.Notes = append(next.Notes, &note{Text: r.text()})
			save(t, db, things, next)
			rec = next
		}
		saved[rec.UID()] = rec
	}
	check := func(db *DB) {
		t.Helper()
		all, err := db.All(ctx, things)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != len(saved) {
			t.Fatalf("%d records instead of %d", len(all), len(saved))
		}
		for _, rec := range all {
			want := saved[headOf(rec).UID]
			one, err := db.Get(ctx, things, want.UID())
			if err != nil {
				t.Fatal(err)
			}
			for _, got := range []any{rec, one} {
				if g, w := string(things.EncodeWhole(got)), string(things.EncodeWhole(want)); g != w {
					t.Fatalf("came back as\n%s\nwas\n%s", g, w)
				}
			}
		}
		if err := db.Check(ctx); err != nil {
			t.Fatal(err)
		}
		if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
		if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
			t.Fatal(report, err)
		}
	}
	check(db)
	check(reopen(t, db))
}

func TestHeadOfRecord(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	k := newKeeper(t, db, "Anna")
	born := c.at
	if !form.IsUID(k.UID()) || k.UID()[14] != '7' {
		t.Errorf("the uid %s is no UUIDv7", k.UID())
	}
	if h := *k.Head(); h.Created != born || h.Updated != born || h.Revision != 1 {
		t.Errorf("head of a new record: %+v", h)
	}
	c.step(time.Hour)
	save(t, db, keepers, k)
	if k.Head().Revision != 1 || k.Head().Updated != born {
		t.Errorf("saving the same made a revision: %+v", *k.Head())
	}
	if list, _ := db.History(ctx, "keeper", k.UID()); len(list) != 1 {
		t.Errorf("saving the same left %d rows in the trail", len(list))
	}
	k.Name = "Anna Verdi"
	save(t, db, keepers, k)
	if h := *k.Head(); h.Created != born || h.Updated != c.at || h.Revision != 2 {
		t.Errorf("head of a changed record: %+v", h)
	}
}

func TestStaleRecordIsRefused(t *testing.T) {
	db := made(t, options(t))
	k := newKeeper(t, db, "Anna")
	mine, yours := keepers.Clone(k).(*keeper), keepers.Clone(k).(*keeper)
	yours.Name = "Anna B."
	save(t, db, keepers, yours)
	mine.Name = "Anna A."
	before := *mine.Head()
	err := db.Save(ctx, anna, keepers, mine)
	refused(t, err, "Questa scheda è stata cambiata nel frattempo: «Anna A.» (custode). Riapritela per vedere la versione nuova e rifate lì le vostre modifiche.")
	if *mine.Head() != before {
		t.Errorf("a refused save changed the head to %+v", *mine.Head())
	}
	if err := db.Delete(ctx, anna, keepers, k.UID()); err != nil {
		t.Fatal(err)
	}
	err = db.Save(ctx, anna, keepers, yours)
	refused(t, err, "Questa scheda non c’è più: custode. Forse è stata eliminata; la trovate nella storia delle modifiche.")
	if !errors.Is(err, ErrNotFound) {
		t.Error("the cause is not ErrNotFound")
	}
	_, err = db.Get(ctx, keepers, k.UID())
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("reading what is not there: %v", err)
	}
}

func TestOneHouse(t *testing.T) {
	db := made(t, options(t))
	h := &house{Name: "Sede"}
	save(t, db, houses, h)
	refused(t, db.Save(ctx, anna, houses, &house{Name: "Altra"}), "C’è già: casa. Modificate la scheda che c’è.")
	refused(t, db.Delete(ctx, anna, houses, h.UID()), "Questa scheda non si elimina: casa.")
}

// A failed transaction leaves nothing, in the file and in the records.
func TestWriteIsAllOrNothing(t *testing.T) {
	db := made(t, options(t))
	boom := errors.New("boom")
	a, b := &keeper{Name: "A"}, &keeper{Name: "B"}
	err := db.Write(ctx, anna, func(tx *Tx) error {
		if err := tx.Save(keepers, a); err != nil {
			return err
		}
		b.Boss = a.UID()
		if err := tx.Save(keepers, b); err != nil {
			return err
		}
		if got, err := tx.Get(keepers, b.UID()); err != nil || got.(*keeper).Boss != a.UID() {
			t.Errorf("read inside the write: %v %v", got, err)
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	if a.UID() != "" || b.Head().Revision != 0 {
		t.Errorf("heads stayed: %+v %+v", *a.Head(), *b.Head())
	}
	func() {
		defer func() { _ = recover() }()
		_ = db.Write(ctx, anna, func(tx *Tx) error {
			_ = tx.Save(keepers, a)
			panic("boom")
		})
	}()
	if empty, err := db.Empty(ctx); err != nil || !empty {
		t.Errorf("empty %v %v", empty, err)
	}
	err = db.Write(ctx, anna, func(tx *Tx) error {
		_ = tx.Save(keepers, &keeper{Name: "Half", Boss: "00000000-0000-7000-8000-000000000001"})
		return nil
	})
	refused(t, err, "Il campo «Capo» indica una scheda che non c’è più. Scegliete un’altra voce o lasciate vuoto il campo.")
	b.Boss = ""
	save(t, db, keepers, b) // the writer is free again
	if head, err := db.Head(ctx); err != nil || head == "" {
		t.Error(head, err)
	}
}

func TestReferenceToNothingIsRefused(t *testing.T) {
	db := made(t, options(t))
	err := db.Save(ctx, anna, things, &thing{Name: "X", Keeper: "00000000-0000-7000-8000-000000000001"})
	refused(t, err, "Il campo «Custode» indica una scheda che non c’è più. Scegliete un’altra voce o lasciate vuoto il campo.")
	err = db.Save(ctx, anna, things, &thing{Name: "X", Papers: []form.File{{Name: "a.pdf", SHA256: strings.Repeat("0", 64)}}})
	refused(t, err, "L’allegato «a.pdf» non c’è più nel file dell’ufficio. Toglietelo dalla scheda e allegatelo di nuovo.")
}

func TestDeleteNamesTheUsers(t *testing.T) {
	db := made(t, options(t))
	k := newKeeper(t, db, "Bianchi Carla")
	use := func(rec *thing) *thing {
		save(t, db, things, rec)
		return rec
	}
	one := use(&thing{Name: "Scala", Keeper: k.UID()})
	refused(t, db.Delete(ctx, anna, keepers, k.UID()),
		"«Bianchi Carla» (custode) non si può eliminare: si usa in «Scala» (cosa). Prima togliete da lì ogni riferimento, oppure segnate nella scheda che non vale più: così resta per la storia.")
	use(&thing{Name: "Porta", Keepers: []string{k.UID(), k.UID()}})
	use(&thing{Name: "Tetto", Parts: []*part{{Keeper: k.UID(), Keepers: []string{k.UID()}}}})
	use(&thing{Name: "Muro", Parts: []*part{{Steps: []*step{{Keeper: k.UID()}}}}})
	use(&thing{Name: "Pozzo", Parts: []*part{{Steps: []*step{{Keepers: []string{k.UID()}}}}}})
	use(&thing{Name: "Orto", Keeper: k.UID()})
	err := db.Delete(ctx, anna, keepers, k.UID())
	var r *app.Refusal
	if !errors.As(err, &r) {
		t.Fatal(err)
	}
	named := 0
	for _, name := range []string{"Scala", "Porta", "Tetto", "Muro", "Pozzo", "Orto"} {
		if strings.Contains(r.What, quoted(name)+" (cosa)") {
			named++
		}
	}
	if named != namedUsers || !strings.Contains(r.What, " e in un’altra scheda.") {
		t.Error(r.What)
	}
	one.Keeper = ""
	save(t, db, things, one)
	self := newKeeper(t, db, "Sé stesso")
	self.Boss = self.UID()
	save(t, db, keepers, self)
	if err := db.Delete(ctx, anna, keepers, self.UID()); err != nil {
		t.Errorf("a reference to itself held a record: %v", err)
	}
	full := use(&thing{Name: "Via", Keepers: []string{k.UID()}, Data: []string{"x"}, Parts: []*part{{Purposes: []string{"x"}, Steps: []*step{{What: "y"}}}}})
	if err := db.Delete(ctx, anna, things, full.UID()); err != nil {
		t.Error(err)
	}
	var left int
	if err := db.reader.QueryRow(`SELECT count(*) FROM thing_parts_steps s JOIN thing_parts p ON p.id = s.parent_id WHERE p.parent_id NOT IN (SELECT id FROM thing)`).Scan(&left); err != nil || left > 0 {
		t.Errorf("%d child rows left, %v", left, err)
	}
}

// Records may be brought in the order in which they come, not in that of their
// references.
func TestReserve(t *testing.T) {
	db := made(t, options(t))
	a := &keeper{Name: "A", Boss: "00000000-0000-7000-8000-00000000000b"}
	a.Head().UID = "00000000-0000-7000-8000-00000000000a"
	b := &keeper{Name: "B"}
	b.Head().UID = a.Boss
	err := db.Write(ctx, anna, func(tx *Tx) error {
		tx.Action = "import"
		if err := tx.Reserve(keepers, a.UID(), b.UID()); err != nil {
			return err
		}
		if err := tx.Save(keepers, a); err != nil {
			return err
		}
		if all, err := tx.All(keepers); err != nil || len(all) != 1 {
			t.Errorf("a reserved row is read as a record: %v %v", all, err)
		}
		return tx.Save(keepers, b)
	})
	if err != nil {
		t.Fatal(err)
	}
	history, err := db.History(ctx, "keeper", a.UID())
	if err != nil || len(history) != 1 || history[0].Action != "import" {
		t.Error(history, err)
	}
	err = db.Write(ctx, anna, func(tx *Tx) error {
		return tx.Reserve(keepers, "00000000-0000-7000-8000-00000000000c")
	})
	if err == nil {
		t.Error("a reserved row without its record was kept")
	}
}

func TestAllIsInOrder(t *testing.T) {
	db := made(t, options(t))
	for _, name := range []string{"Zeno", "àbaco", "Abate", "sede 10", "Sede 2", "Élite", "elite B"} {
		newKeeper(t, db, name)
	}
	all, err := db.All(ctx, keepers)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, rec := range all {
		got = append(got, rec.(*keeper).Name)
	}
	want := []string{"àbaco", "Abate", "Élite", "elite B", "Sede 2", "sede 10", "Zeno"}
	if !slices.Equal(got, want) {
		t.Errorf("order %q", got)
	}
}
