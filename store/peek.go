package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tutela/app"
)

// Peek gathers all registers of an office that stays as it lies: no byte of it, of
// its log or its lock is changed, no file is made beside it, and who has it open
// notices nothing. So it needs no right to write either. An office of an older
// program is brought up to date in memory alone, a sealed one wants its identity.
// What cannot be read is refused, with an *app.Refusal.
func Peek(ctx context.Context, path string, now time.Time, opts Options) (*app.Dossier, error) {
	opts = opts.filled()
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	d, err := peek(ctx, path, now, opts)
	if err != nil {
		return nil, fmt.Errorf("peek at office: %w", err)
	}
	return d, nil
}

// How often a file is read that is changed meanwhile, and the wait before the next
// time.
const (
	peekTries = 5
	peekWait  = 50 * time.Millisecond
)

// peek reads without a lock, which would leave a trace, and so has to see
// afterwards that the file was left in peace.
func peek(ctx context.Context, path string, now time.Time, opts Options) (*app.Dossier, error) {
	for range peekTries {
		head, err := probeFile(path)
		if err != nil {
			return nil, err
		}
		before, err := footingOf(path)
		if err != nil {
			return nil, err
		}
		d, err := peekOnce(ctx, path, now, head != nil, opts)
		after, err2 := footingOf(path)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err2 == nil && after.same(before), head != nil && err == nil: // what was appended to a sealed one is left out
			return d, err
		}
		select {
		case <-ctx.Done():
		case <-time.After(peekWait):
		}
	}
	return nil, &app.Refusal{
		What: "Il file " + quoted(filepath.Base(path)) + " viene scritto proprio adesso da un’altra finestra o da un altro programma.",
		Do:   "Riprovate fra poco.",
	}
}

func peekOnce(ctx context.Context, path string, now time.Time, sealed bool, opts Options) (d *app.Dossier, err error) {
	db, err := openPeek(ctx, path, sealed, opts)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.shut()) }()
	return db.Dossier(ctx, now)
}

func openPeek(ctx context.Context, path string, sealed bool, opts Options) (*DB, error) {
	if sealed {
		image, err := sealedImage(path, opts)
		if err != nil {
			return nil, err
		}
		return peekImage(ctx, path, image, opts)
	}
	if logSize(path) == 0 {
		handle, err := openHandle(ctx, path, untouched, opts.busy)
		if err != nil {
			return nil, refuse(path, "open to peek", err)
		}
		pending, err := judgeSchema(ctx, handle, path, opts)
		if err == nil && !pending {
			var db *DB
			if db, err = checkedReader(ctx, path, handle, opts); err == nil {
				return db, nil
			}
		}
		if err := errors.Join(err, handle.Close()); err != nil {
			return nil, err
		}
	}
	image, err := imageOf(path)
	if err != nil {
		return nil, err
	}
	return peekImage(ctx, path, image, opts)
}

// checkedReader is a reader on a handle whose pages hold together, as far as Open
// would look.
func checkedReader(ctx context.Context, path string, handle *sql.DB, opts Options) (*DB, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, notThere(path, err)
	} else if info.Size() <= checkedUpTo {
		if err := quickCheck(ctx, handle, path); err != nil {
			return nil, err
		}
	}
	return readerOn(path, handle, opts)
}

// peekImage opens what was read into memory, and brings it up to date there.
func peekImage(ctx context.Context, path string, image []byte, opts Options) (_ *DB, err error) {
	db, err := imageDB(ctx, path, image, opts)
	if err != nil {
		return nil, refuse(path, "open to peek", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.shut())
		}
	}()
	pending, err := judgeSchema(ctx, db.reader, path, opts)
	if err != nil {
		return nil, err
	}
	if len(image) <= checkedUpTo {
		if err := quickCheck(ctx, db.reader, path); err != nil {
			return nil, err
		}
	}
	if pending {
		if err := migrateHandle(ctx, db.reader, opts, false); err != nil {
			return nil, stuck(path, err)
		}
	}
	return db, nil
}

func sealedImage(path string, opts Options) (image []byte, err error) {
	if opts.Identity == nil {
		return nil, needIdentity(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, refuseRead(err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, image, err = openLog(path, f, opts.Identity)
	return image, err
}

// mostPeeked is how large a file is, with its log, that is brought into memory to
// be read: it takes twice that for a moment.
const mostPeeked = 512 << 20

// imageOf is the database of a plain office in memory, with what its log holds.
// The file is read first: what is brought into it meanwhile stands in the log, so
// that it is as the log ends (see footing).
func imageOf(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, notThere(path, err)
	}
	if info.Size()+logSize(path) > mostPeeked {
		return nil, &app.Refusal{
			What: "Il file " + quoted(filepath.Base(path)) + " è troppo grande per leggerlo senza aprirlo.",
			Do:   "Apritelo una volta con questa versione di Tutela e chiudetelo.",
		}
	}
	image, err := os.ReadFile(path)
	if err != nil {
		return nil, refuseRead(err)
	}
	log, err := os.ReadFile(path + "-wal")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, refuseRead(err)
	}
	if image, err = withLog(image, log); err != nil {
		return nil, damaged(path, err)
	}
	if len(image) < headerSize {
		return nil, damaged(path, errors.New("it was cut short"))
	}
	// Deserialized, it has no log.
	image[atWriteVersion], image[atReadVersion] = 1, 1
	return image, nil
}

func logSize(path string) int64 {
	info, err := os.Stat(path + "-wal")
	if err != nil {
		return 0
	}
	return info.Size()
}

// footing is by what one sees that a plain office was not changed under the hands of
// who read it. Where it has a log, that is the log's head: as long as that is the
// same the log only grows, and what is brought from it into the file stands in both.
// Where it has none, it is the file itself.
type footing struct {
	file os.FileInfo
	log  [logHeadSize]byte // zeroes: there is none
}

func footingOf(path string) (f footing, err error) {
	if f.file, err = os.Stat(path); err != nil {
		return f, notThere(path, err)
	}
	log, err := os.Open(path + "-wal")
	if errors.Is(err, os.ErrNotExist) {
		return f, nil
	}
	if err != nil {
		return f, noPermission(path, err)
	}
	defer log.Close()
	if n, _ := log.ReadAt(f.log[:], 0); n < len(f.log) {
		f.log = [logHeadSize]byte{} // begun and nothing in it
	}
	return f, nil
}

func (f footing) same(o footing) bool {
	if !os.SameFile(f.file, o.file) || f.log != o.log {
		return false
	}
	return f.log != [logHeadSize]byte{} || f.file.Size() == o.file.Size() && f.file.ModTime().Equal(o.file.ModTime())
}
