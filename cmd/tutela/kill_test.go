package main

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/store"
)

// What a pulled plug may cost, and what a key's way through the display takes at
// the most. Every kind of field is gone through in ui, TestNoKeyIsLost.
const (
	mayBeLost = time.Second
	underWay  = time.Second
)

// TestKillAtAnyMoment pulls the plug at a random moment while a field of some
// kind is being typed into: the file has all that was typed a second before.
func TestKillAtAnyMoment(t *testing.T) {
	exe := program(t)
	for name, c := range map[string]struct {
		reach []string // keys to the field, after the program started
		text  string
	}{
		"a line":           {nil, "Panificio àèìòù di Perché no e figli, dal 1948"},
		"a number":         {[]string{"Tab", "Tab", "Tab", "Tab"}, "12345670017 e ancora 0123456789"},
		"a date":           {[]string{"ctrl+3", "ctrl+n", "Tab", "Tab", "Tab", "Tab"}, "31/02/1985"}, // no day: it stays as it was typed
		"a word to choose": {[]string{"ctrl+2", "ctrl+n", "Tab"}, "sede che non c’è ancora"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "ufficio.tutela")
			h := sit(t)
			h.start(exe, "--data", file, "--as", "prova")
			for _, k := range c.reach {
				h.keys(k)
				h.settle()
			}
			letters := []rune(c.text)
			pace := 4 * time.Second / time.Duration(len(letters))
			begun := time.Now()
			moment := begun.Add(2500*time.Millisecond + rand.N(2*time.Second))
			due := ""
			for _, r := range letters {
				if time.Now().After(moment) {
					break
				}
				h.write(string(r))
				if time.Now().Before(moment.Add(-mayBeLost - underWay)) {
					due += string(r)
				}
				time.Sleep(pace)
			}
			time.Sleep(time.Until(moment))
			h.kill()
			if due == "" {
				t.Skip("the machine is too slow to type")
			}
			t.Logf("killed after %v, %q is due", time.Since(begun), due)
			if body := draftsOf(t, file); !strings.Contains(body, due) {
				t.Errorf("the file has %s", body)
			}
		})
	}
}

// draftsOf reads the drafts of a file that nobody closed.
func draftsOf(t *testing.T, file string) string {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	drafts, err := db.Drafts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var bodies []string
	for _, d := range drafts {
		bodies = append(bodies, string(d.Body))
	}
	return strings.Join(bodies, "\n")
}
