package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
	"tutela/store"
	"tutela/ui/kit"
)

// pastOffice is a window on an office that made a copy every Wednesday of October and
// November 2026, but for the last two, as the file was written on each.
func pastOffice(t *testing.T) (*Shell, *homePage) {
	t.Helper()
	ctx := context.Background()
	clock := form.Date("2026-10-01").Begins().Add(9 * time.Hour)
	db, err := store.Create(ctx, filepath.Join(t.TempDir(), "ufficio.tutela"), store.Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	plan := &app.BackupPlan{Name: "NAS", Started: "2026-09-30"}
	by := app.By{Who: "prova"}
	if err := db.Save(ctx, by, app.BackupPlanForm.Type(), plan); err != nil {
		t.Fatal(err)
	}
	for clock = clock.AddDate(0, 0, 6); clock.Before(time.Date(2026, 11, 11, 0, 0, 0, 0, time.UTC)); clock = clock.AddDate(0, 0, 7) {
		if err := db.Save(ctx, by, app.BackupCopyForm.Type(), &app.BackupCopy{Plan: plan.UID(), At: form.MomentOf(clock), Outcome: app.CopyDone}); err != nil {
			t.Fatal(err)
		}
	}
	s := shellOn(t, db)
	t.Cleanup(func() {
		s.drafts.stop()
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	p := homeOf(t, s)
	if s.past.asked[2026] != form.DateOf(apptest.Now) {
		t.Error("the past was not asked for")
	}
	var mondays []form.Date
	for i := p.weeks() - 1; i >= 0; i-- {
		if from, to := p.days(i); to < p.today() {
			mondays = append(mondays, from)
		}
	}
	s.past.due = dueInWeeks(ctx, db, mondays)
	p.tell()
	return s, p
}

// TestWeeksThatAreDone have a tick: those of which all that was to be done was done,
// and no other.
func TestWeeksThatAreDone(t *testing.T) {
	s, p := pastOffice(t)
	for i := range p.weeks() {
		from, to := p.days(i)
		want := kit.NoIcon
		switch {
		case from >= "2026-10-05" && to < "2026-11-10": // a copy was due, and made
			want = kit.IconCheck
		case from == "2026-11-09":
			want = kit.IconWarning
		}
		if c := p.cell(i); c.Icon != want {
			t.Errorf("the week of %s has sign %v, want %v: %s", from, c.Icon, want, c.Spoken)
		}
	}
	p.choose(41)
	if from, _ := p.days(41); from != "2026-10-12" || !strings.Contains(p.weekWords(41), "1 scadenza, fatta") || !strings.Contains(texts(p.object()), "Tutto fatto") {
		t.Errorf("the week of %s says %s:\n%s", from, p.weekWords(41), texts(p.object()))
	}
	if n := len(s.past.due); n != 6 { // of what was before the file nothing is known
		t.Errorf("%d weeks are known: %v", n, s.past.due)
	}
}
