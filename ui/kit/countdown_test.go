package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func TestCountdown(t *testing.T) {
	use(t, Light, 1)
	c := NewCountdown()
	c.Set(CountdownData{Tone: ToneError, Left: "scaduto da 3 h 05 min", What: "per notificare", Moments: "scade lun", Note: "scrivete i motivi", Whole: 72, Spent: 75, Last: 6, Ticks: []int{0, 72}, Unit: " h"})
	show(t, c, 800, 100)
	if want := "scaduto da 3 h 05 min per notificare scade lun scrivete i motivi"; c.AccessibilityLabel() != want {
		t.Errorf("spoken %q", c.AccessibilityLabel())
	}
	right := func(r *canvas.Rectangle) float32 { return r.Position().X + r.Size().Width }
	if !c.track.Visible() || right(&c.spent) != right(&c.track) || right(&c.point) > right(&c.track)+2 {
		t.Error("past its end the bar is not full")
	}
	wide := c.HeightForWidth(800)
	c.Resize(fyne.NewSize(300, 200))
	if c.track.Visible() || c.HeightForWidth(300) <= wide {
		t.Error("in a narrow place the bar stands, or the words have no room")
	}
	c.Set(CountdownData{Left: "chiusa"})
	c.Resize(fyne.NewSize(800, 100))
	if c.track.Visible() || c.Text() != "chiusa" {
		t.Error("without a clock there is a bar")
	}
}

func TestCountdownLeadsOn(t *testing.T) {
	use(t, Light, 1)
	c, pressed := NewCountdown(), 0
	c.OnDo = func() { pressed++ }
	show(t, c, 800, 120)
	c.Set(CountdownData{Left: "Le 72 ore non sono contate", Do: "Scrivete quando"})
	c.link.Tapped(nil)
	with := c.HeightForWidth(800)
	c.Set(CountdownData{Left: "Le 72 ore non sono contate"})
	if pressed != 1 || c.link.Visible() || c.HeightForWidth(800) >= with {
		t.Errorf("pressed %d times; visible %v", pressed, c.link.Visible())
	}
}
