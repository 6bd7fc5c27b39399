package password

import (
	"fmt"
	"slices"

	"tutela/app"
)

// Slugs of the profiles.
const (
	ExAnnexB = app.ProfileExAnnexB
	Modern   = app.ProfileModern
)

// Profile is a set of house rules, as data. Lengths are in characters.
type Profile struct {
	Slug    string
	Name    string
	Least   int  // length, unless the system takes less
	Letters int  // at least; 0 asks for none
	Digits  int  // at least; 0 asks for none
	Common  bool // none of the common passwords
	// Phrases allows words and names where there are several: what is refused is
	// one of them alone, whatever stands around it.
	Phrases bool
	// Months is how long it may be used, Special where its user works on special or
	// criminal data, never longer; 0 is as long as nobody else may know it.
	Months, Special int
}

// OfHouse is the profile of an office, with what it changed of it.
func OfHouse(h app.House) Profile {
	p := Profile{Slug: ExAnnexB, Name: "Ex Allegato B"}
	if h.Profile() == Modern {
		p = Profile{Slug: Modern, Name: "Moderno", Common: true, Phrases: true}
	}
	p.Least, p.Months, p.Special = h.PasswordLength(), h.PasswordMonths(false), h.PasswordMonths(true)
	p.Letters, p.Digits = h.PasswordMix()
	return p
}

// profiles are the two of spec 3: the rules of Allegato B to D.Lgs. 196/2003
// (points 3.1.4 and 2.8.1 of the old manual; repealed, kept as a house rule), and
// NIST SP 800-63B-4 (August 2025) for a password that is the only factor.
var profiles = []Profile{OfHouse(app.HouseFrom(ExAnnexB)), OfHouse(app.HouseFrom(Modern))}

// Profiles gives all profiles, the usual one first.
func Profiles() []Profile { return slices.Clone(profiles) }

// Find gives the profile of a slug, the usual one for any other.
func Find(slug string) Profile {
	for _, p := range profiles {
		if p.Slug == slug {
			return p
		}
	}
	return profiles[0]
}

// change tells rules 4 and 5, which no candidate can show.
func (p Profile) change() Verdict {
	v := Verdict{Key: KeyChange, Do: "Non si vede dalla password: segnate il giorno in cui si cambia."}
	v.Rule = "Si cambia al primo uso e subito se qualcuno può averla scoperta, non a scadenza."
	switch {
	case p.Months > 0 && p.Months != p.Special:
		v.Rule = fmt.Sprintf("Si cambia al primo uso, poi ogni %d mesi: ogni %d se chi la usa tratta dati particolari o giudiziari.", p.Months, p.Special)
	case p.Months > 0:
		v.Rule = fmt.Sprintf("Si cambia al primo uso, poi ogni %d mesi.", p.Months)
	case p.Special > 0:
		v.Rule = fmt.Sprintf("Si cambia al primo uso, e ogni %d mesi se chi la usa tratta dati particolari o giudiziari.", p.Special)
	}
	return v
}

// adviceLength is from how many characters today's advice is content: those of
// NIST SP 800-63B-4 for a password that is the only factor.
const adviceLength = 15

// Advice is what one would say today (NIST SP 800-63B-4), beside the house's
// rules: it never refuses a password. What the profile asks anyway is left out.
func Advice(text string, about About) []Verdict {
	c, p := newCandidate(text), about.rules()
	var out []Verdict
	if p.Least < adviceLength {
		do := ""
		if c.size < adviceLength {
			do = "Allungatela: un carattere in più vale più di un segno strano."
		}
		out = append(out, verdict(KeyLength, fmt.Sprintf("La lunghezza conta più di tutto: meglio da %d caratteri in su.", adviceLength), do))
	}
	if !p.Common {
		out = append(out, c.common())
	}
	do := ""
	if c.size > 0 && (c.text[0] == ' ' || c.text[len(c.text)-1] == ' ') {
		do = "Toglieteli dal principio e dalla fine, dove non si vedono."
	}
	out = append(out, verdict(KeySpaces, "Gli spazi sono permessi e contano come caratteri.", do))
	if c.size == 0 {
		for i := range out {
			out[i].State, out[i].Do = NotAsked, ""
		}
	}
	if p.Special > 0 {
		out = append(out, Verdict{Key: KeyChange, Rule: "Oggi si sconsiglia di farla scadere: chi deve cambiarla spesso ne sceglie di più deboli."})
	}
	return append(out, Verdict{Key: KeyBreach, Rule: "Si cambia subito se può essere stata scoperta, e non si usa la stessa altrove."})
}
