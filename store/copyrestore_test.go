package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/vault/vaulttest"
)

// A restore takes the office back, and not what must not go back with it.
func TestRestoreOver(t *testing.T) {
	kinds(t, func(t *testing.T, db *DB, c *clock, phrase string) {
		first := newBreach(t, db, "2026-11-20")
		paper := Print{Kind: "breach-report", Register: breaches.Key, Subject: first.UID(), State: app.PrintPrinted, PDF: []byte("pdf")}
		printPaper := func(db *DB) int64 {
			kept, err := db.KeepPrint(ctx, anna, paper)
			if err != nil {
				t.Fatal(err)
			}
			return int64(kept.Revision)
		}
		printPaper(db)
		path := copyOf(t, db)
		lastPaper := printPaper(db)
		second := newBreach(t, db, "2026-11-21")
		save(t, db, app.PersonForm.Type(), &app.Person{Surname: "Dopo la copia"})
		seal(t, db, "cinque cani sotto un ombrello")
		to(t, db, app.CopySettings{Every: 9}, t.TempDir())
		keys, _ := db.Keys(ctx)
		head, _ := db.Head(ctx)
		shut(t, db)
		before, err := os.ReadFile(db.path)
		if err != nil {
			t.Fatal(err)
		}
		c.step(time.Hour)
		r, err := RestoreCopy(ctx, anna, path, phrase, db.path, Options{Now: c.now})
		// Two saves, a print, the passphrase and the settings.
		if want := "Le modifiche fatte dopo la copia stanno solo nel file di prima: 5."; err != nil || len(r.Warnings) != 1 || r.Warnings[0] != want || r.Records() == 0 {
			t.Fatalf("%+v, %v", r, err)
		}
		aside, err := os.ReadFile(r.Aside)
		if err != nil || string(aside) != string(before) || filepath.Base(r.Aside) != "ufficio prima del ripristino 2026-11-22 110000.tutela" {
			t.Errorf("set aside as %s, %v", r.Aside, err)
		}
		if names := beside(t, db.path); len(names) != 2 {
			t.Errorf("left beside: %q", names)
		}
		back, err := Open(ctx, db.path, Options{Now: c.now})
		if err != nil {
			t.Fatal(err)
		}
		defer shut(t, back)
		if _, err := back.Get(ctx, breaches, first.UID()); err != nil {
			t.Error(err)
		}
		if _, err := back.Get(ctx, breaches, second.UID()); !errors.Is(err, ErrNotFound) {
			t.Errorf("a breach of after the copy: %v", err)
		}
		if next := newBreach(t, back, "2026-11-22"); next.Number == second.Number || next.Number == first.Number {
			t.Errorf("number %s was given twice", next.Number)
		}
		if next := printPaper(back); next != lastPaper+1 {
			t.Errorf("the paper after revision %d is %d", lastPaper, next)
		}
		if now, _ := back.Keys(ctx); now.Public != keys.Public {
			t.Error("the passphrase went back")
		}
		if s, _ := back.CopySettings(ctx); s.Every != 9 || len(s.Destinations) != 1 {
			t.Errorf("the settings went back: %+v", s)
		}
		found := false
		for _, r := range all(t, back, app.RestoreForm.Type()) {
			found = found || r.(*app.Restore).Purpose == app.RestoreReal && r.(*app.Restore).Requested.Equal(c.at)
		}
		var body string
		err = back.read(ctx, "look", func(s *session) error {
			_, err := s.one("SELECT body FROM audit JOIN audit_payload USING (seq) WHERE action = ? AND register = ?", []any{app.ActionRestore, app.CopySettingsKey}, &body)
			return err
		})
		if err != nil || !found || !strings.Contains(body, head) {
			t.Errorf("not told: %v, %v, %s", found, err, body)
		}
		intact(t, back)
	})
}

// On another PC the program has begun an office of its own: the passphrase and the
// settings are those of the copy, not of the empty one.
func TestRestoreOverNewOffice(t *testing.T) {
	plainOnly(t)
	db, c := sampleOffice(t, here(t), true)
	to(t, db, app.CopySettings{Every: 9}, t.TempDir())
	keys, _ := db.Keys(ctx)
	path := copyOf(t, db)
	fresh := shippedOffice(t)
	shut(t, fresh)
	r, err := RestoreCopy(ctx, anna, path, vaulttest.Phrase, fresh.path, Options{Now: c.now})
	if err != nil || len(r.Warnings) > 0 || r.Aside == "" {
		t.Fatalf("%+v, %v", r, err)
	}
	back, err := Open(ctx, fresh.path, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, back)
	if now, _ := back.Keys(ctx); now.Public != keys.Public || keys.None() {
		t.Error("the passphrase is gone")
	}
	if s, _ := back.CopySettings(ctx); s.Every != 9 {
		t.Errorf("the settings are gone: %+v", s)
	}
	intact(t, back)
}

func TestRestoreRefuses(t *testing.T) {
	db, _ := sampleOffice(t, here(t), false)
	path := copyOf(t, db)
	lock, err := LockOffice(db.path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = RestoreCopy(ctx, anna, path, "", db.path, db.opts)
	refused(t, err, "L’ufficio «ufficio.tutela» è già aperto in un’altra finestra. Usate quella finestra, oppure chiudetela e riprovate.")
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	other, _ := sampleOffice(t, here(t), false)
	shut(t, other)
	_, err = RestoreCopy(ctx, anna, path, "", other.path, db.opts)
	refused(t, err, "La copia è di un altro ufficio: «ufficio.tutela» non è stato toccato. Ripristinatela con un altro nome di file.")
	_, err = RestoreCopy(ctx, anna, path, "", path, db.opts)
	refused(t, err, "La copia e il file da ripristinare sono lo stesso file. Dite qual è il file dell’ufficio.")
	_, err = RestoreCopy(ctx, anna, path, "", t.TempDir(), db.opts)
	if err == nil || !strings.Contains(app.Sentence(err), "non è un file.") {
		t.Error(err)
	}
}

// A damaged office is replaced and kept, its log with it; what could not be taken
// over is said.
func TestRestoreOverDamaged(t *testing.T) {
	for name, ruin := range map[string]func(t *testing.T, path string){
		"garbage": func(t *testing.T, path string) { write(t, path, []byte(strings.Repeat("rovinato ", 5000))) },
		"empty":   func(t *testing.T, path string) { write(t, path, nil) },
		"a log of its own": func(t *testing.T, path string) {
			write(t, path, []byte(strings.Repeat("rovinato ", 5000)))
			write(t, path+"-wal", []byte("un log"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			db, c := sampleOffice(t, here(t), false)
			path := copyOf(t, db)
			shut(t, db)
			ruin(t, db.path)
			r, err := RestoreCopy(ctx, anna, path, "", db.path, Options{Now: c.now})
			if err != nil || len(r.Warnings) != 1 || !strings.HasPrefix(r.Warnings[0], "Il file di prima non si legge") {
				t.Fatalf("%+v, %v", r, err)
			}
			if _, err := os.Stat(db.path + "-wal"); err == nil {
				t.Error("the log of the damaged file lies beside the new one")
			}
			back, err := Open(ctx, db.path, Options{Now: c.now})
			if err != nil {
				t.Fatal(err)
			}
			defer shut(t, back)
			intact(t, back)
		})
	}
}

// What the log of a killed window holds counts: its numbers are not given again.
func TestRestoreOverKilled(t *testing.T) {
	db, c := sampleOffice(t, here(t), false)
	path := copyOf(t, db)
	db = reopen(t, db)
	last := newBreach(t, db, "2026-11-21")
	dead := copyOpen(t, db)
	r, err := RestoreCopy(ctx, anna, path, "", dead, Options{Now: c.now})
	if err != nil || len(r.Warnings) != 1 || !strings.HasSuffix(r.Warnings[0], "prima: 1.") {
		t.Fatalf("%+v, %v", r, err)
	}
	if names := beside(t, dead); len(names) != 2 {
		t.Errorf("left beside: %q", names)
	}
	back, err := Open(ctx, dead, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, back)
	if next := newBreach(t, back, "2026-11-22"); next.Number == last.Number {
		t.Errorf("number %s was given twice", next.Number)
	}
	aside, err := Open(ctx, r.Aside, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, aside)
	if _, err := aside.Get(ctx, breaches, last.UID()); err != nil {
		t.Errorf("the file set aside lacks what its log held: %v", err)
	}
}

// Names as people give them, and as long as they may be.
func TestCopyPaths(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{
		"Studio Città e perché", "l'ufficio d’angolo", "conti #1 e #2", "100% sicuro %20", "a?b&c=d;e",
		strings.Repeat("n", 200), strings.Repeat("è", 100),
	} {
		if strings.ContainsAny(name, "?") && filepath.Separator == '\\' {
			continue // Windows has no such names
		}
		dir := filepath.Join(root, name)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, name+".tutela")
		db, err := Create(ctx, file, Options{})
		if err != nil {
			t.Fatal(err)
		}
		copies := filepath.Join(dir, "copie "+name[:min(len(name), 20)/2*2])
		if err := os.Mkdir(copies, 0o700); err != nil {
			t.Fatal(err)
		}
		to(t, db, app.CopySettings{}, copies)
		if run := backup(t, db, app.CopyNow); run.Outcome() != app.CopyDone {
			t.Fatalf("%s: %+v", name, run)
		}
		made := filepath.Join(copies, destinations(t, db)[0].File)
		shut(t, db)
		r, err := RestoreCopy(ctx, anna, made, "", file, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := beside(t, file); len(got) != 3 || filepath.Dir(r.Aside) != dir {
			t.Errorf("%s: %q", name, got)
		}
		if db, err = Open(ctx, file, Options{}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		shut(t, db)
	}
}
