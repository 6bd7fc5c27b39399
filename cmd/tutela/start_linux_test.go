package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"tutela/app"
	"tutela/store"
)

// disk is a home on a disk of its own, for who may mount one.
func disk(t *testing.T, flags uintptr, size string) string {
	t.Helper()
	home := t.TempDir()
	if err := syscall.Mount("tmpfs", home, "tmpfs", flags, size+",mode=0700"); err != nil {
		t.Skip("a disk cannot be mounted here, which takes root: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(home, 0); err != nil {
			t.Error(err)
		}
	})
	return home
}

// fillUp leaves no room on a disk.
func fillUp(t *testing.T, home string) {
	t.Helper()
	f, err := os.Create(filepath.Join(home, "rest"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	f.Close() // which fails as the writing did
}

// TestStartOnADiskWithoutRoom: neither a full disk nor one that cannot be written to
// brings more than a sentence.
func TestStartOnADiskWithoutRoom(t *testing.T) {
	t.Run("new office", func(t *testing.T) {
		start{"", fillUp, toOffice, []string{"Il disco è pieno"}, 1, false}.check(t, disk(t, 0, "size=1m"))
	})
	t.Run("default office", func(t *testing.T) {
		start{"", fillUp, nil, []string{"La cartella dei dati «", "non si può creare"}, 1, false}.check(t, disk(t, 0, "size=1m,nr_inodes=2"))
	})
	t.Run("office that is there", func(t *testing.T) {
		home := disk(t, 0, "size=8m")
		write(t, filepath.Join(home, "u.tutela"), func(tx *store.Tx) error { return tx.Save(app.OfficeForm.Type(), &app.Office{Name: "Ferri"}) })
		start{"", fillUp, toOffice, []string{noDisplay}, 1, true}.check(t, home)
	})
	t.Run("read only", func(t *testing.T) {
		start{"", nil, nil, []string{"La cartella dei dati «", "non si può creare"}, 1, false}.check(t, disk(t, syscall.MS_RDONLY, "size=1m"))
	})
	t.Run("no room for the log", func(t *testing.T) {
		home := t.TempDir()
		log := filepath.Join(home, "state", "Tutela", "tutela.log")
		put(t, filepath.Join(filepath.Dir(log), "x"), "")
		if err := os.Symlink("/dev/full", log); err != nil {
			t.Fatal(err)
		}
		start{"", nil, toOffice, []string{noDisplay}, 1, false}.check(t, home)
	})
}
