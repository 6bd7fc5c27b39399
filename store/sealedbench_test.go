package store

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// BenchmarkSealedOpen opens a plain office and a sealed one of the same rows.
func BenchmarkSealedOpen(b *testing.B) {
	for _, mb := range []int{1, 10, 50} {
		b.Run(fmt.Sprint(mb, "MB"), func(b *testing.B) {
			plain, sealed := pair(b, mb)
			shut(b, plain)
			shut(b, sealed)
			before := resident(b)
			var ours, peer time.Duration
			var held int64
			open := func(db *DB) time.Duration {
				began := time.Now()
				again, err := Open(ctx, db.path, db.opts)
				if err != nil {
					b.Fatal(err)
				}
				took := time.Since(began)
				if again.sealed != nil {
					held = max(held, resident(b)-before)
				}
				shut(b, again)
				return took
			}
			n := 0
			for b.Loop() {
				peer += open(plain)
				ours += open(sealed)
				n++
			}
			b.ReportMetric(float64(ours)/float64(peer), "x-plain")
			b.ReportMetric(float64(ours.Microseconds())/float64(n)/1000, "ms-sealed")
			b.ReportMetric(float64(held)/float64(int64(mb)<<20), "x-memory")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// resident is the memory of this process in RAM, 0 where the system does not say.
func resident(b *testing.B) int64 {
	b.Helper()
	debug.FreeOSMemory()
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var total, pages int64
	if _, err := fmt.Sscan(string(data), &total, &pages); err != nil {
		b.Fatal(err)
	}
	return pages * int64(os.Getpagesize())
}

// pair is a plain office whose rows have so many megabytes, and a sealed one.
func pair(b *testing.B, mb int) (plain, sealed *DB) {
	b.Helper()
	opts := options(b)
	opts.Identity = nil
	dir := b.TempDir()
	plain, err := Create(ctx, filepath.Join(dir, "plain.tutela"), opts)
	if err != nil {
		b.Fatal(err)
	}
	var story strings.Builder
	for i := range 500 {
		fmt.Fprint(&story, "parola", i, " ")
	}
	for size := int64(0); size < int64(mb)<<20; {
		err := plain.Write(ctx, anna, func(tx *Tx) error {
			for i := range 40 {
				if err := tx.Save(things, &thing{Name: fmt.Sprint("cosa ", i), Story: story.String()}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		var pages int64
		if err := plain.writer.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
			b.Fatal(err)
		}
		size = pages * 4096
	}
	if err := plain.Close(); err != nil {
		b.Fatal(err)
	}
	data, err := os.ReadFile(plain.path)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(dir, "sealed.tutela")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	keys, id := testKeys()
	if err := sealUnder(ctx, path, under(keys), opts); err != nil {
		b.Fatal(err)
	}
	if plain, err = Open(ctx, plain.path, opts); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { shut(b, plain) })
	lock, err := LockOffice(path) // as the window has it
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = lock.Unlock() })
	opts.Identity, opts.Lock = id, lock
	if sealed, err = Open(ctx, path, opts); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { shut(b, sealed) })
	return plain, sealed
}
