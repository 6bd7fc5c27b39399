package app_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/form"
)

// TestOwingOwesEachKindOnce holds the office in which every kind of deadline is
// settled in the window: a new source has to be owed in it too.
func TestOwingOwesEachKindOnce(t *testing.T) {
	for _, today := range []form.Date{"2026-11-22", "2027-01-15", "2027-03-01", "2027-03-31", "2028-02-29"} {
		m := apptest.NewMemory(apptest.OwingMade(today))
		if err := apptest.Owing(today, m.Save); err != nil {
			t.Fatal(err)
		}
		o, count := &office{Memory: m, t: t}, map[string]int{}
		for _, x := range o.at(noon(today).Time) {
			if x.State == app.DeadlineLater {
				continue
			}
			if count[x.Key]++; x.State == app.DeadlineSoon {
				t.Errorf("%s: %s is not yet late: %s on %s", today, x.Key, x.What, x.Due)
			}
			if count[x.Key] > 1 {
				t.Errorf("%s: %s once more: %s", today, x.Key, x.What)
			}
		}
		for _, s := range app.DeadlineSources() {
			if follows := apptest.Follows[s.Key] != ""; follows != (count[s.Key] == 0) {
				t.Errorf("%s: %s is owed %d times", today, s.Key, count[s.Key])
			}
		}
		if err := apptest.OwingNext(o.dossier(noon(today).Time), today, m.Save); err != nil {
			t.Fatal(err)
		}
		o.print("system-list", "", today, true)
		count = map[string]int{}
		for _, x := range o.at(noon(today).Time) {
			if x.State == app.DeadlineOverdue || x.State == app.DeadlineUndated {
				count[x.Key]++
			}
		}
		for key, first := range apptest.Follows {
			if count[first] != 0 || count[key] != 1 {
				t.Errorf("%s: after it was settled %s is owed %d times and %s, which follows, %d", today, first, count[first], key, count[key])
			}
		}
		for _, b := range app.All(o.dossier(noon(today).Time), app.BreachForm) {
			if p := b.Path(); b.Name == "Chiavetta smarrita" && p.Here.String() != "S4" {
				t.Errorf("the breach whose hours run is at %s: %v", p.Here, b.Facts().Missing)
			}
		}
	}
}
