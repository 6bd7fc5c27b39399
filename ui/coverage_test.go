package ui

import (
	"context"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/store"
)

// uncovered saves the example with no measure against what wants no power or no
// network, in a treatment and in the office.
func uncovered(t *testing.T, s *Shell, db *store.DB) *app.Treatment {
	t.Helper()
	ctx := context.Background()
	var last *app.Treatment
	for _, x := range records[app.Treatment](t, db, app.TreatmentForm.Type()) {
		x.Measures = x.Measures[:1] // fire-fighting
		if err := db.Save(ctx, app.By{Who: "prova"}, app.TreatmentForm.Type(), x); err != nil {
			t.Fatal(err)
		}
		last = x
	}
	for _, x := range records[app.OfficeMeasure](t, db, app.OfficeMeasureForm.Type()) {
		x.State, x.Due = app.ToAdopt, "2027-01-31"
		if err := db.Save(ctx, app.By{Who: "prova"}, app.OfficeMeasureForm.Type(), x); err != nil {
			t.Fatal(err)
		}
	}
	s.saved("")
	return last
}

func records[T any](t *testing.T, db *store.DB, ft *form.Type) []*T {
	t.Helper()
	all, err := db.All(context.Background(), ft)
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	var out []*T
	for _, rec := range all {
		out = append(out, rec.(*T))
	}
	return out
}

// TestCoverageOfATreatment: a bare cell offers measures; one that is taken up as
// in being covers it at once, one to be adopted does not, and both open where
// their next field is.
func TestCoverageOfATreatment(t *testing.T) {
	s, db := openShell(t, app.Sample)
	uncovered(t, s, db)
	r := first(t, s, app.TreatmentForm.Key)
	x := r.ed.Rec.(*app.Treatment)
	bare := func() int {
		return len(app.CoverageOf(s.world.Book(), x, app.OfficeMeasures(s.world)).Bare())
	}
	before := bare()
	said := texts(r.object)
	if before < 10 || !strings.Contains(said, "caselle scoperte") || !strings.Contains(said, "Nessuna misura in essere la copre.") {
		t.Fatalf("%d bare cells, the record says:\n%s", before, said)
	}
	press(t, r.object, "Da adottare")
	if n := len(x.Measures); n != 2 || x.Measures[1].State != app.ToAdopt || len(x.Measures[1].Dangers) == 0 {
		t.Fatalf("%d measures, the last %+v", n, x.Measures[n-1])
	}
	if bare() != before {
		t.Error("what is to be adopted covers")
	}
	press(t, r.object, "È in essere")
	if n := len(x.Measures); n != 3 || x.Measures[2].State != app.InPlace {
		t.Fatalf("%d measures, the last %+v", n, x.Measures[n-1])
	}
	if bare() >= before || !r.dirty {
		t.Errorf("%d cells bare, %d before", bare(), before)
	}
	if after := texts(r.object); !strings.Contains(after, "coperta") && after == said {
		t.Error("the picture did not follow")
	}
}

// TestCoverageFollowsTheReason: a danger set aside is no bare cell any more.
func TestCoverageFollowsTheReason(t *testing.T) {
	s, db := openShell(t, app.Sample)
	uncovered(t, s, db)
	r := first(t, s, app.TreatmentForm.Key)
	list := r.ed.Type.Field("set_aside")
	r.ed.AddRowWith(list, func(rec any) {
		*rec.(*app.Irrelevance) = app.Irrelevance{Danger: "natural", Reason: "I dati stanno soltanto in rete"}
	})
	r.view.Sync()
	if said := texts(r.object); !strings.Contains(said, "Non riguarda questi dati: I dati stanno soltanto in rete") && !strings.Contains(said, "messa da parte") {
		t.Errorf("the danger is not shown as set aside:\n%s", said)
	}
}

// TestCoverageOfTheOffice: each bare cell leads to its treatments, and to a new
// measure of the office with its dangers; once that is in being it is covered.
func TestCoverageOfTheOffice(t *testing.T) {
	s, db := openShell(t, app.Sample)
	last := uncovered(t, s, db)
	page := func() *coveragePage {
		d, err := db.Dossier(context.Background(), s.cfg.Now())
		if err != nil {
			t.Fatal(err)
		}
		return newCoveragePage(s, d)
	}
	p := page()
	before := p.view.Bare()
	if said := texts(s.stack); !strings.Contains(said, "caselle scoperte") || !strings.Contains(said, "Scoperta in 6 schede:") {
		t.Fatalf("the page says:\n%s", said)
	}
	p.open(last)
	r := s.registerPage().open
	if r == nil || r.uid() != last.UID() {
		t.Fatal("the treatment is not open")
	}
	page()
	press(t, s.stack, "Aggiungi alle misure dell’ufficio")
	r = s.registerPage().open
	m, ok := r.ed.Rec.(*app.OfficeMeasure)
	if !ok || m.UID() != "" || m.Measure.Measure == "" || len(m.Dangers) == 0 || !strings.Contains(texts(r.object), "Pericoli associati") {
		t.Fatalf("%+v", r.ed.Rec)
	}
	if n := len(r.ed.Rows(r.ed.Type.Field("dangers"))); n != len(m.Dangers) {
		t.Errorf("%d dangers are shown of %d", n, len(m.Dangers))
	}
	r.save()
	if m.UID() == "" {
		t.Fatalf("not saved: %s", texts(r.object))
	}
	if after := page().view.Bare(); after >= before {
		t.Errorf("%d cells bare, %d before", after, before)
	}
}

// TestNoTreatmentNoCoverage: an office without treatments has nothing to cover.
func TestNoTreatmentNoCoverage(t *testing.T) {
	s, db := openShell(t, func(func(*form.Type, form.Record) error) error { return nil })
	d, err := db.Dossier(context.Background(), s.cfg.Now())
	if err != nil {
		t.Fatal(err)
	}
	newCoveragePage(s, d)
	if said := texts(s.stack); !strings.Contains(said, "nessun trattamento") || strings.Contains(said, "scoperta") {
		t.Errorf("the page says:\n%s", said)
	}
}
