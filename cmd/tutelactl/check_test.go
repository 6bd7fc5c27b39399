package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
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

// TestCalendarInAnotherProgram opens the exported calendar with a program that shows
// calendars: each event is there, whole days and the moment in the time of Rome.
func TestCalendarInAnotherProgram(t *testing.T) {
	khal, err := exec.LookPath("khal")
	if err != nil {
		t.Skip("khal is not there: go run ./cmd/dev test installs it")
	}
	dir := t.TempDir()
	file, out, conf := demo(t), filepath.Join(dir, "scadenze.ics"), filepath.Join(dir, "khal.conf")
	must(t, "--data", file, "export", out, "--now", "2026-11-22")
	settings := "[calendars]\n[[tutela]]\npath = " + dir + "\n[locale]\nlocal_timezone = Europe/Rome\ndefault_timezone = Europe/Rome\n" +
		"timeformat = %H:%M\ndateformat = %d/%m/%Y\nlongdateformat = %d/%m/%Y\ndatetimeformat = %d/%m/%Y %H:%M\nlongdatetimeformat = %d/%m/%Y %H:%M\n"
	if err := os.WriteFile(conf, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(khal, "-c", conf, "printics", out)
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CACHE_HOME="+dir, "LC_ALL=C.UTF-8")
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		fmt.Sprintf("%d events found", strings.Count(string(data), "BEGIN:VEVENT")),
		"23/11/2026 15:30-23/11/2026 15:31 Violazione 2/2026: notificare o decidere",
		"06/01/2027-06/01/2027 Password da cambiare: Costa Niccolò, Postino Digitale",
		"29/02/2028-29/02/2028 Contratto da rinnovare: Associazione Commercianti Via Dante",
	} {
		if !strings.Contains(string(said), want) {
			t.Errorf("khal does not show %q:\n%s", want, said)
		}
	}
}
