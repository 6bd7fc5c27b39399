package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestHeatMapKeyboard(t *testing.T) {
	use(t, Light, 1)
	m := sampleMatrix()
	m.Clear()
	var row, col = -1, -1
	m.OnChosen = func(r, c int) { row, col = r, c }
	show(t, m, 500, 260)
	m.FocusGained()
	if r, c := m.Chosen(); r != -1 || c != -1 || m.frame.Visible() || m.tick.Visible() {
		t.Error("something is chosen after Clear")
	}
	press(m, fyne.KeyUp, fyne.KeyRight) // from 2, 3
	if row != -1 {
		t.Error("an arrow alone chooses")
	}
	press(m, fyne.KeySpace)
	if row != 1 || col != 4 || m.AccessibilityLabel() != "Molto probabile, Gravissime: 20 Alto, scelto" {
		t.Errorf("chosen %d, %d, spoken %q", row, col, m.AccessibilityLabel())
	}
	press(m, fyne.KeyRight, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if row != 0 || col != 4 {
		t.Errorf("left the matrix: %d, %d", row, col)
	}
	if !m.rowTexts[0][0].TextStyle.Bold || m.rowTexts[1][0].TextStyle.Bold || !m.colTexts[4].TextStyle.Bold {
		t.Error("the names of the chosen row and column are not the bold ones")
	}
}

func TestHeatMapMouse(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		use(t, Light, scale)
		m := sampleMatrix()
		show(t, m, 700, 500)
		for r := range 5 {
			for c := range 5 {
				x := m.cell(r, c)
				p, s := x.box.Position(), x.box.Size()
				test.TapAt(m, p.AddXY(s.Width/2, s.Height/2))
				if gr, gc := m.Chosen(); gr != r || gc != c {
					t.Fatalf("at %v a click on %d, %d chose %d, %d", scale, r, c, gr, gc)
				}
			}
		}
		test.TapAt(m, fyne.NewPos(2, 2))
		if r, _ := m.Chosen(); r != 4 {
			t.Error("a click beside the cells chooses")
		}
	}
}

func TestHeatMapRingStaysInside(t *testing.T) {
	use(t, Light, 1)
	m := sampleMatrix()
	show(t, m, 500, 260)
	m.FocusGained()
	for _, keys := range [][]fyne.KeyName{{}, {fyne.KeyUp}} {
		press(m, keys...)
		x := m.cell(m.aimRow, m.aimCol)
		p, s := m.ring.Position().Subtract(x.box.Position()), m.ring.Size()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > x.box.Size().Width || p.Y+s.Height > x.box.Size().Height {
			t.Error("the ring leaves its cell")
		}
	}
}

// A matrix of any size is one widget, for old graphics.
func TestHeatMapIsLight(t *testing.T) {
	use(t, Light, 1)
	m := NewHeatMap([]string{"a", "b", "c", "d"}, []string{"1", "2", "3"}, func(r, c int) (int, string, int) { return r * c, "x", 9 })
	show(t, m, 400, 200)
	widgets := 0
	walk(m, nil, func(o, _ fyne.CanvasObject) {
		if _, ok := o.(fyne.Widget); ok {
			widgets++
		}
	})
	if widgets != 1 {
		t.Errorf("%d widgets", widgets)
	}
}
