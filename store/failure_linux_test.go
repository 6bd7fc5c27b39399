package store

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	size := "size=3m,mode=0700"
	if sealedKind() {
		size = "size=6m,mode=0700" // a new one beside the plain one that is being sealed
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, size); err != nil {
		t.Skip("a small disk cannot be mounted here, which takes root: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	ballast := filepath.Join(dir, "ballast")
	write(t, ballast, make([]byte, 1<<20))
	db, err := newOffice(filepath.Join(dir, "ufficio.tutela"), options(t))
	if err != nil {
		t.Fatal(err)
	}
	said := untilFull(db, func() {
		if err := os.Remove(ballast); err != nil {
			t.Error(err)
		}
	})
	if said != "Il disco è pieno: l’ultima modifica non è stata salvata. Liberate spazio e riprovate." {
		t.Errorf("said\n%s", said)
	}
	plainOnly(t)
	// A full disk makes no new office and leaves no half of one.
	write(t, ballast, make([]byte, 1<<20))
	rest := filepath.Join(dir, "rest")
	f, err := os.Create(rest)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	_ = f.Close()
	_, err = Create(ctx, filepath.Join(dir, "altro.tutela"), options(t))
	refused(t, err, "Il disco è pieno: l’ultima modifica non è stata salvata. Liberate spazio e riprovate.")
	if names := beside(t, rest); len(names) != 3 {
		t.Errorf("left behind: %q", names)
	}
	if err := os.Remove(rest); err != nil {
		t.Fatal(err)
	}
	if db, err = Open(ctx, filepath.Join(dir, "ufficio.tutela"), options(t)); err != nil {
		t.Fatal(err)
	}
	shut(t, db)
}
