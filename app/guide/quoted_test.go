package guide

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/assets"
)

// notShown is what the guide puts in quotation marks though the window never says it,
// with where it is said.
var notShown = map[string]string{
	"BOZZA": "across the pages of a draft",
}

// shown are the words that the window can show: its own, those of the forms, the
// titles of the papers.
func shown(t *testing.T) map[string]bool {
	t.Helper()
	var dictionary struct{ Window map[string]string }
	if err := json.Unmarshal(assets.English, &dictionary); err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for italian := range dictionary.Window {
		out[italian] = true
	}
	var walk func(*form.Type)
	walk = func(ty *form.Type) {
		out[ty.Many] = true
		for _, s := range ty.Sections {
			out[s.Title], out[s.Short] = true, true
		}
		for _, f := range ty.Fields() {
			out[f.Label] = true
			for _, o := range f.Options {
				out[o.Label] = true
			}
			if f.Kind == form.KList {
				walk(f.Child)
			}
		}
	}
	for _, reg := range app.Registers() {
		out[reg.Label()] = true
		walk(reg.Type)
	}
	for _, p := range papers.All(app.Registers()) {
		out[p.Title] = true
	}
	return out
}

// TestQuotedIsShown: what a topic puts in quotation marks stands so in the program,
// letter for letter.
func TestQuotedIsShown(t *testing.T) {
	topics, _ := Topics()
	known, used := shown(t), map[string]bool{}
	quoted := regexp.MustCompile(`«([^»]*)»`)
	for _, x := range topics {
		if x.Key == GlossaryKey {
			continue
		}
		for _, m := range quoted.FindAllStringSubmatch(doc.Text(doc.Document{Blocks: x.Blocks}), -1) {
			words := strings.ReplaceAll(m[1], "\u00a0", " ") // an article stays with its number
			used[words] = true
			if !known[words] && notShown[words] == "" {
				t.Errorf("%s: the program does not say «%s»", x.Key, words)
			}
		}
	}
	for words := range notShown {
		if !used[words] || known[words] {
			t.Errorf("«%s» is no exception", words)
		}
	}
}
