package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"os"
	"path/filepath"

	"tutela/app"
	"tutela/app/vault"
)

// leastLog is how much of a sealed file must be of no use before it is written
// anew while somebody waits; at closing an eighth will do.
const leastLog = 16 << 20

// tidy writes the file anew where what nobody needs any more has outgrown half of
// the rest, or must be gone. Where that fails the old file does as well, and is
// left alone for a while.
func (s *sealed) tidy(ctx context.Context, raw driver.Conn, closing bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	needed := s.log.needed()
	waste, least := s.log.durable.at-needed, s.least
	if closing {
		least /= 8
	}
	if !s.erased && (waste < least || waste < needed/2) {
		return
	}
	if s.rewrite(ctx, raw, s.keys) != nil {
		s.least = waste + leastLog
		return
	}
	s.erased, s.least = false, leastLog
}

// rewrite puts in the place of the file one that holds the rows and the blobs
// they name, and no past, under a new data key. The caller has all turns, and mu.
func (s *sealed) rewrite(ctx context.Context, raw driver.Conn, keys vault.Keys) (err error) {
	var sums []uint64
	if err := eachPage(ctx, raw, func(number int, page []byte) error {
		sums = append(sums, s.sum(number, page))
		return nil
	}); err != nil {
		return err
	}
	made := s.path + newTail
	f, err := createSealed(made, s.info.Mode())
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(made))
		}
	}()
	log, err := makeLog(s.path, f, keys)
	if err == nil {
		err = log.fill(ctx, raw, func(sha string) ([]byte, bool, error) { return s.log.blob(sha) })
	}
	if err := errors.Join(err, f.Close(), s.log.f.Close()); err != nil { // Windows renames no open file
		return s.reopen(err)
	}
	if err := replace(made, s.path); err != nil {
		return s.reopen(refuseWrite(s.path, err))
	}
	if err := s.reopen(nil); err != nil {
		return err
	}
	log.f = s.log.f
	s.log, s.keys, s.sums = log, keys, sums
	return nil
}

// reopen takes the file in hand again.
func (s *sealed) reopen(err error) error {
	f, again := os.OpenFile(s.path, os.O_RDWR, 0)
	if again != nil {
		return errors.Join(err, gone(s.path, again))
	}
	s.log.f = f
	info, again := f.Stat()
	if again == nil {
		s.info, s.size = info, info.Size()
	}
	return errors.Join(err, again)
}

func createSealed(path string, mode os.FileMode) (*os.File, error) {
	if err := removeAll(path); err != nil { // of one that was killed
		return nil, folderReadOnly(filepath.Dir(path), err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, mode.Perm()&0o660|0o600)
	if err != nil {
		return nil, folderReadOnly(filepath.Dir(path), err)
	}
	return f, nil
}

// fill writes all rows, and the blobs that they name, as one commit.
func (l *sealedLog) fill(ctx context.Context, rows driver.Conn, blob func(sha string) ([]byte, bool, error)) error {
	shas, err := blobNames(ctx, rows)
	if err != nil {
		return err
	}
	if err := l.stageAll(shas, blob); err != nil {
		return err
	}
	return l.fillRows(ctx, rows)
}

// stageAll writes the bytes of digests.
func (l *sealedLog) stageAll(shas []string, blob func(sha string) ([]byte, bool, error)) error {
	for _, sha := range shas {
		data, found, err := blob(sha)
		if err != nil && !errors.Is(err, vault.ErrDamaged) { // what is lost already must not lose the rest
			return err
		}
		if !found || err != nil {
			continue
		}
		if err := l.stage(sha, data); err != nil {
			return err
		}
	}
	return nil
}

// fillRows writes all pages, and ends the commit.
func (l *sealedLog) fillRows(ctx context.Context, rows driver.Conn) error {
	var size, count int
	err := eachPage(ctx, rows, func(number int, page []byte) error {
		if size, count = len(page), number; number == 1 {
			settle(page)
		}
		return l.page(uint32(number), page)
	})
	if err != nil {
		return err
	}
	return l.end(size, uint32(count))
}

// rekey is flush of a transaction that changes the passphrase: the file is written
// anew under the new keys and a new data key, with what the transaction changed.
// Copies made before open with the passphrase of then.
func (s *sealed) rekey(ctx context.Context, raw driver.Conn) error {
	if err := s.rewrite(ctx, raw, *s.next); err != nil {
		return err
	}
	s.next, s.written = nil, true
	return nil
}

func (tx *Tx) rekey(k vault.Keys) error {
	if tx.db.sealed == nil {
		return nil
	}
	if k.None() {
		return &app.Refusal{
			What: "L’ufficio è chiuso con la frase segreta: senza, non resterebbe chiuso.",
			Do:   "Prima riaprite il file a tutti, poi togliete la frase segreta.",
		}
	}
	tx.db.sealed.next = &k
	return nil
}
