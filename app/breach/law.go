package breach

import "slices"

// Reading is what the answers say by the measure of the law rather than by their
// sum: whether a risk is more than unlikely (art. 33(1) GDPR) and whether it is
// high (art. 34(1)). It is a working convention after the cases of EDPB Guidelines
// 01/2021: a hint for who decides, never printed as the law's answer.
type Reading struct{ Notify, Tell bool }

// Law reads the answers; those not given count as the lesser evil.
func Law(a Answers) Reading {
	level := func(n int) int { p, _ := a.Points(n); return p }
	serious := a.Yes(ItemSerious)
	seen := level(1)
	if a.Yes(ItemEncrypted) { // who has them cannot read them
		seen = 1
	}
	exposed := seen >= 3 && a.Yes(ItemIdentified)
	missing, altered := level(2) >= 3, level(3) >= 3
	var r Reading
	r.Notify = exposed || missing || altered || serious && (seen >= 2 || level(3) >= 2)
	r.Tell = r.Notify && (serious || exposed && len(a.Delicate()) > 0)
	return r
}

// delicate are the items that point at art. 34 whatever the class (spec 2.2).
var delicate = []int{ItemHealth, ItemJudicial, ItemMinors}

// Delicate gives the numbers of the items answered Sì that point at art. 34.
func (a Answers) Delicate() (out []int) {
	for _, n := range delicate {
		if a.Yes(n) {
			out = append(out, n)
		}
	}
	return out
}

// Difference is where the class and another measure of the same breach part.
type Difference struct {
	Key  string
	Text string // a sentence: what differs and what to do
	Law  string
}

// Differences tells where the class asks for less or more than the law's reading
// of the answers, or than ENISA's severity where that is known. Nothing is told
// before the class is.
func Differences(a Answers, s Severity) (out []Difference) {
	class := a.Class()
	if class == 0 {
		return nil
	}
	law, asks := Law(a), class.Band().Asks
	notifies, tells := slices.Contains(asks, S4), slices.Contains(asks, S5)
	add := func(when bool, key, text, article string) {
		if when {
			out = append(out, Difference{key, text, article})
		}
	}
	add(law.Notify && !notifies, "notify-more",
		"La classe non chiede la notifica, ma le risposte parlano di un rischio per le persone: si notifica, o si scrive perché il rischio è improbabile.", "art. 33(1) GDPR")
	add(!law.Notify && notifies, "notify-less",
		"La classe chiede la notifica, ma dalle risposte il rischio può essere improbabile: se decidete di non notificare, scrivete perché.", "art. 33(1) GDPR")
	add(law.Tell && !tells, "tell-more",
		"La classe non chiede di avvisare gli interessati, ma le risposte parlano di un rischio elevato: avvisateli, o scrivete perché no.", "art. 34(1) GDPR")
	add(!law.Tell && tells, "tell-less",
		"La classe chiede di avvisare gli interessati, ma le risposte non parlano di un rischio elevato: se vale un caso dell’art. 34(3), scrivetelo.", "art. 34(3) GDPR")
	band := s.Band()
	add(band >= SeverityMedium && !notifies, "severity-notify",
		"Secondo ENISA la gravità è almeno media, e la classe non chiede la notifica: il secondo parere va letto prima di decidere.", "art. 33(1) GDPR")
	add(band >= SeverityHigh && !tells, "severity-tell",
		"Secondo ENISA la gravità è alta, e la classe non chiede di avvisare gli interessati: il secondo parere va letto prima di decidere.", "art. 34(1) GDPR")
	return out
}
