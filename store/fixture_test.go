package store

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/exchange"
)

// TestOfficesOfOlderSchemasOpen: an office written by each earlier version opens
// with nothing lost: all that the program of then exported of it, its papers, its
// drafts, its history; search, and a version of then brought back. Beside each lies
// that export. A version that is handed out brings a pair of its own.
func TestOfficesOfOlderSchemasOpen(t *testing.T) {
	files, err := filepath.Glob("testdata/schema-*.tutela.gz")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, packed := range files {
		t.Run(filepath.Base(packed), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ufficio.tutela")
			unpack(t, packed, path)
			before := rowsOf(t, path)
			db, err := Open(ctx, path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if names := beside(t, path); slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, upgradeTail) }) {
				t.Errorf("left beside: %q", names)
			}
			if after := rowsOf(t, path); !maps.Equal(before, after) {
				t.Errorf("rows %v, before %v", after, before)
			}
			if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
				t.Error(report, err)
			}
			if faults, err := db.VerifyRecords(ctx); err != nil || len(faults) > 0 {
				t.Error(faults, err)
			}
			holdsExport(t, db, strings.Replace(packed, ".tutela.", ".json.", 1))
			if hits, err := db.Search(ctx, "videosorv", 10); err != nil || len(hits) == 0 {
				t.Error(hits, err)
			}
			restoreSupplier(t, db)
			keptPapers(t, db)
		})
	}
}

// rowsOf counts what an export does not hold or might hold too little of.
func rowsOf(t *testing.T, path string) map[string]int {
	t.Helper()
	db, err := sql.Open(driverName, dsn(path, readOnly, time.Second))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows := map[string]int{}
	for _, table := range []string{"audit", "blob", "draft", "print"} {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
			t.Fatal(err)
		}
		rows[table] = n
	}
	if rows["audit"] == 0 {
		t.Fatal("an office without a history proves nothing")
	}
	return rows
}

// holdsExport compares an office with what an older program exported of it.
func holdsExport(t *testing.T, db *DB, exported string) {
	t.Helper()
	b, err := db.Bundle(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var old, now any
	if err := errors.Join(json.Unmarshal(unpacked(t, exported), &old), json.Unmarshal(exchange.WriteJSON(b, app.Registers()), &now)); err != nil {
		t.Fatal(err)
	}
	for _, gone := range lost("", old, now) {
		t.Error(gone)
	}
}

// lost tells what of a value of an older program is not in that of today, which may
// know more.
func lost(at string, old, now any) (gone []string) {
	switch old := old.(type) {
	case map[string]any:
		now, ok := now.(map[string]any)
		if !ok {
			return []string{at + ": is no object any more"}
		}
		for key, value := range old {
			today, ok := now[key]
			if !ok {
				gone = append(gone, at+"/"+key+": is gone")
				continue
			}
			gone = append(gone, lost(at+"/"+key, value, today)...)
		}
	case []any:
		now, ok := now.([]any)
		if !ok || len(now) != len(old) {
			return []string{fmt.Sprintf("%s: had %d, has %d", at, len(old), len(now))}
		}
		for i, value := range old {
			gone = append(gone, lost(fmt.Sprintf("%s/%d", at, i), value, now[i])...)
		}
	default:
		if old != now {
			gone = append(gone, fmt.Sprintf("%s: was %v, is %v", at, old, now))
		}
	}
	return gone
}

// TestLostIsSeen: the comparison of the offices of older schemas finds what is missing.
func TestLostIsSeen(t *testing.T) {
	for now, want := range map[string]int{
		`{"a":[{"uid":"1","b":2}],"c":"x"}`: 0, `{"a":[{"uid":"1","b":2,"new":1}],"c":"x","d":[]}`: 0,
		`{"a":[{"uid":"1"}],"c":"x"}`: 1, `{"a":[],"c":"x"}`: 1, `{"a":[{"uid":"1","b":3}],"c":"y"}`: 2, `{"a":{},"c":null}`: 2, `[]`: 1,
	} {
		var before, after any
		if err := errors.Join(json.Unmarshal([]byte(`{"a":[{"uid":"1","b":2}],"c":"x"}`), &before), json.Unmarshal([]byte(now), &after)); err != nil {
			t.Fatal(err)
		}
		if gone := lost("", before, after); len(gone) != want {
			t.Errorf("%s: %q", now, gone)
		}
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

// keptPapers reads the papers of an older office, of which the oldest have no layout,
// and keeps the next one.
func keptPapers(t *testing.T, db *DB) {
	t.Helper()
	papers, err := db.Prints(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range papers {
		if data, err := db.PrintPDF(ctx, p.UID); err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
			t.Errorf("PDF %q, %v", data, err)
		}
		if layout, err := db.PrintLayout(ctx, p.UID); err != nil || layout != nil && !bytes.HasPrefix(layout, []byte("pagine")) {
			t.Errorf("layout %q, %v", layout, err)
		}
	}
	kept, err := db.KeepPrint(ctx, anna, Print{Kind: "controller-register", State: app.PrintPrinted, PDF: []byte("pdf"), Layout: []byte("pages")})
	if err != nil {
		t.Fatal(err)
	}
	if kept.Revision != int64(len(papers)+1) {
		t.Errorf("revision %d after %d papers", kept.Revision, len(papers))
	}
	if layout, err := db.PrintLayout(ctx, kept.UID); err != nil || string(layout) != "pages" {
		t.Errorf("layout %q, %v", layout, err)
	}
}

func unpack(t *testing.T, from, to string) {
	t.Helper()
	write(t, to, unpacked(t, from))
}

func unpacked(t *testing.T, from string) []byte {
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
	return data
}
