package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func shownPath(t *testing.T, width float32) (*StepPath, *int) {
	t.Helper()
	chosen := -1
	p := NewStepPath()
	p.Set(samplePath())
	p.OnChosen = func(i int) { chosen = i }
	show(t, p, width, 400)
	return p, &chosen
}

func TestStepPathKeyboard(t *testing.T) {
	use(t, Light, 1)
	p, chosen := shownPath(t, 850)
	p.FocusGained()
	if got := p.AccessibilityLabel(); got != "Percorso: S3 Analisi rischio: qui" {
		t.Errorf("at first: %q", got)
	}
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "classe C"}, {fyne.KeyRight, "S4 Notifica: richiesta"}, {fyne.KeyDown, "S9 Interruzione (solo titolare)"},
		{fyne.KeyUp, "S7 Trattamento: non ancora raggiunta"}, {fyne.KeyHome, "S1 Segnalazione: fatta"}, {fyne.KeyLeft, "S1 Segnalazione: fatta"},
		{fyne.KeyDown, "S6 Non procedere: non più richiesta"}, {fyne.KeyDown, "S6 Non procedere: non più richiesta"}, {fyne.KeyEnd, "S9 Interruzione (solo titolare)"},
	} {
		press(p, step.key)
		if got := p.AccessibilityLabel(); got != "Percorso: "+step.want {
			t.Errorf("after %s: %q, want %q", step.key, got, step.want)
		}
		if at, box := p.ring, p.boxes[p.aim].box; at.Position().X > box.Position().X || at.Position().X+at.Size().Width < box.Position().X+box.Size().Width {
			t.Errorf("after %s the ring is not around its step", step.key)
		}
	}
	if *chosen != -1 {
		t.Error("an arrow alone goes there")
	}
	press(p, fyne.KeyReturn)
	if *chosen != 9 {
		t.Errorf("Enter goes to %d", *chosen)
	}
}

func TestStepPathMouse(t *testing.T) {
	for _, width := range []float32{850, 420} {
		use(t, Light, 1)
		p, chosen := shownPath(t, width)
		for i, b := range p.boxes {
			at, size := b.box.Position(), b.box.Size()
			test.TapAt(p, at.AddXY(size.Width/2, size.Height/2))
			if *chosen != i {
				t.Errorf("at %v a click on %d goes to %d", width, i, *chosen)
			}
		}
		test.TapAt(p, fyne.NewPos(1, 1))
		if *chosen != len(p.boxes)-1 {
			t.Error("a click beside the steps goes somewhere")
		}
	}
}

// TestStepPathTellsWithoutColour: every state stands in the legend, and where the
// boxes have no room for their titles the aimed one is written out.
func TestStepPathTellsWithoutColour(t *testing.T) {
	use(t, HighContrast, 1)
	for _, width := range []float32{850, 420} {
		p, _ := shownPath(t, width)
		said := strings.Join(texts(p), "\n")
		for _, want := range []string{"fatta", "qui", "richiesta", "da valutare", "non ancora raggiunta", "non richiesta", "non più richiesta", "S8", "C"} {
			if !strings.Contains(said, want) {
				t.Errorf("at %v it does not say %q", width, want)
			}
		}
		if strings.Contains(said, "S3 Analisi rischio: qui") == (width > 800) {
			t.Errorf("at %v: %s", width, said)
		}
		if p.HeightForWidth(width) < p.legend[len(p.legend)-1].word.Position().Y+10 {
			t.Errorf("at %v the legend runs out of the height", width)
		}
	}
}

// TestStepPathFollowsWhereOneIs: the aim goes along, but not from under the keyboard.
func TestStepPathFollowsWhereOneIs(t *testing.T) {
	use(t, Light, 1)
	p, _ := shownPath(t, 850)
	p.FocusGained()
	press(p, fyne.KeyHome)
	steps, edges := samplePath()
	steps[7].Word = "richiesta"
	p.Set(steps, edges)
	if p.aim != 0 {
		t.Errorf("the keyboard was moved to %d", p.aim)
	}
	steps[2].Look, steps[4].Look = StepDone, StepHere
	p.Set(steps, edges)
	if p.aim != 4 {
		t.Errorf("one is at 4, the aim at %d", p.aim)
	}
}
