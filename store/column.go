package store

import (
	"context"
	"fmt"

	"tutela/app/form"
)

// Column gives what each record of a register holds in one field, by UID, in a
// shape that sorts as the field does: ISO dates, numbers of one width, the words
// of references and catalogues. Fields of many values cannot be asked for, and
// records that hold nothing are not in the answer.
func (db *DB) Column(ctx context.Context, t *form.Type, key string) (map[string]string, error) {
	if _, err := db.planOf(t.Key); err != nil {
		return nil, err
	}
	f := t.Field(key)
	if f == nil || !f.Single() {
		return nil, fmt.Errorf("column %s of %s is not one value", key, t.Key)
	}
	value := "t." + ident(key)
	from := ident(t.Key) + " t"
	switch f.Kind {
	case form.KInt, form.KMoney, form.KBool:
		value = "printf('%020d', " + value + ")"
	case form.KRef:
		from += " JOIN " + ident(f.Register) + " r ON r.id = " + value + " JOIN record_index x ON x.register = '" + f.Register + "' AND x.uid = r.uid"
		value = "x.title"
	}
	out := map[string]string{}
	err := db.read(ctx, "read column of "+t.Key, func(s *session) error {
		book, err := db.bookFor(s, true)
		if err != nil {
			return err
		}
		words := map[string]string{}
		for _, o := range f.Options {
			words[o.Value] = o.Label
		}
		var uid, v string
		return s.each("SELECT t.uid, "+value+" FROM "+from+" WHERE "+value+" IS NOT NULL AND t.revision > 0", nil, []any{&uid, &v}, func() error {
			switch f.Kind {
			case form.KChoice:
				v = words[v]
			case form.KCatalogue:
				v = book.Label(f.Catalogue, v)
			}
			out[uid] = v
			return nil
		})
	})
	return out, err
}

// Matches gives the UIDs of the records of a register in which words are found,
// as List finds them.
func (db *DB) Matches(ctx context.Context, register, text string) (map[string]bool, error) {
	out := map[string]bool{}
	words := matching(text)
	if words == "" {
		return out, nil
	}
	err := db.read(ctx, "search "+register, func(s *session) error {
		var uid string
		return s.each("SELECT x.uid FROM record_search JOIN record_index x ON x.id = record_search.rowid WHERE x.register = ? AND record_search MATCH ?",
			[]any{register, words}, []any{&uid}, func() error {
				out[uid] = true
				return nil
			})
	})
	return out, err
}
