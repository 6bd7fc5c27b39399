package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/store"
)

// staffed keeps an office where n people more than in the example have a letter.
func staffed(tb testing.TB, n int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "ufficio.tutela")
	db, err := store.Create(context.Background(), path, store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	err = db.Write(context.Background(), app.By{Who: "prova"}, func(tx *store.Tx) error {
		return apptest.Staff(n)(func(t *form.Type, rec form.Record) error { return tx.Save(t, rec) })
	})
	if err != nil {
		tb.Fatal(err)
	}
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// TestPrintAll: the letters of 200 people, a file each and all in one, each with
// the name that is right and with no other.
func TestPrintAll(t *testing.T) {
	const n = 200
	file, dir := staffed(t, n), filepath.Join(t.TempDir(), "lettere")
	inFiles, inOne := map[string]int{}, map[string]int{}
	for _, role := range app.Roles() {
		kind, one := "appointment-"+role.Key, filepath.Join(t.TempDir(), "tutte.pdf")
		title := titleOf(t, kind)
		must(t, "--data", file, "print", kind, "--all", "--out", dir)
		must(t, "--data", file, "print", kind, "--all", "--out", one)
		data := read(t, one)
		for i := range n {
			name := apptest.StaffName(i)
			if c := apptest.Bookmarks(data, title+": "+name+" Nicolò"); c > 0 {
				inOne[name] = c
			}
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := exec.Command("pdftotext", filepath.Join(dir, f.Name()), "-").Output()
		if err != nil {
			t.Fatal(f.Name(), err)
		}
		of := strings.Join(apptest.StaffNames(f.Name()), "")
		for _, found := range apptest.StaffNames(string(text)) {
			if found != of {
				t.Errorf("%s holds %s", f.Name(), found)
			}
		}
		if of != "" {
			if !strings.Contains(string(text), of+" Nicolò") {
				t.Errorf("%s does not hold %s", f.Name(), of)
			}
			inFiles[of]++
		}
	}
	for i := range n {
		want := 1
		if i < 2 {
			want = 2 // of two people who have one name
		}
		if name := apptest.StaffName(i); inFiles[name] != want || inOne[name] != want {
			t.Errorf("%s: %d files, %d bookmarks, want %d", name, inFiles[name], inOne[name], want)
		}
	}
	if letters := 10; len(files) != n+letters { // those of the example that hold still
		t.Errorf("%d files", len(files))
	}
}

func titleOf(t *testing.T, kind string) string {
	t.Helper()
	for line := range strings.Lines(must(t, "print", "--list")) {
		if f := regexp.MustCompile(`\s{2,}`).Split(strings.TrimSpace(line), -1); f[0] == kind {
			return f[1]
		}
	}
	t.Fatal("no paper is called", kind)
	return ""
}

func TestPrintAllRefuses(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	out := filepath.Join(dir, "r.pdf")
	says(t, usage, "togliete --all", "--data", file, "print", "controller-register", "--all", "--out", out)
	says(t, usage, "di tutte le schede", "--data", file, "print", "treatment-sheet", "fornitori", "--all", "--out", out)
	says(t, usage, "di tutte le schede", "--data", file, "print", "treatment-sheet", "--all", "--blank", "--out", out)
	says(t, usage, "di tutte le schede", "--data", file, "print", "treatment-comparison", "--all", "--out", out)
	says(t, refused, "nessuna scheda di cui stampare", "--data", file, "print", "appointment-dpo", "--all", "--out", out)
	says(t, refused, "non si può creare", "--data", file, "print", "treatment-sheet", "--all", "--out", filepath.Join(file, "x"))
	if said := must(t, "--data", file, "print", "appointment-end", "--all", "--out", dir); !strings.Contains(said, "Documenti scritti: 2") {
		t.Errorf("said: %s", said)
	}
	if _, err := os.Stat(filepath.Join(dir, "Revoca o dimissioni dall’incarico - Costa Niccolò, addetto alle copie.pdf")); err != nil {
		t.Error(err)
	}
}

// BenchmarkPrintAll prints the letters of 200 people of one role each way.
func BenchmarkPrintAll(b *testing.B) {
	file := staffed(b, 1800) // a ninth of them have this role
	for _, out := range []string{"tutte.pdf", "lettere"} {
		b.Run(out, func(b *testing.B) {
			for b.Loop() {
				args := printArgs{Kind: "appointment-authorised", All: true, Out: filepath.Join(b.TempDir(), out)}
				if err := args.Run(context.Background(), &options{Data: file}, &output{&strings.Builder{}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
