package ui

import (
	"context"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestHouseRulesAreFollowed: what the office changes of its rules is said at once
// on the same screen, in lists, beside the fields, in the picture of the copies and
// where a password is tried.
func TestHouseRulesAreFollowed(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	credential := first(t, s, app.CredentialForm.Key).ed.Rec.(*app.Credential)
	second := func() string {
		for _, row := range s.names.of(app.CredentialForm.Key) {
			if row.UID == credential.UID() {
				return row.Second
			}
		}
		return ""
	}
	before := second()
	p := registerPageOf(t, s, app.HouseRuleForm.Key)
	said := func(want ...string) {
		t.Helper()
		got := texts(s.stack)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("it does not say %q:\n%s", w, got)
			}
		}
	}
	said("almeno 8 caratteri", "al primo uso, poi ogni 6 mesi", "entro il 28 febbraio (cambiata dall’ufficio)")
	s.openAt(app.HouseRuleForm.Key, p.open.uid(), "profile")
	s.win.Canvas().Focused().TypedRune('m')
	said("almeno 15 caratteri", "al primo uso e se può essere stata scoperta", "non si chiede un numero di lettere o di cifre")
	h := p.open.ed.Rec.(*app.HouseChoice)
	h.Changes = append(h.Changes, &app.HouseChange{Rule: "10", Days: form.Number(3), Since: "2026-11-22", By: h.By, Why: "Ogni sera"})
	if err := s.cfg.Store.Save(context.Background(), s.cfg.By, app.HouseRuleForm.Type(), h); err != nil {
		t.Fatal(err)
	}
	s.savedRecord(app.HouseRuleForm.Key, h.UID())
	if after := second(); after == before || strings.Contains(after, "da cambiare entro") {
		t.Errorf("the list says %q, before %q", after, before)
	}
	backupPageOf(t, s)
	said("una copia almeno ogni 3 giorni")
	plans := registerPageOf(t, s, app.BackupPlanForm.Key)
	plans.openRecord("")
	if got := plans.open.ed.Rec.(*app.BackupPlan).Interval; got != form.Number(3) {
		t.Errorf("a new plan starts with %v", got)
	}
	s.tryPassword()
	said("Ha almeno 15 caratteri.", "non a scadenza", "Dell’ufficio")
}
