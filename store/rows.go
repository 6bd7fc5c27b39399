package store

import (
	"fmt"
	"reflect"
	"strconv"

	"tutela/app"
	"tutela/app/form"
)

// writeRecord brings the tables to what rec holds. old is what they hold now,
// nil where nothing; lists that are the same are left alone.
func (tx *Tx) writeRecord(p *plan, id int64, rec form.Record, old any) error {
	values, err := tx.values(p.root, rec)
	if err != nil {
		return err
	}
	h := rec.Head()
	args := append([]any{formatTime(h.Created), formatTime(h.Updated), h.Revision}, values...)
	if _, err := tx.s.exec(p.root.sql.update, append(args, id)...); err != nil {
		return err
	}
	if err := tx.writeMany(p.root, id, rec, old); err != nil {
		return err
	}
	if p.files {
		return tx.writeFiles(p, h.UID, rec, old)
	}
	return nil
}

// writeMany writes what hangs below one row: links and child rows.
func (tx *Tx) writeMany(t *table, id int64, rec, old any) error {
	for _, l := range t.links {
		if old != nil && same(l.field, old, rec) {
			continue
		}
		if err := tx.writeLink(l, id, rec, old != nil); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
	for _, kid := range t.kids {
		if old != nil {
			if same(kid.list, old, rec) {
				continue
			}
			if _, err := tx.s.exec(kid.sql.clear, id); err != nil {
				return fmt.Errorf("%s: %w", kid.name, err)
			}
		}
		for i := range kid.list.Rows(rec) {
			row := kid.list.Row(rec, i)
			values, err := tx.values(kid, row)
			if err != nil {
				return err
			}
			res, err := tx.s.exec(kid.sql.insert, append([]any{id, int64(i)}, values...)...)
			if err != nil {
				return fmt.Errorf("%s: %w", kid.name, err)
			}
			rowID, err := res.LastInsertId()
			if err != nil {
				return err
			}
			if err := tx.writeMany(kid, rowID, row, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

func (tx *Tx) writeLink(l link, id int64, rec any, clear bool) error {
	if clear {
		if _, err := tx.s.exec(l.sql.clear, id); err != nil {
			return err
		}
	}
	many, _ := l.field.Value(rec).([]string)
	for i, v := range many {
		var arg any = v
		if l.field.Kind == form.KRefs {
			ref, err := tx.refID(l.field, v)
			if err != nil {
				return err
			}
			arg = ref
		}
		if _, err := tx.s.exec(l.sql.insert, id, int64(i), arg); err != nil {
			return err
		}
	}
	return nil
}

// values are the columns of a row, in the order of its table.
func (tx *Tx) values(t *table, rec any) ([]any, error) {
	out := make([]any, len(t.cols))
	for i, f := range t.cols {
		v := f.Value(rec)
		if f.Kind == form.KRef && v != nil {
			id, err := tx.refID(f, v.(string))
			if err != nil {
				return nil, err
			}
			out[i] = id
			continue
		}
		out[i] = toSQL(v)
	}
	return out, nil
}

// refID is the id of a record that another refers to.
func (tx *Tx) refID(f *form.Field, uid string) (id int64, err error) {
	found, err := tx.s.one("SELECT id FROM "+ident(f.Register)+" WHERE uid = ?", []any{uid}, &id)
	if err == nil && !found {
		err = &app.Refusal{
			What: "Il campo " + quoted(f.Label) + " indica una scheda che non c’è più.",
			Do:   "Scegliete un’altra voce o lasciate vuoto il campo.",
			Err:  fmt.Errorf("field %s refers to %s %s: %w", f.Key, f.Register, uid, ErrNotFound),
		}
	}
	return id, err
}

// same says whether a field holds the same in two records.
func same(f *form.Field, a, b any) bool {
	if f.Kind != form.KList {
		return reflect.DeepEqual(f.Value(a), f.Value(b))
	}
	if f.Rows(a) != f.Rows(b) {
		return false
	}
	for i := range f.Rows(a) {
		if !f.Child.Equal(f.Row(a, i), f.Row(b, i)) {
			return false
		}
	}
	return true
}

// placed is an attachment and where in its record it hangs.
type placed struct {
	path string
	pos  int
	file form.File
}

// filesOf lists the attachments of a record, child records included.
func filesOf(t *form.Type, rec any, path string) (out []placed) {
	for _, f := range t.Fields() {
		switch f.Kind {
		case form.KFiles:
			files, _ := f.Value(rec).([]form.File)
			for i, file := range files {
				out = append(out, placed{path + f.Key, i, file})
			}
		case form.KList:
			for i := range f.Rows(rec) {
				out = append(out, filesOf(f.Child, f.Row(rec, i), path+f.Key+"/"+strconv.Itoa(i)+"/")...)
			}
		}
	}
	return out
}

func (tx *Tx) writeFiles(p *plan, uid string, rec, old any) error {
	files := filesOf(p.typ, rec, "")
	if old != nil {
		if reflect.DeepEqual(files, filesOf(p.typ, old, "")) {
			return nil
		}
		if _, err := tx.s.exec("DELETE FROM attachment WHERE register = ? AND record = ?", p.typ.Key, uid); err != nil {
			return err
		}
	}
	for _, f := range files {
		_, err := tx.s.exec("INSERT INTO attachment (register, record, path, pos, name, mime, sha256, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			p.typ.Key, uid, f.path, f.pos, f.file.Name, f.file.MIME, f.file.SHA256, f.file.Size)
		if codeOf(err) == codeForeignKey {
			return &app.Refusal{
				What: "L’allegato " + quoted(f.file.Name) + " non c’è più nel file dell’ufficio.",
				Do:   "Toglietelo dalla scheda e allegatelo di nuovo.", Err: err,
			}
		}
		if err != nil {
			return fmt.Errorf("attachment %s: %w", f.path, err)
		}
	}
	return nil
}
