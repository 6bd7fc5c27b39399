package taxcode

import "strings"

// NormalizeVAT gives the partita IVA as it is kept: eleven digits, without
// spaces and without the country letters IT.
func NormalizeVAT(number string) string {
	return strings.TrimPrefix(Normalize(number), "IT")
}

// CheckVAT checks a partita IVA: eleven digits, with or without IT before them.
// The digits of the province office are not looked at: valid numbers exist
// outside the published ranges.
func CheckVAT(number string) error {
	return checkEleven("La partita IVA", NormalizeVAT(number))
}

// CheckCompany checks the codice fiscale of a company or body: eleven digits.
func CheckCompany(code string) error {
	return checkEleven("Il codice fiscale di società ed enti", Normalize(code))
}

// Check checks a codice fiscale of either kind: sixteen characters of a person,
// or eleven digits of a company or body.
func Check(code string) error {
	if n := Normalize(code); len(n) <= 11 && digits(n) {
		return CheckCompany(n)
	}
	_, err := CheckPerson(code)
	return err
}

func checkEleven(what, number string) error {
	switch n := len([]rune(number)); {
	case n == 0:
		return sentence("%s manca: servono 11 cifre.", what)
	case !digits(number):
		return sentence("%s ha solo cifre: ne servono 11, senza lettere né segni.", what)
	case n == 1:
		return sentence("%s ha una sola cifra: ne servono 11.", what)
	case n != 11:
		return sentence("%s ha %d cifre: ne servono 11.", what, n)
	case strings.Trim(number, "0") == "":
		return sentence("%s non può essere di soli zeri: servono le 11 cifre vere.", what)
	}
	sum := 0
	for i := range 10 {
		d := int(number[i] - '0')
		if i%2 == 1 { // even place, counting from one: doubled, its digits added up
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	if int(number[10]-'0') != (10-sum%10)%10 {
		return sentence("L'ultima cifra non torna: ricontrollate le 11 cifre sul certificato di attribuzione o sulla visura.")
	}
	return nil
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
