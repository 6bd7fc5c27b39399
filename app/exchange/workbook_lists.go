package exchange

import (
	"fmt"
	"slices"
	"strconv"

	"tutela/app/form"
)

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
