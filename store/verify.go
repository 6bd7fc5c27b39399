package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"

	"tutela/app"
	"tutela/app/form"
)

// ChainReport is what VerifyChain found.
type ChainReport = app.ChainReport

// Fault is one place where the trail, or a record, is not as it was written.
type Fault = app.Fault

// VerifyChain reckons the whole trail anew: rows that are missing or were
// changed, payloads that are missing or were changed. It proves nothing against
// someone who rewrites all of it; for that, its Head is compared with one that
// was printed or kept in a backup. About 5 µs a row.
func (db *DB) VerifyChain(ctx context.Context) (report ChainReport, err error) {
	err = db.read(ctx, "verify audit", func(s *session) error {
		fault := func(seq int64, format string, args ...any) {
			report.Faults = append(report.Faults, Fault{Seq: seq, Text: fmt.Sprintf(format, args...)})
		}
		payloads, err := payloadRows(s)
		if err != nil {
			return err
		}
		prev := Change{}
		err = changes(s, "ORDER BY a.seq", nil, func(c Change) error {
			report.Rows++
			if missing := c.Seq - prev.Seq - 1; missing == 1 {
				fault(c.Seq, "Manca la riga %d.", c.Seq-1)
			} else if missing > 1 {
				fault(c.Seq, "Mancano le righe da %d a %d.", prev.Seq+1, c.Seq-1)
			} else if c.Prev != prev.Hash {
				fault(c.Seq, "La riga %d non segue dalla %d: una delle due è stata cambiata.", c.Seq, c.Seq-1)
			}
			if HashOf(c) != c.Hash {
				fault(c.Seq, "La riga %d è stata cambiata.", c.Seq)
			}
			switch {
			case !payloads[c.Seq]:
				fault(c.Seq, "Manca il contenuto della riga %d.", c.Seq)
			case c.Payload == nil:
				report.Erased++
			case digestOf(c.Payload) != c.Digest:
				fault(c.Seq, "Il contenuto della riga %d è stato cambiato.", c.Seq)
			}
			prev = c
			return nil
		})
		if err != nil {
			return err
		}
		report.Head = prev.Hash
		return headFault(s, prev, fault)
	})
	return report, err
}

// payloadRows tells a payload that was erased from one whose row is gone.
func payloadRows(s *session) (map[int64]bool, error) {
	rows := map[int64]bool{}
	var seq int64
	err := s.each("SELECT seq FROM audit_payload", nil, []any{&seq}, func() error {
		rows[seq] = true
		return nil
	})
	return rows, err
}

func headFault(s *session, last Change, fault func(int64, string, ...any)) error {
	head, err := readHead(s)
	if err != nil {
		return err
	}
	switch {
	case head.seq > last.Seq:
		fault(head.seq, "Mancano le ultime righe: la storia finisce alla %d, dovrebbe arrivare alla %d.", last.Seq, head.seq)
	case head.seq < last.Seq:
		fault(last.Seq, "Ci sono righe in più dopo la %d.", head.seq)
	case head.hash != last.Hash:
		fault(last.Seq, "L’ultima riga, la %d, è stata cambiata.", last.Seq)
	}
	return nil
}

// VerifyRecords compares every record with its last version in the trail, and
// names those that were changed, added or taken away beside the program.
func (db *DB) VerifyRecords(ctx context.Context) (faults []Fault, err error) {
	err = db.read(ctx, "verify records", func(s *session) error {
		for _, p := range db.plans {
			found, err := verifyRegister(s, p)
			if err != nil {
				return err
			}
			faults = append(faults, found...)
		}
		return nil
	})
	return faults, err
}

func verifyRegister(s *session, p *plan) (faults []Fault, err error) {
	last := map[string]Change{}
	var c Change
	err = s.each(`SELECT seq, uid, digest FROM audit WHERE seq IN (SELECT max(seq) FROM audit WHERE register = ? GROUP BY uid)`,
		[]any{p.typ.Key}, []any{&c.Seq, &c.UID, &c.Digest}, func() error {
			last[c.UID] = c
			return nil
		})
	if err != nil {
		return nil, err
	}
	recs, err := p.load(s, "")
	if err != nil {
		return nil, err
	}
	for _, rec := range recs {
		uid := headOf(rec).UID
		whole, err := asWritten(s, p.typ, rec, last[uid])
		if err != nil {
			return nil, err
		}
		if !whole {
			faults = append(faults, Fault{Text: "La scheda " + called(p.typ, p.typ.Title(rec)) + " è stata cambiata senza il programma."})
		}
		delete(last, uid)
	}
	for uid, c := range last {
		if c.Digest != digestOf([]byte(nothing)) {
			faults = append(faults, Fault{Text: "Una scheda è stata tolta senza il programma: " + p.typ.One + " " + uid + "."})
		}
	}
	return faults, nil
}

// asWritten says whether a record is as its last change in the trail has it. A program
// whose form had its fields in another order wrote other bytes of the same values:
// then the values count.
func asWritten(s *session, t *form.Type, rec any, last Change) (bool, error) {
	now := t.Encode(rec)
	if last.Digest == digestOf(now) {
		return true, nil
	}
	var body sql.NullString
	if _, err := s.one("SELECT body FROM audit_payload WHERE seq = ?", []any{last.Seq}, &body); err != nil {
		return false, err
	}
	if !body.Valid || digestOf([]byte(body.String)) != last.Digest {
		return false, nil
	}
	then, err := t.Decode([]byte(body.String))
	return err == nil && bytes.Equal(t.Encode(then), now), nil
}

// Head is the hash of the last row of the trail, "" where nothing was changed
// yet. Papers and backups hold it, as what the chain is proven against.
func (db *DB) Head(ctx context.Context) (hash string, err error) {
	err = db.read(ctx, "read head of audit", func(s *session) error {
		h, err := readHead(s)
		hash = h.hash
		return err
	})
	return hash, err
}
