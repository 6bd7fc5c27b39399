package ui

import (
	"context"
	"time"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/words"
)

// pastDue is how much there was to do in weeks that are over, by their Monday, as
// the office knew it when they began. It is read once: what was known then stays.
type pastDue struct {
	due   map[form.Date]int
	asked map[int]form.Date // by year: the day on which its weeks were read
}

// lookBackFor is how long the past is read for. The latest weeks come first; of a
// large office the earliest are left without a sign.
const lookBackFor = 3 * time.Second

// lookBack reads the weeks of the year that are over, behind the window.
func (p *homePage) lookBack() {
	s, today := p.shell, p.today()
	past := &s.past
	if !s.outlook.known || past.asked[p.year] == today {
		return
	}
	if past.asked == nil {
		past.due, past.asked = map[form.Date]int{}, map[int]form.Date{}
	}
	past.asked[p.year] = today
	var mondays []form.Date
	for i := p.weeks() - 1; i >= 0; i-- {
		from, to := p.days(i)
		if _, known := past.due[from]; !known && to < today {
			mondays = append(mondays, from)
		}
	}
	if len(mondays) == 0 {
		return
	}
	file := s.cfg.Store
	s.background(func() {
		time.Sleep(lookAfter) // the window is being drawn, and what is due now comes first
		ctx, cancel := context.WithTimeout(context.Background(), lookBackFor)
		defer cancel()
		found := dueInWeeks(ctx, file, mondays)
		s.cfg.Do(func() {
			if s.shut || file != s.cfg.Store {
				return
			}
			for monday, n := range found {
				s.past.due[monday] = n
			}
			p.tell()
		})
	})
}

// dueInWeeks counts what was to be done in weeks as the office stood on the Sunday
// before each. It ends with the first week of which the file knows nothing.
func dueInWeeks(ctx context.Context, file Store, mondays []form.Date) map[form.Date]int {
	out := map[form.Date]int{}
	for _, monday := range mondays {
		d, err := file.DossierAsOf(ctx, monday.Begins().Add(-time.Second), monday.AddDays(-1))
		if err != nil {
			return out
		}
		n := 0
		for _, x := range app.Deadlines(d) {
			if x.Due >= monday && x.Due <= monday.AddDays(6) {
				n++
			}
		}
		out[monday] = n
	}
	return out
}

// doneIn is how many deadlines of a week that is over were all met; 0 where there
// were none, one is still open, or it is not known.
func (p *homePage) doneIn(from, to form.Date) int {
	if overdue, _ := p.inWeek(from, to); overdue > 0 || to >= p.today() {
		return 0
	}
	return p.shell.past.due[from]
}

func doneWords(n int) string {
	return words.Plural(n, "%d scadenza, fatta", "%d scadenze, tutte fatte")
}
