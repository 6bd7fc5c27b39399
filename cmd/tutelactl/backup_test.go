package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/vault/vaulttest"
	"tutela/store"
)

// phraseFile is a file with a passphrase, as Windows' notepad writes it.
func phraseFile(t *testing.T, phrase string) string {
	t.Helper()
	vaulttest.Quick()
	path := filepath.Join(t.TempDir(), "frase.txt")
	if err := os.WriteFile(path, []byte(phrase+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPassphrase(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	says(t, refused, "non si può chiedere", "--data", file, "passphrase")
	says(t, refused, "troppo debole", "--data", file, "passphrase", "--passphrase-file", phraseFile(t, "corta"))
	says(t, refused, "nessuna frase segreta", "--data", file, "passphrase", "--passphrase-file", phraseFile(t, ""))
	says(t, refused, "non si può leggere", "--data", file, "passphrase", "--passphrase-file", filepath.Join(dir, "manca"))
	says(t, usage, "non si scrive nel comando", "--data", file, "passphrase", vaulttest.Phrase)
	if _, out, errOut := ctl(t, "--data", file, "passphrase", vaulttest.Phrase); strings.Contains(out+errOut, "gatti") {
		t.Error("a passphrase was repeated")
	}
	first := filepath.Join(dir, "prima.copia")
	if out := must(t, "--data", file, "backup", first); !strings.Contains(out, "non è sigillata") {
		t.Error(out)
	}
	if out := must(t, "--data", file, "passphrase", "--passphrase-file", phraseFile(t, vaulttest.Phrase)); !strings.Contains(out, "nessuno può recuperarla") || strings.Contains(out, "frase di prima") {
		t.Error(out)
	}
	sealed := filepath.Join(dir, "sigillata.copia")
	if out := must(t, "--data", file, "backup", sealed); strings.Contains(out, "non è sigillata") {
		t.Error(out)
	}
	const other = "cinque cani sotto un ombrello"
	t.Setenv(phraseEnv, other)
	if out := must(t, "--data", file, "passphrase"); !strings.Contains(out, "frase di prima") {
		t.Error(out)
	}
	again := filepath.Join(dir, "di nuovo.copia")
	must(t, "--data", file, "backup", again)
	must(t, "verify", again)
	must(t, "verify", first)
	says(t, refused, "non è quella giusta", "verify", sealed)
	must(t, "verify", sealed, "--passphrase-file", phraseFile(t, vaulttest.Phrase))
	if data := read(t, file); bytes.Contains(data, []byte(vaulttest.Phrase)) || bytes.Contains(data, []byte(other)) {
		t.Error("the office keeps a passphrase")
	}
}

// The whole round, as a script goes it: copy, change, verify, restore.
func TestBackupVerifyRestore(t *testing.T) {
	phrase := phraseFile(t, vaulttest.Phrase)
	file := demo(t)
	must(t, "--data", file, "passphrase", "--passphrase-file", phrase)
	before := filepath.Join(t.TempDir(), "prima.json")
	must(t, "--data", file, "export", before)
	dir := filepath.Join(t.TempDir(), "Copie d’ufficio #1 100%")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	out := must(t, "--data", file, "backup", dir)
	copied := strings.TrimSpace(strings.TrimPrefix(out, "Copia scritta in "))
	if filepath.Dir(copied) != dir || !strings.HasPrefix(filepath.Base(copied), "Tutela-") {
		t.Fatal(out)
	}
	if out := must(t, "verify", copied, "--passphrase-file", phrase); !strings.Contains(out, "La copia è intera") || !strings.Contains(out, "Trattamenti: ") {
		t.Error(out)
	}
	if bytes.Contains(read(t, copied), []byte("Rossi")) {
		t.Error("a sealed copy can be read")
	}
	// Dry, it changes nothing; beside a window it is refused.
	whole := read(t, file)
	must(t, "--data", file, "restore", copied, "--dry-run", "--passphrase-file", phrase)
	lock, err := store.LockOffice(file)
	if err != nil {
		t.Fatal(err)
	}
	must(t, "--data", file, "backup", filepath.Join(dir, "accanto.copia"))
	must(t, "--data", file, "verify", copied, "--passphrase-file", phrase)
	says(t, refused, "già aperto", "--data", file, "restore", copied, "--passphrase-file", phrase)
	says(t, refused, "già aperto", "--data", file, "passphrase", "--passphrase-file", phrase)
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	says(t, refused, "non si può chiedere", "--data", file, "restore", copied)
	says(t, refused, "non è quella giusta", "--data", file, "restore", copied, "--passphrase-file", phraseFile(t, "cinque cani sotto un ombrello"))
	if !bytes.Equal(read(t, file), whole) {
		t.Error("the office was touched")
	}
	// Onto a PC without the office, and over the office itself.
	fresh := filepath.Join(t.TempDir(), "nuovo.tutela")
	if out := must(t, "--data", fresh, "restore", copied, "--passphrase-file", phrase); !strings.Contains(out, "Ripristinata in "+fresh) || strings.Contains(out, "Il file di prima") {
		t.Error(out)
	}
	if out := must(t, "--data", file, "restore", copied, "--passphrase-file", phrase); !strings.Contains(out, "Il file di prima è qui: "+filepath.Dir(file)) {
		t.Error(out)
	}
	after := filepath.Join(t.TempDir(), "dopo.json")
	must(t, "--data", fresh, "export", after)
	must(t, "--data", file, "export", after)
	if got, want := read(t, after), read(t, before); len(got) <= len(want) {
		t.Errorf("the export of before has %d bytes, that of after, with the restore in it, %d", len(want), len(got))
	}
}

// What was chosen for the copies stands in the history, and does not hinder that an
// export, imported and exported again, is the same.
func TestExportWithCopySettings(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	must(t, "--data", file, "passphrase", "--passphrase-file", phraseFile(t, vaulttest.Phrase))
	first, second := filepath.Join(dir, "1.json"), filepath.Join(dir, "2.json")
	must(t, "--data", file, "export", first)
	fresh := filepath.Join(dir, "nuovo.tutela")
	must(t, "--data", fresh, "import", first)
	must(t, "--data", fresh, "export", second)
	if !bytes.Equal(read(t, first), read(t, second)) {
		t.Error("the second export is not like the first")
	}
	if data := read(t, first); !bytes.Contains(data, []byte(app.OfficeKeysKey)) || bytes.Contains(data, []byte("AGE-SECRET")) || bytes.Contains(data, []byte("scrypt")) {
		t.Error("the history does not tell of the passphrase, or tells too much")
	}
}

func TestBackupToDestinations(t *testing.T) {
	file := demo(t)
	says(t, refused, "nessuna cartella", "--data", file, "backup")
	must(t, "--data", file, "backup", "--due")
	there, absent := t.TempDir(), filepath.Join(t.TempDir(), "E")
	db, err := store.Open(context.Background(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := app.NewCopySettings()
	c.Destinations = []app.CopyDestination{{Folder: there}, {Folder: absent}}
	if err := errors.Join(db.SaveCopySettings(context.Background(), app.By{Who: "prova"}, c), db.Close()); err != nil {
		t.Fatal(err)
	}
	for range 2 { // what was not there is tried again, what was is not due
		says(t, refused, "«"+absent+"» non c’è", "--data", file, "backup", "--due")
	}
	list, err := os.ReadDir(there)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	must(t, "verify", filepath.Join(there, list[0].Name()))
	if err := os.Mkdir(absent, 0o700); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "--data", file, "backup", "--due"); strings.Count(out, "Copia scritta") != 1 {
		t.Error(out)
	}
	says(t, usage, "da soli", "--data", file, "backup", there, "--due")
}

// What is no good copy gives a sentence, and the office as it was.
func TestNoCopy(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	good := filepath.Join(dir, "buona.copia")
	must(t, "--data", file, "backup", good)
	whole, before := read(t, good), read(t, file)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 4
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"flipped": {flipped, "è rovinata"}, "cut": {whole[:len(whole)-9], "è rovinata"},
		"garbage": {[]byte("non è una copia"), "non è una copia fatta da Tutela"}, "office": {before, "non è una copia fatta da Tutela"},
	} {
		bad := filepath.Join(dir, name+".copia")
		if err := os.WriteFile(bad, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		says(t, refused, c.want, "verify", bad)
		says(t, refused, c.want, "--data", file, "restore", bad)
	}
	says(t, refused, "non c’è", "verify", filepath.Join(dir, "manca.copia"))
	says(t, refused, "prendere il posto", "--data", file, "backup", file)
	says(t, refused, "manca» non c’è", "--data", file, "backup", filepath.Join(dir, "manca", "a.copia"))
	says(t, usage, "non riconosciuto", "verify")
	if !bytes.Equal(read(t, file), before) {
		t.Error("the office was touched")
	}
}

func TestSchedule(t *testing.T) {
	file := demo(t)
	if out := must(t, "--data", file, "backup", "--schedule"); !strings.Contains(out, file) || !strings.Contains(out, "backup --due") {
		t.Error(out)
	}
	for system, want := range map[string]string{
		"windows": `schtasks /Create /TN "Copie di Tutela" /SC HOURLY /TR "\"C:\Program Files\tutelactl.exe\" --data \"D:\Città 100%.tutela\" backup --due"`,
		"darwin":  `0 * * * * 'C:\Program Files\tutelactl.exe' --data 'D:\Città 100\%.tutela' backup --due`,
		"linux":   `ExecStart="C:\\Program Files\\tutelactl.exe" --data "D:\\Città 100%%.tutela" backup --due`,
	} {
		if got := scheduleFor(system, `C:\Program Files\tutelactl.exe`, `D:\Città 100%.tutela`); !strings.Contains(got, want) {
			t.Errorf("%s:\n%s", system, got)
		}
	}
	if got := shellQuoted("l'ufficio"); got != `'l'\''ufficio'` {
		t.Error(got)
	}
}
