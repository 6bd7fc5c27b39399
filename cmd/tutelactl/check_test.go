package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCheck holds the exit status to what is overdue: the day before the 72 hours of
// the example's breach end nothing is, a minute after them it is.
func TestCheck(t *testing.T) {
	file := demo(t)
	out := must(t, "--data", file, "check", "--now", "2026-11-23T15:30")
	for _, want := range []string{"in scadenza 23/11/2026 15:30: Violazione 2/2026: notificare o decidere. Entro 72 ore", "in scadenza 25/11/2026: Copia da fare: «Computer sul NAS».", "[Ricci Davide]"} {
		if !strings.Contains(out, want) {
			t.Errorf("check lacks %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "scaduta") {
		t.Errorf("nothing is overdue yet:\n%s", out)
	}
	says(t, refused, "C’è una scadenza passata", "--data", file, "check", "--now", "2026-11-23T15:31")
	says(t, refused, "Ci sono 3 scadenze passate", "--data", file, "check", "--now", "2026-11-26")
	status, text, _ := ctl(t, "--data", file, "check", "--json", "--now", "2026-11-26")
	var lines []checkLine
	if err := json.Unmarshal([]byte(text), &lines); err != nil || status != refused || len(lines) == 0 {
		t.Fatalf("status %d, %v:\n%s", status, err, text)
	}
	first := lines[0]
	if first.State != "overdue" || first.Due != "2026-11-23" || first.Register != "breach" || first.UID == "" || first.Field != "containment/0/done" {
		t.Errorf("%+v", first)
	}
	says(t, usage, "non va bene", "--data", file, "check", "--now", "domani")
}

func TestExportCalendar(t *testing.T) {
	file, out := demo(t), filepath.Join(t.TempDir(), "scadenze.ics")
	must(t, "--data", file, "export", out, "--now", "2026-11-22")
	data, err := os.ReadFile(out)
	if err != nil || !strings.HasPrefix(string(data), "BEGIN:VCALENDAR\r\n") || strings.Count(string(data), "BEGIN:VEVENT") < 20 {
		t.Errorf("%v: %s", err, data)
	}
	says(t, usage, ".json, .xlsx o .ics", "--data", file, "export", filepath.Join(t.TempDir(), "ufficio.xls"))
}
