package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestBackupEdges: each term the day before, on the day and the day after, and what
// is left in peace. Today is 22 November 2026, 17:42 in Rome.
func TestBackupEdges(t *testing.T) {
	copied := func(at string) func(w *world) any {
		return func(w *world) any {
			w.lastCopy(at)
			return w.plan
		}
	}
	plan := func(change func(w *world, p *app.BackupPlan)) func(w *world) any {
		return func(w *world) any {
			change(w, w.plan)
			return w.plan
		}
	}
	restore := func(change func(w *world, r *app.Restore)) func(w *world) any {
		return func(w *world) any {
			change(w, w.restore)
			return w.restore
		}
	}
	asked := func(requested, back string) func(w *world) any {
		return restore(func(_ *world, r *app.Restore) {
			r.Requested, _ = form.ParseMoment(requested)
			r.Back = form.Moment{}
			if back != "" {
				r.Back, _ = form.ParseMoment(back)
			}
		})
	}
	broken := func(on, working form.Date) func(w *world) any {
		return func(w *world) any {
			w.system.BrokenOn, w.system.WorkingOn = on, working
			return w.system
		}
	}
	medium := func(change func(m *app.Medium)) func(w *world) any {
		return func(w *world) any {
			change(w.medium)
			return w.medium
		}
	}
	archive := func(change func(w *world, a *app.Archive)) func(w *world) any {
		return func(w *world) any {
			w.plan.Archives, w.plans()[0].Systems, w.archive.Treatments = nil, nil, nil
			change(w, w.archive)
			return w.archive
		}
	}
	fleeting := func(n int64, unit, from string) func(w *world, a *app.Archive) {
		return func(w *world, a *app.Archive) {
			a.Treatments, w.treatment.Backups = []string{w.treatment.UID()}, nil
			w.treatment.RetentionText, w.treatment.Retention = "", []*app.Retention{{Term: form.Number(n), Unit: unit, From: from}}
		}
	}
	kept := func(days int64) func(w *world) any { // of data that are kept for 24 days
		return func(w *world) any {
			fleeting(24, "days", "collection")(w, w.archive)
			w.plan.Archives, w.plan.Retention = []string{w.archive.UID()}, form.Number(days)
			return w.plan
		}
	}
	for _, c := range []struct {
		name, rule string
		rec        func(w *world) any
		broken     bool
	}{
		{"the next is due tomorrow", "backup-overdue", copied("16/11/2026 00:00"), false},
		{"the next is due today", "backup-overdue", copied("15/11/2026 00:00"), false},
		{"the next was due yesterday", "backup-overdue", copied("14/11/2026 23:59"), true},
		{"never, begun seven days ago", "backup-overdue", plan(func(w *world, p *app.BackupPlan) {
			p.Head().UID, p.Started = "another", "2026-11-15"
		}), false},
		{"never, begun eight days ago", "backup-overdue", plan(func(w *world, p *app.BackupPlan) {
			p.Head().UID, p.Started = "another", "2026-11-14"
		}), true},
		{"not begun", "backup-overdue", plan(func(w *world, p *app.BackupPlan) { p.Head().UID, p.Started = "another", "2026-11-23" }), false},
		{"more seldom than the log is read", "backup-overdue", plan(func(w *world, p *app.BackupPlan) {
			p.Interval = form.Number(500)
			w.lastCopy("10/07/2025 18:00")
		}), false},
		{"a failed copy is none", "backup-overdue", plan(func(w *world, p *app.BackupPlan) {
			for _, x := range app.All(w.Dossier, app.BackupCopyForm) {
				x.Outcome = app.CopyFailed
			}
		}), true},
		{"seven days", "backup-plan-interval", plan(func(_ *world, p *app.BackupPlan) { p.Interval = form.Number(7) }), false},
		{"no copy yet: a test can wait", "backup-untested", plan(func(w *world, p *app.BackupPlan) { p.Head().UID = "another" }), false},
		{"tested a year ago today", "backup-untested", plan(func(w *world, p *app.BackupPlan) {
			p.Started, p.Head().UID = "2024-01-01", w.tested("22/11/2025 10:00")
		}), false},
		{"tested a year and a day ago", "backup-untested", plan(func(w *world, p *app.BackupPlan) {
			p.Started, p.Head().UID = "2024-01-01", w.tested("21/11/2025 10:00")
		}), true},
		{"no tests wanted", "backup-untested", plan(func(w *world, p *app.BackupPlan) {
			p.Started, p.Head().UID, p.Tests = "2024-01-01", w.tested("21/11/2025 10:00"), form.Number(0)
		}), false},
		{"the media in the room of the computer", "backup-room", plan(func(w *world, p *app.BackupPlan) { w.medium.Room = w.system.Room }), true},
		{"a lost one was there", "backup-room", plan(func(w *world, p *app.BackupPlan) {
			w.medium.Room, w.medium.Lost = w.system.Room, "2026-01-01"
		}), false},
		{"another room", "backup-room", plan(func(w *world, p *app.BackupPlan) { p.Room = "another" }), false},
		{"restoring is not written", "backup-no-instructions", plan(func(_ *world, p *app.BackupPlan) { p.RestoreHow = "" }), true},
		{"the substitute left", "backup-keeper-left", plan(func(w *world, p *app.BackupPlan) {
			app.Find(w.Dossier, app.PersonForm, p.Substitute).End = "2026-11-21"
		}), true},
		{"leaves today", "backup-keeper-left", plan(func(w *world, p *app.BackupPlan) { app.Find(w.Dossier, app.PersonForm, p.Keeper).End = "2026-11-22" }), false},
		{"the letter ends today", "backup-keeper-no-letter", plan(func(w *world, _ *app.BackupPlan) { w.appointed(app.RoleBackup).Ended = "2026-11-22" }), true},
		{"the letter ends tomorrow", "backup-keeper-no-letter", plan(func(w *world, _ *app.BackupPlan) { w.appointed(app.RoleBackup).Ended = "2026-11-23" }), false},

		{"back on the seventh day", "restore-late", asked("01/11/2026 09:00", "08/11/2026 23:59"), false},
		{"back on the eighth", "restore-late", asked("01/11/2026 09:00", "09/11/2026 00:01"), true},
		{"open on the seventh", "restore-late", asked("15/11/2026 09:00", ""), false},
		{"open on the eighth", "restore-late", asked("14/11/2026 23:59", ""), true},
		{"a test is no hurry", "restore-late", restore(func(_ *world, r *app.Restore) {
			r.Purpose, r.Requested, r.Back = app.RestoreTest, form.Moment{Time: r.Requested.AddDate(-1, 0, 0)}, form.Moment{}
		}), false},
		{"the substitute of the designee", "restore-decided", restore(func(w *world, r *app.Restore) { r.DecidedBy = w.appointed(app.RoleSecurity).Substitute }), false},
		{"nobody is the designee", "restore-decided", restore(func(w *world, r *app.Restore) {
			r.DecidedBy, w.appointed(app.RoleSecurity).Ended = w.appointed(app.RoleBackup).Person, "2025-01-01"
		}), false},
		{"a test anybody decides", "restore-decided", restore(func(w *world, r *app.Restore) {
			r.Purpose, r.DecidedBy = app.RestoreTest, w.appointed(app.RoleBackup).Person
		}), false},
		{"a machine too", "restore-decided", restore(func(w *world, r *app.Restore) {
			r.What, r.DecidedBy = app.RestoreMachine, w.appointed(app.RoleBackup).Person
		}), true},
		{"broken for seven days", "system-broken", broken("2026-11-15", ""), false},
		{"broken for eight", "system-broken", broken("2026-11-14", ""), true},
		{"it took seven", "system-broken", broken("2026-01-01", "2026-01-08"), false},
		{"it took eight", "system-broken", broken("2026-01-01", "2026-01-09"), true},

		{"common data may be rewritten", "medium-not-wiped", medium(func(m *app.Medium) { m.Reused = "2026-11-20" }), false},
		{"wiped, and how", "medium-not-wiped", medium(func(m *app.Medium) {
			m.Classes, m.Reused, m.ReuseHow = []string{"criminal"}, "2026-11-20", "Sovrascritto"
		}), false},
		{"thrown away", "medium-not-wiped", medium(func(m *app.Medium) { m.Classes, m.Destroyed = []string{"criminal"}, "2026-11-20" }), true},
		{"lost, and what was done", "medium-lost", medium(func(m *app.Medium) { m.Lost, m.LostNote = "2026-11-20", "Era cifrato" }), false},
		{"a label of its own", "medium-label-taken", medium(func(m *app.Medium) { m.Label = "DISCO-3" }), false},

		{"its system is copied", "archive-no-plan", archive(func(w *world, a *app.Archive) { w.plan.Systems = []string{a.System} }), false},
		{"only by a plan that ended", "archive-no-plan", archive(func(w *world, a *app.Archive) {
			w.plan.Archives, w.plan.Ended = []string{a.UID()}, "2026-01-01"
		}), true},
		{"the sheet says where", "archive-no-plan", archive(func(w *world, a *app.Archive) { a.Treatments = []string{w.treatment.UID()} }), false},
		{"paper", "archive-no-plan", archive(func(_ *world, a *app.Archive) { a.Kind = "paper" }), false},
		{"its data last as long as a copy", "archive-no-plan", archive(fleeting(7, "days", "collection")), false},
		{"a day longer", "archive-no-plan", archive(fleeting(8, "days", "collection")), true},
		{"from the end of a relation", "archive-no-plan", archive(fleeting(1, "days", "end")), true},
		{"a term in words", "archive-no-plan", archive(func(w *world, a *app.Archive) {
			fleeting(1, "days", "collection")(w, a)
			w.treatment.RetentionText = "Dieci anni, se serve"
		}), true},
		{"copies kept a day less than the data", "backup-outlives-data", kept(23), false},
		{"as long as the data", "backup-outlives-data", kept(24), false},
		{"a day longer than the data", "backup-outlives-data", kept(25), true},
		{"at a supplier's", "archive-no-plan", archive(func(w *world, _ *app.Archive) { w.system.Kind = "cloud" }), false},
	} {
		w := newWorld(t)
		if got := len(w.paths(c.rec(w), c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}

// tested makes a plan of its own that was copied today and tested at a moment, and
// gives its name.
func (w *world) tested(at string) string {
	w.t.Helper()
	const uid = "tested"
	requested, wrong := form.ParseMoment(at)
	if wrong != "" {
		w.t.Fatal(at, wrong)
	}
	app.All(w.Dossier, app.BackupCopyForm)[0].Plan, app.All(w.Dossier, app.BackupCopyForm)[0].At = uid, form.MomentOf(w.Now)
	r := app.All(w.Dossier, app.RestoreForm)[0]
	r.Plan, r.Requested = uid, requested
	return uid
}

// TestSheetReadsThePlan: what the sheet says of its copies is said by the plan,
// where there is one (decision A17).
func TestSheetReadsThePlan(t *testing.T) {
	for _, c := range []struct {
		name, rule          string
		interval, retention int64
		want                string
	}{
		{"often enough", "backup-interval", 7, 90, ""},
		{"too seldom", "backup-interval", 8, 90, "backups/0/plan"},
		{"kept until the next", "backup-one-copy", 7, 7, "backups/0/plan"},
		{"kept longer", "backup-one-copy", 7, 8, ""},
	} {
		w := newWorld(t)
		w.plan.Interval, w.plan.Retention = form.Number(c.interval), form.Number(c.retention)
		b := w.treatment.Backups[0]
		b.Plan, b.Frequency, b.History = w.plan.UID(), form.Number(30), form.Number(30) // of before, not shown
		got := ""
		if paths := w.paths(w.treatment, c.rule); len(paths) > 0 {
			got = paths[0]
		}
		if got != c.want {
			t.Errorf("%s: %s at %q", c.name, c.rule, got)
		}
	}
}
