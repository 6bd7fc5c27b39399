package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"tutela/app"
)

// Lock is the hold of one process on an office: one file, one window. It is a
// file beside the office, so that it holds for every user of the computer, and
// ends with the process however that ends.
type Lock struct {
	path   string // of the lock's own file
	flock  *flock.Flock
	raised chan struct{}
	stop   chan struct{}
	once   sync.Once
	err    error
}

func lockPath(path string) string { return path + ".lock" }

// raiseEvery is how often a holder looks whether a second start asks for it.
const raiseEvery = 300 * time.Millisecond

// LockOffice takes hold of the office at a path, which need not be there yet. A
// second holder is refused.
func LockOffice(path string) (*Lock, error) {
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	l := &Lock{path: lockPath(path), raised: make(chan struct{}, 1), stop: make(chan struct{})}
	for {
		l.flock = flock.New(l.path)
		got, err := l.flock.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, noFolder(filepath.Dir(path), err)
		case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
			if _, there := os.Lstat(l.path); there == nil {
				return nil, taken(path, err) // another user's
			}
			return nil, folderReadOnly(filepath.Dir(path), err)
		case err != nil:
			return nil, &app.Refusal{
				What: "Nella cartella " + quoted(filepath.Dir(path)) + " non si può riservare l’ufficio a una sola finestra.",
				Do:   "Spostate il file su un disco di questo computer.", Err: err,
			}
		case !got:
			return nil, taken(path, nil)
		}
		if l.current() {
			break
		}
		// Its last holder removed the file between our opening and locking it.
		if err := l.flock.Unlock(); err != nil {
			return nil, fmt.Errorf("lock office: %w", err)
		}
	}
	go l.watch(touched(l.path))
	return l, nil
}

func taken(path string, err error) error {
	return &app.Refusal{
		What: "L’ufficio " + quoted(filepath.Base(path)) + " è già aperto in un’altra finestra.",
		Do:   "Usate quella finestra, oppure chiudetela e riprovate.", Err: err,
	}
}

// current says that the locked file is the one that the path leads to.
func (l *Lock) current() bool {
	held, err1 := l.flock.Stat()
	there, err2 := os.Stat(l.path)
	return err1 == nil && err2 == nil && os.SameFile(held, there)
}

// Raised gives a value whenever a second start asked the window to come to the
// front. It is never closed.
func (l *Lock) Raised() <-chan struct{} { return l.raised }

// watch looks for a touch later than last.
func (l *Lock) watch(last time.Time) {
	tick := time.NewTicker(raiseEvery)
	defer tick.Stop()
	for {
		select {
		case <-l.stop:
			return
		case <-tick.C:
		}
		now := touched(l.path)
		if now.IsZero() || now.Equal(last) {
			continue
		}
		last = now
		select {
		case l.raised <- struct{}{}:
		default: // asked already
		}
	}
}

func touched(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// AskRaise asks the window that holds an office to come to the front, by
// touching the lock's file.
func AskRaise(path string) error {
	path, err := resolve(path)
	if err != nil {
		return err
	}
	now := time.Now()
	if err := os.Chtimes(lockPath(path), now, now); err != nil {
		return fmt.Errorf("ask window to raise: %w", err)
	}
	return nil
}

// Unlock lets go of the office and removes the lock's file. A second call does
// nothing.
func (l *Lock) Unlock() error {
	l.once.Do(func() {
		close(l.stop)
		// Removed while still held, nobody else's is removed by mistake; Windows
		// removes no open file, so there it is tried once more.
		before := os.Remove(l.path)
		l.err = l.flock.Unlock()
		if before != nil {
			_ = os.Remove(l.path)
		}
	})
	return l.err
}
