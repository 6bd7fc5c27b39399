package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestPaperEdges: each term the day before, on the day and the day after, and what
// is left in peace. Today is 22 November 2026.
func TestPaperEdges(t *testing.T) {
	leave := func(change func(w *world, l *app.CopyLeave)) func(w *world) any {
		return func(w *world) any {
			change(w, w.leave)
			return w.leave
		}
	}
	loan := func(archive string, taken, returned form.Date) func(w *world) any {
		return func(w *world) any {
			w.loan.Archive, w.loan.Taken, w.loan.Returned = w.archiveOf(archive).UID(), taken, returned
			return w.loan
		}
	}
	const personnel, customers = "Fascicoli del personale", "Clienti e fornitori"
	erasure := func(change func(w *world, x *app.Treatment)) func(w *world) any {
		return func(w *world) any {
			change(w, w.treatment)
			return w.treatment
		}
	}
	row := func(n int64, unit string) []*app.Retention {
		return []*app.Retention{{Term: form.Number(n), Unit: unit, From: "collection"}}
	}
	for _, c := range []struct {
		name, rule string
		rec        func(w *world) any
		broken     bool
	}{
		{"common data, not authorised yet", "copy-leave-special", leave(func(w *world, l *app.CopyLeave) {
			l.AuthorisedBy, l.Classes, l.Archive = "", []string{"common"}, w.archive.UID()
		}), false},
		{"it says common, the archive says otherwise", "copy-leave-special", leave(func(_ *world, l *app.CopyLeave) {
			l.AuthorisedBy, l.Classes = "", []string{"common"}
		}), true},
		{"of no archive, but criminal", "copy-leave-special", leave(func(_ *world, l *app.CopyLeave) {
			l.AuthorisedBy, l.Classes, l.Archive = "", []string{"criminal"}, ""
		}), true},
		{"the controller gives it", "copy-leave-by-whom", leave(func(w *world, l *app.CopyLeave) { l.AuthorisedBy = w.people[0].UID() }), false},
		{"the designee of a treatment", "copy-leave-by-whom", leave(func(w *world, l *app.CopyLeave) { l.AuthorisedBy = w.appointed(app.RoleTreatment).Person }), false},
		{"a designee since that day", "copy-leave-by-whom", leave(func(w *world, l *app.CopyLeave) { w.appointed(app.RoleSecurity).Appointed = l.On }), false},
		{"a designee since the day after", "copy-leave-by-whom", leave(func(w *world, l *app.CopyLeave) { w.appointed(app.RoleSecurity).Appointed = l.On.AddDays(1) }), true},
		{"a substitute", "copy-leave-by-whom", leave(func(w *world, l *app.CopyLeave) {
			a := w.appointed(app.RoleSecurity)
			a.Substitute, l.AuthorisedBy = w.people[3].UID(), w.people[3].UID()
		}), false},

		{"special, taken today", "loan-special-out", loan(personnel, "2026-11-22", ""), false},
		{"special, taken yesterday", "loan-special-out", loan(personnel, "2026-11-21", ""), true},
		{"special, back late: nothing is left to do", "loan-special-out", loan(personnel, "2026-11-01", "2026-11-03"), false},
		{"common, taken yesterday", "loan-special-out", loan(customers, "2026-11-21", ""), false},
		{"common, out for thirty days", "loan-out", loan(customers, "2026-10-23", ""), false},
		{"common, out for thirty-one", "loan-out", loan(customers, "2026-10-22", ""), true},
		{"common, back after a year", "loan-out", loan(customers, "2025-10-22", "2026-11-20"), false},
		{"special is told once", "loan-out", loan(personnel, "2026-10-01", ""), false},
		{"not whole, and what was done", "loan-incomplete", func(w *world) any {
			w.loan.Complete, w.loan.Note = "no", "Una lettera: ritrovata nella stampante"
			return w.loan
		}, false},

		{"one of the office", "room-entry-no-host", func(w *world) any {
			w.entered.Outsider, w.entered.Person, w.entered.LetInBy = "", w.people[0].UID(), ""
			return w.entered
		}, false},

		{"kept on until today", "erasure-extended-over", func(w *world) any {
			w.extended.Until = "2026-11-22"
			return w.extended
		}, false},
		{"until yesterday, and looked at that day alone", "erasure-extended-over", func(w *world) any {
			w.extended.On, w.extended.Until = "2026-11-21", "2026-11-21"
			return w.extended
		}, true},
		{"looked at on the day after", "erasure-extended-over", func(w *world) any {
			w.erased("2026-01-12")
			w.extended.Treatment, w.extended.On, w.extended.Until = w.treatment.UID(), "2025-12-01", "2026-01-11"
			return w.extended
		}, false},
		{"looked at on the last day, before it was over", "erasure-extended-over", func(w *world) any {
			w.erased("2026-01-12")
			w.extended.Treatment, w.extended.On, w.extended.Until = w.treatment.UID(), "2025-12-01", "2026-01-12"
			return w.extended
		}, true},
		{"without an end", "erasure-extended-over", func(w *world) any {
			w.extended.Until = ""
			return w.extended
		}, false},
		{"erased a year ago today", "retention-not-checked", erasure(func(w *world, _ *app.Treatment) { w.erased("2025-11-22") }), false},
		{"erased a year and a day ago", "retention-not-checked", erasure(func(w *world, _ *app.Treatment) { w.erased("2025-11-21") }), true},
		{"a sheet begun since", "retention-not-checked", erasure(func(w *world, x *app.Treatment) {
			w.erased("2020-01-01")
			x.Head().Created = apptest.Now.AddDate(-1, 0, 0)
		}), false},
		{"months", "retention-not-checked", erasure(func(w *world, x *app.Treatment) {
			w.erased("2025-01-01")
			x.Retention = row(6, "months")
		}), true},
		{"days pass by themselves", "retention-not-checked", erasure(func(w *world, x *app.Treatment) {
			w.erased("2025-01-01")
			x.Retention = row(30, "days")
		}), false},
		{"days beside years", "retention-not-checked", erasure(func(w *world, x *app.Treatment) {
			w.erased("2025-01-01")
			x.Retention = append(row(30, "days"), row(10, "years")...)
		}), true},
		{"no number yet", "retention-not-checked", erasure(func(w *world, x *app.Treatment) {
			w.erased("2025-01-01")
			x.Retention = []*app.Retention{{Unit: "years"}}
		}), false},
	} {
		w := newWorld(t)
		if got := len(w.paths(c.rec(w), c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}

// TestSysadminEdges: the yearly check and six months of logs, months clamped to
// their end.
func TestSysadminEdges(t *testing.T) {
	appointed := func(change func(w *world, a *app.Appointment)) func(w *world) any {
		return func(w *world) any {
			a := w.appointed(app.RoleSysadmin)
			change(w, a)
			return a
		}
	}
	logs := func(on, since form.Date) func(w *world) any {
		return func(w *world) any {
			w.checked.On, w.checked.LogsSince = on, since
			return w.checked
		}
	}
	for _, c := range []struct {
		name, rule string
		rec        func(w *world) any
		broken     bool
	}{
		{"checked a year ago today", "sysadmin-not-checked", appointed(func(w *world, _ *app.Appointment) { w.checked.On = "2025-11-22" }), false},
		{"checked a year and a day ago", "sysadmin-not-checked", appointed(func(w *world, _ *app.Appointment) { w.checked.On = "2025-11-21" }), true},
		{"a check without an outcome is none", "sysadmin-not-checked", appointed(func(w *world, _ *app.Appointment) { w.checked.Outcome = "" }), true},
		{"a check of another", "sysadmin-not-checked", appointed(func(w *world, _ *app.Appointment) { w.checked.Person = w.people[2].UID() }), true},
		{"appointed a year ago", "sysadmin-not-checked", appointed(func(w *world, a *app.Appointment) { w.checked.On, a.Appointed = "2020-01-01", "2025-11-22" }), false},
		{"appointed a year and a day ago", "sysadmin-not-checked", appointed(func(w *world, a *app.Appointment) { w.checked.On, a.Appointed = "2020-01-01", "2025-11-21" }), true},
		{"not yet", "sysadmin-not-checked", appointed(func(w *world, a *app.Appointment) { w.checked.On, a.Appointed = "2020-01-01", "" }), false},
		{"another role", "sysadmin-not-checked", appointed(func(w *world, a *app.Appointment) { w.checked.On, a.Role = "2020-01-01", app.RolePasswords }), false},

		{"six months to the day", "sysadmin-logs", logs("2026-03-27", "2025-09-27"), false},
		{"a day less", "sysadmin-logs", logs("2026-03-27", "2025-09-28"), true},
		{"to the end of February", "sysadmin-logs", logs("2026-08-31", "2026-02-28"), false},
		{"the day after it", "sysadmin-logs", logs("2026-08-31", "2026-03-01"), true},
		{"of a leap year", "sysadmin-logs", logs("2028-08-29", "2028-02-29"), false},
		{"since the appointment", "sysadmin-logs", logs("2024-12-01", "2024-11-11"), false},
		{"since the day after it", "sysadmin-logs", logs("2024-12-01", "2024-11-12"), true},
		{"not said", "sysadmin-logs", logs("2026-03-27", ""), false},
		{"long enough, but open to change", "sysadmin-logs", func(w *world) any {
			w.checked.LogsSafe = "no"
			return w.checked
		}, true},
	} {
		w := newWorld(t)
		if got := len(w.paths(c.rec(w), c.rule)) > 0; got != c.broken {
			t.Errorf("%s: %s broken is %v", c.name, c.rule, got)
		}
	}
}

// TestSupplierWordEdges: the yearly report, and the five declarations at the first
// that lacks.
func TestSupplierWordEdges(t *testing.T) {
	for _, c := range []struct {
		name, rule string
		change     func(s *app.Supplier)
		want       []string
	}{
		{"a year ago today", "supplier-report-old", func(s *app.Supplier) { s.Report = "2025-11-22" }, nil},
		{"a year and a day ago", "supplier-report-old", func(s *app.Supplier) { s.Report = "2025-11-21" }, []string{"report"}},
		{"never, under a new contract", "supplier-report-old", func(s *app.Supplier) { s.Report, s.Contract = "", "2025-11-22" }, nil},
		{"never, under an older one", "supplier-report-old", func(s *app.Supplier) { s.Report, s.Contract = "", "2025-11-21" }, []string{"report"}},
		{"never, and no contract: another rule asks", "supplier-report-old", func(s *app.Supplier) { s.Report, s.Contract, s.Reports = "", "", "" }, nil},
		{"reported before the contract was renewed", "supplier-report-old", func(s *app.Supplier) { s.Report, s.Contract = "2025-11-21", "2026-06-01" }, []string{"report"}},
		{"a controller of its own, by its contract alone", "supplier-report-old", func(s *app.Supplier) { s.Role, s.Report, s.Contract, s.Reports = "controller", "", "2020-01-01", "" }, nil},
		{"a controller of its own, who promised it", "supplier-report-old", func(s *app.Supplier) { s.Role, s.Report, s.Contract, s.Reports = "controller", "", "", "2025-11-21" }, []string{"report"}},
		{"not said what it is", "supplier-report-old", func(s *app.Supplier) { s.Role, s.Report = "", "2020-01-01" }, nil},
		{"works here no more", "supplier-report-old", func(s *app.Supplier) { s.Report, s.Ended = "2020-01-01", "2026-01-01" }, nil},
		{"all given", "supplier-declarations", func(*app.Supplier) {}, nil},
		{"the third and the fifth", "supplier-declarations", func(s *app.Supplier) { s.Follows, s.Accepts = "", "" }, []string{"follows"}},
		{"none, of a controller of its own too", "supplier-declarations", func(s *app.Supplier) {
			s.Role, s.Knows, s.Keeps, s.Follows, s.Reports, s.Accepts = "controller", "", "", "", "", ""
		}, []string{"knows"}},
		{"not said what it is", "supplier-declarations", func(s *app.Supplier) { s.Role, s.Knows = "", "" }, nil},
	} {
		w := newWorld(t)
		c.change(w.supplier)
		t.Run(c.name, func(t *testing.T) { same(t, w.paths(w.supplier, c.rule), c.want) })
	}
}

// TestKeptRooms: a room in which data are is kept by its own keeper, by that of its
// site or by a letter; one without data need not be.
func TestKeptRooms(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(w *world)
		broken bool
	}{
		{"nobody", func(*world) {}, true},
		{"its own", func(w *world) { w.room.Keeper = w.people[0].UID() }, false},
		{"that of the site", func(w *world) { w.site.Keeper, w.room.Site = w.people[0].UID(), w.site.UID() }, false},
		{"a letter for the room", func(w *world) { w.appointed(app.RoleRooms).Ended = "" }, false},
		{"a letter for the site", func(w *world) {
			a := w.appointed(app.RoleRooms)
			a.Ended, a.Rooms, a.Sites = "", nil, []string{w.room.Site}
		}, false},
		{"a letter for another room", func(w *world) { a := w.appointed(app.RoleRooms); a.Ended, a.Rooms = "", []string{"other"} }, true},
		{"no data", func(w *world) { w.clear(app.ArchiveForm.Key); w.clear(app.SystemForm.Key) }, false},
		{"a system alone", func(w *world) { w.clear(app.ArchiveForm.Key) }, true},
		{"an office without appointments", func(w *world) { w.clear(app.AppointmentForm.Key) }, false},
	} {
		w := newWorld(t)
		w.room.Keeper, w.appointed(app.RoleRooms).Ended = "", "2026-11-22"
		c.change(w)
		if got := len(w.paths(w.room, "room-no-keeper")) > 0; got != c.broken {
			t.Errorf("%s: broken is %v", c.name, got)
		}
	}
}
