package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
)

// lying is how the files of a folder lie: bytes, date, rights.
func lying(t testing.TB, dir string) map[string]string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range list {
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = fmt.Sprint(digestOf(data), info.ModTime(), info.Mode())
	}
	return out
}

// peekAt looks into an office and holds it to leave everything as it lies.
func peekAt(t testing.TB, path string, opts Options) (*app.Dossier, error) {
	t.Helper()
	before := lying(t, filepath.Dir(path))
	d, err := Peek(ctx, path, newClock().now(), opts)
	if after := lying(t, filepath.Dir(path)); !maps.Equal(before, after) {
		t.Errorf("the folder was\n%v\nand is\n%v", before, after)
	}
	return d, err
}

func keepersIn(t testing.TB, path string, opts Options) int {
	t.Helper()
	d, err := peekAt(t, path, opts)
	if err != nil {
		t.Fatal(err)
	}
	return len(d.Records(keepers.Key))
}

func TestPeek(t *testing.T) {
	opts := options(t)
	path := office(t, opts)
	old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	if n := keepersIn(t, path, opts); n != 20 {
		t.Errorf("%d records", n)
	}
	cancelled, stop := context.WithCancel(ctx)
	stop()
	if _, err := Peek(cancelled, path, old, opts); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Beside an open window the last save is seen, and the window notices nothing.
func TestPeekBesideAWindow(t *testing.T) {
	opts := options(t)
	path := office(t, opts)
	lock, err := LockOffice(path)
	if err != nil {
		t.Fatal(err)
	}
	open := opts
	open.Lock = lock
	db, err := Open(ctx, path, open)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		newKeeper(t, db, "Bruno")
		if n := keepersIn(t, path, opts); n != 21+i {
			t.Errorf("%d records after %d saves", n, i+1)
		}
	}
	if err := errors.Join(db.Close(), lock.Unlock()); err != nil {
		t.Fatal(err)
	}
	if names := beside(t, path); len(names) != 1 {
		t.Errorf("the window left %q", names)
	}
}

// A file is read as SQLite reads it, wherever a kill has cut its log off: SQLite is
// asked on a copy.
func TestPeekAfterAKill(t *testing.T) {
	opts := options(t)
	db := made(t, opts)
	if _, err := db.writer.Exec("PRAGMA wal_autocheckpoint(0)"); err != nil {
		t.Fatal(err)
	}
	for range 15 {
		newKeeper(t, db, "Anna")
	}
	dead := copyOpen(t, db)
	whole, err := os.ReadFile(dead + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	const cuts = 40
	for i := range cuts + 1 {
		cut := append([]byte(nil), whole[:len(whole)*i/cuts]...)
		if i%4 == 3 { // a bit that fell over, besides
			cut[len(cut)*2/3] ^= 4
		}
		write(t, dead+"-wal", cut)
		n := keepersIn(t, dead, opts)
		if want := keepersBySQLite(t, dead); n != want {
			t.Errorf("cut at %d of %d: %d records, SQLite sees %d", len(cut), len(whole), n, want)
		}
		seen[n] = true
	}
	if len(seen) < 10 {
		t.Errorf("only %d different states were tried", len(seen))
	}
}

func keepersBySQLite(t *testing.T, path string) (n int) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copia.tutela")
	for _, tail := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + tail)
		if err != nil {
			t.Fatal(err)
		}
		write(t, to+tail, data)
	}
	db, err := sql.Open(driverName, dsn(to, readWrite, time.Second))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("SELECT count(*) FROM keeper").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// While another window writes, and brings its log into the file and begins it anew,
// what is seen is always what stood after one of its saves: two records each.
func TestPeekWhileOthersWrite(t *testing.T) {
	opts := options(t)
	path := office(t, opts)
	ended := make(chan error, 1)
	writing, stop := context.WithCancel(ctx)
	go func() {
		ended <- func() error {
			for writing.Err() == nil {
				db, err := Open(ctx, path, opts)
				if err != nil {
					return err
				}
				for range 20 {
					err := db.Write(ctx, anna, func(tx *Tx) error {
						return errors.Join(tx.Save(keepers, &keeper{Name: "Carlo"}), tx.Save(keepers, &keeper{Name: "Dora"}))
					})
					if err != nil {
						return errors.Join(err, db.Close())
					}
					if _, err := db.writer.Exec("PRAGMA wal_checkpoint(RESTART)"); err != nil && !sealedKind() {
						return errors.Join(err, db.Close())
					}
				}
				if err := db.Close(); err != nil {
					return err
				}
			}
			return nil
		}()
	}()
	last, good := 0, 0
	const looks = 25
	for i := 0; i < looks || last <= 20 && i < 100*looks; i++ { // the writer may be slow to begin
		d, err := Peek(ctx, path, newClock().now(), opts)
		if err != nil {
			if !strings.Contains(err.Error(), "proprio adesso") {
				t.Error(err)
			}
			continue
		}
		n := len(d.Records(keepers.Key))
		if n%2 != 0 || n < last {
			t.Errorf("%d records, after %d", n, last)
		}
		last = n
		good++
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if good == 0 || last <= 20 {
		t.Errorf("%d looks, the last at %d records", good, last)
	}
}

// An office of an older program is read as that of today, and stays one of then.
func TestPeekAtAnOlderOffice(t *testing.T) {
	opts := options(t)
	path := office(t, opts)
	newer := options(t)
	newer.Migrations = madeUpMigrations(t, "ALTER TABLE keeper ADD COLUMN age INTEGER;", "UPDATE keeper SET name = 'Zeno' WHERE id = 1;")
	d, err := peekAt(t, path, newer)
	if err != nil {
		t.Fatal(err)
	}
	zeno := 0
	for _, k := range app.All(d, keeperForm) {
		if k.Name == "Zeno" {
			zeno++
		}
	}
	if zeno != 1 || len(d.Records(keepers.Key)) != 20 {
		t.Errorf("%d renamed of %d", zeno, len(d.Records(keepers.Key)))
	}
	stuck := options(t)
	stuck.Migrations = madeUpMigrations(t, "INSERT INTO nowhere VALUES (1);")
	_, err = peekAt(t, path, stuck)
	refused(t, err, "Il file «ufficio.tutela» non si lascia portare alla versione nuova: è rimasto com’era. Apritelo con la versione di prima e mandate a chi vi assiste il file di registro del programma.")
}

func TestPeekAtShippedSchemas(t *testing.T) {
	files, err := filepath.Glob("testdata/schema-*.tutela.gz")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, packed := range files {
		path := filepath.Join(t.TempDir(), "ufficio.tutela")
		unpack(t, packed, path)
		d, err := peekAt(t, path, Options{})
		if err != nil || d.Office().Name == "" || len(app.Deadlines(d)) == 0 {
			t.Errorf("%s: %v", packed, err)
		}
	}
}

func TestPeekRefuses(t *testing.T) {
	plainOnly(t)
	opts := options(t)
	good, err := os.ReadFile(office(t, opts))
	if err != nil {
		t.Fatal(err)
	}
	newer := options(t)
	newer.Migrations = madeUpMigrations(t, "CREATE TABLE later (a TEXT) STRICT;")
	newest, err := os.ReadFile(office(t, newer))
	if err != nil {
		t.Fatal(err)
	}
	spoilt := bytes.Clone(good)
	copy(spoilt[8192:], bytes.Repeat([]byte{0xA5}, 8192))
	for name, c := range map[string]struct {
		data     []byte
		sentence string
	}{
		"newer":   {newest, "Il file «x.tutela» è stato scritto da una versione più recente di Tutela. Installate l’ultima versione e riprovate; il file non è stato toccato."},
		"damaged": {spoilt, "Il file «x.tutela» è danneggiato: non è stato cambiato. Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza."},
		"cut":     {good[:len(good)/2], "Il file «x.tutela» è incompleto: ne manca la fine. Se lo avete copiato, copiatelo di nuovo; altrimenti ripristinate l’ultima copia di sicurezza."},
		"empty":   {nil, "Il file «x.tutela» è vuoto: la copia che doveva scriverlo non è finita. Ripristinate l’ultima copia di sicurezza, o create un ufficio nuovo con un altro nome."},
		"foreign": {bytes.Repeat([]byte("Studio Rossi\n"), 900), "Il file «x.tutela» non è il file di un ufficio, oppure è danneggiato. Scegliete un altro file, oppure ripristinate l’ultima copia di sicurezza."},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.tutela")
			write(t, path, c.data)
			_, err := peekAt(t, path, opts)
			refused(t, err, c.sentence)
		})
	}
	t.Run("log of another", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "x.tutela")
		write(t, path, good)
		write(t, path+"-wal", bytes.Repeat([]byte{7}, 9000))
		if n := keepersIn(t, path, opts); n != 20 {
			t.Errorf("%d records", n)
		}
	})
	t.Run("too large beside a log", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "x.tutela")
		write(t, path, good)
		write(t, path+"-wal", []byte("x"))
		if err := os.Truncate(path, mostPeeked); err != nil {
			t.Fatal(err)
		}
		_, err := Peek(ctx, path, time.Now(), opts)
		refused(t, err, "Il file «x.tutela» è troppo grande per leggerlo senza aprirlo. Apritelo una volta con questa versione di Tutela e chiudetelo.")
	})
	t.Run("folder", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "x.tutela")
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		_, err := Peek(ctx, path, time.Now(), opts)
		refused(t, err, "«x.tutela» è una cartella, non il file di un ufficio. Scegliete un file che finisce in .tutela.")
	})
}

func TestPeekAtASealedOffice(t *testing.T) {
	opts := options(t)
	db := sealedOffice(t, opts)
	newKeeper(t, db, "Anna")
	locked := opts
	locked.Identity = nil
	_, err := peekAt(t, db.path, locked)
	if !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	_, opts.Identity = testKeys()
	if n := keepersIn(t, db.path, opts); n != 1 {
		t.Errorf("%d records", n)
	}
}

// FuzzLog: whatever lies beside an office as its log, reading it ends, without a
// measure that the file does not give; also where the sums of the log are right.
func FuzzLog(f *testing.F) {
	plainOnly(f)
	db := made(f, options(f))
	newKeeper(f, db, "Anna")
	image, err := os.ReadFile(db.path)
	if err != nil {
		f.Fatal(err)
	}
	log, err := os.ReadFile(db.path + "-wal")
	if err != nil {
		f.Fatal(err)
	}
	image = image[:4*pageSizeOf(image)]
	f.Add(log[:logHeadSize+3*(logFrameHead+pageSizeOf(image))], true)
	f.Add([]byte{}, false)
	f.Fuzz(func(t *testing.T, log []byte, right bool) {
		if log = bytes.Clone(log); right {
			sumUp(log, pageSizeOf(image))
		}
		out, err := withLog(bytes.Clone(image), log)
		if err == nil && len(out) > len(image)+len(log) {
			t.Errorf("%d bytes of %d and %d", len(out), len(image), len(log))
		}
	})
}

// sumUp puts the right head, salts and sums into a log.
func sumUp(log []byte, page int) {
	if len(log) < logHeadSize {
		return
	}
	big := binary.BigEndian
	big.PutUint32(log, logMagic|big.Uint32(log)&1)
	big.PutUint32(log[atLogPage:], uint32(page))
	sum := logSum{big: log[3]&1 == 1}
	write := func(part, at []byte) {
		sum.add(part)
		big.PutUint32(at, sum.a)
		big.PutUint32(at[4:], sum.b)
	}
	write(log[:atLogSum], log[atLogSum:])
	for rest := log[logHeadSize:]; len(rest) >= logFrameHead+page; rest = rest[logFrameHead+page:] {
		copy(rest[atFrameSalt:atFrameSum], log[atLogSalt:atLogSum])
		sum.add(rest[:atFrameSalt])
		write(rest[logFrameHead:logFrameHead+page], rest[atFrameSum:])
	}
}
