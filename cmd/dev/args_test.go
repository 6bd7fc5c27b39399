package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	fs := flag.NewFlagSet("x", flag.ContinueOnError)
	demo := fs.Bool("demo", false, "")
	plain, rest, err := parse(fs, []string{"a", "--demo", "b", "--", "--demo", "-", "--"})
	if err != nil || !*demo || strings.Join(plain, " ") != "a b" || strings.Join(rest, " ") != "--demo - --" {
		t.Errorf("demo %v, plain %q, rest %q, %v", *demo, plain, rest, err)
	}
	_, _, err = parse(flag.NewFlagSet("x", flag.ContinueOnError), []string{"--unknown"})
	if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
		t.Errorf("unknown flag: %v", err)
	}
}

func TestParseShot(t *testing.T) {
	got, err := parseShot([]string{"a.png", "--size", "1024x600", "--scale", "1.5", "--demo", "--", "key Tab"})
	want := shotOptions{file: "a.png", width: 1024, height: 600, scale: 1.5, demo: true, steps: []string{"key Tab"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, wrong := range []string{"", "a b", "a --size 10x10", "a --size 1366x768x24", "a --size big", "a --scale 9", "a --demo --office o"} {
		if _, err := parseShot(strings.Fields(wrong)); err == nil {
			t.Errorf("shot %s was accepted", wrong)
		}
	}
}

func TestParseGallery(t *testing.T) {
	for _, right := range [][]string{{"pictures"}, {"two words"}} {
		if got, err := parseGallery(right); err != nil || got != right[0] {
			t.Errorf("gallery %q: %q, %v", right, got, err)
		}
	}
	for _, wrong := range [][]string{{}, {""}, {"a", "b"}, {"a", "--dark"}, {"a", "--", "-v"}} {
		_, err := parseGallery(wrong)
		if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
			t.Errorf("gallery %q: %v", wrong, err)
		}
	}
}

// TestGalleryWithoutFolder: where the folder cannot be made nothing is drawn.
func TestGalleryWithoutFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := runGallery(t.Context(), "", []string{filepath.Join(file, "pictures")})
	if err == nil || !strings.Contains(err.Error(), "the folder for the pictures cannot be made") {
		t.Errorf("got %v", err)
	}
}

// TestPicturesSince counts what was written now alone.
func TestPicturesSince(t *testing.T) {
	folder, now := t.TempDir(), time.Now()
	for name, at := range map[string]time.Time{"old.png": now.Add(-time.Hour), "one.png": now, "two.png": now.Add(time.Second), "note.txt": now} {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := picturesSince(folder, now); n != 2 || err != nil {
		t.Errorf("%d pictures, %v", n, err)
	}
}

func TestParseSteps(t *testing.T) {
	in := strings.NewReader("# new record\n\n  key ctrl+n\ntype  è più \nsleep 0.25\nshot a b.png\n")
	got, err := parseSteps([]string{"mousemove 1 2 click 1", "-"}, in)
	want := []step{
		{verb: "xdotool", args: []string{"mousemove", "1", "2", "click", "1"}},
		{verb: "xdotool", args: []string{"key", "ctrl+n"}},
		{verb: "type", text: " è più"},
		{verb: "sleep", pause: 250 * time.Millisecond},
		{verb: "shot", text: "a b.png"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, wrong := range []string{"shot", "sleep", "sleep soon", "sleep -1"} {
		if _, err := parseSteps([]string{wrong}, nil); err == nil {
			t.Errorf("%q was accepted", wrong)
		}
	}
}

func TestSortPackages(t *testing.T) {
	got := sortPackages([]string{"tutela/app", "tutela/app/form", "tutela/cmd/tutela", "tutela/cmd/tutela/e2e", "tutela/cmd/tutelactl", "tutela/ui/kit"})
	want := packages{
		plain:  []string{"tutela/app", "tutela/app/form", "tutela/cmd/tutelactl", "tutela/ui/kit"},
		window: []string{"tutela/cmd/tutela", "tutela/cmd/tutela/e2e"},
		race:   []string{"tutela/app", "tutela/app/form", "tutela/ui/kit"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestSummaryGoesOnAfterAFailure(t *testing.T) {
	var ran []string
	run := func(name string, err error) check {
		return check{name, []string{"tutela/app"}, func(context.Context, []string) error {
			ran = append(ran, name)
			return err
		}}
	}
	empty := run("empty", nil)
	empty.packages = nil
	err := summary(t.Context(), []check{run("one", nil), run("two", errors.New("no")), empty, run("three", nil)})
	if strings.Join(ran, " ") != "one two three" {
		t.Errorf("ran %v", ran)
	}
	if f, ok := errors.AsType[*failure](err); !ok || f.code != exitFailed || !strings.Contains(err.Error(), "1 of 4") {
		t.Errorf("error: %v", err)
	}
	if err := summary(t.Context(), []check{run("one", nil)}); err != nil {
		t.Error(err)
	}
}

// TestAnalyserOutOfReach: what cannot be fetched here is passed over, and said;
// it does not fail the tests.
func TestAnalyserOutOfReach(t *testing.T) {
	t.Setenv("GOPROXY", "off")
	a := analyser{path: "tutela.invalid/none", version: "v1.0.0"}
	run := func(ctx context.Context, packages []string) error {
		return a.run(ctx, t.TempDir(), withoutCgo, packages)
	}
	err := run(t.Context(), []string{"tutela/app"})
	if u, ok := errors.AsType[*unreached](err); !ok || !strings.Contains(u.why, "tutela.invalid/none v1.0.0 cannot be had here") {
		t.Errorf("got %v", err)
	}
	if err := summary(t.Context(), []check{{"none", []string{"tutela/app"}, run}}); err != nil {
		t.Error(err)
	}
}

func TestHasDisplay(t *testing.T) {
	with := func(name string) func(string) string {
		return func(asked string) string {
			if asked == name {
				return "x"
			}
			return ""
		}
	}
	if hasDisplay("linux", with("")) || !hasDisplay("linux", with("DISPLAY")) || !hasDisplay("linux", with("WAYLAND_DISPLAY")) || !hasDisplay("windows", with("")) {
		t.Error("hasDisplay")
	}
}

func TestUnknownCommand(t *testing.T) {
	err := dispatch(t.Context(), []string{"dance"})
	if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
		t.Errorf("got %v", err)
	}
}

// TestTortureArguments: what makes no sense is refused before anything is built.
func TestTortureArguments(t *testing.T) {
	for _, wrong := range []string{"now", "--kills -1", "--cuts -1", "--kills 0 --cuts 0", "--kills many"} {
		err := runTorture(t.Context(), t.TempDir(), strings.Fields(wrong))
		if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
			t.Errorf("torture %s: %v", wrong, err)
		}
	}
}

// TestBenchArguments: the table of the README is written from one whole run.
func TestBenchArguments(t *testing.T) {
	for _, wrong := range []string{"--write --quick", "--write save", "--often", "save -- more"} {
		err := runBench(t.Context(), t.TempDir(), strings.Fields(wrong))
		if f, ok := errors.AsType[*failure](err); !ok || f.code != exitUsage {
			t.Errorf("bench %s: %v", wrong, err)
		}
	}
}
