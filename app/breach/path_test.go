package breach_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tutela/app/breach"
)

const (
	classA  = "111nnnnnnnnnnnnnss"
	classB  = "211nnnnnnsnnnnnnns"
	classC  = "311nsnnnnssnnnnsns"
	classD  = "442nsnnnnssnnnnsnn"
	withB12 = "211nnnnnnsnsnnnnns"
)

// states are those of the nine sections, a letter each: . not reached, v done, ^
// here, ! required, ? to weigh, - not required, x no longer required.
func states(p breach.Path) string {
	var b strings.Builder
	for _, s := range p.Steps {
		b.WriteByte(".v^!?-x"[s.State])
	}
	return b.String()
}

func whole(t *testing.T, text string, more func(*breach.Facts)) breach.Facts {
	f := breach.Facts{Proceed: breach.Yes, IsBreach: breach.Yes, Answers: answers(t, text)}
	f.Filled[breach.S1], f.Filled[breach.S2], f.Filled[breach.S3] = true, true, true
	if more != nil {
		more(&f)
	}
	return f
}

func TestWalk(t *testing.T) {
	entry := func(f *breach.Facts, list ...breach.Section) {
		for _, s := range list {
			f.Entries[s], f.Filled[s] = 1, true
		}
	}
	// Actual forms tell that a list is missing; here it is told by hand.
	lacking := func(f *breach.Facts, list ...breach.Section) {
		for _, s := range list {
			f.Missing[s] = []string{"«Riga»"}
		}
	}
	const s4, s5, s7, s8, s9 = breach.S4, breach.S5, breach.S7, breach.S8, breach.S9
	tests := []struct {
		name   string
		f      breach.Facts
		states string
		why    []string // the sections in the way of closing
	}{
		{"new", breach.Facts{Missing: [10][]string{breach.S1: {"«Data»"}}}, "^.......-", []string{"S1"}},
		{"not to proceed", breach.Facts{Proceed: breach.No, Missing: [10][]string{breach.S6: {"«Motivazione»"}}}, "v----^-.-", []string{"S6"}},
		{"not to proceed, done", breach.Facts{Proceed: breach.No, DropCorrective: breach.No}, "v----v---", nil},
		{"not to proceed, with a corrective action", breach.Facts{Proceed: breach.No, DropCorrective: breach.Yes, Missing: [10][]string{s8: {"«Azioni»"}}}, "v----v-^-", []string{"S8"}},
		{"in S2: a preliminary notification may go", breach.Facts{Proceed: breach.Yes, Missing: [10][]string{breach.S2: {"«Violazione»"}}}, "v^.?....-", []string{"S2"}},
		{"no breach", breach.Facts{Proceed: breach.Yes, IsBreach: breach.No, DropCorrective: breach.No}, "vv---v---", nil},
		{"in S3, class open", whole(t, "3-----------------", func(f *breach.Facts) { lacking(f, breach.S3, s7) }), "vv^?.-!?-", []string{"S3", "S7"}},
		{"in S3, C in any case", whole(t, "321nsnssnnsnnnnn--", func(f *breach.Facts) { lacking(f, breach.S3, s4, s7) }), "vv^!--!?-", []string{"S3", "S4", "S7"}},
		{"A without a reason", whole(t, classA, nil), "vvv?---?-", []string{"S4"}},
		{"A with a reason", whole(t, classA, func(f *breach.Facts) { f.NotifyReasoned = true; f.Filled[s4] = true }), "vvvv---?-", nil},
		{"B without a reason", whole(t, classB, func(f *breach.Facts) { entry(f, s7); f.Treated = breach.Positive }), "vvv?--v?-", []string{"S4"}},
		{"B notified all the same", whole(t, classB, func(f *breach.Facts) { entry(f, s4, s7); f.Notify = breach.Yes }), "vvvv--v?-", nil},
		{"B with item 12", whole(t, withB12, func(f *breach.Facts) { entry(f, s7); f.NotifyReasoned = true }), "vvvv?-v?-", []string{"S5"}},
		{"B with item 12 and its line", whole(t, withB12, func(f *breach.Facts) { entry(f, s7); f.NotifyReasoned, f.TellReasoned = true, true }), "vvvvv-v?-", nil},
		{"C, nothing done", whole(t, classC, func(f *breach.Facts) { lacking(f, s4, s7) }), "vvv^--!?-", []string{"S4", "S7", "S5"}},
		{"C, all but the line of S5", whole(t, classC, func(f *breach.Facts) { entry(f, s4, s7) }), "vvvv--v?-", []string{"S5"}},
		{"C, told by decision", whole(t, classC, func(f *breach.Facts) { entry(f, s4, s5, s7); f.Tell = breach.Yes }), "vvvvv-v?-", nil},
		{"C refused without a reason", whole(t, classC, func(f *breach.Facts) { entry(f, s7); f.Notify = breach.No; lacking(f, s4); f.TellReasoned = true }), "vvv^v-v?-", []string{"S4"}},
		{"C refused with a reason", whole(t, classC, func(f *breach.Facts) {
			entry(f, s7)
			f.Notify, f.NotifyReasoned, f.TellReasoned = breach.No, true, true
		}), "vvvvv-v?-", nil},
		{"D, nothing done", whole(t, classD, func(f *breach.Facts) { lacking(f, s4, s5, s7) }), "vvv^!-!?-", []string{"S4", "S5", "S7"}},
		{"D, not told, with a case of art. 34(3)", whole(t, classD, func(f *breach.Facts) { entry(f, s4, s7); f.Tell, f.TellReasoned = breach.No, true }), "vvvvv-v?-", nil},
		{"S7 negative", whole(t, classB, func(f *breach.Facts) { entry(f, s7); f.NotifyReasoned = true; f.Treated = breach.Negative }), "vvvv--^?-", []string{"S7"}},
		{"S7 negative, S8 opened", whole(t, classB, func(f *breach.Facts) {
			entry(f, s7, s8)
			f.NotifyReasoned, f.Treated, f.Corrected = true, breach.Negative, breach.Positive
		}), "vvvv--vv-", nil},
		{"S8 negative", whole(t, classB, func(f *breach.Facts) { entry(f, s7, s8); f.NotifyReasoned, f.Corrected = true, breach.Negative }), "vvvv--v^-", []string{"S8"}},
		{"S8 not needed", whole(t, classB, func(f *breach.Facts) { entry(f, s7); f.NotifyReasoned, f.Corrective = true, breach.No }), "vvvv--vv-", nil},
		{"interrupted in S2", breach.Facts{Proceed: breach.Yes, Stopping: true, Interrupted: true, Missing: [10][]string{s4: {"«Notifiche»"}}}, "v--^.---v", []string{"S4"}},
		{"interrupted after C", whole(t, classC, func(f *breach.Facts) { f.Stopping, f.Interrupted = true, true; f.Filled[s9] = true; lacking(f, s4, s7) }), "vvv^----v", []string{"S4", "S5"}},
		{"interrupted after D, notified", whole(t, classD, func(f *breach.Facts) {
			f.Stopping, f.Interrupted = true, true
			entry(f, s4)
			lacking(f, s5, s7)
		}), "vvvv^---v", []string{"S5"}},
		{"interrupted after B with its reason", whole(t, classB, func(f *breach.Facts) { f.Stopping, f.Interrupted, f.NotifyReasoned = true, true, true }), "vvvv----v", nil},
		{"S9 begun, without its date", whole(t, classA, func(f *breach.Facts) { f.Stopping, f.NotifyReasoned = true, true; lacking(f, s9) }), "vvvv---?^", []string{"S9"}},
		{"an answer took S4 and S7 off the path", whole(t, classA, func(f *breach.Facts) {
			f.NotifyReasoned = true
			f.Filled[s5] = true
			f.Filled[breach.S6] = true
		}), "vvvvxx-?-", nil},
		{"back to S1", whole(t, classC, func(f *breach.Facts) { f.Proceed = breach.No; f.DropCorrective = breach.No; entry(f, s4, s7) }), "vxxx-vx--", nil},
		{"annulled", whole(t, classD, func(f *breach.Facts) { f.Annulled = true; lacking(f, breach.S3, s4) }), "vvv------", nil},
	}
	for _, test := range tests {
		p := breach.Walk(test.f)
		var why []string
		for _, r := range p.Reasons {
			why = append(why, r.Section.String())
			if !strings.HasSuffix(r.Text, ".") {
				t.Errorf("%s: %q", test.name, r.Text)
			}
		}
		if got := states(p); got != test.states || !slices.Equal(why, test.why) {
			t.Errorf("%s: %s, want %s; in the way %v, want %v", test.name, got, test.states, why, test.why)
		}
	}
}

func TestNextAndBack(t *testing.T) {
	p := breach.Walk(whole(t, classC, nil))
	var there []string
	for s := breach.S1; s != 0; s = p.Next(s) {
		there = append(there, s.String())
	}
	var back []string
	for s := breach.S8; s != 0; s = p.Back(s) {
		back = append(back, s.String())
	}
	slices.Reverse(back)
	if want := []string{"S1", "S2", "S3", "S4", "S7", "S8"}; !slices.Equal(there, want) || !slices.Equal(back, want) {
		t.Errorf("there %v, back %v", there, back)
	}
}

func TestDecisions(t *testing.T) {
	for _, test := range []struct {
		answers      string
		notify, tell breach.Answer
		want         []breach.Decision
	}{
		{classC, breach.Unanswered, breach.Unanswered, nil},
		{classC, breach.Yes, breach.No, nil},
		{classC, breach.No, breach.Yes, []breach.Decision{{Section: breach.S4}, {Section: breach.S5, More: true}}},
		{classB, breach.Yes, breach.Unanswered, []breach.Decision{{Section: breach.S4, More: true}}},
		{classD, breach.Yes, breach.No, []breach.Decision{{Section: breach.S5}}},
		{"3-----------------", breach.Yes, breach.No, nil},
	} {
		f := breach.Facts{Answers: answers(t, test.answers), Notify: test.notify, Tell: test.tell}
		if got := f.Decisions(); !slices.Equal(got, test.want) {
			t.Errorf("%s, %d, %d: %v", test.answers, test.notify, test.tell, got)
		}
	}
}

// TestThereIsAlwaysAWayOn: whatever the facts, there is a section to go on with
// or nothing in the way of closing; and a section that is owed is on the path.
func TestThereIsAlwaysAWayOn(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	answer := func() breach.Answer { return breach.Answer(r.IntN(3)) }
	yes := func(n int) bool { return r.IntN(n) == 0 }
	for range 50_000 {
		f := breach.Facts{
			Annulled: yes(20), Stopping: yes(6), Proceed: answer(), IsBreach: answer(), Notify: answer(), Tell: answer(),
			NotifyReasoned: yes(2), TellReasoned: yes(2), DropCorrective: answer(), Corrective: answer(),
			Treated: breach.Outcome(r.IntN(3)), Corrected: breach.Outcome(r.IntN(3)),
		}
		f.Interrupted = f.Stopping && yes(2)
		for i := range f.Answers {
			f.Answers[i] = 1 + r.IntN(2)
			if yes(40) {
				f.Answers[i] = 0
			}
		}
		for s := range f.Filled {
			f.Filled[s] = yes(2)
			if f.Filled[s] && yes(2) {
				f.Entries[s] = 1
			}
			if yes(3) {
				f.Missing[s] = []string{"«Data»"}
			}
		}
		p := breach.Walk(f)
		if (p.Here == 0) != p.CanClose() {
			t.Fatalf("here %v, reasons %v: %+v", p.Here, p.Reasons, f)
		}
		here := 0
		for _, s := range p.Steps {
			if s.State == breach.Here {
				here++
			}
			if s.Standing == breach.Owed && !s.OnPath() {
				t.Fatalf("%s is owed and %s: %+v", s.Section, s.State.Word(), f)
			}
			if f.Filled[s.Section] && s.State == breach.NotReached {
				t.Fatalf("%s is written and not shown: %+v", s.Section, f)
			}
		}
		if here > 1 {
			t.Fatalf("stands in %d places: %+v", here, f)
		}
	}
}
