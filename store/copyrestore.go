package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
)

// RestoreCopy puts the office that a copy holds in the place of an office file, or
// where there is none. The copy is looked over whole first. The file that was
// there stays beside, under a dated name; whatever fails, it is where it was. Where
// it is the same office, what must not go back with the registers is taken over from
// it: the numbers that were given since, to records and to printed papers, the values
// that never change hands, the passphrase and the settings of the copies.
//
// It takes the lock of the office, and so is refused while a window has it open;
// with Options.Lock the caller has it. The restore stands in the trail and among
// the restores.
func RestoreCopy(ctx context.Context, by By, path, passphrase, to string, opts Options) (app.CopyRestored, error) {
	opts = opts.filled()
	r, err := restoreCopy(ctx, by, path, passphrase, to, opts)
	if err != nil {
		return app.CopyRestored{}, fmt.Errorf("restore copy: %w", err)
	}
	return r, nil
}

func restoreCopy(ctx context.Context, by By, path, passphrase, to string, opts Options) (r app.CopyRestored, err error) {
	if to, err = resolve(to); err != nil {
		return r, err
	}
	if err := notOnto(path, to); err != nil {
		return r, err
	}
	if opts.Lock == nil {
		lock, err := LockOffice(to)
		if err != nil {
			return r, err
		}
		defer func() { err = errors.Join(err, lock.Unlock()) }()
	}
	o, err := openCopy(ctx, path, passphrase, opts)
	if err != nil {
		return r, err
	}
	report, err := o.look(ctx)
	if err != nil {
		return r, errors.Join(err, o.shut())
	}
	r = app.CopyRestored{CopyContents: report.CopyContents, Warnings: report.Faults}
	p, err := presentOf(ctx, to, opts)
	if err != nil {
		return r, errors.Join(err, o.shut())
	}
	warnings, err := p.meet(o, to)
	if err != nil {
		return r, errors.Join(err, o.shut())
	}
	r.Warnings = append(r.Warnings, warnings...)
	made := to + ".ripristino"
	err = errors.Join(o.build(ctx, by, made, p, opts), o.shut())
	if err == nil {
		r.Aside, err = swap(made, to, p.there, opts.Now())
	}
	if err != nil {
		return r, errors.Join(notRestored(to, err), removeAll(made))
	}
	return r, nil
}

// notOnto refuses to restore a copy onto itself, or onto what is no file.
func notOnto(path, to string) error {
	info, err := os.Stat(to)
	if err != nil {
		return nil // nothing is there, or the lock says what is wrong
	}
	if copied, err := os.Stat(path); err == nil && os.SameFile(info, copied) {
		return &app.Refusal{What: "La copia e il file da ripristinare sono lo stesso file.", Do: "Dite qual è il file dell’ufficio."}
	}
	if !info.Mode().IsRegular() {
		return &app.Refusal{What: quoted(filepath.Base(to)) + " non è un file.", Do: "Dite qual è il file dell’ufficio."}
	}
	return nil
}

func notRestored(to string, err error) error {
	what := "Il ripristino non è riuscito: niente è cambiato."
	if _, there := os.Stat(to); there == nil {
		what = "Il ripristino non è riuscito: l’ufficio è rimasto com’era."
	}
	return &app.Refusal{What: what, Do: app.Sentence(refuse(to, "restore copy", err)), Err: err}
}

// build writes the office of a copy to a file, with what it takes over.
func (o *openedCopy) build(ctx context.Context, by By, path string, p present, opts Options) error {
	if err := removeAll(path); err != nil { // of a restore that was killed
		return folderReadOnly(filepath.Dir(path), err)
	}
	if keys, id := o.under(p, opts); id != nil {
		return o.buildSealed(ctx, by, path, p, keys, id, opts)
	}
	err := vault.WriteFile(path, func(w io.Writer) error {
		if opts.through != nil {
			w = opts.through(w)
		}
		return o.db.read(ctx, "write office", func(s *session) error {
			var pages, size int64
			if _, err := s.one("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size", nil, &pages, &size); err != nil {
				return err
			}
			return writeImage(s, w, pages*size, nil)
		})
	})
	if err != nil {
		return err
	}
	opts.Lock = nil // it is of the office, not of this file
	db, err := attach(ctx, path, opts, nil)
	if err != nil {
		return err
	}
	err = db.write(ctx, by, "take over", func(tx *Tx) error { return tx.takeOver(o, p) })
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	return syncFile(path)
}

// swap sets the file at a path aside and puts another in its place. At no moment
// is there nothing at the path.
func swap(made, to string, there bool, now time.Time) (aside string, err error) {
	if !there {
		return "", replace(made, to)
	}
	aside = asideName(to, now)
	if err := os.Link(to, aside); err != nil { // sticks know one name for a file
		if err := copyFile(to, aside); err != nil {
			return "", err
		}
	}
	moved := []string{}
	back := func(err error) error {
		for _, tail := range moved {
			err = errors.Join(err, os.Rename(aside+tail, to+tail))
		}
		return errors.Join(err, os.Remove(aside))
	}
	// The log of a file that could not be read belongs to it: it would be read into
	// the new one.
	for _, tail := range []string{"-wal", "-shm", "-journal"} {
		switch err := os.Rename(to+tail, aside+tail); {
		case err == nil:
			moved = append(moved, tail)
		case !errors.Is(err, fs.ErrNotExist):
			return "", back(err)
		}
	}
	if err := replace(made, to); err != nil {
		return "", back(err)
	}
	return aside, nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return vault.WriteFile(to, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

// longestName is what file systems take, in bytes, less what SQLite adds.
const longestName = 240

// asideName is how the file that a restore replaced is called.
func asideName(path string, now time.Time) string {
	dir, base := filepath.Split(path)
	ext := filepath.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	mark := " prima del ripristino " + now.In(form.Rome).Format("2006-01-02 150405")
	for len(stem)+len(mark)+len(ext) > longestName {
		stem = stem[:strings.LastIndexFunc(stem, func(rune) bool { return true })]
	}
	name := filepath.Join(dir, stem+mark+ext)
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = filepath.Join(dir, stem+mark+" "+strconv.Itoa(n)+ext)
	}
}
