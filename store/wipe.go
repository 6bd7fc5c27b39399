package store

import (
	"errors"
	"io"
	"os"
)

// plainTail is behind the name of what was plain while it is being overwritten.
const plainTail = ".in-chiaro"

// wipeLeft ends what a Seal that was killed had left to do, or an upgrade of the
// plain file.
func wipeLeft(path string) error {
	if err := removeAll(path + newTail); err != nil { // whole or not, it did not take its place
		return err
	}
	return errors.Join(wipeOne(path, path+plainTail), wipeOne(path, path+upgradeTail))
}

func wipeOne(path, left string) error {
	a, err := os.Stat(left)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	b, there := os.Stat(path)
	if err := errors.Join(err, there); err != nil {
		return err
	}
	if os.SameFile(a, b) {
		return os.Remove(left)
	}
	return wipeFile(left)
}

// wipeFile overwrites a file before it is removed.
func wipeFile(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(overwrite(f), f.Close()); err != nil {
		return err
	}
	return os.Remove(path)
}

func overwrite(f *os.File) error {
	info, err := f.Stat()
	if err == nil {
		_, err = io.CopyN(f, zeros{}, info.Size())
	}
	if err == nil {
		err = f.Sync()
	}
	return err
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
