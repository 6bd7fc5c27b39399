package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tutela/cmd/internal/nettrace"
)

// TestCommandsOpenNoConnection runs the real program through its commands while the
// system tells which sockets are opened: none is.
func TestCommandsOpenNoConnection(t *testing.T) {
	if err := nettrace.Allowed(); err != nil {
		t.Skip("nothing can be listened to here: ", err)
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "tutelactl")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	for _, command := range []string{
		"--version", "--help", "--boh",
		"demo u.tutela", "check", "export e.json", "export e.xlsx", "export e.ics", "import e.json", "print controller-register --out r.pdf",
		"print --list", "score 1 1 1", "passphrase", "backup copie", "verify copie", "restore manca",
	} {
		trace := filepath.Join(dir, "trace")
		line := nettrace.Line(trace, program, append([]string{"--data", "u.tutela"}, strings.Fields(command)...)...)
		cmd := exec.Command(line[0], line[1:]...)
		cmd.Dir = dir
		cmd.Env = append(cmd.Environ(), "HOME="+dir, "XDG_STATE_HOME="+dir, "XDG_DATA_HOME="+dir)
		out, err := cmd.CombinedOutput() // some are refused, which speaks to nobody either
		t.Logf("%s: %v: %.200s", command, err, out)
		beyond, err := nettrace.Beyond(trace)
		if err != nil || len(beyond) > 0 {
			t.Errorf("%s speaks to %q, %v", command, beyond, err)
		}
	}
}
