package store

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestLock(t *testing.T) {
	path := office(t, options(t))
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	const sentence = "L’ufficio «ufficio.tutela» è già aperto in un’altra finestra. Usate quella finestra, oppure chiudetela e riprovate."
	_, err = LockOffice(path)
	refused(t, err, sentence)
	if err := AskRaise(path); err != nil {
		t.Fatal(err)
	}
	select {
	case <-lock.Raised():
	case <-time.After(5 * time.Second):
		t.Error("the window was not told")
	}
	for range 2 {
		if err := lock.Unlock(); err != nil {
			t.Fatal(err)
		}
	}
	if names := beside(t, path); len(names) != 1 {
		t.Errorf("left behind: %q", names)
	}
	if err := AskRaise(path); err == nil {
		t.Error("nobody was there to raise")
	}
	again, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Unlock(); err != nil {
		t.Fatal(err)
	}
	_, err = LockOffice(path + "/x")
	if err == nil {
		t.Error("locked below a file")
	}
}

// However many start at once, one holds the office at a time.
func TestLockRace(t *testing.T) {
	path := office(t, options(t))
	var mu sync.Mutex
	holders := 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 60 {
				lock, err := LockOffice(path)
				if err != nil {
					continue
				}
				mu.Lock()
				holders++
				if holders > 1 {
					t.Error("two hold the office")
				}
				mu.Unlock()
				time.Sleep(time.Millisecond)
				mu.Lock()
				holders--
				mu.Unlock()
				if err := lock.Unlock(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

// A path through a symbolic link, also of the folder of an office that is not
// there yet, is the same office.
func TestLockIsOfTheOffice(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(t.TempDir(), "collegamento")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	lock, err := LockOffice(filepath.Join(link, "u.tutela"))
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	write(t, filepath.Join(dir, "u.tutela"), nil)
	for _, path := range []string{filepath.Join(dir, "u.tutela"), filepath.Join(link, "u.tutela")} {
		if second, err := LockOffice(path); err == nil {
			t.Errorf("%s was locked twice", path)
			_ = second.Unlock()
		}
	}
}
