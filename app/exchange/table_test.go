package exchange_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tutela/app"
	"tutela/app/exchange"
)

const plainPeople = "Cognome;Nome;Note\r\nD’Alò;Niccolò;Impiegato\r\nSala;Zoë;\"due\r\nrighe\"\r\n;;\r\n\r\n"

// TestEveryEncoding: the same table, however its letters are written; a value of two
// lines in it, and empty rows below.
func TestEveryEncoding(t *testing.T) {
	windows, err := charmap.Windows1252.NewEncoder().String(plainPeople)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) string {
		s, err := unicode.UTF16(order, mark).NewEncoder().String(plainPeople)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, data := range map[string]string{
		"UTF-8": plainPeople, "UTF-8 with a mark": "\ufeff" + plainPeople, "Windows-1252": windows,
		"UTF-16 little": utf16(unicode.LittleEndian, unicode.UseBOM), "UTF-16 big": utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 without a mark": utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"lines of an old Mac":   strings.ReplaceAll(plainPeople, "\r\n", "\r"),
		"a hint for Excel":      "sep=;\r\n" + plainPeople,
		"commas":                strings.ReplaceAll(plainPeople, ";", ","), "tabs": strings.ReplaceAll(plainPeople, ";", "\t"),
	} {
		table, err := exchange.ReadTable([]byte(data), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(table.Rows) != 2 || strings.Join(table.Head, "|") != "Cognome|Nome|Note" || strings.Join(table.Rows[0].Cells, "|") != "D’Alò|Niccolò|Impiegato" || table.Rows[1].Cells[1] != "Zoë" || table.Rows[1].Cells[2] != "due\nrighe" {
			t.Errorf("%s: %v %v", name, table.Head, table.Rows)
		}
	}
}

// TestWhereRowsStand: a value of more lines moves the lines of the file on, not
// the rows of the spreadsheet; empty rows count, titles above the head too.
func TestWhereRowsStand(t *testing.T) {
	text := "Elenco del personale\n\nCognome,Nome,Note\nRossi,\"Mario\",\"due\r\nrighe, e una \"\"virgola\"\"\"\n\nVerdi,Anna,\n"
	table, err := exchange.ReadTable([]byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []exchange.Place
	for _, r := range table.Rows {
		got = append(got, r.Place)
	}
	if want := []exchange.Place{{Row: 4, Line: 4}, {Row: 6, Line: 7}}; table.HeadAt.Row != 3 || !slices.Equal(got, want) {
		t.Errorf("head at %v, rows at %v, want %v", table.HeadAt, got, want)
	}
	if note := table.Rows[0].Cells[2]; note != "due\nrighe, e una \"virgola\"" {
		t.Errorf("note %q", note)
	}
}

func TestSeparatorOutsideQuotes(t *testing.T) {
	for text, want := range map[string]string{
		"a;b\n\"x,y,z\";\"1,2,3\"\n":                       "x,y,z",
		"Cognome,Note\nRossi,\"a;b;c;d\"\nVerdi,\"e;f\"\n": "Rossi",
		"Cognome e nome\nRossi Mario\n":                    "Rossi Mario",
	} {
		table, err := exchange.ReadTable([]byte(text), "")
		if err != nil || table.Rows[0].Cells[0] != want {
			t.Errorf("%q: %v, %v", text, table, err)
		}
	}
}

func TestNoTable(t *testing.T) {
	wide := strings.Repeat("a;", 201) + "b\n" + strings.Repeat("1;", 201) + "2\n"
	many := "a;b\n" + strings.Repeat("1;2\n", 20_001)
	for name, c := range map[string]struct{ data, want string }{
		"empty":            {"", "Il foglio è vuoto."},
		"only separators":  {";;;\n;;;\n", "Il foglio è vuoto."},
		"only a head":      {"Cognome;Nome\n", "solo i nomi delle colonne"},
		"an open quote":    {"a;b\n1;2\n\"3;4\n5;6\n", "Alla riga 3 del file le virgolette non tornano"},
		"a quote within":   {"sep=;\na;b\n1;due \"e\" mezzo\n", "Alla riga 3 del file le virgolette non tornano"},
		"a picture":        {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "non è un testo"},
		"half a UTF-16":    {"\xff\xfea\x00b\x00\x00\xd8", "non è un testo"},
		"an old workbook":  {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "vecchio formato .xls"},
		"another zip":      {zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "LibreOffice"},
		"a zip of nothing": {zipOf(t, "a.txt", "a"), "danneggiato"},
		"half a workbook":  {string(workbook(t, nil)[:400]), "danneggiato"},
		"too wide":         {wide, "troppo grande"},
		"too long":         {many, "troppo grande"},
		"too much":         {strings.Repeat("x", 20<<20+1), "troppo grande"},
		"a huge cell":      {"a;b\n1;" + strings.Repeat("x", 20_001) + "\n", "Riga 2, colonna B: il testo è più lungo"},
		"a bomb":           {zipOf(t, "xl/worksheets/sheet1.xml", strings.Repeat(" ", 65<<20)), "troppo grande"},
	} {
		_, err := exchange.ReadTable([]byte(c.data), "")
		if err == nil || !strings.Contains(app.Sentence(err), c.want) {
			t.Errorf("%s: said %v, want %q", name, err, c.want)
		}
	}
}

func zipOf(t *testing.T, name, content string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	method := zip.Deflate
	if name == "mimetype" {
		method = zip.Store
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// workbook makes a spreadsheet; fill puts what it likes into its first sheet.
func workbook(t testing.TB, fill func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	f := excelize.NewFile()
	sheet := f.GetSheetList()[0]
	if err := f.SetSheetRow(sheet, "A1", &[]any{"Cognome", "Nome"}); err != nil {
		t.Fatal(err)
	}
	if fill != nil {
		fill(f, sheet)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestCellsOfAWorkbook: each as one would type it.
func TestCellsOfAWorkbook(t *testing.T) {
	day := time.Date(1980, 1, 26, 0, 0, 0, 0, time.UTC)
	table, err := exchange.ReadTable(workbook(t, func(f *excelize.File, sheet string) {
		style := func(format string) int {
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				t.Fatal(err)
			}
			return id
		}
		for i, c := range []struct {
			value  any
			format string
		}{
			{day, "dd/mm/yyyy"}, {day, "d-mmm-yy"}, {day, `dddd d mmmm yyyy`}, {day.Add(9*time.Hour + 30*time.Minute), "dd/mm/yyyy hh:mm"},
			{day, "0"}, {3331234567, "0.00E+00"}, {1234.5, "#,##0.00 €"}, {"0372 000123", "@"}, {"8.1", "@"}, {"5E10", "@"}, {8.1, "General"}, {true, "General"},
			{0.1 + 0.2, "0.0"},
		} {
			cell := fmt.Sprintf("A%d", i+2)
			if err := f.SetCellValue(sheet, cell, c.value); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle(sheet, cell, cell, style(c.format)); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellFormula(sheet, "B20", "1+1"); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(sheet, "A20", "sotto"); err != nil {
			t.Fatal(err)
		}
	}), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range table.Rows {
		got = append(got, r.Cells[0])
	}
	want := []string{"1980-01-26", "1980-01-26", "1980-01-26", "1980-01-26 09:30", "29246", "3331234567", "1234.5", "0372 000123", "8.1", "5E10", "8.1", "true", "0.3", "sotto"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if last := table.Rows[len(table.Rows)-1]; last.Row != 20 || last.Line != 20 {
		t.Errorf("the last row stands at %v", last.Place)
	}
}

func TestSheetsOfAWorkbook(t *testing.T) {
	data := workbook(t, func(f *excelize.File, _ string) {
		if _, err := f.NewSheet("Personale"); err != nil {
			t.Fatal(err)
		}
		for row, cells := range map[string][]any{"A1": {"Cognome", "Nome"}, "A2": {"Rossi", "Mario"}} {
			if err := f.SetSheetRow("Personale", row, &cells); err != nil {
				t.Fatal(err)
			}
		}
	})
	table, err := exchange.ReadTable(data, "Personale")
	if err != nil || table.Sheet != "Personale" || len(table.Sheets) != 2 || table.Rows[0].Cells[1] != "Mario" {
		t.Errorf("%v, %v", table, err)
	}
	if _, err := exchange.ReadTable(data, "Clienti"); err == nil || !strings.Contains(app.Sentence(err), "Ci sono: Sheet1, Personale.") {
		t.Error(err)
	}
}

func FuzzReadTable(f *testing.F) {
	for _, text := range []string{plainPeople, "\ufeffa,b\n1,2\n", "sep=\t\na\tb\n", "a;\"b\nc\";d\n", "\xff\xfea\x00;\x00b\x00\n\x00", "Nome\xe0;b\n"} {
		f.Add([]byte(text))
	}
	f.Add(workbook(f, nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := exchange.ReadTable(data, "")
		if err != nil {
			if app.Sentence(err) == "" {
				t.Fatal("refused without a word")
			}
			return
		}
		isTable(t, table)
	})
}

// isTable looks whether a table is whole, and its rows stand where they say.
func isTable(t *testing.T, table *exchange.Table) {
	t.Helper()
	last := table.HeadAt
	for _, r := range table.Rows {
		if len(r.Cells) != len(table.Head) || r.Row <= last.Row || r.Line < r.Row || r.Line <= last.Line {
			t.Fatalf("row %v with %d cells below %v with %d", r.Place, len(r.Cells), last, len(table.Head))
		}
		last = r.Place
	}
	for i := range table.Head {
		if table.ColumnName(i) == "" {
			t.Fatal("a column without a name")
		}
	}
}
