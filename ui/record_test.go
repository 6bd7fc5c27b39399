package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// texts gathers every text in sight below an object.
func texts(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch x := o.(type) {
		case interface{ Text() string }:
			b.WriteString(x.Text() + "\n")
		case interface{ AccessibilityLabel() string }:
			b.WriteString(x.AccessibilityLabel() + "\n")
		}
		switch x := o.(type) {
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return b.String()
}

// press presses the button or link with these words.
func press(t *testing.T, o fyne.CanvasObject, label string) {
	t.Helper()
	if b := find(o, label); b != nil {
		b.Tapped(nil)
		return
	}
	t.Fatalf("nothing to press says %q", label)
}

func find(o fyne.CanvasObject, label string) fyne.Tappable {
	if !o.Visible() {
		return nil
	}
	if x, ok := o.(interface {
		fyne.Tappable
		Text() string
	}); ok && x.Text() == label {
		return x
	}
	var kids []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		kids = x.Objects
	case fyne.Widget:
		kids = test.WidgetRenderer(x).Objects()
	}
	for _, c := range kids {
		if b := find(c, label); b != nil {
			return b
		}
	}
	return nil
}

// first opens the first record of a register.
func first(t testing.TB, s *Shell, key string) *recordView {
	t.Helper()
	p := registerPageOf(t, s, key)
	p.openRecord(p.model.row(0).UID)
	return p.open
}

func set(r *recordView, key string, v any) {
	r.ed.Set(r.ed.Type.Field(key), v)
	r.view.Sync()
	r.edited()
}

func TestHistoryShowsAndRestores(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := first(t, s, app.SiteForm.Key)
	old := r.ed.Rec.(*app.Site).City
	set(r, "city", "Crema")
	r.save()
	p := r.page
	r.history()
	page := texts(p.object())
	for _, want := range []string{"Versione 2, modificata", "Comune", "prima: " + old, "dopo: Crema", "Versione 1, creata", "quella di oggi"} {
		if !strings.Contains(page, want) {
			t.Errorf("the history does not say %q:\n%s", want, page)
		}
	}
	set(r, "city", "non salvato")
	press(t, p.object(), "Ripristina questa versione")
	if !strings.Contains(dialogText(s), "non avete ancora salvato") {
		t.Error("the draft would go unsaid")
	}
	confirm(t, s, "Ripristina")
	rec, err := db.Get(context.Background(), app.SiteForm.Type(), r.uid())
	if err != nil {
		t.Fatal(err)
	}
	if got := rec.(*app.Site).City; got != old || p.open.ed.Rec.(*app.Site).City != old {
		t.Errorf("city %q on file", got)
	}
	changes, err := db.History(context.Background(), app.SiteForm.Key, r.uid())
	if err != nil || len(changes) != 3 || changes[2].Action != app.ActionRestore {
		t.Errorf("%d changes, %v", len(changes), err)
	}
}

func TestDeletedComesBack(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := first(t, s, app.AccessAttemptForm.Key)
	p, uid := r.page, r.uid()
	before := p.model.len()
	r.remove()
	confirm(t, s, "Elimina")
	if p.model.len() != before-1 {
		t.Fatalf("%d rows left of %d", p.model.len(), before)
	}
	p.actions().deleted()
	press(t, p.object(), "Riporta nell’elenco")
	if p.open == nil || p.open.uid() != uid || p.model.len() != before {
		t.Error("the record did not come back")
	}
	if _, err := db.Get(context.Background(), app.AccessAttemptForm.Type(), uid); err != nil {
		t.Error(err)
	}
}

// TestUsedRecordNamesItsUsers: what others use is not deleted, and they are a
// click away.
func TestUsedRecordNamesItsUsers(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.SupplierForm.Key)
	title := r.ed.Rec.(*app.Supplier).Name
	r.remove()
	if text := dialogText(s); !strings.Contains(text, title) || !strings.Contains(text, "(Trattamenti)") {
		t.Errorf("the dialog says:\n%s", text)
	}
	press(t, s.win.Canvas().Overlays().Top(), "Newsletter e promozioni (Trattamenti)")
	if kit.DialogOpen(s.win) || s.tabs[s.rail.Selected()].tab != app.TabTreatments {
		t.Error("the link does not lead to the treatment")
	}
}

func TestUndoAndRedo(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	start := string(r.ed.Draft())
	uid := r.uid()
	text := func(key, v string) func() {
		return func() { r.ed.SetText(r.ed.Type.Field(key), v); r.view.Sync(); r.edited() }
	}
	steps := []func(){
		text("title", "Altro"),
		text("paper_date", "31/2"), // half typed: undone like the rest
		func() { set(r, "special", form.No) },
		func() { set(r, "sites", []string{}) },
		func() { r.ed.AddRow(r.ed.Type.Field("purposes")); r.view.Sync(); r.edited() },
		func() { r.ed.RemoveRow(r.ed.Type.Field("measures"), 0); r.view.Sync(); r.edited() },
		func() { set(r, "no_partners", true) },
	}
	states := []string{start}
	for _, step := range steps {
		step()
		states = append(states, string(r.ed.Draft()))
	}
	for i := len(states) - 2; i >= 0; i-- {
		r.undoLast()
		if got := string(r.ed.Draft()); got != states[i] {
			t.Fatalf("undo %d:\n got %s\nwant %s", i, got, states[i])
		}
	}
	r.undoLast() // nothing left: nothing happens
	for i := 1; i < len(states); i++ {
		r.redo()
		if string(r.ed.Draft()) != states[i] {
			t.Fatalf("redo %d", i)
		}
	}
	r.undoLast()
	set(r, "disseminated", "yes")
	last := string(r.ed.Draft())
	r.redo() // another change ends what could be repeated
	if string(r.ed.Draft()) != last || r.uid() != uid {
		t.Error("redo after another change")
	}
}

// TestLettersOfAWordAreOneChange: one undo takes back what was typed in one go.
func TestLettersOfAWordAreOneChange(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.SiteForm.Key)
	r.view.Focus("name")
	was := r.ed.Rec.(*app.Site).Name
	test.Type(s.win.Canvas().Focused(), "abc")
	if got := r.ed.Rec.(*app.Site).Name; len(got) != len(was)+3 {
		t.Fatalf("typed %q", got)
	}
	r.undoLast()
	if got := r.ed.Rec.(*app.Site).Name; got != was {
		t.Errorf("after one undo: %q", got)
	}
}

// TestSavedIsNotCalledADraft: the file may say that it has the draft only after the
// record was saved; what was saved is not called a draft then.
func TestSavedIsNotCalledADraft(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	told := make(chan func(), 8)
	s.drafts.do = func(f func()) { told <- f }
	r := first(t, s, app.SiteForm.Key)
	set(r, "city", "Crema")
	r.keepDraft()
	late := <-told
	r.save()
	if late(); !strings.HasPrefix(r.status.Text(), "Salvato alle") {
		t.Errorf("it says %q", r.status.Text())
	}
}

func dialogText(s *Shell) string { return texts(s.win.Canvas().Overlays().Top()) }

func confirm(t *testing.T, s *Shell, label string) {
	t.Helper()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog asks")
	}
	press(t, top, words.T(label))
}
