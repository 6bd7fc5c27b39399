package vault

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"tutela/app"
)

// unfinished is how the name of a file begins that is being written.
const unfinished = ".tutela-in-corso-"

// WriteFile writes a file whole or not at all: beside its place, synced, closed,
// renamed, and the folder synced. A file that is there is replaced.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	sweep(dir)
	tmp, err := os.CreateTemp(dir, unfinished+"*")
	if err != nil {
		return CannotWrite(path, err)
	}
	closed := false
	defer func() {
		if err != nil {
			if !closed {
				tmp.Close()
			}
			os.Remove(tmp.Name())
			err = CannotWrite(path, err)
		}
	}()
	if err = write(tmp); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	closed = true
	if err = tmp.Close(); err != nil {
		return err
	}
	return Replace(tmp.Name(), path)
}

// Replace renames a file for good: after it, a pulled plug leaves the old name or
// the new one.
func Replace(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(to))
	if err != nil {
		return nil // renamed it is; a folder that may not be read cannot be synced
	}
	_ = dir.Sync() // Windows does not sync folders, and needs not
	return dir.Close()
}

// sweep removes what a kill left half written; what is younger than a day may be
// another run's that is still at it.
func sweep(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinished) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// CannotWrite says why a file was not written. A Refusal stays as it is.
func CannotWrite(path string, err error) error {
	var known *app.Refusal
	if errors.As(err, &known) {
		return err
	}
	name, dir := "«"+filepath.Base(path)+"»", "«"+filepath.Dir(path)+"»"
	switch {
	case full(err):
		return &app.Refusal{What: "Sul disco di " + dir + " non c’è posto per " + name + ": non è stato scritto.", Do: "Liberate spazio e riprovate.", Err: err}
	case errors.Is(err, fs.ErrNotExist):
		return &app.Refusal{What: "La cartella " + dir + " non c’è.", Do: "Se sta su una chiavetta o in rete, collegatela e riprovate.", Err: err}
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return &app.Refusal{What: "Nella cartella " + dir + " non si può scrivere.", Do: "Scegliete una cartella vostra, o togliete la protezione dalla chiavetta.", Err: err}
	}
	return &app.Refusal{What: "Il file " + name + " non si può scrivere in " + dir + ".", Do: "Controllate che il disco sia collegato e riprovate.", Err: err}
}

// full says that there was no room: on the disk, for the user, or in one file.
func full(err error) bool {
	if runtime.GOOS == "windows" {
		const handleDiskFull, diskFull = syscall.Errno(39), syscall.Errno(112)
		return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
