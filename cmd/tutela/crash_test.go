package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tutela/ui"
)

// crashWhen makes this test program the window of an office that fails, over a value
// of the office, once a file is there. TestMain asks for it.
func crashWhen(office, trigger string) int {
	failing := options{path: office, as: "prova", started: func(*ui.Shell) {
		go func() {
			for {
				if _, err := os.Stat(trigger); err == nil {
					fyne.Do(func() { panic("Canarinogiallo S.n.c., 12345670017") })
				}
				time.Sleep(50 * time.Millisecond)
			}
		}()
	}}
	if err := window(failing, os.Stderr); err != nil {
		return 1
	}
	return 0
}

// TestStartAfterACrash: where the program fails, a sentence says so; a note without
// anything of the office is kept, and offered at the next start beside what was being
// typed.
func TestStartAfterACrash(t *testing.T) {
	const canary = "Canarinogiallo"
	dir := t.TempDir()
	file, trigger := filepath.Join(dir, "ufficio.tutela"), filepath.Join(dir, "now")
	h := sit(t)
	t.Setenv(crashOffice, file)
	t.Setenv(crashTrigger, trigger)
	h.start(os.Args[0])
	h.keys(tabOffice) // past the first configuration
	h.settle()
	h.write(canary)
	h.sees("Bozza al sicuro")
	put(t, trigger, "")
	if err := h.wait(); err == nil {
		t.Fatal("a failure ends as if all was well")
	}
	if said := h.errOut.String(); !strings.Contains(said, "si è chiuso per un guasto") || strings.Contains(said, "goroutine") || strings.Contains(said, canary) {
		t.Errorf("it said %s", said)
	}
	note := ui.CrashNote(filepath.Join(h.home, "state", "Tutela"))
	data, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "crashWhen") {
		t.Errorf("it does not say where: %s", data)
	}
	for _, folder := range []string{filepath.Join(h.home, "state"), filepath.Join(h.home, "config")} {
		if where := holding(t, folder, canary); where != "" {
			t.Errorf("%s holds data of the office", where)
		}
	}
	t.Setenv(crashOffice, "")
	h.start(program(t), "--data", file, "--as", "prova")
	h.sees(`(?i)chiuso\s+da\s+solo`)
	h.shot("offered")
	h.clickOn("Butta")
	h.sees(canary)
	h.quit()
	if left, err := filepath.Glob(note + "*"); err != nil || len(left) > 0 {
		t.Errorf("thrown away, yet there: %q, %v", left, err)
	}
}
