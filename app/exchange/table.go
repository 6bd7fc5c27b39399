package exchange

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/form"
)

// Table is what a spreadsheet or a CSV file holds, as text: its head and the rows
// below it.
type Table struct {
	Sheet  string   // its name; "" in a CSV file
	Sheets []string // the names of all sheets of the file, this one among them
	HeadAt Place
	Head   []string // each column's name, as it stands there
	Rows   []TableRow
}

// Place is where a row stands: as a spreadsheet numbers it, and the line of the
// file, which is another one below a value of more lines.
type Place struct{ Row, Line int }

// TableRow is a row that is not empty. It has a cell for each column of the head.
type TableRow struct {
	Place
	Cells []string

	under bool // a cell of it is merged with those above
}

// Limits of what is read: beyond them a file is no list of an office.
const (
	mostBytes   = 20 << 20
	mostRows    = 20_000
	mostColumns = 200
	mostLetters = 20_000 // in a cell
)

// limits are how many rows a sheet may have, how many letters a cell, and how many
// bytes a workbook once it is unpacked: a small file can be made to hold gigabytes.
type limits struct {
	rows, letters int
	unpacked      int64
}

var tableLimits = limits{mostRows, mostLetters, 64 << 20}

// ReadTable reads a CSV file or a spreadsheet, by what is in it rather than by its
// name. sheet chooses one by name, "" the first; a CSV file has none.
func ReadTable(data []byte, sheet string) (*Table, error) {
	switch {
	case len(data) > mostBytes:
		return nil, tableLimits.tooBig()
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, &app.Refusal{
			What: "Il foglio è nel vecchio formato .xls, o è protetto da una password.",
			Do:   "Apritelo e salvatelo come .xlsx senza password, o come CSV.",
		}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data[:min(len(data), 200)], []byte("opendocument")):
		return nil, &app.Refusal{
			What: "Il foglio è nel formato di LibreOffice (.ods).",
			Do:   "Apritelo e salvatelo come .xlsx o come CSV.",
		}
	case bytes.HasPrefix(data, []byte("PK")):
		return readXLSX(data, sheet)
	}
	rows, err := readCSV(data, tableLimits)
	if err != nil {
		return nil, err
	}
	return tableOf(rows)
}

// ReadTableFile is ReadTable of a file, of which no more is read than may be in
// it.
func ReadTableFile(path, sheet string) (*Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	defer f.Close() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err != nil {
		return nil, cannotRead(path, err)
	}
	return ReadTable(data, sheet)
}

func cannotRead(path string, err error) error {
	return &app.Refusal{What: "Il file «" + filepath.Base(path) + "» non si può leggere.", Do: "Controllate che ci sia ancora e i suoi permessi.", Err: err}
}

func (l limits) tooBig() error {
	return &app.Refusal{
		What: fmt.Sprintf("Il foglio è troppo grande: si importano fino a %s righe, %d colonne e 20 MB.", form.FormatInt(int64(l.rows)), mostColumns),
		Do:   "Dividetelo in più fogli e importateli uno dopo l’altro.",
	}
}

// tableOf finds the head among the rows: the first one with two cells that are
// not empty, for a title may stand above; else the first one. Where names of columns
// are merged over more rows, others are divided there, and the last of them counts.
func tableOf(rows []TableRow) (*Table, error) {
	rows = slices.DeleteFunc(rows, func(r TableRow) bool { return filled(r.Cells) == 0 })
	if len(rows) == 0 {
		return nil, &app.Refusal{What: "Il foglio è vuoto.", Do: "Serve una riga con i nomi delle colonne, e sotto una riga per ogni scheda."}
	}
	at := max(slices.IndexFunc(rows, func(r TableRow) bool { return filled(r.Cells) > 1 }), 0)
	for at+1 < len(rows) && rows[at+1].under {
		at++
	}
	t := &Table{HeadAt: rows[at].Place, Head: rows[at].Cells, Rows: rows[at+1:]}
	if len(t.Rows) == 0 {
		return nil, &app.Refusal{What: "Il foglio ha solo i nomi delle colonne, e nessuna riga sotto.", Do: "Scrivete una riga per ogni scheda e riprovate."}
	}
	width := 0
	for _, r := range rows[at:] {
		width = max(width, len(r.Cells))
	}
	if width > mostColumns || len(t.Rows) > mostRows {
		return nil, tableLimits.tooBig()
	}
	t.Head = widened(t.Head, width)
	for i := range t.Rows {
		t.Rows[i].Cells = widened(t.Rows[i].Cells, width)
		for j, text := range t.Rows[i].Cells {
			if bare := open(text); bare != text && shutCSV(bare) == text { // from a CSV file that the office exported
				t.Rows[i].Cells[j] = bare
			}
		}
	}
	return t, nil
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}

// widened gives cells up to a width.
func widened(cells []string, width int) []string {
	return append(cells, make([]string, width-len(cells))...)
}

// tidied takes the empty cells at the end of a row away, and what is around the
// words of the others.
func tidied(cells []string, row, most int) ([]string, error) {
	last := 0
	for i, c := range cells {
		if cells[i] = strings.Trim(c, " \t\r\n\u00a0\ufeff\u200b"); cells[i] != "" {
			last = i + 1
		}
		if utf8.RuneCountInString(cells[i]) > most {
			return nil, tooLong(row, i, most)
		}
	}
	return cells[:last], nil
}

func tooLong(row, column, most int) error {
	return &app.Refusal{
		What: fmt.Sprintf("Riga %d, colonna %s: il testo è più lungo di %s caratteri.", row, columnLetters(column), form.FormatInt(int64(most))),
		Do:   "Accorciatelo, o lasciate vuota la cella e scrivetelo poi nella scheda.",
	}
}

// ColumnName is the head of a column, or its letter where it has none.
func (t *Table) ColumnName(i int) string {
	if name := strings.Join(strings.Fields(t.Head[i]), " "); name != "" {
		return name
	}
	return columnLetters(i)
}

// columnLetters is how spreadsheets call a column.
func columnLetters(i int) (letters string) {
	for n := i + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}
