package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// spoilt is the example office with an attachment and a paper, closed: its file, what
// opens it, and what is in it.
func spoilt(t *testing.T, sealed bool) (data []byte, opts Options, b app.Bundle) {
	t.Helper()
	var db *DB
	if sealed {
		db, _ = sealedSample(t)
	} else {
		db, _ = sampleOffice(t, here(t), false)
		if _, err := db.KeepPrint(ctx, anna, Print{Kind: "k", State: app.PrintPrinted, PDF: []byte("pdf"), Layout: []byte("pages")}); err != nil {
			t.Fatal(err)
		}
	}
	sha, err := db.PutBlob(ctx, "text/plain", bytes.Repeat([]byte("allegato "), 9000))
	if err != nil {
		t.Fatal(err)
	}
	save(t, db, app.SupplierForm.Type(), &app.Supplier{Name: "Con allegato", ContractFiles: []form.File{{Name: "contratto.txt", MIME: "text/plain", SHA256: sha, Size: 81000}}})
	if b, err = db.Bundle(ctx); err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	if data, err = os.ReadFile(db.path); err != nil {
		t.Fatal(err)
	}
	return data, db.opts, b
}

// salvaged reads a damaged file, which must stay as it is, and takes what was read
// into a new office. It gives how many records were lost.
func salvaged(t *testing.T, data []byte, opts Options, b app.Bundle) (r Salvaged, lost int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.tutela")
	write(t, path, data)
	old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	r, err := Salvage(ctx, path, opts)
	untouchedFile(t, path, data, old)
	if err != nil {
		var no *app.Refusal
		if !errors.As(err, &no) {
			t.Fatal(err)
		}
		return r, -1
	}
	tookOut := slices.ContainsFunc(r.Missing, func(s string) bool {
		return strings.HasPrefix(s, "Rimandi") || strings.HasPrefix(s, "L’allegato")
	})
	for _, reg := range opts.Registers {
		was := map[string]string{}
		for _, rec := range b.Records[reg.Key] {
			was[headOf(rec).UID] = string(reg.Encode(rec))
		}
		for _, rec := range r.Records[reg.Key] {
			uid := headOf(rec).UID
			if is := string(reg.Encode(rec)); is != was[uid] && !tookOut {
				t.Errorf("%s is\n%s, was\n%s", reg.Key, is, was[uid])
			}
			delete(was, uid)
		}
		lost += len(was)
	}
	if lost > 0 && !slices.ContainsFunc(r.Missing, func(s string) bool { return strings.Contains(s, "sched") || strings.Contains(s, "dopo") }) {
		t.Errorf("%d records are missing, and said is %q", lost, r.Missing)
	}
	fresh := shippedOffice(t)
	if _, err := fresh.Import(ctx, anna, r.Bundle, false); err != nil {
		t.Errorf("cannot be taken over: %v", err)
	}
	return r, lost
}

func TestSalvageOfAWholeFile(t *testing.T) {
	for _, sealed := range []bool{false, true} {
		data, opts, b := spoilt(t, sealed)
		r, lost := salvaged(t, data, opts, b)
		if lost != 0 || len(r.Missing) > 0 || len(r.History) != len(b.History) || len(r.Prints) != len(b.Prints) || len(r.Files) != len(b.Files) {
			t.Errorf("%d lost, said %q", lost, r.Missing)
		}
	}
}

// TestSalvage: whichever page is garbage, what is given is as it was, whatever is
// missing is said, and most is there, for the trail holds every record once more.
func TestSalvage(t *testing.T) {
	data, opts, b := spoilt(t, false)
	all := 0
	for _, recs := range b.Records {
		all += len(recs)
	}
	pages := len(data) / 4096
	r := rand.New(rand.NewPCG(9, 2))
	tries := 12
	if testing.Short() {
		tries = 3
	}
	nothing := 0
	for range tries {
		bad := bytes.Clone(data)
		at := (1 + r.IntN(pages-1)) * 4096
		copy(bad[at:], bytes.Repeat([]byte{0xA5}, 4096))
		got, lost := salvaged(t, bad, opts, b)
		switch {
		case lost < 0:
			nothing++
		case lost > all/10:
			t.Errorf("page %d: %d of %d lost: %q", at/4096, lost, all, got.Missing)
		case len(got.Missing) > 0 && len(got.History) > 0:
			t.Errorf("page %d: a trail that is not whole was given", at/4096)
		}
	}
	if nothing > tries/5 {
		t.Errorf("%d of %d times nothing was read", nothing, tries)
	}
	short, lost := salvaged(t, data[:len(data)-10000], opts, b)
	if lost < 0 || lost > all/10 || !slices.Contains(short.Missing, "Manca la fine del file.") {
		t.Errorf("cut short: %d lost, said %q", lost, short.Missing)
	}
	for name, bad := range map[string][]byte{
		"zeroes": make([]byte, len(data)), "empty": {}, "text": bytes.Repeat([]byte("testo "), 2000),
		"no schema": append(bytes.Clone(data[:100]), make([]byte, 8000)...),
	} {
		path := filepath.Join(t.TempDir(), "x.tutela")
		write(t, path, bad)
		_, err := Salvage(ctx, path, opts)
		if err == nil {
			t.Fatalf("%s was read", name)
		}
		refused(t, err, "Del file «x.tutela» non si legge niente. Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza.")
	}
}

// TestSalvageSealed: of a sealed office is read what was saved before the damage.
func TestSalvageSealed(t *testing.T) {
	data, opts, b := spoilt(t, true)
	locked := opts
	locked.Identity = nil
	if _, lost := salvaged(t, data, locked, b); lost >= 0 {
		t.Error("a locked office was read")
	}
	bad := bytes.Clone(data)
	bad[len(bad)-sealedEndSize-200] ^= 1 // in its last save
	r, lost := salvaged(t, bad, opts, b)
	if want := "Da un certo punto in poi il file è rovinato: ciò che è stato salvato dopo non si legge."; lost != 1 || len(r.Missing) == 0 || r.Missing[0] != want {
		t.Errorf("%d lost, said %q", lost, r.Missing)
	}
	bad = bytes.Clone(data)
	bad[len(bad)/8] ^= 1 // in the first
	if _, lost := salvaged(t, bad, opts, b); lost >= 0 {
		t.Errorf("%d lost", lost)
	}
}
