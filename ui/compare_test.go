package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/store"
)

// manyChanges saves a treatment again and again.
func manyChanges(t *testing.T, db *store.DB, uid string, n int) {
	t.Helper()
	ctx, typ := context.Background(), app.TreatmentForm.Type()
	rec, err := db.Get(ctx, typ, uid)
	if err != nil {
		t.Fatal(err)
	}
	x := rec.(*app.Treatment)
	for i := range n {
		x.Description = fmt.Sprintf("Descrizione numero %d.", i+2)
		if i%2 == 0 {
			x.Purposes = append(x.Purposes, &app.Purpose{Purpose: "newsletter", Note: fmt.Sprintf("nota %d", i+2)})
		} else {
			x.Purposes = x.Purposes[:len(x.Purposes)-1]
		}
		if err := db.Save(ctx, app.By{Who: "prova"}, typ, x); err != nil {
			t.Fatal(err)
		}
	}
}

// TestManyVersions: of 500 changes any two are compared, on the screen and on
// paper, and the history lays out no more than a few at a time.
func TestManyVersions(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	const changes = 500
	manyChanges(t, db, r.uid(), changes)
	r.page.open = nil
	r.page.openRecord(r.uid())
	r = r.page.open
	r.history()
	page := texts(r.page.object())
	if !strings.Contains(page, fmt.Sprintf("Versione %d, modificata", changes+1)) || strings.Contains(page, fmt.Sprintf("Versione %d, ", changes+1-versionsShown)) {
		t.Errorf("the first page of the history holds:\n%s", page)
	}
	press(t, r.page.object(), "Confronta con…")
	page = texts(r.page.object())
	for _, want := range []string{"Confronto di «", "Descrizione numero 500.", "Descrizione numero 501.", "Stampa il confronto"} {
		if !strings.Contains(page, want) {
			t.Errorf("the comparison lacks %q:\n%s", want, page)
		}
	}

	// Any two, on paper too.
	history, err := db.History(context.Background(), app.TreatmentForm.Key, r.uid())
	if err != nil || len(history) != changes+1 {
		t.Fatal(len(history), err)
	}
	paper, ok := comparisonOf(s.cfg.Papers, app.TreatmentForm.Key)
	if !ok {
		t.Fatal("no paper compares treatments")
	}
	typ := app.TreatmentForm.Type()
	for from := 1; from <= changes; from += 37 {
		v, err := app.VersionsOf(typ, history, from, 0)
		if err != nil {
			t.Fatal(err)
		}
		p, err := versionsPaper(s.cfg, paper, v, r.uid())
		if err != nil {
			t.Fatal(err)
		}
		text := doc.Text(p.document)
		for _, d := range typ.Compare(v.Before.Record, v.After.Record, s.names) {
			if !strings.Contains(text, d.Label) {
				t.Errorf("versions %d and %d: the paper lacks %q:\n%s", from, changes+1, d.Label, text)
			}
		}
		if from > 1 && !strings.Contains(text, fmt.Sprintf("Descrizione numero %d.", from)) || !strings.Contains(text, "Descrizione numero 501.") {
			t.Errorf("versions %d and %d:\n%s", from, changes+1, text)
		}
		if len(p.bytes) == 0 || !p.loose {
			t.Error("the paper was not written")
		}
	}
}

// TestReview: confirming dates the review, not the last update, and shows on the
// record and on its sheet.
func TestReview(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	today := form.DateOf(s.cfg.Now()).String()
	updated := *r.ed.Rec.(*app.Treatment).Head()
	s.actions().review()
	rec, err := db.Get(context.Background(), app.TreatmentForm.Type(), r.uid())
	if err != nil {
		t.Fatal(err)
	}
	x := rec.(*app.Treatment)
	if x.Reviewed.String() != today || x.Head().Updated != updated.Updated || x.Head().Revision != updated.Revision+1 {
		t.Errorf("reviewed %s, head %+v", x.Reviewed, x.Head())
	}
	r = r.page.open
	if !strings.Contains(r.dates.Text(), "confermata il "+today) || r.dirty {
		t.Errorf("the head says %q, dirty %v", r.dates.Text(), r.dirty)
	}
	paper, _ := papers.Find(s.cfg.Papers, "treatment-sheet")
	p, err := s.prepare(paper, r.uid(), false)
	if err != nil {
		t.Fatal(err)
	}
	if text := doc.Text(p.document); !strings.Contains(text, "Ultima revisione senza modifiche: "+today) {
		t.Errorf("the sheet does not say so:\n%s", text)
	}
	r.history()
	if page := texts(r.page.object()); !strings.Contains(page, "Versione 2, confermata senza modifiche") {
		t.Errorf("the history:\n%s", page)
	}
	// It is undone as any other change.
	r.show()
	r.undoLast()
	r.save()
	rec, err = db.Get(context.Background(), app.TreatmentForm.Type(), r.uid())
	if err != nil || rec.(*app.Treatment).Reviewed != "" {
		t.Error(rec.(*app.Treatment).Reviewed, err)
	}
}

// TestReviewOfUnsavedChanges: what is not saved is not confirmed.
func TestReviewOfUnsavedChanges(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.TreatmentForm.Key)
	r.ed.SetText(r.ed.Type.Field("description"), "altro")
	r.edited()
	r.review()
	if text := dialogText(s); !strings.Contains(text, "modifiche non salvate") {
		t.Error(text)
	}
	if r.ed.Rec.(*app.Treatment).Reviewed != "" {
		t.Error("it was confirmed")
	}
}

// TestPrintedTreatmentIsArchived: a draft does not keep a treatment from being
// deleted, a complete print does, and leads to its end.
func TestPrintedTreatmentIsArchived(t *testing.T) {
	s, db := openShell(t, app.Sample)
	ctx, typ := context.Background(), app.TreatmentForm.Type()
	x := &app.Treatment{Title: "Accessi dei visitatori", Matrix: "5x5"}
	if err := db.Save(ctx, app.By{}, typ, x); err != nil {
		t.Fatal(err)
	}
	kept := app.Print{Kind: "treatment-sheet", Title: "Scheda", Register: typ.Key, Subject: x.UID(), State: app.PrintDraft, PDF: []byte("bozza")}
	if _, err := db.KeepPrint(ctx, app.By{}, kept); err != nil {
		t.Fatal(err)
	}
	p := registerPageOf(t, s, typ.Key)
	p.openRecord(x.UID())
	p.open.remove()
	if text := dialogText(s); !strings.Contains(text, "Eliminare «Accessi dei visitatori»?") {
		t.Fatalf("a draft keeps it from being deleted:\n%s", text)
	}
	confirm(t, s, "Annulla")
	kept.State, kept.PDF = app.PrintPrinted, []byte("stampa")
	if _, err := db.KeepPrint(ctx, app.By{}, kept); err != nil {
		t.Fatal(err)
	}
	if err := db.Delete(ctx, app.By{}, typ, x.UID()); err == nil || !strings.Contains(app.Sentence(err), "archiviatela") {
		t.Errorf("deleted: %v", err)
	}
	p.open.remove()
	if text := dialogText(s); !strings.Contains(text, "È già stata stampata") {
		t.Fatalf("the dialog says:\n%s", text)
	}
	confirm(t, s, "Archivia…")
	confirm(t, s, "Archivia")
	if text := dialogText(s); !strings.Contains(text, "Scrivete il motivo") {
		t.Errorf("no reason is asked for:\n%s", text)
	}
}

// TestPastRegister: the register of today's office as of today says so, and
// takes the place of no other print.
func TestPastRegister(t *testing.T) {
	s, db := openShell(t, app.Sample)
	ctx := context.Background()
	list, err := db.Latest(ctx, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	day := form.DateOf(list[0].At)
	at := list[0].At
	s.cfg.Now = func() time.Time { return at }
	paper, _ := papers.Find(s.cfg.Papers, "controller-register")
	now, err := s.prepare(paper, "", false)
	if err != nil {
		t.Fatal(err)
	}
	past, err := pastPaper(s.cfg, paper, day)
	if err != nil {
		t.Fatal(err)
	}
	if past.document.Label != "situazione al "+day.String() || past.title() != "Registro dei trattamenti del titolare, situazione al "+day.String() {
		t.Errorf("label %q, title %q", past.document.Label, past.title())
	}
	if err := keepPrinted(s.cfg.Store, s.cfg.By, []*printed{now, past}); err != nil {
		t.Fatal(err)
	}
	prints, err := db.Prints(ctx)
	if err != nil || len(prints) != 2 {
		t.Fatal(prints, err)
	}
	for _, x := range prints {
		if x.State == app.PrintSuperseded {
			t.Errorf("%s is superseded", x.Title)
		}
	}
	if _, err := pastPaper(s.cfg, paper, day.AddDays(-1)); err == nil {
		t.Error("a day before the first record was printed")
	}
	s.askPast()
	confirm(t, s, "Mostra")
	if text := dialogText(s); !strings.Contains(text, "Scrivete la data come gg/mm/aaaa") {
		t.Errorf("no date is asked for:\n%s", text)
	}
}
