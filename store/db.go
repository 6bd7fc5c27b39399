// Package store keeps an office in one SQLite file: its registers, the trail of
// every change, drafts, printed papers and attachments. Nothing above it knows
// SQL; what lies where follows from the forms.
//
// What Write acknowledged is on the disk: a pulled plug loses nothing of it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/vault"
)

// Options is what an office file is opened with. The zero value will do.
type Options struct {
	Registers  []app.Register   // nil: app.Registers()
	Now        func() time.Time // the clock of every change; nil: time.Now
	Migrations fs.FS            // SQL files for goose at its root; nil: those of the program
	// Lock is the caller's hold on the office (LockOffice). Where it is nil, as
	// in commands that may work beside an open window, Open takes it for the
	// moment of a migration, and Close leaves attachments that nothing names.
	Lock *Lock
	// Version of the program. A new one makes the index of lists and search
	// anew, since titles and rules may be others.
	Version string
	// Identity opens a sealed office (Unlock gives it); a plain one needs none.
	Identity *vault.Identity
	// HostUser is who the computer says is working; "" asks the system.
	HostUser string

	busy time.Duration // how long to wait for another process; 0: busyWait
	// through is what a copy is written through, for tests; nil: nothing.
	through func(io.Writer) io.Writer
}

const busyWait = 5 * time.Second

func (o Options) filled() Options {
	if o.Registers == nil {
		o.Registers = app.Registers()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Migrations == nil {
		o.Migrations = shippedMigrations()
	}
	if o.HostUser == "" {
		if u, err := user.Current(); err == nil {
			o.HostUser = u.Username
		}
	}
	if o.busy == 0 {
		o.busy = busyWait
	}
	return o
}

// DB is an open office file. Any number of goroutines may use it: readers do
// not wait for the one writer, and see what was there when they began.
type DB struct {
	path   string
	file   os.FileInfo // of the file that was opened
	opts   Options
	plans  []*plan
	byKey  map[string]*plan
	uses   map[string][]use // register -> where others refer to it
	writer *sql.DB          // one connection, immediate transactions
	reader *sql.DB
	kept   keptStatements // of the writer
	sealed *sealed        // nil for a plain office
	blobs  blobs
	// closed is set once: who still reads then gets an error.
	closed atomic.Bool

	mu   sync.Mutex
	book *catalogue.Book // with the office's own entries; nil: to be made
}

// Path is the file, with symbolic links followed.
func (db *DB) Path() string { return db.path }

// Registers lists the registers that the file is read with.
func (db *DB) Registers() []app.Register { return db.opts.Registers }

func (db *DB) now() time.Time { return db.opts.Now().UTC().Truncate(time.Second) }

// Open opens an office file, bringing an older one up to date. What it cannot
// work with it refuses, with an *app.Refusal, before anything is written.
func Open(ctx context.Context, path string, opts Options) (*DB, error) {
	opts = opts.filled()
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	head, err := probe(path)
	if err != nil {
		return nil, fmt.Errorf("open office: %w", err)
	}
	if head != nil {
		return openSealedOffice(ctx, path, opts)
	}
	pending, err := inspect(ctx, path, opts)
	if err != nil {
		return nil, fmt.Errorf("open office: %w", err)
	}
	if pending {
		if err := upgrade(ctx, path, opts); err != nil {
			return nil, fmt.Errorf("upgrade office: %w", err)
		}
	}
	return attach(ctx, path, opts, nil)
}

// Create makes a new office file, readable by its owner alone, and opens it. A
// file that is there already is refused, not touched.
func Create(ctx context.Context, path string, opts Options) (*DB, error) {
	opts = opts.filled()
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	if err := create0(ctx, path, opts); err != nil {
		return nil, fmt.Errorf("create office: %w", err)
	}
	return attach(ctx, path, opts, nil)
}

// resolve gives the file that a path stands for: beside it lie its log and the
// copy of an upgrade, which a symbolic link would part.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find office: %w", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path)), nil
	}
	return path, nil // probe says in words what is wrong with it
}

// attach opens the two handles on a file that is known to be good; s where it is
// sealed.
func attach(ctx context.Context, path string, opts Options, s *sealed) (db *DB, err error) {
	db = &DB{path: path, opts: opts, byKey: map[string]*plan{}, sealed: s, blobs: tableBlobs{}}
	if s != nil {
		db.blobs = sealedBlobs{s}
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.shut())
			db = nil
		}
	}()
	if db.plans, err = newPlans(opts.Registers); err != nil {
		return db, err
	}
	for _, p := range db.plans {
		db.byKey[p.typ.Key] = p
	}
	db.uses = usesOf(db.plans)
	if db.writer, err = db.handle(ctx, readWrite); err != nil {
		return db, refuse(path, "open writer", err)
	}
	if err = db.wantWAL(ctx); err != nil {
		return db, err
	}
	if db.reader, err = db.handle(ctx, readOnly); err != nil {
		return db, refuse(path, "open reader", err)
	}
	if db.file, err = os.Stat(path); err != nil {
		return db, gone(path, err)
	}
	if err = db.refreshIndex(ctx); err != nil {
		return db, err
	}
	return db, nil
}

func (db *DB) handle(ctx context.Context, a access) (*sql.DB, error) {
	if db.sealed != nil {
		return db.sealed.handle(ctx, a)
	}
	return openHandle(ctx, db.path, a, db.opts.busy)
}

// wantWAL makes sure of the journal that the durability rests on; SQLite keeps
// quiet where a file system does not carry it.
func (db *DB) wantWAL(ctx context.Context) error {
	if db.sealed != nil {
		return nil // whose commits are in the file themselves
	}
	var mode string
	if err := db.writer.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return refuse(db.path, "ask journal mode", err)
	}
	if mode != "wal" {
		return &app.Refusal{
			What: "La cartella " + quoted(filepath.Dir(db.path)) + " non permette di salvare senza rischio di perdere dati.",
			Do:   "Spostate il file su un disco di questo computer.",
			Err:  fmt.Errorf("journal mode is %s", mode),
		}
	}
	return nil
}

// Close brings everything into the one file and lets go of it. Its log is
// removed when nobody else has the file open. A second call does nothing.
func (db *DB) Close() error {
	if db.closed.Swap(true) {
		return nil // closed before
	}
	ctx := context.Background()
	var errs []error
	if db.opts.Lock != nil && db.here() == nil {
		errs = append(errs, db.dropBlobs(ctx))
	}
	errs = append(errs, db.reader.Close())
	if db.sealed == nil && db.here() == nil {
		_, err := db.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
		errs = append(errs, refuse(db.path, "checkpoint", err))
	}
	return errors.Join(append(errs, db.shut())...)
}

func (db *DB) shut() error {
	var errs []error
	if db.reader != nil {
		errs = append(errs, db.reader.Close())
	}
	if db.writer != nil {
		errs = append(errs, db.writer.Close())
	}
	if db.sealed != nil {
		errs = append(errs, db.sealed.close())
	}
	return errors.Join(errs...)
}

// here says whether the path still holds the file that was opened. SQLite would
// go on writing to a file that was deleted or replaced, into nothing.
func (db *DB) here() error {
	if db.sealed != nil {
		return db.sealed.here()
	}
	info, err := os.Stat(db.path)
	if err != nil {
		return gone(db.path, err)
	}
	if !os.SameFile(info, db.file) {
		return gone(db.path, errors.New("another file has taken the place of the one that was opened"))
	}
	return nil
}

func gone(path string, err error) error {
	return &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " è stato spostato, cancellato o sostituito mentre era aperto: la modifica non è stata salvata.",
		Do:   "Chiudete il programma, rimettete il file al suo posto e riapritelo.", Err: err,
	}
}

// QuickCheck looks the pages of the file over, which finds nearly all damage, at
// about 3 ms for 1 MB. It ends with the context.
func (db *DB) QuickCheck(ctx context.Context) error {
	return db.read(ctx, "look file over", func(s *session) error {
		return checkFile(s, "PRAGMA quick_check(1)", db.path)
	})
}

// Check reads the whole file for damage; about a second for 15 MB. Backups ask
// for it first.
func (db *DB) Check(ctx context.Context) error {
	if db.sealed != nil {
		return db.checkSealed(ctx)
	}
	return db.read(ctx, "check file", func(s *session) error {
		return checkFile(s, "PRAGMA integrity_check(1)", db.path)
	})
}
