package app

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app/form"
	"tutela/app/risk"
)

// RiskAnalysis weighs the six dangers to devices, programs, people's behaviour or
// premises, before and after the measures (spec 3.1, Analisi dei rischi;
// 6-details, 23; 5-law 6, RISK1 to RISK3).
type RiskAnalysis struct {
	form.Meta
	Kind           string // RiskHardware and the others
	Systems, Sites []string
	Subject        string
	On             form.Date
	By             string // person
	Advisers       string
	Matrix         string // id of the matrix of this analysis (decision A13)
	Dangers        []*RiskRow
	Versions       string // new versions and patches seen
	Evident        string
	EvidentTo      string
	EvidentOn      form.Date
	Next           form.Date
	Files          []form.File
	Note           string
}

// What an analysis is about.
const (
	RiskHardware = "hardware"
	RiskSoftware = "software"
	RiskPeople   = "people"
	RiskContext  = "context"
)

// RiskGroups are the three analyses that are made each year: that of people and
// that of premises are one (spec 3.3, rule 18).
func RiskGroups() [][]string {
	return [][]string{{RiskHardware}, {RiskSoftware}, {RiskPeople, RiskContext}}
}

// RiskRow is one danger, what it may bring, and what is done about it.
type RiskRow struct {
	Danger                               string
	Matrix                               string // that of the analysis, see UseMatrix
	Risks                                []string
	BeforeProbability, BeforeConsequence form.Int
	Taken                                string
	AfterProbability, AfterConsequence   form.Int
	ToTake, ByWhom                       string
	Due, Done                            form.Date
}

// Open says that something is to be done about the danger by a day, and was not.
func (r *RiskRow) Open() bool {
	return strings.TrimSpace(r.ToTake) != "" && r.Done == "" && r.Due != ""
}

// Late says that what was to be done about the danger was not done by its day.
func (r *RiskRow) Late(today form.Date) bool { return r.Open() && r.Due < today }

// RiskMatrix is the matrix that the analysis was made with.
func (a *RiskAnalysis) RiskMatrix() risk.Matrix { return risk.Of(a.Matrix) }

// LevelOf is the level of two values on the matrix of the analysis, 0 while it is
// not known.
func (a *RiskAnalysis) LevelOf(p, c form.Int) risk.Level {
	return levelOn(a.RiskMatrix(), p, c)
}

// Before and After are the levels of a danger without the measures and with them.
func (a *RiskAnalysis) Before(r *RiskRow) risk.Level {
	return a.LevelOf(r.BeforeProbability, r.BeforeConsequence)
}

// After is the level that is left.
func (a *RiskAnalysis) After(r *RiskRow) risk.Level {
	return a.LevelOf(r.AfterProbability, r.AfterConsequence)
}

// Highest is the highest level that is left, 0 while none is known.
func (a *RiskAnalysis) Highest() risk.Level {
	var out risk.Level
	for _, r := range a.Dangers {
		out = max(out, a.After(r))
	}
	return out
}

// NextDue is the day by which the analysis is made again: within a year, or the
// earlier day that it names; "" while it has no date.
func (a *RiskAnalysis) NextDue() form.Date {
	if a.On == "" {
		return ""
	}
	due := a.On.AddMonths(12)
	if a.Next != "" && a.Next < due {
		return a.Next
	}
	return due
}

// AnalysedSince says that by a day another analysis stands in the place of one.
func AnalysedSince(r Records, a *RiskAnalysis, day form.Date) bool {
	for _, rec := range r.Records(RiskAnalysisForm.Key) {
		if b := rec.(*RiskAnalysis); b.Replaces(a) && b.On <= day {
			return true
		}
	}
	return false
}

// Replaces says that the analysis was made after another one and is about all
// that the other is about: one that names nothing is about the whole office.
func (a *RiskAnalysis) Replaces(b *RiskAnalysis) bool {
	whole := len(a.Systems)+len(a.Sites) == 0 && strings.TrimSpace(a.Subject) == ""
	same := len(missing(b.Systems, a.Systems))+len(missing(b.Sites, a.Sites)) == 0 && strings.EqualFold(strings.TrimSpace(a.Subject), strings.TrimSpace(b.Subject))
	return a.UID() != b.UID() && a.Kind == b.Kind && a.On > b.On && (whole || same && len(b.Systems)+len(b.Sites)+len(b.Subject) > 0)
}

// UseMatrix makes the analysis with a matrix. Each row knows it too, to say its
// level while it is being typed.
func (a *RiskAnalysis) UseMatrix(id string) {
	a.Matrix = id
	for _, r := range a.Dangers {
		r.Matrix = id
	}
}

// levelWords are a level of the row; "" for a row that does not know its matrix
// yet: it learns it when it is saved.
func (r *RiskRow) levelWords(probability, consequence form.Int) string {
	if r.Matrix == "" {
		return ""
	}
	return levelWordsOn(risk.Of(r.Matrix), probability, consequence)
}

var riskRowType = riskRowForm.Type()

// checkRiskScale refuses values that the matrix of the analysis does not have.
func checkRiskScale(a *RiskAnalysis) []form.Problem {
	m := a.RiskMatrix()
	var out []form.Problem
	for i, r := range a.Dangers {
		for _, x := range []struct {
			key string
			n   form.Int
			top int
		}{
			{"before_probability", r.BeforeProbability, len(m.Probability)}, {"before_consequence", r.BeforeConsequence, len(m.Consequence)},
			{"after_probability", r.AfterProbability, len(m.Probability)}, {"after_consequence", r.AfterConsequence, len(m.Consequence)},
		} {
			if x.n.Valid && int(x.n.N) > x.top {
				out = append(out, form.Problem{Path: fmt.Sprintf("dangers/%d/%s", i, x.key), Label: riskRowType.Field(x.key).Label, Gravity: form.Wrong,
					Text: "La scala di questa analisi arriva a " + form.FormatInt(int64(x.top)) + "."})
			}
		}
	}
	return out
}

// allDangers are the rows of a new analysis: each of the six dangers, with what it
// brings as a rule.
func allDangers() []*RiskRow {
	var out []*RiskRow
	for _, d := range risk.Dangers() {
		out = append(out, &RiskRow{Danger: d.Slug, Risks: slices.Clone(d.Risks)})
	}
	return out
}
