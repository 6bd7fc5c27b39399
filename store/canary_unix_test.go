//go:build unix

package store

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"tutela/app"
	"tutela/app/form"
)

// childCanary writes the canary wherever an office takes text, says so, and waits
// to be killed with a transaction open.
func childCanary(path string) {
	db, err := Open(ctx, path, unlocked(path, Options{}))
	if err == nil {
		err = sing(db)
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = db.Write(ctx, app.By{Who: canary}, func(tx *Tx) error {
		if _, err := tx.PutBlob("text/plain", bytes.Repeat([]byte(canary+"!"), 1000)); err != nil {
			return err
		}
		if err := tx.SetSetting(canary, canary); err != nil {
			return err
		}
		fmt.Println("sung")
		select {}
	})
}

// sing writes the canary into every text field of every register, a draft, the
// settings, an attachment and a paper, changes and deletes records that hold it,
// and searches for it.
func sing(db *DB) error {
	by := app.By{Who: canary}
	sha, err := db.PutBlob(ctx, "text/plain", bytes.Repeat([]byte(canary+" "), 20000))
	if err != nil {
		return err
	}
	file := form.File{Name: canary + ".txt", MIME: "text/plain", SHA256: sha, Size: 1}
	for _, reg := range db.Registers() {
		rec := reg.New().(form.Record)
		if reg.Single {
			if all, err := db.All(ctx, reg.Type); err != nil {
				return err
			} else if len(all) > 0 {
				rec = all[0].(form.Record)
			}
		}
		fillCanary(reg.Type, rec, file)
		if err := db.SaveDraft(ctx, Draft{Key: "draft " + reg.Key, Register: reg.Key, Body: reg.Encode(rec)}); err != nil {
			return err
		}
		if err := db.Save(ctx, by, reg.Type, rec); err != nil {
			return fmt.Errorf("%s: %w", reg.Key, err)
		}
		if _, err := db.Search(ctx, canary, 10); err != nil {
			return err
		}
	}
	_, err = db.KeepPrint(ctx, by, Print{Kind: "k", Title: canary, State: app.PrintPrinted, PDF: bytes.Repeat([]byte(canary), 5000), Layout: []byte(canary)})
	if err != nil {
		return err
	}
	gone := &app.Supplier{Name: canary}
	if err := db.Save(ctx, by, app.SupplierForm.Type(), gone); err != nil {
		return err
	}
	return db.Delete(ctx, by, app.SupplierForm.Type(), gone.UID())
}

func fillCanary(t *form.Type, rec any, file form.File) {
	for _, f := range t.Fields() {
		switch f.Kind {
		case form.KText, form.KLong:
			if f.Once == "" && f.Number == "" {
				f.Put(rec, canary+" "+f.Key)
			}
		case form.KFiles:
			f.Put(rec, []form.File{file})
		case form.KList:
			fillCanary(f.Child, f.AddRow(rec), file)
		}
	}
}

// TestCanary: what is written in a sealed office is found nowhere on the disk:
// typed and abandoned, saved, attached, printed, deleted, killed in the middle of
// a save, and brought up to date. In a plain office it is found, or the test
// would prove nothing.
func TestCanary(t *testing.T) {
	for _, kind := range []string{"plain", "sealed"} {
		t.Run(kind, func(t *testing.T) {
			temp := t.TempDir()
			t.Setenv("TMPDIR", temp)
			t.Setenv("SQLITE_TMPDIR", temp)
			t.Setenv(kindEnv, kind)
			path := filepath.Join(t.TempDir(), "ufficio.tutela")
			db, err := newOffice(path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			opts := db.opts
			shut(t, db)
			cmd := child(t, os.Args[0], "canary", path)
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(out)
			lines.Scan()
			live := holders(t, filepath.Dir(path), temp)
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			if lines.Text() != "sung" {
				t.Fatalf("the child said %q", lines.Text())
			}
			dead := holders(t, filepath.Dir(path), temp)
			newer := opts
			newer.Migrations = plusOne(t)
			if db, err = Open(ctx, path, newer); err != nil {
				t.Fatal(err)
			}
			if hits, err := db.Search(ctx, canary, 10); err != nil || len(hits) == 0 {
				t.Errorf("it is not in the office: %v, %v", hits, err)
			}
			open := holders(t, filepath.Dir(path), temp)
			shut(t, db)
			closed := holders(t, filepath.Dir(path), temp)
			for when, found := range map[string][]string{"while open": live, "after a kill": dead, "upgraded": open, "closed": closed} {
				if found := slices.Compact(found); (len(found) > 0) != (kind == "plain") {
					t.Errorf("%s: found in %q", when, found)
				}
			}
		})
	}
}

// plusOne are the migrations of the program and one more.
func plusOne(t *testing.T) fs.FS {
	t.Helper()
	out := fstest.MapFS{"9999_later.sql": {Data: []byte("-- +goose Up\nCREATE TABLE later (a TEXT) STRICT;")}}
	all, err := fs.ReadDir(shippedMigrations(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		data, err := fs.ReadFile(shippedMigrations(), e.Name())
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = &fstest.MapFile{Data: data}
	}
	return out
}
