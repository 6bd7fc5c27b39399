package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
)

// rowsWithoutBlobs copies the tables of a plain office into memory, all but the
// bytes of attachments and papers: those may be more than the memory there is.
// What lists and search know is made anew at the next start.
func rowsWithoutBlobs(ctx context.Context, db *DB) (_ rawConn, err error) {
	rows, err := openMemory(private, reshape, db.opts.busy)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, rows.Close())
		}
	}()
	run := func(query string, args ...driver.NamedValue) error {
		_, err := rows.ExecContext(ctx, query, args)
		if err != nil {
			return fmt.Errorf("%.60q: %w", query, err)
		}
		return nil
	}
	if err := run("ATTACH ? AS plain", driver.NamedValue{Ordinal: 1, Value: dsn(db.path, readOnly, db.opts.busy)}); err != nil {
		return nil, err
	}
	type object struct{ kind, name, sql string }
	var all []object
	err = eachRow(ctx, rows, "SELECT type, name, sql FROM plain.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid", func(row []driver.Value) error {
		all = append(all, object{row[0].(string), row[1].(string), row[2].(string)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	var shadows []string
	for _, o := range all {
		if strings.HasPrefix(o.sql, "CREATE VIRTUAL TABLE") {
			shadows = append(shadows, o.name)
		}
	}
	shadow := func(name string) bool {
		for _, s := range shadows {
			if name == s || strings.HasPrefix(name, s+"_") {
				return true
			}
		}
		return false
	}
	if err := run("BEGIN"); err != nil {
		return nil, err
	}
	for _, o := range all {
		if o.kind != "table" || strings.HasPrefix(o.name, "sqlite_") || shadow(o.name) && !strings.HasPrefix(o.sql, "CREATE VIRTUAL") {
			continue
		}
		if err := run(o.sql); err != nil {
			return nil, err
		}
		if shadow(o.name) {
			continue
		}
		what, order := "*", "ORDER BY rowid"
		if o.name == "blob" {
			what = "sha256, mime, x''"
		}
		if err := run("INSERT INTO main." + ident(o.name) + " SELECT " + what + " FROM plain." + ident(o.name) + " " + order); err != nil {
			return nil, err
		}
	}
	for _, o := range all {
		if o.kind != "table" {
			if err := run(o.sql); err != nil {
				return nil, err
			}
		}
	}
	for _, query := range []string{
		"UPDATE sqlite_sequence SET seq = p.seq FROM plain.sqlite_sequence p WHERE p.name = sqlite_sequence.name",
		"DELETE FROM setting WHERE key = '" + indexSetting + "'",
		fmt.Sprintf("PRAGMA main.application_id = %d", applicationID),
		"COMMIT", "DETACH plain",
	} {
		if err := run(query); err != nil {
			return nil, err
		}
	}
	return rows, nil
}
