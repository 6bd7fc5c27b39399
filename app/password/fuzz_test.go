package password

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"tutela/assets"
)

var number = regexp.MustCompile(`\d+`)

func origin(t *testing.T, name string) string {
	t.Helper()
	data, err := assets.Passwords.ReadFile("passwords/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	head := ""
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		head += line
	}
	return head
}

// TestCanaryIsNeverSaid: whatever the rules find, they do not repeat it.
func TestCanaryIsNeverSaid(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"zq8wkx", "Bertolini", "140380", "BRTLCU", "98172", "zorzetto", "Vescovato", "07431", "lbertol7", "juventus", "francesca", "qwerty", " ", "è"}
	for range 2000 {
		canary := ""
		for len(canary) < 6 {
			canary += pieces[r.IntN(len(pieces))]
		}
		for _, p := range Profiles() {
			about := whole
			about.Profile = p.Slug
			if text := strings.ToLower(said(canary, about)); strings.Contains(text, strings.ToLower(strings.TrimSpace(canary))) {
				t.Fatalf("%q is said: %s", canary, text)
			}
		}
	}
}

// FuzzJudge: any text is judged without a panic, the same way twice, and in
// sentences that are the same for all passwords but for a number.
func FuzzJudge(f *testing.F) {
	for _, s := range []string{"", "a", "Ns27cgmv!", "p@ssw0rd", "\xff\xfe", "e\u0301\u0301", "ﬀ漢字", "İıß", strings.Repeat("a", 1200), "14/03/1980", "\x00"} {
		f.Add(s, "lb", uint8(0))
	}
	known := map[string]bool{"": true}
	for _, c := range []string{
		"", "a", "12", "xq7kv2wzr", "sole", "marta", "lbertol7", "ciao1234", "francescafrancesca", " q", "bertolini", "brtl", "1980", "soncino", "98172", "zorzetto",
		"ferramenta", "vescovato", "07431", "68413", "x12", "xy1", "xyz", "xyz12", "xq7kv2w", "xq7kv2wzmp9rt4", strings.Repeat("x", Most+1), strings.Repeat("xq7k", Most),
	} {
		for _, p := range Profiles() {
			for _, about := range []About{whole, {}, {Longest: 5}, {Longest: 6}} {
				about.Profile = p.Slug
				for _, v := range append(Judge(c, about), Advice(c, about)...) {
					known[number.ReplaceAllString(v.Rule, "N")], known[number.ReplaceAllString(v.Do, "N")] = true, true
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, candidate, user string, longest uint8) {
		for _, p := range Profiles() {
			about := whole
			about.Profile, about.UserID, about.Longest = p.Slug, user, int(longest)
			first := append(Judge(candidate, about), Advice(candidate, about)...)
			for i, v := range append(Judge(candidate, about), Advice(candidate, about)...) {
				if v != first[i] {
					t.Fatalf("%q is judged %v, then %v", candidate, first[i], v)
				}
				for _, s := range []string{v.Rule, v.Do} {
					if !known[number.ReplaceAllString(s, "N")] {
						t.Fatalf("%q makes it say %q", candidate, s)
					}
				}
			}
		}
	})
}

func BenchmarkJudge(b *testing.B) {
	for b.Loop() {
		Judge("tre scimmie bevono kefir", whole)
	}
}
