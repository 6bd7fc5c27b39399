package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"tutela/app"
)

// separators are what may stand between the values of a CSV file, the usual one
// in Italy first.
var separators = []rune{';', ',', '\t'}

// readCSV reads rows of values, with where each stands; what is beyond the limits is
// refused.
func readCSV(data []byte, most limits) ([]TableRow, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as an old Mac ends its lines
	}
	separator, said := rune(0), 0
	if rest, ok := strings.CutPrefix(text, "sep="); ok { // a hint for Excel, in a line of its own
		for _, s := range separators {
			if after, ok := strings.CutPrefix(rest, string(s)); ok && strings.HasPrefix(strings.TrimPrefix(after, "\r"), "\n") {
				separator, said = s, 1
				_, text, _ = strings.Cut(text, "\n")
			}
		}
	}
	if separator == 0 {
		separator = separatorOf(text)
	}
	var rows []TableRow
	r, within := reading(text, separator), 0
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, badCSV(err, said)
		}
		line, _ := r.FieldPos(0)
		line += said
		at := Place{line - within, line}
		for _, c := range cells {
			within += strings.Count(c, "\n")
		}
		if cells, err = tidied(cells, at.Row, most.letters); err != nil {
			return nil, err
		}
		if rows = append(rows, TableRow{Place: at, Cells: cells}); len(rows) > most.rows+1 {
			return nil, most.tooBig()
		}
	}
}

func reading(text string, separator rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = separator, -1
	return r
}

// looked is how many rows tell which separator is in use.
const looked = 50

// separatorOf finds the separator that cuts the rows into the same number of
// values most often, and into most. What stands within quotation marks does not
// count, for the rows are read as they would be.
func separatorOf(text string) rune {
	best, most := separators[0], 0
	for _, s := range separators {
		widths := map[int]int{}
		r := reading(text, s)
		for range looked {
			cells, err := r.Read()
			if err != nil {
				break
			}
			widths[len(cells)]++
		}
		for width, rows := range widths {
			if score := (width - 1) * rows; score > most {
				best, most = s, score
			}
		}
	}
	return best
}

func badCSV(err error, above int) error {
	var at *csv.ParseError
	if !errors.As(err, &at) {
		return err
	}
	return &app.Refusal{
		What: fmt.Sprintf("Alla riga %d del file le virgolette non tornano: una non si chiude, o sta in mezzo a un valore.", at.StartLine+above),
		Do:   "Aprite il file con un foglio elettronico e salvatelo di nuovo; a mano, il valore va fra virgolette e quelle al suo interno vanno raddoppiate.",
		Err:  err,
	}
}
