package store

import (
	"fmt"
	"slices"
	"strconv"

	"tutela/app"
	"tutela/app/form"
)

// writeRecord brings the tables to what rec holds. changed are the fields that
// they hold otherwise, the rest being left alone; nil where they hold nothing.
func (tx *Tx) writeRecord(p *plan, id int64, rec form.Record, changed map[string]bool) error {
	values, err := tx.values(p.root, rec)
	if err != nil {
		return err
	}
	h := rec.Head()
	args := append([]any{formatTime(h.Created), formatTime(h.Updated), h.Revision}, values...)
	if _, err := tx.s.exec(p.root.sql.update, append(args, id)...); err != nil {
		return err
	}
	if err := tx.writeMany(p.root, id, rec, changed); err != nil {
		return err
	}
	if changed == nil || p.filesIn(changed) {
		return tx.writeFiles(p, h.UID, rec, changed != nil)
	}
	return nil
}

// filesIn says that one of the fields holds attachments, or may in its rows.
func (p *plan) filesIn(changed map[string]bool) bool {
	return p.files && slices.ContainsFunc(p.typ.Fields(), func(f *form.Field) bool {
		return changed[f.Key] && (f.Kind == form.KFiles || f.Kind == form.KList)
	})
}

// writeMany writes what hangs below one row: links and child rows.
func (tx *Tx) writeMany(t *table, id int64, rec any, changed map[string]bool) error {
	for _, l := range t.links {
		if changed != nil && !changed[l.field.Key] {
			continue
		}
		if err := tx.writeLink(l, id, rec, changed != nil); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
	for _, kid := range t.kids {
		if changed != nil {
			if !changed[kid.list.Key] {
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
	key := f.Register + " " + uid
	if id := tx.refs[key]; id != 0 {
		return id, nil
	}
	found, err := tx.s.one("SELECT id FROM "+ident(f.Register)+" WHERE uid = ?", []any{uid}, &id)
	if err == nil && !found {
		err = &app.Refusal{
			What: "Il campo " + quoted(f.Label) + " indica una scheda che non c’è più.",
			Do:   "Scegliete un’altra voce o lasciate vuoto il campo.",
			Err:  fmt.Errorf("field %s refers to %s %s: %w", f.Key, f.Register, uid, ErrNotFound),
		}
	}
	if err == nil {
		tx.refs[key] = id
	}
	return id, err
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

func (tx *Tx) writeFiles(p *plan, uid string, rec any, clear bool) error {
	files := filesOf(p.typ, rec, "")
	if clear {
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
