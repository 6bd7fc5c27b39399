package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// Change is one row of the trail. Its Payload is the canonical JSON of the whole
// record after the change, "null" after a deletion, nil where it was lawfully
// erased.
type Change = app.Change

// nothing is the payload of a change that left no record behind.
const nothing = "null"

// hashFormat opens the bytes that a hash is taken over; another layout would be
// told by another word.
const hashFormat = "tutela-audit-1"

// HashOf is the hash of a row of the trail: the lower-case hex SHA-256 of, one
// after the other,
//
//	"tutela-audit-1", seq, at, who, host_user, action, register, uid, digest, prev
//
// each as a netstring: its length in bytes in decimal digits, ":", its bytes,
// ",". seq is in decimal digits; at is RFC 3339 in UTC to the second
// (2026-11-22T10:30:00Z); digest is the lower-case hex SHA-256 of the payload;
// prev is the hash of the row before, "" for the first. The payload itself is
// not in it, so that it may be erased and the chain still holds.
func HashOf(c Change) string {
	var b []byte
	for _, part := range []string{
		hashFormat, strconv.FormatInt(c.Seq, 10), formatTime(c.At), c.Who, c.HostUser,
		c.Action, c.Register, c.UID, c.Digest, c.Prev,
	} {
		b = strconv.AppendInt(b, int64(len(part)), 10)
		b = append(b, ':')
		b = append(b, part...)
		b = append(b, ',')
	}
	return digestOf(b)
}

func digestOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// chainHead is the last row of the trail.
type chainHead struct {
	seq  int64
	hash string
}

func readHead(s *session) (h chainHead, err error) {
	if _, err := s.one("SELECT seq, hash FROM audit_head WHERE one = 1", nil, &h.seq, &h.hash); err != nil {
		return h, fmt.Errorf("read head of audit: %w", err)
	}
	return h, nil
}

func writeHead(s *session, h chainHead) error {
	if _, err := s.exec("UPDATE audit_head SET seq = ?, hash = ? WHERE one = 1", h.seq, h.hash); err != nil {
		return fmt.Errorf("write head of audit: %w", err)
	}
	return nil
}

// record writes a saved record to the trail, payload being its JSON.
func (tx *Tx) record(action string, t *form.Type, rec form.Record, payload []byte) error {
	if tx.Action != "" {
		action = tx.Action
	}
	return tx.append(action, t.Key, rec.Head().UID, payload, filesOf(t, rec, ""))
}

// append adds a row to the trail.
func (tx *Tx) append(action, register, uid string, payload []byte, files []placed) error {
	c := Change{
		Seq: tx.head.seq + 1, At: tx.db.now(), Who: tx.by.Who, HostUser: tx.db.opts.HostUser,
		Action: action, Register: register, UID: uid, Payload: payload, Digest: digestOf(payload), Prev: tx.head.hash,
	}
	c.Hash = HashOf(c)
	return tx.put(c, files)
}

func (tx *Tx) put(c Change, files []placed) error {
	_, err := tx.s.exec("INSERT INTO audit (seq, at, who, host_user, action, register, uid, digest, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		c.Seq, formatTime(c.At), c.Who, c.HostUser, c.Action, c.Register, c.UID, c.Digest, c.Prev, c.Hash)
	if err != nil {
		return fmt.Errorf("write audit: %w", err)
	}
	var body any
	if c.Payload != nil {
		body = string(c.Payload)
	}
	if _, err := tx.s.exec("INSERT INTO audit_payload (seq, body) VALUES (?, ?)", c.Seq, body); err != nil {
		return fmt.Errorf("write audit payload: %w", err)
	}
	for _, f := range files {
		if _, err := tx.s.exec("INSERT INTO audit_file (seq, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING", c.Seq, f.file.SHA256); err != nil {
			return fmt.Errorf("write files of audit: %w", err)
		}
	}
	tx.head, tx.moved = chainHead{c.Seq, c.Hash}, true
	return nil
}

// past is what the trail knows of a record.
type past struct {
	changes int64 // the revision that the last one made
	first   time.Time
}

func pastOf(s *session, register, uid string) (p past, err error) {
	var first string
	if _, err := s.one("SELECT count(*), coalesce(min(at), '') FROM audit WHERE register = ? AND uid = ?", []any{register, uid}, &p.changes, &first); err != nil {
		return p, err
	}
	if p.changes > 0 {
		p.first, err = parseTime(first)
	}
	return p, err
}
