package store

import (
	"context"
	"fmt"
	"iter"
	"time"

	"tutela/app"
	"tutela/app/form"
)

const changeColumns = `a.seq, a.at, a.who, a.host_user, a.action, a.register, a.uid, a.digest, a.prev, a.hash, p.body`

// changes calls do for rows of the trail; tail is what follows FROM … in SQL.
func changes(s *session, tail string, args []any, do func(c Change) error) error {
	var c Change
	var at string
	var body *string
	dest := []any{&c.Seq, &at, &c.Who, &c.HostUser, &c.Action, &c.Register, &c.UID, &c.Digest, &c.Prev, &c.Hash, &body}
	query := "SELECT " + changeColumns + " FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq " + tail
	return s.each(query, args, dest, func() error {
		var err error
		if c.At, err = parseTime(at); err != nil {
			return fmt.Errorf("audit row %d: %w", c.Seq, err)
		}
		c.Payload = nil
		if body != nil {
			c.Payload = []byte(*body)
		}
		return do(c)
	})
}

func (db *DB) collect(ctx context.Context, tail string, args ...any) (out []Change, err error) {
	err = db.read(ctx, "read history", func(s *session) error {
		return changes(s, tail, args, func(c Change) error {
			out = append(out, c)
			return nil
		})
	})
	return out, err
}

// History lists what happened to a record, the oldest first.
func (db *DB) History(ctx context.Context, register, uid string) ([]Change, error) {
	return db.collect(ctx, "WHERE a.register = ? AND a.uid = ? ORDER BY a.seq", register, uid)
}

// Deleted lists the records of a register that are no longer there, the last
// deleted first: of each the change that holds its last version. What was
// lawfully erased is not among them.
func (db *DB) Deleted(ctx context.Context, register string) ([]Change, error) {
	return db.collect(ctx, `WHERE a.seq IN (
		SELECT max(l.seq) FROM audit l JOIN audit_payload q ON q.seq = l.seq
		WHERE l.register = ? AND q.body <> 'null' GROUP BY l.uid)
		AND NOT EXISTS (SELECT 1 FROM record_index x WHERE x.register = a.register AND x.uid = a.uid)
		ORDER BY (SELECT max(seq) FROM audit d WHERE d.register = a.register AND d.uid = a.uid) DESC`, register)
}

// Touched tells how many records of each register were changed after a moment, the
// registers with most of them first. What was only printed or signed was not changed.
func (db *DB) Touched(ctx context.Context, after time.Time) (out []app.Touched, err error) {
	err = db.read(ctx, "read history", func(s *session) error {
		var x app.Touched
		return s.each(`SELECT register, count(DISTINCT uid) n FROM audit WHERE at > ? AND action <> ? AND register NOT IN ('', ?, ?)
			GROUP BY register ORDER BY n DESC, register`, []any{formatTime(after), app.ActionPrint, app.PrintRegister, app.TrailRegister}, []any{&x.Register, &x.Records}, func() error {
			out = append(out, x)
			return nil
		})
	})
	return out, err
}

// Latest lists the last changes of the whole office, the newest first: those
// before the row numbered before, or the very last ones where it is 0.
func (db *DB) Latest(ctx context.Context, before int64, limit int) ([]Change, error) {
	return db.collect(ctx, "WHERE ? = 0 OR a.seq < ? ORDER BY a.seq DESC LIMIT ?", before, before, limit)
}

// Changes runs through the whole trail, the oldest first, as it stood at the
// start. An error ends it.
func (db *DB) Changes(ctx context.Context) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) {
		const page = 500 // a reading transaction held for long keeps the log from shrinking
		last := int64(0)
		for {
			list, err := db.collect(ctx, "WHERE a.seq > ? ORDER BY a.seq LIMIT ?", last, page)
			if err != nil {
				yield(Change{}, err)
				return
			}
			for _, c := range list {
				if !yield(c, nil) {
					return
				}
				last = c.Seq
			}
			if len(list) < page {
				return
			}
		}
	}
}

// VersionAt is a record as the change numbered seq left it. After a deletion,
// an erasure or for a row of another register there is none: the Refusal wraps
// ErrNotFound.
func (db *DB) VersionAt(ctx context.Context, t *form.Type, seq int64) (rec any, err error) {
	err = db.read(ctx, "read version", func(s *session) error {
		return changes(s, "WHERE a.seq = ? AND a.register = ?", []any{seq, t.Key}, func(c Change) error {
			if c.Payload == nil || string(c.Payload) == nothing {
				return nil
			}
			var err error
			rec, err = versionAt(s, t, c)
			return err
		})
	})
	if err == nil && rec == nil {
		return nil, &app.Refusal{
			What: "Di questa modifica non resta una versione da mostrare.",
			Err:  fmt.Errorf("%s, change %d: %w", t.Key, seq, ErrNotFound),
		}
	}
	return rec, err
}

// versionAt turns a payload back into a record, with the head it had.
func versionAt(s *session, t *form.Type, c Change) (any, error) {
	rec, err := t.Decode(c.Payload)
	if err != nil {
		return nil, fmt.Errorf("read change %d: %w", c.Seq, err)
	}
	h := rec.(form.Record).Head()
	*h = form.Head{UID: c.UID, Updated: c.At}
	var first string
	if _, err := s.one("SELECT count(*), min(at) FROM audit WHERE register = ? AND uid = ? AND seq <= ?",
		[]any{t.Key, c.UID, c.Seq}, &h.Revision, &first); err != nil {
		return nil, err
	}
	if c.Action == ActionReview { // which is no update
		var updated string
		if _, err := s.one("SELECT at FROM audit WHERE register = ? AND uid = ? AND seq < ? AND action <> ? ORDER BY seq DESC LIMIT 1",
			[]any{t.Key, c.UID, c.Seq, ActionReview}, &updated); err != nil {
			return nil, err
		}
		if h.Updated, err = parseTime(updated); err != nil {
			return nil, err
		}
	}
	h.Created, err = parseTime(first)
	return rec, err
}

// AllAsOf is a register as it stood at a moment, in the order of its list. A
// record whose history was lawfully erased is not in it.
func (db *DB) AllAsOf(ctx context.Context, t *form.Type, at time.Time) (recs []any, err error) {
	err = db.read(ctx, "read "+t.Key+" of the past", func(s *session) error {
		recs, err = db.allAsOf(s, t, at)
		return err
	})
	return recs, err
}

func (db *DB) allAsOf(s *session, t *form.Type, at time.Time) ([]any, error) {
	recs, err := db.past(s, t, at)
	if err != nil {
		return nil, err
	}
	book, err := db.bookFor(s, true)
	if err != nil {
		return nil, err
	}
	n := &names{s: s, book: book, titles: map[string]string{}}
	inOrder(t, recs, n)
	return recs, n.err
}

// past is a register as it stood at a moment, in no order.
func (db *DB) past(s *session, t *form.Type, at time.Time) (recs []any, err error) {
	var found []Change
	err = changes(s, `WHERE a.seq IN (SELECT max(seq) FROM audit WHERE register = ? AND at <= ? GROUP BY uid) ORDER BY a.seq`,
		[]any{t.Key, formatTime(at)}, func(c Change) error {
			if c.Payload != nil && string(c.Payload) != nothing {
				found = append(found, c)
			}
			return nil
		})
	if err != nil {
		return nil, err
	}
	for _, c := range found {
		rec, err := versionAt(s, t, c)
		if err != nil {
			return nil, err
		}
		recs = append(recs, rec)
	}
	return recs, nil
}
