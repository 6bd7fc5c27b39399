package kit

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const longText = "Quando qualcuno chiede di vedere, correggere o cancellare i suoi dati, avete un mese per rispondere."

func TestTextWraps(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		use(t, Light, scale)
		step := lineHeight(theme.SizeNameText)
		text := NewText(longText)
		one := text.HeightForWidth(text.PreferredWidth())
		if one != step {
			t.Errorf("at %v: on one line the height is %v, not %v", scale, one, step)
		}
		narrow := text.HeightForWidth(200)
		if lines := narrow / step; lines < 3 || narrow <= one {
			t.Errorf("at %v: %v lines at 200 wide", scale, lines)
		}
		for _, line := range wrapText(longText, 200, theme.SizeNameText, false) {
			if w := measure(line, theme.SizeNameText, false).Width; w > 200 {
				t.Errorf("at %v: %q is %v wide", scale, line, w)
			}
		}
	}
}

func TestWrapKeepsEverything(t *testing.T) {
	use(t, Light, 1)
	for _, text := range []string{longText, "", "una\n\ndue", "precipitevolissimevolmentecosì", "à è"} {
		for _, width := range []float32{0, 1, 30, 90, 2000} {
			lines := wrapText(text, width, theme.SizeNameText, false)
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if got := squeeze(strings.Join(lines, " ")); got != squeeze(text) {
				t.Errorf("at %v %q became %q", width, text, lines)
			}
		}
	}
	if n := len(wrapText("una\n\ndue", 500, theme.SizeNameText, false)); n != 3 {
		t.Errorf("an empty line is lost: %d lines", n)
	}
}

// wrapPlainly breaks text by measuring every beginning of every line.
func wrapPlainly(text string, width float32, size fyne.ThemeSizeName, bold bool) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if longer := strings.TrimSpace(line + " " + word); measure(longer, size, bold).Width <= width {
				line = longer
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			for measure(word, size, bold).Width > width {
				head := fitting(word, width, size, bold)
				if head == word {
					break
				}
				lines, word = append(lines, head), word[len(head):]
			}
			line = word
		}
		lines = append(lines, line)
	}
	return lines
}

func TestWrapBreaksWhereALineEnds(t *testing.T) {
	use(t, Light, 1)
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields(longText + " AVATAR Tav. l’«V» WA, 19/11 precipitevolissimevolmente a e i — To. Yo")
	for range 300 {
		var b strings.Builder
		for range r.IntN(40) {
			b.WriteString(words[r.IntN(len(words))] + []string{" ", " ", " ", "\n", "  "}[r.IntN(5)])
		}
		width, bold := float32(1+r.IntN(500)), r.IntN(2) == 0
		got, want := wrapText(b.String(), width, theme.SizeNameText, bold), wrapPlainly(b.String(), width, theme.SizeNameText, bold)
		if !slices.Equal(got, want) {
			t.Fatalf("at %v, bold %v:\n%q\nnot\n%q", width, bold, got, want)
		}
	}
}

func TestColumnFollowsWidth(t *testing.T) {
	use(t, Light, 1)
	text, below := NewText(longText), NewText("sotto")
	column := Column(GapSmall, text, below)
	for _, width := range []float32{700, 200, 420} {
		column.Resize(fyne.NewSize(width, 400))
		want := text.HeightForWidth(width) + GapSmall
		if below.Position().Y != want {
			t.Errorf("at %v the second begins at %v, not %v", width, below.Position().Y, want)
		}
		if got := column.MinSize().Height; got != want+below.MinSize().Height {
			t.Errorf("at %v the column is %v high", width, got)
		}
	}
	text.Hide()
	column.Resize(fyne.NewSize(300, 400))
	if y := below.Position().Y; y != 0 {
		t.Errorf("a hidden text still takes %v", y)
	}
}

func TestTextFollowsTheme(t *testing.T) {
	use(t, Light, 1)
	text := NewText(longText)
	w := show(t, Column(0, text), 300, 300)
	small := text.Size().Height
	fyne.CurrentApp().Settings().SetTheme(&Theme{Look: Dark, Scale: 1.5})
	w.Content().Refresh()
	if text.Size().Height <= small {
		t.Errorf("the height stayed %v", small)
	}
	if text.lines[0].Color != (&Theme{Look: Dark}).Color(theme.ColorNameForeground, 0) {
		t.Error("the ink stayed light")
	}
}

func TestLineShortens(t *testing.T) {
	use(t, Light, 1)
	line := NewLine(longText)
	line.Resize(fyne.NewSize(120, 20))
	if got := texts(line)[0]; !strings.HasSuffix(got, "…") || measure(got, theme.SizeNameText, false).Width > 120 {
		t.Errorf("shown as %q", got)
	}
	if line.Text() != longText || line.AccessibilityLabel() != longText {
		t.Error("the whole text is lost")
	}
	line.Resize(fyne.NewSize(line.PreferredWidth(), 20))
	if got := texts(line)[0]; got != longText {
		t.Errorf("with room it is %q", got)
	}
}
