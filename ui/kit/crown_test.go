package kit

import (
	"strings"
	"testing"
)

// TestCrown: where there is no room for both, the body has it all, and shows what
// the crown would have.
func TestCrown(t *testing.T) {
	use(t, Light, 1)
	crown := NewText("orologio")
	again := Instead(crown, NewText("orologio"))
	all := Crown(200, crown, Column(0, again, NewText("modulo")))
	for _, c := range []struct {
		height float32
		seen   bool
	}{{400, true}, {210, false}, {400, true}} {
		w := show(t, all, 300, c.height)
		if crown.Visible() != c.seen || (HeightForWidth(again, 300) > 0) == c.seen {
			t.Errorf("at %v: crown %v, instead %v high", c.height, crown.Visible(), HeightForWidth(again, 300))
		}
		if n := strings.Count(strings.Join(texts(w.Content()), " "), "orologio"); n != 1 {
			t.Errorf("at %v it is told %d times", c.height, n)
		}
		w.SetContent(NewText(""))
	}
}
