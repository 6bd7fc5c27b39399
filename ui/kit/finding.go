package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// Finding is the amber band below a field that does not fit with another: bar,
// circled number, sentence. Where it can be pressed it leads somewhere.
type Finding struct {
	control
	mark *Mark
	text *Text
	box  canvas.Rectangle
	bar  canvas.Rectangle
}

// NewFinding returns the band for a numbered finding; tapped may be nil.
func NewFinding(number int, text string, tapped func()) *Finding {
	f := &Finding{
		mark: NewMark(number, ToneWarn, theme.SizeNameCaptionText),
		text: NewStyledText(text, theme.SizeNameCaptionText, theme.ColorNameForeground, false),
	}
	// What leads nowhere is no stop of the keyboard.
	f.disabled = tapped == nil
	f.extend(f, tapped)
	return f
}

// Set changes number and sentence.
func (f *Finding) Set(number int, text string) {
	f.mark.SetNumber(number)
	f.text.SetText(text)
	f.Refresh()
}

// HeightForWidth implements WidthSensitive.
func (f *Finding) HeightForWidth(width float32) float32 {
	words := f.text.HeightForWidth(width - f.lead() - GapSmall)
	return max(words, f.mark.minSize().Height) + 2*findingPad
}

// AccessibilityLabel implements fyne.Accessible.
func (f *Finding) AccessibilityLabel() string {
	return words.F("Avviso %s: %s", countWord(f.mark.number), f.text.Text())
}

// AccessibilityRole implements fyne.Accessible.
func (f *Finding) AccessibilityRole() fyne.AccessibleRole {
	if f.disabled {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleLink
}

// CreateRenderer implements fyne.Widget.
func (f *Finding) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *Finding) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&f.box, &f.bar, f.mark, f.text}
}

const (
	findingPad = 4
	findingBar = 3
)

func (f *Finding) paint() {
	fill, border, width := ToneWarn.Tint(), ToneWarn.frame(), float32(2)
	if !f.disabled && (f.hovered || f.pressed) {
		border, width = theme.ColorNameWarning, 1
	}
	if f.ringed() {
		border, width = ColorRing, 2
	}
	setBox(&f.box, fill, border, width, 2)
	setBox(&f.bar, theme.ColorNameWarning, "", 0, 0)
}

// lead is where the sentence begins.
func (f *Finding) lead() float32 {
	return findingBar + GapSmall + f.mark.minSize().Width + GapSmall
}

func (f *Finding) place(size fyne.Size) {
	f.box.Resize(size)
	placeAt(&f.bar, 0, 0, findingBar, size.Height)
	m := f.mark.minSize()
	// The number stands at the first line.
	first := max(lineHeight(theme.SizeNameCaptionText), m.Height)
	placeAt(f.mark, findingBar+GapSmall, findingPad+(first-m.Height)/2, m.Width, m.Height)
	w := size.Width - f.lead() - GapSmall
	h := f.text.HeightForWidth(w)
	y := float32(findingPad)
	if h < m.Height {
		y += (m.Height - h) / 2
	}
	placeAt(f.text, f.lead(), y, w, h)
}

func (f *Finding) minSize() fyne.Size {
	w := f.Size().Width
	if w <= 0 {
		w = f.lead() + f.text.PreferredWidth() + GapSmall
	}
	return fyne.NewSize(f.lead()+f.text.minSize().Width+GapSmall, f.HeightForWidth(w))
}

// FindingItem is a finding in the list of the column "Controlla": the number,
// the sentence, and the field it speaks of as a link.
func FindingItem(number int, text, field string, open func()) *fyne.Container {
	words := Column(0,
		NewStyledText(text, theme.SizeNameCaptionText, theme.ColorNameForeground, false),
		Pad(0, 0, 0, -linkPad, fieldLink(field, open)),
	)
	return Column(GapTight,
		RowTop(GapSmall, NewMark(number, ToneWarn, theme.SizeNameCaptionText), Grow(words)),
		NewRule(ColorRowRule),
	)
}

func fieldLink(field string, open func()) *Link {
	l := NewLink(field, IconArrowRight, open)
	l.trailing = true
	return l
}
