package exchange

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// planner makes a plan row by row.
type planner struct {
	*TablePlan
	office    TableOffice
	overwrite bool
	column    map[string]int // by key of the match
	titles    map[string]titles
	there     *known              // in the office
	taken     map[any]*PlannedRow // by the record of the office that a row is of
	before    *known              // in the rows above
	rowOf     map[any]*PlannedRow // by the record in before
	fresh     map[string]any      // by UID, of the rows that are new
	// owners say whose a value is that is given once, by field and value.
	owners map[string]owned
	names  planNames
}

type owned struct {
	uid string
	at  Place
}

// cellValue is what a cell was understood as.
type cellValue struct {
	field  *form.Field
	column int
	value  any
}

func newPlanner(o TableOffice, reg app.Register, t *Table, match []string, overwrite bool) *planner {
	p := &planner{
		TablePlan: &TablePlan{Register: reg, Table: t, Match: match}, office: o, overwrite: overwrite,
		column: map[string]int{}, titles: map[string]titles{}, owners: map[string]owned{},
	}
	p.names = planNames{o.Dossier, p}
	p.taken, p.rowOf, p.fresh = map[any]*PlannedRow{}, map[any]*PlannedRow{}, map[string]any{}
	for i, key := range match {
		if _, twice := p.column[key]; key != "" && !twice {
			p.column[key] = i
		}
	}
	p.there, p.before = newKnown(reg.Type, match), newKnown(reg.Type, match)
	for _, rec := range o.Records(reg.Key) {
		p.there.add(rec)
	}
	return p
}

func (p *planner) wrong(at Place, column int, text string) {
	name := ""
	if column >= 0 {
		name = p.Table.ColumnName(column)
	}
	p.Problems = append(p.Problems, TableProblem{at, name, text})
}

// columns sees that the table has the columns by which its records are known, and
// none twice.
func (p *planner) columns() bool {
	for i, key := range p.Match {
		_, surname := p.column["surname"]
		_, name := p.column["name"]
		_, whole := p.column[SurnameFirst]
		again := key == SurnameFirst && (surname || name) || key == NameFirst && (surname || name || whole)
		if key != "" && p.column[key] != i || again {
			p.wrong(p.Table.HeadAt, i, "Un’altra colonna è già presa per lo stesso campo.")
		}
	}
	blank := p.Register.Start()
	for _, f := range p.keyFields() {
		if _, there := p.columnOf(f.Key); !there && f.Needed(blank) {
			p.Problems = append(p.Problems, TableProblem{p.Table.HeadAt, f.Label, "Manca: senza questa colonna non si sa di chi o di che cosa sono le righe."})
		}
	}
	if len(p.column) == 0 {
		p.wrong(p.Table.HeadAt, -1, "Nessuna colonna è presa per un campo.")
	}
	return len(p.Problems) == 0
}

// columnOf is the column that fills a field.
func (p *planner) columnOf(key string) (column int, ok bool) {
	if column, ok = p.column[key]; ok || key != "surname" && key != "name" {
		return column, ok
	}
	if column, ok = p.column[SurnameFirst]; ok {
		return column, true
	}
	column, ok = p.column[NameFirst]
	return column, ok
}

// keyFields are the fields by which records are known.
func (p *planner) keyFields() (out []*form.Field) {
	for _, k := range p.Register.Same() {
		for _, key := range k.Fields {
			if f := p.Register.Field(key); !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// meet reads a row as far as it takes to know whose it is.
func (p *planner) meet(ctx context.Context, r *TableRow) error {
	row := &PlannedRow{Place: r.Place}
	p.Rows = append(p.Rows, row)
	faults := len(p.Problems)
	p.read(row, r, false)
	rec := p.Register.Start()
	row.put(rec)
	row.Title = strings.TrimSpace(p.Register.Named(rec, p.names))
	for _, f := range p.keyFields() {
		if i, there := p.columnOf(f.Key); there && f.Needed(rec) && f.Empty(rec) && r.Cells[i] == "" {
			p.wrong(r.Place, i, "Manca: è uno dei dati da cui si riconosce la scheda.")
		}
	}
	if err := p.ownedOnce(ctx, row, rec); err != nil {
		return err
	}
	row.Rec = p.Register.Start()
	found, key := p.there.find(rec)
	twice, by := p.before.find(rec)
	switch {
	case len(twice) > 0:
		p.sameAs(row, p.rowOf[twice[0]], by)
	case len(found) > 1:
		p.wrong(r.Place, p.firstOf(key), fmt.Sprintf("Nell’ufficio più schede si chiamano «%s»: aggiungete una colonna che le distingua.", row.Title))
	case len(found) == 1:
		row.old = found[0]
		if other := p.taken[found[0]]; other != nil {
			p.sameAs(row, other, key)
		}
		p.taken[found[0]] = row
		row.Rec = p.Register.Clone(found[0])
	default:
		uid, err := uuid.NewV7()
		if err != nil {
			return fmt.Errorf("make uid: %w", err)
		}
		headOf(row.Rec).UID = uid.String()
		p.fresh[uid.String()] = rec
	}
	if len(p.Problems) > faults {
		row.Fate = Faulty
	}
	p.before.add(rec)
	p.rowOf[rec] = row
	return nil
}

func (p *planner) sameAs(row, first *PlannedRow, key []string) {
	p.wrong(row.Place, p.firstOf(key), fmt.Sprintf("È la stessa scheda della riga %d: «%s».", first.Row, row.Title))
}

// firstOf is the column of the first field of a key.
func (p *planner) firstOf(key []string) int {
	for _, k := range key {
		if i, ok := p.columnOf(k); ok {
			return i
		}
	}
	return -1
}

// ownedOnce refuses a value that is given to one owner for ever and was given to
// another: in the office, or in a row above.
func (p *planner) ownedOnce(ctx context.Context, row *PlannedRow, rec any) error {
	for _, v := range row.values {
		f := v.field
		if f.Once == "" {
			continue
		}
		text, owner := v.value.(string), p.Register.Field(f.Once)
		of, _ := owner.Value(rec).(string)
		if of == "" {
			continue // nobody's yet
		}
		has, err := p.office.Owner(ctx, p.Register.Type, f, text)
		if err != nil {
			return err
		}
		if has != "" && has != of {
			p.wrong(row.Place, v.column, givenTo(text, p.names.Ref(owner.Register, has)))
			continue
		}
		key := f.Key + " " + catalogue.Fold(text)
		if first, ok := p.owners[key]; ok && first.uid != of {
			p.wrong(row.Place, v.column, fmt.Sprintf("«%s» è già di un altro alla riga %d: non passa mai di mano.", text, first.at.Row))
		} else if !ok {
			p.owners[key] = owned{of, row.Place}
		}
	}
	return nil
}

func givenTo(value, owner string) string {
	if owner == "" {
		return fmt.Sprintf("«%s» fu dato a un altro, e non passa mai di mano, nemmeno quando non si usa più.", value)
	}
	return fmt.Sprintf("«%s» è di %s, e non passa mai di mano, nemmeno quando non si usa più.", value, owner)
}

// put puts the values of a row into a record, child records apart.
func (r *PlannedRow) put(rec any) {
	for _, v := range r.values {
		if v.field.Kind != form.KList {
			v.field.Put(rec, v.value)
		}
	}
}

// fill puts the values of a row into its record, and tells what becomes of each.
func (p *planner) fill(row *PlannedRow, r *TableRow) {
	faults := len(p.Problems)
	p.read(row, r, true)
	faulty := row.Fate == Faulty
	changed := false
	for _, v := range row.values {
		told := p.fillOne(row, v)
		changed = changed || !told.Kept
		if told.Words != "" {
			row.Told = append(row.Told, told)
		}
	}
	row.Title = strings.TrimSpace(p.Register.Named(row.Rec, p.names))
	switch {
	case row.old == nil:
		row.Fate = Fresh
	case changed:
		row.Fate = Filled
	default:
		row.Fate = Same
	}
	if row.Fate != Same { // what is not saved need not be right
		p.check(row)
	}
	if faulty || len(p.Problems) > faults {
		row.Fate, row.Rec = Faulty, nil
	}
}

// check tells what is wrong or doubtful in the record that a row makes.
func (p *planner) check(row *PlannedRow) {
	for _, x := range p.Register.Problems(row.Rec) {
		key, _, _ := strings.Cut(x.Path, "/")
		i, there := p.columnOf(key)
		switch {
		case x.Gravity == form.Doubt && there:
			row.Doubts = append(row.Doubts, x.Text)
		case x.Gravity == form.Wrong && there:
			p.wrong(row.Place, i, x.Text)
		case x.Gravity == form.Wrong:
			p.Problems = append(p.Problems, TableProblem{row.Place, x.Label, x.Text})
		}
	}
}

// fillOne puts one value where there is none yet, or where it may take the place
// of the one there. Told is empty of words where both are the same.
func (p *planner) fillOne(row *PlannedRow, v cellValue) Told {
	f, rec := v.field, row.Rec
	was := f.Words(rec, p.names)
	told := Told{Field: f}
	probe := p.Register.New()
	if f.Kind == form.KList {
		addRows(f, probe, v.value.([]string))
	} else {
		f.Put(probe, v.value)
	}
	told.Words = strings.Join(f.Words(probe, p.names), ", ")
	switch {
	case f.Empty(rec) || row.old == nil:
	case alike(f, rec, probe):
		return Told{Kept: true}
	case f.Latest && v.value.(form.Date) > f.Value(rec).(form.Date), p.overwrite:
		told.Was = strings.Join(was, ", ")
	default:
		told.Was, told.Kept = strings.Join(was, ", "), true
		return told
	}
	if f.Kind == form.KList {
		addRows(f, rec, v.value.([]string))
	} else {
		f.Put(rec, v.value)
	}
	return told
}

// addRows adds a child record for each entry that has none.
func addRows(f *form.Field, rec any, slugs []string) {
	by := f.Child.Field(f.AddBy)
	for _, slug := range slugs {
		if !slices.Contains(rowSlugs(f, rec), slug) {
			by.Put(f.AddRow(rec), slug)
		}
	}
}

func rowSlugs(f *form.Field, rec any) (out []string) {
	by := f.Child.Field(f.AddBy)
	for i := range f.Rows(rec) {
		slug, _ := by.Value(f.Row(rec, i)).(string)
		out = append(out, slug)
	}
	return out
}

// alike says that a record says already what the other does; of many values, that
// it has all of them.
func alike(f *form.Field, rec, other any) bool {
	within := func(some, all []string) bool {
		return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
	}
	if f.Kind == form.KList {
		return within(rowSlugs(f, other), rowSlugs(f, rec))
	}
	a, b := f.Value(rec), f.Value(other)
	switch a := a.(type) {
	case []string:
		return within(b.([]string), a)
	case string:
		if f.Kind == form.KText || f.Kind == form.KLong {
			return folded(f, a) == folded(f, b.(string))
		}
	}
	return reflect.DeepEqual(a, b)
}

// order sees that rows do not refer to each other in a ring, and puts the
// problems in the order of the sheet.
func (p *planner) order() {
	byUID := p.freshByUID()
	for _, row := range p.Rows {
		seen := map[*PlannedRow]bool{}
		var leads func(r *PlannedRow) bool
		leads = func(r *PlannedRow) bool {
			for _, uid := range r.refersTo(p.Register) {
				next := byUID[uid]
				if next == row || next != nil && !seen[next] {
					if next == row {
						return true
					}
					seen[next] = true
					if leads(next) {
						return true
					}
				}
			}
			return false
		}
		if row.Fate == Fresh && leads(row) {
			p.wrong(row.Place, -1, "Le righe rimandano l’una all’altra in tondo: togliete un rimando, importate, e aggiungetelo poi a mano.")
		}
	}
	slices.SortStableFunc(p.Problems, func(a, b TableProblem) int { return cmp.Compare(a.Row, b.Row) })
}

// settle keeps the new entries of catalogues that a record to be saved holds.
func (p *planner) settle() {
	used := map[string]bool{}
	for _, row := range p.Rows {
		if row.Fate != Fresh && row.Fate != Filled {
			continue
		}
		for _, f := range p.Register.Fields() {
			name, list := f.Catalogue, []string(nil)
			switch {
			case f.Kind == form.KCatalogue:
				list = []string{f.Edit(row.Rec)}
			case f.Kind == form.KCatalogues:
				list, _ = f.Value(row.Rec).([]string)
			case f.Kind == form.KList && f.AddBy != "":
				name, list = f.Child.Field(f.AddBy).Catalogue, rowSlugs(f, row.Rec)
			}
			for _, slug := range list {
				used[name+" "+slug] = true
			}
		}
	}
	p.Entries = slices.DeleteFunc(p.Entries, func(e *app.CatalogEntry) bool { return !used[e.Catalogue+" "+e.Slug] })
}

func headOf(rec any) *form.Head { return rec.(form.Record).Head() }
