package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

type checkArgs struct {
	Dir  string `arg:"" optional:"" help:"Cartella: una riga per ogni ufficio che contiene, anche nelle sue cartelle, e ciò che preme; i file non si toccano." placeholder:"CARTELLA"`
	JSON bool   `name:"json" help:"Scrive il risultato in JSON."`
	Now  string `help:"Momento da considerare adesso, per le prove." placeholder:"MOMENTO"`
}

// checkLine is one thing that is overdue, soon due or missing.
type checkLine struct {
	State    string `json:"state"`         // overdue, soon, later, missing: owed by no day; incomplete: fields of a record
	Due      string `json:"due,omitempty"` // ISO
	What     string `json:"what"`
	Who      string `json:"who,omitempty"`
	Why      string `json:"why,omitempty"`
	Law      string `json:"law,omitempty"`
	Register string `json:"register"`
	UID      string `json:"uid,omitempty"`
	Field    string `json:"field,omitempty"`
	Paper    string `json:"paper,omitempty"` // kind of the paper that settles it once it is printed

	when string // Due, for people
}

// Run tells what is overdue, soon due or missing, one a line. Only what is overdue
// is refused (decision A35).
func (a *checkArgs) Run(ctx context.Context, o *options, out *output) (err error) {
	now, err := moment(a.Now)
	if err != nil {
		return err
	}
	if a.Dir != "" {
		return a.overview(ctx, o, out, now)
	}
	db, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	d, err := db.Dossier(ctx, now)
	if err != nil {
		return err
	}
	lines, overdue := checkLines(d)
	if err := a.write(out, lines); err != nil {
		return err
	}
	return pastDue(overdue)
}

// pastDue refuses where something is overdue.
func pastDue(n int) error {
	switch n {
	case 0:
		return nil
	case 1:
		return &app.Refusal{What: "C’è una scadenza passata."}
	}
	return &app.Refusal{What: fmt.Sprintf("Ci sono %d scadenze passate.", n)}
}

func (a *checkArgs) write(out *output, lines []checkLine) error {
	if a.JSON {
		return writeJSON(out, lines)
	}
	for _, x := range lines {
		text := x.head()
		if reason := strings.TrimSpace(x.Why + " " + x.Law); reason != "" {
			text += " " + reason
		}
		if x.Who != "" {
			text += " [" + x.Who + "]"
		}
		if _, err := fmt.Fprintln(out, strings.ReplaceAll(text, "\n", " ")); err != nil {
			return err
		}
	}
	return nil
}

func writeJSON(out *output, v any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// head is the line without its reason.
func (x *checkLine) head() string {
	words := map[string]string{"overdue": "scaduta", "soon": "in scadenza", "missing": "da fare", "incomplete": "manca"}[x.State]
	if x.when != "" {
		words += " " + x.when
	}
	return words + ": " + strings.TrimSuffix(x.What, ".") + "." // a name may end so
}

func checkLines(d *app.Dossier) (lines []checkLine, overdue int) {
	lines = []checkLine{} // in JSON a list even if there is nothing
	for _, x := range app.Deadlines(d) {
		if x.State == app.DeadlineLater {
			continue
		}
		if x.State == app.DeadlineOverdue {
			overdue++
		}
		lines = append(lines, lineOf(x))
	}
	for _, reg := range d.Registers() {
		for _, rec := range d.Records(reg.Key) {
			if reg.Ended(rec) {
				continue
			}
			var labels []string
			for _, p := range reg.Problems(rec) {
				if p.Gravity == form.Missing {
					labels = append(labels, p.Label)
				}
			}
			if len(labels) > 0 {
				lines = append(lines, checkLine{
					State: "incomplete", What: fmt.Sprintf("%s, «%s»: %s", reg.One, cmp.Or(reg.Named(rec, d), "senza nome"), strings.Join(labels, ", ")),
					Register: reg.Key, UID: rec.(form.Record).Head().UID,
				})
			}
		}
	}
	return lines, overdue
}

func lineOf(x app.Deadline) checkLine {
	state := map[app.DeadlineState]string{app.DeadlineOverdue: "overdue", app.DeadlineSoon: "soon", app.DeadlineUndated: "missing", app.DeadlineLater: "later"}[x.State]
	due := string(x.Due)
	if !x.At.IsZero() {
		due = x.At.ISO()
	}
	return checkLine{State: state, Due: due, when: x.When(), What: x.What, Who: x.Who, Why: x.Why, Law: x.Law, Register: x.Register, UID: x.UID, Field: x.Path, Paper: x.Paper}
}
