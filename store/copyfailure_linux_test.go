package store

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tutela/app"
)

// smallDisk is a disk of so many bytes, for who may mount one.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size+",mode=0700"); err != nil {
		t.Skip("a small disk cannot be mounted here, which takes root: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill leaves no room on a disk.
func fill(t *testing.T, dir string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "rest"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	_ = f.Close()
}

// Copying to a full stick, and restoring on a full disk, says so and leaves all as
// it was.
func TestFullDiskOfCopies(t *testing.T) {
	path, before := copied(t, t.TempDir())
	stick := smallDisk(t, "1m")
	opts := unlocked(path, Options{})
	db, err := Open(ctx, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	to(t, db, app.CopySettings{}, stick)
	run := backup(t, db, app.CopyNow)
	if run.Outcome() != app.CopyFailed || !strings.HasPrefix(run.Said(), "Sul disco di «"+stick+"» non c’è posto per «Tutela-") {
		t.Errorf("%+v", run)
	}
	if names := beside(t, filepath.Join(stick, "x")); len(names) > 0 {
		t.Errorf("left behind: %q", names)
	}
	shut(t, db)

	disk := smallDisk(t, "64m")
	onDisk := filepath.Join(disk, "ufficio.tutela")
	write(t, onDisk, before)
	write(t, onDisk+".copia", mustRead(t, path+".copia"))
	fill(t, disk)
	_, err = RestoreCopy(ctx, anna, onDisk+".copia", phraseOfKind(), onDisk, opts)
	refused(t, err, "Il ripristino non è riuscito: l’ufficio è rimasto com’era. Sul disco di «"+disk+"» non c’è posto per «ufficio.tutela.ripristino»: non è stato scritto. Liberate spazio e riprovate.")
	untouchedOffice(t, onDisk, before)
	// Room for the file, and none for what SQLite writes beside it.
	if err := os.Truncate(filepath.Join(disk, "rest"), mustStat(t, filepath.Join(disk, "rest"))-int64(len(before))-8192); err != nil {
		t.Fatal(err)
	}
	if _, err = RestoreCopy(ctx, anna, onDisk+".copia", phraseOfKind(), onDisk, opts); err == nil || !strings.HasPrefix(app.Sentence(err), "Il ripristino non è riuscito: l’ufficio è rimasto com’era. ") {
		t.Error(err)
	}
	untouchedOffice(t, onDisk, before)
	if err := os.Remove(filepath.Join(disk, "rest")); err != nil {
		t.Fatal(err)
	}
	if _, err = RestoreCopy(ctx, anna, onDisk+".copia", phraseOfKind(), onDisk, opts); err != nil {
		t.Error(err)
	}
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustStat(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// A stick with its write protection on.
func TestCopyToReadOnlyMount(t *testing.T) {
	path, _ := copied(t, t.TempDir())
	stick := smallDisk(t, "1m")
	if err := syscall.Mount("tmpfs", stick, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=1m,mode=0700"); err != nil {
		t.Skip("cannot be mounted read-only: ", err)
	}
	refusesFolder(t, path, stick)
}
