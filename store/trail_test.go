package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tutela/app"
)

// TestTrail chooses changes by person, register, record, name, day in Rome and
// value of the chain, the newest first.
func TestTrail(t *testing.T) {
	c := newClock()
	c.at = time.Date(2026, 3, 28, 22, 59, 59, 0, time.UTC) // 28 March 23:59:59 in Rome
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	bruno := By{Who: "Bruno Neri"}
	k := newKeeper(t, db, "Ferri Elèna") // 1
	c.step(time.Second)                  // midnight: clocks go forward on this day
	rec := &thing{Name: "Armadio"}
	save(t, db, things, rec) // 2
	c.at = time.Date(2026, 3, 29, 21, 59, 59, 0, time.UTC)
	k.Name = "Ferri Elèna Maria"
	if err := db.Save(ctx, bruno, keepers, k); err != nil { // 3
		t.Fatal(err)
	}
	c.step(time.Second)                                                                                                             // midnight again, after a day of 23 hours
	p, err := db.KeepPrint(ctx, anna, Print{Kind: "k", Title: "Lettera: Ferri Elena", State: app.PrintPrinted, PDF: []byte("pdf")}) // 4
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Delete(ctx, anna, keepers, k.UID()); err != nil { // 5
		t.Fatal(err)
	}
	all, err := db.TrailRows(ctx, []int64{5, 4, 3, 2, 1})
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		q    app.TrailQuery
		want string
	}{
		"all":                  {app.TrailQuery{}, "[5 4 3 2 1]"},
		"who":                  {app.TrailQuery{Who: "Bruno Neri"}, "[3]"},
		"nobody of this name":  {app.TrailQuery{Who: "Bruno"}, "[]"},
		"register":             {app.TrailQuery{Register: "keeper"}, "[5 3 1]"},
		"papers":               {app.TrailQuery{Register: app.PrintRegister, UID: p.UID}, "[4]"},
		"record":               {app.TrailQuery{Register: "thing", UID: rec.UID()}, "[2]"},
		"name, gone and paper": {app.TrailQuery{Text: "elena FERRI"}, "[5 4 3 1]"},
		"name of what is here": {app.TrailQuery{Text: "arm"}, "[2]"},
		"no such name":         {app.TrailQuery{Text: "Ferri Ugo"}, "[]"},
		"the day before":       {app.TrailQuery{To: "2026-03-28"}, "[1]"},
		"the day":              {app.TrailQuery{From: "2026-03-29", To: "2026-03-29"}, "[3 2]"},
		"the day after":        {app.TrailQuery{From: "2026-03-30"}, "[5 4]"},
		"value of the chain":   {app.TrailQuery{Text: " " + strings.ToUpper(all[1].Hash[:8]) + " " + all[1].Hash[8:16]}, "[4]"},
		"no value":             {app.TrailQuery{Text: "0123456789"}, "[]"},
		"together":             {app.TrailQuery{Who: anna.Who, Register: "keeper", To: "2026-03-29"}, "[1]"},
	} {
		seqs, err := db.Trail(ctx, x.q)
		if got := fmt.Sprint(seqs); err != nil || got != x.want {
			t.Errorf("%s: %s, want %s (%v)", name, got, x.want, err)
		}
	}
	titles := ""
	for _, r := range all {
		titles += fmt.Sprintln(r.Seq, r.Action, r.Title, r.There, len(r.Payload))
	}
	if want := "5 delete Ferri Elèna Maria false 0\n4 print Lettera: Ferri Elena true 0\n3 update Ferri Elèna Maria false 0\n2 create Armadio true 0\n1 create Ferri Elèna Maria false 0\n"; titles != want {
		t.Errorf("rows:\n%s\nwant:\n%s", titles, want)
	}
	change, before, err := db.ChangeAt(ctx, 3)
	if err != nil || change.Who != "Bruno Neri" || before.Seq != 1 || len(before.Payload) == 0 {
		t.Error(change, before, err)
	}
	if _, before, err = db.ChangeAt(ctx, 2); err != nil || before.Seq != 0 {
		t.Error(before, err)
	}
	_, _, err = db.ChangeAt(ctx, 6)
	refused(t, err, "Questa modifica non c’è nella storia dell’ufficio.")
	who, registers, err := db.TrailParts(ctx)
	if err != nil || fmt.Sprint(who) != "[Anna Verdi Bruno Neri]" || len(registers) != 3 {
		t.Error(who, registers, err)
	}
}

// BenchmarkTrail is a page of the trail of an office with 50,000 changes: which
// there are, by name, and what the first sixty say.
func BenchmarkTrail(b *testing.B) {
	db := made(b, options(b))
	k := newKeeper(b, db, "Ferri Elena")
	err := db.Write(ctx, anna, func(tx *Tx) error {
		for i := range 50_000 {
			if err := tx.append("update", "keeper", k.UID(), fmt.Appendf(nil, `{"name":"Ferri Elena %d","note":"%0500d"}`, i, i), nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for _, text := range []string{"", "ferri"} {
		b.Run("text "+text, func(b *testing.B) {
			for b.Loop() {
				if seqs, err := db.Trail(ctx, app.TrailQuery{Text: text}); err != nil || len(seqs) != 50_001 {
					b.Fatal(len(seqs), err)
				}
			}
		})
	}
	seqs, _ := db.Trail(ctx, app.TrailQuery{})
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.TrailRows(ctx, seqs[100:160]); err != nil {
				b.Fatal(err)
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
}
