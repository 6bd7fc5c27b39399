package exchange

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"tutela/app"
	"tutela/app/form"
)

// WriteCalendar writes the deadlines of an office that have a day as an iCalendar
// file (RFC 5545): whole days, and a moment for what runs in hours. An event keeps
// its identity as long as it is the same deadline, so that a calendar into which the
// file is read again shows it once.
func WriteCalendar(d *app.Dossier) ([]byte, error) {
	cal := ics.NewCalendarFor("Tutela")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName("Scadenze – " + d.Office().Name)
	for _, x := range app.Deadlines(d) {
		if x.Due == "" {
			continue
		}
		place := strings.Trim(strings.ReplaceAll(x.Path, "/", "-"), "-")
		e := cal.AddEvent(fmt.Sprintf("%s.%s.%s@%s.tutela", x.Key, cmp.Or(x.UID, "tutti"), cmp.Or(place, "scheda"), cmp.Or(d.Office().UID(), "ufficio")))
		e.SetDtStampTime(d.Now.UTC())
		e.SetSummary(x.What)
		text := x.Reason()
		if x.Who != "" {
			text += "\nChi: " + x.Who
		}
		e.SetDescription(text)
		if x.At.IsZero() {
			e.SetAllDayStartAt(x.Due.Time())
			e.SetAllDayEndAt(x.Due.AddDays(1).Time()) // the first day after it
			e.SetTimeTransparency(ics.TransparencyTransparent)
			continue
		}
		e.SetStartAt(x.At.Time)
		e.SetEndAt(x.At.Add(time.Minute))
	}
	var out bytes.Buffer
	if err := cal.SerializeTo(&out, ics.WithNewLineWindows); err != nil {
		return nil, fmt.Errorf("write the calendar: %w", err)
	}
	return out.Bytes(), nil
}

// CalendarName is the name under which the calendar of a day is offered.
func CalendarName(day form.Date) string { return "scadenze-" + string(day) + ".ics" }
