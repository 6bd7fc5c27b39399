package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
)

// typeInto types into the field of a record that is open and presses keys in it.
func typeInto(t *testing.T, s *Shell, r *recordView, path, text string, keys ...fyne.KeyName) {
	t.Helper()
	r.view.Focus(path)
	box := s.win.Canvas().Focused()
	if box == nil {
		t.Fatalf("no keyboard on %s", path)
	}
	test.Type(box, text)
	for _, key := range keys {
		box.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// TestRecordIsMadeInPassing: from the field that refers to a person who is not there
// yet, by keys; the record that is being written loses nothing, and has her chosen.
func TestRecordIsMadeInPassing(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := s.openRecord(app.CredentialForm.Key, "")
	r.ed.SetText(r.ed.Type.Field("user_id"), "a.deluca")
	typeInto(t, s, r, "person", "De Luca Anna", fyne.KeyReturn)
	if !kit.DialogOpen(s.win) {
		t.Fatal("nothing asks for the person")
	}
	press(t, s.win.Canvas().Overlays().Top(), "Annulla")
	people := len(s.world.Records(app.PersonForm.Key))
	if got := r.ed.Typed(r.ed.Type.Field("person")); got != "De Luca Anna" {
		t.Errorf("given up, the field has %q", got)
	}

	typeInto(t, s, r, "person", "", fyne.KeyReturn)
	if !kit.DialogOpen(s.win) {
		t.Fatal("nothing asks for the person again")
	}
	var boxes []*kit.Entry
	for range 4 { // the stops of the dialog
		if box, ok := s.win.Canvas().Focused().(*kit.Entry); ok {
			boxes = append(boxes, box)
		}
		s.win.Canvas().FocusNext()
	}
	if len(boxes) != 2 || boxes[0].Text != "De" || boxes[1].Text != "Luca Anna" {
		t.Fatalf("it asks for %d names", len(boxes))
	}
	boxes[0].SetText("")
	press(t, s.win.Canvas().Overlays().Top(), "Aggiungi")
	if !kit.DialogOpen(s.win) {
		t.Fatal("a person without a surname was taken")
	}
	boxes[0].SetText("De Luca")
	boxes[1].SetText("Anna")
	press(t, s.win.Canvas().Overlays().Top(), "Aggiungi")
	if kit.DialogOpen(s.win) {
		t.Fatal("it still asks")
	}
	c := r.ed.Rec.(*app.Credential)
	rec, err := db.Get(context.Background(), app.PersonForm.Type(), c.Person)
	if err != nil || c.UserID != "a.deluca" || !r.dirty {
		t.Fatalf("%+v, %v", c, err)
	}
	if p := rec.(*app.Person); p.Surname != "De Luca" || p.Name != "Anna" || len(s.world.Records(app.PersonForm.Key)) != people+1 {
		t.Errorf("the person is %+v", p)
	}
	if r.ed.Typed(r.ed.Type.Field("person")) != "" || s.names.Ref(app.PersonForm.Key, c.Person) != "De Luca Anna" {
		t.Errorf("the field has %q", r.ed.Typed(r.ed.Type.Field("person")))
	}
}

// TestRecordIsMadeForARow: where a choice adds a row, so does what was made.
func TestRecordIsMadeForARow(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := s.openRecord(app.TrainingPlanForm.Key, "")
	typeInto(t, s, r, "needs", "Verdi Anna", fyne.KeyReturn)
	press(t, s.win.Canvas().Overlays().Top(), "Aggiungi")
	p := r.ed.Rec.(*app.TrainingPlan)
	if len(p.Needs) != 1 || s.names.Ref(app.PersonForm.Key, p.Needs[0].Person) != "Verdi Anna" {
		t.Errorf("%+v", p.Needs)
	}
}

// TestWhatIsMadeInPassing: the fields that are asked for are there, and are texts.
func TestWhatIsMadeInPassing(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	offered := 0
	for _, reg := range app.Registers() {
		for _, key := range calledBy(reg.Key) {
			offered++
			if f := reg.Type.Field(key); f == nil || f.Kind != form.KText {
				t.Errorf("%s is called by %s, which is no text of its", reg.Key, key)
			}
		}
		if (s.newRecordLabel(reg.Key, "") == "") != (len(calledBy(reg.Key)) == 0) {
			t.Errorf("%s: %q", reg.Key, s.newRecordLabel(reg.Key, ""))
		}
	}
	if offered == 0 {
		t.Error("nothing can be made in passing")
	}
}

// passingScreens show the end of a list of choices, and what is asked for.
func passingScreens() []screen {
	typed := func(t *testing.T, s *Shell, text string, keys ...fyne.KeyName) {
		r := s.openRecord(app.CredentialForm.Key, "")
		r.view.Focus("person")
		box := s.win.Canvas().Focused()
		test.Type(box, text)
		for _, key := range keys {
			box.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	return []screen{
		{"a person to be made", func(t *testing.T, s *Shell) { typed(t, s, "De Luca Anna") }},
		{"a person made in passing", func(t *testing.T, s *Shell) { typed(t, s, "", fyne.KeyReturn) }},
	}
}
