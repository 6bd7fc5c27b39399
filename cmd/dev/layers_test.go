package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pure are the packages that do no I/O and know neither SQL nor window: rules
// that must be testable with values alone.
var pure = []string{
	"tutela/app", "tutela/app/form", "tutela/app/risk", "tutela/app/breach", "tutela/app/doc", "tutela/app/papers", "tutela/app/password", "tutela/app/sign", "tutela/app/taxcode",
	"tutela/app/wording",
	"tutela/app/guide",
}

// alone names the packages that may import a library, and nobody else may.
var alone = map[string][]string{
	"github.com/signintech/gopdf":   {"tutela/app/pdf", "tutela/cmd/dev/bench"}, // which measures the one by the other
	"modernc.org/sqlite":            {"tutela/store", "tutela/cmd/dev/bench"},
	"github.com/pressly/goose/v3":   {"tutela/store"},
	"database/sql":                  {"tutela/store", "tutela/cmd/dev/bench"},
	"fyne.io/fyne/v2/app":           {"tutela/cmd/tutela", "tutela/cmd/dev/emptywindow"}, // the one part that needs cgo
	"crypto/aes":                    {"tutela/app/vault", "tutela/app/sign"},
	"crypto/cipher":                 {"tutela/app/vault", "tutela/app/sign"},
	"crypto/rsa":                    {"tutela/app/vault", "tutela/app/sign"},
	"filippo.io/age":                {"tutela/app/vault"},
	"github.com/xuri/excelize/v2":   {"tutela/app/exchange"},
	"golang.org/x/term":             {"tutela/cmd/tutelactl"},
	"net/http":                      nil,
	"github.com/alecthomas/kong":    {"tutela/cmd/tutelactl"},
	"github.com/arran4/golang-ical": {"tutela/app/exchange"},
	"github.com/emersion/go-ical":   nil, // tests read with it what the other wrote
	"github.com/rickar/cal/v2":      {"tutela/app"},
	"github.com/rickar/cal/v2/it":   {"tutela/app"},

	"crypto/ecdsa":                         {"tutela/app/sign"},
	"crypto/x509":                          {"tutela/app/sign"},
	"github.com/smallstep/pkcs7":           {"tutela/app/sign"},
	"software.sslmate.com/src/go-pkcs12":   {"tutela/app/sign"},
	"golang.org/x/crypto/chacha20poly1305": {"tutela/app/vault"},
}

// never says which package may not reach which, however far away.
var never = []struct{ from, to string }{
	{"tutela/ui", "tutela/store"},
	{"tutela/store", "tutela/ui"},
	{"tutela/store", "fyne.io/fyne/v2"},
	{"tutela/app", "tutela/store"},
	{"tutela/app", "tutela/ui"},
	{"tutela/app", "fyne.io/fyne/v2"},
	{"tutela/ui/kit", "tutela/app"},
	{"tutela/cmd/tutelactl", "fyne.io/fyne/v2"},
}

func list(t *testing.T, format string, what ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-f", format}, what...)...)
	cmd.Env = append(cmd.Environ(), "CGO_ENABLED=1") // else the window lists no files
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v", what, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

func TestImportsGoOneWay(t *testing.T) {
	for _, line := range list(t, `{{.ImportPath}} {{join .Imports " "}}`, "tutela/...") {
		words := strings.Fields(line)
		pkg, imports := words[0], words[1:]
		for lib, allowed := range alone {
			if slices.Contains(imports, lib) && !slices.Contains(allowed, pkg) {
				t.Errorf("%s imports %s; that is for %v alone", pkg, lib, allowed)
			}
		}
		if slices.Contains(pure, pkg) {
			for _, i := range imports {
				if i == "os" || i == "io/ioutil" || i == "net" || strings.HasPrefix(i, "os/") || strings.HasPrefix(i, "net/") && i != "net/mail" {
					t.Errorf("%s is to do no I/O, yet imports %s", pkg, i)
				}
			}
		}
	}
}

func TestLayersDoNotReachEachOther(t *testing.T) {
	deps := map[string][]string{}
	for _, line := range list(t, `{{.ImportPath}} {{join .Deps " "}}`, "tutela/...") {
		words := strings.Fields(line)
		deps[words[0]] = words[1:]
	}
	under := func(pkg, root string) bool { return pkg == root || strings.HasPrefix(pkg, root+"/") }
	for _, rule := range never {
		for pkg, reached := range deps {
			if !under(pkg, rule.from) {
				continue
			}
			for _, d := range reached {
				if under(d, rule.to) && !under(d, rule.from) {
					t.Errorf("%s reaches %s", pkg, d)
				}
			}
		}
	}
}
