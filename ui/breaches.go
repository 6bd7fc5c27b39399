package ui

import (
	"time"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/form"
	"tutela/ui/breachview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// breaches are those of the office as they stand now, by UID: as the file has them,
// or a draft, or the form that is open. A clock runs whether or not it was saved.
func (s *Shell) breaches() map[string]*app.Breach {
	out := map[string]*app.Breach{}
	for _, rec := range s.world.Records(app.BreachForm.Key) {
		if b, ok := rec.(*app.Breach); ok {
			out[b.UID()] = b
		}
	}
	for _, d := range s.drafts.known {
		if d.Register != app.BreachForm.Key {
			continue
		}
		head := form.Head{}
		if b := out[d.UID]; b != nil {
			head = *b.Head()
		}
		if ed, err := form.FromDraft(app.BreachForm.Type(), head, d.Body); err == nil {
			out[d.UID] = ed.Rec.(*app.Breach)
		}
	}
	if r := s.openBreach(); r != nil && r.dirty {
		out[r.uid()] = r.ed.Rec.(*app.Breach)
	}
	return out
}

// breach is one of them, nil where the register is another.
func (s *Shell) breach(register, uid string) *app.Breach {
	if register != app.BreachForm.Key {
		return nil
	}
	return s.breaches()[uid]
}

// breachRow is a breach in its list: number and name, where it stands, and the
// time that is left while a clock runs.
func breachRow(b *app.Breach, now time.Time) kit.RowData {
	d := kit.RowData{Title: b.Name}
	if b.Number != "" {
		d.Title = b.Number + " · " + b.Name
	}
	path := b.Path()
	switch {
	case path.Class != 0:
		d.Second = words.F("classe %s", path.Class)
	case path.Here != 0:
		d.Second = path.Here.String()
	}
	c := b.Clock(now)
	d.Icon, d.Word, d.Tone = kit.IconPencil, words.Sentence(b.Standing()), kit.ToneNeutral
	switch {
	case b.Annulled != "":
		d.Icon = kit.IconForbidden
	case c.Counting():
		d.Icon, d.Word, d.Tone = kit.IconClock, breachview.Left(c), breachview.Tone(c)
	case b.Closed != "":
		d.Icon, d.Tone = kit.IconCheck, kit.ToneOK
	}
	return d
}

// minute waits for the next minute of the clock, while something counts them.
type minute struct {
	timer *time.Timer
}

func (m *minute) stop() {
	if m.timer != nil {
		m.timer.Stop()
		m.timer = nil
	}
}

// wait has do called at the next full minute, once.
func (m *minute) wait(now time.Time, do func()) {
	if m.timer != nil {
		return
	}
	m.timer = time.AfterFunc(now.Truncate(time.Minute).Add(time.Minute).Sub(now), do)
}

// tellClocks shows on the rail how many clocks run, and lets the minutes tick as
// long as there is one.
func (s *Shell) tellClocks() {
	running, red := 0, 0
	now := s.cfg.Now()
	for _, b := range s.breaches() {
		c := b.Clock(now)
		if !c.Counting() {
			continue
		}
		running++
		if c.Band == breach.BandRed {
			red++
		}
	}
	for i, t := range s.tabs {
		switch {
		case t.tab != app.TabBreaches:
		case red > 0:
			s.rail.SetBadge(i, running, 0)
		default:
			s.rail.SetBadge(i, 0, running)
		}
	}
	if running == 0 {
		s.minute.stop()
		return
	}
	s.minute.wait(now, func() { s.cfg.Do(s.tick) })
}

// tick shows one minute more wherever a clock is in sight.
func (s *Shell) tick() {
	s.minute.stop()
	if s.shut {
		return
	}
	s.showClocks()
	if r := s.openBreach(); r != nil {
		r.wizard.tellClock()
	}
}

// showClocks shows them on the rail and in the list.
func (s *Shell) showClocks() {
	s.tellClocks()
	if p := s.registerPage(); p != nil && p.reg.Key == app.BreachForm.Key && p.list != nil {
		p.list.Refresh()
	}
}

// openBreach is the breach that is open in its tab, nil where none is.
func (s *Shell) openBreach() *recordView {
	for _, p := range s.pages {
		if r, ok := p.(*registerPage); ok && r.open != nil && r.open.wizard != nil {
			return r.open
		}
	}
	return nil
}
