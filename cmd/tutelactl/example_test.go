package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/cmd/internal/office"
	"tutela/store"
)

var update = flag.Bool("update", false, "write what check says of the example anew")

// TestCheckOfTheExample shows what there is to do in the example office at three
// dates, as `tutelactl check` says it: to be read.
func TestCheckOfTheExample(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	begun := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) // some terms run from then
	db, err := store.Create(context.Background(), file, store.Options{Now: func() time.Time { return begun }})
	if err == nil {
		err = office.Fill(context.Background(), db, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, now := range []string{"2026-11-22T17:42", "2027-04-01T09:00", "2028-02-29T09:00"} {
		status, out, said := ctl(t, "--data", file, "check", "--now", now)
		fmt.Fprintf(&b, "== %s\n%s%d: %s\n", now, out, status, strings.TrimSpace(said))
	}
	golden := filepath.Join("testdata", "check.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("it differs from %s; with -update it is written anew:\n%s", golden, b.String())
	}
}
