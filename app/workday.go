package app

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/it"

	"tutela/app/form"
)

// saintFrancis is a holiday again from 2026 (law 151 of 2025), which the kept list
// of holidays does not have yet.
var saintFrancis = &cal.Holiday{
	Name: "San Francesco", Type: cal.ObservancePublic, StartYear: 2026,
	Month: time.October, Day: 4, Func: cal.CalcDayOfMonth,
}

// Holiday is the name of the national holiday on a day, in Italian; "" where there
// is none. Sundays as such are none (L. 260/1949 as it stands; 5-law 3).
func Holiday(day form.Date) string {
	t := day.Time()
	for _, h := range append([]*cal.Holiday{saintFrancis}, it.Holidays...) {
		if h.StartYear > t.Year() {
			continue
		}
		if actual, _ := h.Calc(t.Year()); actual.Month() == t.Month() && actual.Day() == t.Day() {
			return h.Name
		}
	}
	return ""
}

// Workday says that a day is neither Saturday, Sunday nor a national holiday, as
// statutory terms count (Reg. 1182/71, art. 2(2)).
func Workday(day form.Date) bool {
	w := day.Time().Weekday()
	return w != time.Saturday && w != time.Sunday && Holiday(day) == ""
}

// StatutoryDue is the last day of a statutory term that would end on a day: that
// day, or the next working day (Reg. 1182/71, art. 3(4); decision A20). Terms in
// hours, and those that the office set itself, do not move. The local patron does
// not count here (5-law 3).
func StatutoryDue(day form.Date) form.Date {
	for day != "" && !Workday(day) {
		day = day.AddDays(1)
	}
	return day
}

// Closed says why an office in Italy is closed on a day, in Italian; "" where it
// need not be. patron is the day of the local patron, see Office.
func Closed(day form.Date, patron string) string {
	switch name := Holiday(day); {
	case name != "":
		return name
	case patron != "" && day.Time().Format("02/01") == patron:
		return "patrono"
	}
	return ""
}
