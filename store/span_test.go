package store

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// A span takes in its first and its last day, as they are in Rome, whatever the
// hour in UTC, and is in the order of time.
func TestSpanOfDays(t *testing.T) {
	db, err := newOffice(filepath.Join(t.TempDir(), "ufficio.tutela"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, db)
	typ := app.BackupCopyForm.Type()
	for _, at := range []string{"01/01/2027 00:00", "31/12/2026 23:59", "01/01/2026 00:00", "31/12/2025 23:59", "29/03/2026 03:00", ""} {
		c := &app.BackupCopy{Note: at}
		if at != "" {
			c.At, _ = form.ParseMoment(at)
		}
		save(t, db, typ, c)
	}
	for _, c := range []struct {
		from, to form.Date
		want     []string
	}{
		{"2026-01-01", "2026-12-31", []string{"01/01/2026 00:00", "29/03/2026 03:00", "31/12/2026 23:59"}},
		{"2026-03-29", "2026-03-29", []string{"29/03/2026 03:00"}},
		{"2026-03-30", "2026-12-30", nil},
		{"2026-12-31", "", []string{"31/12/2026 23:59", "01/01/2027 00:00"}},
		{"", "2025-12-31", []string{"31/12/2025 23:59"}},
	} {
		recs, err := db.Span(ctx, typ, "at", c.from, c.to)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, rec := range recs {
			got = append(got, rec.(*app.BackupCopy).Note)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("from %s to %s: %v", c.from, c.to, got)
		}
	}
	// A day that no moment stands for.
	save(t, db, app.AccessAttemptForm.Type(), &app.AccessAttempt{On: "2026-02-28"})
	if recs, err := db.Span(ctx, app.AccessAttemptForm.Type(), "on", "2026-02-28", "2026-02-28"); err != nil || len(recs) != 1 {
		t.Errorf("%d records of the day, %v", len(recs), err)
	}
	if _, err := db.Span(ctx, typ, "note", "", ""); err == nil {
		t.Error("a note was taken for a date")
	}
}

// BenchmarkSpan is a year of a log that holds daily copies of twenty plans over
// five years, and beside it the whole log.
func BenchmarkSpan(b *testing.B) {
	db, err := newOffice(filepath.Join(b.TempDir(), "ufficio.tutela"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { shut(b, db) })
	typ := app.BackupCopyForm.Type()
	err = db.Write(ctx, By{Who: "prova"}, func(tx *Tx) error {
		for range 20 {
			p := &app.BackupPlan{Name: "Piano"}
			if err := tx.Save(app.BackupPlanForm.Type(), p); err != nil {
				return err
			}
			for day := range 5 * 365 {
				at := time.Date(2022, 1, 1+day, 20, 0, 0, 0, time.UTC)
				if err := tx.Save(typ, &app.BackupCopy{Plan: p.UID(), At: form.MomentOf(at), Outcome: app.CopyDone}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("year", func(b *testing.B) {
		for b.Loop() {
			if recs, err := db.Span(ctx, typ, "at", "2026-01-01", "2026-12-31"); err != nil || len(recs) < 20*360 {
				b.Fatal(len(recs), err)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.All(ctx, typ); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.List(ctx, typ.Key, app.Query{Ended: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("dossier", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.Dossier(ctx, time.Now()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
