package ui

import (
	"testing"
	"time"

	"tutela/app"
)

// TestUndoStackMergesWhatIsTypedInOneGo: letters in one box within a second are
// one change; a pause, another box or a choice begins another.
func TestUndoStackMergesWhatIsTypedInOneGo(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	type change struct {
		state string
		box   any
		after time.Duration // since the change before
	}
	for name, c := range map[string]struct {
		changes []change
		want    []string // what undo leads through
	}{
		"one go":       {[]change{{"a", 1, 0}, {"ab", 1, 900 * time.Millisecond}, {"abc", 1, 900 * time.Millisecond}}, []string{""}},
		"a pause":      {[]change{{"a", 1, 0}, {"ab", 1, time.Second}}, []string{"a", ""}},
		"another box":  {[]change{{"a", 1, 0}, {"a b", 2, time.Millisecond}}, []string{"a", ""}},
		"choices":      {[]change{{"a", nil, 0}, {"b", nil, 0}}, []string{"a", ""}},
		"after a pick": {[]change{{"a", 1, 0}, {"b", nil, 0}, {"c", 1, 0}}, []string{"b", "a", ""}},
	} {
		u, at := undoStack{now: []byte{}}, start
		for _, x := range c.changes {
			at = at.Add(x.after)
			u.changed([]byte(x.state), x.box, at)
		}
		for i, want := range c.want {
			if got, ok := u.undo(); !ok || string(got) != want {
				t.Errorf("%s: undo %d gives %q, %v", name, i, got, ok)
			}
		}
		if got, ok := u.undo(); ok {
			t.Errorf("%s: more to undo: %q", name, got)
		}
	}
}

// TestUndoneToTheSavedStateNeedsNoDraft: nothing is said to be unsaved where
// everything was taken back, and the draft goes with it.
func TestUndoneToTheSavedStateNeedsNoDraft(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.SiteForm.Key)
	key := app.DraftKey(r.page.reg.Key, r.uid())
	set(r, "city", "Crema")
	r.keepDraft()
	if _, ok := s.drafts.known[key]; !ok {
		t.Fatal("no draft was kept")
	}
	r.undoLast()
	if _, ok := s.drafts.known[key]; ok || r.dirty || !r.undoButton.Disabled() || r.chip.Text() != "salvata" {
		t.Errorf("draft %v, unsaved %v, chip %q", ok, r.dirty, r.chip.Text())
	}
	r.redo()
	if !r.dirty {
		t.Error("repeated, the change is not to be saved")
	}
	r.save()
	r.undoLast() // before the save: something to save again
	if !r.dirty {
		t.Error("taken back after the save, nothing is to be saved")
	}
}
