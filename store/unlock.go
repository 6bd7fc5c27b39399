package store

import (
	"context"
	"errors"
	"os"
	"sync"

	"tutela/app/vault"
)

// Sealed says whether the office at a path is sealed: it then opens with the
// Identity that Unlock gives. What is no office at all Open refuses.
func Sealed(path string) (bool, error) {
	head, err := headOfFile(path)
	return head != nil, err
}

// headOfFile reads what stands in the clear of a sealed office; nil where it is
// not sealed.
func headOfFile(path string) (*sealedHead, error) {
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, notThere(path, err)
	case errors.Is(err, os.ErrPermission):
		return nil, noPermission(path, err)
	case err != nil:
		return nil, refuseRead(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, nil // Open says what it is
	}
	return readSealedHead(path, f)
}

// tries counts wrong passphrases by office, as long as the program runs. Nothing
// of it is written down: who starts the program again pays with the start, and
// each try costs what vault makes it cost.
var tries = struct {
	sync.Mutex
	wrong map[string]int
}{wrong: map[string]int{}}

// Unlock gives what opens a sealed office, for its passphrase. A wrong one is
// refused (vault.ErrPassphrase), and the next try waits longer.
func Unlock(ctx context.Context, path, passphrase string) (*vault.Identity, error) {
	head, err := headOfFile(path)
	if err != nil {
		return nil, err
	}
	if head == nil {
		return nil, notAnOffice(path, errors.New("it is not sealed"))
	}
	key, err := resolve(path)
	if err != nil {
		return nil, err
	}
	tries.Lock()
	wrong := tries.wrong[key]
	tries.Unlock()
	if err := vault.SlowDown(ctx, wrong); err != nil {
		return nil, err
	}
	keys := head.keys()
	id, err := keys.Unlock(passphrase)
	tries.Lock()
	defer tries.Unlock()
	if errors.Is(err, vault.ErrPassphrase) {
		tries.wrong[key]++
	} else if err == nil {
		delete(tries.wrong, key)
	}
	return id, err
}
