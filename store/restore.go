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

// Erase blanks every payload of a deleted record, as the law may ask; the rows
// of the trail stay, and its chain holds. What the search knew goes too.
func (tx *Tx) Erase(t *form.Type, uid string) error {
	p, err := tx.db.planOf(t.Key)
	if err != nil {
		return err
	}
	st, err := p.find(tx.s, uid)
	if err != nil {
		return fmt.Errorf("erase %s: %w", t.Key, err)
	}
	if st.there {
		return &app.Refusal{
			What: "La storia di una scheda che c’è ancora non si cancella.",
			Do:   "Eliminate prima la scheda.",
		}
	}
	for _, q := range []string{
		"UPDATE audit_payload SET body = NULL WHERE body IS NOT NULL AND seq IN (SELECT seq FROM audit WHERE register = ? AND uid = ?)",
		"DELETE FROM audit_file WHERE seq IN (SELECT seq FROM audit WHERE register = ? AND uid = ?)",
		"DELETE FROM draft WHERE register = ? AND uid = ?",
	} {
		if _, err := tx.s.exec(q, t.Key, uid); err != nil {
			return fmt.Errorf("erase %s: %w", t.Key, err)
		}
	}
	if err := tx.append(ActionErase, t.Key, uid, []byte(nothing), nil); err != nil {
		return err
	}
	return compactSearch(tx.s)
}
