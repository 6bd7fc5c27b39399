package exchange

import (
	"context"
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// TableOffice is what an import of a table asks of the office.
type TableOffice struct {
	*app.Dossier
	// Owner tells to whom a value was given that is given once for ever
	// (form.F.Once), "" for nobody yet.
	Owner func(ctx context.Context, t *form.Type, f *form.Field, value string) (uid string, err error)
}

// TablePlan says what would become of each row of a table. Nothing is taken while
// there is a problem: all of it or none.
type TablePlan struct {
	Register app.Register
	Table    *Table
	Match    []string // of each column; see Match
	Rows     []*PlannedRow
	Problems []TableProblem
	// Entries are those that the office adds to its catalogues with it.
	Entries []*app.CatalogEntry
}

// Fate is what becomes of a row.
type Fate int

// The fates.
const (
	Fresh  Fate = iota // a new record
	Filled             // a record that is there, in which something changes
	Same               // a record that is there, and stays as it is
	Faulty             // something is wrong with it: see Problems
)

// PlannedRow is a row and what becomes of it.
type PlannedRow struct {
	Place
	Fate  Fate
	Title string
	Rec   any // as it would be saved; nil where the row is faulty
	Told  []Told
	// Doubts are what looks doubtful, in sentences. They stop nothing.
	Doubts []string

	values []cellValue
	old    any // of the office
}

// Told is a value of a row and what becomes of it, in words.
type Told struct {
	Field *form.Field
	Words string // as it was understood
	Was   string // what stands in the office, where that is something else
	Kept  bool   // and stays there
}

// TableProblem is what is wrong, and where; without a column it is of the whole row.
type TableProblem struct {
	Place
	Column string
	Text   string // a sentence

	at int // place of the column; what is of no column comes last
}

// String is the problem with the place before it, in Italian.
func (p TableProblem) String() string {
	at := fmt.Sprintf("Riga %d", p.Row)
	if p.Line != p.Row {
		at += fmt.Sprintf(" (riga %d del testo)", p.Line)
	}
	if p.Column != "" {
		at += ", colonna «" + p.Column + "»"
	}
	return at + ": " + p.Text
}

// PlanTable looks at every row of a table, taken for records of a register, and
// changes nothing. What stands in the office stays, unless overwrite is set: only
// what is empty is filled, and a last time of something (form.F.Latest) moves on.
func PlanTable(ctx context.Context, o TableOffice, reg app.Register, t *Table, match []string, overwrite bool) (*TablePlan, error) {
	p := newPlanner(o, reg, t, match, overwrite)
	if !p.columns() {
		return p.TablePlan, nil
	}
	// Rows may refer to each other: first all are known, then each is filled.
	for i := range t.Rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := p.meet(ctx, &t.Rows[i]); err != nil {
			return nil, err
		}
	}
	for i, row := range p.Rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.fill(row, &t.Rows[i])
	}
	p.order()
	p.settle()
	return p.TablePlan, nil
}

// Left are the columns that nothing is taken from, though something stands there.
func (p *TablePlan) Left() (out []string) {
	for i, key := range p.Match {
		if key != "" {
			continue
		}
		for _, r := range p.Table.Rows {
			if r.Cells[i] != "" {
				out = append(out, p.Table.ColumnName(i))
				break
			}
		}
	}
	return out
}

// Count says how many rows have a fate.
func (p *TablePlan) Count(f Fate) (n int) {
	for _, r := range p.Rows {
		if r.Fate == f {
			n++
		}
	}
	return n
}

// Savings are the records to save together, each after those that it refers to.
func (p *TablePlan) Savings() []app.Saving {
	var out []app.Saving
	for _, e := range p.Entries {
		out = append(out, app.Saving{Type: app.CatalogEntryForm.Type(), Rec: e})
	}
	add := func(r *PlannedRow) { out = append(out, app.Saving{Type: p.Register.Type, Rec: r.Rec}) }
	byUID, done := p.freshByUID(), map[string]bool{}
	var after func(r *PlannedRow)
	after = func(r *PlannedRow) {
		uid := r.Rec.(form.Record).Head().UID
		if done[uid] {
			return
		}
		done[uid] = true
		for _, other := range r.refersTo(p.Register) {
			if before := byUID[other]; before != nil {
				after(before)
			}
		}
		add(r)
	}
	for _, r := range p.Rows {
		if r.Fate == Fresh {
			after(r)
		}
	}
	for _, r := range p.Rows {
		if r.Fate == Filled {
			add(r)
		}
	}
	return out
}

func (p *TablePlan) freshByUID() map[string]*PlannedRow {
	out := map[string]*PlannedRow{}
	for _, r := range p.Rows {
		if r.Fate == Fresh {
			out[r.Rec.(form.Record).Head().UID] = r
		}
	}
	return out
}

// refersTo are the records of its own register that a row refers to.
func (r *PlannedRow) refersTo(reg app.Register) (out []string) {
	for _, f := range reg.Fields() {
		if f.Register != reg.Key {
			continue
		}
		switch v := f.Value(r.Rec).(type) {
		case string:
			out = append(out, v)
		case []string:
			out = append(out, v...)
		}
	}
	return out
}

// TableRefusal refuses a table as a whole, with all that is wrong with it.
type TableRefusal struct{ Problems []TableProblem }

// Refused is the error of a plan with problems, nil without.
func (p *TablePlan) Refused() error {
	if len(p.Problems) == 0 {
		return nil
	}
	return &TableRefusal{p.Problems}
}

// Lines tells every problem, one a line, then what follows from them.
func (r *TableRefusal) Lines() []string { return problemLines(r.Problems) }

func (r *TableRefusal) Error() string { return strings.Join(r.Lines(), " ") }

// Unwrap gives the refusal in one text.
func (r *TableRefusal) Unwrap() error { return &app.Refusal{What: r.Error()} }
