package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// sheetMarks are what a sheet holds beside the values of its cells.
type sheetMarks struct {
	merged  []mergedCells
	unknown map[[2]int]bool // by row and column from 1: formulas whose result is not there
}

// mergedCells are cells that span rows: their first column, and their rows, from 1.
type mergedCells struct{ column, top, bottom int }

// spread gives what stands in merged cells to each row that they span: the cells below
// the first one are empty in the file, though one sees a value there.
func (m sheetMarks) spread(rows []TableRow) error {
	visited := 0
	from := func(row int) int { return sort.Search(len(rows), func(i int) bool { return rows[i].Row >= row }) }
	for _, c := range m.merged {
		first := from(c.top)
		if first == len(rows) || rows[first].Row != c.top || at(rows[first].Cells, c.column-1) == "" {
			continue
		}
		for i := first + 1; i < len(rows) && rows[i].Row <= c.bottom; i++ {
			r := &rows[i]
			if visited++; visited > len(rows)*mostColumns {
				return badXLSX(errors.New("merged cells overlap"))
			}
			if len(r.Cells) < c.column {
				r.Cells = widened(r.Cells, c.column)
			}
			if r.Cells[c.column-1] == "" {
				r.Cells[c.column-1], r.under = rows[first].Cells[c.column-1], true
			}
		}
	}
	return nil
}

// marksOf reads a sheet for what the library does not tell row by row. It also refuses
// what the library would read in part, or until the memory is full: XML that breaks
// off, rows that are not in their order, one long text in very many cells, a format of
// numbers that takes for ever.
func marksOf(f *excelize.File, sheet string, most limits) (sheetMarks, error) {
	m := markReader{sheetMarks: sheetMarks{unknown: map[[2]int]bool{}}}
	if p := f.WorkBook.CalcPr; p != nil && p.FullCalcOnLoad != nil {
		m.unreliable = *p.FullCalcOnLoad
	}
	data := partOf(f, sheet)
	if data == nil {
		return m.sheetMarks, nil
	}
	if err := errors.Join(soundFormats(f), m.sharedTexts(f)); err != nil {
		return m.sheetMarks, err
	}
	d := decoderOf(f, data)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return m.sheetMarks, nil
		}
		if err == nil {
			err = m.take(token)
		}
		if err != nil {
			return m.sheetMarks, badXLSX(err)
		}
		if int64(m.letters) > most.unpacked {
			return m.sheetMarks, most.tooBig()
		}
	}
}

type markReader struct {
	sheetMarks
	shared     []int // how long each shared text is
	unreliable bool  // results are to be reckoned by whoever opens the workbook
	letters    int   // in all cells so far

	row, column    int
	kind           string // of the cell
	formula, value bool   // what the cell holds
	inValue        bool
	text           []byte // of its value
}

func (m *markReader) take(token xml.Token) error {
	switch e := token.(type) {
	case xml.StartElement:
		return m.start(e)
	case xml.EndElement:
		switch e.Name.Local {
		case "v":
			m.inValue = false
		case "c":
			m.cell()
		}
	case xml.CharData:
		if m.letters += len(e); m.inValue {
			m.text = append(m.text, e...)
		}
	}
	return nil
}

func (m *markReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		n := m.row + 1
		if r := attr(e, "r"); r != "" {
			var err error
			if n, err = strconv.Atoi(r); err != nil || n <= m.row {
				return fmt.Errorf("row %q after %d", r, m.row)
			}
		}
		m.row, m.column = n, 0
	case "c":
		m.kind, m.formula, m.value, m.text = attr(e, "t"), false, false, m.text[:0]
		m.column++
		if r := attr(e, "r"); r != "" {
			var err error
			if m.column, _, err = excelize.CellNameToCoordinates(r); err != nil {
				return err
			}
		}
	case "f":
		m.formula = true
	case "v":
		m.value, m.inValue = true, true
	case "mergeCell":
		from, to, _ := strings.Cut(attr(e, "ref"), ":")
		left, top, err := excelize.CellNameToCoordinates(from)
		if err != nil {
			return err
		}
		if _, bottom, err := excelize.CellNameToCoordinates(to); err == nil && bottom > top {
			m.merged = append(m.merged, mergedCells{left, top, bottom})
		}
	}
	return nil
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// cell is the end of a cell. An empty result is written as a text; where there is
// none, other programs write no value, an empty one or a nought.
func (m *markReader) cell() {
	if m.formula && (m.unreliable || !m.value || len(m.text) == 0 && m.kind != "str") {
		m.unknown[[2]int{m.row, m.column}] = true
	}
	if n, err := strconv.Atoi(string(m.text)); m.kind == "s" && err == nil && n >= 0 && n < len(m.shared) {
		m.letters += m.shared[n]
	}
}

// longestFormat is how long Excel lets the format of a number be.
const longestFormat = 255

func soundFormats(f *excelize.File) error {
	var styles struct {
		Formats []struct {
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
	}
	decodePart(f, "xl/styles.xml", &styles)
	for _, s := range styles.Formats {
		if utf8.RuneCountInString(s.Code) > longestFormat {
			return badXLSX(fmt.Errorf("a format of %d bytes", len(s.Code)))
		}
	}
	return nil
}

// sharedTexts measures the texts that cells refer to by number.
func (m *markReader) sharedTexts(f *excelize.File) error {
	data, ok := f.Pkg.Load("xl/sharedStrings.xml")
	if !ok {
		return nil
	}
	d := decoderOf(f, data.([]byte))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return badXLSX(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "si" {
				m.shared = append(m.shared, 0)
			}
		case xml.CharData:
			if n := len(m.shared); n > 0 {
				m.shared[n-1] += len(e)
			}
		}
	}
}

func decoderOf(f *excelize.File, data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = f.CharsetReader
	return d
}

// partOf is the XML of a sheet, nil where it is not found.
func partOf(f *excelize.File, sheet string) []byte {
	var types struct {
		Override []struct {
			PartName    string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:",attr"`
		}
	}
	book := "xl/workbook.xml"
	decodePart(f, "[Content_Types].xml", &types)
	for _, o := range types.Override {
		if strings.HasSuffix(o.ContentType, "sheet.main+xml") {
			book = strings.TrimPrefix(o.PartName, "/")
		}
	}
	decodePart(f, path.Join(path.Dir(book), "_rels", path.Base(book)+".rels"), &rels)
	for _, s := range f.WorkBook.Sheets.Sheet {
		for _, r := range rels.Relationship {
			if s.Name != sheet || s.ID != r.ID {
				continue
			}
			part := strings.TrimPrefix(r.Target, "/")
			if part == r.Target {
				part = path.Join(path.Dir(book), r.Target)
			}
			if data, ok := f.Pkg.Load(part); ok {
				return data.([]byte)
			}
		}
	}
	return nil
}

// decodePart reads a part of the workbook as far as it can be read.
func decodePart(f *excelize.File, name string, into any) {
	if data, ok := f.Pkg.Load(name); ok {
		_ = decoderOf(f, data.([]byte)).Decode(into) // the library has told what is no workbook
	}
}
