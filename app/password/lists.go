package password

import (
	"fmt"
	"strings"
	"sync"

	"tutela/assets"
)

// shortest is from how many letters a word is looked for within a candidate: it
// keeps «ora» and «re» from being found everywhere (decision A25). A shorter one
// is found where it is all that the candidate has for letters.
const shortest = 4

// The lists, folded and read once.
var (
	firstNames  = list("first-names")
	commonWords = list("words")
	commonOnes  = list("common")
)

func list(name string) func() [][]rune {
	return sync.OnceValue(func() [][]rune {
		data, err := assets.Passwords.ReadFile("passwords/" + name + ".txt")
		if err != nil {
			panic(fmt.Sprintf("assets/passwords/%s.txt: %v", name, err)) // embedded: a test reads it
		}
		var out [][]rune
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				out = append(out, fold(line))
			}
		}
		return out
	})
}

// holdsAny says that a form of the candidate holds one of the words.
func (c candidate) holdsAny(text []rune, words [][]rune) bool {
	for _, w := range words {
		if len(w) >= shortest && holds(text, w) || len(w) < shortest && equals(c.lettered, w) {
			return true
		}
	}
	return false
}

// isAny says that the candidate is one of the words alone, be it written several
// times: what else there is has fewer letters than a word.
func (c candidate) isAny(text []rune, words [][]rune) bool {
	for _, w := range words {
		if len(w) < shortest {
			if equals(c.lettered, w) {
				return true
			}
			continue
		}
		rest, found := without(text, w)
		if found && lettersIn(rest) < shortest {
			return true
		}
	}
	return false
}

// without takes a word out of a text, wherever it stands.
func without(text, word []rune) (rest []rune, found bool) {
	for i := 0; i < len(text); {
		if readsAt(text, word, i) {
			i, found = i+len(word), true
			continue
		}
		rest = append(rest, text[i])
		i++
	}
	return rest, found
}
