package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tutela/app/form"
)

// CopySettings are how an office has the program copy its file (spec 4.3).
type CopySettings struct {
	// Destinations are where copies go, each run to all of them.
	Destinations []CopyDestination
	// Every is how many days may pass between two copies to a destination; 0 copies
	// only by hand, or at closing.
	Every int
	// AtClose copies when the window is closed, if something has changed.
	AtClose bool
	Keep    CopyRotation
	// Plan is the backup plan in whose log the copies are entered; "" enters none.
	Plan string
}

// NewCopySettings are those of an office that chose nothing yet.
func NewCopySettings() CopySettings {
	return CopySettings{Every: 1, AtClose: true, Keep: CopyRotation{Days: 7, Weeks: 4, Months: 12}}
}

// CopyDestination is a folder for copies, and how the last ones to it went.
type CopyDestination struct {
	Folder string
	// Tried is the last attempt; zero where there was none. Outcome is how it went
	// (CopyDone, CopyWarnings, CopyFailed) and Said why, a sentence, "" where all
	// is well.
	Tried   time.Time
	Outcome string
	Said    string
	// Made is the last copy that was written, File its name, and Head the end of
	// the trail that it holds.
	Made       time.Time
	File, Head string
}

// Due says that a copy to the destination is wanted at a moment: none was made
// yet, the last is as old as the interval, or it lies in the future because the
// clock was set back since.
func (d CopyDestination) Due(every int, now time.Time) bool {
	if every <= 0 {
		return false
	}
	if d.Made.IsZero() || d.Made.After(now.Add(time.Minute)) {
		return true
	}
	// A run each day is not put off to the next for having come a minute early.
	const early = time.Hour
	return now.Sub(d.Made) >= time.Duration(every)*24*time.Hour-early
}

// MostCopyDays between two copies, and MostCopiesKept of a kind, are more than
// anybody means.
const (
	MostCopyDays   = 366
	MostCopiesKept = 999
)

// Check says what is wrong with the settings, in a Refusal; nil is fine.
func (s CopySettings) Check() error {
	seen := map[string]bool{}
	for _, d := range s.Destinations {
		switch folder := strings.TrimSpace(d.Folder); {
		case folder == "":
			return &Refusal{What: "Manca la cartella in cui fare le copie.", Do: "Scegliete una cartella, o togliete la riga."}
		case seen[folder]:
			return &Refusal{What: "La cartella «" + folder + "» c’è due volte.", Do: "Togliete una delle due righe."}
		default:
			seen[folder] = true
		}
	}
	if s.Every < 0 || s.Every > MostCopyDays {
		return &Refusal{What: fmt.Sprintf("Ogni quanti giorni si copia è un numero da 0 a %d.", MostCopyDays), Do: "Con 0 si copia solo a mano o alla chiusura."}
	}
	for _, n := range []int{s.Keep.Days, s.Keep.Weeks, s.Keep.Months} {
		if n < 0 || n > MostCopiesKept {
			return &Refusal{What: fmt.Sprintf("Quante copie si tengono è un numero da 0 a %d.", MostCopiesKept)}
		}
	}
	return nil
}

// CopyRotation is which copies stay in a folder: the last one of each of the last
// so many days, weeks and months on which there are copies. All zero keeps all.
type CopyRotation struct{ Days, Weeks, Months int }

// Keeps says of each copy, by its moment, whether it stays. Days, weeks (from
// Monday) and months are those of Rome, and those without a copy do not count: a
// long holiday, or a clock that was wrong, costs no copy. The newest one stays
// whatever the numbers, and so do those that lie after now.
func (r CopyRotation) Keeps(made []time.Time, now time.Time) []bool {
	keep := make([]bool, len(made))
	if r == (CopyRotation{}) {
		for i := range keep {
			keep[i] = true
		}
		return keep
	}
	newest := newestFirst(made)
	past := newest[:0:0]
	for _, i := range newest {
		if made[i].After(now) {
			keep[i] = true
		} else {
			past = append(past, i)
		}
	}
	if len(past) > 0 {
		keep[past[0]] = true
	}
	for _, span := range []struct {
		most int
		of   func(form.Date) string
	}{
		{r.Days, func(d form.Date) string { return string(d) }},
		{r.Weeks, func(d form.Date) string { return string(monday(d)) }},
		{r.Months, func(d form.Date) string { return string(d)[:len("2006-01")] }},
	} {
		seen := map[string]bool{}
		for _, i := range past {
			in := span.of(form.DateOf(made[i]))
			if seen[in] {
				continue
			}
			if len(seen) == span.most {
				break
			}
			seen[in] = true
			keep[i] = true
		}
	}
	return keep
}

func monday(d form.Date) form.Date {
	return d.AddDays(-(int(d.Time().Weekday()) + 6) % 7)
}

// newestFirst gives the places of moments, the latest first.
func newestFirst(made []time.Time) []int {
	order := make([]int, len(made))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return made[b].Compare(made[a]) })
	return order
}

// What the trail calls the settings of the copies and the keys they are sealed to:
// they stand in it beside the registers, and are none.
const (
	CopySettingsKey = "copy_setting"
	OfficeKeysKey   = "office_key"
)
