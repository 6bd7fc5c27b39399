package exchange

import (
	"context"
	"fmt"
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
	if column < 0 {
		p.wrongOutside(at, "", text)
		return
	}
	p.Problems = append(p.Problems, TableProblem{at, p.Table.ColumnName(column), text, column})
}

// wrongOutside is of a field that no column fills, or of the whole row.
func (p *planner) wrongOutside(at Place, name, text string) {
	p.Problems = append(p.Problems, TableProblem{at, name, text, len(p.Match)})
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
			p.wrongOutside(p.Table.HeadAt, f.Label, "Manca: senza questa colonna non si sa di chi o di che cosa sono le righe.")
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

func headOf(rec any) *form.Head { return rec.(form.Record).Head() }
