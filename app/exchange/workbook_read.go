package exchange

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/form"
)

// Workbook is what was read of a workbook: the records as they would be saved.
type Workbook struct {
	Bundle app.Bundle
	// Changes tells what becomes of each record that is new or another than in the
	// office, in the order of the sheets.
	Changes []WorkbookChange
	Same    int      // records that are as they are in the office
	Left    []string // sheets and columns that nothing was taken from
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
	f, err := openXLSX(data)
	if err != nil {
		return false
	}
	defer f.Close()
	mark, err := f.GetCellValue(sheetMeta, "A1")
	return err == nil && mark == workbookMark
}

func openXLSX(data []byte) (f *excelize.File, err error) {
	defer func() { // the library is not proof against every file that is no workbook
		if p := recover(); p != nil {
			f, err = nil, badXLSX(fmt.Errorf("panic: %v", p))
		}
	}()
	if len(data) > mostBytes {
		return nil, tooBig()
	}
	return excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostWorkbook, UnzipXMLSizeLimit: mostWorkbook})
}

// mostWorkbook is how much a workbook may hold once it is unpacked.
const mostWorkbook = 256 << 20

// ReadWorkbook reads what WriteWorkbook writes, after whatever a user did to it,
// against the office as it is. It refuses as a whole, with sheet, row and column of
// all that is wrong (*WorkbookRefusal).
func ReadWorkbook(data []byte, d *app.Dossier) (w *Workbook, err error) {
	defer func() {
		if p := recover(); p != nil {
			w, err = nil, badXLSX(fmt.Errorf("panic: %v", p))
		}
	}()
	f, err := openXLSX(data)
	if err != nil {
		return nil, badXLSX(err)
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

func (x xlsxSource) rows(sheet string) ([]TableRow, error) { return rowsOf(x.f, sheet, mostWorkRows) }

func readOffice(from source, d *app.Dossier) (*Workbook, error) {
	r := &workbookReader{
		d: d, from: from, out: &Workbook{}, recs: map[string]map[string]any{}, order: map[string][]any{}, rows: map[any]rowPlace{},
		refs: map[string]map[string]string{}, names: map[string]string{},
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

	names map[string]string            // of each sheet, by register and path
	refs  map[string]map[string]string // UID by register and the text that stands for it
	recs  map[string]map[string]any    // by register, and by UID or the word of a new one
	order map[string][]any
	late  []lateRef
	rows  map[any]rowPlace // by record or child record
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

// WorkbookProblem is what is wrong in a cell, or in a row where Column is empty.
type WorkbookProblem struct {
	Sheet, Column string
	Row           int
	Text          string // a sentence
}

// String is the problem with its place before it, in Italian.
func (p WorkbookProblem) String() string {
	at := fmt.Sprintf("Foglio «%s», riga %d", p.Sheet, p.Row)
	if p.Column != "" {
		at += ", colonna «" + p.Column + "»"
	}
	return at + ": " + p.Text
}

// WorkbookRefusal refuses a workbook as a whole, with all that is wrong with it.
type WorkbookRefusal struct{ Problems []WorkbookProblem }

// Lines tells every problem, one a line, then what follows from them.
func (r *WorkbookRefusal) Lines() []string {
	var out []string
	for _, p := range r.Problems[:min(len(r.Problems), MostProblems)] {
		out = append(out, p.String())
	}
	if more := len(r.Problems) - MostProblems; more > 0 {
		out = append(out, fmt.Sprintf("E altri %d errori.", more))
	}
	return append(out, "Niente è stato importato: correggete il foglio e riprovate.")
}

func (r *WorkbookRefusal) Error() string { return strings.Join(r.Lines(), " ") }

// Unwrap gives the refusal in one text.
func (r *WorkbookRefusal) Unwrap() error { return &app.Refusal{What: r.Error()} }

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

// take reads the rows of a sheet.
func (r *workbookReader) take(s *workSheet) error {
	rows, err := r.from.rows(s.name)
	if err != nil || len(rows) == 0 {
		return err
	}
	column := map[string]int{}
	for i, head := range rows[0].Cells {
		if head = strings.Join(strings.Fields(head), " "); head == "" {
			continue
		}
		if !slices.Contains(s.heads, head) {
			r.out.Left = append(r.out.Left, fmt.Sprintf("la colonna «%s» del foglio «%s»", head, s.name))
			continue
		}
		if _, twice := column[head]; twice {
			r.bad(cell{s.name, head, rows[0].Row}, "Un’altra colonna ha lo stesso nome: toglietene una.")
			return nil
		}
		column[head] = i
	}
	if _, there := column[s.heads[0]]; !there {
		r.bad(cell{s.name, s.heads[0], rows[0].Row}, "Manca questa colonna: senza non si sa di quale scheda sono le righe.")
		return nil
	}
	if len(s.lists) == 0 {
		for _, row := range rows[1:] {
			r.record(s, column, row)
		}
		return nil
	}
	r.children(s, column, rows[1:])
	return nil
}

// mostWorkRows is how many rows a sheet of a workbook may have.
const mostWorkRows = 200_000

func (s *workSheet) text(column map[string]int, row TableRow, head string) (string, bool) {
	i, there := column[head]
	if !there {
		return "", false
	}
	return at(row.Cells, i), true
}

var uidShaped = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// record reads a row of a register: the record of the office with that UID as the
// row changes it, or a new one.
func (r *workbookReader) record(s *workSheet, column map[string]int, row TableRow) {
	key, _ := s.text(column, row, headUID)
	if key != "" && r.recs[s.reg.Key][key] != nil {
		r.bad(cell{s.name, headUID, row.Row}, "Questo identificativo è già di una riga sopra: per una scheda nuova lasciatelo vuoto.")
		return
	}
	var rec any
	if old := r.d.Record(s.reg.Key, key); old != nil {
		rec = s.reg.Clone(old)
	} else if all := r.d.Records(s.reg.Key); s.reg.Single && len(all) > 0 {
		rec = s.reg.Clone(all[0])
	} else {
		rec = s.reg.New()
	}
	r.rows[rec] = rowPlace{cell: cell{sheet: s.name, row: row.Row}}
	r.fill(s, column, row, rec)
	r.adopt(s.reg.Key, rec, key)
}

// adopt takes a record in, with a UID of its own where it has none.
func (r *workbookReader) adopt(register string, rec any, key string) {
	h := headOf(rec)
	switch {
	case h.UID != "":
	case uidShaped.MatchString(key):
		h.UID = key
	default:
		h.UID = uuid.Must(uuid.NewV7()).String()
	}
	if r.recs[register] == nil {
		r.recs[register] = map[string]any{}
	}
	r.recs[register][h.UID] = rec
	if key != "" {
		r.recs[register][key] = rec
	}
	r.order[register] = append(r.order[register], rec)
}

// fill puts the cells of a row into a record. A column that is not there changes
// nothing; an empty cell unsets its field.
func (r *workbookReader) fill(s *workSheet, column map[string]int, row TableRow, rec any) {
	for i, f := range s.field {
		head := s.heads[s.lead()+i]
		text, there := s.text(column, row, head)
		if !there {
			continue
		}
		at := cell{s.name, head, row.Row}
		switch {
		case text == "":
			f.Put(rec, nil)
		case formulaErrors[strings.ToUpper(text)]:
			r.bad(at, fmt.Sprintf("La formula del foglio dà un errore: «%s».", text))
		case f.Kind == form.KRef || f.Kind == form.KRefs:
			r.late = append(r.late, lateRef{at, f, rec, open(text)})
		default:
			v, wrong := r.value(f, text)
			if wrong != "" {
				r.bad(at, wrong)
				continue
			}
			f.Put(rec, v)
		}
	}
}

var euros = regexp.MustCompile(`^-?\d+(\.\d{1,2})?$`)

// value reads a cell that names no record.
func (r *workbookReader) value(f *form.Field, text string) (any, string) {
	switch f.Kind {
	case form.KText, form.KLong:
		return open(text), ""
	case form.KMoney:
		if n, err := strconv.ParseFloat(text, 64); err == nil && euros.MatchString(text) {
			return int64(n*100 + 0.5*float64(cmp.Compare(n, 0))), ""
		}
	case form.KMoment:
		if t, err := time.Parse(time.RFC3339, text); err == nil {
			return form.MomentOf(t), ""
		}
	}
	return r.p.value(f, open(text))
}

// name reads a cell that names records: by the text that stands for them, by their
// UID, by the word of a new one, or by the title of one.
func (r *workbookReader) name(l lateRef) {
	parts := []string{l.text}
	if l.f.Kind == form.KRefs {
		parts = strings.FieldsFunc(l.text, func(c rune) bool { return c == ';' || c == '\n' })
	}
	var uids []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		uid := r.uidOf(l.f.Register, part)
		if uid == "" {
			reg, _ := app.RegisterOf(r.d.Registers(), l.f.Register)
			r.bad(l.cell, fmt.Sprintf("«%s» non si trova nel registro «%s»: scegliete fra le voci proposte, o aggiungete prima quella scheda nel suo foglio.", part, reg.Many))
			return
		}
		if !slices.Contains(uids, uid) {
			uids = append(uids, uid)
		}
	}
	switch {
	case l.f.Kind == form.KRefs && len(uids) > 0:
		l.f.Put(l.rec, uids)
	case l.f.Kind == form.KRef && len(uids) == 1:
		l.f.Put(l.rec, uids[0])
	}
}

var bracketed = regexp.MustCompile(`\[([^\]]+)\]$`)

func (r *workbookReader) uidOf(register, text string) string {
	if m := bracketed.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if rec := r.recs[register][text]; rec != nil {
		return headOf(rec).UID
	}
	if uid := r.refs[register][text]; uid != "" && (r.recs[register][uid] != nil || r.d.Record(register, uid) != nil) {
		return uid
	}
	if rec := r.d.Record(register, text); rec != nil {
		return text
	}
	reg, _ := app.RegisterOf(r.d.Registers(), register)
	found := titles{}
	for _, rec := range r.order[register] {
		found.add(reg.Title(rec), headOf(rec).UID)
	}
	if uids := found.find(text); len(uids) == 1 {
		return uids[0]
	}
	return ""
}

// childRow is a row of a list, and where it belongs.
type childRow struct {
	row TableRow
	at  []int // its place in each list on the way, from 1
}

// children reads the rows of a list: the sheet says all of it, for every record that
// stands in the workbook.
func (r *workbookReader) children(s *workSheet, column map[string]int, rows []TableRow) {
	places := s.heads[2:s.lead()]
	of := map[any][]childRow{}
	for _, row := range rows {
		key, _ := s.text(column, row, headParent)
		parent := r.recs[s.reg.Key][key]
		if parent == nil {
			r.bad(cell{s.name, headParent, row.Row}, fmt.Sprintf("Nessuna riga del foglio «%s» ha questo identificativo.", r.names[s.reg.Key+" "]))
			continue
		}
		c := childRow{row: row}
		for i, head := range places {
			text, there := s.text(column, row, head)
			n, err := strconv.Atoi(text)
			switch {
			case text == "" && i == len(places)-1 || !there && i == len(places)-1:
				n = mostWorkRows // after those that say their place
			case err != nil || n < 1:
				r.bad(cell{s.name, head, row.Row}, "Qui serve il numero della riga, da 1.")
				n = 0
			}
			c.at = append(c.at, n)
		}
		if !slices.Contains(c.at, 0) {
			of[parent] = append(of[parent], c)
		}
	}
	for _, parent := range r.order[s.reg.Key] {
		list := of[parent]
		slices.SortStableFunc(list, func(a, b childRow) int { return slices.Compare(a.at, b.at) })
		r.replace(s, column, s.lists, parent, list, 0)
	}
}

// replace makes the rows of a list anew from those of the sheet, keeping of the old
// ones what a workbook does not hold: attachments, and lists that have a sheet of
// their own.
func (r *workbookReader) replace(s *workSheet, column map[string]int, lists []*form.Field, parent any, rows []childRow, depth int) {
	f := lists[0]
	if len(lists) > 1 {
		numbers := map[int]bool{}
		for i := range f.Rows(parent) {
			row := f.Row(parent, i)
			n := i + 1 // where the sheet of that list was taken out
			if p, read := r.rows[row]; read {
				n = p.number
			}
			numbers[n] = true
			mine := slices.DeleteFunc(slices.Clone(rows), func(c childRow) bool { return c.at[depth] != n })
			r.replace(s, column, lists[1:], row, mine, depth+1)
		}
		for _, c := range rows {
			if !numbers[c.at[depth]] {
				r.bad(cell{s.name, s.heads[2+depth], c.row.Row}, fmt.Sprintf("Non c’è nessuna riga %d nell’elenco «%s» di questa scheda.", c.at[depth], f.Label))
			}
		}
		return
	}
	old := make([]any, f.Rows(parent))
	for i := range old {
		old[i] = f.Row(parent, i)
	}
	f.ClearRows(parent)
	for _, c := range rows {
		var row any
		if n := c.at[depth]; n <= len(old) && old[n-1] != nil {
			row, old[n-1] = old[n-1], nil
			f.InsertRow(parent, f.Rows(parent), row)
		} else {
			row = f.AddRow(parent)
		}
		r.rows[row] = rowPlace{cell{sheet: s.name, row: c.row.Row}, c.at[depth]}
		r.fill(s, column, c.row, row)
	}
}

// compare tells what becomes of each record, and what is wrong with it.
func (r *workbookReader) compare() {
	r.out.Bundle.Records = map[string][]any{}
	all := map[string][]any{}
	for _, reg := range r.d.Registers() {
		all[reg.Key] = slices.Clone(r.d.Records(reg.Key))
		for _, rec := range r.order[reg.Key] {
			if r.d.Record(reg.Key, headOf(rec).UID) == nil {
				all[reg.Key] = append(all[reg.Key], rec)
			}
		}
	}
	names := app.NewDossier(r.d.Now, r.d.Catalogues, r.d.Registers(), all)
	for _, reg := range r.d.Registers() {
		for _, rec := range r.order[reg.Key] {
			r.out.Bundle.Records[reg.Key] = append(r.out.Bundle.Records[reg.Key], rec)
			old := r.d.Record(reg.Key, headOf(rec).UID)
			if old != nil && reg.Equal(old, rec) {
				r.out.Same++
				continue
			}
			c := WorkbookChange{Register: reg, UID: headOf(rec).UID, Title: reg.Named(rec, names), New: old == nil}
			if old != nil {
				c.Differs = reg.Compare(old, rec, names)
			}
			r.out.Changes = append(r.out.Changes, c)
			r.check(reg, rec)
		}
	}
}

// check tells what is wrong in a record that would be saved.
func (r *workbookReader) check(reg app.Register, rec any) {
	for _, p := range reg.Problems(rec) {
		if p.Gravity != form.Wrong {
			continue
		}
		row, parts := rec, strings.Split(p.Path, "/")
		typ := reg.Type
		for ; len(parts) > 2; parts = parts[2:] {
			f := typ.Field(parts[0])
			i, err := strconv.Atoi(parts[1])
			if f == nil || err != nil || i >= f.Rows(row) {
				break
			}
			row, typ = f.Row(row, i), f.Child
		}
		place := r.rows[row]
		if place.sheet == "" {
			place = r.rows[rec]
		}
		place.column = p.Label
		r.bad(place.cell, p.Text)
	}
}
