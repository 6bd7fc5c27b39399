package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formview"
)

// drawing lists what is to be seen below an object: each text with its place.
func drawing(o fyne.CanvasObject) []string {
	var out []string
	var walk func(o fyne.CanvasObject, at fyne.Position)
	walk = func(o fyne.CanvasObject, at fyne.Position) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		switch x := o.(type) {
		case *canvas.Text:
			if words := strings.TrimSpace(x.Text); words != "" {
				out = append(out, fmt.Sprintf("%.0f,%.0f %s", at.X, at.Y, words))
			}
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c, at)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c, at)
			}
		}
	}
	walk(o, fyne.Position{})
	return out
}

// TestFormFollowsEachChange: what is drawn piece by piece while one types is what
// would be drawn from the beginning.
func TestFormFollowsEachChange(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	focused := func() fyne.Focusable { return s.win.Canvas().Focused() }
	write := func(path, text string) {
		r.view.Focus(path)
		if e := focused(); e == nil {
			t.Fatalf("%s takes no keys", path)
		}
		for _, c := range text {
			focused().TypedRune(c)
		}
	}
	clear := func(path string) {
		r.view.Focus(path)
		for range 400 {
			focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	}
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"a letter", func() { write("title", "x") }},
		{"a field is emptied", func() { clear("title") }},
		{"a long text grows", func() { write("description", strings.Repeat("parole su parole ", 60)) }},
		{"and shrinks", func() { clear("description") }},
		{"a date that is none", func() { write("paper_date", "domani") }},
		{"a date that is one", func() { clear("paper_date"); write("paper_date", "1/2/26") }},
		{"in a card", func() { write("storages/0/name", " bis") }},
		{"fields drop out", func() { set(r, "mode", "paper") }},
		{"fields come back", func() { set(r, "mode", "electronic") }},
		{"the keyboard leaves", func() { s.win.Canvas().Unfocus() }},
	} {
		step.do()
		r.view.ShowErrors()
		s.win.Canvas().Unfocus()
		ed, err := form.FromDraft(r.ed.Type, *r.ed.Rec.(form.Record).Head(), r.ed.Draft())
		if err != nil {
			t.Fatal(err)
		}
		fresh := formview.New(ed, s.formConfig(func() {}))
		fresh.Object().Resize(r.view.Object().Size())
		fresh.ShowErrors()
		fresh.Object().Refresh()
		fresh.Object().Move(r.view.Object().Position())
		fresh.Scroll().ScrollBy(r.view.Scroll().Offset())
		got, want := drawing(r.view.Object()), drawing(fresh.Object())
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Fatalf("%s: from text %d on\n%q\nnot\n%q", step.name, i, got[i:min(i+5, len(got))], want[i:min(i+5, len(want))])
			}
		}
		if len(got) < 50 {
			t.Fatalf("%s: only %d texts", step.name, len(got))
		}
	}
}
