package main

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// mayBeLost is what a pulled plug may cost: of what was typed earlier, nothing.
// Every kind of field is gone through in ui, TestNoKeyIsLost.
const mayBeLost = time.Second

// prompt is what a key takes at the most to reach the display of a machine that
// is not overloaded. On a slower one the program is given as much more time as
// the slowest key took.
const prompt = 150 * time.Millisecond

// toTreatment opens a new treatment, and goes as many fields on.
func toTreatment(fields int) [][]string {
	return [][]string{{tabTreatments}, {"ctrl+n"}, slices.Repeat([]string{"Tab"}, fields)}
}

// TestKillAtAnyMoment pulls the plug while a field of some kind is being typed
// into, a second after some key: the file has that key and all before it.
func TestKillAtAnyMoment(t *testing.T) {
	exe := program(t)
	for name, c := range map[string]struct {
		reach [][]string // keys to the field, the window standing still after each lot
		text  string
		draft string // what a choice leaves in the draft; "" is the text itself
	}{
		"a line":           {nil, "Panificio àèìòù di Perché no e figli, dal 1948", ""},
		"a number":         {[][]string{{"Tab", "Tab", "Tab", "Tab"}}, "12345670017 e ancora 0123456789", ""},
		"a date":           {[][]string{{tabPeople}, {"ctrl+n"}, {"Tab", "Tab", "Tab", "Tab"}}, "31/02/1985 o giù di lì, non si sa", ""}, // no day: it stays as it was typed
		"a word to choose": {toTreatment(1), "sede che non c’è ancora", ""},
		"a long text":      {toTreatment(7), "e-mail alle aziende clienti, perché è più comodo così: promozioni, sconti, e nient’altro", ""},
		"a child row":      {append(toTreatment(21), []string{"Return"}, slices.Repeat([]string{"Tab"}, 5)), "finché dura il rapporto, e poi ancora per un poco", ""},
		"a choice":         {toTreatment(11), "s", `"special":"yes"`},
		"a box to tick":    {toTreatment(5), " ", `"no_partners":true`},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "ufficio.tutela")
			h := sit(t)
			h.start(exe, "--data", file, "--as", "prova")
			for _, lot := range c.reach {
				h.keys(lot...)
				h.settle()
			}
			letters := []rune(c.text)
			cut := len(letters)
			if c.draft == "" { // and typing goes on after the key that counts
				cut = len(letters)/2 + rand.N(len(letters)/4)
			}
			due, slowest := c.draft, time.Duration(0)
			if due == "" {
				due = string(letters[:cut])
			}
			killed := make(chan struct{})
			var gone time.Duration // between the key and the plug
			for i, r := range letters {
				began := time.Now()
				h.write(string(r))
				slowest = max(slowest, time.Since(began))
				if i == cut-1 {
					pressed, wait := time.Now(), mayBeLost
					if slowest > prompt {
						wait += slowest
					}
					time.AfterFunc(wait, func() {
						h.cmd.Process.Kill()
						gone = time.Since(pressed)
						close(killed)
					})
				}
				select {
				case <-killed:
				case <-time.After(60 * time.Millisecond):
				}
			}
			<-killed
			h.cmd.Wait() // says that it was killed
			t.Logf("killed %v after %q, the slowest key took %v", gone, due, slowest)
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
	db := opened(t, file)
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
