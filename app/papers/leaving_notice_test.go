package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
)

// TestLeavingNotice: what is written follows the event: one to come, a change of
// duty, things that did not come back, and what is left to do.
func TestLeavingNotice(t *testing.T) {
	notice := func(change func(d *app.Dossier, l *app.Leaving)) (string, doc.Document) {
		d := apptest.Sample(t)
		l := app.All(d, app.LeavingForm)[0]
		change(d, l)
		out := fill(t, d, "leaving-notice", l)
		return doc.Text(out), out
	}
	for _, c := range []struct {
		name        string
		change      func(d *app.Dossier, l *app.Leaving)
		want, never []string
	}{
		{"left", func(*app.Dossier, *app.Leaving) {}, []string{"Mansione: Addetto commerciale", "Gli accessi sono stati tolti il 30/09/2025", "non resta niente"}, []string{"da restituire"}},
		{"to come", func(_ *app.Dossier, l *app.Leaving) { l.On, l.Cut, l.Credentials = "2026-12-31", "", nil },
			[]string{"toglie gli accessi il 31/12/2026", "Nessuna credenziale è stata disattivata."}, []string{"sono stati tolti"}},
		{"changes duty", func(_ *app.Dossier, l *app.Leaving) { l.Kind, l.NewDuty = app.ChangesDuty, "shop-assistant" },
			[]string{"cambia mansione", "Mansione di prima: Addetto commerciale", "Mansione nuova: Addetto alle vendite", "la formazione"}, []string{"lascia l’ufficio"}},
		{"keys kept", func(_ *app.Dossier, l *app.Leaving) { l.Things[0].Returned = "" }, []string{"Chiavi: Sede legale e negozio | da restituire"}, nil},
		{"still named", func(d *app.Dossier, l *app.Leaving) {
			x := app.All(d, app.RoomForm)[0]
			x.Keeper, x.Admitted = l.Person, append(x.Admitted, l.Person)
		}, []string{"Resta da sistemare:", "- Locali – Amministrazione: Chi può entrare, Custode"}, []string{"non resta niente"}},
		{"nobody after", func(d *app.Dossier, l *app.Leaving) {
			for _, a := range app.All(d, app.AppointmentForm) {
				if a.Person == l.Person {
					a.Role = app.RoleControls
				} else if a.Role == app.RoleControls {
					a.Ended = "2025-01-01"
				}
			}
		}, []string{"- Nessuno è più responsabile dei controlli"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _ := notice(c.change)
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing:\n%s", want, text)
				}
			}
			for _, never := range c.never {
				if strings.Contains(text, never) {
					t.Errorf("it says %q:\n%s", never, text)
				}
			}
		})
	}
	if _, out := notice(func(*app.Dossier, *app.Leaving) {}); out.Draft {
		t.Error("the whole record is printed as a draft")
	}
	if _, out := notice(func(_ *app.Dossier, l *app.Leaving) { l.Told = "" }); !out.Draft {
		t.Error("nobody was told, and it is no draft")
	}
}
