package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app/vault/vaulttest"
	"tutela/store"
)

// The whole round of a sealed office without a window: sealed, read, changed,
// copied with and without its passphrase, given another one, restored, unsealed.
// Beside a window it is read and copied, not changed.
func TestSealedOffice(t *testing.T) {
	phrase := phraseFile(t, vaulttest.Phrase)
	file := demo(t)
	dir := t.TempDir()
	before := filepath.Join(dir, "prima.json")
	must(t, "--data", file, "export", before)
	says(t, refused, "non ha ancora una frase segreta", "--data", file, "seal")
	says(t, refused, "non è chiuso", "--data", file, "unseal")
	must(t, "--data", file, "passphrase", "--passphrase-file", phrase)
	if out := must(t, "--data", file, "seal"); !strings.Contains(out, "nessuno può recuperarlo") || !strings.Contains(out, "SSD") {
		t.Error(out)
	}
	if data := read(t, file); bytes.Contains(data, []byte("SQLite")) || bytes.Contains(data, []byte("paghe")) {
		t.Error("the file can be read")
	}
	says(t, refused, "non si può chiedere", "--data", file, "check")
	says(t, refused, "non è quella giusta", "--data", file, "check", "--passphrase-file", phraseFile(t, "una frase che non apre niente"))
	open := func(args ...string) []string {
		return append([]string{"--data", file, "--passphrase-file", phrase}, args...)
	}
	after := filepath.Join(dir, "dopo.json")
	must(t, open("export", after)...)
	if a, b := read(t, before), read(t, after); len(b) < len(a) { // and the choice of the passphrase in its history
		t.Errorf("exported %d bytes, before it was sealed %d", len(b), len(a))
	}
	must(t, open("print", "controller-register", "--out", filepath.Join(dir, "r.pdf"))...)

	lock, err := store.LockOffice(file)
	if err != nil {
		t.Fatal(err)
	}
	must(t, open("export", filepath.Join(dir, "accanto.json"))...)
	says(t, refused, "già aperto in un’altra finestra", open("import", after)...)
	says(t, refused, "già aperto in un’altra finestra", open("unseal")...)
	locked := filepath.Join(dir, "senza frase.copia")
	must(t, "--data", file, "backup", locked)
	says(t, refused, "c’è già", "--data", file, "backup", locked)
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	says(t, refused, "non si può chiedere", "--data", file, "backup", dir)
	must(t, open("backup", dir)...)
	must(t, "verify", locked, "--passphrase-file", phrase)

	other := phraseFile(t, "cinque cani sotto un ombrello")
	says(t, refused, "non si può chiedere", "--data", file, "passphrase", "--passphrase-file", other)
	must(t, "--data", file, "passphrase", "--passphrase-file", other, "--old-passphrase-file", phrase)
	says(t, refused, "non è quella giusta", open("check")...)
	phrase, first := other, phrase
	must(t, open("export", after)...)
	says(t, refused, "non è quella giusta", open("restore", locked)...)
	must(t, "verify", locked, "--passphrase-file", first)
	again := filepath.Join(dir, "di nuovo.copia")
	must(t, "--data", file, "backup", again)
	must(t, open("restore", again)...)
	if sealed, err := store.Sealed(file); err != nil || !sealed {
		t.Error(sealed, err)
	}
	must(t, open("unseal")...)
	must(t, "--data", file, "export", after)
	list, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if name := e.Name(); strings.Contains(name, ".nuovo") || strings.Contains(name, ".in-chiaro") || strings.HasSuffix(name, ".lock") {
			t.Errorf("left beside: %s", name)
		}
	}
}
