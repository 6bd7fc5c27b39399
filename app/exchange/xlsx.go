package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"tutela/app"
)

// newXLSX is an empty workbook, which names the program and nobody.
func newXLSX() *excelize.File {
	f := excelize.NewFile()
	_ = f.SetDocProps(&excelize.DocProperties{Creator: "Tutela"}) // the new file's own are sound
	return f
}

// openXLSX opens a workbook within the limits.
func openXLSX(data []byte, most limits) (f *excelize.File, err error) {
	defer func() { // the library is not proof against every file that is no workbook
		if p := recover(); p != nil {
			f, err = nil, badXLSX(fmt.Errorf("panic: %v", p))
		}
	}()
	if len(data) > mostBytes {
		return nil, most.tooBig()
	}
	// The same limit twice: beyond the second, parts would go to temporary files.
	f, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: most.unpacked, UnzipXMLSizeLimit: most.unpacked})
	switch {
	case err == nil:
		return f, nil
	case strings.Contains(err.Error(), "exceeds the"): // the library has no name for it
		return nil, most.tooBig()
	}
	return nil, badXLSX(err)
}

// readXLSX reads a sheet of a workbook: formulas by the value kept with them,
// dates as dates, numbers as they were typed.
func readXLSX(data []byte, sheet string) (t *Table, err error) {
	defer func() { // as in openXLSX
		if p := recover(); p != nil {
			t, err = nil, badXLSX(fmt.Errorf("panic: %v", p))
		}
	}()
	f, err := openXLSX(data, tableLimits)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing of it is on the disk
	sheets := f.GetSheetList()
	if len(sheets) == 0 {
		return nil, badXLSX(errors.New("no sheet"))
	}
	if sheet == "" {
		sheet = sheets[0]
	}
	if !slices.Contains(sheets, sheet) {
		return nil, &app.Refusal{What: "Nel file non c’è nessun foglio «" + sheet + "».", Do: "Ci sono: " + strings.Join(sheets, ", ") + "."}
	}
	rows, err := rowsOf(f, sheet, tableLimits)
	if err != nil {
		return nil, err
	}
	if t, err = tableOf(rows); err != nil {
		return nil, err
	}
	t.Sheet, t.Sheets = sheet, sheets
	return t, nil
}

// rowsOf reads each row twice: as it is kept, and as it is shown, for a date is
// kept as a number and only shown as a date. What is beyond the limits is refused.
func rowsOf(f *excelize.File, sheet string, most limits) ([]TableRow, error) {
	marks, err := marksOf(f, sheet, most)
	if err != nil {
		return nil, err
	}
	kept, err := f.Rows(sheet)
	if err != nil {
		return nil, badXLSX(err)
	}
	shown, err := f.Rows(sheet)
	if err != nil {
		return nil, badXLSX(err)
	}
	from1904 := false
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		from1904 = *p.Date1904
	}
	var rows []TableRow
	looked := 0
	for n := 1; kept.Next() && shown.Next(); n++ {
		raw, err := kept.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, badXLSX(err)
		}
		seen, err := shown.Columns()
		if err != nil {
			return nil, badXLSX(err)
		}
		if looked += len(raw); looked > most.rows*mostColumns { // a cell far off makes a long row of nothing
			return nil, most.tooBig()
		}
		for i := range raw {
			raw[i] = cellOf(raw[i], at(seen, i), from1904)
			if marks.unknown[[2]int{n, i + 1}] {
				raw[i] = notReckoned
			}
		}
		cells, err := tidied(raw, n, most.letters)
		switch {
		case err != nil:
			return nil, err
		case len(cells) == 0:
			continue
		}
		if rows = append(rows, TableRow{Place: Place{n, n}, Cells: cells}); len(cells) > mostColumns || len(rows) > most.rows+1 {
			return nil, most.tooBig()
		}
	}
	if err := errors.Join(kept.Error(), shown.Error()); err != nil {
		return nil, badXLSX(err)
	}
	if err := marks.spread(rows); err != nil {
		return nil, err
	}
	return rows, nil
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// cellOf is a cell as it would be typed: a date in ISO form, with its time where
// it has one; a number in digits, however it is shown.
func cellOf(raw, seen string, from1904 bool) string {
	n, err := strconv.ParseFloat(raw, 64)
	switch {
	case seen == "TRUE" || seen == "FALSE":
		return strings.ToLower(seen)
	case err != nil || raw == seen: // a text, or a number that is shown as it is
		return raw
	}
	if day, err := excelize.ExcelDateToTime(n, from1904); err == nil && showsDay(seen, day) {
		if day = day.Round(time.Second); day.Hour()+day.Minute() == 0 {
			return day.Format(time.DateOnly)
		}
		return day.Format("2006-01-02 15:04")
	}
	if n < -1e15 || n > 1e15 {
		return raw
	}
	n, _ = strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64) // what is beyond is noise of sums
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// showsDay says that a text shows the day and the year of a date, in whatever
// order and with whatever between them: what is no date does not.
func showsDay(text string, day time.Time) bool {
	var numbers []int
	for _, digits := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.Atoi(digits)
		numbers = append(numbers, n)
	}
	year := slices.IndexFunc(numbers, func(n int) bool { return n == day.Year() || n == day.Year()%100 })
	i := slices.Index(numbers, day.Day())
	if i == year && i >= 0 { // the 26th of '26: both numbers are needed
		i = slices.Index(numbers[i+1:], day.Day())
	}
	return len(numbers) > 1 && year >= 0 && i >= 0
}

// serialDay is the day of a number as spreadsheets keep dates, counted from 1900.
func serialDay(n int) (time.Time, bool) {
	day, err := excelize.ExcelDateToTime(float64(n), false)
	return day, err == nil
}

func badXLSX(err error) error {
	return &app.Refusal{
		What: "Il foglio è danneggiato, o non è un foglio di Excel (.xlsx).",
		Do:   "Apritelo con il programma con cui è stato fatto e salvatelo di nuovo come .xlsx, o come CSV.",
		Err:  err,
	}
}
