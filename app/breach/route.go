package breach

import "slices"

// Answer is that to a question of the procedure, or no answer yet.
type Answer int

// The answers.
const (
	Unanswered Answer = iota
	Yes
	No
)

// Outcome is that of the last entry of S7 or S8.
type Outcome int

// The outcomes.
const (
	Undecided Outcome = iota
	Positive
	Negative
)

// Facts are what the path of one breach follows from.
type Facts struct {
	Annulled    bool
	Stopping    bool // S9 is begun
	Interrupted bool // S9 has its date
	Proceed     Answer
	IsBreach    Answer
	Answers     Answers

	// Decisions that stand above the class, and whether their reason is written.
	Notify, Tell                 Answer
	NotifyReasoned, TellReasoned bool

	DropCorrective, Corrective Answer
	Treated, Corrected         Outcome

	Entries [S9 + 1]int      // of the sections that are lists: S4, S5, S7, S8
	Filled  [S9 + 1]bool     // something is written in the section
	Missing [S9 + 1][]string // what the section still lacks, in words
}

// Standing is what the path makes of a section, whatever is written in it.
type Standing int

// The standings.
const (
	Undetermined Standing = iota // an answer that is still open decides
	Owed
	Weighed // offered, and to be thought about
	Free    // not asked for
	Excused // would be owed, but the analysis was interrupted or the breach annulled
)

// transition is one arrow of the path: from a section that is owed to the next,
// where the answer is Yes. It is the one table of the procedure (spec 2.3).
type transition struct {
	from, to Section
	leads    Standing // Owed or Weighed
	when     func(Facts) Answer
}

var transitions = []transition{
	{S1, S2, Owed, func(f Facts) Answer { return f.Proceed }},
	{S1, S6, Owed, func(f Facts) Answer { return not(f.Proceed) }},
	{S2, S3, Owed, func(f Facts) Answer { return f.IsBreach }},
	{S2, S6, Owed, func(f Facts) Answer { return not(f.IsBreach) }},
	// A preliminary notification may go before the score is done.
	{S2, S4, Weighed, func(f Facts) Answer { return is(f.IsBreach != No && (f.Answers.Class() == 0 || f.Entries[S4] > 0)) }},
	{S3, S4, Owed, func(f Facts) Answer { return decided(f.Notify, f.NotifyReasoned, f.Asked(S4)) }},
	{S3, S4, Weighed, func(f Facts) Answer { return is(f.Entries[S4] > 0 || f.lacksReason()) }},
	{S3, S5, Owed, func(f Facts) Answer { return decided(f.Tell, f.TellReasoned, f.Asked(S5)) }},
	{S3, S5, Weighed, func(f Facts) Answer { return is(f.Entries[S5] > 0 || len(f.Answers.Delicate()) > 0) }},
	{S3, S7, Owed, func(f Facts) Answer { return f.Asked(S7) }},
	{S3, S7, Weighed, func(f Facts) Answer { return is(f.Entries[S7] > 0) }},
	{S3, S8, Owed, func(f Facts) Answer { return f.Corrective }},
	{S3, S8, Weighed, func(f Facts) Answer { return is(f.Corrective == Unanswered || f.Entries[S8] > 0) }},
	{S6, S8, Owed, func(f Facts) Answer { return f.DropCorrective }},
	{S7, S8, Weighed, func(f Facts) Answer { return is(f.Treated == Negative) }},
	// The interruption never stops the clock: what was not notified stays owed until
	// it is, or a reason is written (decision A5).
	{S9, S4, Owed, func(f Facts) Answer { return is(f.Interrupted && !f.dropped() && !f.NotifyReasoned) }},
}

func is(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

func not(a Answer) Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unanswered
}

// decided puts a decision above what the class asks. To do less it wants its
// reason in writing; until then the section stays owed.
func decided(decision Answer, reasoned bool, class Answer) Answer {
	switch {
	case decision == Yes:
		return Yes
	case decision == No && reasoned:
		return No
	case decision == No:
		return Yes
	}
	return class
}

// Asked says whether every class that the answers still allow asks for a section.
func (f Facts) Asked(s Section) Answer {
	open := f.Answers.Open()
	n := 0
	for _, c := range open {
		if slices.Contains(c.Band().Asks, s) {
			n++
		}
	}
	switch n {
	case 0:
		return No
	case len(open):
		return Yes
	}
	return Unanswered
}

// dropped says that the path leads to S6.
func (f Facts) dropped() bool { return f.Proceed == No || f.Proceed == Yes && f.IsBreach == No }

// lacksReason says that the class asks for no notification, none was sent, and
// nothing says why the risk is unlikely (art. 33(1); decision A3).
func (f Facts) lacksReason() bool {
	return f.Answers.Class() != 0 && f.Asked(S4) == No && f.Entries[S4] == 0 && !f.NotifyReasoned
}

// Standings are what the path makes of each section.
func (f Facts) Standings() (out [S9 + 1]Standing) {
	owed := [S9 + 1]Answer{S1: Yes, S9: is(f.Stopping || f.Interrupted)}
	for _, s := range []Section{S1, S2, S3, S6, S9, S4, S5, S7, S8} { // each after those that lead to it
		weighed := No
		if s != S1 && s != S9 {
			owed[s] = No
		}
		for _, t := range transitions {
			switch v := both(owed[t.from], t.when(f)); {
			case t.to != s:
			case t.leads == Owed:
				owed[s] = either(owed[s], v)
			default:
				weighed = either(weighed, v)
			}
		}
		switch {
		case owed[s] == Yes:
			out[s] = Owed
		case weighed == Yes:
			out[s] = Weighed
		case owed[s] == Unanswered || weighed == Unanswered:
			out[s] = Undetermined
		default:
			out[s] = Free
		}
	}
	f.excuse(&out)
	return out
}

// excuse takes away what an annulment or an interruption makes no longer owed.
// Notification and communication stay (decision A5).
func (f Facts) excuse(out *[S9 + 1]Standing) {
	for s, standing := range out {
		stays := Section(s) == S4 || Section(s) == S5 || Section(s) == S1 || Section(s) == S9
		switch {
		case f.Annulled && standing != Free && Section(s) != S1:
			out[s] = Excused
		case f.Interrupted && !stays && standing != Free:
			out[s] = Excused
		}
	}
}

func both(a, b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Yes && b == Yes:
		return Yes
	}
	return Unanswered
}

func either(a, b Answer) Answer { return not(both(not(a), not(b))) }
