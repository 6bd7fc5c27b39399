package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

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
func (r *WorkbookRefusal) Lines() []string { return problemLines(r.Problems) }

func (r *WorkbookRefusal) Error() string { return strings.Join(r.Lines(), " ") }

// Unwrap gives the refusal in one text.
func (r *WorkbookRefusal) Unwrap() error { return &app.Refusal{What: r.Error()} }

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
