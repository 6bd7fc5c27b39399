package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/store"
)

type exportArgs struct {
	File string `arg:"" help:"File da scrivere: .json (tutto), .xlsx (le schede), .ics (le scadenze); o una cartella, per un file .csv di ogni registro." type:"path"`
	Now  string `help:"Momento da considerare adesso nel calendario, per le prove." placeholder:"MOMENTO"`

	DPIA string `name:"dpia" help:"Solo questa valutazione d’impatto, uid o nome del trattamento: in un .json che lo strumento PIA della CNIL importa." placeholder:"SCHEDA"`

	Damaged bool `help:"Di un file danneggiato: scrive in un .json ciò che si legge, senza toccarlo, e dice che cosa manca."`
}

// Run writes the whole office as JSON, its records as a workbook or as CSV files, or
// its deadlines as a calendar.
func (a *exportArgs) Run(ctx context.Context, o *options, out *output) (err error) {
	now, err := moment(a.Now)
	if err != nil {
		return err
	}
	ending := strings.ToLower(filepath.Ext(a.File))
	if ending != "" && !slices.Contains([]string{".json", ".xlsx", ".ics"}, ending) {
		return &usageError{"Il file «" + a.File + "» deve avere estensione .json, .xlsx o .ics, oppure essere una cartella, per i file .csv."}
	}
	if a.DPIA != "" && (ending != ".json" || a.Damaged) {
		return &usageError{"Con --dpia si scrive una PIA in un file .json, di un ufficio che si apre: date al file quell’estensione, e togliete --damaged."}
	}
	if a.Damaged {
		return a.salvage(ctx, o, out, ending)
	}
	db, err := o.open(ctx)
	if err != nil {
		return salvageable(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if a.DPIA != "" {
		return a.assessment(ctx, db, now)
	}
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

// assessment writes one impact assessment for the tool of the CNIL.
func (a *exportArgs) assessment(ctx context.Context, db *store.DB, now time.Time) error {
	d, err := db.Dossier(ctx, now)
	if err != nil {
		return err
	}
	found, err := (&printArgs{ID: a.DPIA}).subject(d, app.DPIAForm.Key)
	if err != nil {
		return err
	}
	data, err := exchange.WritePIA(d, found.(*app.DPIA), blobsOf(ctx, db))
	if err != nil {
		return err
	}
	return exchange.WriteFile(a.File, data)
}

// salvage writes what can be read of a damaged office, and says what cannot. What
// was written goes into a new office with import.
func (a *exportArgs) salvage(ctx context.Context, o *options, out *output, ending string) error {
	if ending != ".json" {
		return &usageError{"Ciò che si legge di un file danneggiato si esporta in un file .json: cambiate l’estensione di «" + a.File + "»."}
	}
	path, err := o.path()
	if err != nil {
		return err
	}
	options, err := o.storeOptions(ctx, path)
	if err != nil {
		return err
	}
	r, err := store.Salvage(ctx, path, options)
	if err != nil {
		return err
	}
	if err := exchange.WriteFile(a.File, exchange.WriteJSON(r.Bundle, app.Registers())); err != nil {
		return err
	}
	count := 0
	for _, recs := range r.Records {
		count += len(recs)
	}
	fmt.Fprintf(out, "Schede lette: %s; allegati: %s; documenti stampati: %s.\n",
		form.FormatInt(int64(count)), form.FormatInt(int64(len(r.Files))), form.FormatInt(int64(len(r.Prints))))
	if len(r.Missing) == 0 {
		fmt.Fprintln(out, "Non manca niente.")
	}
	for _, line := range r.Missing {
		fmt.Fprintln(out, line)
	}
	return nil
}

// salvageable tells, of a file that is damaged, the way out for who has no copy.
func salvageable(err error) error {
	var r *app.Refusal
	if !errors.Is(err, store.ErrDamaged) || !errors.As(err, &r) {
		return err
	}
	return &app.Refusal{What: r.What, Do: r.Do + " Se non ne avete, «export --damaged FILE.json» scrive ciò che si legge.", Err: err}
}
