package catalogue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// slugLength keeps slugs readable in exports; a longer label is cut at a hyphen.
const slugLength = 60

// spelt writes in ASCII the letters that are not a letter with a mark.
var spelt = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ł", "l", "€", "euro", "&", " e ")

// Slug makes the slug of an entry that the office adds: lower case, without
// accents, words joined by hyphens; the same for the same label, always. It need
// not be free: the caller adds "-2", "-3" if it is taken. A label without any
// Latin letter or digit gives "voce".
func Slug(label string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(spelt.Replace(strings.ToLower(label))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // the accent of the letter before
		default:
			gap = true
		}
	}
	s := b.String()
	if len(s) > slugLength {
		cut := s[:slugLength+1]
		if i := strings.LastIndexByte(cut, '-'); i > 0 {
			cut = cut[:i]
		}
		s = cut[:min(len(cut), slugLength)]
	}
	if s == "" {
		return "voce"
	}
	return s
}

// Fold makes texts comparable: case, accents, spaces and the kind of apostrophe
// do not count.
func Fold(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == '’' || r == '‘' || r == '`' || r == 'ʼ':
			return '\''
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// ByLabel finds an entry that may be chosen by its label; case, accents,
// apostrophes and spaces do not count. An import and whoever adds an entry of his own ask it.
func (b *Book) ByLabel(name, label string) (Entry, bool) {
	want := Fold(label)
	for _, e := range b.Entries(name) {
		if Fold(e.Label) == want {
			return e, true
		}
	}
	return Entry{}, false
}

// Mentioned gives the entries of a catalogue that a free text names, by label or
// by one of the comma-separated names of attribute "alias", as whole words; case
// and accents do not count. The checks look for known services with it.
func (b *Book) Mentioned(name, text string) []Entry {
	text = Fold(text)
	var out []Entry
	for _, e := range b.Entries(name) {
		for _, n := range append([]string{e.Label}, strings.Split(e.Attr["alias"], ",")...) {
			if contains(text, Fold(n)) {
				out = append(out, e)
				break
			}
		}
	}
	return out
}

// contains says whether the words stand in the text, not inside a longer word.
func contains(text, words string) bool {
	if words == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		start := from + i
		end := start + len(words)
		if !wordBefore(text[:start]) && !wordAfter(text[end:]) {
			return true
		}
		from = end
	}
}

func wordBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s) // RuneError, no letter, if there is none
	return inWord(r)
}

func wordAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return inWord(r)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
