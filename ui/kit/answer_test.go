package kit

import (
	"strings"
	"testing"
)

func TestAnswer(t *testing.T) {
	use(t, Light, 1)
	a := NewAnswer(17, "Criptazione", "Criptazione dei dati", []Option{{"1", "Sì", ""}, {"2", "No", ""}})
	show(t, a, 300, 60)
	if got := a.AccessibilityLabel(); !strings.HasPrefix(got, "17. Criptazione dei dati") || !strings.HasSuffix(got, "manca") {
		t.Errorf("spoken %q", got)
	}
	if !strings.Contains(strings.Join(texts(a), " "), "?") {
		t.Error("without an answer there is no sign of it")
	}
	focused := 0
	a.Choice().OnFocus = func() { focused++ }
	a.Choice().FocusGained()
	a.Set("1", "0")
	if got := a.AccessibilityLabel(); focused != 1 || !strings.HasSuffix(got, "Vale 0") || a.Choice().Value() != "1" {
		t.Errorf("spoken %q", got)
	}
}

// TestScaleBandFrames: the frame holds exactly the values that are possible.
func TestScaleBandFrames(t *testing.T) {
	use(t, Light, 1)
	s := NewScaleBand([]Band{{"A", 3, 3, 1}, {"B", 4, 8, 2}, {"C", 9, 15, 3}, {"D", 16, 27, 4}})
	show(t, s, 250, 60) // ten a value
	for _, c := range []struct {
		low, high int
		x, w      float32
	}{{3, 3, 0, 10}, {11, 13, 80, 30}, {27, 27, 240, 10}} {
		s.SetMark(c.low, c.high, "")
		if at, size := s.mark.Position(), s.mark.Size(); at.X != c.x-2 || size.Width != c.w+3 {
			t.Errorf("%d–%d is framed at %v, %v wide", c.low, c.high, at.X, size.Width)
		}
	}
	s.SetMark(0, -1, "")
	if s.mark.Visible() {
		t.Error("nothing is possible and framed")
	}
}
