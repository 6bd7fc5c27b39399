package app_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// TestExampleIsInOrder keeps the demo from showing an office with faults.
func TestExampleIsInOrder(t *testing.T) {
	d := apptest.Sample(t)
	for _, r := range app.Registers() {
		for _, rec := range d.Records(r.Key) {
			for _, p := range r.Problems(rec) {
				if b, ok := rec.(*app.Breach); ok && b.Closed == "" && p.Gravity == form.Missing {
					continue // one runs, to show how that looks
				}
				if q, ok := rec.(*app.Request); ok && q.Answered == "" && p.Gravity == form.Missing {
					continue // so does the month of one
				}
				t.Errorf("%s «%s»: %s %s", r.Key, r.Title(rec), p.Label, p.Text)
			}
		}
	}
	if len(app.All(d, app.TreatmentForm)) < 6 {
		t.Error("the example shows too little")
	}
}

// TestCaseIsComplete: the sheet of the case lacks nothing that the paper asks
// for, contradictory as it is.
func TestCaseIsComplete(t *testing.T) {
	d := apptest.Case(t)
	for _, p := range app.TreatmentForm.Type().Problems(d.Records("treatment")[0]) {
		t.Errorf("%s: %s", p.Path, p.Text)
	}
}

var key = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// TestEveryFormIsWhole: what the descriptions name exists, and every field has
// words for people.
func TestEveryFormIsWhole(t *testing.T) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	book := app.Catalogues(shipped, nil)
	var walk func(path string, ft *form.Type)
	walk = func(path string, ft *form.Type) {
		for _, f := range ft.Fields() {
			at := path + "." + f.Key
			if !key.MatchString(f.Key) || f.Label == "" {
				t.Errorf("%s: key or label", at)
			}
			if f.Help != "" && !strings.HasSuffix(f.Help, ".") && !strings.HasSuffix(f.Help, "?") {
				t.Errorf("%s: the help is no sentence: %s", at, f.Help)
			}
			if f.Catalogue != "" {
				if _, ok := book.Catalogue(f.Catalogue); !ok {
					t.Errorf("%s: no catalogue %s", at, f.Catalogue)
				}
			}
			if f.Register != "" {
				if _, ok := app.RegisterOf(app.Registers(), f.Register); !ok {
					t.Errorf("%s: no register %s", at, f.Register)
				}
			}
			if f.Child != nil {
				walk(at, f.Child)
			}
		}
	}
	for _, r := range app.Registers() {
		if r.One == "" || r.Many == "" || (r.About == "" && !r.Single) {
			t.Errorf("%s has no words", r.Key)
		}
		if !slices.ContainsFunc(r.Fields(), func(f *form.Field) bool { return f.Column }) {
			t.Errorf("%s prints an empty list", r.Key)
		}
		walk(r.Key, r.Type)
		// An empty record must be asked about without a panic, and lack something.
		if rec := r.Start(); r.Complete(rec) {
			t.Errorf("an empty %s counts as complete", r.Key)
		}
	}
}

func TestPeople(t *testing.T) {
	tests := []struct {
		name string
		p    app.Person
		want []string
	}{
		{"fits", app.Person{Surname: "Moretti", Name: "Giulia", TaxCode: "MRTGLI93M70B157K", Birth: "1993-08-30"}, nil},
		{"lower case", app.Person{Surname: "Bassi", Name: "Tommaso", TaxCode: "bsstms85s03f205v"}, nil},
		{"other name", app.Person{Surname: "Verdi", Name: "Giulia", TaxCode: "MRTGLI93M70B157K"}, []string{"doubt tax_code"}},
		{"other day", app.Person{Surname: "Moretti", Name: "Giulia", TaxCode: "MRTGLI93M70B157K", Birth: "1993-08-29"}, []string{"doubt tax_code"}},
		{"wrong letter", app.Person{Surname: "Moretti", Name: "Giulia", TaxCode: "MRTGLI93M70B157J"}, []string{"wrong tax_code"}},
		{"left before he came", app.Person{Surname: "A", Name: "B", Start: "2026-02-01", End: "2026-01-31"}, []string{"wrong end"}},
		{"bad e-mail", app.Person{Surname: "A", Name: "B", Email: "a@b"}, []string{"wrong email"}},
	}
	for _, test := range tests {
		test.p.Duties = []*app.Duty{{Duty: "director"}}
		var got []string
		for _, p := range app.PersonForm.Type().Problems(&test.p) {
			got = append(got, []string{"wrong", "missing", "doubt"}[p.Gravity]+" "+p.Path)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestRetentionInWords(t *testing.T) {
	tests := []struct {
		r    app.Retention
		want string
	}{
		{app.Retention{Term: form.Number(10), Unit: "years", From: "collection"}, "10 anni dalla raccolta"},
		{app.Retention{Term: form.Number(1), Unit: "months", From: "end"}, "1 mese dalla fine del rapporto"},
		{app.Retention{Term: form.Number(24), Unit: "hours", From: "entry"}, "24 ore dall’ultima registrazione"},
		{app.Retention{Term: form.Number(2), Unit: "years", From: "event", Event: "sentenza"}, "2 anni da: sentenza"},
		{app.Retention{Unit: "years"}, ""},
	}
	for _, test := range tests {
		if got := test.r.Words(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// TestBasesOfPurposes: a flat list holds for every purpose without bases of its
// own; the sheet prints the union (decision A14).
func TestBasesOfPurposes(t *testing.T) {
	own := &app.Purpose{Purpose: "newsletter", Bases: []string{"consent"}}
	rest := &app.Purpose{Purpose: "invoicing"}
	tr := app.Treatment{Bases: []string{"contract"}, Purposes: []*app.Purpose{own, rest}}
	if got := tr.BasesOf(own); !slices.Equal(got, []string{"consent"}) {
		t.Errorf("own bases: %v", got)
	}
	if got := tr.BasesOf(rest); !slices.Equal(got, []string{"contract"}) {
		t.Errorf("shared bases: %v", got)
	}
	if got := tr.AllBases(); !slices.Equal(got, []string{"contract", "consent"}) {
		t.Errorf("union: %v", got)
	}
}

func TestOwnEntriesCarryWhatTheChecksRead(t *testing.T) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	book := app.Catalogues(shipped, []*app.CatalogEntry{
		{Catalogue: "measure", Slug: "cane-da-guardia", Label: "Cane da guardia", Dangers: []string{"physical", "unauthorised"}},
		{Catalogue: "data-type", Slug: "impronte", Label: "Impronte", Class: "special"},
	})
	m := &app.Measure{Measure: "cane-da-guardia"}
	app.Prefill(book, m)
	if len(m.Dangers) != 2 || len(m.Dangers[0].Risks) == 0 {
		t.Errorf("dangers of an own measure: %+v", m.Dangers)
	}
	if e, ok := book.Find("data-type", "impronte"); !ok || !e.Has("class", "special") || !e.Own {
		t.Errorf("own data type: %+v", e)
	}
}
