package exchange

import (
	"slices"
	"strings"
	"testing"
)

func TestFileNames(t *testing.T) {
	titles := []string{"Elenco: Persone", "elenco - persone", `a/b\c:d*e?"<>|`, strings.Repeat("à", 200), "CON", " .. ", "Nota.", "riga\nnuova"}
	got := FileNames(titles, ".pdf", map[string]bool{"nota.pdf": true})
	want := []string{
		"Elenco - Persone.pdf", "elenco - persone (2).pdf", "a-b-c-d-e-----.pdf", strings.Repeat("à", longestName/2) + ".pdf",
		"Documento CON.pdf", "Documento.pdf", "Nota (2).pdf", "riga-nuova.pdf",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, wanted %q", got, want)
	}
}
