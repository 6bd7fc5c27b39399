package store

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"tutela/app/form"
)

// load reads the record of a uid, or with uid "" all of a register in the order
// of its list: one query for each table, however many records there are.
func (p *plan) load(s *session, uid string) ([]any, error) {
	if uid == "" {
		return p.loadBy(s, p.root.sql.all, nil, "")
	}
	return p.loadBy(s, p.root.sql.one, []any{uid}, uid)
}

// loadBy reads the records whose rows a query gives, in its order; uid where that
// is the one record.
func (p *plan) loadBy(s *session, query string, args []any, uid string) ([]any, error) {
	recs, byID, rootID, err := p.loadRoots(s, query, args)
	if err != nil || len(recs) == 0 {
		return nil, err
	}
	if uid == "" {
		rootID = 0
	}
	rows := map[*table]map[int64]any{p.root: byID}
	for _, t := range p.tables {
		if t.parent != nil {
			if rows[t], err = t.loadRows(s, rows[t.parent], rootID); err != nil {
				return nil, fmt.Errorf("read %s: %w", t.name, err)
			}
		}
		for _, l := range t.links {
			if err := l.load(s, rows[t], rootID); err != nil {
				return nil, fmt.Errorf("read %s: %w", l.name, err)
			}
		}
	}
	if p.files {
		if err := p.loadFiles(s, recs, uid); err != nil {
			return nil, fmt.Errorf("read attachments of %s: %w", p.typ.Key, err)
		}
	}
	return recs, nil
}

// loadRoots reads the rows of the register itself; rootID is the id of the last.
func (p *plan) loadRoots(s *session, query string, args []any) (recs []any, byID map[int64]any, rootID int64, err error) {
	var id int64
	var head form.Head
	var created, updated string
	values, dest := scanner(len(p.root.cols), &id, &head.UID, &created, &updated, &head.Revision)
	byID = map[int64]any{}
	err = s.each(query, args, dest, func() error {
		rec := p.typ.New()
		h := rec.(form.Record).Head()
		*h = head
		if h.Created, err = parseTime(created); err != nil {
			return err
		}
		if h.Updated, err = parseTime(updated); err != nil {
			return err
		}
		recs, byID[id], rootID = append(recs, rec), rec, id
		return p.root.put(rec, values)
	})
	if err != nil {
		return nil, nil, 0, fmt.Errorf("read %s: %w", p.typ.Key, err)
	}
	return recs, byID, rootID, nil
}

// choose gives the query of a table below the root and its argument.
func (q *statements) choose(rootID int64) (string, []any) {
	if rootID == 0 {
		return q.all, nil
	}
	return q.one, []any{rootID}
}

func (t *table) loadRows(s *session, parents map[int64]any, rootID int64) (map[int64]any, error) {
	query, args := t.sql.choose(rootID)
	rows := map[int64]any{}
	var parentID, id int64
	values, dest := scanner(len(t.cols), &parentID, &id)
	err := s.each(query, args, dest, func() error {
		parent := parents[parentID]
		if parent == nil {
			return nil // of a row that is reserved and not saved yet
		}
		row := t.list.AddRow(parent)
		rows[id] = row
		return t.put(row, values)
	})
	return rows, err
}

func (l *link) load(s *session, owners map[int64]any, rootID int64) error {
	query, args := l.sql.choose(rootID)
	var parentID, last int64
	var value string
	var many []string
	flush := func() {
		if owner := owners[last]; owner != nil && len(many) > 0 {
			l.field.Put(owner, many)
		}
		many = many[:0]
	}
	err := s.each(query, args, []any{&parentID, &value}, func() error {
		if parentID != last {
			flush()
			last = parentID
		}
		many = append(many, value)
		return nil
	})
	flush()
	return err
}

// put sets the fields that are columns, from what SQL gave.
func (t *table) put(rec any, values []any) error {
	for i, f := range t.cols {
		if values[i] == nil {
			continue
		}
		v, err := fromSQL(f, values[i])
		if err != nil {
			return fmt.Errorf("column %s: %w", f.Key, err)
		}
		f.Put(rec, v)
	}
	return nil
}

// scanner makes room for n columns behind some fixed ones.
func scanner(n int, fixed ...any) (values, dest []any) {
	values = make([]any, n)
	for i := range values {
		fixed = append(fixed, &values[i])
	}
	return values, fixed
}

// fromSQL turns what a column holds into the value of a field.
func fromSQL(f *form.Field, v any) (any, error) {
	switch f.Kind {
	case form.KInt, form.KMoney, form.KBool:
		n, ok := v.(int64)
		if !ok {
			return nil, fmt.Errorf("holds %T", v)
		}
		if f.Kind == form.KBool {
			return n != 0, nil
		}
		return n, nil
	}
	text, ok := v.(string)
	if !ok {
		return nil, fmt.Errorf("holds %T", v)
	}
	switch f.Kind {
	case form.KDate:
		return form.Date(text), nil
	case form.KMoment:
		at, err := parseTime(text)
		return form.MomentOf(at), err
	case form.KTri:
		return form.Tri(text), nil
	}
	return text, nil
}

// toSQL turns the value of a field, as form gives it, into what a column holds.
// References are not for it: they need the id of the other record.
func toSQL(v any) any {
	switch v := v.(type) {
	case form.Date:
		return string(v)
	case form.Moment:
		return v.ISO()
	case form.Tri:
		return string(v)
	case bool:
		return int64(1)
	}
	return v
}

// Times are kept to the second, in UTC, as export files write them.
func formatTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func parseTime(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	return t.UTC(), err
}

const (
	filesOfAll = `SELECT record, path, name, mime, sha256, size FROM attachment WHERE register = ? ORDER BY record, path, pos`
	filesOfOne = `SELECT record, path, name, mime, sha256, size FROM attachment WHERE register = ? AND record = ? ORDER BY record, path, pos`
)

func (p *plan) loadFiles(s *session, recs []any, uid string) error {
	query, args := filesOfAll, []any{p.typ.Key}
	if uid != "" {
		query, args = filesOfOne, []any{p.typ.Key, uid}
	}
	byUID := make(map[string]any, len(recs))
	for _, rec := range recs {
		byUID[rec.(form.Record).Head().UID] = rec
	}
	var record, path string
	var file form.File
	return s.each(query, args, []any{&record, &path, &file.Name, &file.MIME, &file.SHA256, &file.Size}, func() error {
		rec := byUID[record]
		if rec == nil {
			return nil
		}
		f, owner := walk(p.typ, rec, path)
		if f == nil {
			return fmt.Errorf("attachment of %s at the unknown place %s", record, path)
		}
		have, _ := f.Value(owner).([]form.File)
		f.Put(owner, append(have, file))
		return nil
	})
}

// walk follows a path such as "retention/0/papers" to a field and to the record
// or child record that holds it; nil where there is none.
func walk(t *form.Type, rec any, path string) (*form.Field, any) {
	key, rest, deeper := strings.Cut(path, "/")
	f := t.Field(key)
	if f == nil || !deeper {
		return f, rec
	}
	number, rest, _ := strings.Cut(rest, "/")
	i, err := strconv.Atoi(number)
	if err != nil || f.Kind != form.KList || i < 0 || i >= f.Rows(rec) {
		return nil, nil
	}
	return walk(f.Child, f.Row(rec, i), rest)
}
