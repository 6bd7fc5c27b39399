package main

import (
	"path/filepath"
	"testing"

	"tutela/cmd/internal/nettrace"
)

// TestNoConnectionFromStartToEnd works in the real window, from a start over damaged
// settings to a printed paper, while the system tells which sockets are opened: the
// display's and the desktop's, none to a network.
func TestNoConnectionFromStartToEnd(t *testing.T) {
	if err := nettrace.Allowed(); err != nil {
		t.Skip("nothing can be listened to here: ", err)
	}
	h := sit(t)
	put(t, settingsIn(h.home), `{"language":"it","rec`)
	trace := filepath.Join(t.TempDir(), "trace")
	line := nettrace.Line(trace, program(t), "--demo", "--data", filepath.Join(t.TempDir(), "u.tutela"))
	h.start(line[0], line[1:]...)
	h.sees(`(?i)uffici\s+recenti`)
	h.shot("settings")
	h.keys("Return")
	h.settle()
	for _, tab := range []string{tabOffice, tabPeople, tabBackup, tabBreaches, tabTreatments} {
		h.keys(tab)
		h.settle()
	}
	h.keys("F1")
	h.settle()
	h.keys("Escape", "ctrl+shift+p")
	h.settle()
	h.shot("papers")
	h.keys("Escape")
	h.settle()
	h.quit()
	if holding(t, filepath.Dir(trace), ".X11-unix/X") == "" {
		t.Error("not even the display was seen to be called")
	}
	beyond, err := nettrace.Beyond(trace)
	if err != nil || len(beyond) > 0 {
		t.Errorf("the window speaks to %q, %v", beyond, err)
	}
}
