package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// textLook is what Text and Line have in common.
type textLook struct {
	text  string
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
	bold  bool
}

// Text is text that wraps at words. Its height follows from its width, which
// Fyne's layouts do not ask about: put it into Column, Row, Pad or Scroll, which
// do (see HeightForWidth). In any other container its MinSize has the height of
// the width it was given last.
type Text struct {
	widget.BaseWidget
	textLook
	centred bool
	lines   []*canvas.Text
	width   float32
	wrapped wrapCache
	longest struct {
		look textLook
		px   float32
		wide float32
	}
}

// wrapCache remembers the last wrapping: layouts ask the same question often.
type wrapCache struct {
	look  textLook
	px    float32
	width float32
	lines []string
}

// NewText returns body text in ink.
func NewText(text string) *Text {
	return NewStyledText(text, theme.SizeNameText, theme.ColorNameForeground, false)
}

// NewHelp returns the small text that explains something.
func NewHelp(text string) *Text {
	return NewStyledText(text, theme.SizeNameCaptionText, ColorInk2, false)
}

// NewHeading returns the bold 20 title of a sheet.
func NewHeading(text string) *Text {
	return NewStyledText(text, theme.SizeNameHeadingText, theme.ColorNameForeground, true)
}

// NewSubheading returns the bold 16 title of a section or a panel.
func NewSubheading(text string) *Text {
	return NewStyledText(text, theme.SizeNameSubHeadingText, theme.ColorNameForeground, true)
}

// NewStyledText returns wrapping text of a theme size and colour.
func NewStyledText(text string, size fyne.ThemeSizeName, color fyne.ThemeColorName, bold bool) *Text {
	t := &Text{textLook: textLook{text, size, color, bold}}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the words.
func (t *Text) SetText(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

// Text returns the words.
func (t *Text) Text() string { return t.text }

// SetColor changes the colour.
func (t *Text) SetColor(color fyne.ThemeColorName) {
	if t.color != color {
		t.color = color
		t.Refresh()
	}
}

// Centre puts each line in the middle of the width, and returns the text.
func (t *Text) Centre() *Text {
	t.centred = true
	t.Refresh()
	return t
}

// HeightForWidth implements WidthSensitive.
func (t *Text) HeightForWidth(width float32) float32 {
	return float32(len(t.wrap(width))) * lineHeight(t.size)
}

// PreferredWidth is the width of the text on one line.
func (t *Text) PreferredWidth() float32 {
	px := theme.Size(t.size)
	if c := &t.longest; c.look != t.textLook || c.px != px || c.wide == 0 {
		c.look, c.px, c.wide = t.textLook, px, 1 // rounding must not make a fitting line wrap
		for paragraph := range strings.SplitSeq(t.text, "\n") {
			c.wide = max(c.wide, measure(paragraph, t.size, t.bold).Width+1)
		}
	}
	return t.longest.wide
}

// lastWidth is how far the last line goes at a width.
func (t *Text) lastWidth(width float32) float32 {
	lines := t.wrap(width)
	return measure(lines[len(lines)-1], t.size, t.bold).Width
}

// Resize implements fyne.CanvasObject.
func (t *Text) Resize(size fyne.Size) {
	t.width = size.Width
	t.BaseWidget.Resize(size)
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *Text) objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(t.lines))
	for i, l := range t.lines {
		objects[i] = l
	}
	return objects
}

func (t *Text) paint() {
	for _, l := range t.lines {
		setText(l, l.Text, t.size, t.color, t.bold)
	}
}

func (t *Text) place(size fyne.Size) {
	words := t.wrap(size.Width)
	for len(t.lines) < len(words) {
		t.lines = append(t.lines, &canvas.Text{})
	}
	t.lines = t.lines[:len(words)]
	step := lineHeight(t.size)
	for i, l := range t.lines {
		changed := l.Text != words[i]
		setText(l, words[i], t.size, t.color, t.bold)
		x := float32(0)
		if t.centred {
			x = (size.Width - l.MinSize().Width) / 2
		}
		placeLine(l, x, float32(i)*step, step)
		if changed {
			l.Refresh()
		}
	}
}

// minSize lets the text be narrow, but not so narrow that words fall apart.
func (t *Text) minSize() fyne.Size {
	least := t.minWidth()
	if t.width > 0 {
		return fyne.NewSize(least, t.HeightForWidth(t.width))
	}
	return fyne.NewSize(least, t.HeightForWidth(t.PreferredWidth()))
}

func (t *Text) wrap(width float32) []string {
	px := theme.Size(t.size)
	if c := &t.wrapped; c.lines != nil && c.look == t.textLook && c.px == px && c.width == width {
		return c.lines
	}
	lines := wrapText(t.text, width, t.size, t.bold)
	t.wrapped = wrapCache{t.textLook, px, width, lines}
	return lines
}

// wrapText breaks text at spaces so that no line is wider than width; a word
// wider than that is broken too. Line feeds stay. The result is never empty.
// What has no width, as before the first layout, is not worth measuring.
func wrapText(text string, width float32, size fyne.ThemeSizeName, bold bool) []string {
	if width <= 0 {
		return strings.Split(text, "\n")
	}
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		words := strings.Fields(paragraph)
		for {
			n := fittingWords(words, width, size, bold)
			if n == 0 && len(words) > 0 {
				head := fitting(words[0], width, size, bold)
				if rest := words[0][len(head):]; rest != "" {
					lines, words[0] = append(lines, head), rest
					continue
				}
				n = 1
			}
			lines = append(lines, strings.Join(words[:n], " "))
			if words = words[n:]; len(words) == 0 {
				break
			}
		}
	}
	return lines
}

// fittingWords returns how many of the words stand on one line of a width. It
// goes by the widths of the words, which are remembered from other texts, and
// measures whole lines only about where the line ends: to measure is dear.
func fittingWords(words []string, width float32, size fyne.ThemeSizeName, bold bool) int {
	space := measure(" ", size, bold).Width
	n, guess := 0, -space
	for n < len(words) {
		guess += space + measure(words[n], size, bold).Width
		if guess > width {
			break
		}
		n++
	}
	fits := func(n int) bool {
		return measure(strings.Join(words[:n], " "), size, bold).Width <= width
	}
	for n > 0 && !fits(n) {
		n--
	}
	const kerning = 4 // the most by which words together are narrower than apart
	for n < len(words) && guess <= width+kerning && fits(n+1) {
		n++
		if n < len(words) {
			guess += space + measure(words[n], size, bold).Width
		}
	}
	return n
}

// fitting returns the longest beginning of text that is not wider than width,
// and at least one letter.
func fitting(text string, width float32, size fyne.ThemeSizeName, bold bool) string {
	runes := []rune(text)
	low, high := 1, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if measure(string(runes[:middle]), size, bold).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:min(low, len(runes))])
}

// shorten cuts text that is wider than width and ends it with "…".
func shorten(text string, width float32, size fyne.ThemeSizeName, bold bool) string {
	if text == "" || measure(text, size, bold).Width <= width {
		return text
	}
	const dots = "…"
	room := width - measure(dots, size, bold).Width
	if room <= 0 {
		return dots
	}
	return strings.TrimRight(fitting(text, room, size, bold), " ,.:;") + dots
}
