package ui

import (
	"context"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestSentIsKept: saving a breach with a notification that was sent keeps what the
// authority was told, and the next change of the record leaves it as it was.
func TestSentIsKept(t *testing.T) {
	s, db := openShell(t, app.Sample)
	page := registerPageOf(t, s, app.BreachForm.Key)
	rows, err := db.List(context.Background(), app.BreachForm.Key, app.Query{Text: "chiavetta"})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d breaches: %v", len(rows), err)
	}
	page.openRecord(rows[0].UID)
	b := page.open.ed.Rec.(*app.Breach)
	sent := form.MomentOf(s.cfg.Now())
	b.Notifications = []*app.Notification{{Phase: app.PhasePreliminary, Authority: app.Garante, How: "Servizio in rete", Sent: sent}}
	page.open.dirty = true
	page.open.save()
	b.Subjects = form.Number(150)
	page.open.save()
	rec, err := db.Get(context.Background(), app.BreachForm.Type(), rows[0].UID)
	if err != nil {
		t.Fatal(err)
	}
	n := rec.(*app.Breach).Notifications
	if len(n) != 1 || n[0].FormVersion == "" {
		t.Fatalf("nothing was kept: %+v", n)
	}
	for key, want := range map[string]string{"people": "circa 140", "controller": "Ferramenta Bianchi S.n.c.", "phase": "Preliminare"} {
		if got, _ := n[0].Answer(key); got != want {
			t.Errorf("%s: kept %q, want %q", key, got, want)
		}
	}
}
