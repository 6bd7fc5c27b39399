// Package risk holds the house method for weighing a processing activity
// (art. 32(2) GDPR): the two matrices, the four levels, the six dangers and the
// five risks that they bring. It is an internal method of the office, not law.
//
// Everything is a table or a function of its arguments: no I/O, no state.
package risk

// Level is how high a risk is, from Acceptable to High. It is never typed: it
// follows from probability and consequence. The zero value is not yet assessed.
type Level int

// The levels, lowest first.
const (
	Acceptable Level = iota + 1
	MediumLow
	Relevant
	High
)

var levels = [...]struct{ word, short, old, advice string }{
	{},
	{
		"Accettabile", "Accett.", "lieve",
		"Il rischio è accettabile: non serve altro.",
	},
	{
		"Medio-basso", "Medio-b.", "medio",
		"Il rischio è contenuto: mantenete le misure in essere.",
	},
	{
		"Rilevante", "Rilev.", "grave",
		"Il rischio è rilevante: annotate quali altre misure adottare ed entro quale data.",
	},
	{
		"Alto", "Alto", "gravissimo",
		"Il rischio è alto: è probabile che serva la valutazione d’impatto (art. 35 GDPR). Fate l’esame preliminare.",
	},
}

// Levels gives the four levels, lowest first.
func Levels() []Level { return []Level{Acceptable, MediumLow, Relevant, High} }

// Valid says that the level is one of the four.
func (l Level) Valid() bool { return l >= Acceptable && l <= High }

// Word is the level as it is printed: «Medio-basso»; "" if not assessed.
func (l Level) Word() string {
	if !l.Valid() {
		return ""
	}
	return levels[l].word
}

// Short is the word cut to fit a cell of the matrix: «Medio-b.».
func (l Level) Short() string {
	if !l.Valid() {
		return ""
	}
	return levels[l].short
}

// Old is the name that the security document of 2011 gave the level, printed
// beside it there: lieve, medio, grave, gravissimo.
func (l Level) Old() string {
	if !l.Valid() {
		return ""
	}
	return levels[l].old
}

// Advice is one sentence on what the level asks of the office.
func (l Level) Advice() string {
	if !l.Valid() {
		return ""
	}
	return levels[l].advice
}

// NeedsNote says that the level wants a note on further measures, and a date.
func (l Level) NeedsNote() bool { return l == Relevant || l == High }

// NeedsDPIA says whether the level alone makes an impact assessment likely owed
// (art. 35 GDPR). The higher of the risk before and after the measures counts;
// a level not yet assessed counts for nothing.
func NeedsDPIA(before, after Level) bool { return max(before, after) == High }

// NeedsConsultation says whether the risk left after the measures leads to the
// prior consultation of the Garante (art. 36 GDPR).
func NeedsConsultation(after Level) bool { return after == High }
