package exchange

import (
	"reflect"
	"strings"
	"testing"
)

// TestWriteTable: what is written is read back as it was, in both shapes.
func TestWriteTable(t *testing.T) {
	rows := [][]string{
		{"Data", "Chi", "Scheda"},
		{"22/11/2026 17:42", "Anna Verdi", "Fatture; «ricevute» e \"altro\""},
		{"23/11/2026 08:00", "D’Alò", "È così: 12,50 €"},
	}
	for _, ending := range TableEndings {
		data, err := WriteTable(ending, "Storia", rows)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadTable(data, "")
		if err != nil {
			t.Fatal(ending, err)
		}
		back := [][]string{got.Head}
		for _, r := range got.Rows {
			back = append(back, r.Cells)
		}
		if !reflect.DeepEqual(back, rows) {
			t.Errorf("%s: %q", ending, back)
		}
	}
}

// TestWriteTableRunsNothing: what begins like a formula is a text in both.
func TestWriteTableRunsNothing(t *testing.T) {
	formula := `=HYPERLINK("http://example.org";"qui")`
	data, err := WriteTable(".csv", "Storia", [][]string{{"Scheda", "n"}, {formula, "-1"}})
	if err != nil || !strings.Contains(string(data), `"'=HYPERLINK(""http://example.org"";""qui"")";'-1`) {
		t.Errorf("%s, %v", data, err)
	}
	if data, err = WriteTable(".xlsx", "Storia", [][]string{{"Scheda"}, {formula}}); err != nil {
		t.Fatal(err)
	}
	table, err := readXLSX(data, "Storia")
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Rows[0].Cells[0]; got != formula {
		t.Errorf("in a workbook it is %q", got)
	}
}
