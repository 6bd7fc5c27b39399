package store

import (
	"context"

	"tutela/app"
)

// Row gives one record as lists show it; false where the register has none of
// this uid.
func (db *DB) Row(ctx context.Context, register, uid string) (row app.Row, found bool, err error) {
	var updated string
	err = db.read(ctx, "row of "+register, func(s *session) (err error) {
		found, err = s.one("SELECT "+rowColumns+" FROM record_index x WHERE x.register = ? AND x.uid = ?", []any{register, uid},
			&row.UID, &row.Title, &row.Second, &row.Ended, &row.Complete, &updated)
		if err == nil && found {
			row.Updated, err = parseTime(updated)
		}
		return err
	})
	return row, found, err
}
