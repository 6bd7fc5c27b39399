package main

import (
	"context"
	"errors"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
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
