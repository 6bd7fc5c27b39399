package form

import "slices"

// rowsOf reaches the child records of a list without knowing their type.
type rowsOf struct {
	len    func(any) int
	at     func(any, int) any
	adopt  func(any, any)
	remove func(any, int)
	move   func(any, int, int)
	clear  func(any)
}

// List is child records of type C, in the order shown.
func List[T, C any](key, label string, at func(*T) *[]*C, child Form[C]) F[T] {
	rows := func(r any) *[]*C { return at(r.(*T)) }
	return F[T]{Field{Key: key, Label: label, Kind: KList, Child: child.Type(), rows: rowsOf{
		len:    func(r any) int { return len(*rows(r)) },
		at:     func(r any, i int) any { return (*rows(r))[i] },
		adopt:  func(r, row any) { p := rows(r); *p = append(*p, row.(*C)) },
		remove: func(r any, i int) { p := rows(r); *p = slices.Delete(*p, i, i+1) },
		move: func(r any, from, to int) {
			p := rows(r)
			row := (*p)[from]
			*p = slices.Insert(slices.Delete(*p, from, from+1), to, row)
		},
		clear: func(r any) { *rows(r) = nil },
	}}}
}

// Rows is the number of child records.
func (f *Field) Rows(rec any) int { return f.rows.len(rec) }

// Row is child record i.
func (f *Field) Row(rec any, i int) any { return f.rows.at(rec, i) }

// AddRow appends an empty child record and returns it.
func (f *Field) AddRow(rec any) any {
	row := f.Child.New()
	f.adopt(rec, row)
	return row
}

// InsertRow puts a child record, of the list's own type, at place i.
func (f *Field) InsertRow(rec any, i int, row any) {
	f.adopt(rec, row)
	f.rows.move(rec, f.Rows(rec)-1, i)
}

// RemoveRow takes child record i out.
func (f *Field) RemoveRow(rec any, i int) { f.rows.remove(rec, i) }

// MoveRow brings child record from to place to.
func (f *Field) MoveRow(rec any, from, to int) { f.rows.move(rec, from, to) }

// ClearRows takes all child records out.
func (f *Field) ClearRows(rec any) { f.rows.clear(rec) }

func (f *Field) adopt(rec, row any) { f.rows.adopt(rec, row) }
