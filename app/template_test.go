package app_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
	"tutela/app/form"
)

// unknowable are the fields that no template can fill: they are of each office.
var unknowable = []string{"sites", "people", "partners", "bases9", "further_by", "backups",
	"storages/*/site", "storages/*/access", "storages/*/supplier", "measures/*/state"}

// asked are the rules that lead to something an office must do beside the sheet, or
// that say again that a field of the list above is empty.
var asked = []string{"notice-no-edition", "special-no-condition", "dpia-unscreened", "external-no-supplier"}

// star is a path without the number of its row.
func star(path string) string {
	parts := strings.Split(path, "/")
	if len(parts) > 1 {
		parts[1] = "*"
	}
	return strings.Join(parts, "/")
}

// everyAnswer calls do with each combination of answers.
func everyAnswer(qs []*app.TemplateQuestion, answers map[string]int, do func(map[string]int)) {
	if len(qs) == 0 {
		do(answers)
		return
	}
	for i := range qs[0].Options {
		answers[qs[0].Key] = i
		everyAnswer(qs[1:], answers, do)
	}
}

// A sheet made from a template has no finding but those that no template can know.
func TestTemplatesLeaveOnlyWhatTheyCannotKnow(t *testing.T) {
	list, err := app.Templates()
	if err != nil {
		t.Fatal(err)
	}
	d := apptest.Sample(t)
	if len(list) < 21 {
		t.Fatalf("%d templates", len(list))
	}
	seen := map[string]bool{} // paths, and rules
	for _, tpl := range list {
		everyAnswer(tpl.Questions, map[string]int{}, func(answers map[string]int) {
			sheet, err := tpl.Apply(answers, d)
			if err != nil {
				t.Fatalf("%s %v: %v", tpl.Key, answers, err)
			}
			for _, p := range app.TreatmentForm.Type().Problems(sheet) {
				seen[star(p.Path)] = true
				if !slices.Contains(unknowable, star(p.Path)) || p.Gravity == form.Wrong {
					t.Errorf("%s %v: %s: %s", tpl.Key, answers, p.Path, p.Text)
				}
			}
			for _, m := range sheet.Measures { // as where the office has them all
				m.State = app.InPlace
			}
			for _, f := range check.Record(d, app.TreatmentForm.Type(), sheet) {
				seen[f.Rule.Key] = true
				if !slices.Contains(asked, f.Rule.Key) {
					t.Errorf("%s %v: rule %s: %s", tpl.Key, answers, f.Rule.Key, f.Text)
				}
			}
		})
	}
	for _, what := range slices.Concat(unknowable, asked) {
		if !seen[what] {
			t.Errorf("every template fills or meets %s: it is no longer unknowable", what)
		}
	}
}

func TestTemplateOfAnOwnTreatment(t *testing.T) {
	d := apptest.Sample(t)
	for _, rec := range d.Records(app.TreatmentForm.Key) {
		sheet := rec.(*app.Treatment)
		_, data, err := app.NewTemplate(sheet, "2026-11-29")
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{app.PersonForm.Key, app.SiteForm.Key, app.SupplierForm.Key, app.SystemForm.Key, app.BackupPlanForm.Key} {
			for _, rec := range d.Records(key) {
				if uid := rec.(form.Record).Head().UID; strings.Contains(string(data), uid) {
					t.Errorf("%s: %s %s went into the template", sheet.Title, key, uid)
				}
			}
		}
		tpl, err := app.ParseTemplate(data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := tpl.Apply(nil, d)
		if err != nil {
			t.Fatal(err)
		}
		if got.Title != sheet.Title || got.Description != sheet.Description || got.RetentionSummary(d) != sheet.RetentionSummary(d) ||
			len(got.Measures) != len(sheet.Measures) || !slices.Equal(got.AllBases(), sheet.AllBases()) {
			t.Errorf("%s came back as another sheet:\n%+v", sheet.Title, got)
		}
		if got.UID() != "" || !got.Head().Created.IsZero() {
			t.Errorf("%s: the new sheet has the head of the old one", sheet.Title)
		}
	}
}

func TestParseTemplateRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":             ``,
		"no object":           `[]`,
		"unknown key":         `{"key":"a","name":"A","treatment":{},"colour":1}`,
		"no name":             `{"key":"a","treatment":{}}`,
		"unknown field":       `{"key":"a","name":"A","treatment":{"colour":"red"}}`,
		"no sheet":            `{"key":"a","name":"A"}`,
		"one answer":          `{"key":"a","name":"A","treatment":{},"questions":[{"key":"q","ask":"?","options":[{"label":"Sì"}]}]}`,
		"answer of no field":  `{"key":"a","name":"A","treatment":{},"questions":[{"key":"q","ask":"?","options":[{"label":"Sì","set":{"colour":1}},{"label":"No"}]}]}`,
		"adds to what is one": `{"key":"a","name":"A","treatment":{"title":"x"},"questions":[{"key":"q","ask":"?","options":[{"label":"Sì","add":{"title":["y"]}},{"label":"No"}]}]}`,
		"two":                 `{"key":"a","name":"A","treatment":{}}{}`,
	} {
		_, err := app.ParseTemplate([]byte(data))
		var refusal *app.Refusal
		if !errors.As(err, &refusal) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParseTemplate(f *testing.F) {
	f.Add([]byte(`{"key":"a","name":"A","treatment":{"title":"x"},"questions":[{"key":"q","ask":"?","options":[{"label":"Sì","add":{"purposes":[{"purpose":"newsletter"}]}},{"label":"No"}]}]}`))
	d := apptest.Sample(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		tpl, err := app.ParseTemplate(data)
		if err != nil {
			return
		}
		for _, q := range tpl.Questions {
			for i := range q.Options {
				if _, err := tpl.Apply(map[string]int{q.Key: i}, d); err != nil {
					t.Fatalf("parsed, and does not apply: %v", err)
				}
			}
		}
	})
}
