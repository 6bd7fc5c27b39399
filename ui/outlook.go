package ui

import (
	"context"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// prefVisit keeps when an office was last open on this computer, by its path.
const prefVisit = "visit "

// outlook is what the home page tells of the office, as it was in the file when it
// was last read.
type outlook struct {
	known    bool
	at       time.Time
	chain    string // the head of the trail that it saw
	due      []app.Deadline
	shares   []app.Share
	gaps     int           // records that lack something
	touched  []app.Touched // since the last visit
	breaches []runningBreach
	copies   app.CopySettings
	patron   string
}

// runningBreach is a breach whose 72 hours are counted.
type runningBreach struct {
	uid, number, name string
	aware             form.Moment
}

// lookAhead reads the outlook from a dossier. It runs behind the window.
func lookAhead(ctx context.Context, file Store, d *app.Dossier, visited time.Time, flawed func(register, uid string) bool) (outlook, error) {
	ahead := app.NewOutlook(d)
	o := outlook{known: true, at: d.Now, chain: d.Chain, due: ahead.Deadlines(), shares: ahead.Completeness(flawed), patron: d.Office().Patron}
	o.gaps = len(app.Gaps(d, d.Registers()))
	for _, b := range app.All(d, app.BreachForm) {
		if b.Closed == "" && b.Clock(d.Now).Counting() {
			o.breaches = append(o.breaches, runningBreach{b.UID(), b.Number, b.Name, b.Aware})
		}
	}
	var err error
	if o.copies, err = file.CopySettings(ctx); err != nil || visited.IsZero() {
		return o, err
	}
	o.touched, err = file.Touched(ctx, visited)
	return o, err
}

// in counts what is overdue in a tab; every tab has its own, the home page all.
func (o *outlook) in(tab app.Tab) (overdue, owed int) {
	for i := range o.due {
		x := &o.due[i]
		if tab != app.TabDeadlines && x.Tab() != tab {
			continue
		}
		switch x.State {
		case app.DeadlineOverdue:
			overdue++
		case app.DeadlineSoon, app.DeadlineUndated:
			owed++
		}
	}
	return overdue, owed
}

// beginVisit takes down when the office was last open here, and that it is now.
func (s *Shell) beginVisit() {
	path := s.cfg.Store.Path()
	if s.cfg.Passing || path == s.visiting {
		return
	}
	s.visiting, s.visited = path, time.Time{}
	p := s.cfg.App.Preferences()
	if at, err := time.Parse(time.RFC3339, p.String(prefVisit+path)); err == nil {
		s.visited = at
	}
	p.SetString(prefVisit+path, s.cfg.Now().UTC().Format(time.RFC3339))
}
