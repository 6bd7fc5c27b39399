package store

import (
	"context"
	"encoding/json"
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
	if info, err := os.Stat(to); err == nil {
		if copied, err := os.Stat(path); err == nil && os.SameFile(info, copied) {
			return r, &app.Refusal{What: "La copia e il file da ripristinare sono lo stesso file.", Do: "Dite qual è il file dell’ufficio."}
		}
		if !info.Mode().IsRegular() {
			return r, &app.Refusal{What: quoted(filepath.Base(to)) + " non è un file.", Do: "Dite qual è il file dell’ufficio."}
		}
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
		return r, errors.Join(err, o.db.shut())
	}
	r = app.CopyRestored{CopyContents: report.CopyContents, Warnings: report.Faults}
	p, err := presentOf(ctx, to, opts)
	if err == nil && p.office != "" && o.Office != "" && p.office != o.Office {
		err = &app.Refusal{
			What: "La copia è di un altro ufficio: " + quoted(filepath.Base(to)) + " non è stato toccato.",
			Do:   "Ripristinatela con un altro nome di file.", Err: fmt.Errorf("office %s over %s", o.Office, p.office),
		}
	}
	if err != nil {
		return r, errors.Join(err, o.db.shut())
	}
	if p.there && p.unread != nil {
		r.Warnings = append(r.Warnings, "Il file di prima non si legge: i numeri dati dopo la copia non si conoscono. Guardate sulle carte gli ultimi, prima di darne altri.")
	}
	same := p.tag == o.Tag || p.office != "" && p.office == o.Office
	switch {
	case !same: // an office that was begun anew, on another PC: nothing of it is kept
		p = present{there: p.there, unread: p.unread}
	case p.changes > o.Changes:
		r.Warnings = append(r.Warnings, "Le modifiche fatte dopo la copia stanno solo nel file di prima: "+form.FormatInt(p.changes-o.Changes)+".")
	}
	made := to + ".ripristino"
	err = errors.Join(o.build(ctx, by, made, p, opts), o.db.shut())
	if err == nil {
		r.Aside, err = swap(made, to, p.there, opts.Now())
	}
	if err != nil {
		return r, errors.Join(notRestored(to, err), removeAll(made))
	}
	return r, nil
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
	db, err := attach(ctx, path, opts)
	if err != nil {
		return err
	}
	err = db.write(ctx, by, "take over", func(tx *Tx) error { return tx.takeOver(o, p) })
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	return syncFile(path)
}

// present is what a restore takes over from the file that it replaces.
type present struct {
	there    bool
	unread   error // why nothing could be taken over
	office   string
	tag      string
	changes  int64
	head     string
	numbered []numberedRow
	given    []givenRow
	printed  []printedRow
	settings *app.CopySettings
	keys     *vault.Keys
}

type numberedRow struct {
	register, year string
	number         int64
	owner          string
}

type givenRow struct{ register, field, digest, owner string }

type printedRow struct {
	kind, register, subject string
	revision                int64
}

// presentOf reads the file that is to be replaced, if it is not damaged, and brings
// a log that was left beside it into it. Nothing else of it is changed.
func presentOf(ctx context.Context, path string, opts Options) (p present, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err != nil {
		return p, refuse(path, "look at what is there", err)
	}
	p.there = true
	switch err := probeContent(path, info.Size()); {
	case errors.Is(err, fs.ErrPermission):
		return p, err
	case err != nil:
		p.unread = err
		return p, nil
	}
	how := untouched
	if _, err := os.Stat(path + "-wal"); err == nil {
		how = readWrite // somebody was killed: the log counts
	}
	err = p.open(ctx, path, how, opts)
	if code := codeOf(err) & primaryCodesMask; code == codeCorrupt || code == codeNotDatabase {
		p.unread, err = err, nil
	}
	return p, refuse(path, "read what to take over", err)
}

func (p *present) open(ctx context.Context, path string, how access, opts Options) error {
	handle, err := openHandle(ctx, path, how, opts.busy)
	if err != nil {
		return err
	}
	db := &DB{path: path, opts: opts, byKey: map[string]*plan{}, reader: handle}
	err = db.read(ctx, "read what to take over", func(s *session) error { return p.read(s) })
	if err == nil && how == readWrite {
		_, err = handle.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	}
	return errors.Join(err, handle.Close())
}

// read reads what tables of its time the file has.
func (p *present) read(s *session) error {
	has := map[string]bool{}
	var table string
	if err := s.each("SELECT name FROM sqlite_master WHERE type = 'table'", nil, []any{&table}, func() error {
		has[table] = true
		return nil
	}); err != nil {
		return err
	}
	if has[app.OfficeForm.Key] {
		if _, err := s.one("SELECT uid FROM "+ident(app.OfficeForm.Key)+" WHERE revision > 0", nil, &p.office); err != nil {
			return err
		}
	}
	head, err := readHead(s)
	if err != nil {
		return err
	}
	p.changes, p.head = head.seq, head.hash
	if has["numbered"] {
		var r numberedRow
		if err := s.each("SELECT register, year, number, owner FROM numbered ORDER BY rowid", nil, []any{&r.register, &r.year, &r.number, &r.owner}, func() error {
			p.numbered = append(p.numbered, r)
			return nil
		}); err != nil {
			return err
		}
	}
	if has["given"] {
		var r givenRow
		if err := s.each("SELECT register, field, digest, owner FROM given ORDER BY rowid", nil, []any{&r.register, &r.field, &r.digest, &r.owner}, func() error {
			p.given = append(p.given, r)
			return nil
		}); err != nil {
			return err
		}
	}
	from := "SELECT kind, register, subject, revision FROM print"
	if has["print_given"] {
		from = revisions
	}
	var r printedRow
	if err := s.each("SELECT kind, register, subject, max(revision) FROM ("+from+") WHERE revision > 0 GROUP BY kind, register, subject", nil,
		[]any{&r.kind, &r.register, &r.subject, &r.revision}, func() error {
			p.printed = append(p.printed, r)
			return nil
		}); err != nil {
		return err
	}
	if has["office_key"] {
		settings, tag, err := copySettings(s)
		if err != nil {
			return err
		}
		keys, err := keysOf(s)
		if err != nil {
			return err
		}
		p.tag, p.settings, p.keys = tag, &settings, &keys
	}
	return nil
}

// takeOver brings into a restored office what does not go back with it, and tells
// the trail and the restores of it.
func (tx *Tx) takeOver(o *openedCopy, p present) error {
	for _, r := range p.numbered {
		if _, err := tx.s.exec("INSERT INTO numbered (register, year, number, owner) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", r.register, r.year, r.number, r.owner); err != nil {
			return err
		}
	}
	for _, r := range p.given {
		if _, err := tx.s.exec("INSERT INTO given (register, field, digest, owner) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", r.register, r.field, r.digest, r.owner); err != nil {
			return err
		}
	}
	for _, r := range p.printed {
		if _, err := tx.s.exec(`INSERT INTO print_given (kind, register, subject, revision) VALUES (?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET revision = max(revision, excluded.revision)`, r.kind, r.register, r.subject, r.revision); err != nil {
			return err
		}
	}
	if p.settings != nil {
		if err := errors.Join(putCopySettings(tx.s, *p.settings), putKeys(tx.s, *p.keys)); err != nil {
			return err
		}
	}
	settings, tag, err := copySettings(tx.s)
	if err != nil {
		return err
	}
	body, err := json.Marshal(map[string]string{"made": formatTime(o.Made), "head": o.Head, "replaced": p.head})
	if err != nil {
		return fmt.Errorf("tell of restore: %w", err)
	}
	if err := tx.append(app.ActionRestore, app.CopySettingsKey, tag, body, nil); err != nil {
		return err
	}
	return tx.enterRestore(o, settings.Plan)
}

// enterRestore enters a restore among the others; why it was made, and who decided
// it, is left to be said.
func (tx *Tx) enterRestore(o *openedCopy, plan string) error {
	if tx.db.byKey[app.RestoreForm.Key] == nil {
		return nil
	}
	if _, err := tx.Get(app.BackupPlanForm.Type(), plan); errors.Is(err, ErrNotFound) {
		plan = ""
	} else if err != nil {
		return err
	}
	now := form.MomentOf(tx.db.now())
	entry := &app.Restore{
		Purpose: app.RestoreReal, What: app.RestoreData, Plan: plan, Requested: now, Back: now,
		Outcome: app.RestoreWhole, Restored: o.contents(o.path, o.sealed).Words(),
	}
	var err error
	if entry.By, err = tx.personOf(tx.by.Who); err != nil {
		return err
	}
	return tx.Save(app.RestoreForm.Type(), entry)
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
