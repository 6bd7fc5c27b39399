package password

import (
	"strings"
	"time"
	"unicode"

	"tutela/app"
)

// trace is something that a password must not lead back to, and what to do where
// it does. It never says which word was found: that would tell of the password.
type trace struct {
	words [][]rune
	do    string
}

// traced gives what to do about the first trace that is found, "" for none.
// Signs between letters and digits are no disguise: «14/03/80» is «140380».
func (c candidate) traced(list []trace) string {
	for _, t := range list {
		if c.holdsAny(c.joined, t.words) {
			return t.do
		}
	}
	return ""
}

func ofPerson(p *app.Person) []trace {
	local, _, _ := strings.Cut(p.Email, "@")
	return []trace{
		{nameWords(p.Surname, p.Name), "Togliete il nome o il cognome di chi la usa, anche a pezzi o con cifre al posto delle lettere."},
		{parts(p.TaxCode), "Togliete il pezzo di codice fiscale."},
		{birthWords(string(p.Birth)), "Togliete la data di nascita, in qualunque modo sia scritta."},
		{nameWords(p.BirthPlace), "Togliete il luogo di nascita."},
		{parts(digitsOf(p.Phone)), "Togliete il numero di telefono, anche a pezzi."},
		{nameWords(local), "Togliete ciò che ricorda l’indirizzo e-mail."},
	}
}

func ofOffice(o *app.Office) []trace {
	return []trace{
		{nameWords(o.Name), "Togliete ciò che ricorda il nome dell’ufficio."},
		{nameWords(o.City), "Togliete il comune dell’ufficio."},
		{append(parts(o.VAT), parts(o.TaxCode)...), "Togliete la partita IVA o il codice fiscale dell’ufficio, anche a pezzi."},
		{parts(digitsOf(o.Phone)), "Togliete il telefono dell’ufficio, anche a pezzi."},
	}
}

// wordsOfNames are the names and surnames of people.
func wordsOfNames(people []*app.Person) (out [][]rune) {
	for _, p := range people {
		out = append(out, nameWords(p.Surname)...)
		out = append(out, nameWords(p.Name)...)
	}
	return out
}

// nothing are words of names that name nobody.
var nothing = map[string]bool{
	"della": true, "delle": true, "dello": true, "degli": true, "dalla": true, "dalle": true, "nella": true, "sulla": true,
	"e": true, "di": true, "de": true, "del": true, "dei": true, "da": true, "la": true, "le": true, "lo": true, "il": true, "i": true,
	"a": true, "al": true, "in": true, "per": true, "con": true, "srl": true, "srls": true, "snc": true, "sas": true, "spa": true,
	"s": true, "r": true, "l": true, "n": true, "c": true, "p": true, "d": true, "societa": true,
}

// How much of a long word is the word still: «Berto» for «Bertolini».
const (
	longWord  = 7
	beginning = 5
)

// nameWords are the words of names, each name and all of them written as one, in
// both orders, and the beginnings of long words.
func nameWords(names ...string) (out [][]rune) {
	var whole, back []rune
	for _, name := range names {
		// «D’Alò» is «dalò» and «alò».
		pieces := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		for _, word := range append(strings.Fields(name), pieces...) {
			w := foldWord(word)
			if len(w) == 0 || nothing[string(w)] {
				continue
			}
			out = append(out, w)
			if len(w) >= longWord {
				out = append(out, w[:beginning])
			}
		}
		w := foldWord(name)
		if len(w) >= shortest {
			out = append(out, w)
		}
		whole, back = append(whole, w...), append(append([]rune{}, w...), back...)
	}
	if len(names) > 1 && len(whole) >= shortest {
		out = append(out, whole, back)
	}
	return out
}

// partDigits is how long a part of a number is a trace of it: four digits stand
// in too many numbers.
const partDigits = 5

// parts are the parts of a code that lead back to it: four characters, five of
// digits alone.
func parts(code string) (out [][]rune) {
	w := foldWord(code)
	size := partDigits
	for _, r := range w {
		if unicode.IsLetter(r) {
			size = shortest
		}
	}
	for i := range max(len(w)-size+1, 0) {
		out = append(out, w[i:i+size])
	}
	return out
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var months = [...]string{"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"}

var monthNames = [...]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// birthWords are the usual writings of a date (yyyy-mm-dd), as far as they do not
// hold a shorter one: the year, 1403, 14380, 0380, 800314, 14mar, mar80.
func birthWords(day string) (out [][]rune) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return nil
	}
	short, name := months[t.Month()-1], monthNames[t.Month()-1]
	for _, layout := range []string{"2006", "0201", "2106", "0106", "060102"} {
		out = append(out, []rune(t.Format(layout)))
	}
	for _, s := range []string{t.Format("2") + short, t.Format("02") + short, short + t.Format("06"), name + t.Format("06")} {
		out = append(out, []rune(s))
	}
	return out
}
