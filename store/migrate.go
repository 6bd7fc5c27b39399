package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"

	"tutela/app"
)

//go:embed migrations/*.sql
var migrations embed.FS

func shippedMigrations() fs.FS {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic("store: " + err.Error()) // the folder is embedded above
	}
	return sub
}

// checkedUpTo is the size in bytes up to which Open looks the whole file over.
// quick_check costs up to 3 ms for 1 MB; beyond this a start would be felt, and
// who opens the file has Check look it over meanwhile.
const checkedUpTo = 16 << 20

// inspect looks into a file that probe let through, without writing: its schema
// must not be newer than the program and its pages must hold together. It says
// whether migrations are wanting.
func inspect(ctx context.Context, path string, opts Options) (pending bool, err error) {
	how := untouched
	if _, err := os.Stat(path + "-wal"); err == nil {
		how = readOnly // somebody has it open, or was killed: the log counts
	}
	db, err := openHandle(ctx, path, how, opts.busy)
	if err != nil {
		return false, refuse(path, "open for inspection", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if pending, err = judgeSchema(ctx, db, path, opts); err != nil {
		return false, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return false, notThere(path, err)
	}
	if info.Size() <= checkedUpTo {
		err = quickCheck(ctx, db, path)
	}
	return pending, err
}

// judgeSchema refuses a schema that is newer than the program, and says whether
// migrations are wanting.
func judgeSchema(ctx context.Context, db *sql.DB, path string, opts Options) (pending bool, err error) {
	have, err := versionOf(ctx, db)
	if err != nil {
		return false, refuse(path, "read schema version", err)
	}
	want, err := newestOf(db, opts.Migrations)
	if err != nil {
		return false, err
	}
	if have > want {
		return false, &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è stato scritto da una versione più recente di Tutela.",
			Do:   "Installate l’ultima versione e riprovate; il file non è stato toccato.",
			Err:  fmt.Errorf("schema %d, program knows %d", have, want),
		}
	}
	return have < want, nil
}

func quickCheck(ctx context.Context, db *sql.DB, path string) error {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return refuse(path, "check file", err)
	}
	defer tx.Rollback() // nothing was written
	return checkFile(newSession(ctx, tx), "PRAGMA quick_check(1)", path)
}

func checkFile(s *session, pragma, path string) error {
	var said string
	if _, err := s.one(pragma, nil, &said); err != nil {
		return refuse(path, "check file", err)
	}
	if said != "ok" {
		return damaged(path, errors.New(said))
	}
	return nil
}

func versionOf(ctx context.Context, db *sql.DB) (version int64, err error) {
	var tables int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'goose_db_version'`).Scan(&tables); err != nil {
		return 0, err
	}
	if tables == 0 {
		return 0, nil
	}
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied = 1`).Scan(&version)
	return version, err
}

func newProvider(db *sql.DB, files fs.FS) (*goose.Provider, error) {
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return p, nil
}

// newestOf is the version that the migrations lead to.
func newestOf(db *sql.DB, files fs.FS) (int64, error) {
	p, err := newProvider(db, files)
	if err != nil {
		return 0, err
	}
	var newest int64
	for _, s := range p.ListSources() {
		newest = max(newest, s.Version)
	}
	return newest, nil
}

// upgradeTail is behind the name of the copy that is brought up to date.
const upgradeTail = ".aggiornamento"

// upgrade brings a copy of the file up to date and puts it in the place of the
// file when all migrations went well: whatever happens before, a kill included,
// the file is as it was.
func upgrade(ctx context.Context, path string, opts Options) (err error) {
	if opts.Lock == nil {
		lock, err := LockOffice(path)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, lock.Unlock()) }()
	}
	copied := path + upgradeTail
	if err := removeAll(copied); err != nil { // of an upgrade that was killed
		return folderReadOnly(filepath.Dir(path), err)
	}
	err = copyInto(ctx, path, copied, opts)
	if err == nil {
		err = migrate(ctx, copied, opts, false)
	}
	if err == nil {
		err = replace(copied, path)
	}
	if err == nil {
		return nil
	}
	return errors.Join(stuck(path, err), removeAll(copied))
}

// stuck says that an office could not be brought up to date.
func stuck(path string, err error) error {
	err = refuse(path, "migrate", err)
	var known *app.Refusal
	if errors.As(err, &known) {
		return err
	}
	return &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " non si lascia portare alla versione nuova: è rimasto com’era.",
		Do:   "Apritelo con la versione di prima e mandate a chi vi assiste il file di registro del programma.", Err: err,
	}
}

// copyInto writes the office as it stands, its log included, to a new file with
// the same rights.
func copyInto(ctx context.Context, path, to string, opts Options) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_RDWR, info.Mode().Perm()&0o660|0o600)
	if err != nil {
		return folderReadOnly(filepath.Dir(path), err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	db, err := openHandle(ctx, path, readWrite, opts.busy)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", to)
	return errors.Join(err, db.Close()) // which leaves no log beside the file
}

// migrate applies what is wanting, each step in a transaction, and leaves one
// synced file.
func migrate(ctx context.Context, path string, opts Options, fresh bool) error {
	db, err := openHandle(ctx, path, reshape, opts.busy)
	if err != nil {
		return err
	}
	err = migrateHandle(ctx, db, opts, fresh)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	return syncFile(path)
}

func migrateHandle(ctx context.Context, db *sql.DB, opts Options, fresh bool) error {
	if fresh {
		if _, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
			return err
		}
	}
	p, err := newProvider(db, opts.Migrations)
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return err
	}
	var table, other sql.NullString
	var row, key sql.NullInt64
	err = db.QueryRowContext(ctx, "PRAGMA foreign_key_check").Scan(&table, &row, &other, &key)
	if err == nil {
		return fmt.Errorf("row %d of %s refers to nothing in %s", row.Int64, table.String, other.String)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}
