package check_test

import (
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestMarketingYears: two years from the collection are the most, however they
// are said.
func TestMarketingYears(t *testing.T) {
	row := func(n int64, unit, from string) *app.Retention {
		return &app.Retention{Term: form.Number(n), Unit: unit, From: from}
	}
	event := row(10, "years", "event")
	event.Event = "la raccolta dei dati"
	closing := row(10, "years", "event")
	closing.Event = "la chiusura della raccolta fondi"
	noted := row(24, "months", "withdrawal")
	noted.Note = "comunque tre anni dalla raccolta"
	for _, c := range []struct {
		name string
		rows []*app.Retention
		text string
		want []string // where
	}{
		{"two years", []*app.Retention{row(2, "years", "collection")}, "", nil},
		{"three years", []*app.Retention{row(3, "years", "collection")}, "", []string{"retention/0/term"}},
		{"24 months", []*app.Retention{row(24, "months", "collection")}, "", nil},
		{"25 months", []*app.Retention{row(25, "months", "collection")}, "", []string{"retention/0/term"}},
		{"731 days", []*app.Retention{row(731, "days", "collection")}, "", nil},
		{"732 days", []*app.Retention{row(732, "days", "collection")}, "", []string{"retention/0/term"}},
		{"1200 hours", []*app.Retention{row(1200, "hours", "collection")}, "", nil},
		{"no number", []*app.Retention{{Unit: "years", From: "collection"}}, "", nil},
		{"from the end", []*app.Retention{row(10, "years", "end")}, "", nil},
		{"from an event that is the collection", []*app.Retention{event}, "", []string{"retention/0/term"}},
		{"from another event", []*app.Retention{closing}, "", nil},
		{"the second row", []*app.Retention{row(1, "years", "collection"), row(3, "years", "collection")}, "", []string{"retention/1/term"}},
		{"a note", []*app.Retention{noted}, "", []string{"retention/0/note"}},
		{"words, two years", nil, "due anni dalla raccolta", nil},
		{"words, three years", nil, "tre anni dalla raccolta", []string{"retention_text"}},
		{"words, 24 months", nil, "24 mesi dalla raccolta", nil},
		{"words, 25 months", nil, "25 mesi dalla raccolta", []string{"retention_text"}},
		{"words, from the end", nil, "dieci anni dalla fine del rapporto", nil},
		{"words beside a short row", []*app.Retention{row(1, "years", "collection")}, "dieci anni dalla raccolta", []string{"retention_text"}},
		{"words that say the row again", []*app.Retention{row(10, "years", "collection")}, "dieci anni dalla raccolta", []string{"retention/0/term"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.treatment.Retention, w.treatment.RetentionText = c.rows, c.text
			find := func() []string { return w.paths(w.treatment, "marketing-years") }
			if got := find(); len(got) > 0 {
				t.Errorf("without marketing: %v", got)
			}
			w.treatment.Purposes = []*app.Purpose{{Purpose: "promotional-activities"}}
			same(t, find(), c.want)
		})
	}
}

// paths are the places where a rule is broken in a record.
func (w *world) paths(rec any, rule string) []string {
	var out []string
	for _, f := range of(w, typeOfRec(w.t, rec), rec, rule) {
		out = append(out, f.Path)
	}
	return out
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("found at %q, want %q", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("found at %q, want %q", got, want)
		}
	}
}
