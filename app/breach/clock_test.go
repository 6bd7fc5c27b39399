package breach_test

import (
	"testing"
	"time"

	"tutela/app/breach"
	"tutela/app/form"
)

func moment(t testing.TB, text string) form.Moment {
	t.Helper()
	m, wrong := form.ParseMoment(text)
	if wrong != "" {
		t.Fatalf("%s: %s", text, wrong)
	}
	return m
}

// TestDeadline: elapsed hours, over weekends, holidays and both changes of the
// clocks (5-law 3).
func TestDeadline(t *testing.T) {
	for _, test := range []struct{ aware, deadline, regulation string }{
		{"20/11/2026 10:30", "lun 23/11/2026 10:30", "lun 23/11/2026 11:00"},
		{"24/10/2026 10:30", "mar 27/10/2026 09:30", "mar 27/10/2026 10:00"},
		{"27/03/2026 15:20", "lun 30/03/2026 16:20", "lun 30/03/2026 17:00"},
		{"24/12/2026 17:10", "dom 27/12/2026 17:10", "dom 27/12/2026 18:00"},
		{"20/11/2026 14:00", "lun 23/11/2026 14:00", "lun 23/11/2026 15:00"}, // the full hour that began is not counted
		{"25/10/2026 01:59", "mer 28/10/2026 00:59", "mer 28/10/2026 01:00"}, // just before the clocks go back
		{"25/10/2026 03:00", "mer 28/10/2026 03:00", "mer 28/10/2026 04:00"}, // just after
		{"29/03/2026 01:59", "mer 01/04/2026 02:59", "mer 01/04/2026 03:00"},
		{"29/03/2026 03:00", "mer 01/04/2026 03:00", "mer 01/04/2026 04:00"},
		{"22/10/2026 02:30", "dom 25/10/2026 02:30", "dom 25/10/2026 02:00"}, // into the hour that comes twice: the first, and the second
		{"26/02/2028 12:00", "mar 29/02/2028 12:00", "mar 29/02/2028 13:00"},
	} {
		c := breach.ClockAt(moment(t, test.aware), breach.Stop{}, time.Time{})
		if d, r := breach.When(c.Deadline), breach.When(c.Regulation); d != test.deadline || r != test.regulation {
			t.Errorf("%s: until %s, by the regulation %s", test.aware, d, r)
		}
	}
	if !breach.Deadline(form.Moment{}).IsZero() {
		t.Error("a deadline of nothing")
	}
}

// TestClock: the colours at their edges, and what is left in words (decision A2).
func TestClock(t *testing.T) {
	aware := moment(t, "20/11/2026 15:30")
	deadline := breach.Deadline(aware)
	for _, test := range []struct {
		before time.Duration
		words  string
		state  breach.ClockState
		band   breach.ClockBand
	}{
		{72 * time.Hour, "72 h 00 min", breach.ClockRunning, breach.BandGreen},
		{24*time.Hour + time.Minute, "24 h 01 min", breach.ClockRunning, breach.BandGreen},
		{24 * time.Hour, "24 h 00 min", breach.ClockRunning, breach.BandAmber},
		{21*time.Hour + 42*time.Minute + 59*time.Second, "21 h 42 min", breach.ClockRunning, breach.BandAmber},
		{6*time.Hour + time.Minute, "6 h 01 min", breach.ClockRunning, breach.BandAmber},
		{6 * time.Hour, "6 h 00 min", breach.ClockRunning, breach.BandRed},
		{0, "0 h 00 min", breach.ClockRunning, breach.BandRed},
		{-time.Second, "scaduto da 0 h 00 min", breach.ClockLate, breach.BandRed},
		{-3*time.Hour - 5*time.Minute, "scaduto da 3 h 05 min", breach.ClockLate, breach.BandRed},
		{-1234 * time.Hour, "scaduto da 1.234 h 00 min", breach.ClockLate, breach.BandRed},
	} {
		c := breach.ClockAt(aware, breach.Stop{}, deadline.Add(-test.before))
		if c.Words() != test.words || c.State != test.state || c.Band != test.band || c.Late() != (test.before < 0) {
			t.Errorf("%v before: %q, state %d, band %d, late %v", test.before, c.Words(), c.State, c.Band, c.Late())
		}
	}

	for at, late := range map[time.Duration]bool{0: false, -time.Minute: false, time.Minute: true} {
		c := breach.ClockAt(aware, breach.Stop{By: breach.ByNotice, At: form.MomentOf(deadline.Add(at))}, deadline.Add(90*time.Hour))
		if c.State != breach.ClockStopped || c.Band != breach.BandNone || c.Words() != "" || c.Late() != late {
			t.Errorf("notified %v after the deadline: %+v, late %v", at, c, c.Late())
		}
	}
	if c := breach.ClockAt(form.Moment{}, breach.Stop{}, deadline.Time); c.State != breach.ClockUnset || c.Words() != "" {
		t.Errorf("nobody is aware, and it shows %+v", c)
	}
}
