package office

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/vault"
	"tutela/app/vault/vaulttest"
	"tutela/store"
)

// client makes the file of an office that has a name; filled gives it the records of
// the example.
func client(t testing.TB, path, name string, filled bool) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	db, err := store.Create(ctx, path, store.Options{Now: func() time.Time { return apptest.Now }})
	if err != nil {
		t.Fatal(err)
	}
	if filled {
		err = Fill(ctx, db, 0)
	}
	if err == nil && name != "" {
		err = db.Write(ctx, app.By{Who: "prova"}, func(tx *store.Tx) error { return tx.Save(app.OfficeForm.Type(), &app.Office{Name: name}) })
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// tree is everything below a folder: bytes, dates, rights; links as such.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		out[path] = fmt.Sprint(info.Mode(), info.ModTime())
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			out[path] += fmt.Sprintf(" %x", sha256.Sum256(data))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// seal puts an office under the passphrase of the tests.
func seal(t testing.TB, path string) {
	t.Helper()
	vaulttest.Quick()
	ctx := context.Background()
	keys, _, err := vault.NewKeys(vaulttest.Phrase)
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.SetKeys(ctx, app.By{Who: "prova"}, keys), db.Close()); err != nil {
		t.Fatal(err)
	}
	if err := store.Seal(ctx, path, store.Options{}); err != nil {
		t.Fatal(err)
	}
}

func plain(string) (store.Options, error) { return store.Options{}, nil }

// overview looks a folder over and holds it to leave all of it as it lies.
func overview(t testing.TB, dir string) []app.Glance {
	t.Helper()
	before := tree(t, dir)
	var out []app.Glance
	err := Overview(context.Background(), dir, apptest.Now, plain, func(g app.Glance, total int) {
		if out = append(out, g); len(out) > total {
			t.Errorf("%d of %d", len(out), total)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if after := tree(t, dir); !maps.Equal(before, after) {
		t.Error("the folder is not as it was")
	}
	return out
}

// TestOverview: a folder as a consultant has it, with all that can lie in one. What
// cannot be read is a row with its reason, and stops no other.
func TestOverview(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	client(t, at("Rossi.tutela"), "", true)
	client(t, at("Verdi/ufficio.TUTELA"), "Verdi snc", false)
	client(t, at("Verdi/2019/troppo sotto.tutela"), "Troppo sotto", false)
	client(t, at("aperto.tutela"), "Aperto", false)
	client(t, at("sigillato.tutela"), "Sigillato", false)
	for i := range 200 {
		write(t, at(fmt.Sprintf("fattura %d.pdf", i)), "%PDF")
	}
	write(t, at("danneggiato.tutela"), strings.Repeat("SQLite format 3\x00", 900))
	write(t, at("vuoto.tutela"), "")
	write(t, at(".nascosto.tutela"), "")
	write(t, at("Rossi.tutela.aggiornamento"), "")
	if runtime.GOOS != "windows" {
		for from, to := range map[string]string{"giro": ".", "Verdi/giro": "..", "ancora Verdi": "Verdi", "Rossi di nuovo.tutela": "Rossi.tutela", "nessuno.tutela": "non c’è", "serpente.tutela": "serpente.tutela"} {
			if err := os.Symlink(to, at(from)); err != nil {
				t.Fatal(err)
			}
		}
	}
	seal(t, at("sigillato.tutela"))
	lock, err := store.LockOffice(at("aperto.tutela"))
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(context.Background(), at("aperto.tutela"), store.Options{Lock: lock})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := errors.Join(db.Close(), lock.Unlock()); err != nil {
			t.Error(err)
		}
	}()
	if err := db.Save(context.Background(), app.By{Who: "prova"}, app.PersonForm.Type(), &app.Person{Surname: "Neri"}); err != nil {
		t.Fatal(err)
	}

	said := map[string]string{}
	for _, g := range overview(t, dir) {
		name, _ := filepath.Rel(dir, g.Path)
		said[filepath.ToSlash(name)] = g.Name
		if g.Refused != nil {
			said[filepath.ToSlash(name)] = app.Sentence(g.Refused)
		}
		if name == "Rossi.tutela" && (g.Week != 4 || g.Overdue != 0 || len(g.Urgent) != 4 || g.Next == nil || g.Next.Due != "2026-11-23" || g.Undated == 0) {
			t.Errorf("the example: %d overdue, %d this week, next %+v", g.Overdue, g.Week, g.Next)
		}
		if name == "aperto.tutela" && g.Gaps < 2 {
			t.Errorf("the person saved in the open window is not seen: %+v", g)
		}
	}
	want := map[string]string{
		"Rossi.tutela":         "Ferramenta Bianchi S.n.c.",
		"Verdi/ufficio.TUTELA": "Verdi snc",
		"aperto.tutela":        "Aperto",
		"sigillato.tutela":     "L’ufficio «sigillato.tutela» è chiuso con la frase segreta. Scrivete la frase segreta per aprirlo.",
		"danneggiato.tutela":   "Il file «danneggiato.tutela» è di un altro programma: Tutela non lo tocca. Scegliete un file che finisce in .tutela.",
		"vuoto.tutela":         "Il file «vuoto.tutela» è vuoto: la copia che doveva scriverlo non è finita. Ripristinate l’ultima copia di sicurezza, o create un ufficio nuovo con un altro nome.",
	}
	if runtime.GOOS != "windows" {
		want["nessuno.tutela"] = "Il file «nessuno.tutela» non c’è nella cartella «" + dir + "». Cercate dove è stato spostato, oppure ripristinate l’ultima copia di sicurezza."
		want["serpente.tutela"] = "Il file «serpente.tutela» non si apre. Controllate che il disco sia collegato e riprovate."
	}
	for name, sentence := range want {
		if said[name] != sentence {
			t.Errorf("%s: %q, not %q", name, said[name], sentence)
		}
	}
	if len(said) != len(want) {
		t.Errorf("rows: %q", slices.Sorted(maps.Keys(said)))
	}
}

// BenchmarkOverview looks fifty offices over, each filled as the example; twice, with
// none open and with the log of a window beside each.
func BenchmarkOverview(b *testing.B) {
	const offices = 50
	first := filepath.Join(b.TempDir(), "esempio.tutela")
	client(b, first, "", true)
	data, err := os.ReadFile(first)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	var paths []string
	for i := range offices {
		paths = append(paths, filepath.Join(dir, fmt.Sprintf("%02d.tutela", i)))
		write(b, paths[i], string(data))
	}
	run := func(b *testing.B) {
		for b.Loop() {
			n := 0
			err := Overview(context.Background(), dir, apptest.Now, plain, func(g app.Glance, _ int) {
				if n++; g.Refused != nil {
					b.Error(g.Refused)
				}
			})
			if err != nil || n != offices {
				b.Fatal(n, err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*offices), "ms/office")
	}
	b.Run("closed", run)
	for _, path := range paths {
		db, err := store.Open(context.Background(), path, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer db.Close()
		if err := db.Save(context.Background(), app.By{Who: "prova"}, app.PersonForm.Type(), &app.Person{Surname: "Neri"}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("open", run)
}
