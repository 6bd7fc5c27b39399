package taxcode

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SurnameLetters computes the three letters of a surname: its consonants, then
// its vowels, then X. Accents, apostrophes and spaces do not count.
func SurnameLetters(surname string) string {
	consonants, vowels := split(surname)
	return (consonants + vowels + "XXX")[:3]
}

// NameLetters computes the three letters of a given name: as for a surname, but
// of four or more consonants it takes the first, the third and the fourth.
func NameLetters(name string) string {
	consonants, vowels := split(name)
	if len(consonants) >= 4 {
		return consonants[:1] + consonants[2:4]
	}
	return (consonants + vowels + "XXX")[:3]
}

// foreign writes in plain letters those that are not a letter with a mark.
var foreign = strings.NewReplacer("ß", "SS", "Æ", "AE", "Œ", "OE", "Ø", "O", "Đ", "D", "Ð", "D", "Ł", "L", "Þ", "TH", "Ħ", "H", "I\u0307", "I")

func split(s string) (consonants, vowels string) {
	for _, r := range foreign.Replace(norm.NFD.String(strings.ToUpper(s))) {
		switch {
		case r < 'A' || r > 'Z':
		case strings.ContainsRune("AEIOU", r):
			vowels += string(r)
		default:
			consonants += string(r)
		}
	}
	return consonants, vowels
}

// MatchesNames says whether the code may be that of this person. Where a field
// holds more words, the first ones alone are enough: a second name or a
// husband's surname need not be in the code. If one of the two is empty, the
// other is taken as the full name, in either order («Ferri Lucia»).
func (p Parts) MatchesNames(surname, name string) bool {
	s, n := words(surname), words(name)
	if p.Provisional || len(s)+len(n) == 0 {
		return true
	}
	if len(s) == 0 || len(n) == 0 {
		return p.matchesFull(append(s, n...))
	}
	return leading(s, p.Surname, SurnameLetters) && leading(n, p.Name, NameLetters)
}

// words cuts a name at its spaces. More than a dozen words are no name but
// something pasted by mistake: the rest is not looked at.
func words(s string) []string {
	w := strings.Fields(s)
	return w[:min(len(w), 12)]
}

// matchesFull tries every place where surname and name may part, in both orders.
func (p Parts) matchesFull(words []string) bool {
	if len(words) == 1 {
		return SurnameLetters(words[0]) == p.Surname || NameLetters(words[0]) == p.Name
	}
	for i := 1; i < len(words); i++ {
		a, b := words[:i], words[i:]
		if leading(a, p.Surname, SurnameLetters) && leading(b, p.Name, NameLetters) ||
			leading(b, p.Surname, SurnameLetters) && leading(a, p.Name, NameLetters) {
			return true
		}
	}
	return false
}

// leading says whether the first words, one or more, give the letters.
func leading(words []string, want string, letters func(string) string) bool {
	for i := range words {
		if letters(strings.Join(words[:i+1], "")) == want {
			return true
		}
	}
	return false
}

// Mismatch lists, in Italian, what of the person does not fit a valid codice
// fiscale. These are warnings: the code may be right and the name misspelt.
// birth is yyyy-mm-dd; empty facts are not compared. A wrong code gives nothing:
// its own error has been told already.
func Mismatch(code, surname, name, birth string) []string {
	p, err := CheckPerson(code)
	if err != nil || p.Provisional {
		return nil
	}
	var out []string
	if !p.MatchesNames(surname, name) {
		switch {
		case p.MatchesNames(name, surname):
			out = append(out, "Cognome e nome sembrano scambiati: secondo il codice fiscale il cognome è «"+strings.TrimSpace(name)+"».")
		case empty(surname) || empty(name):
			out = append(out, fmt.Sprintf("Il nome non torna con il codice fiscale, che comincia per %s %s: ricontrollate l’uno e l’altro.", p.Surname, p.Name))
		default:
			out = append(out, p.mismatched(surname, name)...)
		}
	}
	if born, err := time.Parse(time.DateOnly, birth); err == nil {
		if born.Year()%100 != p.Year2 || int(born.Month()) != p.Month || born.Day() != p.Day {
			out = append(out, fmt.Sprintf("La data di nascita %s non torna con il codice fiscale, che dice %02d/%02d/%02d: ricontrollate l’una e l’altro.",
				born.Format("02/01/2006"), p.Day, p.Month, p.Year2))
		}
	}
	return out
}

func (p Parts) mismatched(surname, name string) (out []string) {
	if !leading(words(surname), p.Surname, SurnameLetters) {
		out = append(out, fmt.Sprintf("Il cognome «%s» non torna con il codice fiscale: darebbe %s, il codice ha %s.",
			strings.TrimSpace(surname), SurnameLetters(surname), p.Surname))
	}
	if !leading(words(name), p.Name, NameLetters) {
		out = append(out, fmt.Sprintf("Il nome «%s» non torna con il codice fiscale: darebbe %s, il codice ha %s.",
			strings.TrimSpace(name), NameLetters(name), p.Name))
	}
	return out
}

func empty(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}
