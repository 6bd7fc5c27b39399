package password

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tutela/app"
)

// length is rule 1.
func (c candidate) length(p Profile, longest int) Verdict {
	least, rule := p.Least, fmt.Sprintf("Ha almeno %d caratteri.", p.Least)
	if longest > 0 && longest < p.Least {
		least, rule = longest, fmt.Sprintf("Ha %d caratteri, tutti quelli che il sistema accetta.", longest)
	}
	do := ""
	switch missing := least - c.size; {
	case missing == 1:
		do = "Manca un carattere: allungatela."
	case missing > 1:
		do = fmt.Sprintf("Mancano %d caratteri: allungatela.", missing)
	case longest > 0 && c.size > longest:
		do = fmt.Sprintf("Il sistema accetta al massimo %d caratteri: accorciatela.", longest)
	case c.size > Most:
		do = fmt.Sprintf("Nessun sistema accetta più di %d caratteri: accorciatela.", Most)
	}
	return verdict(KeyLength, rule, do)
}

// letters is the first half of rule 2.
func (c candidate) letters(p Profile) Verdict {
	do := ""
	switch missing := p.Letters - c.count(unicode.IsLetter); {
	case missing == 1:
		do = "Aggiungete una lettera."
	case missing > 1:
		do = fmt.Sprintf("Aggiungete %d lettere.", missing)
	}
	return verdict(KeyLetters, atLeast(p.Letters, "Ha almeno %d lettera.", "Ha almeno %d lettere."), do)
}

// digits is the second half of rule 2.
func (c candidate) digits(p Profile) Verdict {
	do := ""
	switch missing := p.Digits - c.count(unicode.IsDigit); {
	case missing == 1:
		do = "Aggiungete una cifra."
	case missing > 1:
		do = fmt.Sprintf("Aggiungete %d cifre.", missing)
	}
	return verdict(KeyDigits, atLeast(p.Digits, "Ha almeno %d cifra.", "Ha almeno %d cifre."), do)
}

// atLeast says how many in the words for one, or for more.
func atLeast(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf(one, n)
	}
	return fmt.Sprintf(many, n)
}

// user: «differs from the user-ID» of rule 3. A user-ID inside the password is
// as good as the same one.
func (c candidate) user(id string) Verdict {
	const rule = "È diversa dal codice utente e non lo contiene."
	word := foldWord(id)
	if strings.TrimSpace(id) == "" {
		return Verdict{KeyUser, rule, NotAsked, "Indicate il codice utente, per confrontarla."}
	}
	do := ""
	switch {
	case len(word) >= shortest && holds(c.joined, word), len(word) > 0 && (equals(c.lettered, word) || equals(c.joined, word)),
		slices.Equal(c.folded, fold(strings.TrimSpace(id))):
		do = "Togliete il codice utente: è la prima cosa che si prova."
	}
	return verdict(KeyUser, rule, do)
}

// common: none of the passwords that are tried first.
func (c candidate) common() Verdict {
	do := ""
	if c.isCommon() {
		do = "Sceglietene un’altra: è fra le prime che prova chi vuole entrare."
	}
	return verdict(KeyCommon, "Non è fra le password più comuni.", do)
}

// words: «no common names» of rule 3.
func (c candidate) words(p Profile) Verdict {
	if p.Phrases {
		do := ""
		if c.isAny(c.folded, commonWords()) {
			do = "Aggiungete altre parole che non c’entrano fra loro: una sola, anche con cifre e segni intorno, si indovina."
		}
		return verdict(KeyWords, "Non è una parola comune sola: una frase di più parole va bene.", do)
	}
	do := ""
	if c.holdsAny(c.folded, commonWords()) {
		do = "Togliete la parola comune, anche se è scritta con cifre al posto delle lettere: vanno bene le iniziali di una frase."
	}
	return verdict(KeyWords, "Non contiene parole comuni.", do)
}

// names: «no personal names» of rule 3, those of the office among them.
func (c candidate) names(p Profile, people []*app.Person) Verdict {
	own := wordsOfNames(people)
	if p.Phrases {
		do := ""
		if c.isAny(c.folded, firstNames()) || c.isAny(c.joined, own) {
			do = "Aggiungete parole che non c’entrano: un nome solo, anche con cifre e segni intorno, si indovina."
		}
		return verdict(KeyNames, "Non è un nome di persona solo.", do)
	}
	do := ""
	if c.holdsAny(c.folded, firstNames()) || c.holdsAny(c.joined, own) {
		do = "Togliete il nome di persona, anche se è scritto con cifre al posto delle lettere."
	}
	return verdict(KeyNames, "Non contiene nomi di persona.", do)
}

// person: «nothing traceable to the person» of rule 3.
func (c candidate) person(p *app.Person) Verdict {
	const rule = "Non contiene niente che riporti alla persona: nome, codice fiscale, data di nascita, telefono, e-mail."
	if p == nil {
		return Verdict{KeyPerson, rule, NotAsked, "Indicate chi la usa, per confrontarla con i suoi dati."}
	}
	return verdict(KeyPerson, rule, c.traced(ofPerson(p)))
}

// office: the same of the office.
func (c candidate) office(o *app.Office) Verdict {
	const rule = "Non contiene niente che riporti all’ufficio: denominazione, comune, partita IVA."
	if o == nil || o.Name+o.City+o.VAT+o.TaxCode == "" {
		return Verdict{KeyOffice, rule, NotAsked, "Mancano i dati dell’ufficio, per confrontarla."}
	}
	return verdict(KeyOffice, rule, c.traced(ofOffice(o)))
}

func lettersIn(text []rune) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
