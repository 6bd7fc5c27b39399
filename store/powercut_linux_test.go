package store

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// cutDisk is a file system in a file, mounted: what the writer did not sync is not
// in the file, as it would not be on the plates of a disk without current. Limits:
// no torn sectors, no drive that lies, and the file is not copied in one instant.
type cutDisk struct{ image, dir string }

// mounted mounts a file system; the image is made where it is not there.
func mounted(t *testing.T, image string) *cutDisk {
	t.Helper()
	d := &cutDisk{image, image + ".d"}
	notHere := func(err error) {
		const sentence = "Power cuts were not simulated: that takes root, mkfs.ext4 and loop devices"
		if os.Getenv(cutsEnv) != "" {
			fmt.Printf("%s (%v).\n", sentence, err)
		}
		t.Skipf("%s: %v", sentence, err)
	}
	if _, err := os.Stat(image); errors.Is(err, os.ErrNotExist) {
		write(t, image, nil)
		if err := os.Truncate(image, 96<<20); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("mkfs.ext4", "-q", "-F", image).CombinedOutput(); err != nil {
			notHere(fmt.Errorf("%w %s", err, out))
		}
	}
	if err := os.Mkdir(d.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-o", "loop", image, d.dir).CombinedOutput(); err != nil {
		notHere(fmt.Errorf("%w %s", err, strings.TrimSpace(string(out))))
	}
	t.Cleanup(func() { _ = syscall.Unmount(d.dir, 0) }) // unless unmount has
	return d
}

func (d *cutDisk) unmount(t *testing.T) {
	t.Helper()
	if err := syscall.Unmount(d.dir, 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(d.image); err != nil {
		t.Fatal(err)
	}
}

func (d *cutDisk) office() string { return filepath.Join(d.dir, "ufficio.tutela") }

// unsynced is written while the writer stands still, and by no means synced: it
// must be gone after the cut, else that was none.
const unsynced = "non sincronizzato"

// cut stops the writer and copies the file that the disk is.
func (d *cutDisk) cut(pid int, copied string) error {
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		return err
	}
	for !standsStill(pid) {
		time.Sleep(time.Millisecond)
	}
	if err := os.WriteFile(filepath.Join(d.dir, unsynced), []byte(unsynced), 0o600); err != nil {
		return err
	}
	from, err := os.Open(d.image)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.Create(copied)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}

// standsStill says that all threads of a process are stopped: one that was waiting
// for the disk stops when it comes back.
func standsStill(pid int) bool {
	stats, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
	return err == nil && len(stats) > 0 && !slices.ContainsFunc(stats, func(stat string) bool {
		data, err := os.ReadFile(stat)
		_, state, ok := strings.Cut(string(data), ") ")
		return err != nil || !ok || state[0] != 'T'
	})
}

// Whenever the current fails, what was acknowledged is on the disk, and nothing by
// halves.
func TestPowerCut(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 1))
	var v verdict
	var disk *cutDisk
	there, whole := 0, false
	for i := range howOften(t, cutsEnv, 2, 1) {
		if i%stopsAnOffice == 0 || !whole {
			if disk != nil {
				disk.unmount(t)
			}
			disk, there = mounted(t, filepath.Join(t.TempDir(), "disk")), 0
			db, err := newOffice(disk.office(), options(t))
			if err != nil {
				t.Fatal(err)
			}
			shut(t, db)
		}
		after := filepath.Join(t.TempDir(), "disk")
		while := time.Duration(r.IntN(300)) * time.Millisecond
		acknowledged := savedUntil(t, disk.office(), there, false, while, func(pid int) error { return disk.cut(pid, after) })
		disk.unmount(t)
		disk = mounted(t, after)
		if data, _ := os.ReadFile(filepath.Join(disk.dir, unsynced)); len(data) > 0 {
			t.Fatal("what was not synced is there: that was no power cut")
		}
		there, whole = v.judge(t, disk.office(), there, acknowledged)
	}
	if os.Getenv(cutsEnv) != "" {
		fmt.Println(v.row("corrente tolta"))
	}
}
