package ui

import (
	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
	"tutela/ui/formview"
	"tutela/ui/matrixview"
	"tutela/ui/words"
)

// matrixParts draws the assessments of a risk as matrices: those of a treatment
// with the measures in being and without them, and those of a DPIA.
func (s *Shell) matrixParts() map[string]func(*form.Editor, func()) formview.Part {
	type make = func(*form.Editor, func()) formview.Part
	part := func(c matrixview.Config, first bool) make {
		return func(ed *form.Editor, changed func()) formview.Part {
			c := c
			c.Matrix = func() risk.Matrix { return ed.Rec.(interface{ RiskMatrix() risk.Matrix }).RiskMatrix() }
			if first {
				c.Today, c.Redo = s.matrixToday, func() { s.redoAssessment(ed, changed) }
			}
			return matrixview.New(ed, c, changed)
		}
	}
	return map[string]make{
		"probability": part(matrixview.Config{
			Probability: "probability", Consequence: "consequence", Level: "level",
			Next: words.T("Fate l’esame preliminare (DPIA)"), OnNext: s.screenOpen,
		}, true),
		"before_probability":   part(matrixview.Config{Probability: "before_probability", Consequence: "before_consequence", Folded: true}, false),
		"initial_probability":  part(matrixview.Config{Probability: "initial_probability", Consequence: "initial_consequence", Level: "initial_level", Plain: true}, true),
		"residual_probability": part(matrixview.Config{Probability: "residual_probability", Consequence: "residual_consequence", Level: "residual_level", Plain: true}, false),
	}
}

// screenOpen goes to the screening of the treatment that is open.
func (s *Shell) screenOpen() {
	if do := s.actions().screen; do != nil {
		do()
	}
}

// matrixToday is the matrix that the office uses for new assessments.
func (s *Shell) matrixToday() risk.Matrix { return risk.Of(s.world.Office().Matrix) }

// redoAssessment starts the assessment of a record again with the matrix of
// today. What was chosen on the old one means nothing there: it goes.
func (s *Shell) redoAssessment(ed *form.Editor, changed func()) {
	ed.SetText(ed.Type.Field("matrix"), s.matrixToday().ID)
	for _, key := range []string{
		"probability", "consequence", "before_probability", "before_consequence",
		"initial_probability", "initial_consequence", "residual_probability", "residual_consequence",
	} {
		if f := ed.Type.Field(key); f != nil {
			ed.Set(f, nil)
		}
	}
	changed()
}

// begin gives a new record what follows from the office and the day: the matrix
// that it assesses with, how often its rules ask for copies, the date of the
// report, when a request came. When the controller became aware of a breach is
// never guessed.
func (s *Shell) begin(rec any) {
	switch r := rec.(type) {
	case *app.Treatment:
		r.Matrix = s.matrixToday().ID
	case *app.DPIA:
		r.Matrix = s.matrixToday().ID
	case *app.Breach:
		r.Date = form.DateOf(s.cfg.Now())
	case *app.Request:
		r.Received = s.world.Today()
	case *app.RiskAnalysis:
		r.UseMatrix(s.matrixToday().ID)
	case *app.BackupPlan:
		r.Interval = form.Number(int64(app.HouseOf(s.world).BackupDays()))
	}
}
