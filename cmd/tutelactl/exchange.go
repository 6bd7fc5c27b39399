package main

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
)

type exportArgs struct {
	File string `arg:"" help:"File da scrivere: .json (tutto), .xlsx (le schede), .ics (le scadenze); o una cartella, per un file .csv di ogni registro." type:"path"`
	Now  string `help:"Momento da considerare adesso nel calendario, per le prove." placeholder:"MOMENTO"`
}

// Run writes the whole office as JSON, its records as a workbook or as CSV files, or
// its deadlines as a calendar.
func (a *exportArgs) Run(ctx context.Context, o *options, _ *output) (err error) {
	now, err := moment(a.Now)
	if err != nil {
		return err
	}
	ending := strings.ToLower(filepath.Ext(a.File))
	if ending != "" && !slices.Contains([]string{".json", ".xlsx", ".ics"}, ending) {
		return &usageError{"Il file «" + a.File + "» deve avere estensione .json, .xlsx o .ics, oppure essere una cartella, per i file .csv."}
	}
	db, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if ending == ".json" {
		b, err := db.Bundle(ctx)
		if err != nil {
			return err
		}
		return exchange.WriteFile(a.File, exchange.WriteJSON(b, app.Registers()))
	}
	d, err := db.Dossier(ctx, now)
	if err != nil {
		return err
	}
	var data []byte
	switch ending {
	case "":
		return exchange.WriteFolderAt(a.File, d)
	case ".ics":
		data, err = exchange.WriteCalendar(d)
	default:
		data, err = exchange.WriteWorkbook(d)
	}
	if err != nil {
		return err
	}
	return exchange.WriteFile(a.File, data)
}
