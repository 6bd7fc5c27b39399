package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tutela/app/form"
)

// faulty is a file whose next writing or syncing fails: an injected error stands
// for a stick that is pulled and a disk that is full.
type faulty struct {
	logFile
	left     int   // bytes that still go through; -1: all
	syncs    int   // syncs that still succeed; -1: all
	truncate error // of every cut
	err      error
}

func (f *faulty) WriteAt(p []byte, at int64) (int, error) {
	if f.left < 0 || len(p) <= f.left {
		if f.left > 0 {
			f.left -= len(p)
		}
		return f.logFile.WriteAt(p, at)
	}
	n, _ := f.logFile.WriteAt(p[:f.left], at)
	f.left = 0
	return n, f.err
}

func (f *faulty) Sync() error {
	if f.syncs == 0 {
		return f.err
	}
	if f.syncs > 0 {
		f.syncs--
	}
	return f.logFile.Sync()
}

func (f *faulty) Truncate(size int64) error {
	if f.truncate != nil {
		return f.truncate
	}
	return f.logFile.Truncate(size)
}

// TestSealedWriteFails: whatever fails in a commit, the user reads the words of a
// plain office, memory is what the disk is, and the same handle saves again once
// the disk is well.
func TestSealedWriteFails(t *testing.T) {
	const full = "Il disco è pieno: l’ultima modifica non è stata salvata. Liberate spazio e riprovate."
	const broken = "Il disco non accetta la scrittura: è pieno, guasto o scollegato. L’ultima modifica non è stata salvata. Liberate spazio o ricollegate il disco e riprovate."
	for name, c := range map[string]struct {
		fault    faulty
		sentence string
	}{
		"full at once":       {faulty{left: 0, syncs: -1, err: syscall.ENOSPC}, full},
		"full in the middle": {faulty{left: 2000, syncs: -1, err: syscall.ENOSPC}, full},
		"stick pulled":       {faulty{left: 2000, syncs: -1, err: syscall.EIO, truncate: syscall.EIO}, broken},
		"not synced":         {faulty{left: -1, syncs: 0, err: syscall.EIO}, broken},
		"end not synced":     {faulty{left: -1, syncs: 1, err: syscall.EIO}, broken},
		"nor taken back":     {faulty{left: -1, syncs: 1, err: syscall.EIO, truncate: syscall.EIO}, broken},
	} {
		t.Run(name, func(t *testing.T) {
			db := sealedOffice(t, options(t))
			newKeeper(t, db, "Anna")
			well := db.sealed.log.f
			fault := c.fault
			fault.logFile = well
			db.sealed.log.f = &fault
			k := &keeper{Name: "Bruno"}
			err := db.Write(ctx, anna, func(tx *Tx) error {
				if _, err := tx.PutBlob("text/plain", bytes.Repeat([]byte("x"), 1000)); err != nil {
					return err
				}
				return tx.Save(keepers, k)
			})
			refused(t, err, c.sentence)
			if k.UID() != "" {
				t.Error("the record thinks it was saved")
			}
			if all, err := db.All(ctx, keepers); err != nil || len(all) != 1 {
				t.Errorf("memory has %d records, %v", len(all), err)
			}
			copied := filepath.Join(t.TempDir(), "u.tutela") // what is on the disk, as after a kill
			data, err := os.ReadFile(db.path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, copied, data)
			db.sealed.log.f = well
			newKeeper(t, db, "Carla")
			sha, err := db.PutBlob(ctx, "text/plain", bytes.Repeat([]byte("x"), 1000))
			if err != nil {
				t.Fatal(err)
			}
			opts := db.opts
			db = reopen(t, db)
			all, err1 := db.All(ctx, keepers)
			report, err2 := db.VerifyChain(ctx)
			_, _, err3 := db.Blob(ctx, sha)
			if err := errors.Join(err1, err2, err3, db.Check(ctx)); err != nil || len(all) != 2 || !report.OK() {
				t.Errorf("afterwards %d records, %v, %v", len(all), report, err)
			}
			if c.fault.truncate != nil && c.fault.syncs == 1 {
				return // unacknowledged, and yet whole on the disk: both are right after a kill
			}
			dead, err := Open(ctx, copied, opts)
			if err != nil {
				t.Fatal(err)
			}
			defer dead.Close()
			if all, err := dead.All(ctx, keepers); err != nil || len(all) != 1 {
				t.Errorf("the disk had %d records, %v", len(all), err)
			}
		})
	}
}

// TestSealedAgainstPlain: a sealed office and a plain one that go through the
// same at random, faults included, hold the same after each step.
func TestSealedAgainstPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	opts := options(t)
	plainOpts := opts
	plainOpts.Identity = nil
	plain, err := Create(ctx, filepath.Join(t.TempDir(), "p.tutela"), plainOpts)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { shut(t, plain) }()
	sealed := sealedOffice(t, opts)
	sealed.sealed.least = 1 << 20 // so that it is written anew some times
	steps := 120
	if testing.Short() {
		steps = 30
	}
	var uids []string
	for step := range steps {
		fails := r.IntN(4) == 0
		text := strings.Repeat(fmt.Sprint(step, " "), 1+r.IntN(3000))
		blob := []byte(text[:r.IntN(len(text))])
		var uid string
		if len(uids) > 0 && r.IntN(2) == 0 {
			uid = uids[r.IntN(len(uids))]
		}
		do := func(db *DB) (string, error) {
			rec := &thing{}
			err := db.Write(ctx, anna, func(tx *Tx) error {
				if uid != "" {
					got, err := tx.Get(things, uid)
					if err != nil {
						return err
					}
					rec = got.(*thing)
				} else if err := tx.Reserve(things, fmt.Sprintf("00000000-0000-7000-8000-%012d", step)); err != nil {
					return err
				} else {
					rec.Head().UID = fmt.Sprintf("00000000-0000-7000-8000-%012d", step)
				}
				sha, err := tx.PutBlob("text/plain", blob)
				if err != nil {
					return err
				}
				rec.Name, rec.Story = fmt.Sprint("cosa ", step), text
				rec.Papers = []form.File{{Name: "a.txt", SHA256: sha, Size: 1}}
				if err := tx.Save(things, rec); err != nil {
					return err
				}
				if fails {
					return errors.New("taken back")
				}
				return nil
			})
			return rec.UID(), err
		}
		a, err1 := do(plain)
		b, err2 := do(sealed)
		if (err1 == nil) != (err2 == nil) || a != b {
			t.Fatalf("step %d: %q %v, %q %v", step, a, err1, b, err2)
		}
		if err1 == nil && uid == "" {
			uids = append(uids, a)
		}
		if r.IntN(10) == 0 {
			sealed = reopen(t, sealed)
			sealed.sealed.least = 1 << 20
		}
		if same, want := heads(t, sealed), heads(t, plain); same != want {
			t.Fatalf("step %d: %s, plain %s", step, same, want)
		}
		if ahead := aheadOfDisk(t, sealed); len(ahead) > 0 {
			t.Fatalf("step %d: the disk has other pages %v than memory", step, ahead)
		}
	}
	one, err1 := plain.Bundle(ctx)
	two, err2 := sealed.Bundle(ctx)
	if err := errors.Join(err1, err2, sealed.Check(ctx)); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(one.Files) != fmt.Sprint(two.Files) || len(one.History) != len(two.History) {
		t.Error("the offices differ")
	}
}

// aheadOfDisk are the pages in memory that are not those sealed last. What stands in
// free pages is as it comes: SQLite does not write it.
func aheadOfDisk(t testing.TB, db *DB) (out []uint32) {
	t.Helper()
	s := db.sealed
	var pages [][]byte
	err := eachPage(ctx, s.rows, func(_ int, page []byte) error {
		pages = append(pages, bytes.Clone(page))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	free := map[uint32]bool{}
	for trunk := binary.BigEndian.Uint32(pages[0][32:]); trunk != 0; trunk = binary.BigEndian.Uint32(pages[trunk-1]) {
		for i := range binary.BigEndian.Uint32(pages[trunk-1][4:]) {
			free[binary.BigEndian.Uint32(pages[trunk-1][8+4*i:])] = true
		}
	}
	for i, page := range pages {
		if n := uint32(i + 1); !free[n] && (i >= len(s.sums) || s.sums[i] != s.sum(i+1, page)) {
			out = append(out, n)
		}
	}
	return out
}

func heads(t testing.TB, db *DB) string {
	t.Helper()
	head, err := db.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := db.List(ctx, "thing", Query{})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(head, len(rows))
}

// TestSealedBesideAWindow: another process reads what the window has saved last,
// and is refused when it would write.
func TestSealedBesideAWindow(t *testing.T) {
	path, opts := filledSealed(t)
	beside, err := Open(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { shut(t, beside) }()
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	opts.Lock = lock
	window, err := Open(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	window.sealed.least = 1 // so that the file is written anew meanwhile
	for i := range 10 {
		newKeeper(t, window, "Carla")
		if all, err := beside.All(ctx, keepers); err != nil || len(all) != 3+i {
			t.Fatalf("%d records, %v", len(all), err)
		}
		if report, err := beside.VerifyChain(ctx); err != nil || !report.OK() {
			t.Error(report, err)
		}
	}
	const taken = "L’ufficio «ufficio.tutela» è già aperto in un’altra finestra. Usate quella finestra, oppure chiudetela e riprovate."
	refused(t, beside.Save(ctx, anna, keepers, &keeper{Name: "Dino"}), taken)
	var copied bytes.Buffer
	if err := CopyLocked(path, &copied); err != nil {
		t.Fatal(err)
	}
	shut(t, window)
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	save(t, beside, keepers, &keeper{Name: "Dino"})
	opts.Lock = nil
	for want, data := range map[int][]byte{12: copied.Bytes()} {
		other := filepath.Join(t.TempDir(), "copia.tutela")
		write(t, other, data)
		db, err := Open(ctx, other, opts)
		if err != nil {
			t.Fatal(err)
		}
		if all, err := db.All(ctx, keepers); err != nil || len(all) != want {
			t.Errorf("the copy has %d records, %v", len(all), err)
		}
		shut(t, db)
	}
}

// TestUnnamedBlobsGoFromASealedFile: closing removes the bytes that nothing names
// from the file, and what is lawfully erased goes from it at once.
func TestUnnamedBlobsGoFromASealedFile(t *testing.T) {
	path, opts := filledSealed(t)
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	opts.Lock = lock
	db, err := Open(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	const big = 3 << 20
	sha, err := db.PutBlob(ctx, "text/plain", make([]byte, big))
	if err != nil {
		t.Fatal(err)
	}
	size := func() int64 {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	if n := size(); n < big {
		t.Errorf("with the bytes it has %d", n)
	}
	if names := beside(t, path); len(names) != 2 { // and the lock
		t.Errorf("beside: %q", names)
	}
	if image := db.sealed.log.needed() - db.sealed.log.bulk; image > 1<<20 {
		t.Errorf("the rows have %d bytes", image)
	}
	db = reopen(t, db)
	if n := size(); n > big {
		t.Errorf("without them %d", n)
	}
	if _, _, err := db.Blob(ctx, sha); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	all, err := db.All(ctx, things)
	if err != nil {
		t.Fatal(err)
	}
	files := all[0].(*thing).Papers
	if data, _, err := db.Blob(ctx, files[0].SHA256); err != nil || string(data) != "allegato" {
		t.Errorf("another attachment is %q, %v", data, err)
	}
	uid := all[0].(*thing).UID()
	if err := db.Delete(ctx, anna, things, uid); err != nil {
		t.Fatal(err)
	}
	if _, err := db.EraseTrail(ctx, anna, erasureOf(things, uid)); err != nil {
		t.Fatal(err)
	}
	if db.sealed.erased || db.sealed.log.durable.number > 6 {
		t.Errorf("after an erasure the file still has its past: %d frames", db.sealed.log.durable.number)
	}
	if all, err := db.All(ctx, keepers); err != nil || len(all) != 2 {
		t.Errorf("%d keepers, %v", len(all), err)
	}
}
