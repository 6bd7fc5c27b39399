package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/form"
)

// Workbook is what was read of a workbook, or of another file that is compared with
// the office record by record: the records as they would be saved.
type Workbook struct {
	Bundle app.Bundle
	// Changes tells what becomes of each record that is new or another than in the
	// office, in the order of the sheets.
	Changes []WorkbookChange
	Same    int      // records that are as they are in the office
	Left    []string // sheets and columns that nothing was taken from
	// Treatmentless names the impact assessments of which no treatment, or more than
	// one, has the name.
	Treatmentless []string
}

// WorkbookChange is a record that the workbook adds or changes.
type WorkbookChange struct {
	Register app.Register
	UID      string
	Title    string
	New      bool
	Differs  []form.Difference // of one that is there
}

// IsWorkbook says that a file is a workbook that WriteWorkbook wrote, whatever else
// was changed in it since.
func IsWorkbook(data []byte) bool {
	f, err := openXLSX(data, workLimits)
	if err != nil {
		return false
	}
	defer f.Close()
	mark, err := f.GetCellValue(sheetMeta, "A1")
	return err == nil && mark == workbookMark
}

// ReadWorkbook reads what WriteWorkbook writes, after whatever a user did to it,
// against the office as it is. It refuses as a whole, with sheet, row and column of
// all that is wrong (*WorkbookRefusal).
func ReadWorkbook(data []byte, d *app.Dossier) (w *Workbook, err error) {
	defer func() {
		if p := recover(); p != nil {
			w, err = nil, badXLSX(fmt.Errorf("panic: %v", p))
		}
	}()
	f, err := openXLSX(data, workLimits)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing of it is on the disk
	return readOffice(xlsxSource{f}, d)
}

// xlsxSource is a workbook.
type xlsxSource struct{ f *excelize.File }

func (x xlsxSource) names() []string { return x.f.GetSheetList() }

func (x xlsxSource) has(sheet string) bool {
	i, err := x.f.GetSheetIndex(sheet)
	return err == nil && i >= 0
}

func (x xlsxSource) rows(sheet string) ([]TableRow, error) { return rowsOf(x.f, sheet, workLimits) }

func readOffice(from source, d *app.Dossier) (*Workbook, error) {
	r := &workbookReader{
		d: d, from: from, out: &Workbook{}, recs: map[string]map[string]any{}, order: map[string][]any{}, rows: map[any]rowPlace{},
		refs: map[string]map[string]string{}, names: map[string]string{}, titles: map[string]titles{},
	}
	if err := r.hidden(); err != nil {
		return nil, err
	}
	if err := r.read(); err != nil {
		return nil, err
	}
	if len(r.wrong) == 0 {
		r.compare()
	}
	if len(r.wrong) > 0 {
		return nil, &WorkbookRefusal{r.wrong}
	}
	return r.out, nil
}

type workbookReader struct {
	d     *app.Dossier
	from  source
	out   *Workbook
	p     *planner // for what stands in catalogues
	wrong []WorkbookProblem

	names  map[string]string            // of each sheet, by register and path
	refs   map[string]map[string]string // UID by register and the text that stands for it
	recs   map[string]map[string]any    // by register, and by UID or the word of a new one
	order  map[string][]any
	late   []lateRef
	titles map[string]titles // see titlesOf
	rows   map[any]rowPlace  // by record or child record
}

// rowPlace is where a record stands, and the number that its row has there.
type rowPlace struct {
	cell
	number int
}

// lateRef is a cell that names records: read once all are known.
type lateRef struct {
	cell
	f    *form.Field
	rec  any
	text string
}

// cell is where a value stands.
type cell struct {
	sheet, column string
	row           int
}

func (r *workbookReader) bad(at cell, text string) {
	r.wrong = append(r.wrong, WorkbookProblem{at.sheet, at.column, at.row, text})
}

// hidden reads what each sheet is, and which texts stand for which records.
func (r *workbookReader) hidden() error {
	if !r.from.has(sheetMeta) {
		return notExported(nil)
	}
	rows, err := r.from.rows(sheetMeta)
	if err != nil {
		return err
	}
	if len(rows) == 0 || at(rows[0].Cells, 0) != workbookMark {
		return notExported(nil)
	}
	if n, err := strconv.Atoi(at(rows[0].Cells, 1)); err != nil || n > workbookVersion {
		return &app.Refusal{What: "Il foglio viene da una versione più recente del programma.", Do: "Aggiornate Tutela e riprovate."}
	}
	r.out.Bundle.Office = at(rows[0].Cells, 2)
	for _, row := range rows[1:] {
		r.names[at(row.Cells, 1)+" "+at(row.Cells, 2)] = at(row.Cells, 0)
	}
	if !r.from.has(sheetLists) {
		return nil
	}
	if rows, err = r.from.rows(sheetLists); err != nil || len(rows) == 0 {
		return err
	}
	for i, head := range rows[0].Cells {
		key, ok := strings.CutPrefix(head, "register ")
		if !ok {
			continue
		}
		r.refs[key] = map[string]string{}
		for _, row := range rows[1:] {
			if text := at(row.Cells, i); text != "" {
				r.refs[key][open(text)] = at(row.Cells, i+1)
			}
		}
	}
	return nil
}

func notExported(err error) error {
	return &app.Refusal{
		What: "Questo foglio non è stato esportato da Tutela.",
		Do:   "Per un foglio vostro, con un registro solo, c’è «Importa da un foglio».", Err: err,
	}
}

// read takes the sheets of the registers first, entries of catalogues before all,
// then their lists, then what names other records.
func (r *workbookReader) read() error {
	sheets := workSheets(r.d.Registers())
	slices.SortStableFunc(sheets, func(a, b *workSheet) int {
		first := func(s *workSheet) int {
			if s.reg.Key == app.CatalogEntryForm.Key {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(len(a.lists), len(b.lists)))
	})
	known := map[string]bool{sheetAbout: true, sheetMeta: true, sheetLists: true}
	r.words()
	for _, s := range sheets {
		name := r.names[s.reg.Key+" "+s.path()]
		known[name] = true
		if name == "" || !r.from.has(name) {
			continue // it was taken out
		}
		s.name = name
		if err := r.take(s); err != nil {
			return err
		}
		if s.reg.Key == app.CatalogEntryForm.Key {
			r.words()
		}
	}
	for _, l := range r.late {
		r.name(l)
	}
	for _, e := range r.p.Entries {
		if headOf(e).UID == "" {
			r.adopt(app.CatalogEntryForm.Key, e, "")
		}
	}
	for _, name := range r.from.names() {
		if !known[name] {
			r.out.Left = append(r.out.Left, "il foglio «"+name+"»")
		}
	}
	return nil
}

// words makes ready the reading of catalogues, with the entries read so far.
func (r *workbookReader) words() {
	records := map[string][]any{app.CatalogEntryForm.Key: r.order[app.CatalogEntryForm.Key]}
	if len(r.order[app.CatalogEntryForm.Key]) == 0 {
		records[app.CatalogEntryForm.Key] = r.d.Records(app.CatalogEntryForm.Key)
	}
	d := app.NewDossier(r.d.Now, r.d.Catalogues, r.d.Registers(), records)
	r.p = &planner{TablePlan: &TablePlan{}, office: TableOffice{Dossier: d}}
}
