package app_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		day  form.Date
		want string
	}{
		{"2026-01-01", "Capodanno"}, {"2026-01-06", "Epifania"}, {"2026-04-05", ""}, {"2026-04-06", "Pasquetta"}, {"2027-03-29", "Pasquetta"}, {"2028-04-17", "Pasquetta"},
		{"2026-04-25", "Festa della Liberazione"}, {"2026-05-01", "Festa del Lavoro"}, {"2026-06-02", "Festa della Repubblica"}, {"2026-08-15", "Assunzione"},
		{"2025-10-04", ""}, {"2026-10-04", "San Francesco"}, {"2027-10-04", "San Francesco"},
		{"2026-11-01", "Tutti i santi"}, {"2026-12-08", "Immacolata Concezione"}, {"2026-12-25", "Natale"}, {"2026-12-26", "Santo Stefano"},
		{"2026-03-19", ""}, {"2026-06-29", ""}, {"2026-11-04", ""}, {"2026-11-13", ""},
	} {
		if got := app.Holiday(c.day); got != c.want {
			t.Errorf("%s: %q, want %q", c.day, got, c.want)
		}
	}
}

func TestStatutoryDue(t *testing.T) {
	for _, c := range []struct{ day, want form.Date }{
		{"2026-11-20", "2026-11-20"}, // Friday
		{"2026-11-21", "2026-11-23"},
		{"2026-11-22", "2026-11-23"},
		{"2026-12-25", "2026-12-28"}, // Friday, Santo Stefano on Saturday
		{"2026-04-04", "2026-04-07"}, // Easter
		{"2027-10-04", "2027-10-05"}, // Monday, San Francesco
		{"2021-10-04", "2021-10-04"}, // Monday, and no holiday then
		{"2028-02-29", "2028-02-29"},
		{"2026-11-13", "2026-11-13"}, // the patron of Cremona does not count
		{"", ""},
	} {
		if got := app.StatutoryDue(c.day); got != c.want {
			t.Errorf("%s: %s, want %s", c.day, got, c.want)
		}
	}
}

func TestClosed(t *testing.T) {
	for _, c := range []struct {
		day    form.Date
		patron string
		want   string
	}{{"2026-11-13", "13/11", "patrono"}, {"2026-11-13", "", ""}, {"2026-11-14", "13/11", ""}, {"2026-12-08", "08/12", "Immacolata Concezione"}} {
		if got := app.Closed(c.day, c.patron); got != c.want {
			t.Errorf("%s: %q, want %q", c.day, got, c.want)
		}
	}
}

func TestPatron(t *testing.T) {
	f := app.OfficeForm.Type()
	for text, wrong := range map[string]bool{"": false, "13/11": false, "29/02": false, "30/02": true, "3/11": true, "Sant’Omobono": true, "13/11/2026": true} {
		got := false
		for _, p := range f.Problems(&app.Office{Patron: text}) {
			got = got || p.Path == "patron" && p.Gravity == form.Wrong
		}
		if got != wrong {
			t.Errorf("%q: wrong %v, want %v", text, got, wrong)
		}
	}
}
