package breachview

import (
	"slices"

	"tutela/app/breach"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// place is where a section stands in the picture; the class stands between S3 and
// what follows from it.
type place struct {
	section   breach.Section // 0 is the class
	row       int
	col, span float32
}

var places = []place{
	{breach.S1, 0, 0, 1}, {breach.S2, 0, 1, 1}, {breach.S3, 0, 2, 1}, {0, 0, 3, 1},
	{breach.S4, 0, 4, 1}, {breach.S5, 0, 5, 1}, {breach.S7, 0, 6, 1}, {breach.S8, 0, 7, 1},
	{breach.S6, 1, 1, 1.4}, {breach.S9, 1, 6, 2},
}

// SectionAt is the section of a step of the picture: the class leads to S3, which
// it comes from.
func SectionAt(i int) breach.Section {
	if i < 0 || i >= len(places) {
		return 0
	}
	if s := places[i].section; s != 0 {
		return s
	}
	return breach.S3
}

// Picture is the path as it is drawn, with one section shown: where one is.
func Picture(p breach.Path, shown breach.Section) (steps []kit.PathStep, edges []kit.PathEdge) {
	for _, at := range places {
		s := kit.PathStep{Row: at.row, Col: at.col, Span: at.span}
		if at.section == 0 {
			s.Name, s.Title, s.Round = words.T("classe"), classMark(p), true
			s.Tone = classTone(p.Class)
		} else {
			s.Name, s.Title = at.section.String(), words.Sentence(at.section.Name())
			s.Look, s.Icon, s.Word = look(p.Step(at.section).State)
			if at.section == breach.S9 {
				s.Title = words.T("Interruzione (solo titolare)")
			}
			if at.section == breach.S9 && p.Step(breach.S9).State == breach.NotRequired {
				s.Look, s.Icon, s.Word = kit.StepPlain, kit.NoIcon, "" // never asked for, always possible
			}
			if at.section == shown {
				s.Look, s.Icon, s.Word = kit.StepHere, kit.IconPencil, words.T("qui")
			}
		}
		steps = append(steps, s)
	}
	for i := range 7 {
		edges = append(edges, kit.PathEdge{From: i, To: i + 1, Done: done(p, i) && done(p, i+1)})
	}
	return steps, append(edges, kit.PathEdge{From: 0, To: 8, Word: words.T("no")}, kit.PathEdge{From: 1, To: 8, Word: words.T("no")})
}

func done(p breach.Path, i int) bool {
	if places[i].section == 0 {
		return p.Class != 0
	}
	return p.Step(places[i].section).State == breach.Done
}

// classMark is the class, or those that are still open.
func classMark(p breach.Path) string {
	if s := p.Step(breach.S3).State; s == breach.Dropped || s == breach.NotRequired {
		return "–" // nobody asks for it
	}
	if p.Class != 0 || len(p.Open) == 0 {
		return p.Class.String()
	}
	if len(p.Open) == 1 {
		return p.Open[0].String()
	}
	return p.Open[0].String() + "–" + p.Open[len(p.Open)-1].String()
}

func classTone(c breach.Class) kit.Tone {
	switch c {
	case breach.ClassA:
		return kit.ToneOK
	case breach.ClassB, breach.ClassC:
		return kit.ToneWarn
	case breach.ClassD:
		return kit.ToneError
	}
	return kit.ToneNeutral
}

// look draws a state, with its word for the legend.
func look(s breach.State) (kit.StepLook, kit.Icon, string) {
	word := words.Sentence(s.Word())
	switch s {
	case breach.Done:
		return kit.StepDone, kit.IconCheck, word
	case breach.Here:
		return kit.StepAsked, kit.IconArrowRight, words.Sentence(breach.Required.Word())
	case breach.Required:
		return kit.StepAsked, kit.IconArrowRight, word
	case breach.ToWeigh:
		return kit.StepPlain, kit.NoIcon, word
	case breach.NotRequired:
		return kit.StepOff, kit.IconForbidden, word
	case breach.Dropped:
		return kit.StepDropped, kit.IconForbidden, word
	}
	return kit.StepAhead, kit.IconMinus, word
}

// Offered says that a section may be opened: the path reaches it, something is
// written in it, or the office may do it of its own will. S9 is always open to the
// controller, and S4 from S2 on.
func Offered(p breach.Path, s breach.Section) bool {
	if s == 0 {
		return false
	}
	own := []breach.Section{breach.S4, breach.S5, breach.S7, breach.S8}
	step := p.Step(s)
	switch {
	case s == breach.S9 || step.OnPath() || step.State == breach.Dropped:
		return true
	case step.State == breach.NotRequired:
		return slices.Contains(own, s) && p.Step(breach.S3).OnPath()
	}
	return false
}
