package pia

import (
	"cmp"

	"tutela/app"
	"tutela/app/form"
)

// scale is how many steps the tool has for severity and for likelihood; 0 is not yet
// said.
const scale = 4

// gauge is a risk on the scales of the tool.
type gauge struct{ likelihood, severity int }

func (g gauge) said() bool { return g.likelihood > 0 && g.severity > 0 }

// worse compares two risks, by their product and then by their severity.
func (g gauge) worse(than gauge) int {
	return cmp.Or(cmp.Compare(g.likelihood*g.severity, than.likelihood*than.severity), cmp.Compare(g.severity, than.severity))
}

func step(v any) int {
	if n := number(v); n >= 1 && n <= scale {
		return n
	}
	return 0
}

// first is how a risk was answered to be: with the measures that there are.
func (f *File) first(r riskItem) gauge {
	g := gauge{step(f.answer(r.likelihood)["gauge"]), step(f.answer(r.severity)["gauge"])}
	if !g.said() {
		return gauge{}
	}
	return g
}

// better is how its evaluation says that it becomes once all is done that is to be
// done; nothing where it says no such thing.
func (f *File) better(r riskItem) gauge {
	at, _ := f.find("evaluations", r.ref)["gauges"].(object)
	g := gauge{step(at["y"]), step(at["x"])}
	if !g.said() {
		return gauge{}
	}
	return g
}

// last is the risk that is left.
func (f *File) last(r riskItem) gauge {
	if g := f.better(r); g.said() {
		return g
	}
	return f.first(r)
}

// levels are the worst of the risks that are left, and the worst of those before what
// was still to be done, where something was: the tool asks for no others before the
// measures.
func (f *File) levels() (before, after gauge) {
	done := false
	for _, r := range f.structure().risks {
		if g := f.first(r); g.worse(before) > 0 {
			before = g
		}
		if g := f.last(r); g.worse(after) > 0 {
			after = g
		}
		done = done || f.better(r).said()
	}
	if !done {
		before = gauge{}
	}
	return before, after
}

// setLevels makes levels give these. A risk that is worse is put down to them, so
// that none is left which the record no longer has.
func (f *File) setLevels(before, after gauge) {
	was, now := f.levels()
	risks := f.structure().risks
	if len(risks) == 0 {
		return
	}
	setAfter := func(r riskItem, g gauge) {
		if before.said() || f.better(r).said() {
			f.put(f.toEvaluation(r.ref), "gauges", object{"x": g.severity, "y": g.likelihood})
			return
		}
		f.setFirst(r, g)
	}
	if before.said() && before != was {
		f.lower(risks, before, f.first, f.setFirst)
	}
	if b, a := f.levels(); after.said() && (after != now || a != after || before.said() && b != before) {
		f.lower(risks, after, f.last, setAfter)
	}
}

func (f *File) setFirst(r riskItem, g gauge) {
	f.put(f.toAnswer(r.severity), "gauge", g.severity)
	f.put(f.toAnswer(r.likelihood), "gauge", g.likelihood)
}

// lower puts every risk that is worse than the given one down to it, and sees that
// there is one which is it.
func (f *File) lower(risks []riskItem, to gauge, get func(riskItem) gauge, set func(riskItem, gauge)) {
	found, worst := false, risks[0]
	for _, r := range risks {
		if get(r).worse(get(worst)) > 0 {
			worst = r
		}
	}
	for _, r := range risks {
		if get(r).worse(to) > 0 {
			set(r, to)
		}
		found = found || get(r) == to
	}
	if !found {
		set(worst, to)
	}
}

// fours are the steps of a matrix of five on the scales of the tool, which have none
// between what is limited and what is serious.
var (
	fourProbability = [...]int{1: 1, 2: 2, 3: 3, 4: 3, 5: 4}
	fourConsequence = [...]int{1: 1, 2: 2, 3: 2, 4: 3, 5: 4}
)

// gaugeOf is a risk of the record on the scales of the tool.
func gaugeOf(d *app.DPIA, probability, consequence form.Int) gauge {
	p, c := probability.N, consequence.N
	if !probability.Valid || !consequence.Valid || p < 1 || p > 5 || c < 1 || c > 5 {
		return gauge{}
	}
	if len(d.RiskMatrix().Probability) == scale {
		return gauge{int(min(p, scale)), int(min(c, scale))}
	}
	return gauge{fourProbability[p], fourConsequence[c]}
}

// fourByFour puts the risks of the record on the matrix that has the scales of the
// tool.
func fourByFour(d *app.DPIA) {
	before, after := gaugeOf(d, d.InitialProbability, d.InitialConsequence), gaugeOf(d, d.ResidualProbability, d.ResidualConsequence)
	d.Matrix = "4x4"
	d.InitialProbability, d.InitialConsequence = before.values()
	d.ResidualProbability, d.ResidualConsequence = after.values()
}

func (g gauge) values() (probability, consequence form.Int) {
	if !g.said() {
		return form.Int{}, form.Int{}
	}
	return form.Number(int64(g.likelihood)), form.Number(int64(g.severity))
}
