package store

import (
	"fmt"

	"tutela/app"
	"tutela/app/form"
)

// Restore brings a deleted record back as the change numbered seq left it, with
// the same UID; a record that is there is taken back to that version.
func (tx *Tx) Restore(t *form.Type, seq int64) (form.Record, error) {
	var rec form.Record
	err := changes(tx.s, "WHERE a.seq = ? AND a.register = ?", []any{seq, t.Key}, func(c Change) error {
		if c.Payload == nil || string(c.Payload) == nothing {
			return nil
		}
		v, err := t.Decode(c.Payload)
		if err != nil {
			return fmt.Errorf("read change %d: %w", c.Seq, err)
		}
		rec = v.(form.Record)
		rec.Head().UID = c.UID
		return nil
	})
	if err != nil {
		return nil, err
	}
	if rec == nil {
		return nil, &app.Refusal{
			What: "Di questa modifica non resta una versione da riprendere.",
			Err:  fmt.Errorf("%s, change %d: %w", t.Key, seq, ErrNotFound),
		}
	}
	p, err := tx.db.planOf(t.Key)
	if err != nil {
		return nil, err
	}
	st, err := p.find(tx.s, rec.Head().UID)
	if err != nil {
		return nil, err
	}
	rec.Head().Revision = st.revision
	was := tx.Action
	tx.Action = ActionRestore
	defer func() { tx.Action = was }()
	return rec, tx.Save(t, rec)
}

// wipe has a sealed file written anew after the transaction, so that what it
// deletes is in no older frame of it either. In a plain file it is overwritten.
func (tx *Tx) wipe() {
	if tx.db.sealed != nil {
		tx.db.sealed.erased = true
	}
}
