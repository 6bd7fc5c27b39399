package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
	"tutela/app/vault/vaulttest"
)

// filledSealed is a closed sealed office of some records, an attachment and a
// paper.
func filledSealed(t testing.TB) (path string, opts Options) {
	t.Helper()
	db := sealedOffice(t, options(t))
	sha, err := db.PutBlob(ctx, "text/plain", []byte("allegato"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, db, things, &thing{Name: "Scala", Papers: []form.File{{Name: "a.txt", SHA256: sha, Size: 8}}})
	newKeeper(t, db, "Anna")
	if _, err := db.KeepPrint(ctx, anna, Print{Kind: "k", State: app.PrintPrinted, PDF: []byte("pdf"), Layout: []byte("pages")}); err != nil {
		t.Fatal(err)
	}
	newKeeper(t, db, "Bruno")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return db.path, db.opts
}

// TestSealedRefuses: what is no sealed office, or not for this passphrase, is
// told apart in words before anything is written.
func TestSealedRefuses(t *testing.T) {
	path, opts := filledSealed(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, stranger, err := vault.NewKeys(vaulttest.Phrase)
	if err != nil {
		t.Fatal(err)
	}
	foreign, locked := opts, opts
	foreign.Identity, locked.Identity = stranger, nil
	change := func(at int, b byte) []byte {
		out := bytes.Clone(whole)
		out[at] = b
		return out
	}
	const isDamaged = "Il file «u.tutela» è danneggiato: non è stato cambiato. Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza."
	for name, c := range map[string]struct {
		data     []byte
		opts     Options
		sentence string
		cause    error
	}{
		"no passphrase": {whole, locked, "L’ufficio «u.tutela» è chiuso con la frase segreta. Scrivete la frase segreta per aprirlo.", ErrLocked},
		"other keys":    {whole, foreign, "", vault.ErrForeign},
		"newer":         {change(16, 9), opts, "Il file «u.tutela» è in un formato più recente di quello che questo programma conosce. Installate l’ultima versione di Tutela e riprovate; il file non è stato toccato.", nil},
		"head changed":  {change(60, whole[60]^1), opts, isDamaged, nil},
		"head cut":      {whole[:100], opts, isDamaged, nil},
		"nothing else":  {whole[:700], opts, isDamaged, nil},
		"no office":     {[]byte(strings.Repeat("altro ", 100)), opts, "Il file «u.tutela» non è il file di un ufficio, oppure è danneggiato. Scegliete un altro file, oppure ripristinate l’ultima copia di sicurezza.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "u.tutela")
			write(t, path, c.data)
			_, err := Open(ctx, path, c.opts)
			if c.sentence != "" {
				refused(t, err, c.sentence)
			}
			if c.cause != nil && !errors.Is(err, c.cause) {
				t.Errorf("caused by %v", err)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(after, c.data) {
				t.Error("the file was changed")
			}
		})
	}
	if is, err := Sealed(path); err != nil || !is {
		t.Error(is, err)
	}
	if is, err := Sealed(office(t, Options{Registers: opts.Registers, Migrations: opts.Migrations})); err != nil || is != sealedKind() {
		t.Error(is, err)
	}
	_, err = Sealed(filepath.Join(filepath.Dir(path), "manca.tutela"))
	if err == nil {
		t.Error("a file that is not there is of some kind")
	}
}

// TestSealedFlippedByte: of a closed office every byte counts. One that is
// changed is refused, or was in the mark of the end and cost nothing; in the
// bytes of an attachment it is found when they are asked for.
func TestSealedFlippedByte(t *testing.T) {
	path, opts := filledSealed(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	step := len(whole) / 400
	if testing.Short() {
		step = len(whole) / 60
	}
	places := []int{len(whole) - 1, len(whole) - 40, len(whole) - 100}
	for at := 0; at < len(whole); at += step {
		places = append(places, at)
	}
	refusals := 0
	for _, at := range places {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 0x10
		bad := filepath.Join(t.TempDir(), "u.tutela")
		write(t, bad, flipped)
		db, err := Open(ctx, bad, opts)
		if err != nil {
			refusals++
			continue
		}
		if all, err := db.All(ctx, keepers); err != nil || len(all) != 2 {
			t.Errorf("byte %d of %d: %d keepers, %v", at, len(whole), len(all), err)
		}
		if err := db.Check(ctx); err != nil {
			refusals++
		} else if at < len(whole)-sealedEndSize {
			t.Errorf("byte %d of %d was changed, and nothing says so", at, len(whole))
		}
		_ = db.Close()
	}
	if refusals < len(places)-3 {
		t.Errorf("%d of %d refused", refusals, len(places))
	}
}

// sealedEndSize is the length of the frame that Close writes.
const sealedEndSize = frameHead + vault.BoxOverhead + pageSetHead

// TestSealedTornEnd: cut anywhere, as a pulled plug leaves it, the file opens
// with the commits before the cut, and what is then saved is kept.
func TestSealedTornEnd(t *testing.T) {
	db := sealedOffice(t, options(t))
	var ends []int64
	for i := range 6 {
		newKeeper(t, db, fmt.Sprint("n", i))
		ends = append(ends, db.sealed.log.durable.at)
	}
	whole, err := os.ReadFile(db.path)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	for i, end := range ends {
		for _, cut := range []int64{end, end + 1, end + frameHead, end + frameHead + 100, end + 5000} {
			if cut > int64(len(whole)) || i+1 < len(ends) && cut >= ends[i+1] {
				continue
			}
			for _, tail := range []string{"", strings.Repeat("\x00", 3000), string(whole[100:4000])} {
				path := filepath.Join(t.TempDir(), "u.tutela")
				write(t, path, append(whole[:cut:cut], tail...))
				db, err := Open(ctx, path, db.opts)
				if err != nil {
					t.Fatalf("cut %d behind commit %d: %v", cut-end, i, err)
				}
				all, err := db.All(ctx, keepers)
				if err != nil || len(all) != i+1 {
					t.Errorf("cut %d behind commit %d: %d records, %v", cut-end, i, len(all), err)
				}
				newKeeper(t, db, "dopo")
				db = reopen(t, db)
				if all, err := db.All(ctx, keepers); err != nil || len(all) != i+2 {
					t.Errorf("after a save: %d records, %v", len(all), err)
				}
				shut(t, db)
			}
		}
	}
}

// TestFramesKeepTheirPlace: frames left out, changed over, or brought from
// another file do not open.
func TestFramesKeepTheirPlace(t *testing.T) {
	path, opts := filledSealed(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	head, err := readSealedHead(path, f)
	if err != nil {
		t.Fatal(err)
	}
	l := &sealedLog{f: f, head: head}
	var frames [][]byte
	for at := head.size; at < int64(len(whole)); {
		fr, ok, err := l.frameAt(at)
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		frames, at = append(frames, whole[at:fr.end()]), fr.end()
	}
	if len(frames) < 8 {
		t.Fatalf("%d frames", len(frames))
	}
	n := len(frames)
	for name, list := range map[string][][]byte{
		"left out":     slices.Concat(frames[:n-4], frames[n-3:]),
		"changed over": slices.Concat(frames[:n-4], [][]byte{frames[n-3], frames[n-4]}, frames[n-2:]),
		"twice":        slices.Concat(frames[:n-3], frames[n-4:]),
	} {
		bad := filepath.Join(t.TempDir(), "u.tutela")
		write(t, bad, append(bytes.Clone(whole[:head.size]), bytes.Join(list, nil)...))
		if db, err := Open(ctx, bad, opts); err == nil {
			shut(t, db)
			t.Errorf("%s: it opens", name)
		}
	}
}

// TestUnlockSlowsDown: after wrong passphrases there is a wait, which
// is gone after the right one.
func TestUnlockSlowsDown(t *testing.T) {
	db := sealedOffice(t, options(t))
	shut(t, db)
	for range 2 {
		if _, err := Unlock(ctx, db.path, "la frase sbagliata di oggi"); !errors.Is(err, vault.ErrPassphrase) {
			t.Fatal(err)
		}
	}
	began := time.Now()
	id, err := Unlock(ctx, db.path, vaulttest.Phrase)
	if err != nil || time.Since(began) < time.Second {
		t.Fatalf("after %v: %v", time.Since(began), err)
	}
	if tries.wrong[db.path] != 0 {
		t.Error("the right one is not forgiven")
	}
	if id.Public() != db.sealed.keys.Public {
		t.Error("another identity")
	}
	if names := beside(t, db.path); len(names) != 1 {
		t.Errorf("written down: %q", names)
	}
}

// TestSealAndUnseal: nothing of an office is lost on the way there and back, and
// nothing is left beside it.
func TestSealAndUnseal(t *testing.T) {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "ufficio.tutela")
	opts := Options{Now: func() time.Time { return at }}
	db, err := Create(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	if err := app.Sample(func(typ *form.Type, rec form.Record) error { return db.Save(ctx, anna, typ, rec) }); err != nil {
		t.Fatal(err)
	}
	if err := db.SaveDraft(ctx, Draft{Key: "k", Register: "person", Body: []byte(`{"x":1}`)}); err != nil {
		t.Fatal(err)
	}
	if err := db.SetSetting(ctx, "colore", "blu"); err != nil {
		t.Fatal(err)
	}
	if _, err := db.KeepPrint(ctx, anna, Print{Kind: "k", State: app.PrintPrinted, PDF: []byte("pdf"), Layout: []byte("pages")}); err != nil {
		t.Fatal(err)
	}
	tell := func(db *DB) string {
		t.Helper()
		b, err1 := db.Bundle(ctx)
		drafts, err2 := db.Drafts(ctx)
		colour, err3 := db.Setting(ctx, "colore")
		hits, err4 := db.Search(ctx, "videosorv", 10)
		chain, err5 := db.VerifyChain(ctx)
		faults, err6 := db.VerifyRecords(ctx)
		if err := errors.Join(err1, err2, err3, err4, err5, err6, db.Check(ctx)); err != nil {
			t.Fatal(err)
		}
		var records []string
		for _, p := range db.plans {
			for _, rec := range b.Records[p.typ.Key] {
				records = append(records, string(p.typ.EncodeWhole(rec)))
			}
		}
		return fmt.Sprint(records, b.Office, b.Files, b.Prints, len(b.History), drafts, colour, hits, chain, faults)
	}
	shut(t, db)
	plain, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	keys, id := testKeys()
	refused(t, Seal(ctx, path, opts), "L’ufficio non ha ancora una frase segreta. Sceglietela, poi chiudete l’ufficio con quella.")
	if db, err = Open(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	if err := db.SetKeys(ctx, anna, keys); err != nil {
		t.Fatal(err)
	}
	before := tell(db)
	shut(t, db)
	if err := Seal(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	refused(t, Seal(ctx, path, opts), "L’ufficio «ufficio.tutela» è già chiuso con una frase segreta. Per cambiarla, apritelo e scegliete «Cambia la frase segreta».")
	opts.Identity = id
	if db, err = Open(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	if got := tell(db); got != before {
		t.Errorf("sealed it is\n%.2000s\nwas\n%.2000s", got, before)
	}
	newKeys, newID, err := vault.NewKeys("cinque topi sotto il letto di ferro")
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SetKeys(ctx, anna, newKeys); err != nil {
		t.Fatal(err)
	}
	before = tell(db) // the change of passphrase stands in the trail
	refused(t, db.SetKeys(ctx, anna, vault.Keys{}), "L’ufficio è chiuso con la frase segreta: senza, non resterebbe chiuso. Prima riaprite il file a tutti, poi togliete la frase segreta.")
	if got := tell(db); got != before {
		t.Errorf("under other keys it is\n%.2000s", got)
	}
	if err := db.SetSetting(ctx, "colore", "blu"); err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	if _, err := Open(ctx, path, opts); !errors.Is(err, vault.ErrForeign) {
		t.Errorf("with the old keys: %v", err)
	}
	opts.Identity = newID
	if err := Unseal(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	if again, err := os.ReadFile(path); err != nil || string(again[:16]) != string(plain[:16]) {
		t.Errorf("unsealed it begins with %q, %v", again[:16], err)
	}
	opts.Identity = nil
	if db, err = Open(ctx, path, opts); err != nil {
		t.Fatal(err)
	}
	if got := tell(db); got != before {
		t.Errorf("unsealed it is\n%.2000s\nwas\n%.2000s", got, before)
	}
	shut(t, db)
	if names := beside(t, path); !slices.Equal(names, []string{"ufficio.tutela"}) {
		t.Errorf("left beside: %q", names)
	}
}

// TestSealKilled: whatever a Seal that was killed left beside the office is
// overwritten and removed at the next start, and never the office.
func TestSealKilled(t *testing.T) {
	path, opts := filledSealed(t)
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	opts.Lock = lock
	left := path + plainTail
	write(t, left, []byte(canary))
	kept := filepath.Join(filepath.Dir(path), "altro-nome") // the same bytes of the disk
	if err := os.Link(left, kept); err != nil {
		t.Fatal(err)
	}
	db, err := Open(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Error("it is still there")
	}
	if data, err := os.ReadFile(kept); err != nil || bytes.Contains(data, []byte(canary)) {
		t.Errorf("not overwritten: %q, %v", data, err)
	}
	if err := os.Link(path, left); err != nil { // killed before the sealed one took the place
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	if err := wipeLeft(path); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Error("the office itself was overwritten")
	}
}

const canary = "canarinogiallo"
