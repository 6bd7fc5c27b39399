package main

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/cmd/dev/pack"
)

// TestEveryPartHasALicence: what the programs are linked from may be handed on,
// and the fonts' own licences are among what goes with it.
func TestEveryPartHasALicence(t *testing.T) {
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	for _, system := range []target{forLinux, forWindows} {
		modules, err := modulesOf(t.Context(), root, system)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, m := range modules {
			for _, l := range m.Licences {
				names = append(names, m.Path+" "+l.File+" "+l.SPDX)
			}
		}
		for _, want := range []string{
			"std LICENSE BSD-3-Clause", "fyne.io/fyne/v2 LICENSE BSD-3-Clause", "fyne.io/fyne/v2 theme/font/LICENSE_Inter.txt OFL-1.1",
			"github.com/go-fonts/liberation LICENSE-SIL OFL-1.1", "modernc.org/sqlite LICENSE BSD-3-Clause",
		} {
			if !slices.Contains(names, want) {
				t.Errorf("%s: no %s among\n%s", system.goos, want, strings.Join(names, "\n"))
			}
		}
	}
}

// TestPackageMetadata reads the file that the packages are named by.
func TestPackageMetadata(t *testing.T) {
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	about, err := pack.ReadMetadata(filepath.Join(root, "FyneApp.toml"))
	if err != nil || about.Name != "Tutela" {
		t.Errorf("%+v, %v", about, err)
	}
}

func TestSourceDate(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "86400")
	if at, err := sourceDate(t.Context(), t.TempDir()); err != nil || !at.Equal(time.Date(1970, 1, 2, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("%v, %v", at, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if _, err := sourceDate(t.Context(), t.TempDir()); err == nil {
		t.Error("yesterday was taken for a date")
	}
}

// TestDeliveryFlags: the window of Windows has no console and speaks to screen
// readers; the commands keep their console and need no C.
func TestDeliveryFlags(t *testing.T) {
	for _, c := range []struct {
		target  target
		program string
		flags   string
		env     string
	}{
		{forLinux, "tutela", "-buildvcs=false -trimpath -ldflags=-s -w", "GOOS=linux GOARCH=amd64 CGO_ENABLED=1"},
		{forWindows, "tutela", "-buildvcs=false -trimpath -tags=accessibility -ldflags=-s -w -H=windowsgui", "GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc CGO_ENABLED=1"},
		{forWindows, "tutelactl", "-buildvcs=false -trimpath -ldflags=-s -w", "GOOS=windows GOARCH=amd64 CGO_ENABLED=0"},
	} {
		flags, env := strings.Join(deliveryFlags(c.target, c.program), " "), strings.Join(c.target.env(c.program), " ")
		if flags != c.flags || env != c.env {
			t.Errorf("%s on %s: %s; %s", c.program, c.target.goos, flags, env)
		}
	}
}

func TestPackageArguments(t *testing.T) {
	for _, wrong := range []string{"now", "--linux --windows", "--mac"} {
		err := runPackage(t.Context(), t.TempDir(), strings.Fields(wrong))
		if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
			t.Errorf("package %s: %v", wrong, err)
		}
	}
}

func TestTryArguments(t *testing.T) {
	for _, wrong := range []string{"now", "--linux --windows", "--mac"} {
		err := runTry(t.Context(), t.TempDir(), strings.Fields(wrong))
		if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
			t.Errorf("try %s: %v", wrong, err)
		}
	}
}

// TestStagesStopAtAFailure: what comes after it would need it.
func TestStagesStopAtAFailure(t *testing.T) {
	var tried []string
	stageOf := func(name string, err error) stage {
		return stage{name, func(context.Context) error { tried = append(tried, name); return err }}
	}
	err := inTurn(t.Context(), []stage{stageOf("one", nil), stageOf("two", errors.New("no")), stageOf("three", nil)})
	if f, ok := errors.AsType[*failure](err); !ok || f.code != exitFailed || err.Error() != "two: no" || !slices.Equal(tried, []string{"one", "two"}) {
		t.Errorf("tried %q, %v", tried, err)
	}
}

// TestSaid: a command that says something else than it should has failed, and so
// has one that ends badly; both tell what it wrote.
func TestSaid(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"echo versione 1", ""},
		{"echo versione 2", "no \"versione 1\" in\nversione 2"},
		{"echo versione 1; echo ahi >&2; exit 3", "ahi"},
	} {
		err := said(exec.CommandContext(t.Context(), "sh", "-c", c.script), "versione 1")
		if (err != nil) != (c.want != "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.script, err)
		}
	}
}
