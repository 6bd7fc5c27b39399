package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// SubTabs are the pages of one tab, in a line over them. One stop of the
// keyboard: ← → Home and End go to a page at once. Where one line does not hold
// them they stand closer, on two; where those do not either, one line shows the
// pages about the selected one, between arrows that lead to the others.
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
	ends  [2]*canvas.Image // the arrows
}

// NewSubTabs returns the line with its first page selected; onSelect is told of
// each choice by the user.
func NewSubTabs(labels []string, onSelect func(i int)) *SubTabs {
	t := &SubTabs{
		labels: labels, onSelect: onSelect, under: -1,
		bar: &canvas.Rectangle{}, line: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
		ends: [2]*canvas.Image{newImage(), newImage()},
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
	if askedHelp(t, e) {
		return
	}
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
	f := t.flow(t.Size().Width)
	switch i := t.tabAt(e.Position); {
	case i >= 0:
		t.choose(i)
	case f.arrow > 0 && e.Position.X < f.arrow:
		t.choose(f.from - 1)
	case f.arrow > 0 && e.Position.X >= t.Size().Width-f.arrow:
		t.choose(f.to)
	}
}

// tabAt is the tab at a place, -1 for none.
func (t *SubTabs) tabAt(at fyne.Position) int {
	found := -1
	t.each(t.Size().Width, func(i int, x, y, w float32) {
		if at.X >= x && at.X < x+w && at.Y >= y && at.Y < y+t.lineHigh() {
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

// tabFlow is how the tabs are laid out in a width.
type tabFlow struct {
	pad      float32 // on either side of a label
	from, to int     // those that show
	arrow    float32 // the width of an arrow; 0 where all show
}

func (t *SubTabs) flow(width float32) tabFlow {
	f := tabFlow{pad: GapPanel, to: len(t.labels)}
	if t.lines(width, f.pad) == 1 {
		return f
	}
	if f.pad = GapSmall; t.lines(width, f.pad) <= 2 {
		return f
	}
	f.arrow = max(t.lineHigh()*0.6, 24)
	room := width - 2*f.arrow - t.padded(t.selected, f.pad)
	f.from, f.to = t.selected, t.selected+1
	for grew := true; grew; {
		grew = false
		if f.to < len(t.labels) && t.padded(f.to, f.pad) <= room {
			room -= t.padded(f.to, f.pad)
			f.to, grew = f.to+1, true
		}
		if f.from > 0 && t.padded(f.from-1, f.pad) <= room {
			room -= t.padded(f.from-1, f.pad)
			f.from, grew = f.from-1, true
		}
	}
	return f
}

// lines counts those that all tabs need.
func (t *SubTabs) lines(width, pad float32) int {
	n, x := 1, float32(0)
	for i := range t.labels {
		w := t.padded(i, pad)
		if x > 0 && x+w > width {
			n, x = n+1, 0
		}
		x += w
	}
	return n
}

// each walks over the tabs that show, beginning a new line where one does not fit.
func (t *SubTabs) each(width float32, do func(i int, x, y, w float32)) (height float32) {
	f := t.flow(width)
	x, y := f.arrow, float32(0)
	for i := f.from; i < f.to; i++ {
		w := t.padded(i, f.pad)
		if x > f.arrow && x+w > width {
			x, y = 0, y+t.lineHigh()
		}
		do(i, x, y, w)
		x += w
	}
	return y + t.lineHigh()
}

func (t *SubTabs) lineHigh() float32 { return lineHeight(theme.SizeNameText) + 20 }

// HeightForWidth implements WidthSensitive.
func (t *SubTabs) HeightForWidth(width float32) float32 {
	return t.each(width, func(int, float32, float32, float32) {})
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
	return append(out, t.bar, t.ring, t.ends[0], t.ends[1])
}

// padded is the width of a tab: bold for every label, so that nothing moves when
// another is chosen.
func (t *SubTabs) padded(i int, pad float32) float32 {
	return measure(t.labels[i], theme.SizeNameText, true).Width + 2*pad
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
	high, f := t.lineHigh(), t.flow(size.Width)
	for i, text := range t.texts {
		hide(text, i < f.from || i >= f.to)
	}
	for i, more := range []bool{f.arrow > 0 && f.from > 0, f.arrow > 0 && f.to < len(t.labels)} {
		icon := NoIcon
		if more {
			icon = [2]Icon{IconChevronLeft, IconChevronRight}[i]
		}
		setImage(t.ends[i], icon, theme.ColorNamePrimary)
		side := scaled(18)
		placeAt(t.ends[i], float32(i)*(size.Width-f.arrow)+(f.arrow-side)/2, (high-3-side)/2, side, side)
	}
	t.each(size.Width, func(i int, x, y, w float32) {
		have := t.texts[i].MinSize()
		placeAt(t.texts[i], x+(w-have.Width)/2, y+(high-3-have.Height)/2, have.Width, have.Height)
		if i == t.selected {
			placeAt(t.bar, x+GapSmall, y+high-3, w-2*GapSmall, 3)
			placeAt(t.ring, x+1, y+1, w-2, high-6)
		}
	})
	placeAt(t.line, 0, size.Height-1, size.Width, 1)
}

// minSize is that of the widest tab: the others need not show.
func (t *SubTabs) minSize() fyne.Size {
	var width float32
	for i := range t.labels {
		width = max(width, t.padded(i, GapPanel))
	}
	return fyne.NewSize(width, t.lineHigh())
}
