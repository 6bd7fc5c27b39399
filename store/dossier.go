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
// Europe/Rome: the head of the office and the names of people are those of then.
// A day that has not come yet, or before anything was written, is refused. What
// was lawfully erased since is not in it.
func (db *DB) DossierAsOf(ctx context.Context, now time.Time, date form.Date) (*app.Dossier, error) {
	if err := db.within(ctx, now, date); err != nil {
		return nil, err
	}
	day := date.Time()
	midnight := time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, 0, form.Rome)
	last := midnight.Add(-time.Second)
	d, err := db.dossier(ctx, now, func(s *session, p *plan) ([]any, error) { return db.past(s, p.typ, last) })
	if err != nil {
		return nil, err
	}
	d.AsOf = date
	for _, r := range db.opts.Registers {
		inOrder(r.Type, d.Records(r.Key), d)
	}
	return d, nil
}

// within refuses a day of which the file can say nothing.
func (db *DB) within(ctx context.Context, now time.Time, date form.Date) error {
	if date > form.DateOf(now) {
		return &app.Refusal{
			What: "Il " + date.String() + " non è ancora arrivato: com’è il registro quel giorno non si sa.",
			Do:   "Scrivete una data passata.",
			Err:  fmt.Errorf("%s is after %s", date, form.DateOf(now)),
		}
	}
	var first *string
	err := db.read(ctx, "read history", func(s *session) error {
		_, err := s.one("SELECT min(at) FROM audit", nil, &first)
		return err
	})
	if err != nil {
		return err
	}
	if first == nil {
		return &app.Refusal{
			What: "In questo file non è ancora scritto niente: un registro di date passate non c’è.",
			Do:   "Compilate le schede; da allora il registro di ogni giorno resta.",
		}
	}
	at, err := parseTime(*first)
	if err != nil {
		return err
	}
	if day := form.DateOf(at); date < day {
		return &app.Refusal{
			What: "Il " + date.String() + " in questo file non c’era ancora niente: la prima scheda è del " + day.String() + ".",
			Do:   "Scrivete una data dal " + day.String() + " in poi.",
			Err:  fmt.Errorf("%s is before %s", date, day),
		}
	}
	return nil
}

func (db *DB) dossier(ctx context.Context, now time.Time, load func(*session, *plan) ([]any, error)) (*app.Dossier, error) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, err
	}
	records := map[string][]any{}
	var head chainHead
	var kept []Print
	err = db.read(ctx, "read office", func(s *session) error {
		for _, p := range db.plans {
			recs, err := load(s, p)
			if err != nil {
				return fmt.Errorf("read %s: %w", p.typ.Key, err)
			}
			records[p.typ.Key] = recs
		}
		if head, err = readHead(s); err != nil {
			return err
		}
		kept, err = prints(s)
		return err
	})
	if err != nil {
		return nil, err
	}
	d := app.NewDossier(now, shipped, db.opts.Registers, records)
	d.Chain = head.hash
	d.Prints = kept
	return d, nil
}
