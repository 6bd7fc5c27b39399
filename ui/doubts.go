package ui

import (
	"context"
	"runtime/debug"
	"time"

	"tutela/app"
	"tutela/app/check"
)

// mostSwept is how many records are checked unasked: a larger office is checked
// by the page «Controlla», which shows how far it is.
const mostSwept = 1000

// doubts is how many findings each record has, as far as it is known.
type doubts struct {
	byRecord map[string]int // by draft key
	running  bool
	again    bool // something was saved while it ran
}

// of is the number of findings of a record.
func (d *doubts) of(register, uid string) int { return d.byRecord[app.DraftKey(register, uid)] }

// take learns what a check of the whole office found.
func (d *doubts) take(found []check.Finding) {
	d.byRecord = map[string]int{}
	for _, f := range found {
		d.byRecord[app.DraftKey(f.Rule.Register, f.UID)]++
	}
}

// records is how many records of a register have findings.
func (d *doubts) records(register string) int {
	n := 0
	for key := range d.byRecord {
		if len(key) > len(register) && key[:len(register)+1] == register+":" {
			n++
		}
	}
	return n
}

// sweep reads the office behind the window, once for all that is told unasked:
// what does not fit, in lists and on the rail, and what is to be done.
func (s *Shell) sweep() {
	if s.doubts.running {
		s.doubts.again = true
		return
	}
	s.doubts.running = true
	file, now, visited, many := s.cfg.Store, s.cfg.Now(), s.visited, s.tooMany()
	s.background(func() {
		if many {
			time.Sleep(lookAfter) // the whole of it takes its time: not while the window is being drawn
		}
		seen, err := survey(file, now, visited, !many)
		if many {
			debug.FreeOSMemory() // all records were in memory, and are wanted again after a save alone
		}
		s.cfg.Do(func() {
			s.doubts.running = false
			switch {
			case s.shut || file != s.cfg.Store:
			case err != nil:
				s.cfg.Log.Error("look the office over", "error", err)
			case s.doubts.again:
				s.doubts.again = false
				s.sweep()
			default:
				s.see(seen)
			}
		})
	})
}

// sight is what a look over the office gives.
type sight struct {
	found   []check.Finding
	checked bool // else the office is too large to be checked unasked
	outlook outlook
}

// survey reads what the window tells unasked.
func survey(file Store, now, visited time.Time, all bool) (v sight, err error) {
	ctx := context.Background()
	d, err := file.Dossier(ctx, now)
	if err != nil {
		return v, err
	}
	var known doubts
	if v.checked = all; all {
		v.found = check.Office(d)
		known.take(v.found)
	}
	v.outlook, err = lookAhead(ctx, file, d, visited, func(register, uid string) bool { return known.of(register, uid) > 0 })
	return v, err
}

// see tells what a look gave.
func (s *Shell) see(v sight) {
	if v.checked {
		s.doubts.take(v.found)
	}
	s.outlook = v.outlook
	s.tellDoubts()
	if p, ok := s.pages[0].(*homePage); ok {
		p.tell()
	}
}

func (s *Shell) tooMany() bool {
	n := 0
	for _, key := range check.Registers() {
		n += len(s.names.of(key))
	}
	return n > mostSwept
}

// tellDoubts shows the counts on the rail and in the list in front.
func (s *Shell) tellDoubts() {
	for i, t := range s.tabs {
		n := 0
		for _, reg := range s.cfg.Registers {
			if reg.Tab == t.tab {
				n += s.doubts.records(reg.Key)
			}
		}
		overdue, owed := s.outlook.in(t.tab)
		if t.tab == app.TabDeadlines {
			n = owed
		}
		if t.tab != app.TabBreaches { // its counter is of clocks
			s.rail.SetBadge(i, overdue, n)
		}
	}
	if p := s.registerPage(); p != nil && p.list != nil {
		p.model.recount(func(uid string) int { return s.doubts.of(p.reg.Key, uid) })
		p.tellList()
	}
	if p := s.picture(); p != nil && p.built {
		p.grid.Sync()
	}
}
