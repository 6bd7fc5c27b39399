package store

import (
	"encoding/json"
	"fmt"

	"tutela/app/form"
)

// This file alone holds the JSON expressions of SQL.

// insertSQL puts all rows of one parent into a table of links: its arguments are
// the parent and the values as a JSON array, in their order.
func (l *link) insertSQL(column string) string {
	into := "INSERT INTO " + ident(l.name) + " (parent_id, pos, " + ident(column) + ") "
	if l.field.Kind == form.KRefs {
		return into + "SELECT ?1, j.key, r.id FROM json_each(?2) j CROSS JOIN " + ident(l.field.Register) + " r ON r.uid = j.value"
	}
	return into + "SELECT ?1, j.key, j.value FROM json_each(?2) j"
}

// writeLink writes what a field of many slugs or references holds.
func (tx *Tx) writeLink(l link, id int64, rec any, clear bool) error {
	if clear {
		if _, err := tx.s.exec(l.sql.clear, id); err != nil {
			return err
		}
	}
	many, _ := l.field.Value(rec).([]string)
	if len(many) == 0 {
		return nil
	}
	list, err := json.Marshal(many)
	if err != nil {
		return fmt.Errorf("write %s: %w", l.name, err)
	}
	res, err := tx.s.exec(l.sql.insert, id, string(list))
	if err != nil || l.field.Kind != form.KRefs {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == int64(len(many)) {
		return err
	}
	for _, uid := range many { // one of them is not there: which?
		if _, err := tx.refID(l.field, uid); err != nil {
			return err
		}
	}
	return fmt.Errorf("write %s: rows are missing", l.name)
}
