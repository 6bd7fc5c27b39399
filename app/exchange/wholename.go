package exchange

import (
	"slices"
	"strings"

	"tutela/app/catalogue"
	"tutela/app/taxcode"
)

// particles stand before the rest of a surname.
var particles = map[string]bool{
	"de": true, "di": true, "da": true, "del": true, "della": true, "dello": true, "dei": true, "degli": true, "delle": true,
	"dal": true, "dalla": true, "dalle": true, "dai": true, "d'": true, "de'": true, "lo": true, "la": true, "li": true, "le": true,
	"san": true, "santa": true, "santo": true, "van": true, "von": true, "den": true, "der": true, "mac": true, "mc": true, "el": true, "al": true, "ben": true,
}

// splitName parts surname and name that stand in one cell: at a comma, or where
// the codice fiscale of the same row says, or else after the first word, the
// particles before it included («De Luca Anna Maria»). Where the name is said to
// come first, the surname is the last word with its particles. False where there
// is only one word, or none but particles.
func splitName(whole string, nameFirst bool, code string) (surname, name string, ok bool) {
	if a, b, found := strings.Cut(whole, ","); found {
		a, b = strings.TrimSpace(a), strings.TrimSpace(b)
		return a, b, a != "" && b != "" && !strings.Contains(b, ",")
	}
	words := strings.Fields(whole)
	if len(words) < 2 {
		return "", "", false
	}
	join := func(w []string) string { return strings.Join(w, " ") }
	if parts, err := taxcode.CheckPerson(code); err == nil && !parts.Provisional {
		for _, last := range []bool{nameFirst, !nameFirst} {
			for i := 1; i < len(words); i++ {
				s, n := words[:i], words[i:]
				if last {
					s, n = words[len(words)-i:], words[:len(words)-i]
				}
				// Words that only help the letters of the other part are none of it.
				if parts.MatchesNames(join(s), join(n)) && !particle(s[len(s)-1]) {
					return join(s), join(n), true
				}
			}
		}
	}
	at := 1
	if nameFirst {
		slices.Reverse(words)
		for at < len(words)-1 && particle(words[at]) {
			at++
		}
		s, n := slices.Clone(words[:at]), slices.Clone(words[at:])
		slices.Reverse(s)
		slices.Reverse(n)
		return join(s), join(n), !particle(s[len(s)-1])
	}
	for at < len(words)-1 && particle(words[at-1]) {
		at++
	}
	return join(words[:at]), join(words[at:]), !particle(words[at-1])
}

func particle(word string) bool { return particles[catalogue.Fold(word)] }
