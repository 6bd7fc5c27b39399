package store

import (
	"context"
	"fmt"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// Dossier gathers all registers as they are at one moment. now is the clock of
// whoever asks.
func (db *DB) Dossier(ctx context.Context, now time.Time) (*app.Dossier, error) {
	return db.dossier(ctx, now, func(s *session, p *plan) ([]any, error) { return p.load(s, "") })
}

// DossierAsOf gathers all registers as they stood at the end of a day in
// Europe/Rome.
func (db *DB) DossierAsOf(ctx context.Context, now time.Time, date form.Date) (*app.Dossier, error) {
	day := date.Time()
	midnight := time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, 0, form.Rome)
	last := midnight.Add(-time.Second)
	d, err := db.dossier(ctx, now, func(s *session, p *plan) ([]any, error) { return db.allAsOf(s, p.typ, last) })
	if err != nil {
		return nil, err
	}
	d.AsOf = date
	return d, nil
}

func (db *DB) dossier(ctx context.Context, now time.Time, load func(*session, *plan) ([]any, error)) (*app.Dossier, error) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, err
	}
	records := map[string][]any{}
	err = db.read(ctx, "read office", func(s *session) error {
		for _, p := range db.plans {
			recs, err := load(s, p)
			if err != nil {
				return fmt.Errorf("read %s: %w", p.typ.Key, err)
			}
			records[p.typ.Key] = recs
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return app.NewDossier(now, shipped, db.opts.Registers, records), nil
}
