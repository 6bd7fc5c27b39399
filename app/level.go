package app

import (
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
