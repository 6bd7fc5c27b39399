package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
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
	x := float32(0)
	for i := range t.labels {
		x += t.width(i)
		if e.Position.X < x {
			t.choose(i)
			return
		}
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (t *SubTabs) AccessibilityLabel() string {
	return t.labels[t.selected] + ", scheda " + strconv.Itoa(t.selected+1) + " di " + strconv.Itoa(len(t.labels))
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
		if i == t.selected {
			text.Color = theme.Color(theme.ColorNamePrimary)
		}
		text.Refresh()
	}
}

func (t *SubTabs) place(size fyne.Size) {
	x := float32(0)
	for i, text := range t.texts {
		w := t.width(i)
		have := text.MinSize()
		text.Resize(have)
		text.Move(fyne.NewPos(x+(w-have.Width)/2, (size.Height-3-have.Height)/2))
		if i == t.selected {
			t.bar.Resize(fyne.NewSize(w-2*GapSmall, 3))
			t.bar.Move(fyne.NewPos(x+GapSmall, size.Height-3))
			t.ring.Resize(fyne.NewSize(w-2, size.Height-6))
			t.ring.Move(fyne.NewPos(x+1, 1))
		}
		x += w
	}
	t.line.Resize(fyne.NewSize(size.Width, 1))
	t.line.Move(fyne.NewPos(0, size.Height-1))
}

func (t *SubTabs) minSize() fyne.Size {
	var width float32
	for i := range t.labels {
		width += t.width(i)
	}
	return fyne.NewSize(width, lineHeight(theme.SizeNameText)+20)
}
