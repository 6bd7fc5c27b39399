package app_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

func romeAt(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, form.Rome)
	if err != nil {
		panic(err)
	}
	return t
}

func TestCopyRotation(t *testing.T) {
	const now = "2026-03-01 12:00" // a Sunday, the day after the 28th
	for name, c := range map[string]struct {
		keep app.CopyRotation
		made []string
		want []string
	}{
		"no rotation":                 {app.CopyRotation{}, []string{"2020-01-01 10:00", "2026-03-01 10:00"}, []string{"2020-01-01 10:00", "2026-03-01 10:00"}},
		"none":                        {app.CopyRotation{Days: 7}, nil, nil},
		"last of each day":            {app.CopyRotation{Days: 2}, []string{"2026-02-28 23:59", "2026-03-01 00:00", "2026-03-01 09:00", "2026-02-27 10:00"}, []string{"2026-02-28 23:59", "2026-03-01 09:00"}},
		"days without copies":         {app.CopyRotation{Days: 2}, []string{"2025-12-01 10:00", "2025-11-01 10:00", "2025-10-01 10:00"}, []string{"2025-12-01 10:00", "2025-11-01 10:00"}},
		"weeks begin on Monday":       {app.CopyRotation{Weeks: 2}, []string{"2026-03-01 10:00", "2026-02-23 10:00", "2026-02-22 10:00", "2026-02-16 10:00", "2026-02-15 10:00"}, []string{"2026-03-01 10:00", "2026-02-22 10:00"}},
		"months, and a 29th":          {app.CopyRotation{Months: 3}, []string{"2024-02-29 10:00", "2024-03-01 10:00", "2024-03-31 10:00", "2023-12-31 10:00", "2023-11-30 10:00"}, []string{"2024-02-29 10:00", "2024-03-31 10:00", "2023-12-31 10:00"}},
		"all three":                   {app.CopyRotation{Days: 1, Weeks: 2, Months: 2}, []string{"2026-03-01 10:00", "2026-02-28 10:00", "2026-02-20 10:00", "2026-02-10 10:00", "2026-01-31 10:00"}, []string{"2026-03-01 10:00", "2026-02-28 10:00", "2026-02-20 10:00"}},
		"the newest whatever is kept": {app.CopyRotation{Months: 1}, []string{"2026-02-20 10:00", "2026-02-21 10:00"}, []string{"2026-02-21 10:00"}},
		"after now, a clock set back": {app.CopyRotation{Days: 1}, []string{"2026-03-01 12:01", "2027-01-01 10:00", "2026-03-01 11:00", "2026-02-01 10:00"}, []string{"2026-03-01 12:01", "2027-01-01 10:00", "2026-03-01 11:00"}},
		"the night of summer time":    {app.CopyRotation{Days: 1}, []string{"2025-10-26 00:30", "2025-10-26 23:30", "2025-10-25 23:30"}, []string{"2025-10-26 23:30"}},
	} {
		var made []time.Time
		for _, m := range c.made {
			made = append(made, romeAt(m))
		}
		var got []string
		for i, keep := range c.keep.Keeps(made, romeAt(now)) {
			if keep {
				got = append(got, c.made[i])
			}
		}
		if slices.Sort(got); !slices.Equal(got, sorted(c.want)) {
			t.Errorf("%s: %v, wanted %v", name, got, c.want)
		}
	}
}

func sorted(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return out
}

func TestCopyDue(t *testing.T) {
	now := romeAt("2026-03-01 12:00")
	for name, c := range map[string]struct {
		every int
		made  time.Time
		want  bool
	}{
		"never made":                {1, time.Time{}, true},
		"by hand only":              {0, time.Time{}, false},
		"an hour ago":               {1, now.Add(-time.Hour), false},
		"a day but an hour, a tick": {1, now.Add(-23*time.Hour + time.Second), false},
		"a day but an hour":         {1, now.Add(-23 * time.Hour), true},
		"six days of seven":         {7, now.AddDate(0, 0, -6), false},
		"seven days":                {7, now.AddDate(0, 0, -7), true},
		"the clock was set back":    {7, now.AddDate(0, 1, 0), true},
		"this very minute":          {7, now.Add(30 * time.Second), false},
	} {
		if got := (app.CopyDestination{Made: c.made}).Due(c.every, now); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestCopySettingsCheck(t *testing.T) {
	if err := app.NewCopySettings().Check(); err != nil {
		t.Error(err)
	}
	for want, s := range map[string]app.CopySettings{
		"Manca la cartella": {Destinations: []app.CopyDestination{{Folder: " "}}},
		"due volte":         {Destinations: []app.CopyDestination{{Folder: "/a"}, {Folder: "/a "}}},
		"da 0 a 366":        {Every: 367},
		"da 0 a 999":        {Keep: app.CopyRotation{Weeks: -1}},
	} {
		var r *app.Refusal
		if err := s.Check(); !errors.As(err, &r) || !strings.Contains(r.Sentence(), want) {
			t.Errorf("%v, wanted %q", err, want)
		}
	}
}

// The log has a line a day of what goes alike, and one for each way of going.
func TestCopyEntry(t *testing.T) {
	p := app.CopySettings{Every: 7}.CopyPlan("2026-03-01")
	p.Head().UID, p.Keeper = "plan", "anna"
	result := func(outcomes ...string) (out []app.CopyDestination) {
		for _, o := range outcomes {
			d := app.CopyDestination{Outcome: o}
			if o != app.CopyDone {
				d.Said = "La cartella «E:» non c’è."
			}
			out = append(out, d)
		}
		return out
	}
	at := romeAt("2026-03-01 12:00")
	for name, c := range map[string]struct {
		results []app.CopyDestination
		log     []*app.BackupCopy
		want    string
	}{
		"nothing wanted":     {nil, nil, ""},
		"all well":           {result(app.CopyDone, app.CopyDone), nil, app.CopyDone},
		"one of two":         {result(app.CopyDone, app.CopyFailed), nil, app.CopyWarnings},
		"none":               {result(app.CopyFailed), nil, app.CopyFailed},
		"rotation failed":    {result(app.CopyWarnings), nil, app.CopyWarnings},
		"again the same day": {result(app.CopyDone), []*app.BackupCopy{{Plan: "plan", Outcome: app.CopyDone, At: form.MomentOf(romeAt("2026-03-01 00:00"))}}, ""},
		"the day before":     {result(app.CopyDone), []*app.BackupCopy{{Plan: "plan", Outcome: app.CopyDone, At: form.MomentOf(romeAt("2026-02-28 23:59"))}}, app.CopyDone},
		"another plan":       {result(app.CopyDone), []*app.BackupCopy{{Plan: "x", Outcome: app.CopyDone, At: form.MomentOf(at)}}, app.CopyDone},
		"went otherwise":     {result(app.CopyDone), []*app.BackupCopy{{Plan: "plan", Outcome: app.CopyFailed, At: form.MomentOf(at)}}, app.CopyDone},
	} {
		got := app.CopyRun{At: at, Results: c.results}.Entry(p, c.log)
		if c.want == "" {
			if got != nil {
				t.Errorf("%s: %+v", name, got)
			}
			continue
		}
		if got == nil || got.Outcome != c.want || got.By != "anna" || got.Plan != "plan" || (got.Outcome != app.CopyDone) != strings.Contains(got.Note, "E:") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
