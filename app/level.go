package app

import (
	"fmt"

	"tutela/app/form"
	"tutela/app/risk"
)

// levelOn is the level of two values on a matrix, 0 while one is not known or is
// none of the matrix.
func levelOn(m risk.Matrix, probability, consequence form.Int) risk.Level {
	if !probability.Valid || !consequence.Valid {
		return 0
	}
	level, err := m.Level(int(probability.N), int(consequence.N))
	if err != nil {
		return 0
	}
	return level
}

// levelWordsOn are a level and how it came about: "Rilevante (Probabile × Limitate
// = 9)"; "" while it is not known.
func levelWordsOn(m risk.Matrix, probability, consequence form.Int) string {
	word := m.Word(levelOn(m, probability, consequence))
	if word == "" {
		return ""
	}
	product, _ := m.Product(int(probability.N), int(consequence.N)) // in range: its level is known
	return fmt.Sprintf("%s (%s × %s = %d)", word, m.Probability[probability.N-1], m.Consequence[consequence.N-1], product)
}
