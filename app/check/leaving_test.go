package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestLeftFromTheDayAfter: on the last day of work nobody is asked to take a name
// out.
func TestLeftFromTheDayAfter(t *testing.T) {
	for day, want := range map[form.Date][]string{"2026-11-21": {"keeper"}, "2026-11-22": nil, "2026-11-23": nil} {
		w := newWorld(t)
		w.room.Admitted, w.room.Keeper, w.room.Substitute, w.leaver.End = nil, w.leaver.UID(), "", day
		same(t, w.paths(w.room, "room-person-left"), want)
	}
}

// TestNotReturned: what is the office's is asked for from the day after, of who
// left and not of who stays.
func TestNotReturned(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(w *world)
		want   []string
	}{
		{"all back", func(*world) {}, nil},
		{"keys, from the day after", func(w *world) { w.leaving.On, w.leaving.Things[1].Returned = "2026-11-21", "" }, []string{"things/1/returned"}},
		{"keys, on the last day", func(w *world) { w.leaving.On, w.leaving.Things[1].Returned = "2026-11-22", "" }, nil},
		{"who stays keeps them", func(w *world) { w.leaving.Kind, w.leaving.Things[1].Returned = app.ChangesDuty, "" }, nil},
		{"a device", func(w *world) {
			c := app.Find(w.Dossier, app.CredentialForm, w.leaving.Credentials[0])
			c.Kind, c.DeviceGiven = app.CredentialDevice, "2024-01-16"
		}, []string{"credentials"}},
		{"a device that came back", func(w *world) {
			c := app.Find(w.Dossier, app.CredentialForm, w.leaving.Credentials[0])
			c.Kind, c.DeviceGiven, c.DeviceReturned = app.CredentialDevice, "2024-01-16", "2025-10-01"
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w)
			same(t, w.paths(w.leaving, "leaving-not-returned"), c.want)
		})
	}
}
