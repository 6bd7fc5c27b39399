package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"tutela/app"
	"tutela/app/vault"
)

// Seal turns a plain office into a sealed one, under the passphrase of its copies
// (DB.SetKeys). Whatever happens meanwhile, a kill
// included, the path holds the one or the other, whole. Opts are those of Open,
// with the lock of the office; nobody may have it open.
//
// The bytes of the plain file are overwritten before it is gone. On an SSD, a
// stick, a file system that copies what it writes or keeps versions, and in
// copies made before, they may be there still: who must be sure seals before the
// first record.
func Seal(ctx context.Context, path string, opts Options) error {
	return sealUnder(ctx, path, func(db *DB) (vault.Keys, error) {
		keys, err := db.Keys(ctx)
		if err == nil && keys.None() {
			err = &app.Refusal{What: "L’ufficio non ha ancora una frase segreta.", Do: "Sceglietela, poi chiudete l’ufficio con quella."}
		}
		return keys, err
	}, opts)
}

func sealUnder(ctx context.Context, path string, keysOf func(*DB) (vault.Keys, error), opts Options) (err error) {
	opts = opts.filled()
	if path, err = resolve(path); err != nil {
		return err
	}
	if sealed, err := Sealed(path); err != nil || sealed {
		return errors.Join(err, sealedAlready(path, sealed))
	}
	opts, unlock, err := locked(path, opts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	db, err := Open(ctx, path, opts) // brought up to date, and its log in the file
	if err != nil {
		return err
	}
	made := path + newTail
	keys, err := keysOf(db)
	if err == nil {
		err = sealInto(ctx, db, made, keys)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return errors.Join(refuse(path, "seal office", err), removeAll(made))
	}
	left := path + plainTail
	if err := removeAll(left); err != nil {
		return errors.Join(folderReadOnly(filepath.Dir(path), err), removeAll(made))
	}
	linked := os.Link(path, left) == nil // else there is no second name on this disk
	var old *os.File
	if !linked && runtime.GOOS != "windows" { // where no open file is replaced
		if old, err = os.OpenFile(path, os.O_WRONLY, 0); err != nil {
			return errors.Join(refuseWrite(path, err), removeAll(made))
		}
		defer func() { err = errors.Join(err, old.Close()) }()
	}
	if err := replace(made, path); err != nil {
		return errors.Join(refuseWrite(path, err), removeAll(made), removeAll(left))
	}
	if old != nil {
		err = overwrite(old)
	}
	return errors.Join(err, wipeLeft(path))
}

func sealedAlready(path string, sealed bool) error {
	if !sealed {
		return nil
	}
	return &app.Refusal{What: "L’ufficio " + quoted(filepath.Base(path)) + " è già chiuso con una frase segreta.", Do: "Per cambiarla, apritelo e scegliete «Cambia la frase segreta»."}
}

// locked makes sure of the lock of the office, the caller's or one of its own.
func locked(path string, opts Options) (Options, func() error, error) {
	if opts.Lock != nil {
		return opts, func() error { return nil }, nil
	}
	lock, err := LockOffice(path)
	if err != nil {
		return opts, nil, err
	}
	opts.Lock = lock
	return opts, lock.Unlock, nil
}

// sealInto writes an open plain office to a new sealed file.
func sealInto(ctx context.Context, db *DB, made string, keys vault.Keys) (err error) {
	info, err := os.Stat(db.path)
	if err != nil {
		return err
	}
	rows, err := rowsWithoutBlobs(ctx, db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	f, err := createSealed(made, info.Mode())
	if err != nil {
		return err
	}
	log, err := makeLog(db.path, f, keys)
	if err == nil {
		err = log.fill(ctx, rows, func(sha string) (data []byte, found bool, err error) {
			err = db.writer.QueryRowContext(ctx, "SELECT bytes FROM blob WHERE sha256 = ?", sha).Scan(&data)
			return data, err == nil, err
		})
	}
	return errors.Join(err, f.Close())
}

// Unseal turns a sealed office into a plain one, as Seal does the reverse.
func Unseal(ctx context.Context, path string, opts Options) (err error) {
	opts = opts.filled()
	if path, err = resolve(path); err != nil {
		return err
	}
	opts, unlock, err := locked(path, opts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	db, err := Open(ctx, path, opts)
	if err != nil {
		return err
	}
	if db.sealed == nil {
		return errors.Join(&app.Refusal{What: "L’ufficio " + quoted(filepath.Base(path)) + " non è chiuso con una frase segreta."}, db.Close())
	}
	made := path + newTail
	err = unsealInto(ctx, db, made)
	if err := errors.Join(err, db.Close()); err != nil {
		return errors.Join(refuse(path, "unseal office", err), removeAll(made))
	}
	if err := replace(made, path); err != nil {
		return errors.Join(refuseWrite(path, err), removeAll(made))
	}
	return nil
}

func unsealInto(ctx context.Context, db *DB, made string) (err error) {
	f, err := createSealed(made, db.sealed.info.Mode())
	if err != nil {
		return err
	}
	err = eachPage(ctx, db.sealed.rows, func(_ int, page []byte) error {
		_, err := f.Write(page)
		return err
	})
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	plain, err := openHandle(ctx, made, reshape, db.opts.busy)
	if err != nil {
		return err
	}
	shas, err := blobNames(ctx, db.sealed.rows)
	for _, sha := range shas {
		if err != nil {
			break
		}
		var data []byte
		var found bool
		if data, found, err = db.sealed.log.blob(sha); err == nil && found {
			_, err = plain.ExecContext(ctx, "UPDATE blob SET bytes = ? WHERE sha256 = ?", data, sha)
		}
	}
	if err := errors.Join(err, plain.Close()); err != nil {
		return err
	}
	return syncFile(made)
}
