// Package check holds the consistency checks of an office («Controlla», spec
// 1.5): one table of rules, which screen, lists, papers and commands read. A
// finding is a doubt in words that leads to a field; it never blocks.
package check

import (
	"cmp"
	"slices"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// World is what a rule reads beside the record itself. A Dossier is one; the
// window has another, which reads from the file what is asked for.
type World interface {
	form.Names
	// Record gives one record, nil where there is none.
	Record(register, uid string) any
	// Records gives all records of a register.
	Records(register string) []any
	// Since gives the records of a register whose field, a moment, is of that day
	// or later: what a rule needs of a log of many years.
	Since(register, field string, day form.Date) []any
	Office() *app.Office
	// Book is the catalogues, with the office's own entries.
	Book() *catalogue.Book
	// Today is the day in Europe/Rome.
	Today() form.Date
	// Instant is now, for what is counted in hours.
	Instant() time.Time
}

// Rule is one check.
type Rule struct {
	Key      string // never changes
	Register string // of the records that it reads
	Field    string // key of the field that it leads to
	Law      string // may be empty: not every rule is law
	About    string // what is looked at, in one sentence
	Example  string // what breaks it, in one sentence
	// House is the number of the house rule that it looks after: where the office
	// switched that off, nothing is found. 0 is none.
	House int

	find func(w World, rec any) []hit
}

// hit is a place where a rule is broken. An empty path is the rule's field.
type hit struct{ path, text string }

// Finding is a rule broken by a record.
type Finding struct {
	Rule  *Rule
	UID   string // of the record; empty for one that was never saved
	Title string // of the record
	Path  string // of the field, as in form.Problem
	Label string // of the field
	Text  string // what looks wrong, and what to do
}

// Problem is the finding as the form shows it beside the field.
func (f Finding) Problem() form.Problem {
	return form.Problem{Path: f.Path, Label: f.Label, Gravity: form.Doubt, Text: f.Text, Law: f.Rule.Law}
}

// Rules is the one table of rules, in the order of registers and fields. A new
// register adds its own list here.
func Rules() []*Rule { return rules }

var rules = inOrder(slices.Concat(
	treatmentRules(),
	letterRules(),
	accessRules(),
	dpiaRules(),
	clientRules(),
	supplierRules(),
	measureRules(),
	personRules(),
	appointmentRules(),
	credentialRules(),
	permissionRules(),
	extraAccessRules(),
	attemptRules(),
	leavingRules(),
	backupRules(),
	breachRules(),
	requestRules(),
	trainingRules(),
	interventionRules(),
	riskAnalysisRules(),
	inspectionRules(),
	supplierWordRules(),
	sysadminRules(),
	paperRules(),
	documentTextRules(),
))

// inOrder puts the rules of a register together, the registers in the window's
// order: a subject such as backup has rules in several.
func inOrder(list []*Rule) []*Rule {
	place := map[string]int{}
	for i, r := range app.Registers() {
		place[r.Key] = i
	}
	slices.SortStableFunc(list, func(a, b *Rule) int { return cmp.Compare(place[a.Register], place[b.Register]) })
	return list
}

// byRegister is built once: a list of some thousand records asks often.
var byRegister = func() map[string][]*Rule {
	out := map[string][]*Rule{}
	for _, r := range rules {
		out[r.Register] = append(out[r.Register], r)
	}
	return out
}()

// Registers are the keys of the registers that have rules.
func Registers() []string {
	var out []string
	for _, r := range rules {
		if !slices.Contains(out, r.Register) {
			out = append(out, r.Register)
		}
	}
	return out
}

// Record gives what the rules find in one record, in the order of its form. A
// record that was ended is history: nothing is asked of it.
func Record(w World, t *form.Type, rec any) []Finding {
	list := byRegister[t.Key]
	if len(list) == 0 || t.Ended(rec) {
		return nil
	}
	var out []Finding
	house := app.HouseOf(w)
	for _, r := range list {
		if r.House != 0 && !house.Holds(r.House) {
			continue
		}
		for _, h := range r.find(w, rec) {
			path := cmp.Or(h.path, r.Field)
			out = append(out, Finding{
				Rule: r, UID: rec.(form.Record).Head().UID, Title: t.Named(rec, w),
				Path: path, Label: t.PathLabel(path), Text: h.text,
			})
		}
	}
	place := func(f Finding) int {
		return slices.IndexFunc(t.Fields(), func(x *form.Field) bool { return x.Key == first(f.Path) })
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Compare(place(a), place(b)) })
	return out
}

// Office gives what the rules find in the whole office, register by register.
func Office(d *app.Dossier) []Finding {
	var out []Finding
	for _, reg := range d.Registers() {
		if len(byRegister[reg.Key]) == 0 {
			continue
		}
		for _, rec := range d.Records(reg.Key) {
			out = append(out, Record(d, reg.Type, rec)...)
		}
	}
	return out
}

// first is the field of the outermost record in a path.
func first(path string) string {
	for i := range len(path) {
		if path[i] == '/' {
			return path[:i]
		}
	}
	return path
}

// rule makes a rule over records of type T.
func rule[T any](r Rule, find func(w World, rec *T) []hit) *Rule {
	r.find = func(w World, rec any) []hit {
		x, ok := rec.(*T)
		if !ok {
			return nil
		}
		return find(w, x)
	}
	return &r
}

// when is a rule that is broken or not, with one text.
func when[T any](r Rule, text string, broken func(w World, rec *T) bool) *Rule {
	return rule(r, func(w World, rec *T) []hit {
		if broken(w, rec) {
			return []hit{{text: text}}
		}
		return nil
	})
}
