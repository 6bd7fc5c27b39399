package ui

import (
	"context"
	"slices"

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

// sweep checks the office behind the window, so that lists and rail tell where
// something does not fit.
func (s *Shell) sweep() {
	if s.doubts.running {
		s.doubts.again = true
		return
	}
	if s.tooMany() {
		return
	}
	s.doubts.running = true
	file := s.cfg.Store
	s.background(func() {
		d, err := file.Dossier(context.Background(), s.cfg.Now())
		var found []check.Finding
		if err == nil {
			found = check.Office(d)
		}
		s.cfg.Do(func() {
			s.doubts.running = false
			switch {
			case s.shut || file != s.cfg.Store:
			case err != nil:
				s.cfg.Log.Error("check the office", "error", err)
			case s.doubts.again:
				s.doubts.again = false
				s.sweep()
			default:
				s.doubts.take(found)
				s.tellDoubts()
			}
		})
	})
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
			if reg.Tab == t.tab && slices.Contains(check.Registers(), reg.Key) {
				n += s.doubts.records(reg.Key)
			}
		}
		if t.tab != app.TabBreaches { // its counter is of clocks
			s.rail.SetBadge(i, 0, n)
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
