package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tutela/app"
	"tutela/app/form"
)

// taken are the rows of the trail from first to the last one.
func (tx *Tx) taken(first int64) app.Taken {
	if tx.head.seq < first {
		return app.Taken{}
	}
	return app.Taken{First: first, Last: tx.head.seq}
}

// TakeIn is SaveAll of what comes from a sheet: the trail calls it an import, and
// TakeBack undoes it.
func (db *DB) TakeIn(ctx context.Context, by By, list []app.Saving) (taken app.Taken, err error) {
	err = db.write(ctx, by, "import", func(tx *Tx) error {
		first := tx.head.seq + 1
		tx.Action = ActionImport
		for _, x := range list {
			if err := tx.Save(x.Type, x.Rec); err != nil {
				return err
			}
		}
		taken = tx.taken(first)
		return nil
	})
	return taken, err
}

// TakeBack undoes an import as a whole or not at all: what it changed is again as it
// was before, what it added is gone; the trail keeps both. It refuses where a record
// was changed since, where something that was not imported uses a new record, and
// where one was printed or numbered meanwhile. n is how many records it took back.
func (db *DB) TakeBack(ctx context.Context, by By, t app.Taken) (n int, err error) {
	err = db.write(ctx, by, "take import back", func(tx *Tx) error {
		n, err = tx.undoImport(t)
		return err
	})
	return n, err
}

// imported is a record that an import wrote, and the change before that.
type imported struct {
	typ    *form.Type
	uid    string
	before int64 // 0 where it was new
}

func (tx *Tx) undoImport(t app.Taken) (int, error) {
	list, err := tx.imported(t)
	if err != nil {
		return 0, err
	}
	slices.Reverse(list) // a later one may use an earlier one
	var added []imported
	for _, x := range list {
		if x.before == 0 {
			added = append(added, x)
			continue
		}
		if _, err := tx.Restore(x.typ, x.before); err != nil {
			return 0, err
		}
	}
	return len(list), tx.deleteTogether(added)
}

// deleteTogether deletes records that may use each other: one after the other, as
// long as some can go; those that use each other in a ring let go of each other
// first.
func (tx *Tx) deleteTogether(list []imported) error {
	parted := false
	for len(list) > 0 {
		var left []imported
		var why error
		for _, x := range list {
			if err := tx.Delete(x.typ, x.uid); err != nil {
				var known *app.Refusal
				if !errors.As(err, &known) {
					return err
				}
				left, why = append(left, x), err
			}
		}
		switch {
		case len(left) < len(list):
			list, parted = left, false
		case parted:
			return fmt.Errorf("delete together: %w", why)
		default:
			if err := tx.part(list); err != nil {
				return err
			}
			parted = true
		}
	}
	return nil
}

// part takes out of records what they say of each other.
func (tx *Tx) part(list []imported) error {
	gone := map[string]bool{}
	for _, x := range list {
		gone[x.typ.Key+" "+x.uid] = true
	}
	for _, x := range list {
		rec, err := tx.Get(x.typ, x.uid)
		if err != nil {
			return err
		}
		if unrefer(x.typ, rec, gone) {
			if err := tx.Save(x.typ, rec); err != nil {
				return err
			}
		}
	}
	return nil
}

// unrefer clears the references of a record to some others, and says whether there
// were any.
func unrefer(t *form.Type, rec any, gone map[string]bool) (changed bool) {
	for _, f := range t.Fields() {
		switch f.Kind {
		case form.KRef:
			if uid, ok := f.Value(rec).(string); ok && gone[f.Register+" "+uid] {
				f.Put(rec, nil)
				changed = true
			}
		case form.KRefs:
			all, _ := f.Value(rec).([]string)
			kept := slices.DeleteFunc(slices.Clone(all), func(uid string) bool { return gone[f.Register+" "+uid] })
			if len(kept) < len(all) {
				f.Put(rec, nil)
				if len(kept) > 0 {
					f.Put(rec, kept)
				}
				changed = true
			}
		case form.KList:
			for i := range f.Rows(rec) {
				changed = unrefer(f.Child, f.Row(rec, i), gone) || changed
			}
		}
	}
	return changed
}

// imported are the records of an import, in its order.
func (tx *Tx) imported(t app.Taken) (out []imported, err error) {
	seen := map[string]bool{}
	var key, uid string
	err = tx.s.each("SELECT register, uid FROM audit WHERE seq BETWEEN ? AND ? AND action = ? ORDER BY seq", []any{t.First, t.Last, ActionImport}, []any{&key, &uid}, func() error {
		if p := tx.db.byKey[key]; p != nil && !seen[key+" "+uid] {
			seen[key+" "+uid] = true
			out = append(out, imported{typ: p.typ, uid: uid})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read import: %w", err)
	}
	for i := range out {
		x := &out[i]
		var last int64
		if _, err := tx.s.one("SELECT max(seq), coalesce(max(CASE WHEN seq < ? THEN seq END), 0) FROM audit WHERE register = ? AND uid = ?",
			[]any{t.First, x.typ.Key, x.uid}, &last, &x.before); err != nil {
			return nil, fmt.Errorf("read import: %w", err)
		}
		if last > t.Last {
			rec, err := tx.Get(x.typ, x.uid)
			name := "Una scheda"
			if err == nil {
				name = tx.nameOf(x.typ, rec)
			}
			return nil, &app.Refusal{
				What: name + " è stata cambiata dopo l’importazione, che perciò non si può più annullare tutta insieme.",
				Do:   "Riportate indietro le schede una per una, dalla loro storia.",
				Err:  fmt.Errorf("%s changed after row %d", x.typ.Key, t.Last),
			}
		}
	}
	return out, nil
}
