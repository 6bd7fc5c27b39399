package exchange

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

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
			p.wrongOutside(row.Place, x.Label, x.Text)
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
	slices.SortStableFunc(p.Problems, func(a, b TableProblem) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.at, b.at)) })
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
