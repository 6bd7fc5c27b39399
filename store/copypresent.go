package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
)

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
	sealed   *sealedHead // nil where it is plain
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
	p.sealed, err = probeContent(path, info.Size())
	switch {
	case errors.Is(err, fs.ErrPermission):
		return p, err
	case err != nil:
		p.unread = err
		return p, nil
	}
	if p.sealed != nil {
		err := p.openSealed(ctx, path, opts) // p is what it reads
		return p, err
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

// meet says what restoring a copy over the file loses, and refuses another office's.
// Of one that was begun anew, as on another PC, nothing is taken over.
func (p *present) meet(o *openedCopy, path string) (warnings []string, err error) {
	if p.office != "" && o.Office != "" && p.office != o.Office {
		return nil, &app.Refusal{
			What: "La copia è di un altro ufficio: " + quoted(filepath.Base(path)) + " non è stato toccato.",
			Do:   "Ripristinatela con un altro nome di file.", Err: fmt.Errorf("office %s over %s", o.Office, p.office),
		}
	}
	if p.unread != nil {
		warnings = append(warnings, "Il file di prima non si legge: i numeri dati dopo la copia non si conoscono. Guardate sulle carte gli ultimi, prima di darne altri.")
	}
	switch same := p.tag == o.Tag || p.office != "" && p.office == o.Office; {
	case !same:
		p.numbered, p.given, p.printed, p.settings, p.keys, p.head = nil, nil, nil, nil, nil, ""
	case p.changes > o.Changes:
		warnings = append(warnings, "Le modifiche fatte dopo la copia stanno solo nel file di prima: "+form.FormatInt(p.changes-o.Changes)+".")
	}
	return warnings, nil
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
