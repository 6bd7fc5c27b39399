package ui

import (
	"testing"

	"tutela/app"
)

// rowScreens are rows of some registers as they are filled in: more fields in a
// card than elsewhere.
func rowScreens() []screen {
	row := func(register, path string) func(t *testing.T, s *Shell) {
		return func(t *testing.T, s *Shell) {
			p := registerPageOf(t, s, register)
			p.openRecord(p.model.row(0).UID)
			p.split.ShowRecord()
			p.open.view.Focus(path)
		}
	}
	return []screen{
		{"a danger of an analysis", row(app.RiskAnalysisForm.Key, "dangers/0/taken")},
		{"what somebody needs to know", row(app.TrainingPlanForm.Key, "needs/2/technology")},
		{"who was at a course", row(app.TrainingForm.Key, "people/0/test")},
		{"what an inspection found", row(app.InspectionForm.Key, "findings/0/by_whom")},
	}
}
