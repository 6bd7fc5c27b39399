package main

import (
	"bytes"
	"log"
	"log/slog"
	"strings"
	"testing"
)

// TestScreenListens: what the toolkit says of a missing display or OpenGL becomes
// a sentence, with the office closed before the end; all else goes to the log.
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
			if said := kept.String(); status != 0 || closed || out.Len() > 0 || !strings.Contains(said, c.logged) || !strings.Contains(said, "Cause") {
				t.Errorf("%s: status %d, closed %v, said %s, kept %s", c.logged, status, closed, out.String(), said)
			}
			continue
		}
		if status != 1 || !closed || out.String() != c.want+"\n" || !strings.Contains(kept.String(), "WGL") {
			t.Errorf("%s: status %d, closed %v, said %s, kept %s", c.logged, status, closed, out.String(), kept.String())
		}
	}
}
