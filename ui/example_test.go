package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/guide"
)

// askExample presses F4 in the field at a path.
func askExample(s *Shell, r *recordView, path string) {
	r.view.Focus(path)
	pressed(s.win.Canvas().Focused(), fyne.KeyF4)
}

// TestExampleBeginsAField: shown, it changes nothing; wanted, it stands in the empty
// field, is in the draft, and can be taken back like any other change.
func TestExampleBeginsAField(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	x := r.ed.Rec.(*app.Treatment)
	want := guide.Example("treatment", "risk_note")
	set(r, "risk_note", nil)
	askExample(s, r, "risk_note")
	confirm(t, s, "Chiudi")
	if x.RiskNote != "" {
		t.Fatalf("only looked at, it is taken: %q", x.RiskNote)
	}
	askExample(s, r, "risk_note")
	pressed(s.win.Canvas().Focused(), fyne.KeyReturn)
	if x.RiskNote != want || s.win.Canvas().Overlays().Top() != nil {
		t.Fatalf("taken: %q", x.RiskNote)
	}
	test.Type(s.win.Canvas().Focused(), " Rivisto.")
	if x.RiskNote != want+" Rivisto." {
		t.Errorf("typed on: %q", x.RiskNote)
	}
	r.keepDraft()
	if _, ok := s.drafts.known[app.DraftKey(r.page.reg.Key, r.uid())]; !ok {
		t.Error("no draft is kept")
	}
	r.undoLast()
	r.undoLast()
	if got := r.ed.Rec.(*app.Treatment).RiskNote; got != "" {
		t.Errorf("taken back: %q", got)
	}
}

// TestExampleGivesUpNothing that stands in the field, unless that is wanted; also in
// a row of a list.
func TestExampleGivesUpNothing(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	list := r.ed.Type.Field("backups")
	row := r.ed.Rows(list)[0]
	note := list.Child.Field("note")
	row.SetText(note, "Solo il lunedì.")
	r.view.Sync()
	for _, answer := range []struct{ press, want string }{
		{"Annulla", "Solo il lunedì."}, {"Sostituisci", guide.Example("backup", "note")},
	} {
		askExample(s, r, "backups/0/note")
		confirm(t, s, "Usa come base")
		confirm(t, s, answer.press)
		if got := row.Text(note); got != answer.want {
			t.Errorf("%s: %q", answer.press, got)
		}
	}
}
