package papers

import (
	"fmt"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/risk"
)

// matrices draws the risk with the measures in being and, where it was given, the
// one without them, each on the matrix that it was assessed with.
func (w *writer) matrices(t *app.Treatment) []doc.Block {
	after := matrixPicture(t.RiskMatrix(), t.Probability, t.Consequence)
	after.Alt = matrixWords("Livello di rischio", t.RiskMatrix(), t.Probability, t.Consequence)
	if t.LevelBefore() == 0 {
		return []doc.Block{after}
	}
	before := matrixPicture(t.RiskMatrix(), t.BeforeProbability, t.BeforeConsequence)
	before.Alt = matrixWords("Livello di rischio senza le misure", t.RiskMatrix(), t.BeforeProbability, t.BeforeConsequence)
	return []doc.Block{
		doc.Heading{Level: 3, Text: "Con le misure in essere"}, after,
		doc.Heading{Level: 3, Text: "Senza le misure"}, before,
	}
}

// matrix draws the risk with the measures in being, and says the level without
// them where it is known.
func (w *writer) matrix(t *app.Treatment) doc.Block {
	p := matrixPicture(t.RiskMatrix(), t.Probability, t.Consequence)
	p.Alt = matrixWords("Livello di rischio", t.RiskMatrix(), t.Probability, t.Consequence)
	if before := t.LevelBefore(); before > 0 {
		p.Alt += ", senza le misure " + t.RiskMatrix().Word(before)
	}
	return p
}

// matrixPicture draws a matrix with the chosen cell framed (spec 1.2).
func matrixPicture(m risk.Matrix, probability, consequence form.Int) doc.Picture {
	const cellW, cellH, left, gap = 68.0, 26.0, 92.0, 2.0
	rows, cols := len(m.Probability), len(m.Consequence)
	p := doc.Picture{Width: left + float64(cols)*(cellW+gap), Height: float64(rows)*(cellH+gap) + 16}
	text := func(x, y, w, h float64, s string, bold bool, align doc.Align) {
		p.Shapes = append(p.Shapes, doc.Shape{X: x, Y: y, W: w, H: h, Text: s, Bold: bold, Align: align})
	}
	for r := rows; r >= 1; r-- {
		y := float64(rows-r) * (cellH + gap)
		chosenRow := probability.Valid && int(probability.N) == r
		text(0, y, left-6, cellH, m.Probability[r-1], chosenRow, doc.Right)
		for c := 1; c <= cols; c++ {
			level, _ := m.Level(r, c) // rows and columns of the matrix itself: never out of range
			product, _ := m.Product(r, c)
			s := doc.Shape{
				X: left + float64(c-1)*(cellW+gap), Y: y, W: cellW, H: cellH, Fill: doc.Level1 + doc.Tint(level-1),
				Text: fmt.Sprintf("%d\n%s", product, m.Short(level)), Size: 7.5,
			}
			if chosenRow && consequence.Valid && int(consequence.N) == c {
				s.Frame, s.Bold = 2, true
				s.Text = fmt.Sprintf("✓ %d\n%s", product, m.Short(level))
			}
			p.Shapes = append(p.Shapes, s)
		}
	}
	y := float64(rows) * (cellH + gap)
	for c := 1; c <= cols; c++ {
		text(left+float64(c-1)*(cellW+gap), y, cellW, 14, m.Consequence[c-1], consequence.Valid && int(consequence.N) == c, doc.Center)
	}
	text(0, y, left-6, 14, "Probabilità ↑  Conseguenze →", false, doc.Right)
	return p
}

func matrixWords(what string, m risk.Matrix, probability, consequence form.Int) string {
	level, err := m.Level(int(probability.N), int(consequence.N))
	if !probability.Valid || !consequence.Valid || err != nil {
		return what + ": da valutare"
	}
	product, _ := m.Product(int(probability.N), int(consequence.N)) // in range: its level is known
	return fmt.Sprintf("%s: %s (%s × %s = %d)", what, m.Word(level), m.Probability[probability.N-1], m.Consequence[consequence.N-1], product)
}
