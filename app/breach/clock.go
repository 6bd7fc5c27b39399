package breach

import (
	"fmt"
	"time"

	"tutela/app/form"
)

// The term for notifying the authority, in this one place: proposals to change it
// are pending (COM(2025) 836). It runs in elapsed hours, over weekends, holidays
// and the changes of the clocks (spec 2.4, decisions A2 and A3).
const (
	TermHours  = 72
	TermLaw    = "art. 33(1) GDPR"
	amberHours = 24 // at this and below
	RedHours   = 6
)

// ClockState is whether the hours run.
type ClockState int

// The states. A clock that stopped never runs again by itself.
const (
	ClockUnset   ClockState = iota // nobody wrote when the controller became aware
	ClockRunning                   // there is time left
	ClockLate                      // past, and nothing was sent or decided
	ClockStopped
)

// ClockBand is the colour of a clock.
type ClockBand int

// The colours. A clock that does not run has none.
const (
	BandNone ClockBand = iota
	BandGreen
	BandAmber
	BandRed
)

// StoppedBy is what stopped a clock.
type StoppedBy int

// What stops it. An interruption of the analysis (S9) never does.
const (
	NotStopped  StoppedBy = iota
	ByNotice              // the first notification that was sent
	ByDecision            // a written decision not to notify
	ByDropping            // S6: it is no breach
	ByAnnulment           // the record was a mistake
)

// Stop is what stopped the clock and when. Where only the day is known, At is
// its beginning and DayOnly says so.
type Stop struct {
	By      StoppedBy
	At      form.Moment
	DayOnly bool
}

// Clock is how the term stands at one moment.
type Clock struct {
	State    ClockState
	Band     ClockBand
	Aware    form.Moment
	Deadline form.Moment
	// Regulation is the limit as Reg. 1182/71 art. 3 would have it, from the next
	// full hour: information only.
	Regulation form.Moment
	Left       int // whole minutes left; of a late clock, minutes past as a negative number
	Stop       Stop
}

// Deadline is when the term that begins at a moment ends.
func Deadline(aware form.Moment) form.Moment {
	if aware.IsZero() {
		return form.Moment{}
	}
	return form.MomentOf(aware.Add(TermHours * time.Hour))
}

// ClockAt is how the term stands now.
func ClockAt(aware form.Moment, stop Stop, now time.Time) Clock {
	if aware.IsZero() {
		return Clock{Stop: stop}
	}
	c := Clock{State: ClockRunning, Aware: aware, Deadline: Deadline(aware), Stop: stop}
	c.Regulation = Deadline(form.MomentOf(aware.Truncate(time.Hour).Add(time.Hour)))
	if stop.By != NotStopped {
		c.State = ClockStopped
		return c
	}
	left := c.Deadline.Sub(now)
	c.Left = int(left / time.Minute)
	switch {
	case left < 0:
		c.State, c.Band = ClockLate, BandRed
	case c.Left <= RedHours*60:
		c.Band = BandRed
	case c.Left <= amberHours*60:
		c.Band = BandAmber
	default:
		c.Band = BandGreen
	}
	return c
}

// Counting says that nothing has stopped the clock yet: there is time left, or it
// counts up.
func (c Clock) Counting() bool { return c.State == ClockRunning || c.State == ClockLate }

// Late says that the term passed: it does, or the notification was sent after it.
func (c Clock) Late() bool {
	return c.State == ClockLate || c.State == ClockStopped && c.Stop.By == ByNotice && c.Stop.At.After(c.Deadline.Time)
}

// Words are the time left or past: «21 h 42 min», «scaduto da 3 h 05 min»; "" of a
// clock that does not run.
func (c Clock) Words() string {
	switch c.State {
	case ClockRunning:
		return Hours(c.Left)
	case ClockLate:
		return "scaduto da " + Hours(-c.Left)
	}
	return ""
}

// Hours writes minutes as hours and minutes: «3 h 05 min».
func Hours(minutes int) string {
	return fmt.Sprintf("%s h %02d min", form.FormatInt(int64(minutes/60)), minutes%60)
}

var weekdays = [...]string{"dom", "lun", "mar", "mer", "gio", "ven", "sab"}

// When is a moment with its day of the week, in Europe/Rome: «lun 23/11/2026 15:30».
func When(m form.Moment) string {
	if m.IsZero() {
		return ""
	}
	return weekdays[m.In(form.Rome).Weekday()] + " " + m.String()
}
