package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestWholeOffice: exported as a workbook and as a folder, imported into an office
// that has it all already, changed in one cell, and refused when that is wrong.
func TestWholeOffice(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "ufficio.tutela")
	must(t, "demo", file)
	folder, book := filepath.Join(dir, "fogli"), filepath.Join(dir, "ufficio.xlsx")
	must(t, "--data", file, "export", folder)
	must(t, "--data", file, "export", book)
	for _, from := range []string{folder, book} {
		if out := must(t, "--data", file, "import", from); strings.Count(out, "\n") != 2 || !strings.Contains(out, "già uguali: ") {
			t.Errorf("%s again: %s", from, out)
		}
		empty := filepath.Join(t.TempDir(), "nuovo.tutela")
		must(t, "--data", empty, "import", from)
		if got, want := people(t, empty), people(t, file); got != want {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
	cell(t, book, "Persone", "Telefono", 2, "+39 0372 999999")
	before := exported(t, file)
	out := must(t, "--data", file, "import", book, "--dry-run")
	if !strings.Contains(out, "Telefono «+39 0372 999999»") || !strings.Contains(out, "Persone: 0 nuove, 1 cambiate") {
		t.Errorf("trial: %s", out)
	}
	if !bytes.Equal(exported(t, file), before) {
		t.Error("a trial changed the office")
	}
	if again := must(t, "--data", file, "import", book); !strings.Contains(again, "1 cambiate") {
		t.Errorf("import: %s", again)
	}
	cell(t, book, "Persone", "Codice fiscale", 3, "RSSMRA80A01")
	cell(t, book, "Persone", "Telefono", 3, "+39 0372 111111")
	before = exported(t, file)
	code, _, said := ctl(t, "--data", file, "import", book)
	if code != refused || !strings.Contains(said, "Foglio «Persone», riga 3, colonna «Codice fiscale»") || !strings.Contains(said, "Niente è stato importato") {
		t.Errorf("%d: %s", code, said)
	}
	if !bytes.Equal(exported(t, file), before) {
		t.Error("what was refused changed the office")
	}
}

// exported is all of an office, history included.
func exported(t *testing.T, file string) []byte {
	t.Helper()
	to := filepath.Join(t.TempDir(), "tutto.json")
	must(t, "--data", file, "export", to)
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestFolderIsNotWrittenOver: a folder with something in it stays as it is.
func TestFolderIsNotWrittenOver(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "ufficio.tutela")
	must(t, "demo", file)
	code, _, said := ctl(t, "--data", file, "export", dir)
	if code != refused || !strings.Contains(said, "non è vuota") {
		t.Errorf("%d: %s", code, said)
	}
}

// cell writes a cell by the head of its column.
func cell(t *testing.T, book, sheet, head string, row int, text string) {
	t.Helper()
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range rows[0] {
		if h == head {
			name, err := excelize.CoordinatesToCellName(i+1, row)
			if err == nil {
				err = f.SetCellStr(sheet, name, text)
			}
			if err == nil {
				err = f.Save()
			}
			if err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no column %s", head)
}
