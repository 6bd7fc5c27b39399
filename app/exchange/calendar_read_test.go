package exchange_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
)

// TestCalendarIsReadElsewhere: another library than the one that writes the calendar
// finds in it each deadline that has a day, with its words, its day or its moment.
func TestCalendarIsReadElsewhere(t *testing.T) {
	d := apptest.Sample(t)
	// What a calendar may stumble over: signs that mean something in it, a long line of
	// letters of more than one byte, a line of its own.
	for _, x := range app.All(d, app.SystemForm) {
		x.Name = `NAS; "piano, 1º" \ perché no: àèìòù – àèìòù – àèìòù – àèìòù – àèìòù – àèìòù – àèìòù`
	}
	data, err := exchange.WriteCalendar(d)
	if err != nil {
		t.Fatal(err)
	}
	cal, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	type entry struct{ what, from string }
	want, all := map[entry]string{}, 0
	for _, x := range app.Deadlines(d) {
		switch reason := x.Reason() + "\nChi: " + x.Who; {
		case x.Due == "":
			continue
		case !x.At.IsZero():
			want[entry{x.What, x.At.UTC().Format(time.RFC3339)}] = reason
		default:
			want[entry{x.What, string(x.Due)}] = reason
		}
		all++
	}
	seen := map[string]bool{}
	for _, e := range cal.Events() {
		uid, _ := e.Props.Text(ical.PropUID)
		what, err := e.Props.Text(ical.PropSummary)
		if err != nil || uid == "" || seen[uid] || e.Props.Get(ical.PropDateTimeStamp) == nil {
			t.Errorf("%q: %v, its identity %q", what, err, uid)
		}
		seen[uid] = true
		from, err := e.DateTimeStart(form.Rome)
		to, err2 := e.DateTimeEnd(form.Rome)
		if err != nil || err2 != nil {
			t.Fatal(what, err, err2)
		}
		at := entry{what, from.Format("2006-01-02")}
		if whole := e.Props.Get(ical.PropDateTimeStart).ValueType() == ical.ValueDate; !whole {
			at.from = from.UTC().Format(time.RFC3339)
		} else if !to.Equal(from.AddDate(0, 0, 1)) {
			t.Errorf("%s is to last a day: from %s to %s", what, from, to)
		}
		reason, known := want[at]
		if text, err := e.Props.Text(ical.PropDescription); !known || err != nil || text != reason {
			t.Errorf("%+v: %v, %q, want %q", at, err, text, reason)
		}
	}
	if len(cal.Events()) != all || all < 20 {
		t.Errorf("%d events of %d deadlines", len(cal.Events()), all)
	}
}
