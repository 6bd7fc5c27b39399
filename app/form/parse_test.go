package form_test

import (
	"testing"
	"time"

	"tutela/app/form"
)

func TestParseDate(t *testing.T) {
	tests := []struct{ raw, want, wrong string }{
		{"05/03/2026", "2026-03-05", ""},
		{" 5/3/26 ", "2026-03-05", ""},
		{"5.3.1985", "1985-03-05", ""},
		{"05-03-85", "1985-03-05", ""},
		{"05032026", "2026-03-05", ""},
		{"050326", "2026-03-05", ""},
		{"2026-03-05", "2026-03-05", ""},
		{"29/02/2024", "2024-02-29", ""},
		{"29/02/2026", "", "Febbraio 2026 ha 28 giorni."},
		{"31/11/2026", "", "Novembre ha 30 giorni."},
		{"32/1/2026", "", "Il giorno va da 1 a 31."},
		{"0/1/2026", "", "Il giorno va da 1 a 31."},
		{"1/13/2026", "", "Il mese 13 non esiste: dopo il giorno va il mese, da 1 a 12."},
		{"1/1/226", "", "L’anno va scritto con quattro cifre, per esempio 2026."},
		{"1/1/1850", "", "L’anno deve stare fra 1900 e 2199."},
		{"domani", "", "Scrivete la data come gg/mm/aaaa, per esempio 05/03/2026."},
		{"1/2", "", "Scrivete la data come gg/mm/aaaa, per esempio 05/03/2026."},
	}
	for _, test := range tests {
		got, wrong := form.ParseDate(test.raw)
		if string(got) != test.want || wrong != test.wrong {
			t.Errorf("%q: got %q, %q; want %q, %q", test.raw, got, wrong, test.want, test.wrong)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("31/12/2026")
	f.Add("0.0.0")
	f.Fuzz(func(t *testing.T, raw string) {
		d, wrong := form.ParseDate(raw)
		if (d == "") == (wrong == "") {
			t.Fatalf("%q gives %q and %q", raw, d, wrong)
		}
		if again, _ := form.ParseDate(d.String()); d != "" && again != d {
			t.Fatalf("%q: %q reads back as %q", raw, d, again)
		}
	})
}

func TestMonthsAreClamped(t *testing.T) {
	tests := []struct {
		from form.Date
		n    int
		want form.Date
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-08-31", 6, "2027-02-28"},
		{"2026-11-22", 3, "2027-02-22"}, {"2026-03-31", -1, "2026-02-28"}, {"2026-12-31", 12, "2027-12-31"},
	}
	for _, test := range tests {
		if got := test.from.AddMonths(test.n); got != test.want {
			t.Errorf("%s + %d months: got %s, want %s", test.from, test.n, got, test.want)
		}
	}
}

// TestDayBegins: at midnight in Rome, whatever that is in UTC.
func TestDayBegins(t *testing.T) {
	for day, want := range map[form.Date]string{
		"2026-01-01": "2025-12-31T23:00:00Z", "2026-03-29": "2026-03-28T23:00:00Z", "2026-03-30": "2026-03-29T22:00:00Z",
		"2026-10-25": "2026-10-24T22:00:00Z", "2026-10-26": "2026-10-25T23:00:00Z",
	} {
		if got := form.MomentOf(day.Begins()).ISO(); got != want || form.DateOf(day.Begins()) != day {
			t.Errorf("%s begins at %s, want %s", string(day), got, want)
		}
	}
	if got := form.Date("2028-02-29").Month() + form.Date("").Month(); got != "febbraio 2028" {
		t.Errorf("the month is called %q", got)
	}
}

func TestParseMoment(t *testing.T) {
	tests := []struct{ raw, utc, wrong string }{
		{"24/10/2026 10:30", "2026-10-24T08:30:00Z", ""},
		{"27/10/2026 9.30", "2026-10-27T08:30:00Z", ""},
		{"25/10/2026 02:30", "2026-10-25T00:30:00Z", ""}, // comes twice: the first
		{"29/3/2026 02:30", "", "Quel giorno le 02:30 non ci sono: gli orologi passano all’ora legale."},
		{"29/3/2026 25:00", "", "L’ora va da 00:00 a 23:59."},
		{"29/3/2026", "", "Scrivete data e ora come gg/mm/aaaa hh:mm, per esempio 05/03/2026 16:30."},
		{"30/2/2026 10:00", "", "Febbraio 2026 ha 28 giorni."},
	}
	for _, test := range tests {
		got, wrong := form.ParseMoment(test.raw)
		if wrong != test.wrong || wrong == "" && got.UTC().Format(time.RFC3339) != test.utc {
			t.Errorf("%q: got %v, %q; want %s, %q", test.raw, got, wrong, test.utc, test.wrong)
		}
	}
}

func TestParseNumbers(t *testing.T) {
	money := []struct {
		raw   string
		cents int64
		wrong string
	}{
		{"1.234,50", 123450, ""}, {"1234,5", 123450, ""}, {"€ 12", 1200, ""}, {"-0,05", -5, ""},
		{"12.50", 0, "I decimali vanno dopo la virgola: 12,50."}, {"12,345", 0, "Scrivete l’importo come 1.234,50."},
		{"1.23.4", 0, "Scrivete l’importo come 1.234,50."},
	}
	for _, test := range money {
		if got, wrong := form.ParseMoney(test.raw); got != test.cents || wrong != test.wrong {
			t.Errorf("%q: got %d, %q; want %d, %q", test.raw, got, wrong, test.cents, test.wrong)
		}
	}
	for cents, want := range map[int64]string{0: "0,00", 5: "0,05", -5: "-0,05", 123450: "1.234,50", 100000000: "1.000.000,00"} {
		if got := form.FormatMoney(cents); got != want {
			t.Errorf("%d: got %s, want %s", cents, got, want)
		}
	}
	if n, wrong := form.ParseInt("1.000"); n != 1000 || wrong != "" {
		t.Errorf("1.000: got %d, %q", n, wrong)
	}
	if _, wrong := form.ParseInt("1,5"); wrong == "" {
		t.Error("1,5 is no whole number")
	}
}
