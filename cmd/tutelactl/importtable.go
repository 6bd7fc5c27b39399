package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/store"
)

// table takes the rows of a sheet.
func (a *importArgs) table(ctx context.Context, o *options, out *output) error {
	t, err := exchange.ReadTableFile(a.File, a.Sheet)
	if err != nil {
		return err
	}
	reg, said := app.RegisterOf(app.Registers(), a.Register)
	if !said {
		if reg, err = exchange.Guess(app.Registers(), t); err != nil {
			return err
		}
	}
	return o.changeOrCreate(ctx, a.DryRun, func(db *store.DB) error {
		d, err := db.Dossier(ctx, time.Now())
		if err != nil {
			return err
		}
		office := exchange.TableOffice{Dossier: d, Owner: db.Owner}
		p, err := exchange.PlanTable(ctx, office, reg, t, exchange.Match(reg.Type, t.Head), a.Update)
		if err != nil {
			return err
		}
		if err := p.Refused(); err != nil {
			return err
		}
		if !a.DryRun {
			if _, err := db.TakeIn(ctx, o.by(), p.Savings()); err != nil {
				return err
			}
		}
		_, err = fmt.Fprint(out, tableTold(p, a.DryRun))
		return err
	})
}

// tableTold is what was done, or would be: in a trial every row, else those alone
// that one may want to look at again.
func tableTold(p *exchange.TablePlan, trial bool) string {
	var b strings.Builder
	verb := "Importato"
	if trial {
		verb = "Si importerebbe"
	}
	fmt.Fprintf(&b, "%s in «%s»: schede nuove %d, aggiornate %d, già uguali %d\n", verb, p.Register.Many,
		p.Count(exchange.Fresh), p.Count(exchange.Filled), p.Count(exchange.Same))
	for _, r := range p.Rows {
		line := rowTold(r)
		if r.Fate == exchange.Fresh && !trial && len(r.Doubts) == 0 || line == "" {
			continue
		}
		fmt.Fprintf(&b, "  riga %d, %s: %s\n", r.Row, r.Title, line)
	}
	for _, e := range p.Entries {
		fmt.Fprintf(&b, "  voce nuova dell’elenco «%s»: %s\n", e.Catalogue, e.Label)
	}
	if left := p.Left(); len(left) > 0 {
		fmt.Fprintf(&b, "  colonne lasciate fuori: %s\n", strings.Join(left, ", "))
	}
	return b.String()
}

// rowTold is what becomes of a row, "" where nothing is to be said.
func rowTold(r *exchange.PlannedRow) string {
	var parts []string
	for _, t := range r.Told {
		switch {
		case t.Kept:
			parts = append(parts, fmt.Sprintf("%s resta «%s», non «%s»", t.Field.Label, t.Was, t.Words))
		case t.Was != "":
			parts = append(parts, fmt.Sprintf("%s «%s», era «%s»", t.Field.Label, t.Words, t.Was))
		default:
			parts = append(parts, fmt.Sprintf("%s «%s»", t.Field.Label, t.Words))
		}
	}
	for _, d := range r.Doubts {
		parts = append(parts, "avviso: "+d)
	}
	return strings.ReplaceAll(strings.Join(parts, "; "), "\n", " ")
}
