package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"tutela/cmd/internal/office"
	"tutela/store"
)

type demoArgs struct {
	File       string `arg:"" help:"File nuovo da riempire." type:"path"`
	Treatments int    `hidden:"" help:"Quanti trattamenti aggiungere, per le misure."`
}

// Run fills a new file with the example office; one that is there is refused.
func (a *demoArgs) Run(ctx context.Context, _ *options, out *output) error {
	db, err := store.Create(ctx, a.File, store.Options{Version: office.Version})
	if err != nil {
		return err
	}
	if err := office.Fill(ctx, db, a.Treatments); err != nil {
		return errors.Join(err, db.Close(), os.Remove(a.File))
	}
	if err := db.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "Ufficio di esempio scritto in %s\n", a.File)
	return err
}
