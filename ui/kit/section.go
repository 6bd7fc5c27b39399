package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SectionHead is the head of a section: number, title, its state at the right,
// and a hairline under it.
type SectionHead struct {
	widget.BaseWidget
	number int
	title  string
	chip   *Chip
	count  string

	numberText, titleText, countText canvas.Text
	rule                             canvas.Rectangle
}

// NewSectionHead returns a head; number 0 shows none.
func NewSectionHead(number int, title string) *SectionHead {
	h := &SectionHead{number: number, title: title, chip: NewChip(ToneNeutral, NoIcon, "")}
	h.chip.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// SetTitle changes the title.
func (h *SectionHead) SetTitle(title string) {
	h.title = title
	h.Refresh()
}

// SetCount says quietly how far the section is, as "12 di 13 campi".
func (h *SectionHead) SetCount(count string) {
	h.count = count
	h.chip.Hide()
	h.Refresh()
}

// SetState shows the state of the section as a chip.
func (h *SectionHead) SetState(tone Tone, icon Icon, word string) {
	if h.chip.Visible() && h.chip.tone == tone && h.chip.icon == icon && h.chip.word == word {
		return // the same
	}
	h.count = ""
	h.chip.Set(tone, icon, word)
	h.chip.Show()
	h.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (h *SectionHead) AccessibilityLabel() string {
	label := h.title
	if h.number > 0 {
		label = countWord(h.number) + " " + label
	}
	if h.chip.Visible() {
		return label + ", " + h.chip.Text()
	}
	if h.count != "" {
		return label + ", " + h.count
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (h *SectionHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (h *SectionHead) CreateRenderer() fyne.WidgetRenderer { return newRenderer(h) }

func (h *SectionHead) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&h.numberText, &h.titleText, &h.countText, h.chip, &h.rule}
}

func (h *SectionHead) paint() {
	number := ""
	if h.number > 0 {
		number = countWord(h.number)
	}
	setText(&h.numberText, number, theme.SizeNameSubHeadingText, theme.ColorNameForeground, true)
	setText(&h.titleText, h.titleText.Text, theme.SizeNameSubHeadingText, theme.ColorNameForeground, true)
	setText(&h.countText, h.count, theme.SizeNameCaptionText, ColorInk2, false)
	setBox(&h.rule, theme.ColorNameSeparator, "", 0, 0)
}

func (h *SectionHead) place(size fyne.Size) {
	height := size.Height - 1
	placeAt(&h.rule, 0, height, size.Width, 1)
	// The title keeps at least half of the line; a long state is shortened.
	right := size.Width
	if h.chip.Visible() {
		w := min(h.chip.PreferredWidth(), size.Width/2)
		tall := h.chip.MinSize().Height
		right -= w
		placeAt(h.chip, right, (height-tall)/2, w, tall)
	} else if h.count != "" {
		h.countText.Text = shorten(h.count, size.Width/2, theme.SizeNameCaptionText, false)
		right -= h.countText.MinSize().Width
		placeLine(&h.countText, right, 0, height)
	}
	x := float32(0)
	if h.number > 0 {
		x = placeLine(&h.numberText, 0, 0, height) + scaled(GapSmall)
	}
	h.titleText.Text = shorten(h.title, right-GapSmall-x, theme.SizeNameSubHeadingText, true)
	placeLine(&h.titleText, x, 0, height)
}

func (h *SectionHead) minSize() fyne.Size {
	return fyne.NewSize(scaled(160), lineHeight(theme.SizeNameSubHeadingText)+11)
}

// countWord writes a number for people.
func countWord(n int) string { return strconv.Itoa(n) }
