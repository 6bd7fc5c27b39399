package store

import (
	"fmt"
	"strings"

	"tutela/app/form"
)

// statements are the SQL of one table, made once from the plan.
type statements struct {
	from   string // what a row is read with, at the root: a condition follows
	all    string // every row, in the order of parents and places
	one    string // the rows of one record: by uid at the root, by the root's id below it
	insert string
	update string // the root alone
	clear  string // the rows of one parent
}

// prepare writes the statements of a table and of its links.
func (t *table) prepare(p *plan) {
	reads, names := make([]string, 0, len(t.cols)), make([]string, 0, len(t.cols))
	for _, f := range t.cols {
		names = append(names, f.Key)
		if f.Kind == form.KRef {
			reads = append(reads, fmt.Sprintf(`(SELECT uid FROM %s WHERE id = t.%s)`, ident(f.Register), ident(f.Key)))
		} else {
			reads = append(reads, "t."+ident(f.Key))
		}
	}
	if t.parent == nil {
		t.prepareRoot(reads, names)
	} else {
		read := strings.Join(append([]string{"t.parent_id", "t.id"}, reads...), ", ")
		from := "SELECT " + read + " FROM " + ident(t.name) + " t"
		t.sql = statements{
			all:    from + " ORDER BY t.parent_id, t.pos",
			one:    from + " WHERE t.parent_id " + t.parent.within() + " ORDER BY t.parent_id, t.pos",
			insert: insertSQL(t.name, append([]string{"parent_id", "pos"}, names...)),
			clear:  "DELETE FROM " + ident(t.name) + " WHERE parent_id = ?",
		}
	}
	for i := range t.links {
		t.links[i].prepare(t)
	}
}

func (t *table) prepareRoot(reads, names []string) {
	read := strings.Join(append([]string{"t.id", "t.uid", "t.created", "t.updated", "t.revision"}, reads...), ", ")
	from := "SELECT " + read + " FROM " + ident(t.name) + " t"
	sets := make([]string, 0, len(names)+2)
	for _, n := range append([]string{"created", "updated", "revision"}, names...) {
		sets = append(sets, ident(n)+" = ?")
	}
	t.sql = statements{
		from: from,
		// A record that the index lost must not vanish: hence the outer join.
		all: from + " LEFT JOIN record_index x ON x.register = '" + t.name + "' AND x.uid = t.uid" +
			" WHERE t.revision > 0 ORDER BY x.sort, t.uid",
		one:    from + " WHERE t.revision > 0 AND t.uid = ?",
		insert: insertSQL(t.name, append([]string{"uid", "created", "updated", "revision"}, names...)),
		update: "UPDATE " + ident(t.name) + " SET " + strings.Join(sets, ", ") + " WHERE id = ?",
	}
}

func (l *link) prepare(t *table) {
	from, column := "SELECT l.parent_id, l.slug FROM "+ident(l.name)+" l", "slug"
	if l.field.Kind == form.KRefs {
		column = "ref_id"
		from = "SELECT l.parent_id, r.uid FROM " + ident(l.name) + " l JOIN " + ident(l.field.Register) + " r ON r.id = l.ref_id"
	}
	l.sql = statements{
		all:    from + " ORDER BY l.parent_id, l.pos",
		one:    from + " WHERE l.parent_id " + t.within() + " ORDER BY l.parent_id, l.pos",
		insert: l.insertSQL(column),
		clear:  "DELETE FROM " + ident(l.name) + " WHERE parent_id = ?",
	}
}

// within is the condition on the id of a row of t that it belongs to the record
// whose id is the one argument.
func (t *table) within() string {
	if t.parent == nil {
		return "= ?"
	}
	return "IN (SELECT id FROM " + ident(t.name) + " WHERE parent_id " + t.parent.within() + ")"
}

func insertSQL(table string, columns []string) string {
	return "INSERT INTO " + ident(table) + " (" + idents(columns) + ") VALUES (" + marks(len(columns)) + ")"
}
