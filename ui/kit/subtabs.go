package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// SubTabs are the pages of one tab, in a line over them. One stop of the
// keyboard: ← → Home and End go to a page at once.
type SubTabs struct {
	control
	labels   []string
	selected int
	under    int // the tab under the pointer, -1 none
	onSelect func(i int)

	texts []*canvas.Text
	bar   *canvas.Rectangle
	line  *canvas.Rectangle
	ring  *canvas.Rectangle
}

// NewSubTabs returns the line with its first page selected; onSelect is told of
// each choice by the user.
func NewSubTabs(labels []string, onSelect func(i int)) *SubTabs {
	t := &SubTabs{
		labels: labels, onSelect: onSelect, under: -1,
		bar: &canvas.Rectangle{}, line: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
	}
	for range labels {
		t.texts = append(t.texts, &canvas.Text{})
	}
	t.extend(t, nil)
	return t
}

// Selected returns the page that is marked.
func (t *SubTabs) Selected() int { return t.selected }

// Select marks a page without telling onSelect.
func (t *SubTabs) Select(i int) {
	t.selected = i
	t.Refresh()
}

func (t *SubTabs) choose(i int) {
	if i < 0 || i >= len(t.labels) || i == t.selected {
		return
	}
	t.Select(i)
	t.onSelect(i)
}

// TypedKey implements fyne.Focusable.
func (t *SubTabs) TypedKey(e *fyne.KeyEvent) {
	t.showRing()
	switch e.Name {
	case fyne.KeyLeft:
		t.choose(t.selected - 1)
	case fyne.KeyRight:
		t.choose(t.selected + 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.labels) - 1)
	}
}

// Tapped implements fyne.Tappable.
func (t *SubTabs) Tapped(e *fyne.PointEvent) {
	t.takeFocus()
	if i := t.tabAt(e.Position); i >= 0 {
		t.choose(i)
	}
}

// tabAt is the tab at a place, -1 for none.
func (t *SubTabs) tabAt(at fyne.Position) int {
	found := -1
	t.each(t.Size().Width, func(i int, x, y float32) {
		if at.X >= x && at.X < x+t.width(i) && at.Y >= y && at.Y < y+t.lineHigh() {
			found = i
		}
	})
	return found
}

// MouseIn implements desktop.Hoverable.
func (t *SubTabs) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (t *SubTabs) MouseMoved(e *desktop.MouseEvent) {
	if i := t.tabAt(e.Position); i != t.under {
		t.under = i
		t.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (t *SubTabs) MouseOut() {
	t.under = -1
	t.control.MouseOut()
}

// each walks over the tabs, beginning a new line where one does not fit.
func (t *SubTabs) each(width float32, do func(i int, x, y float32)) (height float32) {
	var x, y float32
	for i := range t.labels {
		w := t.width(i)
		if x > 0 && x+w > width {
			x, y = 0, y+t.lineHigh()
		}
		do(i, x, y)
		x += w
	}
	return y + t.lineHigh()
}

func (t *SubTabs) lineHigh() float32 { return lineHeight(theme.SizeNameText) + 20 }

// HeightForWidth implements WidthSensitive.
func (t *SubTabs) HeightForWidth(width float32) float32 {
	return t.each(width, func(int, float32, float32) {})
}

// AccessibilityLabel implements fyne.Accessible.
func (t *SubTabs) AccessibilityLabel() string {
	return words.F("%s, scheda %d di %d", t.labels[t.selected], t.selected+1, len(t.labels))
}

// AccessibilityRole implements fyne.Accessible.
func (t *SubTabs) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *SubTabs) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *SubTabs) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.line}
	for _, text := range t.texts {
		out = append(out, text)
	}
	return append(out, t.bar, t.ring)
}

// width is bold for every label, so that nothing moves when another is chosen.
func (t *SubTabs) width(i int) float32 {
	return measure(t.labels[i], theme.SizeNameText, true).Width + 2*GapPanel
}

func (t *SubTabs) paint() {
	setBox(t.line, theme.ColorNameSeparator, "", 0, 0)
	setBox(t.bar, theme.ColorNamePrimary, "", 0, 0)
	setBox(t.ring, "", theme.ColorNamePrimary, 2, cornerRadius)
	hide(t.ring, !t.ringed())
	for i, text := range t.texts {
		text.Text, text.TextSize = t.labels[i], theme.TextSize()
		text.TextStyle.Bold = i == t.selected
		text.Color = theme.Color(theme.ColorNameForeground)
		if i == t.selected || i == t.under {
			text.Color = theme.Color(theme.ColorNamePrimary)
		}
		text.Refresh()
	}
}

func (t *SubTabs) place(size fyne.Size) {
	high := t.lineHigh()
	t.each(size.Width, func(i int, x, y float32) {
		w, have := t.width(i), t.texts[i].MinSize()
		placeAt(t.texts[i], x+(w-have.Width)/2, y+(high-3-have.Height)/2, have.Width, have.Height)
		if i == t.selected {
			placeAt(t.bar, x+GapSmall, y+high-3, w-2*GapSmall, 3)
			placeAt(t.ring, x+1, y+1, w-2, high-6)
		}
	})
	placeAt(t.line, 0, size.Height-1, size.Width, 1)
}

// minSize is that of the widest tab: the others may go on to the next line.
func (t *SubTabs) minSize() fyne.Size {
	var width float32
	for i := range t.labels {
		width = max(width, t.width(i))
	}
	return fyne.NewSize(width, t.lineHigh())
}
