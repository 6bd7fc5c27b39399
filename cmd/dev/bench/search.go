package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"tutela/app"
	"tutela/store"
)

var searchSubject = &subject{
	key: "search", unit: "trattamenti", sizes: recordSizes,
	quantities: []quantity{{name: "**cercare** in tutto l’ufficio, un tasto", peers: []peer{
		{name: "FTS5 di SQLite da sola, con gli stessi testi"},
		{name: "scorrere gli stessi testi, già in memoria"},
	}}},
	prepare: prepareSearch,
}

// typed is what somebody types, key by key: most of what is found is found by one or
// two letters.
var typed = []string{"p", "pa", "pag", "paghe", "newsl", "cliente", "zzz", "00042"}

// found is how many hits a search shows.
const found = 200

// text is what a record is found by.
type text struct{ title, words string }

func prepareSearch(ctx context.Context, b *bench, size int) (*contest, error) {
	path, err := b.treatments(ctx, size)
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, path, opts)
	if err != nil {
		return nil, err
	}
	d, err := db.Dossier(ctx, time.Now())
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	texts := textsOf(d)
	bare, err := bareIndex(ctx, filepath.Join(b.dir, "index.db"), texts)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	lower := make([]string, len(texts))
	for i, t := range texts {
		lower[i] = strings.ToLower(t.title + " " + t.words)
	}
	ours, peer, scanned := 0, 0, 0
	return &contest{
		ours: eachKey(func(ctx context.Context, words string) error {
			hits, err := db.Search(ctx, words, found)
			ours += len(hits)
			return err
		}),
		peers: []op{
			eachKey(func(ctx context.Context, words string) error {
				n, err := bareSearch(ctx, bare, words)
				peer += n
				return err
			}),
			eachKey(func(_ context.Context, words string) error {
				scanned += scan(lower, words)
				return nil
			}),
		},
		note: fmt.Sprintf("%d texts", len(texts)),
		close: func() error {
			err := errors.Join(db.Close(), bare.Close())
			if ours != peer || scanned == 0 {
				err = errors.Join(err, fmt.Errorf("not the same was found: %d and %d", ours, peer))
			}
			return err
		},
	}, nil
}

// eachKey does all that is typed, and gives what one key takes.
func eachKey(do func(ctx context.Context, words string) error) op {
	return func(ctx context.Context) ([]float64, error) {
		began := time.Now()
		for _, words := range typed {
			if err := do(ctx, words); err != nil {
				return nil, err
			}
		}
		return []float64{time.Since(began).Seconds() / float64(len(typed))}, nil
	}
}

// textsOf are the texts of all records of an office.
func textsOf(d *app.Dossier) (out []text) {
	for _, reg := range app.Registers() {
		for _, rec := range d.Records(reg.Key) {
			var words strings.Builder
			words.WriteString(reg.Second(rec, d))
			reg.Gather(&words, rec, d)
			out = append(out, text{reg.Named(rec, d), words.String()})
		}
	}
	return out
}

// bareIndex puts texts into a table of words, and nothing else.
func bareIndex(ctx context.Context, path string, texts []text) (db *sql.DB, err error) {
	if db, err = bareTable(ctx, path); err != nil {
		return nil, err
	}
	fill := func() error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "CREATE VIRTUAL TABLE search USING fts5 (title, words, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"); err != nil {
			return errors.Join(err, tx.Rollback())
		}
		for i, t := range texts {
			if _, err := tx.ExecContext(ctx, "INSERT INTO search (rowid, title, words) VALUES (?, ?, ?)", i, t.title, t.words); err != nil {
				return errors.Join(err, tx.Rollback())
			}
		}
		return tx.Commit()
	}
	if err := fill(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// bareSearch asks for the best hits, as ours does, and gives how many there were.
func bareSearch(ctx context.Context, db *sql.DB, words string) (n int, err error) {
	rows, err := db.QueryContext(ctx, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 10.0, 1.0) LIMIT ?",
		`"`+strings.Join(strings.Fields(words), `"* "`)+`"*`, found)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for ; rows.Next(); n++ {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}

// scan counts the texts that hold all words.
func scan(texts []string, words string) (n int) {
	fields := strings.Fields(words)
next:
	for _, t := range texts {
		for _, w := range fields {
			if !strings.Contains(t, w) {
				continue next
			}
		}
		n++
	}
	return n
}
