package ui

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
)

// TestScreeningBeginsFromTheSheet: a treatment that has none gets a new screening
// that knows the treatment, the day and the level; one that has is led to it.
func TestScreeningBeginsFromTheSheet(t *testing.T) {
	s, db := openShell(t, app.Sample)
	screened := map[string]bool{}
	for _, d := range records[app.DPIA](t, db, app.DPIAForm.Type()) {
		screened[d.Treatment] = true
	}
	var with, without string
	for _, x := range records[app.Treatment](t, db, app.TreatmentForm.Type()) {
		if screened[x.UID()] {
			with = x.UID()
		} else {
			without = x.UID()
		}
	}
	if with == "" || without == "" {
		t.Fatal("the example has no treatment of each sort")
	}
	press(t, s.openRecord(app.TreatmentForm.Key, with).object, "Esame preliminare (DPIA)")
	if d := s.registerPage().open.ed.Rec.(*app.DPIA); d.UID() == "" || d.Treatment != with {
		t.Errorf("led to %+v", d)
	}
	press(t, s.openRecord(app.TreatmentForm.Key, without).object, "Esame preliminare (DPIA)")
	r := s.registerPage().open
	d := r.ed.Rec.(*app.DPIA)
	if d.UID() != "" || d.Treatment != without || d.Screened != form.DateOf(s.cfg.Now()) || d.High != "no" || !r.dirty {
		t.Errorf("begun as %+v", d)
	}
	if text := texts(r.object); !strings.Contains(text, "modifiche non salvate") {
		t.Errorf("the record says:\n%s", text)
	}
	// What was left half written comes back, and is not given to another.
	press(t, s.openRecord(app.TreatmentForm.Key, without).object, "Esame preliminare (DPIA)")
	if again := s.registerPage().open.ed.Rec.(*app.DPIA); again.Treatment != without {
		t.Errorf("again %+v", again)
	}
}

// TestHighLevelLeadsToTheScreening: the level Alto offers the screening beside the
// matrix, other levels do not.
func TestHighLevelLeadsToTheScreening(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	const next = "Fate l’esame preliminare (DPIA)"
	for _, c := range []struct {
		p, c int64
		high bool
	}{{1, 1, false}, {3, 4, false}, {3, 5, true}, {5, 5, true}} {
		r.ed.Set(r.ed.Type.Field("probability"), c.p)
		r.ed.Set(r.ed.Type.Field("consequence"), c.c)
		r.view.Sync()
		if got := strings.Contains(texts(r.object), next); got != c.high {
			t.Errorf("%d × %d offers it: %v", c.p, c.c, got)
		}
	}
	r.edited()
	r.save()
	press(t, r.object, next)
	if d, ok := s.registerPage().open.ed.Rec.(*app.DPIA); !ok || d.High != "yes" && d.UID() == "" {
		t.Errorf("led to %+v", s.registerPage().open.ed.Rec)
	}
}

// TestDPIAOnTheMatrix: the risks of an assessment are chosen on the map; another
// matrix of the office is offered, and takes what was chosen on the old one away.
func TestDPIAOnTheMatrix(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.DPIAForm.Key)
	p.openRecord("")
	r := p.open
	d := r.ed.Rec.(*app.DPIA)
	for key, n := range map[string]int64{"initial_probability": 5, "initial_consequence": 5, "residual_probability": 3, "residual_consequence": 5} {
		r.ed.Set(r.ed.Type.Field(key), n)
	}
	r.view.Sync()
	if text := texts(r.object); !strings.Contains(text, "Quasi certo, Gravissime: 25") || !strings.Contains(text, "5 × 5 = 25") || !strings.Contains(text, "3 × 5 = 15") {
		t.Errorf("the maps say:\n%s", text)
	}
	if d.LevelBefore() != risk.High || d.Level() != risk.High {
		t.Errorf("levels %v, %v", d.LevelBefore(), d.Level())
	}
	r.page.shell.redoAssessment(r.ed, r.edited)
	if d.InitialProbability.Valid || d.ResidualConsequence.Valid {
		t.Error("what was chosen on the old matrix is still there")
	}
}
