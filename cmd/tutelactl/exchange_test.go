package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestExportDamaged: the export of a damaged file is refused with a way out; that way
// leaves the file alone, says what is missing, and makes a new office of the rest.
func TestExportDamaged(t *testing.T) {
	file := demo(t)
	dir := filepath.Dir(file)
	whole := filepath.Join(dir, "tutto.json")
	if out := must(t, "--data", file, "export", "--damaged", whole); !strings.Contains(out, "Non manca niente.") {
		t.Error(out)
	}
	usual := filepath.Join(dir, "solito.json")
	must(t, "--data", file, "export", usual)
	if !bytes.Equal(read(t, whole), read(t, usual)) {
		t.Error("what was read of a whole file is not what is exported of it")
	}
	data := read(t, file)
	spoil(data)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	part := filepath.Join(dir, "parte.json")
	says(t, refused, "è danneggiato: non è stato cambiato. Mettetelo da parte senza cancellarlo e ripristinate l’ultima copia di sicurezza. Se non ne avete, «export --damaged FILE.json» scrive ciò che si legge.",
		"--data", file, "export", part)
	says(t, usage, "si esporta in un file .json", "--data", file, "export", "--damaged", filepath.Join(dir, "parte.xlsx"))
	out := must(t, "--data", file, "export", "--damaged", part)
	if !strings.Contains(out, "Schede lette: ") || !strings.Contains(out, "La storia delle modifiche non è tra ciò che è stato letto") {
		t.Error(out)
	}
	if !bytes.Equal(read(t, file), data) {
		t.Error("the damaged file was touched")
	}
	fresh := filepath.Join(dir, "nuovo.tutela")
	must(t, "--data", fresh, "import", part)
	must(t, "--data", fresh, "print", "controller-register", "--out", filepath.Join(dir, "r.pdf"))
	if err := os.WriteFile(file, make([]byte, len(data)), 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, refused, "non si legge niente", "--data", file, "export", "--damaged", part)
}

// spoil turns a page of the file to garbage in which the names of the example people
// stand, as a bad sector would.
func spoil(data []byte) {
	const page = 4096
	pages := slices.Collect(slices.Chunk(data, page))
	for _, p := range pages[1:] {
		if binary.BigEndian.Uint16(p[3:]) > 2 && p[0] == 13 && bytes.Contains(p, []byte("Bianchi")) {
			copy(p, bytes.Repeat([]byte{0xA5}, page))
			return
		}
	}
}
