package store

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

// A file of a newer program keeps its bytes and its date, also where that
// program was killed and its log lies beside it.
func TestNewerSchemaIsNotTouched(t *testing.T) {
	newer := options(t)
	newer.Migrations = madeUpMigrations(t, "CREATE TABLE later (a TEXT) STRICT;")
	path := office(t, newer)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	const sentence = "Il file «ufficio.tutela» è stato scritto da una versione più recente di Tutela. Installate l’ultima versione e riprovate; il file non è stato toccato."
	_, err = Open(ctx, path, options(t))
	refused(t, err, sentence)
	untouchedFile(t, path, data, old)

	plainOnly(t)
	db, err := Open(ctx, path, newer)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	newKeeper(t, db, "Anna")
	dead := copyOpen(t, db)
	before, _ := os.ReadFile(dead)
	log, _ := os.ReadFile(dead + "-wal")
	_, err = Open(ctx, dead, options(t))
	refused(t, err, sentence)
	after, _ := os.ReadFile(dead)
	logAfter, _ := os.ReadFile(dead + "-wal")
	if !bytes.Equal(before, after) || !bytes.Equal(log, logAfter) || len(log) == 0 {
		t.Error("the file or its log was changed")
	}
}

// copyOpen copies an open office with its log, as a kill would leave it.
func copyOpen(t *testing.T, db *DB) string {
	t.Helper()
	plainOnly(t)
	to := filepath.Join(t.TempDir(), "ufficio.tutela")
	for _, tail := range []string{"", "-wal"} {
		data, err := os.ReadFile(db.path + tail)
		if err != nil {
			t.Fatal(err)
		}
		write(t, to+tail, data)
	}
	return to
}

func TestUpgrade(t *testing.T) {
	path := office(t, options(t))
	newer := options(t)
	newer.Migrations = madeUpMigrations(t, "ALTER TABLE keeper ADD COLUMN age INTEGER;", "CREATE TABLE later (a TEXT) STRICT; INSERT INTO later VALUES ('x');")
	if !sealedKind() {
		write(t, path+".aggiornamento", []byte("left by an upgrade that was killed"))
	}
	db, err := Open(ctx, path, newer)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := db.All(ctx, keepers); err != nil || len(all) != 20 {
		t.Error(len(all), err)
	}
	if hits, err := db.Search(ctx, "anna", 100); err != nil || len(hits) != 20 {
		t.Error(len(hits), err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if names := beside(t, path); !slices.Equal(names, []string{"ufficio.tutela"}) {
		t.Errorf("left beside: %q", names)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

// What was in the log of a killed program is in the upgraded file too.
func TestUpgradeAfterKill(t *testing.T) {
	db := made(t, options(t))
	newKeeper(t, db, "Anna")
	dead := copyOpen(t, db)
	newer := options(t)
	newer.Migrations = madeUpMigrations(t, "ALTER TABLE keeper ADD COLUMN age INTEGER;")
	again, err := Open(ctx, dead, newer)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if all, err := again.All(ctx, keepers); err != nil || len(all) != 1 {
		t.Error(len(all), err)
	}
}

// A migration that fails, the second of two, leaves the file as it was.
func TestFailedUpgradeLeavesTheFile(t *testing.T) {
	for name, wrong := range map[string]string{
		"wrong SQL":      "CREATE TABLE later (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);",
		"loose ends":     "UPDATE keeper SET boss = 4711 WHERE id = 1;",
		"trail tampered": "DELETE FROM audit;",
	} {
		t.Run(name, func(t *testing.T) {
			opts := options(t)
			path := office(t, opts)
			before, _ := os.ReadFile(path)
			newer := options(t)
			newer.Migrations = madeUpMigrations(t, "ALTER TABLE keeper ADD COLUMN age INTEGER;", wrong)
			_, err := Open(ctx, path, newer)
			refused(t, err, "Il file «ufficio.tutela» non si lascia portare alla versione nuova: è rimasto com’era. Apritelo con la versione di prima e mandate a chi vi assiste il file di registro del programma.")
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			if names := beside(t, path); !slices.Equal(names, []string{"ufficio.tutela"}) {
				t.Errorf("left beside: %q", names)
			}
			db, err := Open(ctx, path, opts)
			if err != nil {
				t.Fatal(err)
			}
			shut(t, db)
		})
	}
}

// An upgrade beside a window that has the office open is refused.
func TestUpgradeWantsTheLock(t *testing.T) {
	path := office(t, options(t))
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	newer := options(t)
	newer.Migrations = madeUpMigrations(t, "ALTER TABLE keeper ADD COLUMN age INTEGER;")
	_, err = Open(ctx, path, newer)
	refused(t, err, "L’ufficio «ufficio.tutela» è già aperto in un’altra finestra. Usate quella finestra, oppure chiudetela e riprovate.")
	newer.Lock = lock
	db, err := Open(ctx, path, newer)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, db)
}
