package papers

import "tutela/app"

// restoreDays is the term of the office for data, or for a machine.
func restoreDays(h app.House, machine bool) string {
	if machine {
		return h.Amount(20, app.UnitDays)
	}
	return h.Amount(11, app.UnitDays)
}

// restoreTerm is both terms in one breath.
func restoreTerm(h app.House) string {
	data, machine := restoreDays(h, false), restoreDays(h, true)
	if data == machine {
		return data
	}
	return data + " (i dati) e " + machine + " (gli apparecchi)"
}

// passwordMix is rule 2 as a sentence.
func passwordMix(h app.House) string {
	if !h.Holds(2) {
		return "Può essere una frase di più parole: nessuno chiede cifre o segni."
	}
	return "Mescola lettere e cifre: almeno " + mixed(h) + "."
}

// mixed is how many of each.
func mixed(h app.House) string {
	return h.Amount(2, app.UnitLetters) + " e " + h.Amount(2, app.UnitDigits)
}

// letterRules are the house rules that letters of appointment name.
func letterRules(h app.House) []string {
	mix := "può essere una frase di più parole, senza obbligo di cifre o segni"
	if h.Holds(2) {
		mix = "contiene almeno " + mixed(h)
	}
	change := "al primo uso"
	switch usual, special := h.PasswordMonths(false), h.PasswordMonths(true); {
	case special == 0:
		change += ", e subito se qualcuno può averla scoperta"
	case usual == 0:
		change += " e, per chi lavora su dati particolari o giudiziari, ogni " + itoa(special) + " mesi"
	case usual == special:
		change += " e poi ogni " + itoa(usual) + " mesi"
	default:
		change += " e poi ogni " + itoa(usual) + " mesi, o ogni " + itoa(special) + " per chi lavora su dati particolari o giudiziari"
	}
	return []string{
		"{ripristino}", restoreTerm(h), "{antivirus}", h.Amount(12, app.UnitMonths), "{programmi}", itoa(h.Patch(false)),
		"{particolari}", itoa(h.Patch(true)), "{disuso}", h.Amount(6, app.UnitMonths), "{caratteri}", itoa(h.PasswordLength()),
		"{mescola}", mix, "{cambio}", change,
	}
}
