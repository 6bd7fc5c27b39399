package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// RailItem is a tab of the rail.
type RailItem struct {
	Label string
	// Short is the word under the icon in the narrow form.
	Short string
	Icon  Icon
}

// Rail is the navigation at the leading side: the tabs with their counters, the
// name of the office above, what is saved below. One stop of the keyboard:
// arrows, Home and End aim, Enter or Space goes there.
type Rail struct {
	control
	items    []RailItem
	onSelect func(i int)
	selected int
	aim      int
	hover    int
	narrow   bool

	office, where string
	status        *Note
	hint          string

	ground, edge, page, bar, under, ring canvas.Rectangle
	officeText, placeText, hintText      canvas.Text
	tabs                                 []*railTab
}

// railTab is what one tab is drawn with.
type railTab struct {
	image   *canvas.Image
	words   [2]canvas.Text
	badge   canvas.Rectangle
	count   canvas.Text
	overdue int
	settle  int
}

// NewRail returns a rail with the first tab selected; onSelect is told of each
// choice by the user.
func NewRail(items []RailItem, onSelect func(i int)) *Rail {
	r := &Rail{items: items, onSelect: onSelect, hover: -1, status: NewStatus(ToneOK, NoIcon, "")}
	for range items {
		r.tabs = append(r.tabs, &railTab{image: newImage()})
	}
	r.extend(r, func() { r.choose(r.aim) })
	return r
}

// SetOffice gives the name of the office and the line under it.
func (r *Rail) SetOffice(name, place string) {
	r.office, r.where = name, place
	r.Refresh()
}

// SetStatus says at the foot what is saved.
func (r *Rail) SetStatus(tone Tone, icon Icon, text string) {
	r.status.Set(tone, icon, text)
	r.Refresh()
}

// SetHint gives the last line, about the keys.
func (r *Rail) SetHint(hint string) {
	r.hint = hint
	r.Refresh()
}

// SetBadge sets the counter of a tab: overdue is red and filled, to settle amber
// and outlined; where both are due the red one is shown.
func (r *Rail) SetBadge(i, overdue, toSettle int) {
	if t := r.tabs[i]; t.overdue != overdue || t.settle != toSettle {
		t.overdue, t.settle = overdue, toSettle
		r.Refresh()
	}
}

// Select marks a tab without telling onSelect.
func (r *Rail) Select(i int) {
	if i >= 0 && i < len(r.items) {
		r.selected, r.aim = i, i
		r.Refresh()
	}
}

// Selected returns the tab that is marked.
func (r *Rail) Selected() int { return r.selected }

func (r *Rail) choose(i int) {
	if i < 0 || i >= len(r.items) {
		return
	}
	r.Select(i)
	if r.onSelect != nil {
		r.onSelect(i)
	}
}

// SetNarrow changes to the form with the icon over a short word, or back.
func (r *Rail) SetNarrow(narrow bool) {
	if r.narrow != narrow {
		r.narrow = narrow
		r.Refresh()
	}
}

// Narrow tells which form is shown.
func (r *Rail) Narrow() bool { return r.narrow }

// narrowRail says which form fits: below 1200 wide, or above 130 % of text,
// there is no room for words beside icons.
func narrowRail(width float32) bool { return width < 1200 || scaled(100) > 130.5 }

// AccessibilityLabel implements fyne.Accessible.
func (r *Rail) AccessibilityLabel() string {
	if len(r.items) == 0 {
		return words.T("Schede")
	}
	t := r.tabs[r.aim]
	label := words.F("Scheda %s", r.items[r.aim].Label)
	if r.aim == r.selected {
		label += words.T(", aperta")
	}
	if t.overdue > 0 {
		label += words.F(", scaduti: %s", countWord(t.overdue))
	}
	if t.settle > 0 {
		label += words.F(", da sistemare: %s", countWord(t.settle))
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *Rail) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *Rail) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{&r.ground, &r.edge, &r.under, &r.page, &r.bar, &r.officeText, &r.placeText, r.status, &r.hintText}
	for _, t := range r.tabs {
		objects = append(objects, t.image, &t.words[0], &t.words[1], &t.badge, &t.count)
	}
	return append(objects, &r.ring)
}

func (r *Rail) paint() {
	setBox(&r.ground, ColorRail, "", 0, 0)
	setBox(&r.edge, theme.ColorNameSeparator, "", 0, 0)
	setBox(&r.page, ColorSheet, "", 0, 0)
	setBox(&r.bar, theme.ColorNamePrimary, "", 0, 0)
	setBox(&r.under, theme.ColorNameHover, "", 0, 0)
	setBox(&r.ring, "", ColorRing, 2, cornerRadius)
	hide(&r.under, r.hover < 0 || r.hover == r.selected)
	hide(&r.ring, !r.ringed())
	setText(&r.officeText, r.officeText.Text, theme.SizeNameCaptionText, theme.ColorNameForeground, true)
	setText(&r.placeText, r.placeText.Text, theme.SizeNameCaptionText, ColorInk2, false)
	setText(&r.hintText, r.hintText.Text, theme.SizeNameCaptionText, ColorInk2, false)
	for i, t := range r.tabs {
		r.paintTab(i, t)
	}
}

func (r *Rail) paintTab(i int, t *railTab) {
	ink, icon, bold := theme.ColorNameForeground, ColorInk2, i == r.selected
	if bold {
		ink, icon = theme.ColorNamePrimary, theme.ColorNamePrimary
	}
	size := theme.SizeNameText
	if r.narrow {
		size = theme.SizeNameCaptionText
	}
	for j := range t.words {
		setText(&t.words[j], t.words[j].Text, size, ink, bold)
	}
	setImage(t.image, r.items[i].Icon, icon)

	count := t.overdue
	if count > 0 {
		setBox(&t.badge, theme.ColorNameError, "", 0, r.badgeHeight()/2)
		setText(&t.count, badgeText(count), theme.SizeNameCaptionText, theme.ColorNameForegroundOnError, true)
	} else {
		count = t.settle
		setBox(&t.badge, ToneWarn.Tint(), theme.ColorNameWarning, 1.5, r.badgeHeight()/2)
		setText(&t.count, badgeText(count), theme.SizeNameCaptionText, theme.ColorNameWarning, true)
	}
	hide(&t.badge, count == 0)
	hide(&t.count, count == 0)
}

// badgeText keeps a counter short: beyond 99 the exact number says no more.
func badgeText(n int) string {
	if n > 99 {
		return "99+"
	}
	return countWord(n)
}
