package wording

import (
	"strings"
	"testing"
)

// TestReadSection: a slip in a text is an error that says what is wrong.
func TestReadSection(t *testing.T) {
	good := "<!-- nota -->\n\n# 3.1.4 Titolo\n\nUno.\n\n## Capo\n\n{{se rpd}}\n\nDue.\n\n{{altrimenti}}\n\n{{parte}}\n\n{{fine}}\n\n- a\n"
	s, err := readSection([]byte(good))
	if err != nil || s.Number != "3.1.4" || s.Level() != 3 || len(s.Parts) != 5 {
		t.Fatalf("%+v %v", s, err)
	}
	if p := s.Parts[2]; p.When != "rpd" || p.Not {
		t.Errorf("%+v", p)
	}
	if p := s.Parts[3]; p.When != "rpd" || !p.Not || p.Insert != "parte" {
		t.Errorf("%+v", p)
	}
	for bad, want := range map[string]string{
		"Uno.\n":                      "before the heading",
		"# Titolo\n\nUno.\n":          "number and title",
		"# 1.1 A\n\nB.\n\n# 1.2 C\n":  "one first-level heading",
		"# 1.1 A\n":                   "says nothing",
		"# 1.1 A\n\nB {{parte}} C.\n": "does not stand alone",
		"# 1.1 A\n\n{{se x}}\n\nB.\n": "has no {{fine}}",
		"# 1.1 A\n\n{{fine}}\n\nB.\n": "without a {{se}}",
		"# 1.1 A\n\n{{se x}}\n\n{{se y}}\n\nB.\n\n{{fine}}\n": "stands within",
		"# 1.1 A\n\n```\nB\n```\n":                            "no place",
	} {
		if _, err := readSection([]byte(bad)); want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, wanted %q", bad, err, want)
		}
	}
}
