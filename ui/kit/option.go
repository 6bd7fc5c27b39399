package kit

import (
	"strings"
	"unicode"
)

// Option is one thing that can be chosen.
type Option struct {
	// Value is what is kept; it is never shown unless Label is empty.
	Value string
	Label string
	// Hint says more in the list of suggestions; it is searched as well.
	Hint string
}

func (o Option) label() string {
	if o.Label == "" {
		return o.Value
	}
	return o.Label
}

// accents lists the letters that are typed without their accent when one
// searches. A table, because the languages of an Italian office are few.
var accents = map[rune]rune{
	'à': 'a', 'á': 'a', 'â': 'a', 'ã': 'a', 'ä': 'a', 'å': 'a',
	'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e',
	'ì': 'i', 'í': 'i', 'î': 'i', 'ï': 'i',
	'ò': 'o', 'ó': 'o', 'ô': 'o', 'õ': 'o', 'ö': 'o', 'ø': 'o',
	'ù': 'u', 'ú': 'u', 'û': 'u', 'ü': 'u',
	'ç': 'c', 'ñ': 'n', 'š': 's', 'ž': 'z', 'ý': 'y', '’': '\'',
}

// fold makes texts comparable: small letters, no accents, single spaces.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.TrimSpace(s) {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.Is(unicode.Mn, r):
			continue // a combining accent, as some keyboards and files write it
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		r = unicode.ToLower(r)
		if plain, ok := accents[r]; ok {
			r = plain
		}
		b.WriteRune(r)
	}
	return b.String()
}

// rank tells how well an option answers to what was typed, 0 best, or -1 when
// it does not: every word typed must stand somewhere in it.
func rank(o Option, query string) int {
	if query == "" {
		return 0
	}
	label := fold(o.label())
	if strings.HasPrefix(label, query) {
		return 0
	}
	worst := 1
	for _, word := range strings.Fields(query) {
		switch {
		case startsWord(label, word):
		case strings.Contains(label, word):
			worst = max(worst, 2)
		case strings.Contains(fold(o.Hint), word):
			worst = max(worst, 3)
		default:
			return -1
		}
	}
	return worst
}

// startsWord tells whether some word of text begins with prefix.
func startsWord(text, prefix string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], prefix)
		if i < 0 {
			return false
		}
		i += at
		if i == 0 {
			return true
		}
		if before := text[i-1]; before < 0x80 && !unicode.IsLetter(rune(before)) && !unicode.IsDigit(rune(before)) {
			return true
		}
		at = i + 1
	}
}

// filter returns the options that answer to what was typed, the best first and
// otherwise in their own order, without those already taken.
func filter(options []Option, text string, taken func(string) bool) []Option {
	query := fold(text)
	var byRank [4][]Option
	for _, o := range options {
		if taken != nil && taken(o.Value) {
			continue
		}
		if r := rank(o, query); r >= 0 {
			byRank[r] = append(byRank[r], o)
		}
	}
	found := byRank[0]
	for _, more := range byRank[1:] {
		found = append(found, more...)
	}
	return found
}

// sameAs returns the option whose label is exactly what was typed, capitals and
// accents aside.
func sameAs(options []Option, text string) (Option, bool) {
	want := fold(text)
	if want == "" {
		return Option{}, false
	}
	for _, o := range options {
		if fold(o.label()) == want {
			return o, true
		}
	}
	return Option{}, false
}

// indexOf finds an option by its value, -1 when there is none.
func indexOf(options []Option, value string) int {
	for i, o := range options {
		if o.Value == value {
			return i
		}
	}
	return -1
}
