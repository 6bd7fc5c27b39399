package store

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
)

var breaches = app.BreachForm.Type()

// shipped are the program's own registers and tables, with a clock that stands.
func shipped() Options {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return Options{Now: func() time.Time { return at }}
}

func shippedOffice(t *testing.T) *DB {
	t.Helper()
	db, err := newOffice(filepath.Join(t.TempDir(), "ufficio.tutela"), shipped())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, db) })
	return db
}

func newBreach(t *testing.T, db *DB, day form.Date) *app.Breach {
	t.Helper()
	b := &app.Breach{Name: "Prova"}
	b.Date = day
	save(t, db, breaches, b)
	return b
}

// TestNumbers: each year counts its own; a number is given at the first save with
// a date, stays whatever is typed, and comes back after a restart.
func TestNumbers(t *testing.T) {
	db := shippedOffice(t)
	var got []string
	for _, day := range []form.Date{"2026-12-31", "2027-01-01", "2026-01-01", "2027-06-30", "2025-02-28"} {
		got = append(got, newBreach(t, db, day).Number)
	}
	if want := []string{"1/2026", "1/2027", "2/2026", "2/2027", "1/2025"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	undated := newBreach(t, db, "")
	if undated.Number != "" {
		t.Errorf("no date, and the number %s", undated.Number)
	}
	db = reopen(t, db)
	undated.Date = "2026-03-01"
	save(t, db, breaches, undated)
	for _, typed := range []string{"", "9/2026", "nonsense", "1/2026"} {
		undated.Number, undated.Name = typed, undated.Name+"."
		save(t, db, breaches, undated)
		if undated.Number != "3/2026" {
			t.Errorf("typed %q, and it is %s", typed, undated.Number)
		}
	}
	undated.Date = "2027-03-01"
	save(t, db, breaches, undated)
	if next := newBreach(t, db, "2027-04-01"); undated.Number != "3/2026" || next.Number != "3/2027" {
		t.Errorf("moved to another year: %s, the next is %s", undated.Number, next.Number)
	}
	kept, err := db.Get(ctx, breaches, undated.UID())
	if err != nil || kept.(*app.Breach).Number != "3/2026" {
		t.Errorf("in the file: %v, %v", kept, err)
	}
}

// TestNumberIsNotGivenAgain: neither after an annulment nor after a save that
// failed, and a numbered record is not deleted; an old version keeps it.
func TestNumberIsNotGivenAgain(t *testing.T) {
	db := shippedOffice(t)
	first := newBreach(t, db, "2026-03-01")
	refused(t, db.Delete(ctx, anna, breaches, first.UID()),
		"«1/2026 Prova» (violazione) non si può eliminare: ha un numero, e ogni numero deve ritrovarsi nel registro. Annullatela, con il motivo: resta nel registro e il numero non si dà a un’altra.")
	first.Annulled, first.AnnulledWhy = "2026-03-02", "Scritta per prova"
	save(t, db, breaches, first)
	if b := newBreach(t, db, "2026-03-03"); b.Number != "2/2026" {
		t.Errorf("after an annulment: %s", b.Number)
	}

	failed := &app.Breach{Name: "Mai salvata"}
	failed.Date = "2026-03-04"
	err := db.Write(ctx, anna, func(tx *Tx) error {
		if err := tx.Save(breaches, failed); err != nil {
			return err
		}
		if failed.Number != "3/2026" {
			t.Errorf("inside: %s", failed.Number)
		}
		return errDryRun
	})
	if err == nil || failed.Number != "" {
		t.Errorf("undone, and it thinks it is %s: %v", failed.Number, err)
	}
	if b := newBreach(t, db, "2026-03-05"); b.Number != "3/2026" {
		t.Errorf("nobody saw the number that was undone, and the next is %s", b.Number)
	}

	empty := newBreach(t, db, "")
	empty.Date = "2026-03-06"
	save(t, db, breaches, empty)
	history, err := db.History(ctx, breaches.Key, empty.UID())
	if err != nil {
		t.Fatal(err)
	}
	oldest := slices.MinFunc(history, func(a, b Change) int { return int(a.Seq - b.Seq) })
	back, err := db.Restore(ctx, anna, breaches, oldest.Seq)
	if err != nil || back.(*app.Breach).Number != "4/2026" || back.(*app.Breach).Date != "" {
		t.Errorf("the version before it had a number: %+v, %v", back, err)
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
		t.Error(report, err)
	}
	if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}

// TestUnnumberedIsDeleted: what never had a number leaves no gap.
func TestUnnumberedIsDeleted(t *testing.T) {
	db := shippedOffice(t)
	b := newBreach(t, db, "")
	if err := db.Delete(ctx, anna, breaches, b.UID()); err != nil {
		t.Error(err)
	}
}

// TestNumbersOfTwoHandles: two that have the file open never give the same one.
func TestNumbersOfTwoHandles(t *testing.T) {
	one := shippedOffice(t)
	two, err := Open(ctx, one.path, one.opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, two) })
	const each = 12
	var all sync.WaitGroup
	for _, db := range []*DB{one, two} {
		all.Go(func() {
			for range each {
				b := &app.Breach{}
				b.Date = "2026-05-01"
				if err := db.Save(ctx, anna, breaches, b); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	countingFrom1(t, one, 2*each)
}

// countingFrom1 asks for n breaches of 2026 numbered without gap or twin.
func countingFrom1(t *testing.T, db *DB, n int) {
	t.Helper()
	recs, err := db.All(ctx, breaches)
	if err != nil {
		t.Fatal(err)
	}
	var numbers []int
	for _, rec := range recs {
		text, _, _ := strings.Cut(rec.(*app.Breach).Number, "/2026")
		number, err := strconv.Atoi(text)
		if err != nil {
			t.Error(err)
		}
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	for i, number := range numbers {
		if number != i+1 {
			t.Fatalf("numbers are %v", numbers)
		}
	}
	if len(numbers) != n {
		t.Errorf("%d numbers, wanted %d", len(numbers), n)
	}
}

// TestNumbersAreImported: they come with the records, those of the history count,
// and the next is higher than all of them.
func TestNumbersAreImported(t *testing.T) {
	from := shippedOffice(t)
	first, second := newBreach(t, from, "2026-01-10"), newBreach(t, from, "2026-01-11")
	file := exchange.WriteJSON(bundle(t, from), app.Registers())
	read := func(to *DB, data []byte) app.Bundle {
		t.Helper()
		known, err := to.Known(ctx)
		if err != nil {
			t.Fatal(err)
		}
		b, err := exchange.ReadJSON(data, app.Registers(), known)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	take := func(to *DB, b app.Bundle) {
		t.Helper()
		if _, err := to.Import(ctx, anna, b, false); err != nil {
			t.Fatal(err)
		}
	}

	whole := shippedOffice(t)
	take(whole, read(whole, file))
	got, err := whole.Get(ctx, breaches, second.UID())
	if err != nil || got.(*app.Breach).Number != "2/2026" {
		t.Errorf("imported as %v, %v", got, err)
	}
	if b := newBreach(t, whole, "2026-02-01"); b.Number != "3/2026" {
		t.Errorf("the next is %s", b.Number)
	}
	if again := exchange.WriteJSON(bundle(t, whole), app.Registers()); !strings.Contains(string(again), first.UID()) {
		t.Error("lost on the way")
	}

	// Records alone, into an office that has a breach of its own.
	other := shippedOffice(t)
	save(t, other, app.OfficeForm.Type(), &app.Office{Name: "Altro"})
	bare := read(other, file)
	bare.History, bare.Office = nil, ""
	unnumbered := &app.Breach{Name: "Senza numero"}
	unnumbered.Date, unnumbered.Head().UID = "2026-01-09", "00000000-0000-7000-8000-000000000001"
	bare.Records[breaches.Key] = append([]any{unnumbered}, bare.Records[breaches.Key]...)
	take(other, bare)
	if unnumbered.Number != "3/2026" {
		t.Errorf("what brings its number comes first: %s", unnumbered.Number)
	}
	twin := &app.Breach{Name: "Doppia", Number: "1/2026"}
	twin.Date = "2026-01-12"
	refused(t, other.Save(ctx, anna, breaches, twin),
		"Il numero «1/2026» è già di un’altra scheda (violazione): un numero non si dà due volte. Togliete il numero dalla scheda nuova: ne avrà uno suo.")
	twin.Number = "12"
	refused(t, other.Save(ctx, anna, breaches, twin),
		"Il numero «12» non va bene: «12 Doppia» (violazione). Un numero è fatto così: 3/2026. Senza numero, lo dà il programma.")
	twin.Number = "20/2026"
	save(t, other, breaches, twin)
	if b := newBreach(t, other, "2026-02-01"); b.Number != "21/2026" {
		t.Errorf("the next after 20 is %s", b.Number)
	}
}

// TestFutureIsRefused: neither a save nor an import takes what says it happened
// after now; nothing is half done.
func TestFutureIsRefused(t *testing.T) {
	db := shippedOffice(t)
	save(t, db, app.OfficeForm.Type(), &app.Office{Name: "Nostro"})
	now := db.now()
	b := &app.Breach{Name: "Domani"}
	b.Date, b.Aware = "2026-11-23", form.MomentOf(now.Add(time.Minute))
	refused(t, db.Save(ctx, anna, breaches, b),
		"Il campo «Momento in cui il titolare ne è venuto a conoscenza» non va bene: «Domani» (violazione). Viene dopo adesso: scrivete quando è successo davvero.")
	b.Head().UID = "00000000-0000-7000-8000-000000000002"
	_, err := db.Import(ctx, anna, app.Bundle{Records: map[string][]any{breaches.Key: {b}}}, false)
	if err == nil {
		t.Error("an import took it")
	}
	if all, err := db.All(ctx, breaches); err != nil || len(all) > 0 || b.Number != "" {
		t.Errorf("half done: %v, %v, %q", all, err, b.Number)
	}
	b.Aware, b.Head().UID = form.MomentOf(now), ""
	save(t, db, breaches, b)
}
