package matrixview

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
	"tutela/ui/formview"
	"tutela/ui/kit"
)

// shown is a treatment with its two matrices in a window.
type shown struct {
	ed            *form.Editor
	after, before *view
	changes       int
	today         string
}

func open(t *testing.T, matrix string) *shown {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&kit.Theme{Scale: 1})
	s := &shown{ed: form.NewEditor(app.TreatmentForm.Type(), &app.Treatment{Matrix: matrix}), today: matrix}
	record := func() *app.Treatment { return s.ed.Rec.(*app.Treatment) }
	find := func(id string) risk.Matrix {
		m, ok := risk.Find(id)
		if !ok {
			t.Fatal("no matrix ", id)
		}
		return m
	}
	var parts []formview.Part
	changed := func() {
		s.changes++
		for _, p := range parts {
			p.Sync()
		}
	}
	add := func(cfg Config) *view {
		cfg.Matrix = func() risk.Matrix { return record().RiskMatrix() }
		v := newView(s.ed, cfg, changed)
		parts = append(parts, v.part())
		return v
	}
	s.after = add(Config{Probability: "probability", Consequence: "consequence", Level: "level",
		Today: func() risk.Matrix { return find(s.today) },
		Redo: func() {
			record().Matrix = s.today
			record().Probability, record().Consequence = form.Int{}, form.Int{}
			changed()
		}})
	s.before = add(Config{Probability: "before_probability", Consequence: "before_consequence", Folded: true})
	s.before.open = true
	win := test.NewTempWindow(t, kit.Column(kit.GapField, s.after.object, s.before.object))
	win.Resize(fyne.NewSize(700, 900))
	changed()
	s.changes = 0
	return s
}

// matrices gives each of the two assessments of each matrix.
func matrices(t *testing.T, try func(t *testing.T, s *shown, v *view, m risk.Matrix, values func() (p, c form.Int, l risk.Level))) {
	for _, m := range risk.Matrices() {
		for _, part := range []string{"after", "before"} {
			t.Run(m.ID+" "+part, func(t *testing.T) {
				s := open(t, m.ID)
				rec := s.ed.Rec.(*app.Treatment)
				if part == "after" {
					try(t, s, s.after, m, func() (form.Int, form.Int, risk.Level) { return rec.Probability, rec.Consequence, rec.Level() })
					return
				}
				try(t, s, s.before, m, func() (form.Int, form.Int, risk.Level) {
					return rec.BeforeProbability, rec.BeforeConsequence, rec.LevelBefore()
				})
			})
		}
	}
}

// agree fails where record, map and lists do not say the same cell.
func agree(t *testing.T, v *view, m risk.Matrix, p, c int, values func() (form.Int, form.Int, risk.Level)) {
	t.Helper()
	gotP, gotC, level := values()
	want, err := m.Level(p, c)
	if err != nil {
		t.Fatal(err)
	}
	if gotP != form.Number(int64(p)) || gotC != form.Number(int64(c)) || level != want {
		t.Errorf("%d × %d: the record has %v × %v, level %v, want %v", p, c, gotP, gotC, level, want)
	}
	if row, col := v.heat.Chosen(); row != len(m.Probability)-p || col != c-1 {
		t.Errorf("%d × %d: the map marks row %d, column %d", p, c, row, col)
	}
	if v.probability.Value() != fmt.Sprint(p) || v.consequence.Value() != fmt.Sprint(c) {
		t.Errorf("%d × %d: the lists say %s and %s", p, c, v.probability.Value(), v.consequence.Value())
	}
}

// TestEveryProductByClick presses each cell of each matrix, wherever it is drawn.
func TestEveryProductByClick(t *testing.T) {
	matrices(t, func(t *testing.T, _ *shown, v *view, m risk.Matrix, values func() (form.Int, form.Int, risk.Level)) {
		n := len(m.Probability)
		seen := map[[2]int]bool{}
		for y := float32(3); y < v.heat.Size().Height; y += 9 {
			for x := float32(3); x < v.heat.Size().Width; x += 21 {
				v.heat.Clear()
				test.TapAt(v.heat, fyne.NewPos(x, y))
				row, col := v.heat.Chosen()
				if row < 0 {
					continue
				}
				seen[[2]int{row, col}] = true
				agree(t, v, m, n-row, col+1, values)
			}
		}
		if len(seen) != n*n {
			t.Errorf("%d cells of %d can be pressed", len(seen), n*n)
		}
	})
}

// TestEveryProductByArrows goes from cell to cell, row by row, and chooses each
// with Space.
func TestEveryProductByArrows(t *testing.T) {
	matrices(t, func(t *testing.T, s *shown, v *view, m risk.Matrix, values func() (form.Int, form.Int, risk.Level)) {
		n := len(m.Probability)
		press := func(keys ...fyne.KeyName) {
			for _, k := range keys {
				v.heat.TypedKey(&fyne.KeyEvent{Name: k})
			}
		}
		v.heat.FocusGained()
		for range n {
			press(fyne.KeyDown, fyne.KeyLeft) // to the corner of the lowest
		}
		for p := 1; p <= n; p++ {
			for c := 1; c <= n; c++ {
				before := s.changes
				press(fyne.KeySpace)
				agree(t, v, m, p, c, values)
				if s.changes != before+1 {
					t.Errorf("%d × %d: told %d times", p, c, s.changes-before)
				}
				press(fyne.KeyRight)
			}
			for range n {
				press(fyne.KeyLeft)
			}
			press(fyne.KeyUp)
		}
	})
}

// TestEveryProductByLists chooses each value in the drop-down lists.
func TestEveryProductByLists(t *testing.T) {
	matrices(t, func(t *testing.T, _ *shown, v *view, m risk.Matrix, values func() (form.Int, form.Int, risk.Level)) {
		for p := 1; p <= len(m.Probability); p++ {
			for c := 1; c <= len(m.Consequence); c++ {
				v.probability.OnChanged(fmt.Sprint(p))
				v.consequence.OnChanged(fmt.Sprint(c))
				agree(t, v, m, p, c, values)
			}
		}
	})
}

// TestBeforeCanBeTakenBack: the assessment without the measures is optional.
func TestBeforeCanBeTakenBack(t *testing.T) {
	s := open(t, "5x5")
	v, rec := s.before, s.ed.Rec.(*app.Treatment)
	if v.level.Visible() || v.clear.Visible() {
		t.Error("without a choice there is something to take back")
	}
	v.probability.OnChanged("4")
	if !v.level.Visible() || v.level.Text() != "Livello senza le misure: scegliete anche l’altro valore" {
		t.Errorf("half chosen it says %q", v.level.Text())
	}
	v.consequence.OnChanged("5")
	if v.level.Text() != "Livello senza le misure: Alto (4 × 5 = 20)" || rec.LevelBefore() != risk.High || rec.Level() != 0 {
		t.Errorf("it says %q; levels %v, %v", v.level.Text(), rec.LevelBefore(), rec.Level())
	}
	test.Tap(v.clear)
	if rec.BeforeProbability.Valid || rec.BeforeConsequence.Valid || v.clear.Visible() {
		t.Error("it is not taken back")
	}
	if row, _ := v.heat.Chosen(); row >= 0 {
		t.Error("the map still marks a cell")
	}
	test.Tap(v.unfold)
	if v.heat.Visible() {
		t.Error("the map cannot be folded")
	}
}

// TestMatrixOfToday: another matrix of the office leaves the assessment, and says
// so; done again, both maps are of the new one.
func TestMatrixOfToday(t *testing.T) {
	s := open(t, "5x5")
	rec := s.ed.Rec.(*app.Treatment)
	s.after.set(5, 5)
	if s.after.other.Visible() {
		t.Error("the same matrix is called another")
	}
	s.today = "4x4"
	s.after.sync()
	if !s.after.other.Visible() || rec.Level() != risk.High || s.after.otherText.Text() != "Matrice di questa scheda: 5 × 5. Quella che l’ufficio usa oggi: 4 × 4." {
		t.Errorf("it says %q, level %v", s.after.otherText.Text(), rec.Level())
	}
	s.after.cfg.Redo()
	if s.after.other.Visible() || s.after.matrix.ID != "4x4" || s.before.matrix.ID != "4x4" {
		t.Error("the maps are still of the old matrix")
	}
	s.after.set(4, 2)
	if rec.Level() != risk.Relevant || rec.RiskMatrix().Word(rec.Level()) != "Medio-alto" {
		t.Errorf("level %v", rec.Level())
	}
}
