package store

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// office makes an office with a record and closes it.
func office(t testing.TB, opts Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ufficio.tutela")
	db, err := newOffice(path, opts)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		newKeeper(t, db, "Anna")
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// What cannot be opened is refused with a sentence, and not touched.
func TestOpenRefuses(t *testing.T) {
	plainOnly(t)
	opts := options(t)
	good, err := os.ReadFile(office(t, opts))
	if err != nil {
		t.Fatal(err)
	}
	changed := func(change func(b []byte) []byte) []byte { return change(bytes.Clone(good)) }
	foreign := func(dir string) []byte {
		path := filepath.Join(dir, "altro.db")
		write(t, path, nil)
		db, err := sql.Open(driverName, dsn(path, reshape, time.Second))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec("CREATE TABLE t (a); PRAGMA user_version = 7"); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}(t.TempDir())
	const (
		restore  = " Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza."
		notOurs  = "Il file «x.tutela» non è il file di un ufficio, oppure è danneggiato. Scegliete un altro file, oppure ripristinate l’ultima copia di sicurezza."
		newer    = "Il file «x.tutela» è in un formato più recente di quello che questo programma conosce. Installate l’ultima versione di Tutela e riprovate; il file non è stato toccato."
		spoilt   = "Il file «x.tutela» è danneggiato: non è stato cambiato." + restore
		cutShort = "Il file «x.tutela» è incompleto: ne manca la fine. Se lo avete copiato, copiatelo di nuovo; altrimenti ripristinate l’ultima copia di sicurezza."
	)
	for name, c := range map[string]struct {
		data     []byte
		sentence string
	}{
		"empty":           {[]byte{}, "Il file «x.tutela» è vuoto: la copia che doveva scriverlo non è finita. Ripristinate l’ultima copia di sicurezza, o create un ufficio nuovo con un altro nome."},
		"a few bytes":     {[]byte("SQLite format 3\x00"), notOurs},
		"text":            {bytes.Repeat([]byte("Studio Rossi, registro dei trattamenti\n"), 900), notOurs},
		"zeroes":          {make([]byte, len(good)), notOurs},
		"another program": {foreign, "Il file «x.tutela» è di un altro programma: Tutela non lo tocca. Scegliete un file che finisce in .tutela."},
		"newer format":    {changed(func(b []byte) []byte { b[atWriteVersion] = 3; return b }), newer},
		"newer to read":   {changed(func(b []byte) []byte { b[atReadVersion] = 3; return b }), newer},
		"truncated":       {good[:len(good)/2], cutShort},
		"100 bytes short": {good[:len(good)-100], cutShort},
		"garbage inside":  {changed(func(b []byte) []byte { copy(b[8192:], bytes.Repeat([]byte{0xA5}, 8192)); return b }), spoilt},
		"no schema":       {changed(func(b []byte) []byte { clear(b[100:4096]); return b }), spoilt},
		"odd page size":   {changed(func(b []byte) []byte { b[atPageSize] = 0x03; return b }), notOurs},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.tutela")
			write(t, path, c.data)
			old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
			db, err := Open(ctx, path, opts)
			if err == nil {
				db.Close()
			}
			refused(t, err, c.sentence)
			untouchedFile(t, path, c.data, old)
		})
	}
}

func untouchedFile(t *testing.T, path string, data []byte, at time.Time) {
	t.Helper()
	now, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(now, data) {
		t.Errorf("the file was changed (%v)", err)
	}
	if info, err := os.Stat(path); err != nil || !info.ModTime().Equal(at) {
		t.Errorf("the file was touched (%v)", err)
	}
	if names := beside(t, path); len(names) != 1 {
		t.Errorf("left beside the file: %q", names)
	}
}

func TestOpenRefusesPlaces(t *testing.T) {
	dir := t.TempDir()
	opts := options(t)
	_, err := Open(ctx, filepath.Join(dir, "x.tutela"), opts)
	refused(t, err, "Il file «x.tutela» non c’è nella cartella «"+dir+"». Cercate dove è stato spostato, oppure ripristinate l’ultima copia di sicurezza.")
	_, err = Open(ctx, filepath.Join(dir, "chiavetta", "x.tutela"), opts)
	refused(t, err, "La cartella «"+filepath.Join(dir, "chiavetta")+"» non c’è. Se sta su una chiavetta o in rete, collegatela e riprovate.")
	if err := os.Mkdir(filepath.Join(dir, "d.tutela"), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err = Open(ctx, filepath.Join(dir, "d.tutela"), opts)
	refused(t, err, "«d.tutela» è una cartella, non il file di un ufficio. Scegliete un file che finisce in .tutela.")
	if runtime.GOOS != "windows" {
		_, err = Open(ctx, "/dev/null", opts)
		refused(t, err, "Il file «null» non è il file di un ufficio, oppure è danneggiato. Scegliete un altro file, oppure ripristinate l’ultima copia di sicurezza.")
	}
	if names := beside(t, filepath.Join(dir, "x")); len(names) != 1 {
		t.Errorf("left behind: %q", names)
	}
}

func TestCreateRefuses(t *testing.T) {
	opts := options(t)
	path := office(t, opts)
	before, _ := os.ReadFile(path)
	_, err := Create(ctx, path, opts)
	refused(t, err, "Il file «ufficio.tutela» c’è già: non è stato toccato. Apritelo, oppure date un altro nome al nuovo ufficio.")
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	dir := filepath.Dir(path)
	_, err = Create(ctx, filepath.Join(dir, "manca", "x.tutela"), opts)
	refused(t, err, "La cartella «"+filepath.Join(dir, "manca")+"» non c’è. Se sta su una chiavetta o in rete, collegatela e riprovate.")
	_, err = Create(ctx, filepath.Join(path, "x.tutela"), opts)
	refused(t, err, "«"+path+"» non è una cartella. Scegliete una cartella vostra.")
	write(t, filepath.Join(dir, "y.tutela-wal"), []byte("log of another"))
	_, err = Create(ctx, filepath.Join(dir, "y.tutela"), opts)
	refused(t, err, "Accanto è rimasto il file «y.tutela-wal» di un altro ufficio con lo stesso nome. Spostatelo insieme al suo ufficio, oppure date un altro nome al nuovo.")
	write(t, filepath.Join(dir, "z.tutela.nuovo"), []byte("left by a creation that was killed"))
	db, err := newOffice(filepath.Join(dir, "z.tutela"), opts)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	if names := beside(t, path); !slices.Equal(names, []string{"ufficio.tutela", "y.tutela-wal", "z.tutela"}) {
		t.Errorf("left behind: %q", names)
	}
}

// The file, its log and its index are the owner's alone, and closing leaves one
// file.
func TestOneFileOfOneOwner(t *testing.T) {
	db := made(t, options(t))
	newKeeper(t, db, "Anna")
	names := beside(t, db.path)
	if want := map[bool]int{false: 3, true: 1}[sealedKind()]; len(names) != want {
		t.Errorf("while open: %q", names)
	}
	for _, name := range names {
		info, err := os.Stat(filepath.Join(filepath.Dir(db.path), name))
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v", name, info.Mode())
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if names := beside(t, db.path); !slices.Equal(names, []string{"ufficio.tutela"}) {
		t.Errorf("after closing: %q", names)
	}
	head, err := os.ReadFile(db.path)
	if plainOnly(t); err != nil || string(head[atApplicationID:atApplicationID+4]) != "TUTE" {
		t.Errorf("application id %q, %v", head[atApplicationID:atApplicationID+4], err)
	}
}

func TestPragmas(t *testing.T) {
	plainOnly(t)
	db := made(t, options(t))
	for handle, wants := range map[*sql.DB]map[string]string{
		db.writer: {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "secure_delete": "1", "temp_store": "2", "busy_timeout": "200"},
		db.reader: {"query_only": "1", "trusted_schema": "0", "temp_store": "2", "busy_timeout": "200"},
	} {
		for name, want := range wants {
			var got string
			if err := handle.QueryRow("PRAGMA " + name).Scan(&got); err != nil || got != want {
				t.Errorf("%s is %q, not %q (%v)", name, got, want, err)
			}
		}
	}
	if _, err := db.reader.Exec("DELETE FROM keeper"); err == nil {
		t.Error("the reader writes")
	}
}

// No character of a path leads to another file.
func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a#b.tutela", "a?mode=memory.tutela", "a%20b%.tutela", "Studio Rossi & figli.tutela", "perché così à è.tutela", "a'b\"c;d+e=f.tutela", "file:x.tutela", "日本.tutela", "l’ufficio " + strings.Repeat("à", 90) + ".tutela", strings.Repeat("n", 200) + ".tutela"} {
		if runtime.GOOS == "windows" && slices.ContainsFunc([]rune(name), func(r rune) bool { return slices.Contains([]rune(`?":`), r) }) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "cartella # % è")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, name)
			db, err := newOffice(path, options(t))
			if err != nil {
				t.Fatal(err)
			}
			newKeeper(t, db, "Anna")
			db = reopen(t, db)
			if all, err := db.All(ctx, keepers); err != nil || len(all) != 1 {
				t.Errorf("%d records, %v", len(all), err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			if names := beside(t, path); !slices.Equal(names, []string{name}) {
				t.Errorf("made %q", names)
			}
		})
	}
}

func TestDSNOfWindowsPaths(t *testing.T) {
	for path, want := range map[string]string{
		"C:/Dati/Studio Rossi #1.tutela": "file:///C:/Dati/Studio%20Rossi%20%231.tutela?",
		"//server/condivisa/u.tutela":    "file:////server/condivisa/u.tutela?",
	} {
		if got := dsn(path, readWrite, time.Second); got[:len(want)] != want {
			t.Errorf("%s became %s", path, got)
		}
	}
}

func TestRelativeAndLinkedPaths(t *testing.T) {
	opts := options(t)
	path := office(t, opts)
	t.Chdir(filepath.Dir(path))
	link := filepath.Join(t.TempDir(), "collegamento.tutela")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	for _, p := range []string{"ufficio.tutela", link} {
		db, err := Open(ctx, p, opts)
		if err != nil {
			t.Fatal(err)
		}
		if want, _ := filepath.EvalSymlinks(path); db.Path() != want {
			t.Errorf("%s is opened at %s", p, db.Path())
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Who still reads when the office is closed gets an error.
func TestReadAfterClose(t *testing.T) {
	db := made(t, options(t))
	for range 2 {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Prints(ctx); err == nil {
		t.Error("read from a closed office")
	}
	if err := db.Save(ctx, anna, keepers, &keeper{Name: "Anna"}); err == nil {
		t.Error("wrote to a closed office")
	}
}
