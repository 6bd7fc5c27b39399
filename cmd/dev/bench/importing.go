package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/store"
)

var importSubject = &subject{
	key: "import", unit: "righe", sizes: recordSizes,
	quantities: []quantity{{name: "**importare** un foglio di persone (CSV), dal file al disco", peers: []peer{
		{name: "`encoding/csv` che legge lo stesso file e basta"},
		{name: "lo stesso, e le righe in una tabella di SQLite, sul disco"},
	}}},
	prepare: prepareImport,
}

func prepareImport(_ context.Context, b *bench, size int) (*contest, error) {
	path := filepath.Join(b.dir, "persone.csv")
	if err := os.WriteFile(path, []byte(sheet(size)), 0o600); err != nil {
		return nil, err
	}
	read := func() ([][]string, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r := csv.NewReader(f)
		r.Comma = ';'
		rows, err := r.ReadAll()
		if err == nil && len(rows) != size+1 {
			err = fmt.Errorf("%d rows were read", len(rows))
		}
		return rows, err
	}
	return &contest{
		ours: func(ctx context.Context) ([]float64, error) { return b.imported(ctx, path, size) },
		peers: []op{
			timed(func(context.Context) error {
				_, err := read()
				return err
			}),
			func(ctx context.Context) ([]float64, error) { return b.inserted(ctx, read) },
		},
	}, nil
}

// sheet is a sheet of people as an office keeps it.
func sheet(rows int) string {
	var out strings.Builder
	out.WriteString("Cognome;Nome;Data di nascita;Mansione;E-mail;Note\n")
	for i := range rows {
		fmt.Fprintf(&out, "D’Alò%05d;Niccolò;%02d/%02d/%d;%s;n.dalo%d@example.it;\"Tempo parziale, il mattino\"\n",
			i, 1+i%28, 1+i%12, 1960+i%40, []string{"Autista", "Magazziniere", "Addetto alle vendite"}[i%3], i)
	}
	return out.String()
}

// imported takes a sheet into an empty office, as the command does; making and
// closing the office does not count.
func (b *bench) imported(ctx context.Context, path string, size int) (took []float64, err error) {
	file := filepath.Join(b.dir, "importato.tutela")
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	db, err := store.Create(ctx, file, opts)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	began := time.Now()
	t, err := exchange.ReadTableFile(path, "")
	if err != nil {
		return nil, err
	}
	reg, err := exchange.Guess(app.Registers(), t)
	if err != nil {
		return nil, err
	}
	d, err := db.Dossier(ctx, began)
	if err != nil {
		return nil, err
	}
	p, err := exchange.PlanTable(ctx, exchange.TableOffice{Dossier: d, Owner: db.Owner}, reg, t, exchange.Match(reg.Type, t.Head), false)
	if err != nil {
		return nil, err
	}
	if err := p.Refused(); err != nil {
		return nil, err
	}
	if _, err := db.TakeIn(ctx, who, p.Savings()); err != nil {
		return nil, err
	}
	took = []float64{time.Since(began).Seconds()}
	if n := p.Count(exchange.Fresh); n != size {
		err = fmt.Errorf("%d people of %d were taken in", n, size)
	}
	return took, err
}

// inserted puts rows into an empty table, in one transaction.
func (b *bench) inserted(ctx context.Context, read func() ([][]string, error)) (took []float64, err error) {
	db, err := bareTable(ctx, filepath.Join(b.dir, "rows.db"))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	began := time.Now()
	rows, err := read()
	if err != nil {
		return nil, err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	for _, row := range rows[1:] {
		if _, err := tx.ExecContext(ctx, "INSERT INTO bare (body) VALUES (?)", strings.Join(row, ";")); err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
	}
	err = tx.Commit()
	return []float64{time.Since(began).Seconds()}, err
}
