package form

import "strconv"

// Gravity tells what a Problem does.
type Gravity int

// The gravities. Missing never blocks a save; it makes the paper a draft.
const (
	Wrong   Gravity = iota // stays in the draft and blocks Salva
	Missing                // the record is incomplete
	Doubt                  // looks wrong to the program; the user may know better
)

// Problem is something to mend in a record.
type Problem struct {
	Path    string // field key, or "retention/0/term" within child records
	Label   string // of the field
	Gravity Gravity
	Text    string // a sentence: what is wrong, what is expected
	Law     string // may be empty
}

// Problems lists all that is wrong, missing or doubtful in a record, in the
// order of the form. What was typed and could not be read is known to Editor.
func (t *Type) Problems(rec any) []Problem { return t.problems(rec, "", "") }

func (t *Type) problems(rec any, path, label string) []Problem {
	var out []Problem
	for _, f := range t.fields {
		if !f.Shown(rec) {
			continue
		}
		at, name := path+f.Key, label+f.Label
		if f.Empty(rec) {
			if f.Needed(rec) {
				out = append(out, Problem{at, name, Missing, "Manca: " + name + ".", f.Law})
			}
			continue
		}
		if f.check != nil {
			if text := f.check(rec); text != "" {
				out = append(out, Problem{at, name, Wrong, text, f.Law})
			}
		}
		if f.warn != nil {
			if text := f.warn(rec); text != "" {
				out = append(out, Problem{at, name, Doubt, text, f.Law})
			}
		}
		if f.Kind == KList {
			for i := range f.Rows(rec) {
				n := strconv.Itoa(i)
				out = append(out, f.Child.problems(f.Row(rec, i), at+"/"+n+"/", name+" "+strconv.Itoa(i+1)+", ")...)
			}
		}
	}
	if t.check != nil {
		for _, p := range t.check(rec) {
			if f := t.byKey[p.Path]; f != nil && p.Label == "" {
				p.Label = label + f.Label
			}
			p.Path = path + p.Path
			out = append(out, p)
		}
	}
	return out
}

// Complete says that nothing is wrong or missing: the paper is no draft.
func (t *Type) Complete(rec any) bool {
	for _, p := range t.Problems(rec) {
		if p.Gravity != Doubt {
			return false
		}
	}
	return true
}
