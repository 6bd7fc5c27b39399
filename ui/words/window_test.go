package words_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"

	"tutela/assets"
	"tutela/ui/words"
)

// english is the dictionary as it stands in its file.
type english struct {
	Window    map[string]string     `json:"window"`
	Sentences map[string]string     `json:"sentences"`
	Forms     map[string]words.Form `json:"forms"`
}

func readEnglish(t *testing.T) english {
	t.Helper()
	var d english
	dec := json.NewDecoder(strings.NewReader(string(assets.English)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		t.Fatal(err)
	}
	return d
}

// fixedTexts is every text that the window asks words for, and where.
func fixedTexts(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, s := range sources(t, "ui", "cmd/tutela", "!ui/words") {
		ast.Inspect(s.file, func(n ast.Node) bool {
			want := 0
			switch called(n) {
			case "words.T", "words.F":
				want = 1
			case "words.Plural":
				want = 3
			}
			if want == 0 {
				return true
			}
			args := n.(*ast.CallExpr).Args
			for _, arg := range args[want/3 : want] { // a plural begins with its number
				text, ok := literal(arg)
				if !ok {
					t.Errorf("%s: the text given to words is no literal, so nobody can collect it", s.at(n))
					continue
				}
				found[text] = s.at(n)
			}
			return true
		})
	}
	return found
}

// TestWindowIsEnglish: every fixed text has its English, and no English is left
// of texts that are gone.
func TestWindowIsEnglish(t *testing.T) {
	used, have := fixedTexts(t), readEnglish(t).Window
	if len(used) < 100 {
		t.Fatalf("only %d texts found: the search is broken", len(used))
	}
	compare(t, "window", used, have)
	for italian, text := range have {
		if places(italian) != places(text) {
			t.Errorf("window: %q has %q, its English %q has %q", italian, places(italian), text, places(text))
		}
	}
}

// compare fails for what has no English, ready to be put into the file, and for
// what nobody uses.
func compare(t *testing.T, section string, used, have map[string]string) {
	t.Helper()
	var missing strings.Builder
	for _, italian := range slices.Sorted(maps.Keys(used)) {
		if strings.TrimSpace(have[italian]) == "" {
			fmt.Fprintf(&missing, "    %s: \"\",\n", quote(italian))
		}
	}
	if missing.Len() > 0 {
		t.Errorf("assets/i18n/en.json, %q: no English for\n%s", section, missing.String())
	}
	for _, italian := range slices.Sorted(maps.Keys(have)) {
		if _, ok := used[italian]; !ok {
			t.Errorf("assets/i18n/en.json, %q: nobody uses %q", section, italian)
		}
	}
}

func quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return strings.TrimSpace(b.String())
}
