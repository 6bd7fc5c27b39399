// Package office is what the window and the commands share in reaching the file
// of an office: where it lies, how it is opened, where the log goes.
package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

// Version of the program; FyneApp.toml says the same.
const Version = "0.1.0"

// Build counts what was handed out of one version; FyneApp.toml says the same.
const Build = 1

// AppID names the program to the system; FyneApp.toml says the same.
const AppID = "it.tutela.Tutela"

// Folder is where the default office file lies: the user's data folder.
func Folder() string { return filepath.Join(xdg.DataHome, "Tutela") }

// Default is the office file that is meant where none is named.
func Default() string { return filepath.Join(Folder(), "ufficio.tutela") }

// Path gives the office file that is meant: the one named, or the default one,
// or that of the example. The folder of the default one is made.
func Path(named string, demo bool) (string, error) {
	if named != "" {
		return filepath.Abs(named)
	}
	if err := os.MkdirAll(Folder(), 0o700); err != nil {
		return "", &app.Refusal{What: "La cartella dei dati «" + Folder() + "» non si può creare.", Do: "Controllate i permessi della vostra cartella personale.", Err: err}
	}
	if demo {
		return filepath.Join(Folder(), "esempio.tutela"), nil
	}
	return Default(), nil
}

// OpenOrCreate opens the office file, or makes it where there is none; demo
// fills a new one with the example office.
func OpenOrCreate(ctx context.Context, path string, demo bool, lock *store.Lock) (*store.DB, error) {
	options := store.Options{Lock: lock, Version: Version}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return store.Open(ctx, path, options)
	}
	db, err := store.Create(ctx, path, options)
	if err != nil || !demo {
		return db, err
	}
	if err := Fill(ctx, db, 0); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// Fill puts the example office into an empty file, in one transaction, and as
// many more treatments as are asked for.
func Fill(ctx context.Context, db *store.DB, more int) error {
	return db.Write(ctx, app.By{Who: "esempio"}, func(tx *store.Tx) error {
		save := func(t *form.Type, rec form.Record) error { return tx.Save(t, rec) }
		if err := app.Sample(save); err != nil || more == 0 {
			return err
		}
		all, err := tx.All(app.TreatmentForm.Type())
		if err != nil {
			return err
		}
		return app.Multiply(all, more, save)
	})
}

// StateFolder is where the log lies, and the note of a crash.
func StateFolder() string { return filepath.Join(xdg.StateHome, "Tutela") }

// Log opens the log of the program: what went wrong, never what was typed. Where
// it cannot be written, the log is thrown away: that must not stop the office.
func Log() (*slog.Logger, func()) {
	path := filepath.Join(StateFolder(), "tutela.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err == nil {
		if f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err == nil {
			trim(f)
			return slog.New(slog.NewTextHandler(f, nil)), func() { f.Close() }
		}
	}
	return slog.New(slog.DiscardHandler), func() {}
}

// trim empties a log that has grown past what anybody would read.
func trim(f *os.File) {
	const most = 1 << 20
	if info, err := f.Stat(); err == nil && info.Size() > most {
		if err := f.Truncate(0); err != nil {
			fmt.Fprintln(os.Stderr, "log:", err)
		}
	}
}
