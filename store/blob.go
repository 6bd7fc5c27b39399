package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tutela/app"
	"tutela/app/vault"
)

// MaxBlob is the most bytes that one attachment or printed paper may have.
const MaxBlob = app.MaxFile

// PutBlob keeps bytes under their SHA-256, once however often they come. They
// are an attachment when a saved record names them; what nothing names is
// removed when the office is closed.
func (db *DB) PutBlob(ctx context.Context, mime string, data []byte) (sha string, err error) {
	err = db.write(ctx, By{}, "keep attachment", func(tx *Tx) error {
		sha, err = tx.PutBlob(mime, data)
		return err
	})
	return sha, err
}

// PutBlob is DB.PutBlob inside the transaction.
func (tx *Tx) PutBlob(mime string, data []byte) (sha string, err error) {
	if err := app.FileTooBig(int64(len(data))); err != nil {
		return "", err
	}
	sha = digestOf(data)
	if data == nil {
		data = []byte{} // nil would be NULL
	}
	return sha, tx.s.fail(tx.db.blobs.put(tx.s, sha, mime, data))
}

// Blob gives bytes back by their SHA-256. Bytes that are not there, or are no
// longer what they were, are refused.
func (db *DB) Blob(ctx context.Context, sha string) (data []byte, mime string, err error) {
	err = db.read(ctx, "read attachment", func(s *session) error {
		found, err := s.one("SELECT mime FROM blob WHERE sha256 = ?", []any{sha}, &mime)
		if err != nil {
			return err
		}
		if found {
			data, found, err = db.blobs.get(s, sha)
		}
		if err != nil && !errors.Is(err, vault.ErrDamaged) {
			return err
		}
		if !found {
			return &app.Refusal{
				What: "L’allegato non c’è più nel file dell’ufficio.",
				Do:   "Cercatelo nelle copie di sicurezza.", Err: fmt.Errorf("blob %s: %w", sha, ErrNotFound),
			}
		}
		if err != nil || digestOf(data) != sha {
			return &app.Refusal{
				What: "L’allegato è danneggiato: il suo contenuto non è quello di quando è stato salvato.",
				Do:   "Cercatelo nelle copie di sicurezza.", Err: fmt.Errorf("blob %s has another digest", sha),
			}
		}
		return nil
	})
	if err != nil {
		return nil, "", err
	}
	return data, mime, nil
}

// blobs is where the bytes of attachments and papers lie. Of each there is a row
// in the table blob in any case, which others refer to.
type blobs interface {
	put(s *session, sha, mime string, data []byte) error
	get(s *session, sha string) (data []byte, found bool, err error)
}

// tableBlobs are those of a plain office: in the row itself.
type tableBlobs struct{}

const insertBlob = "INSERT INTO blob (sha256, mime, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"

func (tableBlobs) put(s *session, sha, mime string, data []byte) error {
	_, err := s.exec(insertBlob, sha, mime, data)
	return err
}

func (tableBlobs) get(s *session, sha string) (data []byte, found bool, err error) {
	found, err = s.one("SELECT bytes FROM blob WHERE sha256 = ?", []any{sha}, &data)
	return data, found, err
}

// sealedBlobs are those of a sealed office: pieces of the file of their own, so
// that the rows in memory stay small.
type sealedBlobs struct{ *sealed }

func (b sealedBlobs) put(s *session, sha, mime string, data []byte) error {
	if _, err := s.exec(insertBlob, sha, mime, []byte{}); err != nil {
		return err
	}
	if _, found, err := b.log.blob(sha); err != nil || found {
		return err
	}
	return b.log.stage(sha, data)
}

func (b sealedBlobs) get(_ *session, sha string) (data []byte, found bool, err error) {
	return b.log.blob(sha)
}

// FilesAdded tells when each attachment first came into a record, by its SHA-256.
func (db *DB) FilesAdded(ctx context.Context, register, uid string) (map[string]time.Time, error) {
	out := map[string]time.Time{}
	err := db.read(ctx, "read the days of attachments", func(s *session) error {
		var sha, at string
		return s.each(`SELECT f.sha256, min(a.at) FROM audit a JOIN audit_file f ON f.seq = a.seq
			WHERE a.register = ? AND a.uid = ? GROUP BY f.sha256`, []any{register, uid}, []any{&sha, &at}, func() (err error) {
			out[sha], err = parseTime(at)
			return err
		})
	})
	return out, err
}

// unnamedBlob chooses the bytes that no record, version, paper or draft names.
const unnamedBlob = `NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = blob.sha256)
	AND NOT EXISTS (SELECT 1 FROM audit_file f WHERE f.sha256 = blob.sha256)
	AND NOT EXISTS (SELECT 1 FROM print p WHERE p.sha256 = blob.sha256 OR p.layout = blob.sha256)
	AND NOT EXISTS (SELECT 1 FROM print_signed g WHERE g.sha256 = blob.sha256)
	AND NOT EXISTS (SELECT 1 FROM draft d WHERE instr(d.body, blob.sha256) > 0)`

// dropBlobs removes the bytes that no record, version, paper or draft names.
func (db *DB) dropBlobs(ctx context.Context) error {
	return db.write(ctx, By{}, "drop attachments", func(tx *Tx) error {
		res, err := tx.s.exec("DELETE FROM blob WHERE " + unnamedBlob)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err == nil && n > 0 {
			tx.wipe()
		}
		return nil
	})
}
