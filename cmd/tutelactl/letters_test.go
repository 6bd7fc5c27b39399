package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestLetters: one PDF with a letter for each name; a list to be mended prints
// nothing.
func TestLetters(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	list, out := filepath.Join(dir, "clienti.csv"), filepath.Join(dir, "lettere.pdf")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("Cognome;Nome;E-mail\nRossi;Anna;\nVerdi;Ugo;ugo\n")
	print := []string{"--data", file, "print", "breach-letter", "2/2026 Chiavetta USB smarrita", "--names", list, "--out", out}
	says(t, refused, "Riga 3, colonna «E-mail»: non è un indirizzo e-mail", print...)
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was printed")
	}
	write("Cognome;Nome;E-mail\nRossi;Anna;\nVerdi;Ugo;ugo@example.it\n")
	must(t, print...)
	text, err := exec.Command("pdftotext", out, "-").Output()
	if err != nil {
		t.Skip("pdftotext: ", err)
	}
	for _, want := range []string{"Gentile Anna Rossi,", "Gentile Ugo Verdi,"} {
		if strings.Count(string(text), want) != 1 {
			t.Errorf("%q does not stand there once:\n%s", want, text)
		}
	}
	says(t, usage, "solo le lettere", "--data", file, "print", "breach-policy", "--names", list, "--out", out)
	says(t, usage, "non ha nomi", "--data", file, "print", "breach-letter", "--blank", "--names", list, "--out", out)
	says(t, refused, "non si può leggere", "--data", file, "print", "breach-letter", "2/2026 Chiavetta USB smarrita", "--names", filepath.Join(dir, "nessuno.csv"), "--out", out)
}
