package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"tutela/cmd/internal/office"
)

// english finds what the library of the command line would say by itself.
var english = regexp.MustCompile(`(?i)\b(usage|flags?|commands?|arguments?|show|expected|unexpected|unknown|missing|value|got|did you)\b`)

// TestHelpIsItalian: that of the program and of each of its commands.
func TestHelpIsItalian(t *testing.T) {
	whole := must(t, "--help")
	commands := regexp.MustCompile(`(?m)^  ([a-z]+) `).FindAllStringSubmatch(whole, -1)
	if len(commands) < 13 {
		t.Fatalf("%d commands in\n%s", len(commands), whole)
	}
	texts := []string{whole}
	for _, c := range commands {
		texts = append(texts, must(t, c[1], "--help"))
	}
	for _, text := range texts {
		if found := english.FindString(text); found != "" || !strings.Contains(text, "Uso: tutelactl") {
			t.Errorf("%q in\n%s", found, text)
		}
	}
}

// TestStartIsAnsweredInASentence: whatever a command meets as it starts is said in one
// Italian sentence.
func TestStartIsAnsweredInASentence(t *testing.T) {
	if out := must(t, "--version"); out != "tutelactl "+office.Version+"\n" {
		t.Errorf("version: %q", out)
	}
	for _, args := range []string{"", "--nonsense", "stampa", "prin", "demo", "export", "import a b", "--data", "--as", "print a b c", "print --from x", "score --nonsense"} {
		status, _, said := ctl(t, strings.Fields(args)...)
		if found := english.FindString(said); status != usage || found != "" || strings.Count(said, "\n") != 1 {
			t.Errorf("%q: status %d, %q in %q", args, status, found, said)
		}
	}
	dir := t.TempDir()
	blocked := filepath.Join(dir, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, refused, "", "demo", filepath.Join(blocked, "u.tutela"))
	says(t, refused, "", "demo", filepath.Join(dir, "manca", "u.tutela"))
	says(t, refused, "", "--data", dir, "check")
	says(t, refused, "", "--data", blocked, "check")
}

// failing is an input over which a program fails, and says it with what it was given.
type failing struct{}

func (failing) Read([]byte) (int, error) { panic("Canarinogiallo S.n.c.") }

// TestCrashIsASentence: a failure of the program is said as one, and the log says where
// it was, without a value.
func TestCrashIsASentence(t *testing.T) {
	home := t.TempDir()
	t.Cleanup(xdg.Reload)
	t.Setenv("XDG_STATE_HOME", home)
	xdg.Reload()
	var out, errOut bytes.Buffer
	status := run(t.Context(), []string{"password"}, failing{}, &out, &errOut)
	said, log := errOut.String(), string(read(t, filepath.Join(home, "Tutela", "tutela.log")))
	if status != refused || strings.Count(said, "\n") != 1 || !strings.Contains(said, "guasto del programma") || strings.Contains(said, "goroutine") {
		t.Errorf("status %d, said %s", status, said)
	}
	if !strings.Contains(log, "failing.Read") || strings.Contains(said+log, "Canarino") {
		t.Errorf("the log has %s", log)
	}
}
