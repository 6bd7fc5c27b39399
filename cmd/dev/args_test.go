package main

import (
	"context"
	"errors"
	"flag"
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
