// Package taxcode checks the Italian codice fiscale (D.M. 23 December 1976) and
// partita IVA, as they are typed or read from a list.
//
// Every error is one Italian sentence that says what is wrong and what is
// expected, fit to stand under the field. A name or a birth date that does not
// fit the code is never an error: Mismatch gives a warning.
package taxcode

import (
	"fmt"
	"strings"
	"unicode"
)

// Parts is what a codice fiscale says of a person.
type Parts struct {
	Surname string // three letters
	Name    string // three letters
	Year2   int    // last two digits of the year: the code does not tell the century
	Month   int    // 1–12
	Day     int    // 1–31, the 40 of women taken off
	Female  bool
	Place   string // cadastral code of the place of birth: letter and three digits; Z… is abroad
	// Provisional is true for the eleven digits given before the final code;
	// they say nothing of the person and the other fields are empty.
	Provisional bool
}

// months are the letters of the twelve months, in order.
const months = "ABCDEHLMPRST"

// swaps are the letters that stand for the digits 0–9 where two persons would
// have had the same code (omocodia).
const swaps = "LMNPQRSTUV"

// oddValues weigh the characters in odd places: 0–9, then A–Z. A digit weighs as
// the letter of the same rank (0 as A, 9 as J).
var oddValues = [26]int{
	1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
}

// wrong is an error written as a whole sentence, shown as it is.
type wrong string

func (w wrong) Error() string { return string(w) }

func sentence(format string, args ...any) error { return wrong(fmt.Sprintf(format, args...)) }

// Normalize gives the code as it is kept: capitals, without spaces. Only ASCII
// letters are raised, so that a look-alike letter stays wrong and is told.
func Normalize(code string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u200b', r == '\ufeff':
			return -1
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, code)
}

// CheckPerson checks the codice fiscale of a natural person, sixteen characters
// or the provisional eleven digits, and reads what it says. Case and spaces do
// not matter.
func CheckPerson(code string) (Parts, error) {
	code = Normalize(code)
	runes := []rune(code)
	switch n := len(runes); {
	case n == 0:
		return Parts{}, sentence("Il codice fiscale è vuoto: servono 16 caratteri.")
	case n == 11 && digits(code):
		if err := CheckCompany(code); err != nil {
			return Parts{}, err
		}
		return Parts{Provisional: true}, nil
	case n == 1:
		return Parts{}, sentence("Il codice fiscale ha un solo carattere: ne servono 16.")
	case n != 16:
		return Parts{}, sentence("Il codice fiscale ha %d caratteri: ne servono 16.", n)
	}
	if err := checkShape(runes); err != nil {
		return Parts{}, err
	}
	return read(code)
}

// shape tells what stands in each place: a letter, a digit or the letter that
// may replace it, the letter of a month.
const shape = "aaaaaa00m00a000a"

func checkShape(code []rune) error {
	for i, r := range code {
		switch shape[i] {
		case 'a':
			if r < 'A' || r > 'Z' {
				return sentence("Il carattere %d del codice fiscale è «%s»: lì serve una lettera.", i+1, shown(r))
			}
		case '0':
			if digit(r) < 0 {
				return sentence("Il carattere %d del codice fiscale è «%s»: lì serve una cifra.", i+1, shown(r))
			}
		case 'm':
			if r > unicode.MaxASCII || strings.IndexByte(months, byte(r)) < 0 {
				return sentence("Il carattere %d del codice fiscale è «%s»: lì serve la lettera del mese, una tra A B C D E H L M P R S T.", i+1, shown(r))
			}
		}
	}
	return nil
}

// read takes the parts of a code of the right shape, and checks the date and
// the last letter.
func read(code string) (Parts, error) {
	number := func(from, to int) (n int) {
		for _, r := range code[from:to] {
			n = 10*n + digit(r)
		}
		return n
	}
	p := Parts{
		Surname: code[:3],
		Name:    code[3:6],
		Year2:   number(6, 8),
		Month:   strings.IndexByte(months, code[8]) + 1,
		Day:     number(9, 11),
		Place:   fmt.Sprintf("%c%03d", code[11], number(12, 15)),
	}
	if p.Day > 40 {
		p.Day, p.Female = p.Day-40, true
	}
	if p.Day < 1 || p.Day > daysIn(p.Year2, p.Month) {
		return Parts{}, sentence("Il giorno e il mese di nascita nel codice fiscale non esistono: ricontrollate i caratteri da 7 a 11.")
	}
	if checkLetter(code[:15]) != code[15] {
		return Parts{}, sentence("L'ultima lettera non torna: ricontrollate il codice sulla tessera sanitaria.")
	}
	return p, nil
}

// digit is the value of a digit or of the letter that replaces it; -1 for others.
func digit(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	return strings.IndexRune(swaps, r)
}

// daysIn counts the days of a month. The century is unknown: any year that may
// be a leap year is taken as one (2000 was, 1900 was not).
func daysIn(year2, month int) int {
	switch month {
	case 2:
		if year2%4 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// checkLetter computes the sixteenth character from the first fifteen.
func checkLetter(code string) byte {
	sum := 0
	for i := range len(code) {
		rank := int(code[i] - 'A')
		if code[i] <= '9' {
			rank = int(code[i] - '0')
		}
		if i%2 == 0 { // odd place, counting from one
			rank = oddValues[rank]
		}
		sum += rank
	}
	return byte('A' + sum%26)
}

// shown makes an unprintable character visible in a message.
func shown(r rune) string {
	if unicode.IsPrint(r) {
		return string(r)
	}
	return fmt.Sprintf("U+%04X", r)
}
