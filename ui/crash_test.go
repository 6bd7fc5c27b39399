package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"tutela/app"
	"tutela/ui/kit"
)

// TestCrashNoteHoldsNoData: the note says what failed and where, never what was typed,
// whatever it is that failed over it.
func TestCrashNoteHoldsNoData(t *testing.T) {
	const name, code = "Rossi Mario", "RSSMRA80A01H501U"
	for what, fails := range map[string]func(typed string){
		"a text":          func(typed string) { panic(typed) },
		"an error":        func(typed string) { panic(errors.New(typed)) },
		"a refusal":       func(typed string) { panic(&app.Refusal{What: typed, Do: typed}) },
		"a wrong kind":    func(typed string) { _ = any(typed).(fmt.Stringer) },
		"past the end":    func(typed string) { _ = typed[len(typed)+len(code):] },
		"a failed parse":  func(typed string) { panic(fmt.Errorf("%q: %w", typed, strconv.ErrSyntax)) },
		"not in the book": func(typed string) { var book struct{ of map[string]string }; book.of[typed] = code },
	} {
		dir := t.TempDir()
		func() {
			defer func() {
				failed := recover()
				if err := Crashed(dir, "1.2.3", failed); err != nil || failed == nil {
					t.Fatal(failed, err)
				}
			}()
			fails(name + ", " + code)
		}()
		data, err := os.ReadFile(CrashNote(dir))
		if err != nil {
			t.Fatal(err)
		}
		note := string(data)
		if strings.Contains(note, "Rossi") || strings.Contains(note, code) {
			t.Errorf("%s: the note holds data:\n%s", what, note)
		}
		for _, want := range []string{"Tutela 1.2.3, " + runtime.GOOS + "/", runtime.Version(), "TestCrashNoteHoldsNoData"} {
			if !strings.Contains(note, want) {
				t.Errorf("%s: the note lacks %q:\n%s", what, want, note)
			}
		}
	}
}

// TestCrashNoteIsOffered: it is told once, and then is the user's to keep, to find or
// to throw away.
func TestCrashNoteIsOffered(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	s.cfg.State = t.TempDir()
	left := func() []string {
		names, err := filepath.Glob(filepath.Join(s.cfg.State, "*"))
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	for button, stays := range map[string]bool{"Ho capito": true, "Butta via la nota": false} {
		if err := Crashed(s.cfg.State, "1.2.3", "x"); err != nil {
			t.Fatal(err)
		}
		s.tellCrash()
		if !strings.Contains(dialogText(s), "si è chiuso da solo") {
			t.Fatalf("said: %q", dialogText(s))
		}
		opened := ""
		s.cfg.OpenFile = func(path string) error { opened = path; return nil }
		confirm(t, s, "Apri la cartella")
		if opened != s.cfg.State || !kit.DialogOpen(s.win) {
			t.Errorf("opened %q", opened)
		}
		confirm(t, s, button)
		if kit.DialogOpen(s.win) || len(left()) == 1 != stays {
			t.Errorf("%s: left %q", button, left())
		}
		s.tellCrash()
		if kit.DialogOpen(s.win) {
			t.Errorf("%s: it is told at every start", button)
		}
	}
}

// TestBackgroundFailureIsKept: what fails away from the window's thread ends the
// program by the same way.
func TestBackgroundFailureIsKept(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	failed := make(chan any, 1)
	s.cfg.Crash = func(what any) { failed <- what }
	s.background(func() { panic("x") })
	if what := <-failed; what != "x" {
		t.Errorf("%v", what)
	}
}
