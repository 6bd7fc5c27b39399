package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/vault"
	"tutela/app/vault/vaulttest"
)

// sealedSample is the example office, sealed, with an attachment that holds the
// canary, and the plain copy that was made of it before.
func sealedSample(t *testing.T) (db *DB, before string) {
	t.Helper()
	db, _ = sampleOffice(t, filepath.Join(t.TempDir(), "ufficio.tutela"), true)
	if _, err := db.KeepPrint(ctx, anna, Print{Kind: "k", State: app.PrintPrinted, PDF: []byte(canary + " pdf"), Layout: []byte("pages")}); err != nil {
		t.Fatal(err)
	}
	before = copyOf(t, db)
	path, opts := db.path, db.opts
	shut(t, db)
	if err := Seal(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	db, err := Open(ctx, path, unlocked(path, opts))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, db) })
	return db, before
}

// TestCopyOfSealedOffice: made with the passphrase or without, a copy opens with
// it, is whole, and every flipped or missing byte of it is found.
func TestCopyOfSealedOffice(t *testing.T) {
	db, _ := sealedSample(t)
	path := copyOf(t, db)
	var locked bytes.Buffer
	if err := CopyLocked(db.path, &locked); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(whole, locked.Bytes()) {
		t.Errorf("%d bytes, without the passphrase %d, %v", len(whole), locked.Len(), err)
	}
	if sealed, err := CopySealed(path); err != nil || !sealed {
		t.Error(sealed, err)
	}
	report, err := VerifyCopy(ctx, path, vaulttest.Phrase, Options{})
	if err != nil || !report.OK() || report.Name == "" || report.Records() == 0 {
		t.Errorf("%+v, %v", report, err)
	}
	for _, wrong := range []string{"", "una frase che non apre niente"} {
		if _, err := VerifyCopy(ctx, path, wrong, Options{}); !errors.Is(err, vault.ErrPassphrase) {
			t.Errorf("with %q: %v", wrong, err)
		}
	}
	step := len(whole) / 25
	places := []int{len(whole) - 1, len(whole) - 20, len(whole) - 45, len(whole) - sumSize - 1, len(whole) - sumSize - frameHead}
	for at := 0; at < len(whole); at += step {
		places = append(places, at)
	}
	bad := filepath.Join(t.TempDir(), "b.copia")
	for _, at := range places {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 4
		for name, data := range map[string][]byte{"flipped": flipped, "cut": whole[:at]} {
			write(t, bad, data)
			if _, err := VerifyCopy(ctx, bad, vaulttest.Phrase, Options{}); err == nil {
				t.Errorf("%s at byte %d of %d: nothing says so", name, at, len(whole))
			}
		}
	}
}

// TestRestoreOverSealedOffice: what is restored over a sealed office is sealed
// under the same passphrase, be the copy of before it was sealed or of after; so is
// the copy of a sealed one where there is nothing. No byte of it is on the disk
// plain meanwhile, and a locked office is not replaced.
func TestRestoreOverSealedOffice(t *testing.T) {
	db, before := sealedSample(t)
	after := copyOf(t, db)
	papers, err := db.Prints(ctx)
	if err != nil || len(papers) == 0 {
		t.Fatal(len(papers), err)
	}
	given := &app.Breach{} // its number is not to be given again
	given.Date = "2026-05-01"
	save(t, db, breaches, given)
	opts, path := db.opts, db.path
	shut(t, db)
	locked := opts
	locked.Identity = nil
	if _, err := RestoreCopy(ctx, anna, after, vaulttest.Phrase, path, locked); !errors.Is(err, ErrLocked) {
		t.Fatalf("over a locked one: %v", err)
	}
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = RestoreCopy(ctx, anna, after, vaulttest.Phrase, path, opts)
	refused(t, err, "L’ufficio «ufficio.tutela» è già aperto in un’altra finestra. Usate quella finestra, oppure chiudetela e riprovate.")
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	nowhere := filepath.Join(t.TempDir(), "nuovo.tutela")
	for _, c := range []struct{ copied, to string }{{before, path}, {after, path}, {after, nowhere}} {
		r, err := RestoreCopy(ctx, anna, c.copied, vaulttest.Phrase, c.to, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range r.Warnings {
			if !strings.HasPrefix(w, "Le modifiche fatte dopo la copia stanno solo nel file di prima") {
				t.Error(w)
			}
		}
		if is, err := Sealed(c.to); err != nil || !is {
			t.Fatalf("%s: sealed is %v, %v", c.to, is, err)
		}
		again, err := Open(ctx, c.to, unlocked(c.to, opts))
		if err != nil {
			t.Fatal(err)
		}
		if pdf, err := again.PrintPDF(ctx, papers[0].UID); err != nil || string(pdf) != canary+" pdf" {
			t.Errorf("the paper is %q, %v", pdf, err)
		}
		if c.to == path {
			next := &app.Breach{}
			next.Date = "2026-05-01"
			if save(t, again, breaches, next); next.Number == given.Number {
				t.Errorf("number %s is given again", next.Number)
			}
		}
		report, err1 := again.VerifyChain(ctx)
		faults, err2 := again.VerifyRecords(ctx)
		if err := errors.Join(err1, err2, again.Check(ctx)); err != nil || !report.OK() || len(faults) > 0 {
			t.Error(report, faults, err)
		}
		shut(t, again)
		if found := holders(t, filepath.Dir(c.to)); len(found) > 0 {
			t.Errorf("to be read in %q", found)
		}
	}
}

// TestNobodyWaitsForASlowCopy: while a copy is being written, on a stick that takes
// its time, the window goes on saving; the copy is of the moment it began.
func TestNobodyWaitsForASlowCopy(t *testing.T) {
	db, _ := sealedSample(t)
	changes := func(db *DB) int64 {
		t.Helper()
		report, err := db.VerifyChain(ctx)
		if err != nil || !report.OK() {
			t.Fatal(report, err)
		}
		return report.Rows
	}
	before, saved := changes(db), 0
	db.opts.through = func(w io.Writer) io.Writer {
		return writerFunc(func(p []byte) (int, error) {
			if saved++; saved < 5 {
				within, cancel := context.WithTimeout(ctx, 10*time.Second)
				defer cancel()
				if err := db.Save(within, anna, app.SupplierForm.Type(), &app.Supplier{Name: "Durante la copia"}); err != nil {
					t.Error(err)
				}
			}
			return w.Write(p)
		})
	}
	var told int64
	path := filepath.Join(t.TempDir(), "a.copia")
	c, err := db.CopyTo(ctx, path, func(done, total int64) { told = total - done })
	if err != nil || told != 0 || c.Changes != before || saved < 5 {
		t.Errorf("%+v, %d left, %d writes, %v", c, told, saved, err)
	}
	report, err := VerifyCopy(ctx, path, vaulttest.Phrase, Options{})
	if err != nil || !report.OK() || report.Changes != before {
		t.Errorf("the copy has %d changes, not %d: %v, %v", report.Changes, before, report.Faults, err)
	}
	if now := changes(db); now != before+4 {
		t.Errorf("the office has %d changes, not %d", now, before+4)
	}
}

// A copy that is called off while it is written leaves nothing, however little of it
// was still to come.
func TestCopyCalledOff(t *testing.T) {
	plain, _ := sampleOffice(t, here(t), false)
	sealed, _ := sealedSample(t)
	for name, db := range map[string]*DB{"plain": plain, "sealed": sealed} {
		off, cancel := context.WithCancel(ctx)
		path := filepath.Join(t.TempDir(), "a.copia")
		_, err := db.CopyTo(off, path, func(done, total int64) { cancel() })
		if !errors.Is(err, context.Canceled) || len(beside(t, path)) > 0 {
			t.Errorf("%s: %v, and %q", name, err, beside(t, path))
		}
		cancel()
	}
}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestSealedCopyWriterFails: an error injected at the writer leaves the copy of
// before, and nothing beside it, and the office goes on.
func TestSealedCopyWriterFails(t *testing.T) {
	db, _ := sealedSample(t)
	path := copyOf(t, db)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{0, 100, 1 << 20, len(before) - 1} {
		pulled(t, db, path, before, after)
	}
	db.opts.through = nil
	save(t, db, app.PersonForm.Type(), &app.Person{Surname: "Dopo il guasto"})
	if _, err := db.CopyTo(ctx, path, nil); err != nil {
		t.Error(err)
	}
	intact(t, db)
}
