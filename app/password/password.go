// Package password judges a candidate password rule by rule (spec 3.3, rules 1
// to 5): in memory, without keeping it, and without a word of it in what it says.
// It does no I/O but for the lists that ship inside the program.
package password

import (
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tutela/app"
)

// Most is how many characters of a candidate are looked at; no system takes more.
const Most = 1000

// State is the outcome of a rule.
type State int

// The outcomes.
const (
	// NotAsked is a rule that the candidate alone cannot show, or for which
	// something to compare it with is missing.
	NotAsked State = iota
	Passed
	Failed
)

// The rules, and the pieces of advice.
const (
	KeyLength  = "length"
	KeyLetters = "letters"
	KeyDigits  = "digits"
	KeyUser    = "user"
	KeyCommon  = "common"
	KeyWords   = "words"
	KeyNames   = "names"
	KeyPerson  = "person"
	KeyOffice  = "office"
	KeyChange  = "change"
	KeyBreach  = "breach"
	KeySpaces  = "spaces"
)

// Verdict is what a rule says of the candidate.
type Verdict struct {
	Key   string
	Rule  string // the rule in words, a sentence
	State State
	Do    string // what to do, a sentence; "" where nothing is to be done
}

// About is what the candidate is compared with. All of it may be left out: the
// rules that need it are then not asked.
type About struct {
	Profile string    // slug of a profile to judge by; "" is that of House
	House   app.House // the rules of the office
	UserID  string
	// Longest is how many characters the system takes at most; 0 is not known.
	Longest int
	Person  *app.Person   // who will use it
	People  []*app.Person // all of the office, for their names
	Office  *app.Office
}

// rules are those to judge by.
func (a About) rules() Profile {
	if a.Profile == "" {
		return OfHouse(a.House)
	}
	return Find(a.Profile)
}

// Judge gives the verdict of each rule of the profile, in their order. Of an
// empty candidate nothing is asked yet.
func Judge(candidate string, about About) []Verdict {
	p := about.rules()
	c := newCandidate(candidate)
	out := []Verdict{c.length(p, about.Longest)}
	if p.Letters > 0 {
		out = append(out, c.letters(p))
	}
	if p.Digits > 0 {
		out = append(out, c.digits(p))
	}
	out = append(out, c.user(about.UserID))
	if p.Common {
		out = append(out, c.common())
	}
	out = append(out, c.words(p), c.names(p, about.People), c.person(about.Person), c.office(about.Office), p.change())
	if c.size == 0 {
		for i := range out {
			out[i].State, out[i].Do = NotAsked, ""
		}
	}
	return out
}

// Failures counts the rules that the candidate does not keep.
func Failures(list []Verdict) (n int) {
	for _, v := range list {
		if v.State == Failed {
			n++
		}
	}
	return n
}

// candidate is a password in the forms in which the rules read it.
type candidate struct {
	text     []rune // NFC, as it was typed
	size     int    // of all of it, in characters
	folded   []rune // small letters without accents, digits and signs as they are
	joined   []rune // folded, letters, digits and looked-through signs alone
	lettered []rune // folded, letters alone
}

// newCandidate reads a candidate. Characters are counted in NFC: an accented
// letter is one, however the keyboard made it.
func newCandidate(s string) candidate {
	all := []rune(norm.NFC.String(s))
	c := candidate{text: all, size: len(all)}
	if len(c.text) > Most {
		c.text = c.text[:Most]
	}
	c.folded = fold(string(c.text))
	for _, r := range c.folded {
		if unicode.IsLetter(r) {
			c.lettered = append(c.lettered, r)
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || lookThrough(r) != "" {
			c.joined = append(c.joined, r)
		}
	}
	return c
}

func (c candidate) count(is func(rune) bool) (n int) {
	for _, r := range c.text {
		if is(r) {
			n++
		}
	}
	return n
}

// verdict fails a rule with what to do, or passes it where that is "".
func verdict(key, rule, do string) Verdict {
	if do != "" {
		return Verdict{key, rule, Failed, do}
	}
	return Verdict{key, rule, Passed, ""}
}
