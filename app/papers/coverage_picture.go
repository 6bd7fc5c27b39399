package papers

import (
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/risk"
)

// The words of the cells: on paper without colours they, the frames and the
// strength of the grounds tell the states apart.
var cellWords = map[app.CellState]string{
	app.NoRisk: "–", app.Bare: "SCOPERTA", app.Covered: "coperta", app.NotRelevant: "non pertinente",
}

// cellTint is the ground of a cell. What is bare has the darkest there is: Good
// and Bad are one grey when the paper is printed without colours.
func cellTint(s app.CellState) doc.Tint {
	switch s {
	case app.Bare:
		return doc.Level4
	case app.Covered:
		return doc.Good
	case app.NotRelevant:
		return doc.Head
	}
	return doc.NoTint
}

// coverageOffice is the picture of the whole office: a bare cell says in how many
// treatments it is.
func coverageOffice(sum map[[2]string]app.OfficeCell) doc.Picture {
	look := func(danger, risk string) app.Cell { return sum[[2]string{danger, risk}].Cell }
	p := coveragePicture(32, true, look, func(c app.Cell) string {
		return counted(len(sum[[2]string{c.Danger, c.Risk}].Bare), "in un trattamento", "in %d trattamenti", "")
	})
	p.Alt = "Tutto l’ufficio: " + coverageWords(look) + "."
	return p
}

// coverageTreatment is the small picture of one treatment: four go on a page.
func coverageTreatment(c app.Coverage) doc.Picture {
	p := coveragePicture(13.5, false, c.Cell, func(app.Cell) string { return "" })
	p.Alt = capital(coverageWords(c.Cell)) + "."
	return p
}

// coveragePicture draws the six dangers by the five risks; more is a second line
// for a bare cell. A picture is never parted over two pages, as a table would be.
func coveragePicture(cellH float64, long bool, look func(danger, risk string) app.Cell, more func(app.Cell) string) doc.Picture {
	const cellW, left, gap = 69.0, 128.0, 1.5
	headH := 13.0
	if long {
		headH = 22
	}
	dangers, risks := risk.Dangers(), risk.Risks()
	p := doc.Picture{Width: left + float64(len(risks))*(cellW+gap), Height: headH + float64(len(dangers))*(cellH+gap)}
	for c, r := range risks {
		name, rest, _ := strings.Cut(r.Label, " ")
		if long {
			name += "\n" + rest
		}
		p.Shapes = append(p.Shapes, doc.Shape{X: left + float64(c)*(cellW+gap), W: cellW, H: headH - 1, Text: name, Size: 7.5, Bold: true})
	}
	for row, d := range dangers {
		y := headH + float64(row)*(cellH+gap)
		p.Shapes = append(p.Shapes, doc.Shape{Y: y, W: left - 6, H: cellH, Text: d.Name, Align: doc.Right})
		for c, r := range risks {
			cell := look(d.Slug, r.Slug)
			s := doc.Shape{X: left + float64(c)*(cellW+gap), Y: y, W: cellW, H: cellH, Fill: cellTint(cell.State), Text: cellWords[cell.State], Size: 7.5}
			if cell.State == app.Bare {
				s.Bold, s.Frame = true, 1
				s.Text = strings.Join(nonEmpty(s.Text, more(cell)), "\n")
			}
			p.Shapes = append(p.Shapes, s)
		}
	}
	return p
}

// coverageLegend says what the words and grounds of the pictures mean.
func coverageLegend() doc.Table {
	row := func(s app.CellState, means string) doc.Row {
		return doc.Row{{Paras: [][]doc.Run{doc.T(cellWords[s])}, Tint: cellTint(s), Bold: s == app.Bare}, doc.C(means)}
	}
	return doc.Table{NoHead: true, Columns: []doc.Column{{Width: 2, Align: doc.Center}, {Width: 8}}, Rows: []doc.Row{
		row(app.Covered, "almeno una misura in essere, del trattamento o di tutto l’ufficio, riduce quel rischio"),
		row(app.Bare, "nessuna misura in essere lo riduce; per l’ufficio, basta che accada in un trattamento"),
		row(app.NotRelevant, "l’ufficio ha scritto perché il pericolo non riguarda quei dati"),
		row(app.NoRisk, "quel pericolo di per sé non porta quel rischio"),
	}}
}

// coverageWords says what a picture shows: how many cells are bare, and which.
func coverageWords(look func(danger, risk string) app.Cell) string {
	var n [app.NotRelevant + 1]int
	var bare []string
	for _, d := range risk.Dangers() {
		var names []string
		for _, r := range risk.Risks() {
			c := look(d.Slug, r.Slug)
			n[c.State]++
			if c.State == app.Bare {
				names = append(names, riskWord(r.Slug))
			}
		}
		switch {
		case len(names) == len(d.Risks):
			bare = append(bare, d.Name+" (tutti i rischi)")
		case len(names) > 0:
			bare = append(bare, fmt.Sprintf("%s (%s)", d.Name, strings.Join(names, ", ")))
		}
	}
	words := fmt.Sprintf("%s su %d", counted(n[app.Bare], "una casella scoperta", "%d caselle scoperte", "nessuna casella scoperta"), n[app.Bare]+n[app.Covered]+n[app.NotRelevant])
	words += counted(n[app.NotRelevant], " (una non pertinente)", " (%d non pertinenti)", "")
	if len(bare) > 0 {
		words += ": " + strings.Join(bare, "; ")
	}
	return words
}

// riskWord is the first word of a risk, small: «perdita».
func riskWord(slug string) string {
	r, _ := risk.FindRisk(slug)
	name, _, _ := strings.Cut(r.Label, " ")
	return strings.ToLower(name)
}
