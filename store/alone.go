package store

import (
	"fmt"

	"tutela/app"
	"tutela/app/form"
)

// alone refuses a record that has the same as another one in a field of which
// each has its own (form.F.Unique). The index of the table would refuse it too,
// in no words.
func (tx *Tx) alone(p *plan, rec form.Record) error {
	for _, f := range p.unique {
		ref, _ := f.Value(rec).(string)
		if ref == "" {
			continue
		}
		var n int
		_, err := tx.s.one("SELECT count(*) FROM "+ident(p.typ.Key)+" WHERE "+ident(f.Key)+" = (SELECT id FROM "+ident(f.Register)+" WHERE uid = ?) AND uid <> ?",
			[]any{ref, rec.Head().UID}, &n)
		if err != nil {
			return fmt.Errorf("look for another %s: %w", p.typ.Key, err)
		}
		if n == 0 {
			continue
		}
		title, err := titleOf(tx.s, f.Register, ref)
		if err != nil {
			return err
		}
		return &app.Refusal{
			What: "In «" + p.typ.Many + "» c’è già una scheda per " + called(tx.db.byKey[f.Register].typ, title) + ".",
			Do:   "Modificate quella che c’è.",
			Err:  fmt.Errorf("%s %s has another record", f.Key, ref),
		}
	}
	return nil
}
