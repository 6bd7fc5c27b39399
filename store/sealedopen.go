package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"tutela/app"
)

// openSealedOffice opens an office whose file is sealed, bringing its rows up to
// date in memory: the file has the old ones or the new ones.
func openSealedOffice(ctx context.Context, path string, opts Options) (*DB, error) {
	if opts.Identity == nil {
		return nil, fmt.Errorf("open office: %w", needIdentity(path))
	}
	s, err := openSealed(path, opts)
	if err != nil {
		return nil, fmt.Errorf("open office: %w", err)
	}
	if opts.Lock != nil {
		if err := wipeLeft(path); err != nil {
			return nil, errors.Join(fmt.Errorf("open office: %w", refuseWrite(path, err)), s.close())
		}
	}
	pending, err := s.inspect(ctx, opts)
	if err == nil && pending {
		err = s.migrate(ctx, opts)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open office: %w", err), s.close())
	}
	return attach(ctx, path, opts, s)
}

// inspect judges the schema. The pages need no look at the start: they opened as
// they were sealed.
func (s *sealed) inspect(ctx context.Context, opts Options) (pending bool, err error) {
	db, err := s.handle(ctx, readOnly)
	if err != nil {
		return false, refuse(s.path, "open for inspection", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return judgeSchema(ctx, db, s.path, opts)
}

// migrate brings the rows up to date in memory, and then the file in one commit.
func (s *sealed) migrate(ctx context.Context, opts Options) (err error) {
	if err := s.reserve(ctx); err != nil {
		return err
	}
	s.hold = true
	db, err := s.handle(ctx, reshape)
	if err == nil {
		err = errors.Join(migrateHandle(ctx, db, opts, false), db.Close())
	}
	s.hold = false
	if err == nil {
		err = s.flush(ctx, s.rows)
	}
	if err != nil {
		s.forget()
		err = stuck(s.path, err)
	}
	s.noteSize()
	return errors.Join(err, s.release())
}

// needIdentity refuses an office that is locked.
func needIdentity(path string) error {
	return &app.Refusal{
		What: "L’ufficio " + quoted(filepath.Base(path)) + " è chiuso con la frase segreta.",
		Do:   "Scrivete la frase segreta per aprirlo.",
		Err:  ErrLocked,
	}
}

// ErrLocked is the cause of the Refusal that Open gives for a sealed office
// without its identity.
var ErrLocked = errors.New("the office is sealed")
