package exchange

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tutela/app/doc"
)

// sheetWidth is how wide the columns of a paper's table are together, in digits: as
// much as a landscape A4 page takes at a size that can be read.
const sheetWidth = 190

// sheetPaper is the name of the one sheet.
const sheetPaper = "Registro"

// WriteSheet gives a paper as a workbook (.xlsx) of one sheet: its title, what heads
// it, a row for each field, and its tables, a row for each row. It is made to be
// looked at and worked on: the lines to sign on stay on paper.
func WriteSheet(d doc.Document) (data []byte, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write sheet of %s: %w", d.Kind, err)
		}
	}()
	w := &workbookWriter{f: newXLSX()}
	defer w.f.Close() // nothing of it is on the disk
	if err := w.styles(); err != nil {
		return nil, err
	}
	s := &paperSheet{w: w, name: sheetPaper}
	if err := w.f.SetSheetName(w.f.GetSheetName(0), s.name); err != nil {
		return nil, err
	}
	if err := s.lines(d); err != nil {
		return nil, err
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Fields:
			err = s.fields(b)
		case doc.Table:
			err = s.table(b)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := s.page(d.Landscape); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := w.f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// paperSheet is the sheet of a paper, written from the top.
type paperSheet struct {
	w    *workbookWriter
	name string
	row  int // the last one written
}

// put writes a row of texts, none of which is reckoned as a formula.
func (s *paperSheet) put(style int, texts ...string) error {
	s.row++
	for i, text := range texts {
		at, err := excelize.CoordinatesToCellName(i+1, s.row)
		if err != nil {
			return err
		}
		if err := s.w.f.SetCellStr(s.name, at, shut(text)); err != nil {
			return err
		}
		if err := s.w.f.SetCellStyle(s.name, at, at, style); err != nil {
			return err
		}
	}
	return nil
}

// lines says which paper it is, of whom and of when.
func (s *paperSheet) lines(d doc.Document) error {
	bold, err := s.w.f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	if err != nil {
		return err
	}
	title := d.Title
	if d.Draft {
		title += " – BOZZA"
	}
	if err := s.put(bold, title); err != nil {
		return err
	}
	var under []string
	for _, text := range []string{d.Office, d.Label, d.Date} {
		if text != "" {
			under = append(under, text)
		}
	}
	if len(under) == 0 {
		return nil
	}
	return s.put(s.w.grey, strings.Join(under, ", "))
}

func (s *paperSheet) fields(f doc.Fields) error {
	s.row++
	for _, e := range f.Entries {
		value := doc.PlainParas(e.Value, "; ")
		if e.Missing {
			value = "da completare"
		}
		// The value runs on over the cells beside it: wrapped, it would be a tall row.
		if err := s.put(s.w.grey, e.Label, value); err != nil {
			return err
		}
	}
	return nil
}

func (s *paperSheet) table(t doc.Table) error {
	s.row++
	total := 0
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i], total = c.Head, total+max(c.Width, 1)
	}
	for i, c := range t.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := s.w.f.SetColWidth(s.name, name, name, float64(sheetWidth*max(c.Width, 1)/total)); err != nil {
			return err
		}
	}
	if err := s.put(s.w.head, heads...); err != nil {
		return err
	}
	for _, row := range t.Rows {
		texts := make([]string, len(row))
		for i, c := range row {
			texts[i] = doc.PlainParas(c.Paras, "\n")
		}
		if err := s.put(s.w.wrapped, texts...); err != nil {
			return err
		}
	}
	if len(t.Rows) == 0 && t.BlankRows == 0 && t.Empty != "" {
		return s.put(s.w.grey, t.Empty)
	}
	return nil
}

// page has the sheet printed as wide as a page is.
func (s *paperSheet) page(landscape bool) error {
	way, size, wide, high, fit := "portrait", 9, 1, 0, true // 9 is A4
	if landscape {
		way = "landscape"
	}
	if err := s.w.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &way, Size: &size, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	return s.w.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}
