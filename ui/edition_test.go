package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/papers"
)

// TestEdition: an edition asks what changes, takes a number and keeps what was
// typed, and still says what it said; a working copy is a draft.
func TestEdition(t *testing.T) {
	s, db := openShell(t, app.Sample)
	s.cfg.Now = time.Now // that of the file
	ctx := context.Background()
	paper, _ := papers.Find(s.cfg.Papers, app.AccountabilityKind)
	d, err := db.Dossier(ctx, s.cfg.Now())
	if err != nil {
		t.Fatal(err)
	}
	s.showEdition(paper, d)
	if text := dialogText(s); !strings.Contains(text, "prende il numero 1.00") {
		t.Errorf("which number it takes is not said:\n%s", text)
	}
	confirm(t, s, "Nuova edizione")
	if text := dialogText(s); !strings.Contains(text, "Scrivete che cosa cambia") {
		t.Errorf("no description is asked for:\n%s", text)
	}
	for _, description := range []string{"Prima edizione", ""} {
		p, err := editionOf(s.cfg, paper, description)
		if err != nil {
			t.Fatal(err)
		}
		if err := keepPrinted(s.cfg.Store, s.cfg.By, []*printed{p}); err != nil {
			t.Fatal(err)
		}
	}
	prints, err := db.Prints(ctx)
	if err != nil || len(prints) != 2 {
		t.Fatal(prints, err)
	}
	if d, err = db.Dossier(ctx, s.cfg.Now().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	for _, x := range prints {
		switch x.Description {
		case "":
			if x.State != app.PrintDraft || x.Revision != 0 {
				t.Errorf("the working copy is %s, revision %d", x.State, x.Revision)
			}
		default:
			if x.State != app.PrintPrinted || x.Revision != 1 || x.Description != "Prima edizione" {
				t.Errorf("the edition is %s, revision %d, %q", x.State, x.Revision, x.Description)
			}
			if !stillSays(d, paper, x) {
				t.Error("the edition is said to be outdated at once")
			}
		}
	}
	if next := app.NextEdition(d); next != "1.01" {
		t.Errorf("the next edition is %s", next)
	}
	office := *d.Office()
	d.Office().Representative = ""
	s.showEdition(paper, d)
	if text := dialogText(s); strings.Contains(text, "Nuova edizione") || !strings.Contains(text, "sono completi") {
		t.Errorf("an incomplete office is offered an edition:\n%s", text)
	}
	*d.Office() = office
}
