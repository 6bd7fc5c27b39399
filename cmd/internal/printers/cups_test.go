//go:build !windows

package printers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tutela/ui"
)

// fake puts stand-ins for the commands of CUPS on the path; lp keeps what it is
// given.
func fake(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, body := range map[string]string{
		"lpstat": `case "$1" in -e) printf 'Cucina\nUfficio\n';; -d) echo "system default destination: Ufficio";; esac`,
		"lp":     `printf '%s\n' "$@" > "` + dir + `/args"; eval last=\${$#}; cp "$last" "` + dir + `/printed.pdf"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":/bin:/usr/bin")
	return dir
}

func TestPrintThroughCUPS(t *testing.T) {
	dir := fake(t)
	names, err := System{}.List(t.Context())
	if err != nil || !slices.Equal(names, []string{"Ufficio", "Cucina"}) {
		t.Fatalf("printers %q, %v", names, err)
	}
	file := filepath.Join(t.TempDir(), "-strano nome.pdf")
	if err := os.WriteFile(file, []byte("%PDF-x"), 0o600); err != nil {
		t.Fatal(err)
	}
	job := ui.PrintJob{Printer: "Cucina", Copies: 3, TwoSided: true, Title: "Registro"}
	if err := (System{}).Print(t.Context(), file, job); err != nil {
		t.Fatal(err)
	}
	args, _ := os.ReadFile(filepath.Join(dir, "args"))
	if want := "-d\nCucina\n-n\n3\n-t\nRegistro\n-o\nsides=two-sided-long-edge\n--\n" + file + "\n"; string(args) != want {
		t.Errorf("lp was told %q", args)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "printed.pdf")); string(data) != "%PDF-x" {
		t.Errorf("lp was given %q", data)
	}
}

func TestNoPrinting(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if names, err := (System{}).List(t.Context()); err != nil || len(names) > 0 {
		t.Errorf("%q, %v", names, err)
	}
	err := System{}.Print(t.Context(), "x.pdf", ui.PrintJob{Printer: "x"})
	if err == nil || !strings.Contains(err.Error(), "lettore PDF") {
		t.Errorf("%v", err)
	}
}
