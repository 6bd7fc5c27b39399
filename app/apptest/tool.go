package apptest

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Tool runs a program on a PDF, and asks for it where it is not installed:
// these checks are not skipped unless TUTELA_NO_TOOLS=1 says so.
func Tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if os.Getenv("TUTELA_NO_TOOLS") == "1" {
		t.Skip("TUTELA_NO_TOOLS=1: not checked with " + name)
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is not installed (packages qpdf and poppler-utils); TUTELA_NO_TOOLS=1 does without", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
