package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault/vaulttest"
)

// BenchmarkCopy copies offices of some sizes, half records and half attachments,
// and beside each copy has the bytes of the file copied as cp would, and synced:
// what no copy on the same disk can be faster than. They take turns; the figures
// are ratios: x-cp of the whole copy, x-cp-bare without looking the file over
// first, and of verifying it.
func BenchmarkCopy(b *testing.B) {
	for _, size := range []int{0, 10 << 20, 50 << 20} {
		db := officeOf(b, size)
		for _, phrase := range []string{"", vaulttest.Phrase} {
			kind := "plain"
			if phrase != "" {
				kind = "sealed"
				seal(b, db, phrase)
			}
			b.Run(fmt.Sprintf("%s/%dMB", kind, (mustSize(b, db.path)+1<<19)>>20), func(b *testing.B) { benchCopy(b, db, phrase) })
		}
	}
}

func benchCopy(b *testing.B, db *DB, phrase string) {
	dir := b.TempDir()
	var cp, bare, whole, verify time.Duration
	timed := func(sum *time.Duration, do func() error) {
		began := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		*sum += time.Since(began)
	}
	path := filepath.Join(dir, "a.copia")
	for b.Loop() {
		timed(&cp, func() error { return copyAndSync(db.path, filepath.Join(dir, "cp")) })
		timed(&bare, func() error {
			_, err := db.copyTo(ctx, path, false, nil)
			return err
		})
		timed(&whole, func() error {
			_, err := db.CopyTo(ctx, path, nil)
			return err
		})
		timed(&verify, func() error {
			report, err := VerifyCopy(ctx, path, phrase, db.opts)
			if err == nil && !report.OK() {
				err = errors.New(report.Faults[0])
			}
			return err
		})
	}
	b.ReportMetric(float64(whole)/float64(cp), "x-cp")
	b.ReportMetric(float64(bare)/float64(cp), "x-cp-bare")
	b.ReportMetric(float64(verify)/float64(cp), "x-cp-verify")
	b.ReportMetric(float64(cp.Milliseconds())/float64(b.N), "ms-cp")
	b.ReportMetric(float64(whole.Milliseconds())/float64(b.N), "ms-copy")
	b.ReportMetric(float64(verify.Milliseconds())/float64(b.N), "ms-verify")
	b.ReportMetric(0, "ns/op") // of all together: says nothing
}

// copyAndSync is cp, and sync.
func copyAndSync(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(struct{ io.Writer }{out}, in) // read and written, not shared by the file system
	return errors.Join(err, out.Sync(), out.Close())
}

func mustSize(b *testing.B, path string) int64 {
	b.Helper()
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return info.Size()
}

// officeOf is the example office, grown to a size in bytes.
func officeOf(b *testing.B, size int) *DB {
	b.Helper()
	db, _ := sampleOffice(b, filepath.Join(b.TempDir(), "ufficio.tutela"), false)
	settle := func() int {
		if _, err := db.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
			b.Fatal(err)
		}
		return int(mustSize(b, db.path))
	}
	typ := app.TreatmentForm.Type()
	some := all(b, db, typ)
	for settle() < size/2 {
		err := db.Write(ctx, anna, func(tx *Tx) error {
			return app.Multiply(some, 100, func(t *form.Type, rec form.Record) error { return tx.Save(t, rec) })
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	r := rand.NewChaCha8([32]byte{8})
	for settle() < size {
		data := bytes.Repeat([]byte{0}, 1<<20)
		_, _ = r.Read(data)
		if _, err := db.PutBlob(ctx, "application/pdf", data); err != nil {
			b.Fatal(err)
		}
	}
	return db
}
