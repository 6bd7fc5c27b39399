package main

import (
	"context"
	"path/filepath"
	"sync"

	"tutela/app"
	"tutela/app/vault"
	"tutela/cmd/internal/office"
	"tutela/store"
)

// identities are what opens the sealed offices that were unlocked since the start,
// by path. They live in memory alone.
type identities struct {
	mu sync.Mutex
	of map[string]*vault.Identity
}

// realPath is a path as the store names an office, with symbolic links followed.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		return followed
	}
	return path
}

func (i *identities) get(path string) *vault.Identity {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.of[realPath(path)]
}

// Keep keeps what opens an office from now on.
func (i *identities) Keep(path string, id *vault.Identity) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.of == nil {
		i.of = map[string]*vault.Identity{}
	}
	i.of[realPath(path)] = id
}

// Forget forgets what opens an office.
func (i *identities) Forget(path string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.of, realPath(path))
}

// options are what the office at a path is opened with, besides its lock.
func (i *identities) options(path string) store.Options {
	return store.Options{Version: office.Version, Identity: i.get(path)}
}

// seals opens offices under a passphrase for the window, and puts them under one.
type seals struct{ *offices }

func (s seals) Sealed(path string) (bool, error) { return store.Sealed(path) }

func (s seals) Unlock(ctx context.Context, path, passphrase string) error {
	id, err := store.Unlock(ctx, path, passphrase)
	if err == nil {
		s.Keep(path, id)
	}
	return err
}

func (s seals) Seal(ctx context.Context, path, passphrase string) error {
	if err := store.Seal(ctx, path, s.options(path)); err != nil {
		return err
	}
	// It is sealed now, and has to be opened again whatever was called off.
	return s.Unlock(context.WithoutCancel(ctx), path, passphrase)
}

func (s seals) Unseal(ctx context.Context, path, passphrase string) error {
	if err := s.Unlock(ctx, path, passphrase); err != nil {
		return err
	}
	return store.Unseal(ctx, path, s.options(path))
}

// copyTools looks into copies for the window, and restores them.
type copyTools struct{ *offices }

func (c copyTools) Verify(ctx context.Context, path, passphrase string) (app.CopyReport, error) {
	return store.VerifyCopy(ctx, path, passphrase, store.Options{Version: office.Version})
}

func (c copyTools) Restore(ctx context.Context, by app.By, path, passphrase, to string) (app.CopyRestored, error) {
	restored, err := store.RestoreCopy(ctx, by, path, passphrase, to, c.options(to))
	if err != nil || c.get(to) != nil {
		return restored, err
	}
	// The copy of a sealed office is sealed, whatever was there before.
	if sealed, err := store.Sealed(to); err != nil || !sealed {
		return restored, err
	}
	return restored, seals(c).Unlock(context.WithoutCancel(ctx), to, passphrase)
}
