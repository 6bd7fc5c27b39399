package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/cmd/internal/office"
)

// start is one start of the program, from a home of its own and without a display.
type start struct {
	name    string
	prepare func(t *testing.T, home string) // nil for nothing
	args    []string                        // FILE is an office in the home
	want    []string                        // all of it is said
	status  int
	full    bool // of the disk: what lies beside the office cannot be written back
}

// settingsIn is where the settings lie in a home.
func settingsIn(home string) string {
	return filepath.Join(home, "config", "fyne", office.AppID, "preferences.json")
}

// put makes a file, with the folders that it is in.
func put(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// settings has a start find settings.
func settings(text string) func(*testing.T, string) {
	return func(t *testing.T, home string) { put(t, settingsIn(home), text) }
}

const (
	wrongUse     = "con «tutela --help» si vede come"
	lostSettings = "Le impostazioni di Tutela su questo computer non si leggono"
)

var toOffice = []string{"--data", "FILE"}

var starts = []start{
	{"version", nil, []string{"--version"}, []string{"tutela " + office.Version}, 0, false},
	{"help", nil, []string{"--help"}, []string{"Uso: tutela", "file dell’ufficio da aprire"}, 0, false},
	{"unknown flag", nil, []string{"--nonsense"}, []string{"«--nonsense»", wrongUse}, 2, false},
	{"flag without its value", nil, []string{"--data"}, []string{"«--data»", wrongUse}, 2, false},
	{"two offices", nil, []string{"a.tutela", "b.tutela"}, []string{"fra virgolette"}, 2, false},
	{"an office twice", nil, []string{"--data", "a.tutela", "b.tutela"}, []string{wrongUse}, 2, false},
	{"no display", nil, toOffice, []string{noDisplay}, 1, false},
	{"whole settings", settings(`{"language":"it","recent":["a","b"]}`), toOffice, []string{noDisplay}, 1, false},
	{"settings cut short", settings(`{"language":"it","rec`), toOffice, []string{lostSettings, unreadableTail, noDisplay}, 1, false},
	{"empty settings", settings(""), toOffice, []string{lostSettings, noDisplay}, 1, false},
	{"settings that are garbage", settings("\x00\xff\x00 boh"), toOffice, []string{lostSettings, noDisplay}, 1, false},
	{"settings that the toolkit ends over", settings(`{"recent":["a",1]}`), toOffice, []string{lostSettings, noDisplay}, 1, false},
	{"a folder for settings", func(t *testing.T, home string) { put(t, filepath.Join(settingsIn(home), "x"), "") }, toOffice, []string{lostSettings, noDisplay}, 1, false},
	{"a file for the folder of settings", func(t *testing.T, home string) { put(t, filepath.Join(home, "config", "fyne"), "") }, toOffice, []string{lostSettings, "non si può spostare", noDisplay}, 1, false},
	{"a file for the folder of data", func(t *testing.T, home string) { put(t, filepath.Join(home, "data"), "") }, nil, []string{"La cartella dei dati «", "non si può creare", noDisplay}, 1, false},
	{"a file for the folder of the log", func(t *testing.T, home string) { put(t, filepath.Join(home, "state"), "") }, toOffice, []string{noDisplay}, 1, false},
	{"no office there", nil, []string{"--data", "FILE/x.tutela"}, []string{"u.tutela", noDisplay}, 1, false},
}

// TestStartIsAnsweredInASentence: whatever the start meets is said in lines of plain
// words, never a trace, and nothing is left beside the office.
func TestStartIsAnsweredInASentence(t *testing.T) {
	for _, c := range starts {
		t.Run(c.name, func(t *testing.T) { c.check(t, t.TempDir()) })
	}
}

// check starts the program and reads what it says.
func (c start) check(t *testing.T, home string) {
	t.Helper()
	if c.prepare != nil {
		c.prepare(t, home)
	}
	file := filepath.Join(home, "u.tutela")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program(t))
	for _, a := range c.args {
		cmd.Args = append(cmd.Args, strings.ReplaceAll(a, "FILE", file))
	}
	cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=", "WAYLAND_SOCKET=", "XDG_RUNTIME_DIR="+home, "HOME="+home,
		"XDG_DATA_HOME="+home+"/data", "XDG_STATE_HOME="+home+"/state", "XDG_CONFIG_HOME="+home+"/config", "XDG_CACHE_HOME="+home)
	out, err := cmd.CombinedOutput()
	status := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		status = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	said := string(out)
	if status != c.status {
		t.Errorf("status %d, wanted %d: %s", status, c.status, said)
	}
	for _, want := range c.want {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
	for _, trace := range []string{"goroutine", "panic", "Fyne error", ".go:", "flag provided"} {
		if strings.Contains(said, trace) {
			t.Errorf("a trace: %s", said)
		}
	}
	if left, err := filepath.Glob(file + "*"); err != nil || len(left) > 1 && !c.full {
		t.Errorf("left beside the file: %q, %v", left, err)
	}
}

// TestSettingsAreSetAside: what cannot be read is kept beside, what can is left alone.
func TestSettingsAreSetAside(t *testing.T) {
	for text, whole := range map[string]bool{
		`{}`: true, `{"a":1,"b":"x","c":true,"d":[1,2],"e":["x"],"f":[],"g":null}`: true,
		``: false, `{`: false, `[]`: false, `7`: false, `{"a":1}}`: false, `{"a":[1,"x"]}`: false, `{"a":[null,1]}`: false,
	} {
		path := settingsIn(t.TempDir())
		put(t, path, text)
		said := setAsideSettings(path, slog.New(slog.DiscardHandler))
		aside, errAside := os.ReadFile(path + unreadableTail)
		_, errThere := os.Stat(path)
		if whole && (said != "" || errThere != nil || errAside == nil) {
			t.Errorf("%s: said %q, %v", text, said, errThere)
		}
		if !whole && (!strings.Contains(said, unreadableTail) || errThere == nil || string(aside) != text) {
			t.Errorf("%s: said %q, set aside %q, %v", text, said, aside, errAside)
		}
	}
	if said := setAsideSettings(settingsIn(t.TempDir()), slog.New(slog.DiscardHandler)); said != "" {
		t.Errorf("of none: %q", said)
	}
}
