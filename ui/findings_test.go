package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
	"tutela/app/form"
)

// TestFindingsLeadAndGo: what the checks find in the case stands numbered beside
// its field and in the column, leads there, and goes when it is settled.
func TestFindingsLeadAndGo(t *testing.T) {
	s, _ := openShell(t, apptest.Marketing)
	r := first(t, s, app.TreatmentForm.Key)
	found := r.view.Findings()
	if len(found) != 11 {
		t.Fatalf("%d findings: %+v", len(found), found)
	}
	page := texts(r.object)
	for i, p := range found {
		if strings.Count(page, p.Text) < 2 {
			t.Errorf("%q stands %d times, not beside the field and in the column", p.Text, strings.Count(page, p.Text))
		}
		before := s.win.Canvas().Focused()
		r.view.Focus(p.Path)
		if at := s.win.Canvas().Focused(); at == nil || at == before && i > 0 {
			t.Errorf("%s: the keyboard does not go to %s", p.Text, p.Path)
		}
	}
	has := func(path string) bool {
		for _, p := range r.view.Findings() {
			if p.Path == path {
				return true
			}
		}
		return false
	}
	for path, settle := range map[string]func(){
		"subjects":       func() { set(r, "subjects", []string{"entrepreneurs"}) },
		"notice_edition": func() { set(r, "notice_edition", "1"); set(r, "notice_date", form.Date("2026-01-10")) },
		"consent_proof":  func() { set(r, "consent_proof", "Modulo firmato, conservato in archivio") },
		"transfer":       func() { set(r, "transfer", "present") },
		"bases9_text":    func() { set(r, "bases9_text", "") },
		"data_types":     func() { set(r, "special", form.No) },
		"backups/0/name": func() { r.ed.Rows(r.ed.Type.Field("backups"))[0].Rec.(*app.Backup).Name = "NAS"; r.view.Sync() },
		"retention/0/term": func() {
			r.ed.Rows(r.ed.Type.Field("retention"))[0].Rec.(*app.Retention).From = "withdrawal"
			r.view.Sync()
		},
	} {
		if !has(path) {
			t.Errorf("nothing is found at %s", path)
			continue
		}
		settle()
		if has(path) {
			t.Errorf("%s is settled and still found", path)
		}
	}
}

// TestContradictionIsSettledByKeys: the finding about the measures leads to their
// list; from there the card of one of the two is reached and taken away, the
// finding goes, and comes back with the card.
func TestContradictionIsSettledByKeys(t *testing.T) {
	s, _ := openShell(t, apptest.Marketing)
	r := first(t, s, app.TreatmentForm.Key)
	contradicts := func() bool {
		return slices.ContainsFunc(r.view.Findings(), func(p form.Problem) bool { return p.Path == "measures" })
	}
	r.view.Focus("measures")
	c := s.win.Canvas()
	press := func(key fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	for range 3 { // past the buttons of the last card
		c.FocusPrevious()
	}
	for range 6 {
		press(fyne.KeyUp)
	}
	if !contradicts() {
		t.Fatal("no contradiction to settle")
	}
	press(fyne.KeyDelete)
	if contradicts() || len(r.ed.Rec.(*app.Treatment).Measures) != 8 {
		t.Error("the measure is still there")
	}
	press(fyne.KeyReturn) // «Riprendi»
	if !contradicts() || len(r.ed.Rec.(*app.Treatment).Measures) != 9 {
		t.Error("the measure does not come back")
	}
}

// TestOfficeIsChecked: list, rail and page «Controlla» tell the same, and the page
// leads to the field.
func TestOfficeIsChecked(t *testing.T) {
	s, _ := openShell(t, apptest.Marketing)
	wait := onThread(t, s)
	p := registerPageOf(t, s, app.TreatmentForm.Key)
	s.sweep()
	wait("the list says so", func() bool { return p.row(0).Word == "11 avvisi" })
	s.checkOffice()
	wait("the page is there", func() bool { return s.over != nil })
	var found []check.Finding
	if d, err := s.cfg.Store.Dossier(t.Context(), s.cfg.Now()); err == nil {
		found = check.Office(d)
	}
	page := newCheckPage(s, found)
	if text := texts(page.split.Object()); !strings.Contains(text, "11 avvisi") || !strings.Contains(text, "PMI") {
		t.Errorf("the page says\n%s", text)
	}
	page.goTo(found[3])
	if got := openRecordOf(s); got == nil || got.uid() != found[3].UID || s.over != nil {
		t.Error("the page does not lead to the record")
	}
}
