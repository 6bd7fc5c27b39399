package ui

import (
	"testing"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/breach"
	"tutela/app/form"
)

// lostStick opens the breach of the example whose clock runs.
func lostStick(t testing.TB, s *Shell) *recordView {
	t.Helper()
	p := registerPageOf(t, s, app.BreachForm.Key)
	for i := range p.model.len() {
		uid := p.model.row(i).UID
		if b := s.breach(app.BreachForm.Key, uid); b != nil && b.Closed == "" {
			p.open = nil
			p.openRecord(uid)
			p.split.ShowRecord()
			return p.open
		}
	}
	t.Fatal("no breach is open")
	return nil
}

// breachScreens are those of the wizard: each of its sections, and what is asked
// and told beside it.
func breachScreens() []screen {
	var list []screen
	add := func(name string, bring func(t *testing.T, s *Shell)) {
		list = append(list, screen{"breach, " + name, bring})
	}
	for i, key := range []string{"S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "authority", "end"} {
		add(key, func(t *testing.T, s *Shell) {
			r := lostStick(t, s)
			r.view.Only(i)
			r.view.ShowErrors()
		})
	}
	add("S3, one item", func(t *testing.T, s *Shell) {
		r := lostStick(t, s)
		r.view.Focus("item_18")
		r.wizard.showItem(18)
	})
	add("S3, all answered", func(t *testing.T, s *Shell) {
		r := lostStick(t, s)
		for n, line := range map[string]string{"item_4": "1", "item_12": "1", "item_13": "1", "item_17": "2", "item_18": "1"} {
			r.ed.SetText(r.ed.Type.Field(n), line)
		}
		r.view.Only(2)
		r.view.Sync()
		r.tell()
	})
	add("no longer required", func(t *testing.T, s *Shell) {
		r := lostStick(t, s)
		r.ed.SetText(r.ed.Type.Field("is_breach"), "no")
		r.view.Only(2)
		r.view.Sync()
		r.tell()
	})
	for name, aware := range map[string]time.Duration{"five hours left": -67 * time.Hour, "past": -75*time.Hour - 5*time.Minute} {
		add(name, func(t *testing.T, s *Shell) {
			r := lostStick(t, s)
			r.ed.Set(r.ed.Type.Field("aware"), form.MomentOf(apptest.Now.Add(aware)))
			r.view.Only(3)
			r.view.Sync()
			r.tell()
		})
	}
	add("aware tomorrow", func(t *testing.T, s *Shell) {
		r := lostStick(t, s)
		r.ed.Set(r.ed.Type.Field("aware"), form.MomentOf(apptest.Now.Add(time.Hour)))
		r.view.Sync()
		r.view.Focus("aware")
	})
	add("not to be closed", func(t *testing.T, s *Shell) { lostStick(t, s).closeBreach() })
	add("annulled why", func(t *testing.T, s *Shell) {
		lostStick(t, s).annulBreach()
		confirm(t, s, "Annulla la violazione")
	})
	closed := func(t *testing.T, s *Shell) *recordView {
		p := registerPageOf(t, s, app.BreachForm.Key)
		for i := range p.model.len() {
			if b := s.breach(app.BreachForm.Key, p.model.row(i).UID); b != nil && b.Closed != "" && b.Path().Class == breach.ClassB {
				p.openRecord(b.UID())
				p.split.ShowRecord()
				return p.open
			}
		}
		t.Fatal("no breach is closed")
		return nil
	}
	add("reopened why", func(t *testing.T, s *Shell) { closed(t, s).reopenBreach() })
	add("not to be deleted", func(t *testing.T, s *Shell) { closed(t, s).remove() })
	return list
}
