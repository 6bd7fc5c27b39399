package store

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

var writeSchema = flag.Bool("write-schema", false, "write the registers' tables to migrations/0002_registers.sql; only before the first release")

const registersHead = `-- The registers: one table each, child tables for lists, link tables for
-- catalogue entries and references to many. Columns are the fields of the forms.

-- +goose Up

`

// The tables that the migrations make are those that the forms ask for: a
// forgotten migration fails here.
func TestSchemaMatchesForms(t *testing.T) {
	if *writeSchema {
		text := strings.TrimRight(registersHead+SchemaSQL(app.Registers()), "\n") + "\n"
		if err := os.WriteFile("migrations/0002_registers.sql", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("written; run again without -write-schema")
	}
	ctx := context.Background()
	db, err := Create(ctx, filepath.Join(t.TempDir(), "ufficio.tutela"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	fresh, err := sql.Open(driverName, ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	fresh.SetMaxOpenConns(1)
	if _, err := fresh.ExecContext(ctx, SchemaSQL(app.Registers())); err != nil {
		t.Fatal(err)
	}
	got, want := describe(t, db.writer), describe(t, fresh)
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
