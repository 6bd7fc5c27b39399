package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/user"

	"tutela/app"
	"tutela/cmd/internal/office"
	"tutela/store"
)

// by is who the commands work for.
func (o *options) by() app.By {
	if o.As != "" {
		return app.By{Who: o.As}
	}
	if u, err := user.Current(); err == nil {
		return app.By{Who: u.Username}
	}
	return app.By{Who: "utente del computer"}
}

// open opens the office that is meant, to read or to copy it, also beside an
// open window.
func (o *options) open(ctx context.Context) (*store.DB, error) {
	path, err := o.path()
	if err != nil {
		return nil, err
	}
	options, err := o.storeOptions(ctx, path)
	if err != nil {
		return nil, err
	}
	return store.Open(ctx, path, options)
}

// storeOptions are what the office at a path is opened with: one that is sealed
// asks for its passphrase.
func (o *options) storeOptions(ctx context.Context, path string) (store.Options, error) {
	options := store.Options{Version: office.Version}
	if _, err := os.Stat(path); err != nil {
		return options, nil // the store says what is wrong
	}
	sealed, err := store.Sealed(path)
	if err != nil || !sealed {
		return options, err
	}
	phrase, err := o.phrase(o.in, "Frase segreta dell’ufficio", false)
	if err != nil {
		return options, err
	}
	options.Identity, err = store.Unlock(ctx, path, phrase)
	return options, err
}

// place is where the office lies that is meant, whether it is there or not.
func (o *options) place() (string, error) { return office.Path(o.Data, false) }

func (o *options) path() (string, error) {
	if o.Data != "" {
		return o.Data, nil
	}
	path, err := office.Path("", false)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return "", &app.Refusal{What: "Non c’è ancora nessun ufficio in «" + path + "».", Do: "Indicate il file con --data FILE."}
	}
	return path, nil
}

// none says that no office was named and there is none at the usual place.
func (o *options) none() bool {
	_, err := os.Stat(office.Default())
	return o.Data == "" && errors.Is(err, fs.ErrNotExist)
}

// change opens the office to change it: refused while a window has it open.
func (o *options) change(ctx context.Context, do func(*store.DB) error) (err error) {
	path, err := o.path()
	if err != nil {
		return err
	}
	lock, err := store.LockOffice(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	options, err := o.storeOptions(ctx, path)
	if err != nil {
		return err
	}
	options.Lock = lock
	db, err := store.Open(ctx, path, options)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(db)
}

// changeOrCreate is change, making the office file where there is none. A file
// made for a trial, or for what was then refused, is taken away again.
func (o *options) changeOrCreate(ctx context.Context, trial bool, do func(*store.DB) error) (err error) {
	path, err := o.place()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return o.change(ctx, do)
	}
	db, err := store.Create(ctx, path, store.Options{Version: office.Version})
	if err != nil {
		return err
	}
	if err := do(db); err != nil {
		return errors.Join(err, db.Close(), os.Remove(path))
	}
	if trial {
		return errors.Join(db.Close(), os.Remove(path))
	}
	return db.Close()
}
