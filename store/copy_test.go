package store

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
	"tutela/app/vault/vaulttest"
)

// sampleOffice is the example office, under a clock that the test moves; sealed
// gives it a passphrase.
func sampleOffice(t testing.TB, path string, sealed bool) (*DB, *clock) {
	t.Helper()
	c := newClock()
	db, err := Create(ctx, path, Options{Now: c.now, HostUser: "pc\\anna", Version: "9.9"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(t, db) })
	err = db.Write(ctx, anna, func(tx *Tx) error {
		return app.Sample(func(typ *form.Type, rec form.Record) error { return tx.Save(typ, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	if sealed {
		seal(t, db, vaulttest.Phrase)
	}
	return db, c
}

func seal(t testing.TB, db *DB, phrase string) {
	t.Helper()
	vaulttest.Quick()
	keys, _, err := vault.NewKeys(phrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SetKeys(ctx, anna, keys); err != nil {
		t.Fatal(err)
	}
}

func copyOf(t testing.TB, db *DB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.copia")
	if _, err := db.CopyTo(ctx, path, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

func here(t testing.TB) string { return filepath.Join(t.TempDir(), "ufficio.tutela") }

func kinds(t *testing.T, test func(t *testing.T, db *DB, c *clock, phrase string)) {
	for _, phrase := range []string{"", vaulttest.Phrase} {
		name := "plain"
		if phrase != "" {
			name = "sealed"
		}
		t.Run(name, func(t *testing.T) {
			db, c := sampleOffice(t, here(t), phrase != "")
			test(t, db, c, phrase)
		})
	}
}

// A copy made while the office is open and being written to is whole, verifies,
// and brings back what was there when it began.
func TestCopyAndRestore(t *testing.T) {
	kinds(t, func(t *testing.T, db *DB, c *clock, phrase string) {
		blob := []byte(strings.Repeat("allegato firmato ", 1000))
		file := form.File{Name: "firmato.pdf", MIME: "application/pdf"}
		var err error
		if file.SHA256, err = db.PutBlob(ctx, file.MIME, blob); err != nil {
			t.Fatal(err)
		}
		file.Size = int64(len(blob))
		rec := &app.Restore{Purpose: app.RestoreTest, What: app.RestoreData, Files: []form.File{file}}
		save(t, db, app.RestoreForm.Type(), rec)
		path := filepath.Join(t.TempDir(), "Città d’arte #1 %41", "a.copia")
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		var last, total int64
		wrote := make(chan error)
		go func() {
			var err error
			for i := range 20 {
				err = errors.Join(err, db.Save(ctx, anna, app.PersonForm.Type(), &app.Person{Surname: "Durante", Name: strings.Repeat("a", i+1)}))
			}
			wrote <- err
		}()
		contents, err := db.CopyTo(ctx, path, func(done, of int64) { last, total = done, of })
		if err := errors.Join(err, <-wrote); err != nil {
			t.Fatal(err)
		}
		if last == 0 || last != total || contents.Sealed != (phrase != "") || contents.Size < total {
			t.Errorf("told %d of %d; %+v", last, total, contents)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if seen := bytes.Contains(data, []byte("firmato")) || bytes.Contains(data, []byte("Durante")) || bytes.Contains(data, []byte(contents.Name)); seen != (phrase == "") {
			t.Errorf("what is in it can be read: %v", seen)
		}
		report, err := VerifyCopy(ctx, path, phrase, db.opts)
		if err != nil || !report.OK() || report.Records() < 100 || report.Name == "" || report.Head != contents.Head {
			t.Fatalf("%v, %+v", err, report)
		}
		to := filepath.Join(t.TempDir(), "nuovo.tutela")
		restored, err := RestoreCopy(ctx, anna, path, phrase, to, Options{Now: c.now})
		if err != nil || restored.Aside != "" || len(restored.Warnings) > 0 {
			t.Fatalf("%v, %+v", err, restored)
		}
		if names := beside(t, to); len(names) != 1 {
			t.Errorf("left beside: %q", names)
		}
		back, err := Open(ctx, to, Options{Now: c.now})
		if err != nil {
			t.Fatal(err)
		}
		defer shut(t, back)
		intact(t, back)
		again, err := back.Get(ctx, app.RestoreForm.Type(), rec.UID())
		if err != nil {
			t.Fatal(err)
		}
		f := again.(*app.Restore).Files[0]
		got, _, err := back.Blob(ctx, f.SHA256)
		if err != nil || !bytes.Equal(got, blob) {
			t.Errorf("the attachment came back with %d bytes, %v", len(got), err)
		}
		keys, err := back.Keys(ctx)
		if err != nil || keys.None() != (phrase == "") {
			t.Errorf("keys %v, %v", keys, err)
		}
	})
}

func intact(t testing.TB, db *DB) {
	t.Helper()
	report, err1 := db.VerifyChain(ctx)
	faults, err2 := db.VerifyRecords(ctx)
	if err := errors.Join(err1, err2, db.Check(ctx)); err != nil || !report.OK() || len(faults) > 0 {
		t.Fatal(err, report.Faults, faults)
	}
}

// A flipped bit anywhere in a copy is found before anything is believed, and a
// restore from it leaves the office as it was.
func TestFlippedCopy(t *testing.T) {
	kinds(t, func(t *testing.T, db *DB, c *clock, phrase string) {
		path := copyOf(t, db)
		shut(t, db)
		before, err := os.ReadFile(db.path)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bad := filepath.Join(t.TempDir(), "a.copia")
		r := rand.New(rand.NewPCG(8, 3))
		tries := 60
		if testing.Short() {
			tries = 10
		}
		for i := range tries {
			at, bit := r.IntN(len(data)), byte(1)<<r.IntN(8)
			if i < tries/2 { // the envelope, the manifest, the header of the image
				at = r.IntN(1500)
			}
			data[at] ^= bit
			write(t, bad, data)
			data[at] ^= bit
			_, err := VerifyCopy(ctx, bad, phrase, db.opts)
			var refusal *app.Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("bit %d of byte %d of %d: %v", bit, at, len(data), err)
			}
			if _, err := RestoreCopy(ctx, anna, bad, phrase, db.path, Options{}); err == nil {
				t.Fatalf("restored with bit %d of byte %d flipped", bit, at)
			}
		}
		if after, err := os.ReadFile(db.path); err != nil || !bytes.Equal(before, after) || len(beside(t, db.path)) != 1 {
			t.Errorf("the office was touched: %v, %q", err, beside(t, db.path))
		}
	})
}

// Whatever is no good copy is refused in a sentence that names it.
func TestNoGoodCopy(t *testing.T) {
	kinds(t, func(t *testing.T, db *DB, c *clock, phrase string) {
		whole, err := os.ReadFile(copyOf(t, db))
		if err != nil {
			t.Fatal(err)
		}
		officeFile, err := os.ReadFile(db.path)
		if err != nil {
			t.Fatal(err)
		}
		newer := db.opts
		newer.Migrations = os.DirFS(olderMigrations(t, 19))
		const ruined = "La copia «x.copia» è rovinata, oppure incompleta: non ci si può fidare di quello che contiene. Usate un’altra copia."
		const foreign = "Il file «x.copia» non è una copia fatta da Tutela. Scegliete un file che finisce in .copia."
		for name, c := range map[string]struct {
			data []byte
			want string
			opts Options
		}{
			"half":         {whole[:len(whole)/2], ruined, db.opts},
			"less a byte":  {whole[:len(whole)-1], ruined, db.opts},
			"and a byte":   {append(bytes.Clone(whole), 0), ruined, db.opts},
			"empty":        {nil, foreign, db.opts},
			"garbage":      {bytes.Repeat([]byte("garbage"), 5000), foreign, db.opts},
			"an office":    {officeFile, foreign, db.opts},
			"newer format": {append([]byte("tutela-copia/7\r\n"), whole[16:]...), "La copia «x.copia» è stata fatta da una versione più recente di Tutela. Installate l’ultima versione e riprovate.", db.opts},
			"newer schema": {whole, "La copia «x.copia» è stata fatta da una versione più recente di Tutela. Installate l’ultima versione e riprovate.", newer},
		} {
			path := filepath.Join(t.TempDir(), "x.copia")
			write(t, path, c.data)
			_, err := VerifyCopy(ctx, path, phrase, c.opts)
			if err == nil {
				t.Fatalf("%s: verified", name)
			}
			refused(t, err, c.want)
			to := here(t)
			_, err = RestoreCopy(ctx, anna, path, phrase, to, c.opts)
			refused(t, err, c.want)
			if names := beside(t, to); len(names) > 0 {
				t.Errorf("%s: left %q", name, names)
			}
		}
		missing := filepath.Join(t.TempDir(), "manca.copia")
		_, err = VerifyCopy(ctx, missing, phrase, db.opts)
		refused(t, err, "La copia «manca.copia» non c’è nella cartella «"+filepath.Dir(missing)+"». Se sta su una chiavetta o in rete, collegatela e riprovate.")
	})
}

// olderMigrations is a folder with the migrations up to a number.
func olderMigrations(t *testing.T, last int) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) < last {
		t.Fatal(files, err)
	}
	for _, f := range files[:last] {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, filepath.Base(f)), data)
	}
	return dir
}

func TestWrongPassphrase(t *testing.T) {
	db, _ := sampleOffice(t, here(t), true)
	path := copyOf(t, db)
	if sealed, err := CopySealed(path); err != nil || !sealed {
		t.Error(sealed, err)
	}
	before := len(all(t, db, app.RestoreForm.Type()))
	for phrase, want := range map[string]string{
		"":                     "La copia «a.copia» è sigillata. Per aprirla serve la frase segreta che valeva quando fu fatta.",
		vaulttest.Phrase + " ": "La frase segreta non è quella giusta. Guardate maiuscole, accenti e spazi, e riprovate. Una copia si apre con la frase che valeva quando fu fatta.",
	} {
		_, err := VerifyCopy(ctx, path, phrase, db.opts)
		refused(t, err, want)
		_, err = RestoreCopy(ctx, anna, path, phrase, here(t), db.opts)
		refused(t, err, want)
		_, err = db.TestRestore(ctx, anna, path, phrase)
		refused(t, err, want)
	}
	if after := len(all(t, db, app.RestoreForm.Type())); after != before {
		t.Errorf("a wrong passphrase entered %d restore tests", after-before)
	}
	// Under a new passphrase old copies open with the old one, new ones with the new.
	seal(t, db, "cinque cani sotto un ombrello")
	fresh := copyOf(t, db)
	for _, c := range []struct {
		path, phrase string
		good         bool
	}{
		{path, vaulttest.Phrase, true}, {fresh, "cinque cani sotto un ombrello", true},
		{path, "cinque cani sotto un ombrello", false}, {fresh, vaulttest.Phrase, false},
	} {
		if _, err := VerifyCopy(ctx, c.path, c.phrase, db.opts); (err == nil) != c.good {
			t.Errorf("%s with %q: %v", c.path, c.phrase, err)
		}
	}
}

func all(t testing.TB, db *DB, typ *form.Type) []any {
	t.Helper()
	recs, err := db.All(ctx, typ)
	if err != nil {
		t.Fatal(err)
	}
	return recs
}

// failingWriter fails after some bytes, as a pulled stick would.
type failingWriter struct {
	w    io.Writer
	left int
}

var errPulled = errors.New("pulled out")

func (f *failingWriter) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return 0, errPulled
	}
	f.left -= len(p)
	return f.w.Write(p)
}

// pulled breaks the writing of a copy after some bytes: the copy that was there is as
// before, with nothing beside it, and the refusal says where.
func pulled(t *testing.T, db *DB, path string, before []byte, after int) {
	t.Helper()
	db.opts.through = func(w io.Writer) io.Writer { return &failingWriter{w, after} }
	_, err := db.CopyTo(ctx, path, nil)
	if !errors.Is(err, errPulled) {
		t.Fatal(err)
	}
	refused(t, err, "Il file «a.copia» non si può scrivere in «"+filepath.Dir(path)+"». Controllate che il disco sia collegato e riprovate.")
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) || len(beside(t, path)) != 1 {
		t.Errorf("after %d bytes: %v, %q", after, err, beside(t, path))
	}
}

// An error injected at the writer leaves the copy that was there, and nothing else.
func TestCopyWriterFails(t *testing.T) {
	kinds(t, func(t *testing.T, db *DB, c *clock, phrase string) {
		path := copyOf(t, db)
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, after := range []int{0, 100, 1 << 20, len(before) - 1} {
			pulled(t, db, path, before, after)
			opts := db.opts
			opts.Lock = nil
			to := here(t)
			_, err := RestoreCopy(ctx, anna, path, phrase, to, opts)
			if after < 1<<20 {
				if !errors.Is(err, errPulled) || !strings.HasPrefix(app.Sentence(err), "Il ripristino non è riuscito: niente è cambiato.") || len(beside(t, to)) > 0 {
					t.Errorf("after %d bytes: %v, %q", after, err, beside(t, to))
				}
			}
		}
	})
}

// A damaged office is not copied: the good copy stays.
func TestDamagedOfficeIsNotCopied(t *testing.T) {
	db, _ := sampleOffice(t, here(t), false)
	path := copyOf(t, db)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	db = reopen(t, db)
	f, err := os.OpenFile(db.path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, _ := f.Stat()
	if _, err := f.WriteAt(make([]byte, 3*4096), info.Size()/2/4096*4096); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if _, err := db.CopyTo(ctx, path, nil); err == nil || !strings.Contains(app.Sentence(err), "è danneggiato") {
		t.Error(err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Error("the good copy was replaced", err)
	}
}

func TestCopyIsNotWrittenOver(t *testing.T) {
	db, _ := sampleOffice(t, here(t), false)
	letter := filepath.Join(t.TempDir(), "lettera.doc")
	write(t, letter, []byte("Gentile cliente"))
	for path, want := range map[string]string{
		db.path:              "La copia non può prendere il posto del file che copia.",
		letter:               "non è una copia di Tutela: non è stato toccato.",
		filepath.Dir(letter): "è una cartella.",
	} {
		if _, err := db.CopyTo(ctx, path, nil); err == nil || !strings.Contains(app.Sentence(err), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if data, err := os.ReadFile(letter); err != nil || string(data) != "Gentile cliente" {
		t.Error("the letter is gone", err)
	}
}

// A copy of each older schema comes back as an office of today.
func TestOlderCopies(t *testing.T) {
	db, _ := sampleOffice(t, here(t), false)
	older := here(t)
	files, err := filepath.Glob("testdata/schema-*.tutela.gz")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	unpack(t, files[len(files)-1], older)
	image, err := os.ReadFile(older)
	if err != nil {
		t.Fatal(err)
	}
	image[atWriteVersion], image[atReadVersion] = 1, 1
	memory, err := openImage(ctx, older, image, db.opts)
	if err != nil {
		t.Fatal(err)
	}
	defer memory.shut()
	if report, err := memory.VerifyChain(ctx); err != nil || !report.OK() || report.Rows == 0 {
		t.Error(report, err)
	}
	if faults, err := memory.VerifyRecords(ctx); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}
