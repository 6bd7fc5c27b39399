package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/store"
)

// reading reads a workbook, the folder of CSV files, or impact assessments, against
// an office and its attachments.
type reading func(d *app.Dossier, blobs exchange.Blobs) (*exchange.Workbook, error)

// whole says how to read a file that Tutela exported with all registers; nil for a
// sheet of one's own.
func (a *importArgs) whole() (reading, error) {
	info, err := os.Stat(a.File)
	if err != nil {
		return nil, a.unreadable(err)
	}
	if info.IsDir() {
		return func(d *app.Dossier, _ exchange.Blobs) (*exchange.Workbook, error) {
			return exchange.ReadFolder(a.File, d)
		}, nil
	}
	switch strings.ToLower(filepath.Ext(a.File)) {
	case ".xlsx":
		data, err := os.ReadFile(a.File)
		if err != nil {
			return nil, a.unreadable(err)
		}
		if exchange.IsWorkbook(data) {
			return func(d *app.Dossier, _ exchange.Blobs) (*exchange.Workbook, error) {
				return exchange.ReadWorkbook(data, d)
			}, nil
		}
	case "":
		return nil, &usageError{"Il file «" + a.File + "» deve avere estensione .json, .csv o .xlsx."}
	}
	return nil, nil
}

// records takes the records of an exported office.
func (a *importArgs) records(ctx context.Context, o *options, out *output, read reading) error {
	return o.changeOrCreate(ctx, a.DryRun, func(db *store.DB) error {
		d, err := db.Dossier(ctx, time.Now())
		if err != nil {
			return err
		}
		w, err := read(d, blobsOf(ctx, db))
		if err != nil {
			return err
		}
		plan, err := db.Import(ctx, o.by(), w.Bundle, a.DryRun)
		if err != nil {
			return err
		}
		if err := tellPlan(out, plan, a.DryRun); err != nil {
			return err
		}
		_, err = fmt.Fprint(out, workbookTold(w))
		return err
	})
}

// blobsOf reads the attachments of an office.
func blobsOf(ctx context.Context, db *store.DB) exchange.Blobs {
	return func(sha256 string) ([]byte, error) {
		data, _, err := db.Blob(ctx, sha256)
		return data, err
	}
}

// workbookTold is what changes, field by field, and what was left out.
func workbookTold(w *exchange.Workbook) string {
	var b strings.Builder
	for _, c := range w.Changes {
		if c.New {
			fmt.Fprintf(&b, "  %s, nuova: %s\n", c.Register.Many, c.Title)
			continue
		}
		for _, x := range c.Differs {
			fmt.Fprintln(&b, strings.ReplaceAll(fmt.Sprintf("  %s, %s: %s «%s», era «%s»", c.Register.Many, c.Title, x.Label, x.After, x.Before), "\n", " "))
		}
	}
	for _, l := range w.Left {
		fmt.Fprintf(&b, "  lasciato fuori: %s\n", l)
	}
	for _, name := range w.Treatmentless {
		fmt.Fprintf(&b, "  per nome non si trova il trattamento di «%s»: sceglietelo nella scheda\n", name)
	}
	return b.String()
}
