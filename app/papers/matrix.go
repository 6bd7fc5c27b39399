package papers

import (
	"fmt"

	"tutela/app"
	"tutela/app/doc"
)

// matrix draws the risk matrix with the chosen cell framed (spec 1.2).
func (w *writer) matrix(t *app.Treatment) doc.Block {
	const cellW, cellH, left, gap = 68.0, 26.0, 92.0, 2.0
	m := t.RiskMatrix()
	rows, cols := len(m.Probability), len(m.Consequence)
	p := doc.Picture{Width: left + float64(cols)*(cellW+gap), Height: float64(rows)*(cellH+gap) + 16}
	text := func(x, y, w, h float64, s string, bold bool, align doc.Align) {
		p.Shapes = append(p.Shapes, doc.Shape{X: x, Y: y, W: w, H: h, Text: s, Bold: bold, Align: align})
	}
	for r := rows; r >= 1; r-- {
		y := float64(rows-r) * (cellH + gap)
		chosenRow := t.Probability.Valid && int(t.Probability.N) == r
		text(0, y, left-6, cellH, m.Probability[r-1], chosenRow, doc.Right)
		for c := 1; c <= cols; c++ {
			level, _ := m.Level(r, c) // rows and columns of the matrix itself: never out of range
			product, _ := m.Product(r, c)
			s := doc.Shape{
				X: left + float64(c-1)*(cellW+gap), Y: y, W: cellW, H: cellH, Fill: doc.Level1 + doc.Tint(level-1),
				Text: fmt.Sprintf("%d\n%s", product, m.Short(level)), Size: 7.5,
			}
			if chosenRow && t.Consequence.Valid && int(t.Consequence.N) == c {
				s.Frame, s.Bold = 2, true
				s.Text = fmt.Sprintf("✓ %d\n%s", product, m.Short(level))
			}
			p.Shapes = append(p.Shapes, s)
		}
	}
	y := float64(rows) * (cellH + gap)
	for c := 1; c <= cols; c++ {
		text(left+float64(c-1)*(cellW+gap), y, cellW, 14, m.Consequence[c-1], t.Consequence.Valid && int(t.Consequence.N) == c, doc.Center)
	}
	text(0, y, left-6, 14, "Probabilità ↑  Conseguenze →", false, doc.Right)
	p.Alt = matrixWords(t)
	return p
}

func matrixWords(t *app.Treatment) string {
	m, level := t.RiskMatrix(), t.Level()
	if level == 0 {
		return "Livello di rischio: da valutare"
	}
	pr, co := int(t.Probability.N), int(t.Consequence.N)
	product, _ := m.Product(pr, co) // a level is known only where both are in range
	words := fmt.Sprintf("Livello di rischio: %s (%s × %s = %d)", m.Word(level), m.Probability[pr-1], m.Consequence[co-1], product)
	if before := t.LevelBefore(); before > 0 {
		words += ", senza le misure " + m.Word(before)
	}
	return words
}
