package main

import (
	"context"
	"errors"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
)

type exportArgs struct {
	File string `arg:"" help:"File da scrivere, con estensione .json o .ics." type:"path"`
	Now  string `help:"Momento da considerare adesso nel calendario, per le prove." placeholder:"MOMENTO"`
}

// Run writes the whole office as JSON, or its deadlines as a calendar.
func (a *exportArgs) Run(ctx context.Context, o *options, _ *output) (err error) {
	now, err := moment(a.Now)
	if err != nil {
		return err
	}
	calendar := strings.HasSuffix(strings.ToLower(a.File), ".ics")
	if !calendar && jsonName(a.File) != nil {
		return &usageError{"Il file «" + a.File + "» deve avere estensione .json o .ics."}
	}
	db, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if calendar {
		d, err := db.Dossier(ctx, now)
		if err != nil {
			return err
		}
		data, err := exchange.WriteCalendar(d)
		if err != nil {
			return err
		}
		return exchange.WriteFile(a.File, data)
	}
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
