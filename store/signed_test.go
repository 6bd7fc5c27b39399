package store

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"tutela/app"
)

// signable keeps a letter with two lines to sign on.
func signable(t *testing.T, db *DB, c *clock, state string) Print {
	t.Helper()
	c.step(time.Minute)
	p, err := db.KeepPrint(ctx, anna, Print{
		Kind: "letter", Title: "Lettera", Register: "thing", Subject: "a", State: state, PDF: fmt.Appendf(nil, "%%PDF %v", c.at),
		Signers: []app.PrintSigner{{Role: "Il titolare", Name: "Marta Bianchi"}, {Role: "La persona nominata"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func scan(p Print, text string, lines ...int) app.SignedForm {
	return app.SignedForm{Print: p.UID, How: app.SignedOnPaper, Name: text + ".png", MIME: "image/png", Day: "2026-11-20", Lines: lines, Data: []byte(text)}
}

// printOf reads a kept paper anew.
func printOf(t *testing.T, db *DB, uid string) Print {
	t.Helper()
	list, err := db.Prints(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		if p.UID == uid {
			return p
		}
	}
	t.Fatal("no paper ", uid)
	return Print{}
}

func TestSignPrint(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	sign := func(g app.SignedForm) app.SignedForm {
		t.Helper()
		c.step(time.Minute)
		out, err := db.SignPrint(ctx, anna, g)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	draft := signable(t, db, c, app.PrintDraft)
	_, err := db.SignPrint(ctx, anna, scan(draft, "uno", 0))
	refused(t, err, "Una bozza non si firma: manca qualcosa. Completate la scheda e stampate di nuovo il documento.")
	one := signable(t, db, c, app.PrintPrinted)
	_, err = db.SignPrint(ctx, anna, scan(one, "uno"))
	refused(t, err, "Non è detto chi ha firmato. Segnate almeno una delle firme.")
	if _, err := db.SignPrint(ctx, anna, scan(one, "uno", 2)); err == nil {
		t.Error("signed on a line that there is not")
	}
	first := sign(scan(one, "uno", 0))
	if p := printOf(t, db, one.UID); p.State != app.PrintPrinted || !p.ToSign() || len(p.Signed) != 1 || p.Signed[0].Who != "Anna Verdi" || p.Signers[0].Signed != first.UID || p.Signers[1].Signed != "" {
		t.Errorf("half signed: %+v", p)
	}
	_, err = db.SignPrint(ctx, anna, scan(one, "uno", 1))
	refused(t, err, "Questo file è già fra le copie firmate del documento.")
	second := sign(scan(one, "due", 1))
	if p := printOf(t, db, one.UID); p.State != app.PrintSigned || p.ToSign() {
		t.Errorf("signed: %+v", p)
	}

	// A new print leaves the signed one in force until it is signed itself.
	two := signable(t, db, c, app.PrintPrinted)
	if p := printOf(t, db, one.UID); p.State != app.PrintSigned {
		t.Errorf("printed anew, the signed one is %s", p.State)
	}
	sign(scan(two, "tre", 0, 1))
	if p, q := printOf(t, db, one.UID), printOf(t, db, two.UID); p.State != app.PrintSuperseded || q.State != app.PrintSigned {
		t.Errorf("the older is %s, the newer %s", p.State, q.State)
	}

	// What was put there by mistake goes, and the trail tells.
	last := printOf(t, db, two.UID).Signed[0]
	if err := db.UnsignPrint(ctx, anna, two.UID, last.UID); err != nil {
		t.Fatal(err)
	}
	if p := printOf(t, db, two.UID); p.State != app.PrintPrinted || len(p.Signed) != 0 || len(p.Unsigned()) != 2 {
		t.Errorf("taken away: %+v", p)
	}
	refused(t, db.UnsignPrint(ctx, anna, two.UID, last.UID), "Questa copia firmata non c’è più.")
	history, err := db.History(ctx, app.PrintRegister, two.UID)
	if err != nil || len(history) != 3 || history[1].Action != ActionSign || history[2].Action != ActionUnsign || !strings.Contains(string(history[1].Payload), last.SHA256) {
		t.Errorf("%+v, %v", history, err)
	}
	if touched, err := db.Touched(ctx, time.Time{}); err != nil || len(touched) != 0 {
		t.Errorf("signing changed %+v, %v", touched, err)
	}

	opts = db.opts
	shut(t, db)
	if opts.Lock, err = LockOffice(db.path); err != nil { // only who has the office to himself clears up
		t.Fatal(err)
	}
	defer opts.Lock.Unlock()
	if db, err = Open(ctx, db.path, opts); err != nil {
		t.Fatal(err)
	}
	db = reopen(t, db)
	if data, _, err := db.Blob(ctx, second.SHA256); err != nil || !bytes.Equal(data, []byte("due")) {
		t.Errorf("the scan is gone: %v", err)
	}
	if _, _, err := db.Blob(ctx, last.SHA256); err == nil {
		t.Error("what was taken away is still there")
	}

	// All of it goes from office to office.
	b, err := db.Bundle(ctx)
	if err != nil {
		t.Fatal(err)
	}
	other := made(t, options(t))
	if _, err := other.Import(ctx, anna, b, false); err != nil {
		t.Fatal(err)
	}
	want, got := printOf(t, db, one.UID), printOf(t, other, one.UID)
	if fmt.Sprintf("%+v", want) != fmt.Sprintf("%+v", got) {
		t.Errorf("imported as\n%+v\nnot\n%+v", got, want)
	}
}
