package app_test

import (
	"slices"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// TestHolidaysOfAYear: each of the law's, none of those that it abolished, nor
// Sundays (5-law, 3).
func TestHolidaysOfAYear(t *testing.T) {
	for year, want := range map[form.Date][]form.Date{
		"2025-01-01": {
			"2025-01-01", "2025-01-06", "2025-04-21", "2025-04-25", "2025-05-01", "2025-06-02", "2025-08-15",
			"2025-11-01", "2025-12-08", "2025-12-25", "2025-12-26",
		},
		"2026-01-01": {
			"2026-01-01", "2026-01-06", "2026-04-06", "2026-04-25", "2026-05-01", "2026-06-02", "2026-08-15",
			"2026-10-04", "2026-11-01", "2026-12-08", "2026-12-25", "2026-12-26",
		},
		"2000-01-01": { // the second of June was none, and Easter Monday was one day from the Liberation
			"2000-01-01", "2000-01-06", "2000-04-24", "2000-04-25", "2000-05-01", "2000-08-15",
			"2000-11-01", "2000-12-08", "2000-12-25", "2000-12-26",
		},
	} {
		var got []form.Date
		for d := year; d[:4] == year[:4]; d = d.AddDays(1) {
			if name, ok := app.Holiday(d); ok {
				got = append(got, d)
				if name == "" {
					t.Errorf("%s has no name", d)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v", year[:4], got)
		}
	}
}

// TestEasterMondays are those of the calendars, the earliest and the latest that
// there can be among them.
func TestEasterMondays(t *testing.T) {
	for _, d := range []form.Date{"1943-04-26", "1961-04-03", "2008-03-24", "2024-04-01", "2027-03-29", "2028-04-17", "2038-04-26", "2049-04-19", "2076-04-20"} {
		if name, _ := app.Holiday(d); name != "Lunedì dell’Angelo" {
			t.Errorf("%s: %q", d, name)
		}
		if d.Time().Weekday() != time.Monday {
			t.Errorf("%s is no Monday", d)
		}
	}
}

// TestNextWorkday: the day before, the day and the day after of what moves a term.
func TestNextWorkday(t *testing.T) {
	for d, want := range map[form.Date]form.Date{
		"":           "",
		"2026-11-27": "2026-11-27", // Friday
		"2026-11-28": "2026-11-30", // Saturday
		"2026-11-29": "2026-11-30", // Sunday
		"2026-11-30": "2026-11-30",
		"2026-12-24": "2026-12-24",
		"2026-12-25": "2026-12-28", // Christmas, St Stephen, Sunday
		"2026-12-26": "2026-12-28",
		"2026-04-03": "2026-04-03", // Good Friday is none
		"2026-04-04": "2026-04-07", // Saturday, Easter, Monday of the Angel
		"2027-10-04": "2027-10-05", // St Francis on a Monday
		"2023-10-04": "2023-10-04", // and before the law
		"2027-12-31": "2027-12-31",
		"2028-01-01": "2028-01-03",
	} {
		if got := app.NextWorkday(d); got != want {
			t.Errorf("%s: got %s, want %s", d, got, want)
		}
	}
}
