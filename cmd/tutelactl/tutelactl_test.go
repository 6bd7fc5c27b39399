package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

// ctl runs a command and gives its exit status, standard output and standard error.
func ctl(t *testing.T, args ...string) (int, string, string) {
	t.Helper()
	var out, errOut bytes.Buffer
	status := run(context.Background(), args, strings.NewReader(""), &out, &errOut)
	return status, out.String(), errOut.String()
}

func must(t *testing.T, args ...string) string {
	t.Helper()
	status, out, errOut := ctl(t, args...)
	if status != done {
		t.Fatalf("%v: status %d: %s", args, status, errOut)
	}
	return out
}

// says wants a refusal: the status, one line on standard error that holds the
// words, nothing of a trace.
func says(t *testing.T, status int, words string, args ...string) {
	t.Helper()
	got, _, errOut := ctl(t, args...)
	line := strings.TrimSuffix(errOut, "\n")
	if got != status || !strings.Contains(line, words) || strings.Contains(line, "\n") || !strings.HasSuffix(line, ".") {
		t.Errorf("%v: status %d, said %q; want %d and %q in one sentence", args, got, errOut, status, words)
	}
}

func demo(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	must(t, "demo", file)
	return file
}

func TestPrint(t *testing.T) {
	file, out := demo(t), filepath.Join(t.TempDir(), "r.pdf")
	must(t, "--data", file, "print", "controller-register", "--out", out)
	if report, err := exec.Command("qpdf", "--check", out).CombinedOutput(); err != nil {
		t.Errorf("qpdf --check: %v\n%s", err, report)
	}
	must(t, "--data", file, "print", "treatment-sheet", "fornitori", "--out", out)
	must(t, "--data", file, "print", "treatment-sheet", "--blank", "--out", out)
	today := form.DateOf(time.Now())
	for _, kind := range []string{"controller-register", "simplified-register", "list-person"} {
		must(t, "--data", file, "print", kind, "--at", today.String(), "--out", out)
	}
	says(t, refused, "non c’era ancora niente", "--data", file, "print", "simplified-register", "--at", today.AddDays(-1).String(), "--out", out)
	says(t, refused, "non è ancora arrivato", "--data", file, "print", "simplified-register", "--at", today.AddDays(1).String(), "--out", out)
	says(t, usage, "non ha una data", "--data", file, "print", "simplified-register", "--blank", "--at", today.String(), "--out", out)
	sheet := filepath.Join(t.TempDir(), "r.xlsx")
	must(t, "--data", file, "print", "simplified-register", "--out", sheet)
	if data := read(t, sheet); !bytes.HasPrefix(data, []byte("PK")) {
		t.Error("the simplified register is no workbook")
	}
	says(t, usage, "solo il registro semplificato", "--data", file, "print", "controller-register", "--out", sheet)
	list := must(t, "print", "--list")
	for _, kind := range []string{"treatment-sheet", "controller-register", "simplified-register", "list-person", "in bianco e compilato"} {
		if !strings.Contains(list, kind) {
			t.Errorf("the list lacks %s:\n%s", kind, list)
		}
	}
	must(t, "--data", file, "print", "dpia", "videosorveglianza del negozio", "--out", out)
	must(t, "--data", file, "print", "appointment-sysadmin", "Bianchi Luca, amministratore di sistema", "--out", out)
	says(t, refused, "Di quale scheda?", "--data", file, "print", "treatment-sheet", "--out", out)
	says(t, refused, "Nessuna scheda si chiama", "--data", file, "print", "treatment-sheet", "boh", "--out", out)
	says(t, usage, "non esiste", "--data", file, "print", "boh", "--out", out)
	says(t, usage, "Servono il tipo", "--data", file, "print", "controller-register")
	says(t, usage, "Novembre ha 30 giorni", "--data", file, "print", "controller-register", "--at", "31/11/2026", "--out", out)
	says(t, refused, "non si può scrivere", "--data", file, "print", "controller-register", "--out", filepath.Join(file, "x.pdf"))
	says(t, usage, "Comando non riconosciuto", "stampa")
}

func TestExportImportExportIsTheSame(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	first, second, copied := filepath.Join(dir, "a.json"), filepath.Join(dir, "b.json"), filepath.Join(dir, "b.tutela")
	must(t, "--data", file, "export", first)
	must(t, "--data", copied, "import", first, "--dry-run")
	if _, err := os.Stat(copied); err == nil {
		t.Fatal("a trial left an office behind")
	}
	must(t, "--data", copied, "import", first)
	must(t, "--data", copied, "export", second)
	if !bytes.Equal(read(t, first), read(t, second)) {
		t.Error("export, import, export: other bytes")
	}
	if out := must(t, "--data", file, "import", first); !strings.Contains(out, "già uguali") {
		t.Errorf("into itself: %s", out)
	}
}

func TestImportIsRefusedAsAWhole(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	good := filepath.Join(dir, "a.json")
	must(t, "--data", file, "export", good)
	whole := string(read(t, good))
	tests := []struct{ name, old, new, want string }{
		{"unknown field", `"surname":"Sala"`, `"cognome":"Sala"`, "registers/person/2/cognome: questo campo non esiste"},
		{"wrong date", `"birth":"1988-01-21"`, `"birth":"1988-02-30"`, "registers/person/2/birth: la data «1988-02-30»"},
		{"wrong tax code", `SLALNE88A61F205M`, `SLALNE88A61F205X`, "registers/person/2/tax_code"},
		{"wrong choice", `"mode":"mixed"`, `"mode":"boh"`, "mode: «boh» non è fra le scelte"},
		{"unknown entry", `"data_types":["video-footage"]`, `"data_types":["fumo"]`, "«fumo» non è una voce"},
		{"unknown register", `"person":[`, `"persona":[`, "registers/persona: questo registro non esiste"},
		{"no export", `"format":"tutela"`, `"format":"altro"`, "non è un’esportazione di Tutela"},
		{"newer", `"version":1`, `"version":2`, "versione più recente"},
		{"cut short", whole[len(whole)/2:], "", "è interrotto: finisce prima del dovuto"},
	}
	before := read(t, file)
	for _, test := range tests {
		bad := filepath.Join(dir, "bad.json")
		if changed := strings.Replace(whole, test.old, test.new, 1); changed == whole {
			t.Fatalf("%s: the example has no %s", test.name, test.old)
		} else if err := os.WriteFile(bad, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		says(t, refused, test.want, "--data", file, "import", bad)
		fresh := filepath.Join(dir, "fresh.tutela")
		says(t, refused, test.want, "--data", fresh, "import", bad)
		if _, err := os.Stat(fresh); err == nil {
			t.Errorf("%s: a refused import left an office behind", test.name)
		}
	}
	if !bytes.Equal(read(t, file), before) {
		t.Error("a refused import changed the office")
	}
	says(t, refused, "non si può leggere", "--data", file, "import", filepath.Join(dir, "manca.json"))
}

// TestNoOffice runs the commands on files that are no office of ours: a
// sentence, and the file as it was.
func TestNoOffice(t *testing.T) {
	whole := read(t, demo(t))
	newer := bytes.Clone(whole)
	copy(newer[18:], []byte{9, 9})
	for name, content := range map[string][]byte{
		"garbage": []byte(strings.Repeat("non è un ufficio ", 400)), "empty": {}, "truncated": whole[:len(whole)/2],
		"newer format": newer, "foreign": foreign(t),
	} {
		file := filepath.Join(t.TempDir(), "x.tutela")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "x.json")
		says(t, refused, "", "--data", file, "export", out)
		says(t, refused, "", "--data", file, "print", "controller-register", "--out", out)
		if !bytes.Equal(read(t, file), content) {
			t.Errorf("%s: the file was changed", name)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
	says(t, refused, "", "--data", filepath.Join(t.TempDir(), "manca.tutela"), "export", filepath.Join(t.TempDir(), "x.json"))
	says(t, refused, "", "demo", demo(t))
}

// foreign is another program's SQLite file: an office without our mark.
func foreign(t *testing.T) []byte {
	data := bytes.Clone(read(t, demo(t)))
	copy(data[68:72], []byte{0, 0, 0, 0}) // application_id
	return data
}

// TestBesideAnOpenWindow: what reads works, what changes is refused.
func TestBesideAnOpenWindow(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	lock, err := store.LockOffice(file)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Unlock()
	out := filepath.Join(dir, "a.json")
	must(t, "--data", file, "export", out)
	must(t, "--data", file, "print", "controller-register", "--out", filepath.Join(dir, "r.pdf"))
	says(t, refused, "già aperto", "--data", file, "import", out)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPrintComparison: two versions of a treatment, by number.
func TestPrintComparison(t *testing.T) {
	file, out := demo(t), filepath.Join(t.TempDir(), "c.pdf")
	says(t, refused, "una versione sola", "--data", file, "print", "treatment-comparison", "fornitori", "--out", out)
	ctx, typ := context.Background(), app.TreatmentForm.Type()
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := db.All(ctx, typ)
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range all {
		if rec := rec.(*app.Treatment); rec.Title == "Fornitori" {
			rec.Description = "Un’altra descrizione."
			if err := db.Save(ctx, app.By{Who: "prova"}, typ, rec); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	must(t, "--data", file, "print", "treatment-comparison", "fornitori", "--out", out)
	must(t, "--data", file, "print", "treatment-comparison", "fornitori", "--from", "2", "--to", "1", "--out", out)
	if text, err := exec.Command("pdftotext", "-layout", out, "-").CombinedOutput(); err != nil || !strings.Contains(string(text), "Un’altra descrizione.") {
		t.Errorf("%v\n%s", err, text)
	}
	says(t, refused, "La versione 3 non c’è", "--data", file, "print", "treatment-comparison", "fornitori", "--from", "1", "--to", "3", "--out", out)
	says(t, usage, "solo i confronti", "--data", file, "print", "treatment-sheet", "fornitori", "--to", "1", "--out", out)
	says(t, usage, "non con --at", "--data", file, "print", "treatment-comparison", "fornitori", "--at", "1/1/2026", "--out", out)
}
