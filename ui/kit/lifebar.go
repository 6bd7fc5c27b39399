package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// LifeBar shows how much of a term is spent: small words, as "83 giorni su 91",
// over a bar that fills up in the colour of its state. What is over stays full.
type LifeBar struct {
	widget.BaseWidget
	tone          Tone
	words         string
	spent, term   int
	text          canvas.Text
	whole, filled canvas.Rectangle
}

// NewLifeBar returns an empty bar.
func NewLifeBar() *LifeBar {
	b := &LifeBar{term: 1}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows how much is spent of a term, in words too.
func (b *LifeBar) Set(tone Tone, words string, spent, term int) {
	b.tone, b.words, b.spent, b.term = tone, words, max(0, spent), max(1, term)
	b.Refresh()
}

// Text returns the words.
func (b *LifeBar) Text() string { return b.words }

// PreferredWidth shows all words, over a bar that is not too short to be read.
func (b *LifeBar) PreferredWidth() float32 {
	return max(scaled(120), measure(b.words, theme.SizeNameCaptionText, false).Width+1)
}

// AccessibilityLabel implements fyne.Accessible.
func (b *LifeBar) AccessibilityLabel() string { return b.words }

// AccessibilityRole implements fyne.Accessible.
func (b *LifeBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *LifeBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *LifeBar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&b.text, &b.whole, &b.filled}
}

func (b *LifeBar) paint() {
	setText(&b.text, b.text.Text, theme.SizeNameCaptionText, ColorInk2, false)
	setBox(&b.whole, ColorRowRule, b.tone.frame(), 1, 2)
	setBox(&b.filled, b.tone.Ink(), "", 0, 2)
}

func (b *LifeBar) place(size fyne.Size) {
	line, bar := lineHeight(theme.SizeNameCaptionText), scaled(8)
	b.text.Text = shorten(b.words, size.Width, theme.SizeNameCaptionText, false)
	placeLine(&b.text, 0, 0, line)
	placeAt(&b.whole, 0, line+2, size.Width, bar)
	placeAt(&b.filled, 0, line+2, size.Width*min(1, float32(b.spent)/float32(b.term)), bar)
}

func (b *LifeBar) minSize() fyne.Size {
	return fyne.NewSize(scaled(80), lineHeight(theme.SizeNameCaptionText)+2+scaled(8))
}
