package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/form"
)

// WriteWorkbook gives the records of an office as a workbook (.xlsx), to be looked
// at, changed and read back by ReadWorkbook.
func WriteWorkbook(d *app.Dossier) (data []byte, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write workbook: %w", err)
		}
	}()
	w := &workbookWriter{recordTexts: textsOf(d), f: newXLSX(), lists: map[string]string{}}
	defer w.f.Close() // nothing of it is on the disk
	if err := w.styles(); err != nil {
		return nil, err
	}
	sheets := workSheets(d.Registers())
	if err := w.about(); err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if _, err := w.f.NewSheet(s.name); err != nil {
			return nil, err
		}
	}
	if err := w.hidden(sheets); err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if err := w.sheet(s); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	var out bytes.Buffer
	if err := w.f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type workbookWriter struct {
	recordTexts
	f     *excelize.File
	lists map[string]string // of drop-downs: where each stands on the hidden sheet

	head, grey, day, money, wrapped int // styles
}

func (w *workbookWriter) styles() (err error) {
	dmy, euro := "dd/mm/yyyy", "#,##0.00"
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	for at, s := range map[*int]*excelize.Style{
		&w.head:    {Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EAEC"}}, Alignment: top},
		&w.grey:    {Font: &excelize.Font{Color: "68727B"}, Alignment: &excelize.Alignment{Vertical: "top"}},
		&w.day:     {CustomNumFmt: &dmy, Alignment: top},
		&w.money:   {CustomNumFmt: &euro, Alignment: top},
		&w.wrapped: {Alignment: top},
	} {
		if *at, err = w.f.NewStyle(s); err != nil {
			return err
		}
	}
	return nil
}

// about says what the workbook is, to whoever opens it.
func (w *workbookWriter) about() error {
	if err := w.f.SetSheetName(w.f.GetSheetName(0), sheetAbout); err != nil {
		return err
	}
	for i, line := range append([]string{w.d.Office().Name}, aboutWorkbook...) {
		if err := w.f.SetCellStr(sheetAbout, fmt.Sprintf("A%d", i+1), line); err != nil {
			return err
		}
	}
	if err := w.f.SetColWidth(sheetAbout, "A", "A", 110); err != nil {
		return err
	}
	return w.f.SetCellStyle(sheetAbout, "A1", "A1", w.head)
}

// hidden writes what each sheet is, and the lists of the drop-downs.
func (w *workbookWriter) hidden(sheets []*workSheet) error {
	for _, name := range []string{sheetMeta, sheetLists} {
		if _, err := w.f.NewSheet(name); err != nil {
			return err
		}
	}
	rows := [][]any{{workbookMark, workbookVersion, w.d.Office().UID()}}
	for _, s := range sheets {
		rows = append(rows, []any{s.name, s.reg.Key, s.path()})
	}
	for i, row := range rows {
		if err := w.f.SetSheetRow(sheetMeta, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	column := 0
	add := func(key string, texts, uids []string) error {
		for _, list := range [][]string{append([]string{key}, texts...), append([]string{""}, uids...)} {
			column++
			name, err := excelize.ColumnNumberToName(column)
			if err != nil {
				return err
			}
			for i, text := range list {
				if err := w.f.SetCellStr(sheetLists, fmt.Sprintf("%s%d", name, i+1), text); err != nil {
					return err
				}
			}
			if len(texts) > 0 && w.lists[key] == "" {
				w.lists[key] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", sheetLists, name, name, len(texts)+1)
			}
		}
		return nil
	}
	for _, r := range w.d.Registers() {
		var texts, uids []string
		for _, rec := range w.d.Records(r.Key) {
			uid := headOf(rec).UID
			texts, uids = append(texts, shut(w.texts[r.Key][uid])), append(uids, uid)
		}
		if err := add("register "+r.Key, texts, uids); err != nil {
			return err
		}
	}
	for _, name := range w.d.Book().Names() {
		var labels []string
		for _, e := range w.d.Book().Entries(name) {
			labels = append(labels, shut(w.entry(name, e.Slug)))
		}
		if err := add("catalogue "+name, labels, nil); err != nil {
			return err
		}
	}
	for _, name := range []string{sheetMeta, sheetLists} {
		if err := w.f.SetSheetVisible(name, false); err != nil {
			return err
		}
	}
	return nil
}

// sheet writes one sheet: its head, and a row for each record or child record.
func (w *workbookWriter) sheet(s *workSheet) error {
	out, err := w.f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i := range s.heads {
		width := 24.0
		if i < s.lead() {
			width = 14
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(s.heads))
	for i, h := range s.heads {
		head[i] = excelize.Cell{StyleID: w.head, Value: h}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	n := 1
	row := func(lead []any, rec any) error {
		n++
		cells := make([]any, 0, len(s.heads))
		for _, v := range lead {
			cells = append(cells, excelize.Cell{StyleID: w.grey, Value: v})
		}
		for _, f := range s.field {
			c := w.cell(f, rec)
			if overlong(c) {
				return &app.Refusal{
					What: fmt.Sprintf("«%s», «%s», «%s»: il testo è più lungo di %s caratteri, e in una cella non ci sta.",
						s.reg.Many, w.texts[s.reg.Key][lead[0].(string)], f.Label, form.FormatInt(excelize.TotalCellChars)),
					Do: "Esportate l’ufficio come JSON, o in una cartella di fogli CSV.",
				}
			}
			cells = append(cells, c)
		}
		return out.SetRow(fmt.Sprintf("A%d", n), cells)
	}
	if err := w.each(s, row); err != nil {
		return err
	}
	if err := w.dropDowns(s, n+mostAdded); err != nil {
		return err
	}
	return out.Flush()
}

// mostAdded is how many rows below the last one still have their drop-downs.
const mostAdded = 200

// dropDowns offers the values of fields that are chosen. They only propose: a text
// that is none of them is said when the sheet is read.
func (w *workbookWriter) dropDowns(s *workSheet, last int) error {
	for i, f := range s.field {
		v := excelize.NewDataValidation(true)
		switch f.Kind {
		case form.KCatalogue, form.KRef:
			list := w.lists["catalogue "+f.Catalogue]
			if f.Kind == form.KRef {
				list = w.lists["register "+f.Register]
			}
			if list == "" {
				continue
			}
			v.SetSqrefDropList(list)
		case form.KChoice, form.KTri, form.KBool:
			var words []string
			for _, o := range f.Options {
				words = append(words, o.Label)
			}
			switch f.Kind {
			case form.KTri:
				words = []string{form.Yes.Label(), form.No.Label(), form.NotNeeded.Label()}
			case form.KBool:
				words = []string{"Sì"}
			}
			// A list within the cell takes 255 letters, and none of its commas.
			if text := strings.Join(words, ","); len(text) > 250 || strings.Count(text, ",") >= len(words) || v.SetDropList(words) != nil {
				continue
			}
		default:
			continue
		}
		name, err := excelize.ColumnNumberToName(s.lead() + i + 1)
		if err != nil {
			return err
		}
		v.SetSqref(fmt.Sprintf("%s2:%s%d", name, name, last))
		v.ShowErrorMessage = false
		if err := w.f.AddDataValidation(s.name, v); err != nil {
			return err
		}
	}
	return nil
}

// cell is the value of a field as a spreadsheet keeps it.
func (w *workbookWriter) cell(f *form.Field, rec any) any {
	switch v := f.Value(rec).(type) {
	case nil:
		return nil
	case form.Date:
		if at := v.Time(); at.Year() > 1900 {
			return excelize.Cell{StyleID: w.day, Value: time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)}
		}
	case int64:
		if f.Kind == form.KMoney {
			return excelize.Cell{StyleID: w.money, Value: float64(v) / 100}
		}
		return excelize.Cell{StyleID: w.wrapped, Value: v}
	}
	return excelize.Cell{StyleID: w.wrapped, Value: shut(w.text(f, rec))}
}

// overlong says that a cell does not hold its text: the library would cut it off.
func overlong(c any) bool {
	cell, _ := c.(excelize.Cell)
	text, _ := cell.Value.(string)
	return len(text) > excelize.TotalCellChars && len(utf16.Encode([]rune(text))) > excelize.TotalCellChars
}
