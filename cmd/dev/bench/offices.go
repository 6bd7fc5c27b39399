package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/vault"
	"tutela/cmd/internal/office"
	"tutela/store"
)

// who does what is measured, as the trail of the offices says.
var who = app.By{Who: "prova"}

// once gives a file, made the first time that it is asked for.
func (b *bench) once(name string, fill func(path string) error) (string, error) {
	if path, ok := b.made[name]; ok {
		return path, nil
	}
	path := filepath.Join(b.dir, name+".tutela")
	if err := fill(path); err != nil {
		return "", fmt.Errorf("make the office %s: %w", name, err)
	}
	b.made[name] = path
	return path, nil
}

// treatments is the example office grown to n treatments, in a file.
func (b *bench) treatments(ctx context.Context, n int) (string, error) {
	return b.once(fmt.Sprintf("%d-trattamenti", n), func(path string) error {
		d, err := sample(0)
		if err != nil {
			return err
		}
		return filled(ctx, path, max(0, n-len(d.Records(app.TreatmentForm.Key))))
	})
}

// filled makes the example office with some treatments more.
func filled(ctx context.Context, path string, more int) error {
	db, err := store.Create(ctx, path, opts)
	if err != nil {
		return err
	}
	return errors.Join(office.Fill(ctx, db, more), db.Close())
}

// opts open offices as the program does: with its version, else it would make their
// index anew.
var opts = store.Options{Version: office.Version}

// passphrase closes those offices that are sealed.
const passphrase = "quattro gatti sul tetto d’ardesia"

var sealKeys = sync.OnceValues(func() (k madeKeys, err error) {
	k.Keys, k.id, err = vault.NewKeys(passphrase)
	return k, err
})

type madeKeys struct {
	vault.Keys
	id *vault.Identity
}

// bothKinds are the office of n treatments, plain and sealed, and what opens the
// sealed one: its lock too, as the window has it.
func (b *bench) bothKinds(ctx context.Context, n int) (plain, sealed string, with store.Options, err error) {
	keys, err := sealKeys()
	if err != nil {
		return "", "", with, err
	}
	if plain, err = b.treatments(ctx, n); err != nil {
		return "", "", with, err
	}
	sealed, err = b.once(fmt.Sprintf("%d-chiusi", n), func(path string) error {
		if err := copyAndSync(plain, path); err != nil {
			return err
		}
		db, err := store.Open(ctx, path, opts)
		if err != nil {
			return err
		}
		if err := errors.Join(db.SetKeys(ctx, who, keys.Keys), db.Close()); err != nil {
			return err
		}
		return store.Seal(ctx, path, opts)
	})
	if err != nil {
		return "", "", with, err
	}
	with = opts
	with.Identity = keys.id
	with.Lock, err = store.LockOffice(sealed)
	return plain, sealed, with, err
}

// copyAndSync is cp, and sync.
func copyAndSync(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(struct{ io.Writer }{out}, in) // read and written, not shared by the file system
	return errors.Join(err, out.Sync(), out.Close())
}

// sample is the example office with n treatments at least, in memory.
func sample(n int) (*app.Dossier, error) {
	m := apptest.NewMemory(apptest.Now)
	if err := app.Sample(m.Save); err != nil {
		return nil, fmt.Errorf("make an office: %w", err)
	}
	like := m.Records[app.TreatmentForm.Key]
	if err := app.Multiply(like, max(0, n-len(like)), m.Save); err != nil {
		return nil, fmt.Errorf("make %d treatments: %w", n, err)
	}
	return dossier(m)
}
