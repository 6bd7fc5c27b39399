package ui

import (
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
)

func templatesOf(t *testing.T, s *Shell) *templatePage {
	t.Helper()
	all, err := app.Templates()
	if err != nil {
		t.Fatal(err)
	}
	return newTemplatePage(s, append(s.ownTemplates(), all...))
}

// show brings the template of a name to the right of the list.
func (p *templatePage) showNamed(t *testing.T, name string) *templateView {
	t.Helper()
	for i, tpl := range p.rows {
		if tpl.Name == name {
			p.list.Select(i)
			p.choose(tpl)
			p.split.ShowRecord()
			return p.open
		}
	}
	t.Fatalf("no template %q", name)
	return nil
}

// answer chooses an answer by its number, as with the arrow keys.
func (v *templateView) answer(question, option int) {
	cells := v.fields[question].Control().(fyne.Focusable)
	cells.FocusGained()
	for range option {
		cells.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	cells.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
}

func templateScreens() []screen {
	return []screen{
		{"templates", func(t *testing.T, s *Shell) { templatesOf(t, s).split.ShowList() }},
		{"template with questions", func(t *testing.T, s *Shell) {
			v := templatesOf(t, s).showNamed(t, "Videosorveglianza")
			v.answer(0, 0)
			v.answer(1, 0)
			v.answer(2, 1)
		}},
		{"template without questions", func(t *testing.T, s *Shell) { templatesOf(t, s).showNamed(t, "Antiriciclaggio") }},
	}
}

// TestTemplateBecomesATreatment: chosen by its words, answered, created, saved.
func TestTemplateBecomesATreatment(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := templatesOf(t, s)
	p.search("telecamere")
	if len(p.rows) != 1 || p.rows[0].Name != "Videosorveglianza" {
		t.Fatalf("found %d", len(p.rows))
	}
	v := p.showNamed(t, "Videosorveglianza")
	v.answer(0, 0) // records
	v.answer(1, 0) // staff too
	v.answer(2, 0) // only we
	if len(v.hints.Objects) != 2 {
		t.Errorf("%d hints", len(v.hints.Objects))
	}
	v.make()
	r := registerPageOf(t, s, app.TreatmentForm.Key).open
	x := r.ed.Rec.(*app.Treatment)
	if x.Title != "Videosorveglianza" || !x.NoPartners || x.RetentionSummary(s.names) != "24 ore dalla raccolta" || strings.Join(x.Subjects, " ") != "customers visitors employees" {
		t.Fatalf("the sheet says %+v", x)
	}
	if !r.dirty || r.uid() != "" {
		t.Fatal("it is saved already, or not to be saved")
	}
	r.save()
	rec, err := db.Get(context.Background(), app.TreatmentForm.Type(), r.uid())
	if err != nil {
		t.Fatal(err)
	}
	if saved := rec.(*app.Treatment); saved.Title != x.Title || len(saved.Measures) != len(x.Measures) {
		t.Fatalf("saved %+v", saved)
	}
}

// TestTemplateKeepsWhatIsHalfWritten: a new sheet that was begun is not written over.
func TestTemplateKeepsWhatIsHalfWritten(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.TreatmentForm.Key)
	p.openRecord("")
	set(p.open, "title", "A metà")
	templatesOf(t, s).showNamed(t, "Visitatori").make()
	if got := p.open.ed.Rec.(*app.Treatment).Title; got != "A metà" {
		t.Errorf("it became %q", got)
	}
	if said := p.open.status.Text(); !strings.Contains(said, "rimasta a metà") {
		t.Errorf("it says %q", said)
	}
}

// TestUndoLeavesTheEmptySheet: what a template wrote is taken back like anything else.
func TestUndoLeavesTheEmptySheet(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	templatesOf(t, s).showNamed(t, "Visitatori").make()
	r := registerPageOf(t, s, app.TreatmentForm.Key).open
	r.undoLast()
	if x := r.ed.Rec.(*app.Treatment); x.Title != "" || r.dirty {
		t.Errorf("left %q, to be saved: %v", x.Title, r.dirty)
	}
}

func TestDuplicate(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	old := r.ed.Rec.(*app.Treatment)
	r.duplicate()
	r = registerPageOf(t, s, app.TreatmentForm.Key).open
	x := r.ed.Rec.(*app.Treatment)
	if x.Title != old.Title+" (copia)" || x.Description != old.Description || x.UID() != "" || x.Reviewed != "" {
		t.Fatalf("the copy is %+v", x)
	}
	r.save()
	if r.uid() == "" || r.uid() == old.UID() {
		t.Fatalf("saved as %q", r.uid())
	}
	again, err := db.Get(context.Background(), app.TreatmentForm.Type(), old.UID())
	if err != nil || again.(*app.Treatment).Title != old.Title {
		t.Errorf("the first one became %v, %v", again, err)
	}
}

// TestOwnTemplate: kept from one office, offered in the next, with nothing in it that
// was of the first alone.
func TestOwnTemplate(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	s.cfg.State = t.TempDir()
	r := first(t, s, app.TreatmentForm.Key)
	title := r.ed.Rec.(*app.Treatment).Title
	r.keepTemplate()
	if said := r.status.Text(); !strings.Contains(said, "Conservato") {
		t.Fatalf("it says %q", said)
	}
	r.keepTemplate() // once more asks
	confirm(t, s, "Sostituisci")
	if err := os.WriteFile(s.templateFolder()+"/guasto.json", []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	next, _ := openShell(t, func(func(*form.Type, form.Record) error) error { return nil })
	next.cfg.State = s.cfg.State
	own := next.ownTemplates()
	if len(own) != 1 || own[0].Name != title || !own[0].Own {
		t.Fatalf("offered: %+v", own)
	}
	templatesOf(t, next).showNamed(t, title).make()
	x := registerPageOf(t, next, app.TreatmentForm.Key).open.ed.Rec.(*app.Treatment)
	if x.Title != title || len(x.People)+len(x.Partners)+len(x.Sites) != 0 {
		t.Errorf("the new sheet is %+v", x)
	}
}
