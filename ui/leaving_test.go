package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
)

// leavingPageOf begins the leaving of a person.
func leavingPageOf(t *testing.T, s *Shell, kind string) *leavingPage {
	t.Helper()
	return newLeavingPage(s, personNamed(t, s, "Sala", "Elena").ed.Rec.(*app.Person), kind)
}

// TestEndOfRelation: one button ends everything, shows what is left, and offers
// the paper; the person's record says the same without being opened anew.
func TestEndOfRelation(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	r := personNamed(t, s, "Sala", "Elena")
	uid := r.uid()
	press(t, r.object, "Fine del rapporto…")
	page := front(s)
	for _, want := range []string{"Fine del rapporto: Sala Elena", "Designato a un trattamento", "PC amministrazione, e.sala: sì", "Chiavi: Amministrazione: no", "Locali – Amministrazione: Chi può entrare, Custode", "Custode di aree e locali: nessuno lo è più"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q:\n%s", want, page)
		}
	}
	for i, o := range s.stack.Objects {
		if c := findCheckSaying(o, "Chiavi: Amministrazione"); c != nil {
			c.Tapped(nil)
		} else if i == 0 {
			t.Fatal("no box for the keys")
		}
	}
	press(t, s.stack.Objects[0], "Chiudi il rapporto")
	if got := dialogText(s); !strings.Contains(got, "Il rapporto è chiuso") || !strings.Contains(got, "Stampa la cessazione") {
		t.Fatalf("it says %q", got)
	}
	confirm(t, s, "Non ora")
	open := onFile(t, s, app.AppointmentForm.Type(), func(a *app.Appointment) bool { return a.Person == uid && a.Ended == "" })
	live := onFile(t, s, app.CredentialForm.Type(), func(c *app.Credential) bool { return c.Person == uid && c.Disabled == "" })
	if len(open)+len(live) > 0 {
		t.Errorf("%d letters and %d credentials are left", len(open), len(live))
	}
	events := onFile(t, s, app.LeavingForm.Type(), func(l *app.Leaving) bool { return l.Person == uid })
	if len(events) != 1 || len(events[0].Credentials) != 2 || events[0].Things[0].Returned != "2026-11-22" {
		t.Fatalf("recorded: %+v", events)
	}
	event := openRecordOf(s)
	if event == nil || event.uid() != events[0].UID() {
		t.Fatal("the record of the event is not in front")
	}
	press(t, event.object, "Locali – Amministrazione: Chi può entrare, Custode")
	if room := openRecordOf(s); room == nil || room.page.reg.Key != app.RoomForm.Key {
		t.Fatal("the link does not lead to the room")
	}
	again := personNamed(t, s, "Sala", "Elena")
	if x := again.ed.Rec.(*app.Person); x.End != "2026-11-22" || !strings.Contains(texts(again.object), "Nessuna credenziale attiva.") {
		t.Errorf("the person's record is that of before: %s", x.End)
	}
}

func findCheckSaying(o fyne.CanvasObject, label string) fyne.Tappable {
	if x, ok := o.(interface {
		fyne.Tappable
		AccessibilityLabel() string
		Checked() bool
	}); ok && strings.HasPrefix(x.AccessibilityLabel(), label) {
		return x
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			if x := findCheckSaying(child, label); x != nil {
				return x
			}
		}
		return nil
	}
	if w, ok := o.(fyne.Widget); ok {
		for _, child := range test.WidgetRenderer(w).Objects() {
			if x := findCheckSaying(child, label); x != nil {
				return x
			}
		}
	}
	return nil
}

// TestLeavingIsAllOrNothing: an error of the file, a wrong date and a draft of a
// record that would change each leave everything as it was, and say so.
func TestLeavingIsAllOrNothing(t *testing.T) {
	untouched := func(t *testing.T, s *Shell) {
		t.Helper()
		if got := onFile(t, s, app.PersonForm.Type(), func(p *app.Person) bool { return p.Surname == "Sala" && p.End != "" }); len(got) > 0 {
			t.Error("the person has left")
		}
		if got := onFile(t, s, app.LeavingForm.Type(), func(*app.Leaving) bool { return true }); len(got) != 1 {
			t.Errorf("%d events are recorded", len(got))
		}
	}
	t.Run("the file refuses", func(t *testing.T) {
		s, _ := openShell(t, app.Sample)
		p := leavingPageOf(t, s, app.LeavesOffice)
		kept := s.cfg.Store
		s.cfg.Store = noSaveAll{kept}
		p.save()
		s.cfg.Store = kept
		if !strings.Contains(dialogText(s), "Il disco è pieno.") {
			t.Error(dialogText(s))
		}
		untouched(t, s)
	})
	t.Run("a wrong date", func(t *testing.T) {
		s, _ := openShell(t, app.Sample)
		p := leavingPageOf(t, s, app.LeavesOffice)
		for text, says := range map[string]string{"31/11/2026": "Novembre ha 30 giorni.", "": "Manca la data.", "31/08/2014": "ingresso nell’ufficio"} {
			p.on.SetText(text)
			p.tell()
			p.save()
			if !strings.Contains(p.onField.Error(), says) || !strings.Contains(p.status.Text(), "Non è cambiato niente") {
				t.Errorf("of %q it says %q", text, p.onField.Error())
			}
		}
		untouched(t, s)
		p.on.SetText("22/11/2026")
		p.tell()
		if p.onField.Error() != "" {
			t.Error("the date was put right and is still called wrong")
		}
	})
	t.Run("a draft of what would change", func(t *testing.T) {
		s, _ := openShell(t, app.Sample)
		c := onFile(t, s, app.CredentialForm.Type(), func(c *app.Credential) bool { return c.UserID == "e.sala" })[0]
		r := s.openRecord(app.CredentialForm.Key, c.UID())
		set(r, "profile", "Altro")
		p := leavingPageOf(t, s, app.LeavesOffice)
		p.save()
		if !strings.Contains(dialogText(s), "Sala Elena, NAS in magazzino") {
			t.Error(dialogText(s))
		}
		untouched(t, s)
	})
	t.Run("the person has changes", func(t *testing.T) {
		s, _ := openShell(t, app.Sample)
		r := personNamed(t, s, "Sala", "Elena")
		set(r, "phone", "0372 1")
		r.endRelation()
		if !strings.Contains(dialogText(s), "modifiche non salvate") || s.over != nil {
			t.Error(dialogText(s))
		}
	})
}

type noSaveAll struct{ Store }

func (noSaveAll) SaveAll(context.Context, app.By, []app.Saving) error {
	return errors.Join(&app.Refusal{What: "Il disco è pieno."})
}

// TestLeavingToCome: of a day to come the date is written, no credential is said
// to be disabled, and the page says what will be asked.
func TestLeavingToCome(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := leavingPageOf(t, s, app.LeavesOffice)
	p.on.SetText("31/12/2026")
	p.tell()
	page := front(s)
	if !strings.Contains(page, "Il 31/12/2026 deve ancora venire") || strings.Contains(page, "e.sala: sì") || p.cutField.Visible() {
		t.Errorf("the page says:\n%s", page)
	}
	p.save()
	confirm(t, s, "Non ora")
	live := onFile(t, s, app.CredentialForm.Type(), func(c *app.Credential) bool { return c.UserID == "e.sala" && c.Disabled == "" })
	if len(live) != 2 {
		t.Errorf("%d credentials are still there", len(live))
	}
	events := onFile(t, s, app.LeavingForm.Type(), func(l *app.Leaving) bool { return l.Person == p.person.UID() })
	if len(events) != 1 || events[0].Cut != "" || events[0].On != "2026-12-31" {
		t.Errorf("recorded: %+v", events)
	}
}

// TestChangeOfDutyPage: what is unticked stays; without the new duty nothing is
// saved.
func TestChangeOfDutyPage(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := leavingPageOf(t, s, app.ChangesDuty)
	p.save()
	if p.dutyField.Error() == "" {
		t.Fatal("no new duty, and nothing is said")
	}
	p.duty.SetValues("shop-assistant")
	findCheckSaying(s.stack.Objects[0], "NAS").Tapped(nil)
	p.save()
	confirm(t, s, "Non ora")
	live := onFile(t, s, app.CredentialForm.Type(), func(c *app.Credential) bool { return c.UserID == "e.sala" && c.Disabled == "" })
	if len(live) != 1 {
		t.Fatalf("%d credentials stay", len(live))
	}
	x := personNamed(t, s, "Sala", "Elena").ed.Rec.(*app.Person)
	if x.End != "" || len(x.Duties) != 2 || x.Duties[0].To != "2026-11-21" || x.Duties[1].From != "2026-11-22" {
		t.Errorf("%+v %+v", x.Duties[0], x.Duties[1])
	}
}

// leavingScreens are the pages of somebody who leaves.
func leavingScreens() []screen {
	return []screen{
		{"leaving, today", func(t *testing.T, s *Shell) { leavingPageOf(t, s, app.LeavesOffice) }},
		{"leaving, its foot", func(t *testing.T, s *Shell) { leavingPageOf(t, s, app.LeavesOffice).scroll.ScrollBy(9000) }},
		{"leaving, to come", func(t *testing.T, s *Shell) {
			p := leavingPageOf(t, s, app.LeavesOffice)
			p.on.SetText("31/12/2026")
			p.tell()
		}},
		{"leaving, refused", func(t *testing.T, s *Shell) {
			p := leavingPageOf(t, s, app.LeavesOffice)
			p.on.SetText("31/11/2026")
			p.save()
		}},
		{"change of duty", func(t *testing.T, s *Shell) { leavingPageOf(t, s, app.ChangesDuty) }},
		{"leaving, done", func(t *testing.T, s *Shell) {
			p := leavingPageOf(t, s, app.LeavesOffice)
			plan, err := app.PlanLeaving(s.world, p.choice(), s.world.Today())
			if err != nil {
				t.Fatal(err)
			}
			p.offerPaper(plan)
		}},
	}
}
