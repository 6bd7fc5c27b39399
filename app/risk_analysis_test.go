package app_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
)

// TestRiskAnalysisMatrix: levels are those of the matrix of the analysis, in the
// record and in each of its rows; a value that it does not have is wrong.
func TestRiskAnalysisMatrix(t *testing.T) {
	ft := app.RiskAnalysisForm.Type()
	a := ft.Start().(*app.RiskAnalysis)
	if len(a.Dangers) != len(risk.Dangers()) {
		t.Fatalf("a new analysis has %d dangers", len(a.Dangers))
	}
	r := a.Dangers[0]
	r.AfterProbability, r.AfterConsequence = form.Number(3), form.Number(4)
	level := func() string { return riskRow(ft).Field("after_level").Edit(r) }
	for _, c := range []struct {
		matrix string
		level  risk.Level
		words  string
	}{
		{"5x5", risk.Relevant, "Rilevante (Probabile × Gravi = 12)"},
		{"4x4", risk.High, "Alto (Probabile × Gravissime = 12)"},
	} {
		a.UseMatrix(c.matrix)
		if got := a.After(r); got != c.level || level() != c.words {
			t.Errorf("%s: %v, %q", c.matrix, got, level())
		}
	}
	if a.Before(r) != 0 || a.Highest() != risk.High {
		t.Errorf("before %v, highest %v", a.Before(r), a.Highest())
	}
	a.Dangers = append(a.Dangers, &app.RiskRow{Danger: risk.Physical, AfterProbability: form.Number(1), AfterConsequence: form.Number(5)})
	added := a.Dangers[6]
	if got := riskRow(ft).Field("after_level").Edit(added); got != "" {
		t.Errorf("a row that knows no matrix says %q", got)
	}
	ft.Settle(a, nil)
	if added.Matrix != "4x4" {
		t.Errorf("settled on %q", added.Matrix)
	}
	wrong := func() (paths []string) {
		for _, p := range ft.Problems(a) {
			if p.Gravity == form.Wrong {
				paths = append(paths, p.Path)
			}
		}
		return paths
	}
	if got := wrong(); len(got) != 1 || got[0] != "dangers/6/after_consequence" {
		t.Errorf("5 of 4 is wrong at %q", got)
	}
	a.UseMatrix("5x5")
	if got := wrong(); len(got) != 0 {
		t.Errorf("5 of 5 is wrong at %q", got)
	}
}

func riskRow(ft *form.Type) *form.Type {
	return ft.Field("dangers").Child
}

// TestTrainingPlanYear: a plan is of a year of four digits.
func TestTrainingPlanYear(t *testing.T) {
	ft := app.TrainingPlanForm.Type()
	for year, right := range map[string]bool{"2026": true, "2000": true, "1999": false, "2200": false, "26": false, "20 26": false, "duemila": false} {
		wrong := false
		for _, p := range ft.Problems(&app.TrainingPlan{Year: year}) {
			wrong = wrong || p.Path == "year" && p.Gravity == form.Wrong
		}
		if wrong == right {
			t.Errorf("%q is wrong: %v", year, wrong)
		}
	}
	if !(&app.TrainingPlan{Year: "2026"}).Of(2026) || (&app.TrainingPlan{}).Of(2026) {
		t.Error("the plan of a year is not known by it")
	}
}
