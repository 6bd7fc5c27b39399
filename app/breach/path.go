package breach

import "strings"

// State is how a section stands in the picture of the path.
type State int

// The states, as the picture draws them.
const (
	NotReached State = iota
	Done
	Here // the first that is owed and not done
	Required
	ToWeigh
	NotRequired
	Dropped // no longer required: what was written in it is kept
)

// Word is the state as the legend and the papers say it.
func (s State) Word() string {
	return [...]string{"non ancora raggiunta", "fatta", "qui", "da fare", "da valutare", "non richiesta", "non più richiesta"}[s]
}

// Step is one section on the path.
type Step struct {
	Section  Section
	State    State
	Standing Standing
	Missing  []string // what it still lacks, in words
}

// Reason is why a breach cannot be closed, and the section where that is mended.
type Reason struct {
	Section Section
	Text    string // a sentence
}

// Path is where a breach stands.
type Path struct {
	Steps   []Step // the nine, in their order
	Class   Class  // 0 while it is open
	Open    []Class
	Here    Section  // the section to go on with; 0 where nothing is owed
	Reasons []Reason // why it cannot be closed; none where it can
}

// Walk finds where a breach stands.
func Walk(f Facts) Path {
	p := Path{Class: f.Answers.Class(), Open: f.Answers.Open()}
	standings := f.Standings()
	for _, s := range Sections() {
		step := Step{Section: s, Standing: standings[s], Missing: f.lacks(s, standings[s])}
		step.State = f.state(step)
		if step.State == Required && p.Here == 0 {
			step.State, p.Here = Here, s
		}
		p.Steps = append(p.Steps, step)
	}
	p.Reasons = f.reasons(p)
	if p.Here == 0 && len(p.Reasons) > 0 {
		p.Here = p.Reasons[0].Section
	}
	return p
}

// lacks are what the section's own fields miss, and what an outcome asks for on
// top of them.
func (f Facts) lacks(s Section, standing Standing) []string {
	if standing == Excused || standing == Free {
		return nil
	}
	out := append([]string(nil), f.Missing[s]...)
	switch {
	case s == S7 && f.Treated == Negative && f.Entries[S8] == 0:
		out = append(out, "un’altra azione, oppure un’azione correttiva in S8: l’esito è negativo")
	case s == S8 && f.Corrected == Negative:
		out = append(out, "un’altra azione correttiva: l’esito è negativo")
	}
	return out
}

func (f Facts) state(s Step) State {
	filled := f.Filled[s.Section]
	switch s.Standing {
	case Owed:
		if len(s.Missing) == 0 {
			return Done
		}
		return Required
	case Weighed:
		switch {
		case f.Entries[s.Section] > 0 && len(s.Missing) > 0:
			return Required // begun of one's own will, and to be ended
		case f.Entries[s.Section] > 0, s.Section == S5 && f.TellReasoned:
			return Done
		}
		return ToWeigh
	case Excused:
		if filled {
			return Done
		}
		return NotRequired
	case Free:
		switch {
		case f.writtenOff(s.Section):
			return Done
		case filled:
			return Dropped
		}
		return NotRequired
	}
	if filled {
		return Dropped
	}
	return NotReached
}

// writtenOff says that a decision not to do the section stands in it, with its
// reason.
func (f Facts) writtenOff(s Section) bool {
	analysed := f.Proceed == Yes && f.IsBreach == Yes
	return analysed && (s == S4 && f.NotifyReasoned || s == S5 && f.TellReasoned || s == S8 && f.Corrective == No)
}

// reasons are why it cannot be closed (spec 2.3; decisions A3 to A5).
func (f Facts) reasons(p Path) (out []Reason) {
	for _, s := range p.Steps {
		if s.State == Here || s.State == Required {
			text := s.Section.String() + " " + s.Section.Name() + " non è finita."
			if len(s.Missing) > 0 {
				text = s.Section.String() + " " + s.Section.Name() + " non è finita: manca " + strings.Join(s.Missing, ", ") + "."
			}
			out = append(out, Reason{s.Section, text})
		}
	}
	if f.Annulled || f.dropped() || f.Proceed != Yes || f.IsBreach != Yes {
		return out
	}
	if f.lacksReason() && !f.Interrupted {
		out = append(out, Reason{S4, "La classe " + p.Class.String() + " non chiede la notifica: scrivete perché il rischio è improbabile, oppure notificate."})
	}
	silent := f.Entries[S5] == 0 && !f.TellReasoned
	if silent && (p.Class == ClassC || p.Class == ClassB && len(f.Answers.Delicate()) > 0) {
		out = append(out, Reason{S5, "Manca una riga: il motivo della mancata comunicazione agli interessati."})
	}
	return out
}

// CanClose says that nothing is in the way of closing.
func (p Path) CanClose() bool { return len(p.Reasons) == 0 }

// Step gives the step of a section.
func (p Path) Step(s Section) Step { return p.Steps[s-1] }

// OnPath says that the wizard offers the section: the path reaches it, or may by
// the office's own will.
func (s Step) OnPath() bool {
	return s.State == Done || s.State == Here || s.State == Required || s.State == ToWeigh
}

// Next is the section after one on the path; 0 after the last.
func (p Path) Next(after Section) Section {
	for _, s := range p.Steps {
		if s.Section > after && s.Section != S9 && s.OnPath() {
			return s.Section
		}
	}
	return 0
}

// Back is the section before one on the path; 0 before the first.
func (p Path) Back(before Section) (out Section) {
	for _, s := range p.Steps {
		if s.Section < before && s.OnPath() {
			out = s.Section
		}
	}
	return out
}

// Decision is where the office decided otherwise than the class.
type Decision struct {
	Section Section // S4 or S5
	More    bool    // for more than the class asks; else for less
}

// Decisions tell where the office's own decision differs from the class.
func (f Facts) Decisions() (out []Decision) {
	if f.Answers.Class() == 0 {
		return nil
	}
	for _, d := range []struct {
		s        Section
		decision Answer
	}{{S4, f.Notify}, {S5, f.Tell}} {
		if d.decision != Unanswered && d.decision != f.Asked(d.s) {
			out = append(out, Decision{d.s, d.decision == Yes})
		}
	}
	return out
}
