package app

import (
	"slices"
	"time"

	"tutela/app/form"
)

// BackupState is how a day stands for a plan.
type BackupState int

// The states. Waiting is neither good nor bad: the plan has begun, and its first
// copy still has time.
const (
	BackupNone    BackupState = iota // before the plan, after its end, or yet to come
	BackupWaiting                    // no copy yet, none overdue
	BackupCovered
	BackupBare // the last copy is older than the plan allows
)

// BackupRun is some days of the same state, first and last included, counted from
// 0 on 1 January.
type BackupRun struct {
	From, To int
	State    BackupState
}

// BackupYear is a year of a plan, day by day. Days count from 0 on 1 January, in
// Europe/Rome.
type BackupYear struct {
	Year, Days int
	Runs       []BackupRun // of those that are not BackupNone, in order
	Copies     []int       // days with a good copy, each once
	Failed     []int       // days with a copy that failed and no good one
	Tests      []int       // days of restore tests and real restores
	made       map[int]int // good copies by day
}

// Made is how many good copies were made from one day to another, both included.
func (y *BackupYear) Made(from, to int) int {
	n := 0
	for _, d := range y.Copies {
		if d >= from && d <= to {
			n += y.made[d]
		}
	}
	return n
}

// Count is how many days of a span are in a state.
func (y *BackupYear) Count(state BackupState, from, to int) int {
	n := 0
	for _, r := range y.Runs {
		if r.State == state {
			n += max(min(r.To, to)-max(r.From, from)+1, 0)
		}
	}
	return n
}

// YearDays is how many days a year has.
func YearDays(year int) int { return time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC).YearDay() }

// YearDay is the date of a day of a year, counted from 0.
func YearDay(year, day int) form.Date {
	return form.Date(time.Date(year, 1, 1+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// DayOfYear counts a date within a year from 0; below that before it, and behind
// its last day after it.
func DayOfYear(year int, d form.Date) int {
	return int(d.Time().Sub(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour))
}

// BackupYearOf says of each day of a year whether the copies of a plan covered it.
// A copy covers its own day and as many after it as may pass until the next (spec
// 3.3, rule 10): it is only late on the day after. Copies that failed cover
// nothing. The copies may be of any year; those of the days before 1 January count
// as far as they reach.
func BackupYearOf(h House, p *BackupPlan, copies []*BackupCopy, restores []*Restore, year int, today form.Date) *BackupYear {
	y := &BackupYear{Year: year, Days: YearDays(year), made: map[int]int{}}
	failed := map[int]bool{}
	last, every := -1<<30, p.Every(h) // last good day
	for _, c := range copies {
		if c.At.IsZero() || c.Plan != p.UID() {
			continue
		}
		switch d := DayOfYear(year, form.DateOf(c.At.Time)); {
		case d >= y.Days:
		case !c.Good():
			failed[d] = c.Outcome == CopyFailed || failed[d]
		case d < 0:
			last = max(last, d)
		default:
			y.made[d]++
		}
	}
	for d := range y.Days {
		if y.made[d] > 0 {
			y.Copies = append(y.Copies, d)
		} else if failed[d] {
			y.Failed = append(y.Failed, d)
		}
	}
	for _, r := range restores {
		if r.Plan != p.UID() || r.Requested.IsZero() {
			continue
		}
		if d := DayOfYear(year, form.DateOf(r.Requested.Time)); d >= 0 && d < y.Days && !slices.Contains(y.Tests, d) {
			y.Tests = append(y.Tests, d)
		}
	}
	slices.Sort(y.Tests)
	y.cover(p, last, every, today)
	return y
}

// cover fills the runs. last is the day of the last good copy before the year.
func (y *BackupYear) cover(p *BackupPlan, last, every int, today form.Date) {
	if p.From() == "" {
		return
	}
	start := DayOfYear(y.Year, p.From())
	from, to := max(start, 0), min(y.Days-1, DayOfYear(y.Year, today))
	if p.Ended != "" {
		to = min(to, DayOfYear(y.Year, p.Ended)-1)
	}
	for _, d := range y.Copies {
		if d < from {
			last = d
		}
	}
	for d := from; d <= to; d++ {
		if y.made[d] > 0 {
			last = d
		}
		state := BackupBare
		switch {
		case d-last <= every:
			state = BackupCovered
		case last < start && d-start <= every: // nothing yet since the plan began
			state = BackupWaiting
		}
		if n := len(y.Runs); n > 0 && y.Runs[n-1].State == state {
			y.Runs[n-1].To = d
			continue
		}
		y.Runs = append(y.Runs, BackupRun{From: d, To: d, State: state})
	}
}

// BackupStanding is how a plan stands on a day.
type BackupStanding struct {
	Last   *BackupCopy // the last good copy; nil where there is none
	Failed bool        // the last try, after it, failed
	Due    form.Date   // last day on which the next copy is in time; "" where none is owed
	// Overdue is how many days ago that was; 0 where it is still in time.
	Overdue int
	Tested  form.Date // last restore test that went well
	TestDue form.Date // last day for the next one; "" where none is owed
}

// PlanStanding says how a plan stands on a day, by copies and restores among which
// are its own.
func PlanStanding(h House, p *BackupPlan, copies []*BackupCopy, restores []*Restore, today form.Date) BackupStanding {
	var s BackupStanding
	var tried *BackupCopy
	for _, c := range copies {
		if c.Plan != p.UID() || c.At.IsZero() || form.DateOf(c.At.Time) > today {
			continue
		}
		if tried == nil || !c.At.Before(tried.At.Time) {
			tried = c
		}
		if c.Good() && (s.Last == nil || !c.At.Before(s.Last.At.Time)) {
			s.Last = c
		}
	}
	s.Failed = tried != nil && tried.Outcome == CopyFailed
	for _, r := range restores {
		if r.Plan == p.UID() && r.Proved() && !r.Requested.IsZero() {
			s.Tested = max(s.Tested, form.DateOf(r.Requested.Time))
		}
	}
	if !p.Holds(today) {
		return s
	}
	since := p.From()
	if s.Last != nil {
		since = form.DateOf(s.Last.At.Time)
	}
	s.Due = since.AddDays(p.Every(h))
	if today > s.Due {
		s.Overdue = int(today.Time().Sub(s.Due.Time()) / (24 * time.Hour))
	}
	if n := p.testsAYear(); n > 0 {
		s.TestDue = max(s.Tested, p.From()).AddDays(365 / n)
	}
	return s
}

// LookBack is how many days of the log are read to say how a plan stands: a year and
// a month, and more for a plan that makes copies so seldom. What is older does not
// count.
func (p *BackupPlan) LookBack(h House) int { return max(400, p.Every(h)) }

// RestoreTests is how many times a year a restore is tried where a plan does not
// say.
const RestoreTests = 1

// testsAYear is how often a restore is tried: as the plan says, else as the house
// does.
func (p *BackupPlan) testsAYear() int {
	if p.Tests.Valid {
		return int(p.Tests.N)
	}
	return RestoreTests
}

// NextMedium is the medium whose turn it is: the one that stands behind that of
// the last good copy, among those that can still be written on. "" where the plan
// names none.
func NextMedium(p *BackupPlan, last *BackupCopy, usable func(uid string) bool) string {
	at := -1
	if last != nil {
		at = slices.Index(p.Media, last.Medium)
	}
	for i := range p.Media {
		if uid := p.Media[(at+1+i)%len(p.Media)]; usable(uid) {
			return uid
		}
	}
	return ""
}
