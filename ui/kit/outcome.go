package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Outcome is a rule with the sign of what came of it, and below it what to do:
// "✗ Ha almeno 2 cifre. / Aggiungete una cifra."
type Outcome struct {
	widget.BaseWidget
	tone  Tone
	icon  Icon
	word  string // what the sign means, for who does not see it
	image *canvas.Image
	rule  *Text
	do    *Text
}

// NewOutcome returns an outcome; see Set.
func NewOutcome(tone Tone, icon Icon, word, rule, do string) *Outcome {
	o := &Outcome{image: newImage(), rule: NewText(rule), do: NewStyledText(do, theme.SizeNameCaptionText, ColorInk2, false)}
	o.ExtendBaseWidget(o)
	o.Set(tone, icon, word, rule, do)
	return o
}

// Set changes all of it; word says what the sign means, where the rule does not; do
// may be empty.
func (o *Outcome) Set(tone Tone, icon Icon, word, rule, do string) {
	o.tone, o.icon, o.word = tone, icon, word
	o.rule.SetText(rule)
	o.do.SetText(do)
	hide(o.do, do == "")
	o.Refresh()
}

// Text is what is read: sign, rule, what to do.
func (o *Outcome) Text() string {
	said := o.rule.Text()
	if o.word != "" {
		said = o.word + ": " + said
	}
	if o.do.Text() != "" {
		said += " " + o.do.Text()
	}
	return said
}

// AccessibilityLabel implements fyne.Accessible.
func (o *Outcome) AccessibilityLabel() string { return o.Text() }

// AccessibilityRole implements fyne.Accessible.
func (o *Outcome) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// HeightForWidth implements WidthSensitive.
func (o *Outcome) HeightForWidth(width float32) float32 {
	h := o.rule.HeightForWidth(width - o.lead())
	if o.do.Visible() {
		h += o.do.HeightForWidth(width - o.lead())
	}
	return h
}

// CreateRenderer implements fyne.Widget.
func (o *Outcome) CreateRenderer() fyne.WidgetRenderer { return newRenderer(o) }

func (o *Outcome) objects() []fyne.CanvasObject { return []fyne.CanvasObject{o.image, o.rule, o.do} }

func (o *Outcome) paint() { setImage(o.image, o.icon, o.tone.Ink()) }

func (o *Outcome) lead() float32 { return iconSide() + scaled(GapSmall) }

func (o *Outcome) minWidth() float32 {
	return o.lead() + max(o.rule.minWidth(), o.do.minWidth())
}

func (o *Outcome) place(size fyne.Size) {
	side, x := iconSide(), o.lead()
	// The sign stands at the first line.
	placeAt(o.image, 0, (lineHeight(theme.SizeNameText)-side)/2, side, side)
	h := o.rule.HeightForWidth(size.Width - x)
	placeAt(o.rule, x, 0, size.Width-x, h)
	placeAt(o.do, x, h, size.Width-x, o.do.HeightForWidth(size.Width-x))
}

func (o *Outcome) minSize() fyne.Size {
	w := o.Size().Width
	if w <= 0 {
		w = o.lead() + max(o.rule.PreferredWidth(), o.do.PreferredWidth())
	}
	return fyne.NewSize(o.minWidth(), o.HeightForWidth(w))
}
