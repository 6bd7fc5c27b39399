package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestImportFromLibreOffice: what LibreOffice saved goes into an office, and is then
// there; a list made there is added to it, and then is there too.
func TestImportFromLibreOffice(t *testing.T) {
	from := filepath.Join("..", "..", "app", "exchange", "testdata", "libreoffice")
	var names []string
	for _, part := range []string{"ufficio.xlsx", "fogli"} {
		file := filepath.Join(t.TempDir(), "nuovo.tutela")
		must(t, "--data", file, "import", filepath.Join(from, part))
		if out := must(t, "--data", file, "import", filepath.Join(from, part)); strings.Contains(out, "nuove") || !strings.Contains(out, "già uguali: 22\n") {
			t.Errorf("%s again: %s", part, out)
		}
		names = append(names, people(t, file))
	}
	if names[0] != names[1] || !strings.Contains(names[0], "=1+1 x") {
		t.Errorf("people: %q", names)
	}
	file := demo(t)
	for _, want := range []string{"schede nuove 2, aggiornate 1, già uguali 0", "schede nuove 0, aggiornate 0, già uguali 3"} {
		if out := must(t, "--data", file, "import", filepath.Join(from, "elenco.xlsx")); !strings.Contains(out, want) {
			t.Errorf("said %s, want %s", out, want)
		}
	}
}
