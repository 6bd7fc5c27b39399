package store

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

var writeMigration = flag.String("write-migration", "", "write migrations/NAME.sql with the tables and columns that the forms ask for and no migration makes")

// The tables that the migrations make are those that the forms ask for: a
// forgotten migration fails here.
func TestSchemaMatchesForms(t *testing.T) {
	ctx := context.Background()
	memory := func() *sql.DB {
		db, err := sql.Open(driverName, ":memory:")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		db.SetMaxOpenConns(1)
		return db
	}
	db, fresh := memory(), memory()
	if err := migrateHandle(ctx, db, Options{Migrations: shippedMigrations()}, true); err != nil {
		t.Fatal(err)
	}
	if _, err := fresh.ExecContext(ctx, SchemaSQL(app.Registers())); err != nil {
		t.Fatal(err)
	}
	got, want := describe(t, db), describe(t, fresh)
	if *writeMigration != "" {
		text := "-- +goose Up\n\n" + missing(got, SchemaSQL(app.Registers()))
		if err := os.WriteFile("migrations/"+*writeMigration+".sql", []byte(strings.TrimRight(text, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("written: say in its head what it is for, and run again without -write-migration")
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("no migration makes: %s", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("no form asks for: %s", line)
		}
	}
	if t.Failed() {
		t.Logf("the tables that the forms ask for:\n%s", SchemaSQL(app.Registers()))
	}
}

// missing gives the SQL of the tables, columns and indexes that a schema lacks.
// What a form no longer asks for is left to be decided by hand.
func missing(have []string, schema string) string {
	var b strings.Builder
	table, whole := "", false
	for line := range strings.Lines(schema) {
		switch {
		case strings.HasPrefix(line, "CREATE TABLE"):
			table = strings.Split(line, `"`)[1]
			whole = !slices.Contains(have, "table "+table+", strict 1")
		case !whole && strings.HasPrefix(line, `  "`):
			column := strings.Split(line, `"`)[1]
			if !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, table+": column "+column+" ") }) {
				fmt.Fprintf(&b, "ALTER TABLE %s ADD COLUMN %s;\n", ident(table), strings.TrimRight(strings.TrimSpace(line), ","))
			}
		case !whole && strings.HasPrefix(line, "CREATE INDEX"):
			name := strings.Split(line, `"`)[1]
			if !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, table+": index "+name+" ") }) {
				b.WriteString(line)
			}
		}
		if whole {
			b.WriteString(line)
		}
	}
	return b.String()
}

// describe lists tables, columns, keys and indexes of registers, a line each.
func describe(t *testing.T, db *sql.DB) (out []string) {
	t.Helper()
	ask := func(query string, args ...any) (rows [][]string) {
		t.Helper()
		r, err := db.Query(query, args...)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		names, _ := r.Columns()
		for r.Next() {
			values := make([]sql.NullString, len(names))
			dest := make([]any, len(names))
			for i := range values {
				dest[i] = &values[i]
			}
			if err := r.Scan(dest...); err != nil {
				t.Fatal(err)
			}
			row := make([]string, len(names))
			for i, v := range values {
				row[i] = v.String
			}
			rows = append(rows, row)
		}
		return rows
	}
	for _, table := range ask(`SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`) {
		name := table[0]
		if slices.Contains(ownTables, name) {
			continue
		}
		out = append(out, fmt.Sprintf("table %s, strict %s", name, table[1]))
		for _, c := range ask(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?)`, name) {
			out = append(out, fmt.Sprintf("%s: column %s", name, strings.Join(c, " ")))
		}
		for _, k := range ask(`SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(?)`, name) {
			out = append(out, fmt.Sprintf("%s: foreign key %s", name, strings.Join(k, " ")))
		}
		for _, ix := range ask(`SELECT i.name, i."unique", group_concat(c.name) FROM pragma_index_list(?) i JOIN pragma_index_info(i.name) c GROUP BY i.name`, name) {
			out = append(out, fmt.Sprintf("%s: index %s", name, strings.Join(ix, " ")))
		}
	}
	return out
}

// A register that cannot be kept is found when the program starts, by any test.
func TestPlansRefuseWrongDescriptions(t *testing.T) {
	type rec struct {
		form.Meta
		A string
	}
	text := func(key string) form.F[rec] { return form.Text(key, "A", func(r *rec) *string { return &r.A }) }
	reg := func(key string, fields ...form.F[rec]) app.Register {
		return app.Register{Type: form.Form[rec]{Key: key, One: "x", Sections: []form.Section[rec]{{Fields: fields}}}.Type()}
	}
	for name, list := range map[string][]app.Register{
		"a key that SQL would read otherwise": {reg(`a"b`, text("a"))},
		"a column of the store":               {reg("x", text("revision"))},
		"a table of the store":                {reg("blob", text("a"))},
		"the same register twice":             {reg("x", text("a")), reg("x", text("a"))},
		"a reference to nowhere":              {reg("x", form.Ref("a", "A", "nowhere", func(r *rec) *string { return &r.A }))},
	} {
		if _, err := newPlans(list); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
