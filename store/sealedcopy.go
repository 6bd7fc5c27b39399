package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"os"

	"tutela/app/vault"
)

// CopyLocked writes a copy of a sealed office as it is up to its last whole
// commit, which asks for no passphrase: it opens with that of the office. It may be
// called beside an open window.
func CopyLocked(path string, w io.Writer) error {
	path, err := resolve(path)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return refuseRead(err)
	}
	defer f.Close()
	head, err := readSealedHead(path, f)
	if err != nil {
		return err
	}
	if head == nil {
		return notAnOffice(path, errors.New("it is not sealed"))
	}
	l := &sealedLog{path: path, f: f, head: head}
	size, err := l.size()
	if err != nil {
		return err
	}
	last, at := mark{}, head.size
	for number := uint64(1); ; number++ {
		fr, ok, err := l.frameAt(at)
		if err != nil {
			return err
		}
		if !ok || fr.number != number || fr.end() > size || fr.kind == frameSum {
			break
		}
		if at = fr.end(); fr.kind == frameEnd {
			last = mark{at: at, number: number}
		}
	}
	if last.at == 0 {
		return damaged(path, errors.New("no commit in it"))
	}
	return l.copyTo(w, last)
}

// copySealed writes the bytes of an office, up to a commit. They stay as they are
// however long w takes: nobody waits for a slow stick.
func (db *DB) copySealed(ctx context.Context, w io.Writer, check bool, progress func(done, total int64)) (m manifest, err error) {
	if check {
		if err := db.Check(ctx); err != nil {
			return m, err
		}
	}
	l := &sealedLog{path: db.path}
	var end mark
	err = db.read(ctx, "copy office", func(s *session) (err error) {
		if m, err = db.manifest(s); err != nil {
			return err
		}
		end = db.sealed.log.durable
		m.Size = end.at
		l.f, err = db.sealed.another()
		return err
	})
	if err != nil {
		return m, err
	}
	if progress != nil {
		w = &counted{Writer: w, tell: func(done int64) { progress(min(done, m.Size), m.Size) }}
	}
	return m, errors.Join(l.copyTo(w, end), l.f.Close())
}

// counted tells how many bytes were written.
type counted struct {
	io.Writer
	done int64
	tell func(done int64)
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.done += int64(n)
	c.tell(c.done)
	return n, err
}

// another opens the file that was read once more.
func (s *sealed) another() (*os.File, error) {
	f, err := os.Open(s.path)
	if err != nil {
		return nil, refuseRead(err)
	}
	if info, err := f.Stat(); err != nil || !os.SameFile(info, s.info) {
		return nil, errors.Join(gone(s.path, errors.New("it was written anew meanwhile")), f.Close())
	}
	return f, nil
}

// copyTo writes what is before a mark, and the sum of it.
func (l *sealedLog) copyTo(w io.Writer, end mark) error {
	sum := sha256.New()
	if n, err := io.Copy(io.MultiWriter(w, sum), io.NewSectionReader(l.f, 0, end.at)); err != nil {
		return err
	} else if n != end.at {
		return refuseRead(io.ErrUnexpectedEOF)
	}
	fr := frame{kind: frameSum, number: end.number + 1, at: end.at, length: sumSize}
	out := fr.clear()
	out = sum.Sum(out)
	_, err := w.Write(append(out, make([]byte, sumSize-sha256.Size)...))
	return err
}

// summed says whether the sum that a frame holds is that of all before it.
func (l *sealedLog) summed(fr frame) (bool, error) {
	raw := make([]byte, fr.length)
	if _, err := l.f.ReadAt(raw, fr.at+frameHead); err != nil {
		return false, refuseRead(err)
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(l.f, 0, fr.at)); err != nil {
		return false, refuseRead(err)
	}
	want := append(sum.Sum(nil), make([]byte, sumSize-sha256.Size)...)
	if !bytes.Equal(raw, want) {
		return false, damaged(l.path, vault.ErrDamaged)
	}
	return true, nil
}
