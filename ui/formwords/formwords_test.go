package formwords_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/form"
	"tutela/assets"
	"tutela/ui/formwords"
	"tutela/ui/words"
)

func readForms(t *testing.T) map[string]words.Form {
	t.Helper()
	var d struct {
		Forms map[string]words.Form `json:"forms"`
	}
	if err := json.Unmarshal(assets.English, &d); err != nil {
		t.Fatal(err)
	}
	return d.Forms
}

// italianForms is what every form says in Italian, those of child records too,
// in the shape of the dictionary.
func italianForms() map[string]words.Form {
	found := map[string]words.Form{}
	for _, r := range app.Registers() {
		withForm(r.Type, found)
		f := found[r.Key]
		f.Short = r.Short
		found[r.Key] = f
	}
	return found
}

func withForm(t *form.Type, found map[string]words.Form) {
	f, ok := found[t.Key]
	if !ok {
		f = words.Form{One: t.One, Many: t.Many, About: t.About, Sections: map[string]words.Section{}, Fields: map[string]words.Field{}}
	}
	for _, g := range t.Sections {
		if g.Title == "" && g.Help == "" {
			continue
		}
		s := words.Section{Title: g.Title, Help: g.Help}
		if g.Short != g.Title {
			s.Short = g.Short
		}
		f.Sections[g.Key] = s
	}
	for _, x := range t.Fields() {
		field := words.Field{Label: x.Label, Help: x.Help, Example: x.Example}
		if len(x.Options) > 0 {
			field.Options = map[string]string{}
			for _, o := range x.Options {
				field.Options[o.Value] = o.Label
			}
		}
		f.Fields[x.Key] = field
	}
	found[t.Key] = f
	for _, x := range t.Fields() {
		if x.Child != nil {
			withForm(x.Child, found)
		}
	}
}

// flat is a form as paths and texts.
func flat(key string, f words.Form, out map[string]string) {
	put := func(path, text string) {
		if text != "" {
			out[key+"."+path] = text
		}
	}
	put("one", f.One)
	put("many", f.Many)
	put("short", f.Short)
	put("about", f.About)
	for k, s := range f.Sections {
		put("sections."+k+".title", s.Title)
		put("sections."+k+".short", s.Short)
		put("sections."+k+".help", s.Help)
	}
	for k, x := range f.Fields {
		put("fields."+k+".label", x.Label)
		put("fields."+k+".help", x.Help)
		put("fields."+k+".example", x.Example)
		for o, label := range x.Options {
			put("fields."+k+".options."+o, label)
		}
	}
}

// TestFormsAreEnglish: every word of every form has its English, and there is
// none for what no form has.
func TestFormsAreEnglish(t *testing.T) {
	italian, english := map[string]string{}, map[string]string{}
	for key, f := range italianForms() {
		flat(key, f, italian)
	}
	for key, f := range readForms(t) {
		flat(key, f, english)
	}
	if len(italian) < 300 {
		t.Fatalf("only %d words found", len(italian))
	}
	var missing strings.Builder
	for _, path := range slices.Sorted(maps.Keys(italian)) {
		if english[path] == "" {
			fmt.Fprintf(&missing, "%s\t%s\n", path, italian[path])
		}
	}
	if missing.Len() > 0 {
		t.Errorf("assets/i18n/en.json, \"forms\": no English for\n%s", missing.String())
	}
	for _, path := range slices.Sorted(maps.Keys(english)) {
		if _, ok := italian[path]; !ok {
			t.Errorf("assets/i18n/en.json, \"forms\": no form has %s", path)
		}
	}
}

// TestFormsOfOneKeyAgree: the dictionary knows a form by its key alone, so two
// forms may share one only where they say the same.
func TestFormsOfOneKeyAgree(t *testing.T) {
	seen := map[string]*form.Type{}
	var walk func(*form.Type)
	walk = func(ft *form.Type) {
		if other := seen[ft.Key]; other != nil && other != ft {
			a, b := map[string]words.Form{}, map[string]words.Form{}
			withForm(ft, a)
			withForm(other, b)
			one, two := map[string]string{}, map[string]string{}
			flat("", a[ft.Key], one)
			flat("", b[ft.Key], two)
			for path := range one {
				if two[path] != "" && one[path] != two[path] {
					t.Errorf("two forms are called %s; %s is %q and %q", ft.Key, path, one[path], two[path])
				}
			}
		}
		seen[ft.Key] = ft
		for _, f := range ft.Fields() {
			if f.Child != nil {
				walk(f.Child)
			}
		}
	}
	for _, r := range app.Registers() {
		walk(r.Type)
	}
}

// TestWordsOfTheLanguage: forms speak the language in use, with the law behind
// the help, and Italian is what stands in the form.
func TestWordsOfTheLanguage(t *testing.T) {
	t.Cleanup(func() { words.Use(words.Italian) })
	office := app.OfficeForm.Type()
	name := office.Field("name")
	if got := formwords.Label(office, name); got != name.Label {
		t.Errorf("in Italian the label is %q", got)
	}
	words.Use(words.English)
	english := readForms(t)["office"].Fields["name"]
	if got := formwords.Label(office, name); got != english.Label || got == name.Label {
		t.Errorf("the label is %q, the dictionary has %q", got, english.Label)
	}
	if got := formwords.Help(office, name); !strings.HasPrefix(got, english.Help) || !strings.HasSuffix(got, "GDPR)") {
		t.Errorf("the help is %q", got)
	}
	treatment := app.TreatmentForm.Type()
	list := treatment.Field("retention")
	term := list.Child.Field("term")
	want := formwords.Label(treatment, list) + " 2, " + formwords.Label(list.Child, term)
	if got := formwords.PathLabel(treatment, "retention/1/term", "Termine 2, Quanto"); got != want || strings.Contains(got, "Quanto") {
		t.Errorf("the path is %q, want %q", got, want)
	}
}

// TestValues: a choice is told in the language in use, as it is offered.
func TestValues(t *testing.T) {
	t.Cleanup(func() { words.Use(words.Italian) })
	archives := app.ArchiveForm.Type()
	rec := &app.Archive{Name: "Clienti", Kind: "paper", Disseminated: "yes"}
	for _, c := range []struct{ key, italian, english string }{
		{"name", "Clienti", "Clienti"}, {"kind", "Cartacea", "Paper"}, {"disseminated", "Sì", "Yes"}, {"note", "", ""},
	} {
		f := archives.Field(c.key)
		words.Use(words.Italian)
		if got := strings.Join(formwords.Values(archives, f, rec, nil), ";"); got != c.italian {
			t.Errorf("%s in Italian: %q", c.key, got)
		}
		words.Use(words.English)
		if got := strings.Join(formwords.Values(archives, f, rec, nil), ";"); got != c.english {
			t.Errorf("%s in English: %q", c.key, got)
		}
	}
}

// TestDifference: what changed is told in the language in use, down to the rows.
func TestDifference(t *testing.T) {
	t.Cleanup(func() { words.Use(words.Italian) })
	archives, treatments := app.ArchiveForm.Type(), app.TreatmentForm.Type()
	for _, c := range []struct {
		t             *form.Type
		path          string
		before, after string
		wantB, wantA  string
	}{
		{archives, "disseminated", "No", "Sì", "No", "Yes"},
		{archives, "kind", "", "Cartacea", "", "Paper"},
		{archives, "name", "Sì", "No", "Sì", "No"},
		{treatments, "special", "Non necessario", "Sì", "Not needed", "Yes"},
		{treatments, "no_partners", "", "Sì", "", "Yes"},
		{treatments, "storages/0/where", "Struttura interna", "Struttura esterna", "Internal", "External"},
		{treatments, "storages/0", "", "Interna", "", "Interna"},
		{treatments, "nowhere", "Sì", "No", "Sì", "No"},
	} {
		d := form.Difference{Path: c.path, Label: "Etichetta", Before: c.before, After: c.after}
		words.Use(words.Italian)
		if got := formwords.Difference(c.t, d); got != d {
			t.Errorf("%s in Italian: %+v", c.path, got)
		}
		words.Use(words.English)
		if got := formwords.Difference(c.t, d); got.Before != c.wantB || got.After != c.wantA {
			t.Errorf("%s in English: %+v", c.path, got)
		}
	}
}

// TestArticleFits: «Add a measure»; a word that begins with a vowel would need
// another article.
func TestArticleFits(t *testing.T) {
	forms := readForms(t)
	registers := map[string]bool{}
	for _, r := range app.Registers() {
		registers[r.Key] = true
	}
	for key, f := range forms {
		if !registers[key] && strings.ContainsAny(f.One[:1], "aeio") {
			t.Errorf("%s is %q: «Add a %s» would not do", key, f.One, f.One)
		}
	}
}
