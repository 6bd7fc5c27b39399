package app_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestDocumentTextFields: what the form says is wrong and missing of an own text.
func TestDocumentTextFields(t *testing.T) {
	ft := app.DocumentTextForm.Type()
	for _, c := range []struct {
		name    string
		x       app.DocumentText
		gravity form.Gravity
		field   string
		want    string // "" for nothing
	}{
		{"good", app.DocumentText{Section: "3.9", How: app.TextReplaces, Text: "Le chiavi di {sede}."}, form.Wrong, "text", ""},
		{"unknown place", app.DocumentText{Section: "3.9", How: app.TextReplaces, Text: "Le chiavi di {titolari}."}, form.Wrong, "text", "forse volevate {titolare}"},
		{"broken case", app.DocumentText{Section: "3.9", How: app.TextAdded, Text: "{{se rpd}}\n\nUno."}, form.Wrong, "text", "scrivete {{fine}}"},
		{"empty", app.DocumentText{Section: "3.9", How: app.TextAdded}, form.Missing, "text", "-"},
		{"no section", app.DocumentText{How: app.TextAdded, Text: "Uno."}, form.Missing, "section", "-"},
		{"a section that is not", app.DocumentText{Section: "9.9", How: app.TextAdded, Text: "Uno."}, form.Wrong, "section", "Nel documento non c’è"},
		{"a chapter", app.DocumentText{Section: "3", How: app.TextAdded, Text: "Uno."}, form.Wrong, "section", "Nel documento non c’è"},
	} {
		ed := form.NewEditor(ft, &c.x)
		got := ""
		for _, p := range ed.Problems() {
			if p.Gravity == c.gravity && p.Path == c.field {
				got = p.Text + "-"
			}
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, wanted %q", c.name, got, c.want)
		}
	}
}

// TestOutdated: only another standard text than the one that was seen makes an own
// text outdated, until it is seen.
func TestOutdated(t *testing.T) {
	x := &app.DocumentText{Section: "3.9", Text: "Uno."}
	if x.Outdated() {
		t.Error("a text of which nothing was seen is outdated")
	}
	x.See()
	standard, _ := x.Standard()
	if x.Seen == "" || x.Seen != standard.Source || x.Outdated() {
		t.Errorf("seen %q, outdated %v", x.Seen, x.Outdated())
	}
	x.Seen += "."
	if !x.Outdated() {
		t.Error("another standard text is not told")
	}
	x.See()
	if x.Outdated() {
		t.Error("still outdated when it was seen")
	}
	x.Section = "9.9"
	if x.Outdated() {
		t.Error("a section that is no more has a standard text")
	}
}
