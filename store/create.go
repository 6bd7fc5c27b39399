package store

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tutela/app"
)

// newTail is behind the name of a file that is being made to take a place.
const newTail = ".nuovo"

// create0 makes the file under another name and gives it its own when it is
// whole, so that no half-made office is ever found.
func create0(ctx context.Context, path string, opts Options) error {
	if err := placeFor(path); err != nil {
		return err
	}
	made := path + newTail
	if err := os.Remove(made); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return folderReadOnly(filepath.Dir(path), err)
	}
	f, err := os.OpenFile(made, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return folderReadOnly(filepath.Dir(path), err)
	}
	err = f.Close()
	if err == nil {
		err = migrate(ctx, made, opts, true)
	}
	if err == nil {
		err = placeFor(path)
	}
	if err == nil {
		err = replace(made, path)
	}
	if err != nil {
		return errors.Join(refuse(path, "make file", err), removeAll(made))
	}
	return nil
}

// placeFor refuses a path that a new file cannot take. A log left beside it by
// another office would be read into the new one.
func placeFor(path string) error {
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return noFolder(dir, err)
	} else if err == nil && !info.IsDir() {
		return &app.Refusal{What: quoted(dir) + " non è una cartella.", Do: "Scegliete una cartella vostra."}
	}
	if _, err := os.Lstat(path); err == nil {
		return &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " c’è già: non è stato toccato.",
			Do:   "Apritelo, oppure date un altro nome al nuovo ufficio.",
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return folderReadOnly(dir, err)
	}
	for _, tail := range []string{"-wal", "-journal"} {
		if _, err := os.Lstat(path + tail); err == nil {
			return &app.Refusal{
				What: "Accanto è rimasto il file " + quoted(filepath.Base(path)+tail) + " di un altro ufficio con lo stesso nome.",
				Do:   "Spostatelo insieme al suo ufficio, oppure date un altro nome al nuovo.",
			}
		}
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// replace renames a file for good: after it, a pulled plug leaves the old name
// or the new one.
func replace(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	_ = dir.Sync() // Windows does not sync folders, and needs not
	return dir.Close()
}

// removeAll removes a file and what SQLite may have left beside it.
func removeAll(path string) error {
	var first error
	for _, p := range []string{path, path + "-journal", path + "-wal", path + "-shm"} {
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			first = cmp.Or(first, err)
		}
	}
	return first
}
