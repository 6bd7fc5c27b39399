package app

import (
	"slices"

	"tutela/app/form"
)

// BackupPlan is how copies are made of some archives or systems: what, on which
// media, how often, by whom, and how they are restored (spec 3.1, Piani di backup;
// 6-details, 23; 5-law 6, BCK1 to BCK3).
type BackupPlan struct {
	form.Meta
	Name              string
	Archives, Systems []string
	Started           form.Date

	Mode     string // BackupByHand, BackupAutomatic
	Interval form.Int
	Kind     string   // of the media, a slug of medium-kind
	Media    []string // in the order in which they take turns
	Software []string
	Copies   form.Int // kept at the same time

	Reuse         string   // yes, no
	ReuseEvery    form.Int // days
	Retention     form.Int // days
	LongestMonths form.Int // how long the medium keeps what is on it

	Keeper, Substitute, Successor string    // people
	Agreed                        form.Date // the criteria, with the system administrator
	Criteria                      string

	CopyHow, CheckHow, RestoreHow string
	Tests                         form.Int // restore tests a year

	Room, Where string // where the media are kept
	Protected   []string
	Access      []string // people

	Ended     form.Date
	EndReason string
	Note      string
}

// How copies are started.
const (
	BackupByHand    = "manual"
	BackupAutomatic = "automatic"
)

// Every is how many days may pass between two copies: as the plan says, else as
// the house rule does.
func (p *BackupPlan) Every(h House) int {
	if p.Interval.Valid {
		return int(p.Interval.N)
	}
	return h.BackupDays()
}

// From is the day from which copies are looked for: that of the start, else that
// on which the plan was written down.
func (p *BackupPlan) From() form.Date {
	if p.Started != "" || p.Head().Created.IsZero() {
		return p.Started
	}
	return form.DateOf(p.Head().Created)
}

// Holds says that copies are made by the plan on a day. On the day on which it
// ends it no longer holds.
func (p *BackupPlan) Holds(day form.Date) bool {
	return p.From() != "" && p.From() <= day && (p.Ended == "" || day < p.Ended)
}

// Covers says that the plan copies an archive: by name, or with the system on
// which it stands.
func (p *BackupPlan) Covers(a *Archive) bool {
	return slices.Contains(p.Archives, a.UID()) || a.System != "" && slices.Contains(p.Systems, a.System)
}

// Terms are how often a copy is made and how long it is kept, in days: those of
// the plan that the sheet points at, typed on the sheet only where there is none
// (decision A17).
func (b *Backup) Terms(r Records) (every, kept form.Int) {
	if b.Plan == "" {
		return b.Frequency, b.History
	}
	for _, rec := range r.Records(BackupPlanForm.Key) {
		if p := rec.(*BackupPlan); p.UID() == b.Plan {
			return p.Interval, p.Retention
		}
	}
	return form.Int{}, form.Int{}
}

// Fleeting is the longest term of an archive whose data are all erased some days
// after they were collected: a copy of it would bring back what is to be gone, and
// one made every so many days would miss most of it. Nil where some data of its
// treatments last longer, or one does not say for how long.
func Fleeting(r Records, a *Archive, days int) *Retention {
	var longest *Retention
	for _, rec := range r.Records(TreatmentForm.Key) {
		t := rec.(*Treatment)
		if t.Archived != "" || !slices.Contains(a.Treatments, t.UID()) {
			continue
		}
		if len(t.Retention) == 0 || t.RetentionText != "" {
			return nil
		}
		for _, x := range t.Retention {
			if x.From != "collection" || x.Days() == 0 || x.Days() > int64(days) {
				return nil
			}
			if longest == nil || x.Days() > longest.Days() {
				longest = x
			}
		}
	}
	return longest
}
