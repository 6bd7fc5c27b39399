package store

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// plan is how the records of one register lie in SQL, made from its form: the
// form says what there is, and this says where it is kept. SchemaSQL, loading
// and saving read it alike.
type plan struct {
	typ    *form.Type
	root   *table
	tables []*table      // the root first, parents before their children
	files  bool          // some field holds attachments
	once   []*form.Field // those whose values are given once
	number *form.Field   // the one that the store numbers; nil where none
	unique []*form.Field // those of which each record has its own
}

// table is the SQL table of a register, or of the child records of one list.
type table struct {
	name   string
	typ    *form.Type
	parent *table      // nil at the root
	list   *form.Field // the field of the parent that holds these rows; nil at the root
	cols   []*form.Field
	links  []link
	kids   []*table
	files  []*form.Field
	sql    statements
}

// link is a table of its own for a field that holds many slugs or references.
type link struct {
	name  string
	field *form.Field
	sql   statements
}

var (
	plainKey = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	// ownColumns are those that the store adds to the fields.
	ownColumns = []string{"id", "uid", "created", "updated", "revision", "parent_id", "pos", "rowid", "oid"}
	// ownTables are those of 0001_base.sql, as later migrations grow them.
	ownTables = []string{
		"audit", "audit_head", "audit_payload", "audit_file", "record_index", "record_search",
		"draft", "setting", "blob", "attachment", "print", "print_signed", "print_signer", "given", "numbered", "goose_db_version",
		"copy_setting", "copy_destination", "office_key", "print_given",
	}
)

// newPlans makes the plans of all registers, in their order, and finds what is
// wrong in the description: a programmer's error.
func newPlans(registers []app.Register) ([]*plan, error) {
	var plans []*plan
	names := slices.Clone(ownTables)
	keys := map[string]bool{}
	for _, r := range registers {
		keys[r.Key] = true
	}
	for _, r := range registers {
		p := &plan{typ: r.Type}
		if err := p.add(&table{name: r.Key, typ: r.Type}, keys); err != nil {
			return nil, fmt.Errorf("register %s: %w", r.Key, err)
		}
		for _, name := range p.names() {
			if slices.Contains(names, name) {
				return nil, fmt.Errorf("register %s: table %s stands twice", r.Key, name)
			}
			names = append(names, name)
		}
		plans = append(plans, p)
	}
	for _, p := range plans {
		for _, t := range p.tables {
			t.prepare(p)
		}
	}
	return plans, nil
}

// add takes a table and those of its lists into the plan.
func (p *plan) add(t *table, registers map[string]bool) error {
	if !plainKey.MatchString(t.name) {
		return fmt.Errorf("%q is no name for a table", t.name)
	}
	p.tables = append(p.tables, t)
	if t.parent == nil {
		p.root = t
	}
	for _, f := range t.typ.Fields() {
		if !plainKey.MatchString(f.Key) || slices.Contains(ownColumns, f.Key) {
			return fmt.Errorf("%q is no key for a field of %s", f.Key, t.name)
		}
		if (f.Kind == form.KRef || f.Kind == form.KRefs) && !registers[f.Register] {
			return fmt.Errorf("field %s of %s refers to the unknown register %q", f.Key, t.name, f.Register)
		}
		if f.Once != "" {
			if t.parent != nil {
				return fmt.Errorf("field %s of %s: what is given once stands in a record, not in its rows", f.Key, t.name)
			}
			p.once = append(p.once, f)
		}
		if f.Number != "" {
			if t.parent != nil || p.number != nil {
				return fmt.Errorf("field %s of %s: one number stands in a record, and none in its rows", f.Key, t.name)
			}
			p.number = f
		}
		if f.Unique {
			if t.parent != nil {
				return fmt.Errorf("field %s of %s: what each record has of its own stands in a record, not in its rows", f.Key, t.name)
			}
			p.unique = append(p.unique, f)
		}
		switch f.Kind {
		case form.KComputed:
		case form.KCatalogues, form.KRefs:
			t.links = append(t.links, link{name: t.name + "_" + f.Key, field: f})
		case form.KFiles:
			t.files = append(t.files, f)
			p.files = true
		case form.KList:
			kid := &table{name: t.name + "_" + f.Key, typ: f.Child, parent: t, list: f}
			t.kids = append(t.kids, kid)
			if err := p.add(kid, registers); err != nil {
				return err
			}
		default:
			t.cols = append(t.cols, f)
		}
	}
	return nil
}

// names are those of all tables of the plan.
func (p *plan) names() (out []string) {
	for _, t := range p.tables {
		out = append(out, t.name)
		for _, l := range t.links {
			out = append(out, l.name)
		}
	}
	return out
}

// ident quotes a name for SQL. Keys are plain, but one may be a word of SQL.
func ident(name string) string { return `"` + name + `"` }

func idents(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = ident(n)
	}
	return strings.Join(out, ", ")
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }
