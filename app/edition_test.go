package app_test

import (
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
)

func TestEditionNumber(t *testing.T) {
	for revision, want := range map[int64]string{1: "1.00", 2: "1.01", 100: "1.99", 101: "2.00", 102: "2.01"} {
		if got := app.EditionNumber(revision); got != want {
			t.Errorf("revision %d is %s, not %s", revision, got, want)
		}
	}
}

// TestEditions: the final prints of the document alone, up to now, in order, and
// the one that is being printed behind them.
func TestEditions(t *testing.T) {
	d := apptest.NewMemory(apptest.Now).Dossier(t)
	day := func(n int) time.Time { return apptest.Now.AddDate(0, 0, n) }
	d.Prints = []app.Print{ // the newest first
		{Kind: app.AccountabilityKind, Revision: 3, At: day(1), Description: "di domani"},
		{Kind: app.AccountabilityKind, Revision: 2, At: day(-1), Description: "di ieri"},
		{Kind: "dpia", Revision: 9, At: day(-2)},
		{Kind: app.AccountabilityKind, At: day(-3), Description: "bozza"},
		{Kind: app.AccountabilityKind, Revision: 1, At: day(-400), Description: "prima"},
	}
	list, printing := app.Editions(d)
	if len(list) != 2 || printing || list[0].Description != "prima" || list[1].Number != "1.01" || list[1].On != "2026-11-21" {
		t.Errorf("%+v %v", list, printing)
	}
	d.Edition = "nuova"
	if list, printing = app.Editions(d); len(list) != 3 || !printing || list[2] != (app.Edition{Number: "1.02", On: d.Today(), Description: "nuova"}) {
		t.Errorf("%+v %v", list, printing)
	}
	d.AsOf = "2025-12-31"
	if list, printing = app.Editions(d); len(list) != 1 || printing {
		t.Errorf("of a past day: %+v %v", list, printing)
	}
}

func TestPrintNumber(t *testing.T) {
	for want, p := range map[string]app.Print{
		"":     {Kind: app.AccountabilityKind},
		"1.01": {Kind: app.AccountabilityKind, Revision: 2},
		"2":    {Kind: "breach-policy", Revision: 2},
	} {
		if got := p.Number(); got != want {
			t.Errorf("%s, revision %d: %q, not %q", p.Kind, p.Revision, got, want)
		}
	}
}
