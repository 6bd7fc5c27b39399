package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a state: sign and word on a tint, 22 high.
type Chip struct {
	widget.BaseWidget
	icon  Icon
	word  string
	tone  Tone
	box   canvas.Rectangle
	text  canvas.Text
	image *canvas.Image
}

// NewChip returns a chip.
func NewChip(tone Tone, icon Icon, word string) *Chip {
	c := &Chip{icon: icon, word: word, tone: tone, image: newImage()}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the state shown.
func (c *Chip) Set(tone Tone, icon Icon, word string) {
	if c.tone != tone || c.icon != icon || c.word != word {
		c.tone, c.icon, c.word = tone, icon, word
		c.Refresh()
	}
}

// Text returns the word.
func (c *Chip) Text() string { return c.word }

// PreferredWidth is the width of the whole word.
func (c *Chip) PreferredWidth() float32 {
	return c.lead() + measure(c.word, theme.SizeNameCaptionText, true).Width + chipPad + 1
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Chip) AccessibilityLabel() string { return c.word }

// AccessibilityRole implements fyne.Accessible.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Chip) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&c.box, c.image, &c.text}
}

func (c *Chip) paint() {
	setBox(&c.box, c.tone.Tint(), c.tone.frame(), 2, cornerRadius)
	setText(&c.text, c.text.Text, theme.SizeNameCaptionText, c.tone.Ink(), true)
	setImage(c.image, c.icon, c.tone.Ink())
}

const chipPad = 7

// lead is what stands before the word: margin and sign.
func (c *Chip) lead() float32 {
	if c.icon == NoIcon {
		return chipPad
	}
	return chipPad + smallIconSide() + scaled(GapTight)
}

func (c *Chip) place(size fyne.Size) {
	c.box.Resize(size)
	side := smallIconSide()
	placeAt(c.image, chipPad, (size.Height-side)/2, side, side)
	c.text.Text = shorten(c.word, size.Width-c.lead()-chipPad+1, theme.SizeNameCaptionText, true)
	placeLine(&c.text, c.lead(), 0, size.Height)
}

func (c *Chip) minSize() fyne.Size {
	narrowest := min(c.PreferredWidth(), c.lead()+chipPad+theme.CaptionTextSize()*4)
	return fyne.NewSize(narrowest, lineHeight(theme.SizeNameCaptionText)+6)
}

// smallIconSide is the side of an icon beside a word of caption size.
func smallIconSide() float32 { return theme.CaptionTextSize() * 1.2 }
