package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/exchange"
)

// TestWorkbookFromTheWindow: what was exported, changed and imported shows what it
// would change, and is taken back.
func TestWorkbookFromTheWindow(t *testing.T) {
	s, db := openShell(t, app.Sample)
	ctx := context.Background()
	d, err := db.Dossier(ctx, s.cfg.Now())
	if err != nil {
		t.Fatal(err)
	}
	site := d.Records(app.SiteForm.Key)[0].(*app.Site)
	was := site.City
	site.City = "Castelleone" // in the copy that is read, not in the file
	data, err := exchange.WriteWorkbook(d)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ufficio.xlsx")
	if err := exchange.WriteFile(path, data); err != nil {
		t.Fatal(err)
	}
	if d, err = db.Dossier(ctx, s.cfg.Now()); err != nil {
		t.Fatal(err)
	}
	book, err := exchange.ReadWorkbook(data, d)
	if err != nil {
		t.Fatal(err)
	}
	plan := importPlan{bundle: book.Bundle, workbook: book}
	if plan.Plan, err = db.Import(ctx, s.cfg.By, book.Bundle, true); err != nil {
		t.Fatal(err)
	}
	s.tellPlan(path, plan)
	said := texts(s.win.Canvas().Overlays().Top())
	if !strings.Contains(said, "«Castelleone», era «"+was+"»") {
		t.Errorf("it says %s", said)
	}
	taken, err := db.Import(ctx, s.cfg.By, book.Bundle, false)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := db.TakeBack(ctx, s.cfg.By, taken.Taken); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	rec, err := db.Get(ctx, app.SiteForm.Type(), site.UID())
	if err != nil || rec.(*app.Site).City != was {
		t.Errorf("the city is %v, %v", rec, err)
	}
}

func exchangeScreens() []screen {
	return []screen{
		{"export", func(t *testing.T, s *Shell) { s.exportOffice() }},
		{"taken", func(t *testing.T, s *Shell) {
			s.sayTaken(app.Taken{First: 1, Last: 2}, "Schede nuove 12, aggiornate 3, già uguali 0.")
		}},
		{"import of an assessment", changedAssessment},
		{"nothing to take back", func(t *testing.T, s *Shell) { s.imported = app.Taken{}; s.takeBack() }},
	}
}
