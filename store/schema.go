package store

import (
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// SchemaSQL is the tables and indexes of registers as a new file would get
// them. Migrations are written by hand, with this as their measure: a test
// compares what they make with what this makes. It panics where a description
// is wrong in itself, as form.Form.Type does.
func SchemaSQL(registers []app.Register) string {
	plans, err := newPlans(registers)
	if err != nil {
		panic("store: " + err.Error())
	}
	var b strings.Builder
	for _, p := range plans {
		for _, t := range p.tables {
			t.schema(&b)
		}
	}
	return b.String()
}

func (t *table) schema(b *strings.Builder) {
	var lines, indexes []string
	if t.parent == nil {
		lines = append(lines, `"id" INTEGER PRIMARY KEY`, `"uid" TEXT NOT NULL UNIQUE`,
			`"created" TEXT NOT NULL`, `"updated" TEXT NOT NULL`, `"revision" INTEGER NOT NULL`)
	} else {
		lines = append(lines, `"id" INTEGER PRIMARY KEY`,
			`"parent_id" INTEGER NOT NULL REFERENCES `+ident(t.parent.name)+` ("id") ON DELETE CASCADE`,
			`"pos" INTEGER NOT NULL`)
		indexes = append(indexes, index(t.name, "parent_id", "pos"))
	}
	for _, f := range t.cols {
		lines = append(lines, ident(f.Key)+" "+columnType(f))
		if f.Kind == form.KRef {
			ix := index(t.name, f.Key)
			if f.Unique {
				ix = strings.Replace(ix, "CREATE INDEX", "CREATE UNIQUE INDEX", 1)
			}
			indexes = append(indexes, ix)
		}
	}
	create(b, t.name, lines, indexes)
	for _, l := range t.links {
		lines := []string{
			`"parent_id" INTEGER NOT NULL REFERENCES ` + ident(t.name) + ` ("id") ON DELETE CASCADE`,
			`"pos" INTEGER NOT NULL`,
		}
		var indexes []string
		if l.field.Kind == form.KRefs {
			lines = append(lines, `"ref_id" INTEGER NOT NULL REFERENCES `+ident(l.field.Register)+` ("id") ON DELETE RESTRICT`)
			indexes = append(indexes, index(l.name, "ref_id"))
		} else {
			lines = append(lines, `"slug" TEXT NOT NULL`)
		}
		lines = append(lines, `PRIMARY KEY ("parent_id", "pos")`)
		create(b, l.name, lines, indexes)
	}
}

func create(b *strings.Builder, name string, lines, indexes []string) {
	fmt.Fprintf(b, "CREATE TABLE %s (\n  %s\n) STRICT;\n", ident(name), strings.Join(lines, ",\n  "))
	for _, ix := range indexes {
		b.WriteString(ix)
	}
	b.WriteByte('\n')
}

func index(table string, columns ...string) string {
	return fmt.Sprintf("CREATE INDEX %s ON %s (%s);\n", ident(table+"__"+columns[0]), ident(table), idents(columns))
}

// columnType is what a field of one value is kept as: dates and moments as ISO
// text, money in cents, a ticked box as 1; what is unset is NULL.
func columnType(f *form.Field) string {
	switch f.Kind {
	case form.KInt, form.KMoney, form.KBool:
		return "INTEGER"
	case form.KRef:
		return `INTEGER REFERENCES ` + ident(f.Register) + ` ("id") ON DELETE RESTRICT`
	}
	return "TEXT"
}
