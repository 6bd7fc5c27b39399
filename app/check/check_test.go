package check_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
	"tutela/app/form"
)

// TestEveryRule: what breaks no rule is left in peace, and the example of each
// rule is found, at its field.
func TestEveryRule(t *testing.T) {
	for _, r := range check.Rules() {
		t.Run(r.Key, func(t *testing.T) {
			reg := typeOf(t, r.Register)
			if reg.Field(r.Field) == nil {
				t.Fatalf("it leads to no field: %s", r.Field)
			}
			if r.About == "" || r.Example == "" {
				t.Error("it does not say what it looks at, or what breaks it")
			}
			w := newWorld(t)
			for _, rec := range w.records() {
				for _, f := range check.Record(w, typeOfRec(t, rec), rec) {
					if f.Rule == r {
						t.Fatalf("without a reason it says %q", f.Text)
					}
				}
			}
			spoil := broken[r.Key]
			if spoil == nil {
				t.Fatal("no example breaks it")
			}
			found := check.Record(w, reg, spoil(w))
			i := slices.IndexFunc(found, func(f check.Finding) bool { return f.Rule == r })
			if i < 0 {
				t.Fatalf("not found among %d findings", len(found))
			}
			f := found[i]
			if f.Label == "" || f.Title == "" || !strings.HasSuffix(f.Text, ".") {
				t.Errorf("%+v", f)
			}
			if len([]rune(f.Text)) > 260 {
				t.Errorf("too long to be read beside a field: %s", f.Text)
			}
		})
	}
	for key := range broken {
		if !slices.ContainsFunc(check.Rules(), func(r *check.Rule) bool { return r.Key == key }) {
			t.Errorf("an example of no rule: %s", key)
		}
	}
}

// TestRegisters: what is left in peace is of every register that has rules.
func TestRegisters(t *testing.T) {
	have := map[string]bool{}
	for _, rec := range newWorld(t).records() {
		have[typeOfRec(t, rec).Key] = true
	}
	var inOrder []string
	for _, r := range app.Registers() {
		if have[r.Key] {
			inOrder = append(inOrder, r.Key)
		}
	}
	same(t, inOrder, check.Registers())
}

func typeOfRec(t *testing.T, rec any) *form.Type {
	t.Helper()
	for _, r := range app.Registers() {
		if reflect.TypeOf(r.New()) == reflect.TypeOf(rec) {
			return r.Type
		}
	}
	t.Fatalf("%T is of no register", rec)
	return nil
}

// TestCase: what has to be found in the marketing sheet is found, each at its
// place, and nothing else.
func TestCase(t *testing.T) {
	d := apptest.Case(t)
	var got []string
	for _, f := range check.Office(d) {
		got = append(got, f.Rule.Key+" "+f.Path)
		t.Logf("%s (%s): %s", f.Label, f.Rule.Key, f.Text)
	}
	for _, want := range []string{
		"special-no-type data_types", "basis9-no-condition bases9_text", "transfer-undeclared transfer", "partner-not-named partners",
		"backup-contradiction measures", "backup-one-copy backups/0/history", "backup-same-device backups/0/name",
		"marketing-years retention/0/term", "legal-person subjects", "consent-no-proof consent_proof", "notice-no-edition notice_edition",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("not found: %s", want)
		}
	}
	if len(got) > 11 {
		t.Errorf("more is found than the case has: %q", got)
	}
}

// TestReviewedIsNotStale: the yearly check reads the later of update and review,
// on the edge of its year.
func TestReviewedIsNotStale(t *testing.T) {
	for _, c := range []struct {
		reviewed form.Date
		stale    bool
	}{{"", true}, {"2025-11-21", true}, {"2025-11-22", false}, {"2026-11-22", false}} {
		w := newWorld(t)
		w.treatment.Head().Updated = apptest.Now.AddDate(-3, 0, 0)
		w.treatment.Reviewed = c.reviewed
		found := check.Record(w, typeOf(t, app.TreatmentForm.Key), w.treatment)
		got := slices.ContainsFunc(found, func(f check.Finding) bool { return f.Rule.Key == "stale" })
		if got != c.stale {
			t.Errorf("reviewed %q: stale %v", c.reviewed, got)
		}
	}
}

func TestEndedIsLeftInPeace(t *testing.T) {
	w := newWorld(t)
	w.treatment.Subjects, w.treatment.Archived = []string{"smes"}, "2026-01-01"
	if found := check.Record(w, typeOf(t, app.TreatmentForm.Key), w.treatment); len(found) > 0 {
		t.Errorf("an archived treatment is asked %q", found[0].Text)
	}
}
