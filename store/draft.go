package store

import (
	"context"

	"tutela/app"
)

// Draft is an editor left open, as form.Editor gives it. Drafts are no part of
// the trail and of exports.
type Draft = app.Draft

// SaveDraft keeps a draft in the place of the one with the same key. Where At is
// unset it is the clock's.
func (db *DB) SaveDraft(ctx context.Context, d Draft) error {
	if d.At.IsZero() {
		d.At = db.now()
	}
	return db.write(ctx, By{}, "save draft", func(tx *Tx) error {
		_, err := tx.s.exec(`INSERT INTO draft (key, register, uid, body, at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (key) DO UPDATE SET register = excluded.register, uid = excluded.uid, body = excluded.body, at = excluded.at`,
			d.Key, d.Register, d.UID, string(d.Body), formatTime(d.At))
		return err
	})
}

// Drafts lists all drafts, the oldest first.
func (db *DB) Drafts(ctx context.Context) ([]Draft, error) {
	return db.drafts(ctx, "ORDER BY at, key")
}

// Draft gives the draft of a key; false where there is none.
func (db *DB) Draft(ctx context.Context, key string) (Draft, bool, error) {
	list, err := db.drafts(ctx, "WHERE key = ?", key)
	if err != nil || len(list) == 0 {
		return Draft{}, false, err
	}
	return list[0], true, nil
}

func (db *DB) drafts(ctx context.Context, tail string, args ...any) (out []Draft, err error) {
	err = db.read(ctx, "read drafts", func(s *session) error {
		var d Draft
		var at, body string
		return s.each("SELECT key, register, uid, body, at FROM draft "+tail, args, []any{&d.Key, &d.Register, &d.UID, &body, &at}, func() (err error) {
			d.Body = []byte(body)
			d.At, err = parseTime(at)
			out = append(out, d)
			return err
		})
	})
	return out, err
}

// DropDraft removes a draft; one that is not there is no error.
func (db *DB) DropDraft(ctx context.Context, key string) error {
	return db.write(ctx, By{}, "drop draft", func(tx *Tx) error { return tx.DropDraft(key) })
}

// DropDraft removes a draft together with the save that it became.
func (tx *Tx) DropDraft(key string) error {
	_, err := tx.s.exec("DELETE FROM draft WHERE key = ?", key)
	return err
}

// Setting is a value kept with the office, "" where it was never set.
func (db *DB) Setting(ctx context.Context, key string) (value string, err error) {
	err = db.read(ctx, "read setting", func(s *session) error {
		_, err := s.one("SELECT value FROM setting WHERE key = ?", []any{key}, &value)
		return err
	})
	return value, err
}

// SetSetting keeps a value with the office. It is no part of the trail. Keys
// that begin with "store." are the store's own.
func (db *DB) SetSetting(ctx context.Context, key, value string) error {
	return db.write(ctx, By{}, "save setting", func(tx *Tx) error { return tx.SetSetting(key, value) })
}

// SetSetting is DB.SetSetting inside the transaction.
func (tx *Tx) SetSetting(key, value string) error {
	_, err := tx.s.exec("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	return err
}
