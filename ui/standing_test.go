package ui

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestCredentialSaysHowItStands: the head of a credential tells its state of today,
// and follows what is typed; other records tell none.
func TestCredentialSaysHowItStands(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := first(t, s, app.CredentialForm.Key)
	if said := r.dates.Text(); !strings.Contains(said, " · ") || r.standing() == "" {
		t.Errorf("it says %q", said)
	}
	set(r, "disabled", form.DateOf(s.cfg.Now()))
	if said := r.dates.Text(); !strings.HasSuffix(said, " · disattivata il 22/11/2026") {
		t.Errorf("disabled, it says %q", said)
	}
	if r := first(t, s, app.SiteForm.Key); r.standing() != "" {
		t.Errorf("a site says %q", r.standing())
	}
}

// TestCredentialWords: how many days a password has left, in words.
func TestCredentialWords(t *testing.T) {
	s, _ := openShell(t, func(func(*form.Type, form.Record) error) error { return nil })
	c := &app.Credential{Issued: "2026-01-01", LastChange: "2026-05-22", LastUse: "2026-11-20"}
	for today, want := range map[form.Date]string{
		"2026-11-07": "in regola",
		"2026-11-08": "password da cambiare fra 14 giorni",
		"2026-11-20": "password da cambiare fra 2 giorni",
		"2026-11-21": "password da cambiare domani",
		"2026-11-22": "password da cambiare oggi",
		"2026-11-23": "password da cambiare subito",
	} {
		if got := credentialWords(c, c.Life(s.world, today)); got != want {
			t.Errorf("on %s: %q, want %q", today, got, want)
		}
	}
}
