package doc

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

func sectionsOf(text string) (out []Section) {
	for part := range strings.SplitSeq(text, "#") {
		title, words, _ := strings.Cut(part, ":")
		out = append(out, Section{strings.TrimSpace(title), strings.Fields(words)})
	}
	return out
}

func TestCompare(t *testing.T) {
	before := sectionsOf("1 Scopo: si adotta per tutto l’ufficio e per le sue sedi # 2 Ruoli: nessuno # Nota: prima # Nota: seconda # 3 Copie: ogni sette giorni")
	after := sectionsOf("1 Scopo: si adotta per tutto l’ufficio di Cremona e per le sedi # 2 Ruoli: nessuno # Nota: prima # Nota: terza # 4 Fornitori: uno")
	var got []string
	for _, c := range Compare(before, after) {
		line := fmt.Sprintf("%s new %v gone %v", c.Title, c.New, c.Gone)
		for _, p := range c.Pieces {
			line += " | " + runs(p.Before) + " -> " + runs(p.After)
		}
		got = append(got, line)
	}
	want := []string{
		"1 Scopo new false gone false | si adotta per tutto l’ufficio e per le -> si adotta per tutto l’ufficio **di Cremona** e per le | e per le **sue** sedi -> e per le sedi",
		"Nota new false gone false | **seconda** -> **terza**",
		"4 Fornitori new true gone false |  -> uno",
		"3 Copie new false gone true | ogni sette giorni -> ",
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if list := Compare(before, before); len(list) != 0 {
		t.Errorf("an edition differs from itself: %+v", list)
	}
}

// TestAlike puts each text together again from what is alike and what is not.
func TestAlike(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	some := func(n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = string(rune('a' + r.Intn(4)))
		}
		return out
	}
	for range 2000 {
		a, b := some(r.Intn(12)), some(r.Intn(12))
		atA, atB := 0, 0
		for _, s := range alike(a, b) {
			if s.a < atA || s.b < atB || !slices.Equal(a[s.a:s.a+s.n], b[s.b:s.b+s.n]) {
				t.Fatalf("%v and %v: %+v", a, b, alike(a, b))
			}
			atA, atB = s.a+s.n, s.b+s.n
		}
		if atA != len(a) || atB != len(b) {
			t.Fatalf("%v and %v end at %d and %d", a, b, atA, atB)
		}
	}
}
