package store

import (
	"context"
	"fmt"

	"tutela/app/form"
)

// Span reads the records of a register whose date or moment in a field lies from
// one day to another in Europe/Rome, both included, in its order; "" leaves a side
// open. A log of many years is read by the year with it.
func (db *DB) Span(ctx context.Context, t *form.Type, key string, from, to form.Date) (recs []any, err error) {
	p, err := db.planOf(t.Key)
	if err != nil {
		return nil, err
	}
	f := t.Field(key)
	if f == nil || f.Kind != form.KDate && f.Kind != form.KMoment {
		return nil, fmt.Errorf("field %s of %s is no date", key, t.Key)
	}
	first, behind := string(from), "3000"
	if to != "" {
		behind = string(to.AddDays(1))
	}
	if f.Kind == form.KMoment { // kept in UTC
		first = form.MomentOf(from.Begins()).ISO()
		if to != "" {
			behind = form.MomentOf(to.AddDays(1).Begins()).ISO()
		}
	}
	column := "t." + ident(key)
	query := p.root.sql.from + " WHERE t.revision > 0 AND " + column + " >= ? AND " + column + " < ? ORDER BY " + column + ", t.uid"
	err = db.read(ctx, "read a span of "+t.Key, func(s *session) error {
		recs, err = p.loadBy(s, query, []any{first, behind}, "")
		return err
	})
	return recs, err
}
