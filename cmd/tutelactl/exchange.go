package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/store"
)

type exportArgs struct {
	File string `arg:"" help:"File da scrivere, con estensione .json." type:"path"`
}

// Run writes the whole office as JSON.
func (a *exportArgs) Run(ctx context.Context, o *options, _ *output) (err error) {
	if err := jsonName(a.File); err != nil {
		return err
	}
	db, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	b, err := db.Bundle(ctx)
	if err != nil {
		return err
	}
	return exchange.WriteFile(a.File, exchange.WriteJSON(b, app.Registers()))
}

func jsonName(path string) error {
	if !strings.HasSuffix(strings.ToLower(path), ".json") {
		return &usageError{"Il file «" + path + "» deve avere estensione .json."}
	}
	return nil
}

type importArgs struct {
	File   string `arg:"" help:"File esportato da Tutela, con estensione .json." type:"path"`
	DryRun bool   `help:"Dice che cosa cambierebbe, e non cambia niente."`
}

// Run takes a file as a whole, or refuses it as a whole. Where there is no office
// yet the file makes one.
func (a *importArgs) Run(ctx context.Context, o *options, out *output) error {
	if err := jsonName(a.File); err != nil {
		return err
	}
	data, err := os.ReadFile(a.File)
	if err != nil {
		return &app.Refusal{What: "Il file «" + a.File + "» non si può leggere.", Do: "Controllate il nome e i permessi.", Err: err}
	}
	return o.changeOrCreate(ctx, a.DryRun, func(db *store.DB) error {
		known, err := db.Known(ctx)
		if err != nil {
			return err
		}
		b, err := exchange.ReadJSON(data, app.Registers(), known)
		if err != nil {
			return err
		}
		plan, err := db.Import(ctx, o.by(), b, a.DryRun)
		if err != nil {
			return err
		}
		return tellPlan(out, plan, a.DryRun)
	})
}

func tellPlan(out *output, p app.Plan, dry bool) error {
	verb := "Importato"
	if dry {
		verb = "Si importerebbe"
	}
	what := "nel file che c’è già"
	if p.Whole {
		what = "in un ufficio vuoto, con la sua storia"
	}
	if _, err := fmt.Fprintf(out, "%s %s:\n", verb, what); err != nil {
		return err
	}
	for _, r := range app.Registers() {
		if p.New[r.Key] == 0 && p.Changed[r.Key] == 0 {
			continue
		}
		if _, err := fmt.Fprintf(out, "  %s: %d nuove, %d cambiate\n", r.Many, p.New[r.Key], p.Changed[r.Key]); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, "  già uguali: %d\n", p.Same)
	return err
}
