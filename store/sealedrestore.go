package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"syscall"

	"tutela/app/vault"
)

// openSealed reads what to take over from a sealed office. One that is damaged
// can be replaced, one that is locked cannot: that would be a way round its
// passphrase, and lose the numbers that it gave.
func (p *present) openSealed(ctx context.Context, path string, opts Options) error {
	if opts.Identity == nil {
		return needIdentity(path)
	}
	s, err := openSealed(path, opts)
	if errors.Is(err, vault.ErrForeign) {
		return err
	}
	if err != nil {
		p.unread = err
		return nil
	}
	handle, err := s.handle(ctx, readOnly)
	if err != nil {
		return errors.Join(err, s.close())
	}
	db := &DB{path: path, opts: opts, byKey: map[string]*plan{}, reader: handle}
	err = db.read(ctx, "read what to take over", func(s *session) error { return p.read(s) })
	return errors.Join(err, handle.Close(), s.close())
}

// under are the keys of the office that a restore makes: those of the sealed one
// that it replaces, or of the one that was copied; no identity where it is to be
// plain.
func (o *openedCopy) under(p present, opts Options) (vault.Keys, *vault.Identity) {
	switch {
	case p.sealed != nil:
		return p.sealed.keys(), opts.Identity
	case o.office != nil:
		return o.office.log.head.keys(), o.id
	}
	return vault.Keys{}, nil
}

// buildSealed is build of a sealed office: nothing of the copy reaches the disk but
// sealed.
func (o *openedCopy) buildSealed(ctx context.Context, by By, path string, p present, keys vault.Keys, id *vault.Identity, opts Options) error {
	f, err := createSealed(path, 0o600)
	if err != nil {
		return err
	}
	log, err := makeLog(path, f, keys)
	if err == nil {
		err = o.fill(ctx, log)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		if no, ok := errors.AsType[syscall.Errno](err); ok {
			return vault.CannotWrite(path, no) // no change of anybody's is lost
		}
		return err
	}
	opts.Lock, opts.Identity = nil, id // it is of the office, not of this file
	s, err := openSealed(path, opts)
	if err != nil {
		return err
	}
	db, err := attach(ctx, path, opts, s)
	if err != nil {
		return err
	}
	err = db.write(ctx, by, "take over", func(tx *Tx) error {
		if err := tx.takeOver(o, p); err != nil {
			return err
		}
		return putKeys(tx.s, keys) // one passphrase for file and copies
	})
	return errors.Join(err, db.Close())
}

// fill writes the rows of the copy without the bytes of attachments and papers,
// which the rows of a plain office hold, and those beside them.
func (o *openedCopy) fill(ctx context.Context, log *sealedLog) error {
	conn, err := o.db.reader.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	blob := func(sha string) (data []byte, found bool, err error) {
		err = conn.QueryRowContext(ctx, "SELECT bytes FROM blob WHERE sha256 = ?", sha).Scan(&data)
		return data, err == nil, err
	}
	if o.office != nil {
		blob = o.office.log.blob
	}
	var shas []string
	err = conn.Raw(func(c any) error {
		shas, err = blobNames(ctx, c.(driver.Conn))
		return err
	})
	if err != nil {
		return err
	}
	if err := log.stageAll(shas, blob); err != nil {
		return err
	}
	if o.office == nil {
		for _, query := range []string{"UPDATE blob SET bytes = x''", "VACUUM"} {
			if _, err := conn.ExecContext(ctx, query); err != nil {
				return err
			}
		}
	}
	return conn.Raw(func(c any) error { return log.fillRows(ctx, c.(driver.Conn)) })
}
