package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite"

	"tutela/app"
	"tutela/store"
)

var saveSubject = &subject{
	key: "save", unit: "trattamenti nell’ufficio", sizes: recordSizes,
	quantities: []quantity{{name: "**salvare** una scheda, sul disco, con la sua storia", flat: true, peers: []peer{
		{name: "gli stessi byte in una tabella di SQLite e basta, sul disco", most: 2},
		{name: "gli stessi byte in fondo a un file, sul disco"},
	}}},
	prepare: prepareSave,
}

func prepareSave(ctx context.Context, b *bench, size int) (*contest, error) {
	path, err := b.treatments(ctx, size)
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, path, opts)
	if err != nil {
		return nil, err
	}
	s, err := newSaver(ctx, db)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	table, err := bareTable(ctx, filepath.Join(b.dir, "bare.db"))
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	file, err := os.Create(filepath.Join(b.dir, "bare.bytes"))
	if err != nil {
		return nil, errors.Join(err, db.Close(), table.Close())
	}
	return &contest{
		ours: s.save,
		peers: []op{
			timed(func(ctx context.Context) error {
				_, err := table.ExecContext(ctx, "INSERT INTO bare (body) VALUES (?)", s.body)
				return err
			}),
			timed(func(context.Context) error {
				_, err := file.WriteString(s.body)
				return errors.Join(err, file.Sync())
			}),
		},
		note:  fmt.Sprintf("%d bytes", len(s.body)),
		close: func() error { return errors.Join(db.Close(), table.Close(), file.Close()) },
	}, nil
}

// saver changes one treatment of an office and saves it.
type saver struct {
	db   *store.DB
	rec  *app.Treatment
	body string // of it, as it was saved last
	n    int
}

func newSaver(ctx context.Context, db *store.DB) (*saver, error) {
	rows, err := db.List(ctx, app.TreatmentForm.Key, app.Query{})
	if err != nil {
		return nil, err
	}
	rec, err := db.Get(ctx, app.TreatmentForm.Type(), rows[len(rows)/2].UID)
	if err != nil {
		return nil, err
	}
	s := &saver{db: db, rec: rec.(*app.Treatment)}
	s.change()
	return s, nil
}

func (s *saver) change() {
	s.n++
	s.rec.Description = fmt.Sprintf("Quello che si fa, versione %d: %s", s.n, strings.Repeat("assunzioni, presenze, buste paga, ", 5))
	s.body = string(app.TreatmentForm.Type().Encode(s.rec))
}

func (s *saver) save(ctx context.Context) ([]float64, error) {
	s.change()
	began := time.Now()
	err := s.db.Save(ctx, who, app.TreatmentForm.Type(), s.rec)
	return []float64{time.Since(began).Seconds()}, err
}

// bareTable is an empty table in a file of its own, which is kept as the office is:
// what is in it is on the disk before an insert comes back.
func bareTable(ctx context.Context, path string) (*sql.DB, error) {
	for _, tail := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + tail); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	q := url.Values{"_pragma": {"journal_mode(WAL)", "synchronous(FULL)", "secure_delete(ON)", "wal_autocheckpoint(4000)"}}
	db, err := sql.Open("sqlite", "file:"+path+"?"+q.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT) STRICT"); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
