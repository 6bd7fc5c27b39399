package app_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestRequestTerms: the month of art. 12(3), and the two more of an extension, from
// the days on which months are not alike, to days on which nobody works.
func TestRequestTerms(t *testing.T) {
	for _, c := range []struct {
		name                   string
		received, first, third form.Date
	}{
		{"from 31 January, to a Saturday", "2026-01-31", "2026-03-02", "2026-04-30"}, // 28 February is a Saturday
		{"from 31 January, to a Sunday", "2027-01-31", "2027-03-01", "2027-04-30"},   // and a Sunday
		{"from 31 January of a leap year", "2028-01-31", "2028-02-29", "2028-05-02"}, // a leap year; 30 April is a Sunday, then the feast of work
		{"from 31 January of a common year", "2025-01-31", "2025-02-28", "2025-04-30"},
		{"from 30 November, then a Sunday", "2026-11-30", "2026-12-30", "2027-03-01"},                          // 28 February 2027 is a Sunday
		{"from 29 November: no 29 February", "2026-11-29", "2026-12-29", "2027-03-01"},                         // there is no 29 February 2027
		{"from 28 February: the same day, not the end of the month", "2026-02-28", "2026-03-30", "2026-05-28"}, // the 28th, a Saturday: the same day, not the end of the month
		{"over a Sunday", "2026-10-22", "2026-11-23", "2027-01-22"},                                            // over a Sunday
		{"over Christmas, St Stephen and a Sunday", "2026-11-25", "2026-12-28", "2027-02-25"},                  // over Christmas, St Stephen and a Sunday
		{"over the Monday of the Angel, over a Saturday", "2026-03-06", "2026-04-07", "2026-06-08"},            // over the Monday of the Angel, over a Saturday
		{"over St Francis", "2027-09-04", "2027-10-05", "2027-12-06"},                                          // over St Francis
		{"over a Sunday into the next month", "2026-12-31", "2027-02-01", "2027-03-31"},                        // over a Sunday into the next month
		{"over the feast of the patron, which moves no term of law", "2026-10-13", "2026-11-13", "2027-01-13"}, // St Homobonus, in Cremona
		{"a common day", "2026-11-22", "2026-12-22", "2027-02-22"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, q := range []*app.Request{{}, {Asker: app.AsksProxy}, {Asker: app.AsksFamily}} { // whoever asks
				q.Received = c.received
				if got := q.Clock(c.received); got.First != c.first || got.Due != c.first || got.State != app.RequestRunning {
					t.Errorf("%s: %+v, want %s", c.received, got, c.first)
				}
				q.Extended = c.received
				if got := q.Clock(c.received); got.First != c.first || got.Due != c.third || !got.Extended {
					t.Errorf("%s extended: %+v, want %s", c.received, got, c.third)
				}
			}
		})
	}
}

// TestRequestStates on the day before, the day and the day after.
func TestRequestStates(t *testing.T) {
	open := app.Request{Received: "2026-11-09"} // until 9 December
	answered := func(day form.Date) app.Request {
		q := open
		q.Answered = day
		return q
	}
	refused := func(day form.Date) app.Request {
		q := answered(day)
		q.Outcome = app.RequestRefused
		return q
	}
	extended := func(day form.Date) app.Request {
		q := open
		q.Extended = day
		return q
	}
	for _, c := range []struct {
		name  string
		q     app.Request
		today form.Date
		state app.RequestState
		left  int
	}{
		{"undated", app.Request{}, "2026-11-22", app.RequestUndated, 0},
		{"eight days", open, "2026-12-01", app.RequestRunning, 8},
		{"seven days", open, "2026-12-02", app.RequestNear, 7},
		{"last day", open, "2026-12-09", app.RequestNear, 0},
		{"a day late", open, "2026-12-10", app.RequestLate, -1},
		{"answered on the last day", answered("2026-12-09"), "2027-01-30", app.RequestAnswered, 0},
		{"answered a day late", answered("2026-12-10"), "2027-01-30", app.RequestAnsweredLate, -1},
		{"extension told on the last day", extended("2026-12-09"), "2026-12-10", app.RequestRunning, 61},
		{"extension told a day late", extended("2026-12-10"), "2026-12-10", app.RequestLate, -1},
		{"by proxy, on the last day", app.Request{Received: "2026-11-09", Asker: app.AsksProxy, Applicant: "Avv. Neri"}, "2026-12-09", app.RequestNear, 0},
		{"by proxy, a day late", app.Request{Received: "2026-11-09", Asker: app.AsksProxy, Applicant: "Avv. Neri"}, "2026-12-10", app.RequestLate, -1},
		{"refused on the last day", refused("2026-12-09"), "2027-01-30", app.RequestAnswered, 0},
		{"refused a day late", refused("2026-12-10"), "2027-01-30", app.RequestAnsweredLate, -1},
		{"annulled", app.Request{Received: "2026-01-09", Annulled: "2026-02-01"}, "2026-11-22", app.RequestAnnulled, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.q.Clock(c.today)
			if got.State != c.state || got.Left != c.left {
				t.Errorf("%+v", got)
			}
			if late := c.q.Extended == "2026-12-10"; got.ToldLate != late {
				t.Errorf("told late %v", got.ToldLate)
			}
		})
	}
}

// TestRequestHeld: a proof that is waited for holds the clock, which goes on from
// where it was; one asked for when the term was over holds nothing.
func TestRequestHeld(t *testing.T) {
	for _, c := range []struct {
		name                  string
		asked, came, answered form.Date
		today                 form.Date
		state                 app.RequestState
		held                  int
		due                   form.Date
	}{
		{"waited for", "2026-11-12", "", "", "2026-11-22", app.RequestPaused, 10, "2026-12-21"}, // 19 December is a Saturday
		{"waited for, longer than a month", "2026-11-12", "", "", "2027-01-11", app.RequestPaused, 60, "2027-02-08"},
		{"came after ten days", "2026-11-12", "2026-11-22", "", "2026-12-22", app.RequestLate, 10, "2026-12-21"},
		{"came the same day", "2026-11-12", "2026-11-12", "", "2026-11-22", app.RequestRunning, 0, "2026-12-09"},
		{"asked tomorrow", "2026-11-23", "", "", "2026-11-22", app.RequestRunning, 0, "2026-12-09"},
		{"asked on the last day", "2026-12-09", "", "", "2026-12-10", app.RequestPaused, 1, "2026-12-10"},
		{"asked a day late", "2026-12-10", "", "", "2026-12-11", app.RequestLate, 0, "2026-12-09"},
		{"never came, refused", "2026-11-12", "", "2026-12-12", "2027-01-30", app.RequestAnswered, 30, "2027-01-08"},
	} {
		q := &app.Request{Received: "2026-11-09", ProofAsked: c.asked, ProofCame: c.came, Answered: c.answered}
		if got := q.Clock(c.today); got.State != c.state || got.Held != c.held || got.Due != c.due {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestExtensionWhileHeld: the days held move the day by which it is told.
func TestExtensionWhileHeld(t *testing.T) {
	q := &app.Request{Received: "2026-11-09", ProofAsked: "2026-11-12", ProofCame: "2026-11-22", Extended: "2026-12-21"}
	if got := q.Clock("2026-12-22"); !got.Extended || got.Due != "2027-02-19" {
		t.Errorf("%+v", got)
	}
	q.Extended = "2026-12-22"
	if got := q.Clock("2026-12-22"); got.Extended || !got.ToldLate {
		t.Errorf("%+v", got)
	}
}
