package password

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain writes in plain letters those that are not a letter with a mark.
var plain = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ħ", "h", "ı", "i")

// fold makes letters small and takes marks and widths off: «È» is «e».
func fold(s string) []rune {
	var out []rune
	for _, r := range plain.Replace(strings.ToLower(norm.NFKD.String(s))) {
		if !unicode.Is(unicode.Mn, r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// foldWord is fold of a word to look for: letters and digits alone.
func foldWord(s string) []rune {
	var out []rune
	for _, r := range fold(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// lookThrough gives the letters that a digit or sign is written for, "" for none.
func lookThrough(r rune) string {
	switch r {
	case '0':
		return "o"
	case '1':
		return "il"
	case '3':
		return "e"
	case '4', '@':
		return "a"
	case '5', '$':
		return "s"
	case '7':
		return "t"
	}
	return ""
}

// reads says that a character of a candidate may be meant for one of a word.
func reads(c, word rune) bool { return c == word || strings.ContainsRune(lookThrough(c), word) }

// readsAt says that a word stands in a text from a place on. At least one letter
// of a word must be there as a letter: a date is not to be read as a word.
func readsAt(text, word []rune, at int) bool {
	if at+len(word) > len(text) {
		return false
	}
	var wordy, same bool
	for i, r := range word {
		if !reads(text[at+i], r) {
			return false
		}
		wordy = wordy || unicode.IsLetter(r)
		same = same || text[at+i] == r && unicode.IsLetter(r)
	}
	return same || !wordy
}

// holds says that a word stands somewhere in a text.
func holds(text, word []rune) bool {
	for at := range max(len(text)-len(word)+1, 0) {
		if readsAt(text, word, at) {
			return true
		}
	}
	return false
}

// equals says that a text is a word, and nothing else.
func equals(text, word []rune) bool { return len(text) == len(word) && readsAt(text, word, 0) }
