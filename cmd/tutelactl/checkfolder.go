package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tutela/app"
	"tutela/cmd/internal/office"
	"tutela/store"
)

// checkOffice is one office of a folder.
type checkOffice struct {
	File       string      `json:"file"` // or a folder that cannot be looked into
	Name       string      `json:"name,omitempty"`
	Overdue    int         `json:"overdue"`
	Week       int         `json:"week"`
	Month      int         `json:"month"`
	Undated    int         `json:"undated"`
	Incomplete int         `json:"incomplete"` // records that lack something
	Next       *checkLine  `json:"next,omitempty"`
	Urgent     []checkLine `json:"urgent"`            // overdue and of this week
	Refused    string      `json:"refused,omitempty"` // why nothing else is known
}

// mostUrgent is how many of an office stand in the text; the rest are counted.
const mostUrgent = 5

// overview tells of every office of a folder, those first that press most. One that
// cannot be read is told as such: only what is overdue is refused.
func (a *checkArgs) overview(ctx context.Context, o *options, out *output, now time.Time) error {
	if o.Data != "" {
		return &usageError{"O una cartella, o un ufficio con --data FILE: non tutti e due."}
	}
	var list []app.Glance
	err := office.Overview(ctx, a.Dir, now, o.givenPhrase(ctx), func(g app.Glance, _ int) { list = append(list, g) })
	if err != nil {
		return err
	}
	app.SortGlances(list)
	overdue := 0
	offices := make([]checkOffice, len(list))
	for i, g := range list {
		overdue += g.Overdue
		offices[i] = officeOf(g)
	}
	if a.JSON {
		err = writeJSON(out, offices)
	} else {
		err = a.writeOffices(out, offices)
	}
	if err != nil {
		return err
	}
	return pastDue(overdue)
}

// givenPhrase opens sealed offices with the passphrase that stands in a file or in
// the environment: it is asked at no terminal, for each office may have another.
func (o *options) givenPhrase(ctx context.Context) func(path string) (store.Options, error) {
	return func(path string) (store.Options, error) {
		opts := store.Options{Version: office.Version}
		if _, ok := os.LookupEnv(phraseEnv); !ok && o.PassphraseFile == "" {
			return opts, nil
		}
		if sealed, err := store.Sealed(path); err != nil || !sealed {
			return opts, nil // the store says what is wrong
		}
		phrase, err := o.phrase(o.in, "", false)
		if err == nil {
			opts.Identity, err = store.Unlock(ctx, path, phrase)
		}
		return opts, err
	}
}

func officeOf(g app.Glance) checkOffice {
	c := checkOffice{File: g.Path, Name: g.Name, Overdue: g.Overdue, Week: g.Week, Month: g.Month, Undated: g.Undated, Incomplete: g.Gaps, Urgent: []checkLine{}}
	if g.Refused != nil {
		c.Refused = oneLine(g.Refused)
	}
	if g.Next != nil {
		next := lineOf(*g.Next)
		c.Next = &next
	}
	for _, x := range g.Urgent {
		c.Urgent = append(c.Urgent, lineOf(x))
	}
	return c
}

func (a *checkArgs) writeOffices(out *output, offices []checkOffice) error {
	var b strings.Builder
	if len(offices) == 0 {
		fmt.Fprintf(&b, "In «%s» non c’è nessun ufficio.\n", a.Dir)
	}
	for _, c := range offices {
		file := c.File
		if rel, err := filepath.Rel(a.Dir, file); err == nil {
			file = rel
		}
		switch {
		case c.Refused != "":
			fmt.Fprintf(&b, "%s: non letto. %s\n", file, c.Refused)
			continue
		case c.Name == "":
			fmt.Fprintf(&b, "%s: ", file)
		default:
			fmt.Fprintf(&b, "%s (%s): ", c.Name, file)
		}
		fmt.Fprintf(&b, "%s, %d in settimana, %d nel mese, %d da fare senza data, %s",
			count(c.Overdue, "scaduta", "scadute"), c.Week, c.Month, c.Undated, count(c.Incomplete, "scheda incompleta", "schede incomplete"))
		if c.Next != nil {
			fmt.Fprintf(&b, "; la prossima il %s: %s", c.Next.when, strings.TrimSuffix(c.Next.What, "."))
		}
		fmt.Fprintln(&b, ".")
		for i, x := range c.Urgent {
			if i == mostUrgent {
				fmt.Fprintf(&b, "  e altre %d: «tutelactl --data FILE check».\n", len(c.Urgent)-i)
				break
			}
			fmt.Fprintln(&b, "  "+strings.ReplaceAll(x.head(), "\n", " "))
		}
	}
	_, err := fmt.Fprint(out, b.String())
	return err
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
