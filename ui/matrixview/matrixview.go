// Package matrixview assesses a risk on the matrix: by clicking in it, with the
// arrows, or with two drop-down lists that say the same.
package matrixview

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app/form"
	"tutela/app/risk"
	"tutela/ui/formview"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Keys name the fields of a record that the matrix sets.
type Keys struct{ Probability, Consequence, Level string }

// New draws the fields as a matrix.
func New(ed *form.Editor, keys Keys, matrix risk.Matrix, changed func()) formview.Part {
	v := &view{ed: ed, matrix: matrix, changed: changed, p: ed.Type.Field(keys.Probability), c: ed.Type.Field(keys.Consequence)}
	v.build()
	return formview.Part{
		Object: v.object, Keys: []string{keys.Probability, keys.Consequence, keys.Level},
		Sync: v.sync, Focus: func() { kit.FocusOn(v.probability) },
	}
}

type view struct {
	ed      *form.Editor
	matrix  risk.Matrix
	changed func()
	p, c    *form.Field

	object                   fyne.CanvasObject
	heat                     *kit.HeatMap
	probability, consequence *kit.Select
	rowP, rowC               *kit.Field
	level, product           *kit.Line
	advice                   *kit.Text
}

func (v *view) build() {
	m := v.matrix
	n := len(m.Probability)
	rows := make([]string, n)
	for i := range rows {
		rows[i] = m.Probability[n-1-i]
	}
	v.heat = kit.NewHeatMap(m.Consequence, rows, func(row, col int) (int, string, int) {
		product, _ := m.Product(n-row, col+1) // the map asks only for its own cells
		level, _ := m.Level(n-row, col+1)
		return product, m.Short(level), int(level)
	})
	v.heat.SetAxes(words.T("Probabilità ↑"), words.T("Conseguenze →"))
	v.heat.OnChosen = func(row, col int) { v.set(n-row, col+1) }
	v.probability, v.consequence = kit.NewSelect(options(m.Probability)), kit.NewSelect(options(m.Consequence))
	v.probability.OnChanged = func(s string) { v.setText(v.p, s) }
	v.consequence.OnChanged = func(s string) { v.setText(v.c, s) }
	v.rowP, v.rowC = kit.NewField(v.p.Label, v.probability), kit.NewField(v.c.Label, v.consequence)
	v.rowP.SetHelp(v.p.Help)
	v.rowC.SetHelp(v.c.Help)
	v.level = kit.NewStyledLine("", theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	v.product = kit.NewLine("")
	v.advice = kit.NewHelp("")
	v.object = kit.Column(kit.GapField, kit.Reflow(v.rowP, v.rowC), v.heat,
		kit.Column(kit.GapTight, kit.NewHelp(words.T("Livello di rischio")), v.level, v.product, v.advice))
}

func options(words []string) []kit.Option {
	out := make([]kit.Option, len(words))
	for i, w := range words {
		out[i] = kit.Option{Value: strconv.Itoa(i + 1), Label: fmt.Sprintf("%d – %s", i+1, w)}
	}
	return out
}

func (v *view) set(p, c int) {
	v.ed.SetText(v.p, strconv.Itoa(p))
	v.ed.SetText(v.c, strconv.Itoa(c))
	v.changed()
}

func (v *view) setText(f *form.Field, s string) {
	v.ed.SetText(f, s)
	v.changed()
}

// sync shows what the editor holds.
func (v *view) sync() {
	v.probability.SetValue(v.ed.Text(v.p))
	v.consequence.SetValue(v.ed.Text(v.c))
	v.rowP.SetMissing(v.p.Empty(v.ed.Rec))
	v.rowC.SetMissing(v.c.Empty(v.ed.Rec))
	p, pSet := v.p.Value(v.ed.Rec).(int64)
	c, cSet := v.c.Value(v.ed.Rec).(int64)
	level, err := v.matrix.Level(int(p), int(c))
	if !pSet || !cSet || err != nil {
		v.heat.Clear()
		v.level.SetText(words.T("da valutare"))
		v.product.SetText("")
		v.advice.SetText(words.T("Scegliete una casella della tabella, o i due valori qui sopra."))
		return
	}
	product, _ := v.matrix.Product(int(p), int(c)) // in range: its level is known
	v.heat.Choose(len(v.matrix.Probability)-int(p), int(c)-1)
	v.level.SetText(v.matrix.Word(level))
	v.product.SetText(fmt.Sprintf("%d × %d = %d", p, c, product))
	v.advice.SetText(level.Advice())
}
