package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
)

func TestWriteCalendar(t *testing.T) {
	d := apptest.Sample(t)
	data, err := exchange.WriteCalendar(d)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := exchange.WriteCalendar(d)
	if !bytes.Equal(data, again) {
		t.Error("the same office gives two calendars")
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	dated, seen := 0, map[string]bool{}
	for _, x := range app.Deadlines(d) {
		if x.Due != "" {
			dated++
		}
	}
	for _, e := range cal.Events() {
		if seen[e.Id()] {
			t.Errorf("two events are %s", e.Id())
		}
		seen[e.Id()] = true
	}
	if len(cal.Events()) != dated || dated == 0 {
		t.Errorf("%d events of %d deadlines", len(cal.Events()), dated)
	}
	unfolded := strings.ReplaceAll(string(data), "\r\n ", "")
	for _, want := range []string{
		"SUMMARY:Password da cambiare: Bianchi Marta\\, PC amministrazione\r\n",
		"DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n", // the contract that ends on a leap day
		"DTSTART:20261123T143000Z\r\n",                                 // the 72 hours, which end at 15:30 in Rome
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("the calendar lacks %q:\n%s", want, unfolded)
		}
	}
	for _, line := range strings.Split(string(data), "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
}
