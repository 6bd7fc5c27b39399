package vault

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tutela/app"
	"tutela/app/password"
)

// Least is how many characters a passphrase has at least. Who has a sealed file
// can try as long as they like, so that it is held to what NIST SP 800-63B-4 asks
// of a password that is the only factor.
const Least = 15

// fewest is how many different characters it has at least.
const fewest = 6

// Check says in an *app.Refusal what is wrong with a new passphrase: too short, a
// word or a name alone, one of those tried first. nil is a good one.
func Check(passphrase string) error {
	var wrong []string
	switch n := utf8.RuneCountInString(norm.NFC.String(passphrase)); {
	case !utf8.ValidString(passphrase) || strings.ContainsFunc(passphrase, unicode.IsControl):
		return &app.Refusal{What: "La frase segreta contiene caratteri che non si scrivono con la tastiera.", Do: "Usate lettere, cifre, segni e spazi, su una riga sola."}
	case n == 0:
		return &app.Refusal{What: "Manca la frase segreta.", Do: "Scrivete quattro o cinque parole che non c’entrano fra loro."}
	case n > password.Most:
		return &app.Refusal{What: "La frase segreta è troppo lunga.", Do: "Accorciatela."}
	}
	if strings.TrimSpace(passphrase) != passphrase {
		wrong = append(wrong, "Togliete gli spazi dal principio e dalla fine, dove non si vedono.")
	}
	if different(passphrase) < fewest {
		wrong = append(wrong, "Usate più caratteri diversi fra loro.")
	}
	// The rules of today, whatever the office asks of its passwords: those ask for
	// digits, and change with the house rules.
	for _, v := range password.Judge(passphrase, password.About{Profile: password.Modern}) {
		if v.State == password.Failed {
			wrong = append(wrong, v.Do)
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return &app.Refusal{What: "La frase segreta è troppo debole.", Do: strings.Join(wrong, " ")}
}

func different(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}
