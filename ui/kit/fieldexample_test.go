package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TestExampleWord: it stands at the end of the last line above the box and makes the
// field no higher; the key alone, where there is no room for the word, and a line of
// its own, where there is none for the key. F4 in the box does what it does.
func TestExampleWord(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		use(t, Light, scale)
		for name, c := range map[string]struct {
			label   string
			missing bool
			width   float32
			want    string
			own     bool
		}{
			"beside the label":     {"Note", false, 600, "Esempio (F4)", false},
			"beside «manca»":       {"Note", true, 600, "Esempio (F4)", false},
			"under «manca»":        {"Note che riguardano il piano", true, 240, "Esempio (F4)", false},
			"on the second line":   {"Opinioni degli interessati o di chi li rappresenta", false, 250, "Esempio (F4)", false},
			"no room for the word": {"Segnalazione", false, 150, "F4", false},
			"nor beside «manca»":   {"Segnalazione", true, 130, "F4", false},
			"none for the key":     {"Segnalazione", false, 105, "Esempio (F4)", true},
		} {
			shown := 0
			plain, f := NewField(c.label, NewEntry(LongEntry)), NewField(c.label, NewEntry(LongEntry))
			f.SetExample(func() { shown++ })
			plain.SetMissing(c.missing)
			f.SetMissing(c.missing)
			width := c.width * scale
			more := f.HeightForWidth(width) - plain.HeightForWidth(width)
			if c.own && more != lineHeight(theme.SizeNameCaptionText) || !c.own && more != 0 {
				t.Errorf("%s at %v: %v higher", name, scale, more)
			}
			f.Resize(fyne.NewSize(width, f.HeightForWidth(width)))
			f.Refresh()
			if got := f.example.text.Text; got != c.want {
				t.Errorf("%s at %v: it says %q", name, scale, got)
			}
			if end := f.example.Position().X + f.example.Size().Width; end > width+0.5 || end < width-0.5 {
				t.Errorf("%s at %v: it ends at %v of %v", name, scale, end, width)
			}
			f.example.Tapped(nil)
			f.control.(*Entry).TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
			if shown != 2 {
				t.Errorf("%s: shown %d times", name, shown)
			}
		}
	}
}
