package password

import (
	"slices"
	"strings"
	"unicode"
)

// isCommon says that the candidate is one of the common passwords, with digits
// and signs around it or several times over, or that fingers and alphabet make
// all of it: «qwerty123456».
func (c candidate) isCommon() bool {
	if c.size == 0 {
		return false
	}
	core := trimmed(c.folded)
	for _, w := range commonOnes() {
		if equals(c.folded, w) || len(core) >= shortest && (equals(core, w) || repeats(core, w)) || repeats(c.folded, w) {
			return true
		}
	}
	return walked([]rune(strings.TrimFunc(string(c.folded), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })))
}

// trimmed takes what is no letter off both ends.
func trimmed(text []rune) []rune {
	other := func(r rune) bool { return !unicode.IsLetter(r) }
	return []rune(strings.TrimFunc(string(text), other))
}

// repeats says that a text is a word twice or more, and nothing else.
func repeats(text, word []rune) bool {
	if len(word) == 0 || len(text) < 2*len(word) || len(text)%len(word) != 0 {
		return false
	}
	for at := 0; at < len(text); at += len(word) {
		if !readsAt(text, word, at) {
			return false
		}
	}
	return true
}

// rows are the keyboard of Italy as fingers run over it, and its columns.
var rows = []string{
	"1234567890", "0987654321", "qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz",
	"1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "zaq1", "xsw2", "cde3", "147258369", "741852963", "159", "753",
}

// walked says that runs make the whole of a text: the same character again, the
// alphabet or numbers up or down, keys beside each other. A run has three at least.
func walked(text []rune) bool {
	if len(text) == 0 {
		return false
	}
	for i := 0; i < len(text); {
		n := max(steps(text[i:], 0), steps(text[i:], 1), steps(text[i:], -1), row(text[i:]))
		if n < 3 {
			return false
		}
		i += n
	}
	return true
}

// steps is how many characters from the first on are each that far from the last.
func steps(text []rune, by rune) int {
	n := 1
	for n < len(text) && text[n]-text[n-1] == by {
		n++
	}
	return n
}

// row is how many characters from the first on lie in a row of the keyboard.
func row(text []rune) (most int) {
	for _, r := range rows {
		line := []rune(r)
		at := slices.Index(line, text[0])
		if at < 0 {
			continue
		}
		n := 0
		for n < len(text) && at+n < len(line) && text[n] == line[at+n] {
			n++
		}
		most = max(most, n)
	}
	return most
}
