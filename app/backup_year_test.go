package app_test

import (
	"fmt"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// rome is a moment as it is typed.
func rome(t *testing.T, text string) form.Moment {
	t.Helper()
	m, wrong := form.ParseMoment(text)
	if wrong != "" {
		t.Fatal(text, wrong)
	}
	return m
}

func copiesAt(t *testing.T, outcome string, at ...string) (out []*app.BackupCopy) {
	t.Helper()
	for _, text := range at {
		out = append(out, &app.BackupCopy{At: rome(t, text), Outcome: outcome})
	}
	return out
}

// runs writes the runs of a year as dates: "covered 2026-01-01…2026-01-08".
func runs(y *app.BackupYear) string {
	var out []string
	words := map[app.BackupState]string{app.BackupWaiting: "waiting", app.BackupCovered: "covered", app.BackupBare: "bare"}
	for _, r := range y.Runs {
		out = append(out, fmt.Sprintf("%s %s…%s", words[r.State], string(app.YearDay(y.Year, r.From)), string(app.YearDay(y.Year, r.To))))
	}
	return strings.Join(out, "; ")
}

// TestBackupYear: what covers which days, at the edges of days, terms and years.
func TestBackupYear(t *testing.T) {
	seven := app.BackupPlan{Started: "2025-01-01", Interval: form.Number(7)}
	with := func(change func(p *app.BackupPlan)) *app.BackupPlan {
		p := seven
		change(&p)
		return &p
	}
	for _, c := range []struct {
		name   string
		plan   *app.BackupPlan
		copies []*app.BackupCopy
		year   int
		today  form.Date
		want   string
	}{
		{"the last day in time", &seven, copiesAt(t, app.CopyDone, "01/01/2026 18:00"), 2026, "2026-01-08", "covered 2026-01-01…2026-01-08"},
		{"the day after", &seven, copiesAt(t, app.CopyDone, "01/01/2026 18:00"), 2026, "2026-01-09", "covered 2026-01-01…2026-01-08; bare 2026-01-09…2026-01-09"},
		{"the next one on its last day", &seven, copiesAt(t, app.CopyDone, "01/01/2026 18:00", "08/01/2026 18:00"), 2026, "2026-01-15", "covered 2026-01-01…2026-01-15"},
		{"the next one a day late", &seven, copiesAt(t, app.CopyDone, "01/01/2026 18:00", "10/01/2026 09:00"), 2026, "2026-01-11",
			"covered 2026-01-01…2026-01-08; bare 2026-01-09…2026-01-09; covered 2026-01-10…2026-01-11"},
		{"with warnings it counts", &seven, copiesAt(t, app.CopyWarnings, "01/01/2026 18:00"), 2026, "2026-01-02", "covered 2026-01-01…2026-01-02"},
		{"a failed one covers nothing", &seven, copiesAt(t, app.CopyFailed, "01/01/2026 18:00"), 2026, "2026-01-02", "bare 2026-01-01…2026-01-02"},
		{"without an outcome neither", &seven, copiesAt(t, "", "01/01/2026 18:00"), 2026, "2026-01-02", "bare 2026-01-01…2026-01-02"},
		{"from the year before", &seven, copiesAt(t, app.CopyDone, "29/12/2025 18:00"), 2026, "2026-01-06", "covered 2026-01-01…2026-01-05; bare 2026-01-06…2026-01-06"},
		{"of the year after: not this one's", &seven, copiesAt(t, app.CopyDone, "28/12/2025 18:00", "01/01/2026 08:00"), 2025, "2026-02-01",
			"waiting 2025-01-01…2025-01-08; bare 2025-01-09…2025-12-27; covered 2025-12-28…2025-12-31"},
		{"29 February", &seven, copiesAt(t, app.CopyDone, "22/02/2028 18:00"), 2028, "2028-03-02", "bare 2028-01-01…2028-02-21; covered 2028-02-22…2028-02-29; bare 2028-03-01…2028-03-02"},
		{"half past midnight is the next day", &seven, copiesAt(t, app.CopyDone, "02/01/2026 00:30"), 2026, "2026-01-02", "bare 2026-01-01…2026-01-01; covered 2026-01-02…2026-01-02"},
		{"the night of the summer time", with(func(p *app.BackupPlan) { p.Interval, p.Started = form.Number(1), "2026-03-28" }),
			copiesAt(t, app.CopyDone, "28/03/2026 23:30", "30/03/2026 00:10"), 2026, "2026-03-31", "covered 2026-03-28…2026-03-31"},
		{"the night of the winter time", with(func(p *app.BackupPlan) { p.Interval, p.Started = form.Number(1), "2026-10-24" }),
			copiesAt(t, app.CopyDone, "24/10/2026 23:30"), 2026, "2026-10-26", "covered 2026-10-24…2026-10-25; bare 2026-10-26…2026-10-26"},
		{"begun in the middle of the year", with(func(p *app.BackupPlan) { p.Started = "2026-06-10" }), copiesAt(t, app.CopyDone, "12/06/2026 18:00"), 2026, "2026-06-13",
			"waiting 2026-06-10…2026-06-11; covered 2026-06-12…2026-06-13"},
		{"begun, no copy in time", with(func(p *app.BackupPlan) { p.Started = "2026-06-10" }), nil, 2026, "2026-06-18", "waiting 2026-06-10…2026-06-17; bare 2026-06-18…2026-06-18"},
		{"a copy from before it began", with(func(p *app.BackupPlan) { p.Started = "2026-06-10" }), copiesAt(t, app.CopyDone, "09/06/2026 18:00"), 2026, "2026-06-10", "covered 2026-06-10…2026-06-10"},
		{"ended: not that day any more", with(func(p *app.BackupPlan) { p.Ended = "2026-01-04" }), copiesAt(t, app.CopyDone, "01/01/2026 18:00"), 2026, "2026-02-01", "covered 2026-01-01…2026-01-03"},
		{"ended the year before", with(func(p *app.BackupPlan) { p.Ended = "2025-12-31" }), nil, 2026, "2026-02-01", ""},
		{"begins next year", with(func(p *app.BackupPlan) { p.Started = "2027-01-01" }), nil, 2026, "2026-02-01", ""},
		{"a year to come", &seven, nil, 2027, "2026-02-01", ""},
		{"nothing said of it", &app.BackupPlan{}, copiesAt(t, app.CopyDone, "01/01/2026 18:00"), 2026, "2026-01-02", ""},
		{"no interval: that of the house", with(func(p *app.BackupPlan) { p.Interval = form.Int{} }), copiesAt(t, app.CopyDone, "01/01/2026 18:00"), 2026, "2026-01-09", "covered 2026-01-01…2026-01-08; bare 2026-01-09…2026-01-09"},
		{"a long interval over the new year", with(func(p *app.BackupPlan) { p.Interval = form.Number(60) }), copiesAt(t, app.CopyDone, "15/11/2025 18:00"), 2026, "2026-01-15",
			"covered 2026-01-01…2026-01-14; bare 2026-01-15…2026-01-15"},
	} {
		if got := runs(app.BackupYearOf(app.House{}, c.plan, c.copies, nil, c.year, c.today)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestBackupYearMarks: copies, failed ones and tests, each on its day and once.
func TestBackupYearMarks(t *testing.T) {
	p := &app.BackupPlan{Started: "2028-01-01", Interval: form.Number(7)}
	copies := append(copiesAt(t, app.CopyDone, "29/02/2028 08:00", "29/02/2028 20:00", "31/12/2028 23:59", "01/01/2029 00:00", "31/12/2027 23:59"),
		copiesAt(t, app.CopyFailed, "29/02/2028 09:00", "01/03/2028 09:00")...)
	copies = append(copies, &app.BackupCopy{Plan: "another", At: rome(t, "02/03/2028 09:00"), Outcome: app.CopyDone})
	restores := []*app.Restore{
		{Purpose: app.RestoreTest, Requested: rome(t, "31/12/2028 09:00")}, {Purpose: app.RestoreReal, Requested: rome(t, "01/01/2028 09:00")},
		{Purpose: app.RestoreTest, Requested: rome(t, "01/01/2028 19:00")}, {Purpose: app.RestoreTest, Requested: rome(t, "01/01/2029 09:00")}, {},
	}
	y := app.BackupYearOf(app.House{}, p, copies, restores, 2028, "2029-06-01")
	if got, want := fmt.Sprint(y.Days, y.Copies, y.Failed, y.Tests, y.Made(0, 365), y.Made(59, 59), y.Made(60, 364)), "366 [59 365] [60] [0 365] 3 2 0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := y.Count(app.BackupCovered, 58, 60); got != 2 {
		t.Errorf("%d of three days are covered, 29 February and 1 March", got)
	}
}

// TestBackupStanding: the last copy, until when the next has time, the tests.
func TestBackupStanding(t *testing.T) {
	plan := app.BackupPlan{Started: "2026-01-01", Interval: form.Number(7), Tests: form.Number(2)}
	ended := plan
	ended.Ended = "2026-03-01"
	one := copiesAt(t, app.CopyDone, "01/03/2026 18:00")
	then := func(list []*app.BackupCopy, outcome, at string) []*app.BackupCopy {
		return append(copiesAt(t, outcome, at), list...) // in no order
	}
	proof := []*app.Restore{{Purpose: app.RestoreTest, Outcome: app.RestoreWhole, Requested: rome(t, "10/02/2026 10:00")}, {Purpose: app.RestoreTest, Outcome: app.RestoreFailed, Requested: rome(t, "20/02/2026 10:00")}}
	for _, c := range []struct {
		name     string
		plan     app.BackupPlan
		copies   []*app.BackupCopy
		restores []*app.Restore
		today    form.Date
		want     string
	}{
		{"the last day", plan, one, nil, "2026-03-08", "2026-03-01 due 2026-03-08 late 0"},
		{"the day after", plan, one, nil, "2026-03-09", "2026-03-01 due 2026-03-08 late 1"},
		{"never, in time", plan, nil, nil, "2026-01-08", " due 2026-01-08 late 0"},
		{"never, late", plan, nil, nil, "2026-01-10", " due 2026-01-08 late 2"},
		{"the last try failed", plan, then(one, app.CopyFailed, "02/03/2026 18:00"), nil, "2026-03-03", "2026-03-01 due 2026-03-08 late 0 failed"},
		{"failed, then made", plan, then(one, app.CopyFailed, "01/03/2026 17:00"), nil, "2026-03-03", "2026-03-01 due 2026-03-08 late 0"},
		{"one of tomorrow does not count yet", plan, then(one, app.CopyDone, "04/03/2026 18:00"), nil, "2026-03-03", "2026-03-01 due 2026-03-08 late 0"},
		{"ended: nothing is owed", ended, one, nil, "2026-06-01", "2026-03-01 due  late 0"},
		{"a test that failed proves nothing", plan, one, proof, "2026-03-03", "2026-03-01 due 2026-03-08 late 0 tested 2026-02-10 next 2026-08-11"},
	} {
		s := app.PlanStanding(app.House{}, &c.plan, c.copies, c.restores, c.today)
		last := form.Date("")
		if s.Last != nil {
			last = form.DateOf(s.Last.At.Time)
		}
		got := fmt.Sprintf("%s due %s late %d", string(last), string(s.Due), s.Overdue)
		if s.Failed {
			got += " failed"
		}
		if s.Tested != "" {
			got += fmt.Sprintf(" tested %s next %s", string(s.Tested), string(s.TestDue))
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestNextMedium: media take turns, and one that is gone is passed over.
func TestNextMedium(t *testing.T) {
	for _, c := range []struct {
		media, last, gone, want string
	}{
		{"", "", "", ""},
		{"a", "", "", "a"},
		{"a", "a", "", "a"},
		{"a b c", "", "", "a"},
		{"a b c", "a", "", "b"},
		{"a b c", "c", "", "a"},
		{"a b c", "a", "b", "c"},
		{"a b c", "c", "a b", "c"},
		{"a b", "elsewhere", "", "a"},
		{"a", "a", "a", ""},
	} {
		p := &app.BackupPlan{Media: strings.Fields(c.media)}
		var last *app.BackupCopy
		if c.last != "" {
			last = &app.BackupCopy{Medium: c.last}
		}
		if got := app.NextMedium(p, last, func(uid string) bool { return !strings.Contains(c.gone, uid) }); got != c.want {
			t.Errorf("of %q after %q without %q: %q, want %q", c.media, c.last, c.gone, got, c.want)
		}
	}
}

// TestRestoreInTime: seven days, the last of them included; of a test nobody waits.
func TestRestoreInTime(t *testing.T) {
	for _, c := range []struct {
		name    string
		purpose string
		back    string
		today   form.Date
		late    bool
	}{
		{"back on the seventh day", app.RestoreReal, "08/03/2026 23:59", "2026-06-01", false},
		{"back on the eighth", app.RestoreReal, "09/03/2026 00:00", "2026-06-01", true},
		{"open on the seventh", app.RestoreReal, "", "2026-03-08", false},
		{"open on the eighth", app.RestoreReal, "", "2026-03-09", true},
		{"a test", app.RestoreTest, "", "2026-06-01", false},
	} {
		r := &app.Restore{Purpose: c.purpose, Requested: rome(t, "01/03/2026 18:00")}
		if c.back != "" {
			r.Back = rome(t, c.back)
		}
		if r.Late(app.House{}, c.today) != c.late {
			t.Errorf("%s: late is %v", c.name, !c.late)
		}
	}
}
