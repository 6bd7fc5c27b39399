package app

import (
	"cmp"
	"slices"

	"tutela/app/form"
)

// Deadline is something that somebody has to do in the office: by a day or a
// moment, or as soon as may be. It is computed from the registers, never kept, and
// is gone when what it asks for is written down (spec 3.5).
type Deadline struct {
	*DeadlineSource
	What string // in Italian, without a full stop
	Who  string // whose turn it is
	// Due is the last day on which it is in time; "" where there is no day.
	Due form.Date
	// At is the moment at which a term in hours ends; Due is its day.
	At    form.Moment
	State DeadlineState
	// UID and Path are the record and the field in which it is settled, in Register;
	// without UID that is the register as a whole. Where a new record settles it, they
	// say what owes it.
	UID, Path string
	// New is what the new record that settles it begins with, in the register that the
	// source Writes, by the key of the field: a text, or the UIDs of several records, of
	// a list too. nil where no new record does.
	New map[string]any
}

// DeadlineState is how a deadline stands, the worst first.
type DeadlineState int

// The states.
const (
	DeadlineOverdue DeadlineState = iota
	DeadlineSoon                  // within the days that its source looks ahead
	DeadlineUndated               // owed, by no particular day
	DeadlineLater
)

// DeadlineSource is one kind of deadline: where it comes from and how it is settled.
type DeadlineSource struct {
	Key      string // never changes
	Register string // in which it is settled, or which owes it
	Writes   string // the register in which a new record settles it; "" where none does
	Verb     string // what settles it, on its button
	Why      string // the rule, in one short sentence
	Law      string // may be empty: not every rule is law

	Paper string // kind of the paper that settles it once it is printed, of UID; "" is none
	House int    // number of the house rule that it follows; 0 is none

	// AfterPrint says that printing a paper begins it: a copy to hand over.
	AfterPrint bool

	ahead int // days that are looked ahead, today counted; 0 is aheadUsually
	find  func(o *Outlook, add func(Deadline))
}

// How many days are looked ahead (decision A34).
const (
	aheadUsually = 30
	aheadShort   = 7 // of credentials and backups
)

// DeadlineSources is the one table of what has a date. A new register adds its own
// list here.
func DeadlineSources() []*DeadlineSource { return deadlineSources }

var deadlineSources = slices.Concat(
	breachDeadlines(),
	credentialDeadlines(),
	leaverDeadlines(),
	backupDeadlines(),
	systemDeadlines(),
	appointmentDeadlines(),
	permissionDeadlines(),
	supplierDeadlines(),
	treatmentDeadlines(),
	dpiaDeadlines(),
	measureDeadlines(),
	requestDeadlines(),
	controlDeadlines(),
	trainingDeadlines(),
	dutyDeadlines(),
	printDeadlines(),
	yearlyDeadlines(),
)

// Deadlines are all that the office has to do at the moment of the dossier: overdue
// first by age, then what is soon, what has no date, what comes later.
func Deadlines(d *Dossier) []Deadline { return NewOutlook(d).Deadlines() }

// Deadlines are all that the office has to do, as the function of that name gives
// them.
func (o *Outlook) Deadlines() []Deadline {
	var out []Deadline
	for _, s := range deadlineSources {
		if s.House != 0 && !o.house.Holds(s.House) {
			continue
		}
		s.find(o, func(x Deadline) {
			x.DeadlineSource = s
			if !x.At.IsZero() {
				x.Due = form.DateOf(x.At.Time)
			}
			x.State = x.stateAt(o)
			out = append(out, x)
		})
	}
	slices.SortStableFunc(out, func(a, b Deadline) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.Due, b.Due), a.At.Compare(b.At.Time))
	})
	return out
}

func (x *Deadline) stateAt(o *Outlook) DeadlineState {
	ahead := cmp.Or(x.ahead, aheadUsually)
	switch {
	case x.Due == "":
		return DeadlineUndated
	case !x.At.IsZero() && x.At.Before(o.d.Now), x.At.IsZero() && x.Due < o.today:
		return DeadlineOverdue
	case x.Due < o.today.AddDays(ahead):
		return DeadlineSoon
	}
	return DeadlineLater
}

// ThisWeek says that it is due within seven days, today counted.
func (x *Deadline) ThisWeek(today form.Date) bool {
	return x.State == DeadlineSoon && x.Due < today.AddDays(7)
}

// When is the day or the moment by which it is due; "" where there is none.
func (x *Deadline) When() string {
	if !x.At.IsZero() {
		return x.At.String()
	}
	return x.Due.String()
}

// Tab is where the deadline is settled.
func (x *Deadline) Tab() Tab {
	r, _ := RegisterOf(registers, cmp.Or(x.Writes, x.Register))
	return r.Tab
}

// Reason is the rule with its law, as it stands under what is to be done.
func (x *Deadline) Reason() string {
	if x.Law == "" {
		return x.Why
	}
	return x.Why + " " + x.Law
}
