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
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Config says what of a record is assessed.
type Config struct {
	// Probability, Consequence and Level are the keys of the fields that the matrix
	// stands for; Level is "" where the record has none.
	Probability, Consequence, Level string
	// Matrix is the one that the assessment is kept with. It may become another.
	Matrix func() risk.Matrix
	// Today is the matrix that the office uses now, and Redo starts the assessment
	// again with it; nil where that is offered elsewhere.
	Today func() risk.Matrix
	Redo  func()
	// Plain says nothing of what a level calls for, where the record goes on to it.
	Plain bool
	// Next leads on where the level is Alto, in these words; "" nowhere.
	Next   string
	OnNext func()
	// Folded is an assessment that may be left out: the map is drawn when it is
	// asked for, and what was chosen can be taken back.
	Folded bool
}

// New draws the fields as a matrix.
func New(ed *form.Editor, cfg Config, changed func()) formview.Part {
	return newView(ed, cfg, changed).part()
}

func newView(ed *form.Editor, cfg Config, changed func()) *view {
	v := &view{ed: ed, cfg: cfg, changed: changed, p: ed.Type.Field(cfg.Probability), c: ed.Type.Field(cfg.Consequence), object: kit.Column(kit.GapField)}
	v.build()
	return v
}

func (v *view) part() formview.Part {
	keys := []string{v.cfg.Probability, v.cfg.Consequence}
	if v.cfg.Level != "" {
		keys = append(keys, v.cfg.Level)
	}
	return formview.Part{Object: v.object, Keys: keys, Sync: v.sync, Tell: v.tell, Focus: func() { kit.FocusOn(v.probability) }}
}

type view struct {
	ed      *form.Editor
	cfg     Config
	matrix  risk.Matrix // of what is drawn
	changed func()
	p, c    *form.Field
	open    bool // the map of a folded one is shown

	object                   *fyne.Container
	heat                     *kit.HeatMap
	probability, consequence *kit.Select
	rowP, rowC               *kit.Field
	level, product           *kit.Line
	advice                   *kit.Text
	next                     *kit.Link // where the level is Alto
	unfold, clear            *kit.Link
	other                    fyne.CanvasObject // says that the office has another matrix
	otherText                *kit.Text
}

// build draws the matrix that the assessment has now.
func (v *view) build() {
	v.matrix = v.cfg.Matrix()
	v.heat = v.newHeat()
	v.probability, v.consequence = kit.NewSelect(options(v.matrix.Probability)), kit.NewSelect(options(v.matrix.Consequence))
	v.probability.Optional, v.consequence.Optional = v.cfg.Folded, v.cfg.Folded
	v.probability.OnChanged = func(s string) { v.setText(v.p, s) }
	v.consequence.OnChanged = func(s string) { v.setText(v.c, s) }
	t := v.ed.Type
	v.rowP, v.rowC = kit.NewField(formwords.Label(t, v.p), v.probability), kit.NewField(formwords.Label(t, v.c), v.consequence)
	v.rowP.SetHelp(formwords.Help(t, v.p))
	v.rowC.SetHelp(formwords.Help(t, v.c))
	v.product = kit.NewLine("")
	v.advice = kit.NewHelp("")
	v.next = kit.NewLink(v.cfg.Next, kit.IconArrowRight, v.cfg.OnNext)
	lists := kit.Reflow(v.rowP, v.rowC)
	if v.cfg.Folded {
		v.level = kit.NewStyledLine("", theme.SizeNameText, theme.ColorNameForeground, true)
		v.unfold = kit.NewLink("", kit.IconTable, v.toggle)
		v.clear = kit.NewLink(words.T("Togli questa valutazione"), kit.IconClose, v.empty)
		v.object.Objects = []fyne.CanvasObject{lists, kit.Column(kit.GapTight, v.level, kit.Flow(kit.GapField, v.unfold, v.clear)), v.heat}
	} else {
		v.level = kit.NewStyledLine("", theme.SizeNameHeadingText, theme.ColorNameForeground, true)
		v.object.Objects = []fyne.CanvasObject{lists, v.heat, kit.Column(kit.GapTight, kit.NewHelp(v.levelLabel()), v.level, v.product, v.advice, kit.Flow(0, v.next))}
	}
	v.other = nil
	if v.cfg.Today != nil {
		v.otherText = kit.NewText("")
		v.other = kit.Tinted(kit.ToneNeutral, kit.Column(kit.GapTight, v.otherText,
			kit.Flow(0, kit.NewLink(words.T("Rifai con la matrice di oggi"), kit.IconUndo, v.cfg.Redo))))
		v.object.Objects = append([]fyne.CanvasObject{v.other}, v.object.Objects...)
	}
	v.object.Refresh()
}

func (v *view) levelLabel() string {
	if f := v.ed.Type.Field(v.cfg.Level); f != nil {
		return formwords.Label(v.ed.Type, f)
	}
	return words.T("Livello di rischio")
}

func (v *view) newHeat() *kit.HeatMap {
	m := v.matrix
	n := len(m.Probability)
	rows := make([]string, n)
	for i := range rows {
		rows[i] = words.Sentence(m.Probability[n-1-i])
	}
	columns := make([]string, len(m.Consequence))
	for i, c := range m.Consequence {
		columns[i] = words.Sentence(c)
	}
	heat := kit.NewHeatMap(columns, rows, func(row, col int) (int, string, int) {
		product, _ := m.Product(n-row, col+1) // the map asks only for its own cells
		level, _ := m.Level(n-row, col+1)
		return product, words.Sentence(m.Short(level)), int(level)
	})
	heat.SetAxes(words.T("Probabilità ↑"), words.T("Conseguenze →"))
	heat.OnChosen = func(row, col int) { v.set(n-row, col+1) }
	return heat
}

func options(scale []string) []kit.Option {
	out := make([]kit.Option, len(scale))
	for i, w := range scale {
		out[i] = kit.Option{Value: strconv.Itoa(i + 1), Label: fmt.Sprintf("%d – %s", i+1, words.Sentence(w))}
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

// empty takes a folded assessment back.
func (v *view) empty() {
	v.ed.Set(v.p, nil)
	v.ed.Set(v.c, nil)
	kit.FocusOn(v.probability) // the link goes
	v.changed()
}

func (v *view) toggle() {
	v.open = !v.open
	v.sync()
	v.object.Refresh()
}

// sync shows what the editor holds.
func (v *view) sync() {
	if v.cfg.Matrix().ID != v.matrix.ID {
		v.build()
	}
	v.probability.SetValue(v.ed.Text(v.p))
	v.consequence.SetValue(v.ed.Text(v.c))
	p, pSet := v.p.Value(v.ed.Rec).(int64)
	c, cSet := v.c.Value(v.ed.Rec).(int64)
	level, err := v.matrix.Level(int(p), int(c))
	known := pSet && cSet && err == nil
	if known {
		v.heat.Choose(len(v.matrix.Probability)-int(p), int(c)-1)
	} else {
		v.heat.Clear()
	}
	v.syncOther()
	if v.cfg.Folded {
		v.syncFolded(pSet || cSet)
	}
	show(v.next, known && v.cfg.Next != "" && risk.NeedsDPIA(level, level))
	switch {
	case known:
		product, _ := v.matrix.Product(int(p), int(c)) // in range: its level is known
		sum := fmt.Sprintf("%d × %d = %d", p, c, product)
		word := words.Sentence(v.matrix.Word(level))
		if v.cfg.Folded {
			word = words.F("Livello senza le misure: %s (%s)", word, sum)
		}
		v.level.SetText(word)
		v.product.SetText(sum)
		v.advice.SetText("")
		if !v.cfg.Plain {
			v.advice.SetText(words.Sentence(level.Advice()))
		}
	case v.cfg.Folded:
		v.level.SetText("")
		if pSet || cSet {
			v.level.SetText(words.T("Livello senza le misure: scegliete anche l’altro valore"))
		}
	default:
		v.level.SetText(words.T("da valutare"))
		v.product.SetText("")
		v.advice.SetText(words.T("Scegliete una casella della tabella, o i due valori qui sopra."))
	}
}

// syncFolded shows the map where it was asked for.
func (v *view) syncFolded(chosen bool) {
	show(v.level, chosen)
	show(v.clear, chosen)
	show(v.heat, v.open)
	v.unfold.SetText(words.T("Mostra la mappa"))
	if v.open {
		v.unfold.SetText(words.T("Nascondi la mappa"))
	}
}

// syncOther says where the office has another matrix now.
func (v *view) syncOther() {
	if v.other == nil {
		return
	}
	today := v.cfg.Today()
	show(v.other, today.ID != v.matrix.ID)
	if today.ID != v.matrix.ID {
		v.otherText.SetText(words.F("Matrice di questa scheda: %s. Quella che l’ufficio usa oggi: %s.", scale(v.matrix), scale(today)))
	}
}

// tell says beside the lists what is missing, wrong and found.
func (v *view) tell(key string, missing bool, wrong string, doubts []fyne.CanvasObject) {
	row := v.rowP
	switch key {
	case v.cfg.Probability:
	case v.cfg.Consequence:
		row = v.rowC
	default:
		return
	}
	row.SetMissing(missing)
	if row.Error() != wrong {
		row.SetError(wrong)
	}
	row.SetFindings(doubts...)
}

// scale names a matrix by its measures.
func scale(m risk.Matrix) string {
	return fmt.Sprintf("%d × %d", len(m.Probability), len(m.Consequence))
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
