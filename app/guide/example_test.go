package guide

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/form"
	"tutela/assets"
)

// longFields are the fields of some lines that the user writes, of every register and
// of what stands in its rows, by the key of their example.
func longFields() map[string]*form.Field {
	out := map[string]*form.Field{}
	var walk func(t *form.Type)
	walk = func(t *form.Type) {
		for _, f := range t.Fields() {
			switch {
			case f.Kind == form.KLong && !f.Auto:
				out[t.Key+"."+f.Key] = f
			case f.Kind == form.KList:
				walk(f.Child)
			}
		}
	}
	for _, reg := range app.Registers() {
		walk(reg.Type)
	}
	return out
}

// TestEveryLongFieldHasAnExample, and there is none for a field that is not.
func TestEveryLongFieldHasAnExample(t *testing.T) {
	fields := longFields()
	if len(fields) < 80 {
		t.Fatalf("%d long fields are found", len(fields))
	}
	for key := range fields {
		if owner, field, _ := strings.Cut(key, "."); Example(owner, field) == "" {
			t.Errorf("%s has no example", key)
		}
	}
	for key := range examples() {
		if fields[key] == nil {
			t.Errorf("%s is no long field", key)
		}
	}
	if headings := strings.Count("\n"+assets.Examples, "\n# "); headings != len(examples()) {
		t.Errorf("%d headings for %d examples: one stands twice", headings, len(examples()))
	}
}

// TestExamples: each says something else than the others and than the empty box, in
// a few lines, and could be typed into its field.
func TestExamples(t *testing.T) {
	fields, seen := longFields(), map[string]string{}
	for key, text := range examples() {
		if other := seen[text]; other != "" {
			t.Errorf("%s says the same as %s", key, other)
		}
		seen[text] = key
		// More than the longest would have to be scrolled on the smallest display.
		if n := utf8.RuneCountInString(text); n < 80 || n > 370 {
			t.Errorf("%s has %d letters", key, n)
		}
		if strings.ContainsAny(text, `'"`) {
			t.Errorf("%s: typewriter’s marks", key)
		}
		if f := fields[key]; f != nil {
			if f.Example != "" && strings.Contains(text, f.Example) {
				t.Errorf("%s says what stands in the empty box", key)
			}
			if got, wrong := f.Parse(text); wrong != "" || got != text {
				t.Errorf("%s reads %q, %s", key, got, wrong)
			}
		}
	}
}

// TestExamplesFitTheirRecords: in the records of the sample office none is wrong.
func TestExamplesFitTheirRecords(t *testing.T) {
	tried := map[string]bool{}
	var fill func(t *form.Type, rec any)
	fill = func(ty *form.Type, rec any) {
		for _, f := range ty.Fields() {
			text := Example(ty.Key, f.Key)
			switch {
			case f.Kind == form.KList:
				for i := range f.Rows(rec) {
					fill(f.Child, f.Row(rec, i))
				}
			case text != "":
				f.Put(rec, text)
				tried[ty.Key+"."+f.Key] = tried[ty.Key+"."+f.Key] || f.Shown(rec)
			}
		}
	}
	err := app.Sample(func(ty *form.Type, rec form.Record) error {
		before := ty.Problems(rec)
		fill(ty, rec)
		for _, p := range ty.Problems(rec) {
			if p.Gravity != form.Missing && !slices.Contains(before, p) {
				t.Errorf("%s, %s: %s", ty.Key, p.Path, p.Text)
			}
		}
		return nil
	})
	if err != nil || len(tried) < 60 {
		t.Errorf("%d tried, %v", len(tried), err)
	}
}

// proper are the words that may have a capital within a sentence: none is the name of
// a person or of a company.
var proper = strings.Fields("Garante PEC PDF ISO Unione Suo Lei Le")

// TestExamplesNameNobody: no word but these has a capital where no sentence begins,
// and none begins with the name of a person.
func TestExamplesNameNobody(t *testing.T) {
	list, err := fs.ReadFile(assets.Passwords, "passwords/first-names.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Split(string(list), "\n")
	word := regexp.MustCompile(`\p{L}+`)
	for key, text := range examples() {
		for _, at := range word.FindAllStringIndex(text, -1) {
			w, before := text[at[0]:at[1]], strings.TrimRight(text[:at[0]], " -#«")
			begins := before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "\n")
			if slices.Contains(names, w) || !begins && unicode.IsUpper([]rune(w)[0]) && !slices.Contains(proper, w) {
				t.Errorf("%s names %q", key, w)
			}
		}
	}
}
