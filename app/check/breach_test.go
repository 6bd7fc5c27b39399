package check_test

import (
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
	"tutela/app/form"
)

// TestBreachEdges: the hours to the minute, the days on the day, and what leaves
// each rule in peace. Now is 22 November 2026, 17:42.
func TestBreachEdges(t *testing.T) {
	type change func(w *world, b *app.Breach)
	aware := func(ago time.Duration) change {
		return func(_ *world, b *app.Breach) { b.Aware = form.MomentOf(apptest.Now.Add(-ago)) }
	}
	both := func(list ...change) change {
		return func(w *world, b *app.Breach) {
			for _, c := range list {
				c(w, b)
			}
		}
	}
	notified := func(_ *world, b *app.Breach) {
		b.Notifications = []*app.Notification{{Phase: app.PhaseComplete, Sent: form.MomentOf(apptest.Now)}}
	}
	preliminary := func(day int) change {
		return func(_ *world, b *app.Breach) {
			b.Notifications = []*app.Notification{{Phase: app.PhasePreliminary, Sent: form.MomentOf(apptest.Now.AddDate(0, 0, -day))}}
		}
	}
	item := func(n int, line string) change {
		return func(_ *world, b *app.Breach) { b.Items[n-1] = line }
	}
	interrupted := func(_ *world, b *app.Breach) { b.StopDate, b.StopWhy = "2026-11-22", "Perché" }
	untold := func(_ *world, b *app.Breach) { b.Communicate, b.CommunicateWhy, b.Communications = "", "", nil }
	for _, c := range []struct {
		name, rule string
		closed     bool // the closed one, else the one that runs
		change     change
		broken     bool
	}{
		{"72 h", "breach-clock-late", false, aware(72 * time.Hour), false},
		{"a minute more", "breach-clock-late", false, aware(72*time.Hour + time.Minute), true},
		{"late, and notified", "breach-clock-late", false, both(aware(80*time.Hour), notified), false},
		{"late, interrupted", "breach-clock-late", false, both(aware(80*time.Hour), interrupted), true},
		{"late is not soon", "breach-clock-soon", false, aware(80 * time.Hour), false},
		{"24 h and a minute left", "breach-clock-soon", false, aware(48*time.Hour - time.Minute), false},
		{"24 h left", "breach-clock-soon", false, aware(48 * time.Hour), true},
		{"notified in time", "breach-clock-soon", false, both(aware(48*time.Hour), notified), false},
		{"preliminary, 30 days", "breach-preliminary", false, preliminary(30), false},
		{"preliminary, 31 days", "breach-preliminary", false, preliminary(31), true},
		{"supplemented", "breach-preliminary", false, both(preliminary(31), func(_ *world, b *app.Breach) {
			b.Notifications = append(b.Notifications, &app.Notification{Phase: app.PhaseSupplementary, Sent: form.MomentOf(apptest.Now)})
		}), false},
		{"class B notified all the same", "breach-no-reason", true, both(notified, func(_ *world, b *app.Breach) { b.Notify, b.NotifyWhy = "yes", "" }), false},
		{"the class is open", "breach-no-reason", false, func(*world, *app.Breach) {}, false},
		{"no delicate item", "breach-art-34", true, untold, false},
		{"item 4", "breach-art-34", true, both(untold, item(breach.ItemHealth, "1")), true},
		{"item 12", "breach-art-34", true, both(untold, item(breach.ItemJudicial, "1")), true},
		{"item 13, told", "breach-art-34", true, item(breach.ItemMinors, "1"), false},
		{"item 13, it is written why not", "breach-art-34", true, both(untold, item(breach.ItemMinors, "1"), func(_ *world, b *app.Breach) { b.CommunicateWhy = "Perché" }), false},
		{"score and law, reasoned", "breach-score-and-law", true, item(1, "3"), false},
		{"serious, told", "breach-score-and-law", true, item(breach.ItemSerious, "1"), false},
		{"serious, untold", "breach-score-and-law", true, both(untold, item(breach.ItemSerious, "1")), true},
		{"the team calls him so", "breach-no-it", false, func(_ *world, b *app.Breach) { b.TeamPresent = b.TeamPresent[2:] }, false},
		{"appointed sysadmin", "breach-no-it", false, func(w *world, b *app.Breach) {
			b.TeamPresent = b.TeamPresent[:1]
			app.Find(w.Dossier, app.CrisisForm, b.TeamPresent[0]).Person = w.appointed(app.RoleSysadmin).Person
		}, false},
		{"paper", "breach-no-it", false, func(_ *world, b *app.Breach) { b.Electronic, b.TeamPresent = "no", nil }, false},
		{"nobody", "breach-no-it", false, func(_ *world, b *app.Breach) { b.TeamPresent = nil }, true},
		{"interrupted, notified", "breach-interrupted-owed", false, both(interrupted, func(_ *world, b *app.Breach) {
			b.Notifications = []*app.Notification{{Phase: app.PhaseComplete, Authority: app.Garante, How: "In rete", Sent: form.MomentOf(apptest.Now)}}
		}), false},
		{"interrupted, refused with a reason", "breach-interrupted-owed", false, both(interrupted, func(_ *world, b *app.Breach) {
			b.Notify, b.NotifyWhy, b.NotifyDecided = "no", "Perché", form.MomentOf(apptest.Now)
		}), false},
		{"due today", "breach-action-overdue", true, func(_ *world, b *app.Breach) {
			b.Actions[0].Due, b.Actions[0].Done, b.Actions[0].Outcome = "2026-11-22", "", ""
		}, false},
		{"due yesterday", "breach-action-overdue", true, func(_ *world, b *app.Breach) {
			b.Actions[0].Due, b.Actions[0].Done, b.Actions[0].Outcome = "2026-11-21", "", ""
		}, true},
		{"due yesterday, done", "breach-action-overdue", true, func(_ *world, b *app.Breach) { b.Actions[0].Due, b.Actions[0].Outcome = "2026-11-21", "" }, false},
		{"annulled", "breach-clock-late", false, both(aware(80*time.Hour), func(_ *world, b *app.Breach) { b.Annulled = "2026-11-22" }), false},
	} {
		w := newWorld(t)
		b := w.running
		if c.closed {
			b = w.breach
		}
		c.change(w, b)
		if got := len(w.paths(b, c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}
