package main

import (
	"bytes"
	"context"
	"errors"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/cmd/internal/office"
)

// TestScreenListens: what the toolkit says of a missing display or OpenGL becomes
// a sentence, with the office closed before the end; all else goes on.
func TestScreenListens(t *testing.T) {
	for _, c := range []struct{ logged, want string }{
		{"Fyne error:  failed to initialise GLFW", noDisplay},
		{"Fyne error:  window creation error", noOpenGL},
		{"Fyne error:  something else", ""},
	} {
		var out, kept bytes.Buffer
		status, closed := 0, false
		s := newScreen(&out, slog.New(slog.NewTextHandler(&kept, nil)))
		s.end = func(n int) { status = n }
		s.holds(func() error { closed = true; return nil })
		l := log.New(s, "", log.LstdFlags)
		l.Println(c.logged)
		l.Println("  Cause: WGL: The driver does not appear to support OpenGL")
		if c.want == "" {
			if status != 0 || closed || !strings.Contains(out.String(), c.logged) || !strings.Contains(out.String(), "Cause") {
				t.Errorf("%s: %d, %v, %s", c.logged, status, closed, out.String())
			}
			continue
		}
		if status != 1 || !closed || out.String() != c.want+"\n" || !strings.Contains(kept.String(), "WGL") {
			t.Errorf("%s: status %d, closed %v, said %s, kept %s", c.logged, status, closed, out.String(), kept.String())
		}
	}
}

// TestStartIsAnsweredInASentence: whatever the start meets is said in one line, never
// a trace, and the file of the office is left alone in its folder.
func TestStartIsAnsweredInASentence(t *testing.T) {
	exe := program(t)
	for _, c := range []struct {
		name, args, want string
		status           int
	}{
		{"version", "--version", "tutela " + office.Version, 0},
		{"help", "--help", "Uso: tutela", 0},
		{"wrong flag", "--nonsense", "Uso: tutela", 2},
		{"no display", "--data FILE", noDisplay, 1},
	} {
		home := t.TempDir()
		file := filepath.Join(home, "u.tutela")
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		cmd := exec.CommandContext(ctx, exe, strings.Fields(strings.ReplaceAll(c.args, "FILE", file))...)
		cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=", "WAYLAND_SOCKET=", "XDG_RUNTIME_DIR="+home, "HOME="+home,
			"XDG_DATA_HOME="+home+"/data", "XDG_STATE_HOME="+home+"/state", "XDG_CONFIG_HOME="+home+"/config", "XDG_CACHE_HOME="+home)
		out, err := cmd.CombinedOutput()
		status := 0
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			status = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if said := string(out); status != c.status || !strings.Contains(said, c.want) || strings.Contains(said, "goroutine") || strings.Contains(said, "Fyne error") {
			t.Errorf("%s: status %d, said %s", c.name, status, said)
		}
		if left, err := filepath.Glob(file + "-*"); err != nil || len(left) > 0 {
			t.Errorf("%s: left beside the file: %q, %v", c.name, left, err)
		}
	}
}
