package check_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/form"
)

var (
	treatmentType = app.TreatmentForm.Type()
	dpiaType      = app.DPIAForm.Type()
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

// TestUnscreened: each of the five reasons asks for the screening by itself, and
// only a screening that was answered stills it.
func TestUnscreened(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(w *world, x *app.Treatment)
		want   string
	}{
		{"profiling", func(_ *world, x *app.Treatment) { x.Profiling = form.Yes }, "profilazione"},
		{"minors by the answer", func(_ *world, x *app.Treatment) { x.MinorsConsent = form.Yes }, "dati di minori"},
		{"minors", func(w *world, x *app.Treatment) { x.Subjects = []string{w.entry("data-subject", "minors", "yes")} }, "dati di minori"},
		{"vulnerable", func(w *world, x *app.Treatment) {
			for _, e := range w.Catalogues.Entries("data-subject") {
				if e.Is("vulnerable") && !e.Is("minors") {
					x.Subjects = []string{e.Slug}
				}
			}
		}, "dati di persone vulnerabili"},
		{"video by purpose", func(w *world, x *app.Treatment) {
			x.Purposes = []*app.Purpose{{Purpose: w.entry("purpose", "tracks", "video")}}
		}, "riprese video"},
		{"video by data", func(w *world, x *app.Treatment) { x.DataTypes = []string{w.entry("data-type", "tracks", "video")} }, "riprese video"},
		{"location", func(w *world, x *app.Treatment) {
			x.DataTypes = []string{w.entry("data-type", "tracks", "location")}
		}, "dati di posizione"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w, w.treatment)
			find := func() []check.Finding { return of(w, treatmentType, w.treatment, "dpia-unscreened") }
			found := find()
			if len(found) != 1 || !strings.Contains(found[0].Text, "comprende "+c.want+":") {
				t.Fatalf("%v, want one of %s", found, c.want)
			}
			d := &app.DPIA{Treatment: w.treatment.UID(), Screened: "2026-11-20"}
			w.add(app.DPIAForm.Type(), d)
			if found := find(); len(found) != 1 || !strings.Contains(found[0].Text, "finite l’esame") {
				t.Errorf("a screening without answers: %v", found)
			}
			d.NoCriteria, d.NoTypes, d.High = true, true, "no"
			if found := find(); len(found) > 0 {
				t.Errorf("an answered screening: %s", found[0].Text)
			}
		})
	}
	t.Run("two reasons", func(t *testing.T) {
		w := newWorld(t)
		w.treatment.Profiling, w.treatment.MinorsConsent = form.Yes, form.Yes
		if found := of(w, treatmentType, w.treatment, "dpia-unscreened"); len(found) != 1 || !strings.Contains(found[0].Text, "profilazione e dati di minori") {
			t.Errorf("%v", found)
		}
	})
}

// TestScreeningOfNothing: a screening whose treatment was not chosen yet is not
// that of a sheet that was not saved yet.
func TestScreeningOfNothing(t *testing.T) {
	w := newWorld(t)
	w.add(dpiaType, &app.DPIA{Screened: yesterday, NoCriteria: true, NoTypes: true, High: "no"})
	x := &app.Treatment{Title: "Nuovo", Profiling: form.Yes}
	same(t, w.paths(x, "dpia-unscreened"), []string{"profiling"})
}

// TestBackupContradiction: «no backup» and «backups are managed» are seen on the
// sheet, and between the sheet and the whole office.
func TestBackupContradiction(t *testing.T) {
	measure := func(slug, state string) *app.Measure { return &app.Measure{Measure: slug, State: state} }
	for _, c := range []struct {
		name          string
		sheet, office []*app.Measure
		want          int
	}{
		{"on the sheet", []*app.Measure{measure("backup", app.InPlace), measure("no-backup", app.InPlace)}, nil, 1},
		{"one to adopt", []*app.Measure{measure("backup", app.ToAdopt), measure("no-backup", app.InPlace)}, nil, 0},
		{"no backup on the sheet", []*app.Measure{measure("no-backup", app.InPlace)}, []*app.Measure{measure("backup", app.InPlace)}, 1},
		{"no backup in the office", []*app.Measure{measure("backup", app.InPlace)}, []*app.Measure{measure("no-backup", app.InPlace)}, 1},
		{"the office plans it", []*app.Measure{measure("no-backup", app.InPlace)}, []*app.Measure{measure("backup", app.ToAdopt)}, 0},
		{"both say yes", []*app.Measure{measure("backup", app.InPlace)}, []*app.Measure{measure("backup", app.InPlace)}, 0},
		{"everywhere", []*app.Measure{measure("backup", app.InPlace), measure("no-backup", app.InPlace)}, []*app.Measure{measure("backup", app.InPlace)}, 1},
		{"the office alone", nil, []*app.Measure{measure("backup", app.InPlace), measure("no-backup", app.InPlace)}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.clear(app.OfficeMeasureForm.Key)
			for _, m := range c.office {
				w.add(app.OfficeMeasureForm.Type(), &app.OfficeMeasure{Measure: *m})
			}
			w.treatment.Measures = c.sheet
			if found := of(w, treatmentType, w.treatment, "backup-contradiction"); len(found) != c.want {
				t.Errorf("%v, want %d", found, c.want)
			}
		})
	}
}

// TestMatrixChanged: an assessment made with another matrix is told of, in the
// sheet and in the impact assessment, until it is made again.
func TestMatrixChanged(t *testing.T) {
	for _, c := range []struct {
		office, own       string
		probability, want int64
	}{{"5x5", "5x5", 2, 0}, {"4x4", "5x5", 2, 1}, {"5x5", "4x4", 2, 1}, {"4x4", "4x4", 2, 0}, {"4x4", "", 2, 1}, {"", "4x4", 2, 0}, {"4x4", "5x5", 0, 0}} {
		w := newWorld(t)
		w.Office().Matrix = c.office
		p := form.Int{N: c.probability, Valid: c.probability > 0}
		w.treatment.Matrix, w.treatment.Probability, w.treatment.Consequence = c.own, p, p
		if found := of(w, treatmentType, w.treatment, "matrix-changed"); len(found) != int(c.want) {
			t.Errorf("sheet %+v: %v", c, found)
		}
		for _, at := range []func(d *app.DPIA) *form.Int{
			func(d *app.DPIA) *form.Int { return &d.InitialProbability }, func(d *app.DPIA) *form.Int { return &d.ResidualConsequence },
		} {
			w.clear(app.DPIAForm.Key)
			d := &app.DPIA{Treatment: w.treatment.UID(), Decision: app.DPIAAssess, Screened: "2026-01-01", Matrix: c.own}
			*at(d) = p
			w.add(dpiaType, d)
			if found := of(w, dpiaType, d, "dpia-matrix-changed"); len(found) != int(c.want) {
				t.Errorf("assessment %+v: %v", c, found)
			}
			d.Decision = app.DPIASkip
			if found := of(w, dpiaType, d, "dpia-matrix-changed"); len(found) > 0 {
				t.Errorf("none is made: %s", found[0].Text)
			}
			d.Decision = app.DPIAAssess
			w.add(dpiaType, &app.DPIA{Treatment: w.treatment.UID(), Decision: app.DPIAAssess, Screened: "2026-11-01", Matrix: c.office})
			if found := of(w, dpiaType, d, "dpia-matrix-changed"); len(found) > 0 {
				t.Errorf("it was made again: %s", found[0].Text)
			}
		}
	}
}

// The days about the one on which the offices of the tests are read.
const (
	yesterday form.Date = "2026-11-21"
	today     form.Date = "2026-11-22"
	tomorrow  form.Date = "2026-11-23"
)

// TestDays: what is due on a day is late from the next one.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		rule string
		set  func(w *world, day form.Date) any
	}{
		{"client-contract-ended", func(w *world, day form.Date) any { w.client.ContractEnd = day; return w.client }},
		{"supplier-contract-ended", func(w *world, day form.Date) any { w.supplier.ContractEnd = day; return w.supplier }},
		{"measure-overdue", func(w *world, day form.Date) any {
			w.treatment.Measures[0].State, w.treatment.Measures[0].Due = app.ToAdopt, day
			return w.treatment
		}},
		{"office-measure-overdue", func(w *world, day form.Date) any {
			w.measure.State, w.measure.Due = app.ToAdopt, day
			return w.measure
		}},
		{"further-overdue", func(w *world, day form.Date) any {
			w.treatment.Probability, w.treatment.Consequence = form.Number(3), form.Number(3)
			w.treatment.FurtherBy = day
			return w.treatment
		}},
		{"dpia-review", func(w *world, day form.Date) any { w.dpia.Next = day; return w.dpia }},
		{"person-left", func(w *world, day form.Date) any { w.people[1].End = day; return w.treatment }},
	} {
		t.Run(c.rule, func(t *testing.T) {
			for day, late := range map[form.Date]bool{yesterday: true, today: false, tomorrow: false, "": false} {
				w := newWorld(t)
				if got := len(w.paths(c.set(w, day), c.rule)) > 0; got != late {
					t.Errorf("%q: found %v", day, got)
				}
			}
		})
	}
}

// TestDatesOfTheRest: a date that the state makes void is not read.
func TestDatesOfTheRest(t *testing.T) {
	w := newWorld(t)
	w.treatment.Measures[0].Due = yesterday // in being
	w.measure.State, w.measure.Due, w.measure.Reason = app.NotApplicable, yesterday, "non ci sono server"
	w.treatment.FurtherBy = yesterday // of a low level
	for rule, rec := range map[string]any{"measure-overdue": w.treatment, "office-measure-overdue": w.measure, "further-overdue": w.treatment} {
		if got := w.paths(rec, rule); len(got) > 0 {
			t.Errorf("%s: %q", rule, got)
		}
	}
}

// TestBackups: the house rule is a week, and a copy is kept for longer than until
// the next.
func TestBackups(t *testing.T) {
	for _, c := range []struct {
		frequency, history int64
		interval, one      bool
	}{
		{1, 30, false, false},
		{7, 30, false, false},
		{8, 30, true, false},
		{7, 6, false, true},
		{7, 7, false, true},
		{7, 8, false, false},
		{8, 8, true, true},
		{0, 7, false, false},
		{7, 0, false, false},
	} {
		w := newWorld(t)
		b := w.treatment.Backups[0]
		b.Frequency, b.History = form.Int{N: c.frequency, Valid: c.frequency > 0}, form.Int{N: c.history, Valid: c.history > 0}
		for rule, at := range map[string]string{"backup-interval": "backups/0/frequency", "backup-one-copy": "backups/0/history"} {
			var want []string
			if rule == "backup-interval" && c.interval || rule == "backup-one-copy" && c.one {
				want = []string{at}
			}
			t.Run(rule, func(t *testing.T) { same(t, w.paths(w.treatment, rule), want) })
		}
	}
}

// TestModeTools: paper and computer are held against each other both ways.
func TestModeTools(t *testing.T) {
	w := newWorld(t)
	paper, pc := w.entry("tool", "kind", "paper"), w.entry("tool", "kind", "electronic")
	for _, c := range []struct {
		mode  string
		tools []string
		want  int
	}{
		{"electronic", []string{paper}, 1},
		{"electronic", []string{paper, pc}, 0},
		{"electronic", []string{pc}, 0},
		{"electronic", nil, 0},
		{"paper", []string{pc}, 1},
		{"paper", []string{paper, pc}, 0},
		{"paper", []string{paper}, 0},
		{"paper", nil, 0},
		{"mixed", []string{pc}, 0},
		{"mixed", []string{paper}, 0},
		{"", []string{paper}, 0},
	} {
		w.treatment.Mode, w.treatment.Tools = c.mode, c.tools
		if got := w.paths(w.treatment, "mode-tools"); len(got) != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// TestAccess: who is admitted to a place is authorised and still works there.
func TestAccess(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(w *world)
		want   []string // access-not-authorised
	}{
		{"authorised", func(*world) {}, nil},
		{"a stranger in the storage", func(w *world) {
			w.treatment.Storages[0].Access = []string{w.people[4].UID()}
		}, []string{"storages/0/access"}},
		{"a stranger in the backup", func(w *world) {
			w.treatment.Backups[0].Access = []string{w.people[4].UID()}
		}, []string{"backups/0/access"}},
		{"a leaver", func(w *world) { w.people[0].End = yesterday }, []string{"storages/0/access"}},
		{"a leaver who is no more authorised", func(w *world) {
			w.people[0].End, w.treatment.People = yesterday, []string{w.people[1].UID()}
		}, []string{"storages/0/access"}}, // one finding is enough for one person
		{"on the last day", func(w *world) { w.people[0].End = today }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w)
			same(t, w.paths(w.treatment, "access-not-authorised"), c.want)
		})
	}
}

// TestOwed: each of the three reasons owes an impact assessment by itself, until
// it is made or refused with a reason.
func TestOwed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(x *app.Treatment, d *app.DPIA)
		want   string
	}{
		{"nothing", func(*app.Treatment, *app.DPIA) {}, ""},
		{"one criterion", func(_ *app.Treatment, d *app.DPIA) { d.Criteria = []string{"evaluation"} }, ""},
		{"two criteria", func(_ *app.Treatment, d *app.DPIA) { d.Criteria = []string{"evaluation", "monitoring"} }, "2 dei nove criteri"},
		{"one criterion twice", func(_ *app.Treatment, d *app.DPIA) { d.Criteria = []string{"evaluation", "evaluation"} }, ""},
		{"a type", func(_ *app.Treatment, d *app.DPIA) { d.Types = []string{"remote-control"} }, "uno dei dodici tipi"},
		{"level before only", func(x *app.Treatment, _ *app.DPIA) {
			x.BeforeProbability, x.BeforeConsequence = form.Number(3), form.Number(5)
		}, "livello di rischio è Alto"},
		{"level before, one below", func(x *app.Treatment, _ *app.DPIA) {
			x.BeforeProbability, x.BeforeConsequence = form.Number(3), form.Number(4)
		}, ""},
		{"level with the measures", func(x *app.Treatment, _ *app.DPIA) {
			x.Probability, x.Consequence = form.Number(5), form.Number(3)
		}, "livello di rischio è Alto"},
		{"half a level", func(x *app.Treatment, _ *app.DPIA) { x.BeforeProbability = form.Number(5) }, ""},
		{"refused without a reason", func(_ *app.Treatment, d *app.DPIA) {
			d.Types, d.Decision, d.WhyNot = []string{"remote-control"}, app.DPIASkip, " "
		}, "uno dei dodici tipi"},
		{"refused with a reason", func(_ *app.Treatment, d *app.DPIA) {
			d.Types, d.Decision, d.WhyNot = []string{"remote-control"}, app.DPIASkip, "Le telecamere sono spente."
		}, ""},
		{"begun", func(_ *app.Treatment, d *app.DPIA) { d.Types, d.Decision = []string{"remote-control"}, app.DPIAAssess }, "uno dei dodici tipi"},
		{"made", func(_ *app.Treatment, d *app.DPIA) {
			d.Types, d.Decision, d.Assessed, d.Outcome = []string{"remote-control"}, app.DPIAAssess, yesterday, app.DPIAGo
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			d := &app.DPIA{Treatment: w.treatment.UID(), Screened: "2026-11-01"}
			w.add(dpiaType, d)
			c.change(w.treatment, d)
			found := of(w, treatmentType, w.treatment, "dpia-owed")
			if c.want == "" && len(found) > 0 || c.want != "" && (len(found) != 1 || !strings.Contains(found[0].Text, c.want)) {
				t.Errorf("%v, want %q", found, c.want)
			}
		})
	}
}
