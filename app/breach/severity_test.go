package breach_test

import (
	"slices"
	"testing"

	"tutela/app/breach"
)

func TestSeverity(t *testing.T) {
	type in = breach.Severity
	tests := []struct {
		name     string
		s        in
		quarters int
		text     string
		band     breach.SeverityBand
	}{
		{"lowest", in{Context: 1, Identification: 1}, 1, "0,25", breach.SeverityLow},
		{"highest", in{4, 4, 2, 2, 2, true}, 24, "6,00", breach.SeverityVeryHigh},
		{"just below 2", in{Context: 1, Identification: 4, Secrecy: 2, Availability: 1}, 7, "1,75", breach.SeverityLow},
		{"2", in{Context: 2, Identification: 4}, 8, "2,00", breach.SeverityMedium},
		{"just below 3", in{Context: 3, Identification: 3, Secrecy: 2}, 11, "2,75", breach.SeverityMedium},
		{"3", in{Context: 3, Identification: 4}, 12, "3,00", breach.SeverityHigh},
		{"just below 4", in{Context: 3, Identification: 4, Secrecy: 2, Integrity: 1}, 15, "3,75", breach.SeverityHigh},
		{"4", in{Context: 3, Identification: 4, Secrecy: 2, Malice: true}, 16, "4,00", breach.SeverityVeryHigh},
		{"no kind of data", in{Identification: 4}, 0, "", 0},
		{"nobody said how easy", in{Context: 2}, 0, "", 0},
		{"out of the scale", in{Context: 5, Identification: 1}, 0, "", 0},
		{"unanswered circumstance", in{Context: 2, Identification: 2, Secrecy: -1}, 0, "", 0},
	}
	for _, test := range tests {
		if q, text, band := test.s.Quarters(), test.s.String(), test.s.Band(); q != test.quarters || text != test.text || band != test.band {
			t.Errorf("%s: %d quarters, %q, %q", test.name, q, text, band.Word())
		}
	}
	if breach.SeverityVeryHigh.Word() != "molto alta" || breach.SeverityLow.Word() != "bassa" || breach.SeverityBand(0).Word() != "" {
		t.Error("the words of the bands")
	}
}

func TestSeverityFlags(t *testing.T) {
	for _, test := range []struct {
		people     int64
		unreadable bool
		want       []string
	}{
		{100, false, nil},
		{101, false, []string{"più di 100 persone"}},
		{3, true, []string{"dati non intelligibili"}},
		{5000, true, []string{"più di 100 persone", "dati non intelligibili"}},
	} {
		if got := breach.SeverityFlags(test.people, test.unreadable); !slices.Equal(got, test.want) {
			t.Errorf("%d, %v: %v", test.people, test.unreadable, got)
		}
	}
}
