package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func sampleGrid() *StateGrid {
	g := NewStateGrid([]string{"Perdita", "Divulgazione non autorizzata", "Accesso dati non autorizzato"}, []string{"Agenti fisici", "Compromissione informazioni"})
	g.SetCells(func(r, c int) GridCell {
		if c == 2 {
			return GridCell{Spoken: "nessun rischio"}
		}
		return GridCell{Tone: ToneWarn, Icon: IconClose, Number: "2", Word: "schede", Spoken: "scoperta in 2 schede"}
	})
	return g
}

// TestStateGridByArrows: the arrows choose at once and stay inside.
func TestStateGridByArrows(t *testing.T) {
	use(t, Light, 1)
	g := sampleGrid()
	var told [][2]int
	g.OnChosen = func(r, c int) { told = append(told, [2]int{r, c}) }
	show(t, g, 600, 260)
	g.FocusGained()
	press(g, fyne.KeyUp, fyne.KeyLeft)
	if len(told) != 0 {
		t.Errorf("left the grid: %v", told)
	}
	press(g, fyne.KeyDown, fyne.KeyRight, fyne.KeyEnd, fyne.KeyHome)
	if want := [][2]int{{1, 0}, {1, 1}, {1, 2}, {1, 0}}; len(told) != 4 || told[0] != want[0] || told[1] != want[1] || told[2] != want[2] || told[3] != want[3] {
		t.Errorf("chosen %v", told)
	}
	if g.AccessibilityLabel() != "Compromissione informazioni, Perdita: scoperta in 2 schede" {
		t.Errorf("spoken %q", g.AccessibilityLabel())
	}
}

// TestStateGridByMouse presses the middle of each cell, and beside them.
func TestStateGridByMouse(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		use(t, Light, scale)
		g := sampleGrid()
		show(t, g, 900, 500)
		for r := range 2 {
			for c := range 3 {
				x := g.cell(r, c)
				p, s := x.box.Position(), x.box.Size()
				test.TapAt(g, p.AddXY(s.Width/2, s.Height/2))
				if gr, gc := g.Chosen(); gr != r || gc != c {
					t.Fatalf("at %v a click on %d, %d chose %d, %d", scale, r, c, gr, gc)
				}
			}
		}
		test.TapAt(g, fyne.NewPos(1, 1))
		if r, c := g.Chosen(); r != 1 || c != 2 {
			t.Error("a click beside the cells chooses")
		}
	}
}

// TestStateGridNamesAreWhole at its least width, where they break into lines.
func TestStateGridNamesAreWhole(t *testing.T) {
	use(t, Light, 1.5)
	g := sampleGrid()
	show(t, g, g.minSize().Width, 400)
	for _, want := range []string{"Compromissione", "informazioni", "Divulgazione", "autorizzata", "Accesso dati"} {
		found := false
		for _, got := range texts(g) {
			found = found || got == want
		}
		if !found {
			t.Errorf("%q is not written whole: %q", want, texts(g))
		}
	}
}

// TestBeside puts the second beside the first while it keeps its width, else below.
func TestBeside(t *testing.T) {
	use(t, Light, 1)
	g, text := sampleGrid(), NewText("Una frase che ha bisogno di una sua larghezza per essere letta")
	both := Beside(200, g, text)
	show(t, Column(0, both), 1000, 400)
	if text.Position().Y != 0 || text.Position().X <= g.Size().Width {
		t.Errorf("wide: the text is at %v", text.Position())
	}
	show(t, Column(0, both), g.minSize().Width+100, 600)
	if text.Position().X != 0 || text.Position().Y < g.minSize().Height {
		t.Errorf("narrow: the text is at %v", text.Position())
	}
}

// TestStateGridShort: where it is tight, columns have their letters and cells
// their signs alone; nothing stands outside.
func TestStateGridShort(t *testing.T) {
	use(t, Light, 2)
	g := sampleGrid()
	wide := g.minSize().Width
	g.SetShort([]string{"P", "Div", "A"})
	if least := g.minSize().Width; least >= wide {
		t.Fatalf("least width %v, %v without short names", least, wide)
	}
	show(t, g, g.minSize().Width, 400)
	got := strings.Join(texts(g), "|")
	if !strings.Contains(got, "Div") || strings.Contains(got, "schede") || strings.Contains(got, "Divulgazione") {
		t.Errorf("it shows %s", got)
	}
	show(t, g, wide, 400)
	if got := strings.Join(texts(g), "|"); !strings.Contains(got, "schede") || !strings.Contains(got, "Divulgazione") {
		t.Errorf("wide it shows %s", got)
	}
}
