package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/store"
)

type importArgs struct {
	File     string `arg:"" help:"File esportato da Tutela (.json, .xlsx, o la cartella dei .csv), una o più PIA dello strumento della CNIL (.json), o foglio vostro con una riga per scheda (.csv, .xlsx)." type:"path"`
	Register string `help:"Registro a cui appartiene il foglio, per esempio person; senza, lo dicono i nomi delle colonne." placeholder:"NOME"`
	Sheet    string `help:"Foglio da leggere in un file .xlsx; senza, il primo." placeholder:"NOME"`
	Update   bool   `help:"Prende dal foglio anche i valori diversi da quelli che ci sono; senza, riempie solo quelli vuoti."`
	DryRun   bool   `help:"Dice che cosa cambierebbe, e non cambia niente."`
}

// Run takes a file as a whole, or refuses it as a whole. Where there is no office
// yet the file makes one.
func (a *importArgs) Run(ctx context.Context, o *options, out *output) error {
	take := a.json
	switch strings.ToLower(filepath.Ext(a.File)) {
	case ".json":
		if a.Register != "" || a.Sheet != "" || a.Update {
			return &usageError{"--register, --sheet e --update valgono solo per i fogli .csv e .xlsx."}
		}
	case ".csv", ".xlsx", "":
		if _, ok := app.RegisterOf(app.Registers(), a.Register); a.Register != "" && !ok {
			return &usageError{"Il registro «" + a.Register + "» non esiste: ci sono " + registerKeys() + "."}
		}
		whole, err := a.whole()
		if err != nil {
			return err
		}
		if take = a.table; whole != nil {
			if a.Register != "" || a.Sheet != "" || a.Update {
				return &usageError{"--register, --sheet e --update valgono per i fogli vostri: questo dice già che cosa contiene."}
			}
			take = func(ctx context.Context, o *options, out *output) error { return a.records(ctx, o, out, whole) }
		}
	default:
		return &usageError{"Il file «" + a.File + "» deve avere estensione .json, .csv o .xlsx."}
	}
	return take(ctx, o, out)
}

// unreadable says that the file to import cannot be read.
func (a *importArgs) unreadable(err error) error {
	return &app.Refusal{What: "Il file «" + a.File + "» non si può leggere.", Do: "Controllate il nome e i permessi.", Err: err}
}

func registerKeys() string {
	var keys []string
	for _, r := range app.Registers() {
		if !r.Single {
			keys = append(keys, r.Key)
		}
	}
	return strings.Join(keys, ", ")
}

// json takes what another Tutela has exported, or the tool of the CNIL.
func (a *importArgs) json(ctx context.Context, o *options, out *output) error {
	data, err := os.ReadFile(a.File)
	if err != nil {
		return a.unreadable(err)
	}
	if exchange.IsPIA(data) {
		return a.records(ctx, o, out, func(d *app.Dossier, blobs exchange.Blobs) (*exchange.Workbook, error) {
			return exchange.ReadPIA(data, d, blobs)
		})
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
