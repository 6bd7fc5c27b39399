package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
)

// CopySettings are how this office has its file copied, and how the last copies
// went.
func (db *DB) CopySettings(ctx context.Context) (c app.CopySettings, err error) {
	err = db.read(ctx, "read settings of copies", func(s *session) error {
		c, _, err = copySettings(s)
		return err
	})
	return c, err
}

// copySettings reads the settings, and the tag by which the copies of this office
// are known.
func copySettings(s *session) (c app.CopySettings, tag string, err error) {
	_, err = s.one("SELECT tag, every, at_close, days, weeks, months, plan FROM copy_setting WHERE one = 1", nil,
		&tag, &c.Every, &c.AtClose, &c.Keep.Days, &c.Keep.Weeks, &c.Keep.Months, &c.Plan)
	if err != nil {
		return c, "", err
	}
	var d app.CopyDestination
	var tried, made string
	err = s.each("SELECT folder, tried, outcome, said, made, file, head FROM copy_destination ORDER BY pos", nil,
		[]any{&d.Folder, &tried, &d.Outcome, &d.Said, &made, &d.File, &d.Head}, func() (err error) {
			if d.Tried, err = kept(tried); err != nil {
				return err
			}
			if d.Made, err = kept(made); err != nil {
				return err
			}
			c.Destinations = append(c.Destinations, d)
			return nil
		})
	return c, tag, err
}

// kept reads a moment that may never have come.
func kept(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return parseTime(text)
}

func keep(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return formatTime(t)
}

// SaveCopySettings keeps what was chosen. How the copies to a folder went stays
// with the folder, whatever c says of it.
func (db *DB) SaveCopySettings(ctx context.Context, by By, c app.CopySettings) error {
	if err := c.Check(); err != nil {
		return err
	}
	return db.write(ctx, by, "save settings of copies", func(tx *Tx) error {
		before, tag, err := copySettings(tx.s)
		if err != nil {
			return err
		}
		was, is := chosen(before), chosen(c)
		if string(was) == string(is) {
			return nil
		}
		c.Destinations = slices.Clone(c.Destinations)
		for i, d := range c.Destinations {
			c.Destinations[i] = app.CopyDestination{Folder: d.Folder}
			if at := slices.IndexFunc(before.Destinations, func(b app.CopyDestination) bool { return b.Folder == d.Folder }); at >= 0 {
				c.Destinations[i] = before.Destinations[at]
			}
		}
		if err := putCopySettings(tx.s, c); err != nil {
			return err
		}
		return tx.append(app.ActionUpdate, app.CopySettingsKey, tag, is, nil)
	})
}

func putCopySettings(s *session, c app.CopySettings) error {
	if _, err := s.exec("UPDATE copy_setting SET every = ?, at_close = ?, days = ?, weeks = ?, months = ?, plan = ? WHERE one = 1",
		c.Every, c.AtClose, c.Keep.Days, c.Keep.Weeks, c.Keep.Months, c.Plan); err != nil {
		return err
	}
	if _, err := s.exec("DELETE FROM copy_destination"); err != nil {
		return err
	}
	for i, d := range c.Destinations {
		if _, err := s.exec("INSERT INTO copy_destination (pos, folder, tried, outcome, said, made, file, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			i, d.Folder, keep(d.Tried), d.Outcome, d.Said, keep(d.Made), d.File, d.Head); err != nil {
			return err
		}
	}
	return nil
}

// chosen is what the trail keeps of the settings: what somebody chose, not how
// the copies went.
func chosen(c app.CopySettings) []byte {
	folders := []string{}
	for _, d := range c.Destinations {
		folders = append(folders, d.Folder)
	}
	body, err := json.Marshal(struct {
		Folders []string `json:"folders"`
		Every   int      `json:"every"`
		AtClose bool     `json:"at_close"`
		Days    int      `json:"days"`
		Weeks   int      `json:"weeks"`
		Months  int      `json:"months"`
		Plan    string   `json:"plan,omitempty"`
	}{folders, c.Every, c.AtClose, c.Keep.Days, c.Keep.Weeks, c.Keep.Months, c.Plan})
	if err != nil {
		panic("store: " + err.Error()) // numbers and strings
	}
	return body
}

// Keys are what the copies are sealed to; none where the office has no passphrase.
func (db *DB) Keys(ctx context.Context) (k vault.Keys, err error) {
	err = db.read(ctx, "read keys", func(s *session) error {
		k, err = keysOf(s)
		return err
	})
	return k, err
}

func keysOf(s *session) (k vault.Keys, err error) {
	_, err = s.one("SELECT public, wrapped FROM office_key WHERE one = 1", nil, &k.Public, &k.Wrapped)
	return k, err
}

// SetKeys keeps new keys: from now on copies are sealed to them, or to nobody
// where they are none. Copies made before open with the passphrase of then. The
// trail holds the public half alone. A sealed office is under the same passphrase,
// and its file is written anew in the same moment.
func (db *DB) SetKeys(ctx context.Context, by By, k vault.Keys) error {
	return db.write(ctx, by, "keep keys", func(tx *Tx) error {
		_, tag, err := copySettings(tx.s)
		if err != nil {
			return err
		}
		if err := putKeys(tx.s, k); err != nil {
			return err
		}
		if err := tx.rekey(k); err != nil {
			return err
		}
		body, err := json.Marshal(map[string]string{"public": k.Public})
		if err != nil {
			return fmt.Errorf("keep keys: %w", err)
		}
		return tx.append(app.ActionUpdate, app.OfficeKeysKey, tag, body, nil)
	})
}

func putKeys(s *session, k vault.Keys) error {
	if _, err := s.exec("DELETE FROM office_key"); err != nil || k.None() {
		return err
	}
	_, err := s.exec("INSERT INTO office_key (one, public, wrapped) VALUES (1, ?, ?)", k.Public, k.Wrapped)
	return err
}

// personOf is the person by whose name somebody works, "" where there is none.
func (tx *Tx) personOf(who string) (string, error) {
	if tx.db.byKey[app.PersonForm.Key] == nil {
		return "", nil
	}
	typ := app.PersonForm.Type()
	people, err := tx.All(typ)
	if err != nil {
		return "", err
	}
	for _, p := range people {
		if typ.Title(p) == who {
			return p.(form.Record).Head().UID, nil
		}
	}
	return "", nil
}
