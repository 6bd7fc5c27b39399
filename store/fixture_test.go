package store

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"tutela/app"
)

// TestOfficesOfOlderSchemasOpen: an office written by each earlier version opens
// with nothing lost: records as their history has them, search, and a version of
// then brought back.
func TestOfficesOfOlderSchemasOpen(t *testing.T) {
	files, err := filepath.Glob("testdata/schema-*.tutela.gz")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, packed := range files {
		t.Run(filepath.Base(packed), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ufficio.tutela")
			unpack(t, packed, path)
			db, err := Open(ctx, path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
				t.Error(report, err)
			}
			if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
				t.Error(faults, err)
			}
			if hits, err := db.Search(ctx, "videosorv", 10); err != nil || len(hits) == 0 {
				t.Error(hits, err)
			}
			restoreSupplier(t, db)
			keptPapers(t, db)
		})
	}
}

// restoreSupplier changes a record with today's form and takes the change back.
func restoreSupplier(t *testing.T, db *DB) {
	t.Helper()
	typ := app.SupplierForm.Type()
	all, err := db.All(ctx, typ)
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	s := all[0].(*app.Supplier)
	name, places := s.Name, s.Places
	s.Name, s.Places = "Altro nome", "Milano"
	if err := db.Save(ctx, app.By{Who: "prova"}, typ, s); err != nil {
		t.Fatal(err)
	}
	history, err := db.History(ctx, typ.Key, s.UID())
	if err != nil || len(history) < 2 {
		t.Fatal(len(history), err)
	}
	oldest := history[0]
	for _, c := range history {
		if c.Seq < oldest.Seq {
			oldest = c
		}
	}
	err = db.Write(ctx, app.By{Who: "prova"}, func(tx *Tx) error {
		_, err := tx.Restore(typ, oldest.Seq)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := db.Get(ctx, typ, s.UID())
	if err != nil {
		t.Fatal(err)
	}
	if got := rec.(*app.Supplier); got.Name != name || got.Places != places {
		t.Errorf("restored as %q, places %q", got.Name, got.Places)
	}
}

// keptPapers reads the papers of an older office, which have no layout, and
// keeps one that has.
func keptPapers(t *testing.T, db *DB) {
	t.Helper()
	papers, err := db.Prints(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range papers {
		if data, err := db.PrintPDF(ctx, p.UID); err != nil || len(data) == 0 {
			t.Error(len(data), err)
		}
		if layout, err := db.PrintLayout(ctx, p.UID); err != nil || layout != nil {
			t.Errorf("layout %q, %v", layout, err)
		}
	}
	kept, err := db.KeepPrint(ctx, anna, Print{Kind: "k", State: app.PrintPrinted, PDF: []byte("pdf"), Layout: []byte("pages")})
	if err != nil {
		t.Fatal(err)
	}
	if layout, err := db.PrintLayout(ctx, kept.UID); err != nil || string(layout) != "pages" {
		t.Errorf("layout %q, %v", layout, err)
	}
}

func unpack(t *testing.T, from, to string) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	write(t, to, data)
}
