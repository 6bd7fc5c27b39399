package form_test

import (
	"testing"
	"time"

	"tutela/app/form"
)

type event struct {
	form.Meta
	Seen   form.Moment
	Hidden bool
	Rows   []*eventRow
}

type eventRow struct{ Sent, Planned form.Moment }

var eventType = form.Form[event]{Key: "event", One: "evento", Sections: []form.Section[event]{{Fields: []form.F[event]{
	form.At("seen", "Visto", func(e *event) *form.Moment { return &e.Seen }).Past().When(func(e *event) bool { return !e.Hidden }),
	form.Bool("hidden", "Nascosto", func(e *event) *bool { return &e.Hidden }),
	form.List("rows", "Righe", func(e *event) *[]*eventRow { return &e.Rows }, form.Form[eventRow]{Key: "event_row", Sections: []form.Section[eventRow]{{Fields: []form.F[eventRow]{
		form.At("sent", "Inviato", func(r *eventRow) *form.Moment { return &r.Sent }).Past(),
		form.At("planned", "Previsto", func(r *eventRow) *form.Moment { return &r.Planned }),
	}}}}),
}}}}.Type()

// TestFuture: what happened lies not ahead, to the minute; without a clock nobody
// asks.
func TestFuture(t *testing.T) {
	now := time.Date(2026, 11, 22, 16, 42, 30, 0, time.UTC)
	at := func(by time.Duration) form.Moment { return form.MomentOf(now.Truncate(time.Minute).Add(by)) }
	for name, c := range map[string]struct {
		rec  *event
		want string
	}{
		"unset":          {&event{}, ""},
		"this minute":    {&event{Seen: at(0)}, ""},
		"next minute":    {&event{Seen: at(time.Minute)}, "seen"},
		"not shown":      {&event{Seen: at(time.Minute), Hidden: true}, ""},
		"in a row":       {&event{Rows: []*eventRow{{Sent: at(-time.Hour)}, {Sent: at(time.Hour)}}}, "rows/1/sent"},
		"what may come":  {&event{Rows: []*eventRow{{Planned: at(time.Hour)}}}, ""},
		"a year ago":     {&event{Seen: at(-8760 * time.Hour)}, ""},
		"another season": {&event{Seen: form.MomentOf(time.Date(2027, 7, 1, 0, 0, 0, 0, form.Rome))}, "seen"},
	} {
		got := ""
		for _, p := range eventType.Future(c.rec, now) {
			got += p.Path
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		ed := form.NewEditor(eventType, c.rec)
		if ed.Wrong() {
			t.Errorf("%s: wrong without a clock", name)
		}
		ed.Now = func() time.Time { return now }
		if ed.Wrong() != (c.want != "") {
			t.Errorf("%s: the editor says wrong %v", name, ed.Wrong())
		}
	}
}
