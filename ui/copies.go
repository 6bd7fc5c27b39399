package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/gofrs/flock"

	"tutela/app"
)

// copies are the files that were opened in other programs: temporary ones, in a
// folder that nobody else on the computer can look into. They go when the office
// is closed. Where the program was killed, or a file could not be removed because
// it was still open, they go at the next start: the folder of a running program
// is known by the lock that it holds.
type copies struct {
	mu     sync.Mutex
	folder string
	lock   *flock.Flock
}

// The folder of each running program, and the lock in it.
const (
	copiesFolder = "tutela-copie-"
	copiesLock   = "in-uso"
)

// write makes a copy and gives its path. Nobody writes to it: what one changes
// in the other program would be lost.
func (c *copies) write(name string, data []byte) (path string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	defer func() {
		if err != nil {
			err = &app.Refusal{What: "Il file non si può preparare per aprirlo.", Do: "Controllate che ci sia posto sul disco.", Err: err}
		}
	}()
	if c.folder == "" {
		folder, err := os.MkdirTemp("", copiesFolder)
		if err != nil {
			return "", fmt.Errorf("make folder for copies: %w", err)
		}
		lock := flock.New(filepath.Join(folder, copiesLock))
		if got, err := lock.TryLock(); err != nil || !got {
			return "", errors.Join(fmt.Errorf("lock folder for copies: %w", err), os.RemoveAll(folder))
		}
		c.folder, c.lock = folder, lock
	}
	// Each has a folder of its own, so that all keep their names.
	dir, err := os.MkdirTemp(c.folder, "")
	if err != nil {
		return "", fmt.Errorf("make folder for a copy: %w", err)
	}
	path = filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o400); err != nil {
		return "", errors.Join(fmt.Errorf("write copy: %w", err), os.RemoveAll(dir))
	}
	return path, nil
}

// remove takes all copies away.
func (c *copies) remove() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.folder == "" {
		return nil
	}
	err := errors.Join(c.lock.Unlock(), emptyCopies(c.folder))
	c.folder, c.lock = "", nil
	return err
}

// emptyCopies removes a folder of copies, its lock last: where a copy cannot be
// removed yet, the folder is found again.
func emptyCopies(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("remove copies: %w", err)
	}
	var errs []error
	for _, e := range entries {
		if e.IsDir() {
			errs = append(errs, os.RemoveAll(filepath.Join(folder, e.Name())))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("remove copies: %w", err)
	}
	return os.RemoveAll(folder)
}

// removeLeftCopies takes away, while one works, what programs left that run no
// more.
func (s *Shell) removeLeftCopies() {
	s.background(func() {
		if err := removeLeftCopies(); err != nil {
			s.cfg.Log.Warn("remove copies left", "error", err)
		}
	})
}

// removeLeftCopies takes away what programs left that run no more.
func removeLeftCopies() error {
	entries, err := os.ReadDir(os.TempDir())
	if err != nil {
		return fmt.Errorf("look for copies left: %w", err)
	}
	var errs []error
	for _, e := range entries {
		folder := filepath.Join(os.TempDir(), e.Name())
		if !e.IsDir() || !strings.HasPrefix(e.Name(), copiesFolder) {
			continue
		}
		// Without the lock it is another user's, or being made at this moment.
		held := filepath.Join(folder, copiesLock)
		if info, err := os.Lstat(held); err != nil || !info.Mode().IsRegular() {
			continue
		}
		lock := flock.New(held)
		if got, err := lock.TryLock(); err != nil || !got {
			continue
		}
		errs = append(errs, lock.Unlock(), emptyCopies(folder))
	}
	return errors.Join(errs...)
}
