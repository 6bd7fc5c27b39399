package form

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no time zone database of its own
)

// Date is a day as ISO text (2026-11-22), "" where unset. Dates compare as text.
type Date string

// Moment is an instant, kept to the second in UTC and shown in Europe/Rome.
type Moment struct{ time.Time }

// Rome is the time zone in which every moment is typed and shown.
var Rome = mustZone("Europe/Rome")

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic("form: time zone " + name + ": " + err.Error()) // embedded: cannot be missing
	}
	return zone
}

var months = [...]string{
	"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
	"agosto", "settembre", "ottobre", "novembre", "dicembre",
}

// DateOf is the day of an instant in Europe/Rome.
func DateOf(t time.Time) Date { return Date(t.In(Rome).Format(time.DateOnly)) }

// ISODate reads a date kept as ISO text.
func ISODate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2199 {
		return "", fmt.Errorf("la data «%s» non è nella forma aaaa-mm-gg, per esempio 2026-11-22", s)
	}
	return Date(s), nil
}

// Time is midnight UTC of the day; the zero time where unset.
func (d Date) Time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}

// Begins is the instant at which the day begins in Europe/Rome; the zero time
// where unset.
func (d Date) Begins() time.Time {
	if d == "" {
		return time.Time{}
	}
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, Rome)
}

// String is the date as gg/mm/aaaa, "" where unset.
func (d Date) String() string {
	if d == "" {
		return ""
	}
	return d.Time().Format("02/01/2006")
}

// MonthName is the name of a month, 1 being gennaio.
func MonthName(month int) string { return months[month-1] }

// Month is the month of the date as a heading names it, "novembre 2026"; "" where
// unset.
func (d Date) Month() string {
	if d == "" {
		return ""
	}
	t := d.Time()
	return months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// AddDays moves the date by days.
func (d Date) AddDays(n int) Date { return Date(d.Time().AddDate(0, 0, n).Format(time.DateOnly)) }

// DaysTo is how many days there are from the date to another, less than none to
// an earlier one.
func (d Date) DaysTo(other Date) int { return int(other.Time().Sub(d.Time()).Hours() / 24) }

// AddMonths moves the date by months to the same day, or to the last day of a
// shorter month (decision A20).
func (d Date) AddMonths(n int) Date {
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	day := min(t.Day(), daysIn(first.Year(), first.Month()))
	return Date(first.AddDate(0, 0, day-1).Format(time.DateOnly))
}

func daysIn(year int, m time.Month) int { return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }

const wantDate = "Scrivete la data come gg/mm/aaaa, per esempio 05/03/2026."

// ParseDate reads a date as people type it: 5/3/2026, 05.03.26, 05032026. The
// second result says what is wrong, "" if nothing.
func ParseDate(raw string) (Date, string) {
	parts := strings.FieldsFunc(strings.TrimSpace(raw), func(r rune) bool { return strings.ContainsRune("/.- ", r) })
	if len(parts) == 1 && (len(parts[0]) == 8 || len(parts[0]) == 6) {
		p := parts[0]
		parts = []string{p[:2], p[2:4], p[4:]}
	}
	if len(parts) != 3 {
		return "", wantDate
	}
	if len(parts[0]) == 4 && len(parts[2]) <= 2 { // ISO, pasted
		parts[0], parts[2] = parts[2], parts[0]
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || len(p) > 4 {
			return "", wantDate
		}
		n[i] = v
	}
	day, month, year := n[0], n[1], n[2]
	if len(parts[2]) == 2 {
		year += 1900
		if n[2] < 50 {
			year += 100
		}
	}
	switch {
	case len(parts[2]) != 2 && len(parts[2]) != 4:
		return "", "L’anno va scritto con quattro cifre, per esempio 2026."
	case year < 1900 || year > 2199:
		return "", "L’anno deve stare fra 1900 e 2199."
	case month < 1 || month > 12:
		return "", fmt.Sprintf("Il mese %d non esiste: dopo il giorno va il mese, da 1 a 12.", month)
	case day < 1 || day > daysIn(year, time.Month(month)):
		return "", wrongDay(day, month, year)
	}
	return Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day)), ""
}

func wrongDay(day, month, year int) string {
	have := daysIn(year, time.Month(month))
	name := strings.ToUpper(months[month-1][:1]) + months[month-1][1:]
	if day < 1 || day > 31 {
		return "Il giorno va da 1 a " + strconv.Itoa(have) + "."
	}
	if month == 2 {
		return fmt.Sprintf("Febbraio %d ha %d giorni.", year, have)
	}
	return fmt.Sprintf("%s ha %d giorni.", name, have)
}

// MomentOf is an instant to the second.
func MomentOf(t time.Time) Moment { return Moment{t.UTC().Truncate(time.Second)} }

// String is the moment as gg/mm/aaaa hh:mm in Europe/Rome, "" where unset.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return m.In(Rome).Format("02/01/2006 15:04")
}

// ISO is the moment as kept in SQL and JSON.
func (m Moment) ISO() string { return m.UTC().Format(time.RFC3339) }

const wantMoment = "Scrivete data e ora come gg/mm/aaaa hh:mm, per esempio 05/03/2026 16:30."

// ParseMoment reads a moment typed as gg/mm/aaaa hh:mm, in Europe/Rome. An hour
// that the change to summer time leaves out is refused; one that comes twice in
// autumn counts as the first.
func ParseMoment(raw string) (Moment, string) {
	raw = strings.TrimSpace(raw)
	cut := strings.LastIndex(raw, " ")
	if cut < 0 {
		return Moment{}, wantMoment
	}
	day, wrong := ParseDate(raw[:cut])
	if wrong != "" {
		return Moment{}, wrong
	}
	h, m, ok := strings.Cut(strings.Replace(raw[cut+1:], ".", ":", 1), ":")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if !ok || err1 != nil || err2 != nil || len(h) > 2 || len(m) != 2 {
		return Moment{}, wantMoment
	}
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return Moment{}, "L’ora va da 00:00 a 23:59."
	}
	d := day.Time()
	t := time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, Rome)
	if t.Hour() != hour {
		return Moment{}, fmt.Sprintf("Quel giorno le %02d:%02d non ci sono: gli orologi passano all’ora legale.", hour, minute)
	}
	if first := t.Add(-time.Hour); first.In(Rome).Hour() == hour {
		t = first
	}
	return MomentOf(t), ""
}
