package app

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"tutela/app/form"
	"tutela/assets"
)

// holiday is a rule of the national holidays: a day of every year, or one that
// moves with Easter, from the day on which the rule holds.
type holiday struct {
	Name   string    `json:"name"`
	Day    string    `json:"day"`    // "10-04", month first; "" for one that moves
	Easter int       `json:"easter"` // days after Easter Sunday
	From   form.Date `json:"from"`
}

// holidays are the rules that ship (folder legal: a new law touches no code). The
// tests keep a broken file from ever reaching a user.
var holidays = sync.OnceValues(func() ([]holiday, error) {
	const file = "legal/holidays.json"
	data, err := assets.Legal.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("failed to read the holidays: %w", err)
	}
	var f struct {
		List []holiday `json:"list"`
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, h := range f.List {
		if h.Name == "" || (h.Day == "") == (h.Easter == 0) {
			return nil, fmt.Errorf("%s: «%s» is on no day, or on two", file, h.Name)
		}
	}
	return f.List, nil
})

// Holiday names the national holiday of a day. Sundays are none, and the feast of
// the local patron is none either: it moves no statutory term (5-law, 3).
func Holiday(d form.Date) (name string, ok bool) {
	if d == "" {
		return "", false
	}
	rules, _ := holidays()
	for _, h := range rules {
		on := h.Day
		if h.Easter != 0 {
			on = string(easter(d.Time().Year()).AddDays(h.Easter)[5:])
		}
		if string(d[5:]) == on && d >= h.From {
			return h.Name, true
		}
	}
	return "", false
}

// NextWorkday is the day itself, or the first one after it that is no Saturday,
// Sunday or national holiday: where a term of law ends (Regulation 1182/71,
// art. 3(4)).
func NextWorkday(d form.Date) form.Date {
	if d == "" {
		return ""
	}
	for {
		_, off := Holiday(d)
		if day := d.Time().Weekday(); !off && day != time.Saturday && day != time.Sunday {
			return d
		}
		d = d.AddDays(1)
	}
}

// easter is Easter Sunday of a year of the Gregorian calendar, by the computus of
// Meeus, Jones and Butcher.
func easter(year int) form.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return form.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}
