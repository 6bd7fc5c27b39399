package ui

import (
	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
	"tutela/ui/formview"
	"tutela/ui/matrixview"
)

// matrixParts draws the assessments of a risk as matrices: those of a treatment
// with the measures in being, and without them.
func (s *Shell) matrixParts() map[string]func(*form.Editor, func()) formview.Part {
	return map[string]func(*form.Editor, func()) formview.Part{
		"probability": func(ed *form.Editor, changed func()) formview.Part {
			return matrixview.New(ed, matrixview.Config{
				Probability: "probability", Consequence: "consequence", Level: "level",
				Matrix: func() risk.Matrix { return ed.Rec.(*app.Treatment).RiskMatrix() },
				Today:  s.matrixToday,
				Redo:   func() { s.redoAssessment(ed, changed) },
			}, changed)
		},
		"before_probability": func(ed *form.Editor, changed func()) formview.Part {
			return matrixview.New(ed, matrixview.Config{
				Probability: "before_probability", Consequence: "before_consequence", Folded: true,
				Matrix: func() risk.Matrix { return ed.Rec.(*app.Treatment).RiskMatrix() },
			}, changed)
		},
	}
}

// matrixToday is the matrix that the office uses for new assessments.
func (s *Shell) matrixToday() risk.Matrix {
	m, ok := risk.Find(s.world.Office().Matrix)
	if !ok {
		m, _ = risk.Find(risk.Default)
	}
	return m
}

// redoAssessment starts the assessment of a treatment again with the matrix of
// today. What was chosen on the old one means nothing there: it goes.
func (s *Shell) redoAssessment(ed *form.Editor, changed func()) {
	ed.SetText(ed.Type.Field("matrix"), s.matrixToday().ID)
	for _, key := range []string{"probability", "consequence", "before_probability", "before_consequence"} {
		ed.Set(ed.Type.Field(key), nil)
	}
	changed()
}

// begin gives a new record what follows from the office: the matrix that it
// assesses with.
func (s *Shell) begin(rec any) {
	switch r := rec.(type) {
	case *app.Treatment:
		r.Matrix = s.matrixToday().ID
	case *app.DPIA:
		r.Matrix = s.matrixToday().ID
	}
}
