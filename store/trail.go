package store

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// chainValue is the beginning of a hash as people copy it from a paper.
var chainValue = regexp.MustCompile(`^[0-9a-f]{8,64}$`)

// Trail chooses changes of the whole office, the newest first, and gives their
// numbers alone: what they are is asked for as it comes into view (TrailRows).
func (db *DB) Trail(ctx context.Context, q app.TrailQuery) (seqs []int64, err error) {
	err = db.read(ctx, "read trail", func(s *session) error {
		where, args := "WHERE 1 = 1", []any{}
		add := func(condition string, values ...any) {
			where += " AND " + condition
			args = append(args, values...)
		}
		if q.Who != "" {
			add("a.who = ?", q.Who)
		}
		if q.Register != "" {
			add("a.register = ?", q.Register)
		}
		if q.UID != "" {
			add("a.uid = ?", q.UID)
		}
		if q.From != "" {
			add("a.at >= ?", formatTime(midnight(q.From, 0)))
		}
		if q.To != "" {
			add("a.at < ?", formatTime(midnight(q.To, 1)))
		}
		named := func(string, string) bool { return true }
		if value := strings.ToLower(strings.ReplaceAll(q.Text, " ", "")); chainValue.MatchString(value) {
			add("substr(a.hash, 1, ?) = ?", len(value), value)
		} else if words := matching(q.Text); words != "" {
			found, err := db.titledWith(s, q.Text, words)
			if err != nil {
				return err
			}
			named = func(register, uid string) bool { return found[register+" "+uid] }
		}
		var seq int64
		var register, uid string
		return s.each("SELECT a.seq, a.register, a.uid FROM audit a "+where+" ORDER BY a.seq DESC", args, []any{&seq, &register, &uid}, func() error {
			if named(register, uid) {
				seqs = append(seqs, seq)
			}
			return nil
		})
	})
	return seqs, err
}

// midnight is the moment in Rome at which a day begins, or one some days after.
func midnight(d form.Date, after int) time.Time {
	day := d.Time()
	return time.Date(day.Year(), day.Month(), day.Day()+after, 0, 0, 0, 0, form.Rome)
}

// titledWith finds the records and papers, "register uid", in whose name all the
// words stand: those that are there, and those that are gone.
func (db *DB) titledWith(s *session, text, words string) (map[string]bool, error) {
	found := map[string]bool{}
	var register, uid, title string
	err := s.each("SELECT x.register, x.uid FROM record_search JOIN record_index x ON x.id = record_search.rowid WHERE record_search MATCH ?",
		[]any{titled(words)}, []any{&register, &uid}, func() error {
			found[register+" "+uid] = true
			return nil
		})
	if err != nil {
		return nil, err
	}
	holds := func(title string) bool {
		title = catalogue.Fold(title)
		for _, w := range strings.Fields(catalogue.Fold(text)) {
			if !strings.Contains(title, w) {
				return false
			}
		}
		return true
	}
	err = s.each("SELECT uid, title FROM print", nil, []any{&uid, &title}, func() error {
		if holds(title) {
			found[app.PrintRegister+" "+uid] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = changes(s, `WHERE a.seq IN (
		SELECT max(l.seq) FROM audit l JOIN audit_payload q ON q.seq = l.seq WHERE q.body <> 'null' GROUP BY l.register, l.uid)
		AND NOT EXISTS (SELECT 1 FROM record_index x WHERE x.register = a.register AND x.uid = a.uid)`, nil, func(c Change) error {
		if title := db.titleIn(c); title != "" && holds(title) {
			found[c.Register+" "+c.UID] = true
		}
		return nil
	})
	return found, err
}

// titleIn is the name of the record that a change left, "" where it left none.
func (db *DB) titleIn(c Change) string {
	p := db.byKey[c.Register]
	if p == nil {
		return ""
	}
	rec, err := c.Record(p.typ)
	if err != nil || rec == nil { // what an older program wrote may be beyond reading
		return ""
	}
	return p.typ.Title(rec)
}

// TrailRows gives changes by their numbers, in that order, with the names of
// what they are of: today's, or the last one of what is gone.
func (db *DB) TrailRows(ctx context.Context, seqs []int64) (rows []app.TrailRow, err error) {
	err = db.read(ctx, "read trail", func(s *session) error {
		for _, seq := range seqs {
			row := app.TrailRow{}
			var at string
			found, err := s.one("SELECT seq, at, who, host_user, action, register, uid, digest, prev, hash FROM audit WHERE seq = ?", []any{seq},
				&row.Seq, &at, &row.Who, &row.HostUser, &row.Action, &row.Register, &row.UID, &row.Digest, &row.Prev, &row.Hash)
			if err != nil {
				return err
			}
			if !found {
				return fmt.Errorf("audit row %d: %w", seq, ErrNotFound)
			}
			if row.At, err = parseTime(at); err != nil {
				return err
			}
			if row.Title, row.There, err = db.nowCalled(s, row.Register, row.UID); err != nil {
				return err
			}
			rows = append(rows, row)
		}
		return nil
	})
	return rows, err
}

// nowCalled is the name of a record or paper, and whether it is still there.
func (db *DB) nowCalled(s *session, register, uid string) (title string, there bool, err error) {
	if register == app.PrintRegister {
		there, err = s.one("SELECT title FROM print WHERE uid = ?", []any{uid}, &title)
		return title, there, err
	}
	there, err = s.one("SELECT title FROM record_index WHERE register = ? AND uid = ?", []any{register, uid}, &title)
	if err != nil || there {
		return title, there, err
	}
	err = changes(s, "WHERE a.register = ? AND a.uid = ? AND p.body <> 'null' ORDER BY a.seq DESC LIMIT 1", []any{register, uid}, func(c Change) error {
		title = db.titleIn(c)
		return nil
	})
	return title, false, err
}

// ChangeAt gives one change with its payload, and the last one before it that
// left something of the same record; before.Seq is 0 where there is none.
func (db *DB) ChangeAt(ctx context.Context, seq int64) (c, before Change, err error) {
	err = db.read(ctx, "read change", func(s *session) error {
		err := changes(s, "WHERE a.seq = ?", []any{seq}, func(x Change) error {
			c = x
			return nil
		})
		if err != nil {
			return err
		}
		if c.Seq == 0 {
			return &app.Refusal{What: "Questa modifica non c’è nella storia dell’ufficio.", Err: fmt.Errorf("audit row %d: %w", seq, ErrNotFound)}
		}
		return changes(s, "WHERE a.register = ? AND a.uid = ? AND a.seq < ? AND p.body <> 'null' ORDER BY a.seq DESC LIMIT 1",
			[]any{c.Register, c.UID, seq}, func(x Change) error {
				before = x
				return nil
			})
	})
	return c, before, err
}

// TrailParts lists who changed anything, in alphabetical order, and the registers
// in which anything was changed.
func (db *DB) TrailParts(ctx context.Context) (who, registers []string, err error) {
	err = db.read(ctx, "read trail", func(s *session) error {
		var name string
		if err := s.each("SELECT DISTINCT who FROM audit ORDER BY who", nil, []any{&name}, func() error {
			who = append(who, name)
			return nil
		}); err != nil {
			return err
		}
		return s.each("SELECT DISTINCT register FROM audit", nil, []any{&name}, func() error {
			registers = append(registers, name)
			return nil
		})
	})
	return who, registers, err
}
