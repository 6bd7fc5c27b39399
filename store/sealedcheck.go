package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"

	"tutela/app/vault"
)

// checkSealed is Check of a sealed office. It looks over a copy of the rows, and
// takes one turn for each attachment, for nobody is to wait until it has done.
func (db *DB) checkSealed(ctx context.Context) error {
	var image []byte
	var shas []string
	err := db.read(ctx, "check file", func(s *session) error {
		var page []byte
		if err := s.each("SELECT data FROM sqlite_dbpage ORDER BY pgno", nil, []any{&page}, func() error {
			image = append(image, page...)
			return nil
		}); err != nil {
			return err
		}
		var err error
		shas, err = namedBlobs(s)
		return err
	})
	if err != nil {
		return err
	}
	if err := checkImage(ctx, db.path, image); err != nil {
		return err
	}
	for _, sha := range shas {
		if err := db.read(ctx, "check attachment", func(s *session) error { return db.sealed.checkBlob(s, sha) }); err != nil {
			return err
		}
	}
	return nil
}

func namedBlobs(s *session) (shas []string, err error) {
	var sha string
	err = s.each("SELECT sha256 FROM blob", nil, []any{&sha}, func() error {
		shas = append(shas, sha)
		return nil
	})
	return shas, err
}

// checkImage looks over a database that lies in memory.
func checkImage(ctx context.Context, path string, image []byte) (err error) {
	settle(image)
	rows, err := openMemory(private, untouched, busyWait)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	if err := rows.(interface{ Deserialize([]byte) error }).Deserialize(image); err != nil {
		return refuse(path, "check file", err)
	}
	err = eachRow(ctx, rows, "PRAGMA integrity_check(1)", func(row []driver.Value) error {
		if said, _ := row[0].(string); said != "ok" {
			return damaged(path, errors.New(said))
		}
		return nil
	})
	return refuse(path, "check file", err)
}

// checkBlob opens the piece of a digest that a row named; one that is not named any
// more may be gone.
func (s *sealed) checkBlob(in *session, sha string) error {
	data, found, err := s.log.blob(sha)
	if err != nil && !errors.Is(err, vault.ErrDamaged) {
		return err
	}
	if err == nil && found && digestOf(data) == sha {
		return nil
	}
	var one int
	if named, asked := in.one("SELECT 1 FROM blob WHERE sha256 = ?", []any{sha}, &one); asked != nil || !named {
		return asked
	}
	return damaged(s.path, errors.Join(fmt.Errorf("blob %s is not whole", sha), err))
}
