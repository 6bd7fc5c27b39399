package exchange

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// TableEndings are the endings that WriteTable knows.
var TableEndings = []string{".xlsx", ".csv"}

// WriteTable gives rows of texts, the head first, as a workbook or, where the
// ending is ".csv", as Excel in Italy reads one: semicolons, UTF-8 with its mark.
func WriteTable(ending, sheet string, rows [][]string) ([]byte, error) {
	if ending == ".csv" {
		return writeCSV(rows)
	}
	return writeXLSX(sheet, rows)
}

func writeCSV(rows [][]string) ([]byte, error) {
	out := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(out)
	w.Comma, w.UseCRLF = separators[0], true
	safe := []string{}
	for _, row := range rows {
		safe = safe[:0]
		for _, cell := range row {
			safe = append(safe, harmless(cell))
		}
		if err := w.Write(safe); err != nil {
			return nil, fmt.Errorf("write CSV: %w", err)
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// harmless keeps a text from being reckoned as a formula by the program that
// opens the file: what is typed into an office must not run there.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func writeXLSX(sheet string, rows [][]string) (data []byte, err error) {
	f := newXLSX()
	defer f.Close() // nothing of it is on the disk
	defer func() {
		if err != nil {
			err = fmt.Errorf("write workbook: %w", err)
		}
	}()
	if err := f.SetSheetName(f.GetSheetName(0), sheet); err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, row := range rows {
		for j, cell := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return nil, err
			}
			if err := f.SetCellStr(sheet, name, cell); err != nil {
				return nil, err
			}
		}
	}
	if len(rows) > 0 && len(rows[0]) > 0 {
		last, err := excelize.ColumnNumberToName(len(rows[0]))
		if err != nil {
			return nil, err
		}
		if err := f.SetRowStyle(sheet, 1, 1, bold); err != nil {
			return nil, err
		}
		if err := f.SetColWidth(sheet, "A", last, 22); err != nil {
			return nil, err
		}
		if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
