package ui

import (
	"context"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/words"
)

// personNamed opens the record of a person of the example.
func personNamed(t *testing.T, s *Shell, surname, name string) *recordView {
	t.Helper()
	p := registerPageOf(t, s, app.PersonForm.Key)
	for _, rec := range s.world.Records(app.PersonForm.Key) {
		if x := rec.(*app.Person); strings.HasPrefix(x.Surname, surname) && strings.HasPrefix(x.Name, name) {
			p.openRecord(x.UID())
			p.split.ShowRecord()
			return p.open
		}
	}
	t.Fatalf("nobody is called %s %s", surname, name)
	return nil
}

// onFile gives those records of the file that are meant.
func onFile[T any](t *testing.T, s *Shell, ft *form.Type, of func(*T) bool) []*T {
	t.Helper()
	all, err := s.cfg.Store.All(context.Background(), ft)
	if err != nil {
		t.Fatal(err)
	}
	var out []*T
	for _, rec := range all {
		if x := rec.(*T); of(x) {
			out = append(out, x)
		}
	}
	return out
}

// TestPersonPanels: below the data stand the letters and credentials in force, the
// ended ones behind a link, and new ones begin with the person.
func TestPersonPanels(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := personNamed(t, s, "Costa", "Niccolò")
	said := texts(r.object)
	for _, want := range []string{"Custode delle credenziali", "Clienti e fatturazione", "firmata", "niccolo.costa", "139 giorni su 184", "valida", "Registra cambio"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "Addetto alle copie di sicurezza") {
		t.Error("what ended stands among what holds")
	}
	press(t, r.object, "Anche 1 finita")
	if !strings.Contains(texts(r.object), "Addetto alle copie di sicurezza") {
		t.Error("what ended is not shown")
	}
	press(t, r.object, "Nuova nomina")
	fresh := openRecordOf(s)
	if a, ok := fresh.ed.Rec.(*app.Appointment); !ok || a.Person != r.uid() || a.UID() != "" {
		t.Fatalf("begun: %+v", fresh.ed.Rec)
	}
	// One that is half written for somebody else comes first.
	other := personNamed(t, s, "Ricci", "Davide")
	press(t, other.object, "Nuova nomina")
	fresh = openRecordOf(s)
	if a := fresh.ed.Rec.(*app.Appointment); a.Person != r.uid() || !strings.Contains(fresh.status.Text(), "a metà") {
		t.Errorf("of %s, it says %q", a.Person, fresh.status.Text())
	}
}

// TestPanelsFollow: what is changed elsewhere is seen when one comes back.
func TestPanelsFollow(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := personNamed(t, s, "Costa", "Niccolò")
	press(t, r.object, "Apri")
	letter := openRecordOf(s)
	if letter.page.reg.Key != app.AppointmentForm.Key {
		t.Fatal("the row does not lead to its record")
	}
	set(letter, "signed", nil)
	letter.save()
	if r = personNamed(t, s, "Costa", "Niccolò"); !strings.Contains(texts(r.object), "da firmare") {
		t.Errorf("it still says:\n%s", texts(r.object))
	}
	// Who left, and gets in all the same.
	set(r, "end", form.Date("2026-11-21"))
	r.save()
	r.renew()
	r.page.open = nil
	if r = personNamed(t, s, "Costa", "Niccolò"); !strings.Contains(texts(r.object), "accesso attivo") || find(r.object, "Disattiva") == nil {
		t.Errorf("who left gets in, and it says:\n%s", texts(r.object))
	}
}

// TestChangeWithOneClick: written down, shown, and taken back, from the person and
// from the credential itself.
func TestChangeWithOneClick(t *testing.T) {
	s, db := openShell(t, app.Sample)
	r := personNamed(t, s, "Costa", "Niccolò")
	var uid string
	last := func() form.Date {
		for _, c := range onFile(t, s, app.CredentialForm.Type(), func(c *app.Credential) bool { return c.UserID == "niccolo.costa" }) {
			uid = c.UID()
			return c.LastChange
		}
		return ""
	}
	press(t, r.object, "Registra cambio")
	if last() != "2026-11-22" || !strings.Contains(texts(r.object), "0 giorni su 181") || !strings.Contains(r.status.Text(), "Cambio registrato") {
		t.Errorf("changed on %s: %q", last(), r.status.Text())
	}
	press(t, r.object, "Annulla cambio")
	if last() != "2026-07-06" || !strings.Contains(texts(r.object), "139 giorni su 184") {
		t.Errorf("taken back: %s", last())
	}
	c := s.openRecord(app.CredentialForm.Key, uid)
	press(t, c.object, "Registra cambio")
	c = openRecordOf(s)
	if last() != "2026-11-22" || c.ed.Rec.(*app.Credential).LastChange != "2026-11-22" || !strings.Contains(texts(c.object), "Annulla cambio") {
		t.Errorf("the record shows %s", c.ed.Rec.(*app.Credential).LastChange)
	}
	s.changes = map[string]form.Date{} // as after another start
	s.writeChange(uid)
	if !strings.Contains(dialogText(s), "già scritto") {
		t.Error(dialogText(s))
	}
	confirm(t, s, "Annulla")
	set(c, "profile", "Altro")
	before, err := db.History(context.Background(), app.CredentialForm.Key, uid)
	if err != nil {
		t.Fatal(err)
	}
	s.writeChange(uid)
	if !strings.Contains(dialogText(s), "modifiche non salvate") {
		t.Error(dialogText(s))
	}
	if after, _ := db.History(context.Background(), app.CredentialForm.Key, uid); len(after) != len(before) {
		t.Error("it was saved all the same")
	}
}

// personScreens show what hangs on a person.
func personScreens() []screen {
	return []screen{
		{"person, letters and credentials", func(t *testing.T, s *Shell) {
			r := personNamed(t, s, "Sala", "Elena")
			r.view.Focus("note")
			r.view.Scroll().ScrollBy(9000)
		}},
		{"person who left", func(t *testing.T, s *Shell) {
			r := personNamed(t, s, "Ferri", "Giulia")
			press(t, r.object, words.Plural(1, "Anche %d finita", "Anche %d finite"))
			r.view.Scroll().ScrollBy(9000)
		}},
		{"change of a password, refused", func(t *testing.T, s *Shell) {
			c := onFile(t, s, app.CredentialForm.Type(), func(c *app.Credential) bool { return c.Disabled != "" })[0]
			s.writeChange(c.UID())
		}},
	}
}
