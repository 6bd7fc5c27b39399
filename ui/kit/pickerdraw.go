package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// HeightForWidth implements WidthSensitive.
func (p *Picker) HeightForWidth(width float32) float32 {
	return p.arrange(width, nil)
}

// CreateRenderer implements fyne.Widget.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *Picker) objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{p.box}
	for _, c := range p.chips {
		objs = append(objs, c)
	}
	objs = append(objs, p.entry, p.ring, p.hint)
	if p.inline {
		objs = append(objs, p.shown)
	}
	return objs
}

func (p *Picker) paint() {
	paintField(p.box, p.ring, fieldState{
		focused: p.entry.focused || p.pressing, wrong: p.wrong, locked: p.locked, disabled: p.disabled,
	})
	hide(p.entry, p.entryHidden())
	for i, c := range p.chips {
		c.setMarked(i == p.mark)
	}
}

func (p *Picker) minSize() fyne.Size {
	width := scaled(140)
	return fyne.NewSize(width, p.HeightForWidth(max(p.Size().Width, width)))
}

func (p *Picker) place(size fyne.Size) {
	p.arrange(size.Width, func(o fyne.CanvasObject, x, y, w, h float32) { placeAt(o, x, y, w, h) })
}

// entryHidden says that there is nothing to type: the chips are all.
func (p *Picker) entryHidden() bool {
	return (p.locked || p.disabled) && len(p.chips) > 0
}

// arrange lays chips and text in lines, hands their places to at, if given, and
// returns the height of all.
func (p *Picker) arrange(width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if at == nil {
		at = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	const gap = 4
	chip, line := chipBoxHeight(), controlHeight()
	edge := (line - chip) / 2
	x, y := edge, float32(0)
	for _, c := range p.chips {
		w := min(c.wanted(), width-2*edge)
		if x > edge && x+w > width-edge {
			x, y = edge, y+chip+gap
		}
		at(c, x, y+edge, w, chip)
		x += w + gap
	}
	// The text goes on where the chips end, if there is room to type.
	room := scaled(120)
	switch {
	case p.entryHidden():
	case len(p.chips) > 0 && x+room > width:
		x, y = edge, y+chip+gap
	}
	left := x - edge
	at(p.entry, left, y, max(width-left, 0), line)
	box := y + line
	at(p.box, 0, 0, width, box)
	at(p.ring, 0, 0, width, box)
	height := box
	if p.hint.Visible() {
		h := p.hint.HeightForWidth(width)
		at(p.hint, 0, height+GapTight, width, h)
		height += GapTight + h
	}
	if p.inline && p.shown.Visible() {
		h := p.shown.MinSize().Height
		at(p.shown, 0, height+2, width, h)
		height += 2 + h
	}
	return height
}

// chipBoxHeight is the height of a chosen item: enough to hit its cross.
func chipBoxHeight() float32 { return theme.TextSize()*lineSpacing + 5 }

// pickChip is one chosen item.
type pickChip struct {
	widget.BaseWidget
	owner  *Picker
	index  int
	label  string
	marked bool
	over   bool

	box   *canvas.Rectangle
	text  *canvas.Text
	cross *canvas.Image
}

func newPickChip(owner *Picker, index int, label string) *pickChip {
	c := &pickChip{
		owner: owner, index: index, label: label,
		box: &canvas.Rectangle{}, text: &canvas.Text{}, cross: newImage(),
	}
	c.ExtendBaseWidget(c)
	return c
}

func (c *pickChip) setMarked(marked bool) {
	if c.marked != marked {
		c.marked = marked
		c.Refresh()
	}
}

// removable says whether there is a cross.
func (c *pickChip) removable() bool { return !c.owner.locked && !c.owner.disabled }

func (c *pickChip) crossRoom() float32 {
	if c.removable() {
		return chipBoxHeight()
	}
	return c.pad()
}

func (c *pickChip) pad() float32 { return 8 }

func (c *pickChip) wanted() float32 {
	return measure(c.label, theme.SizeNameText, false).Width + c.pad() + c.crossRoom() + 1
}

func (c *pickChip) onCross(p fyne.Position) bool {
	return c.removable() && p.X >= c.Size().Width-c.crossRoom()
}

// Tapped implements fyne.Tappable.
func (c *pickChip) Tapped(e *fyne.PointEvent) {
	if c.onCross(e.Position) {
		c.owner.remove(c.index)
	}
	c.owner.focus()
}

// MouseIn implements desktop.Hoverable.
func (c *pickChip) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (c *pickChip) MouseMoved(e *desktop.MouseEvent) { c.hover(c.onCross(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (c *pickChip) MouseOut() { c.hover(false) }

func (c *pickChip) hover(over bool) {
	if c.over != over {
		c.over = over
		c.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *pickChip) AccessibilityLabel() string { return words.F("Togli: %s", c.label) }

// AccessibilityRole implements fyne.Accessible.
func (c *pickChip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *pickChip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *pickChip) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.box, c.text, c.cross}
}

func (c *pickChip) paint() {
	fill, ink, border := theme.ColorNameSelection, theme.ColorNameForeground, fyne.ThemeColorName("")
	switch {
	case !c.removable():
		fill, ink = ColorNeutralTint, ColorInk2
	case c.marked:
		fill, ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	}
	if c.owner.locked {
		ink = theme.ColorNameForeground
	}
	setBox(c.box, fill, border, 1, cornerRadius)
	setText(c.text, c.label, theme.SizeNameText, ink, false)
	cross, crossInk := IconClose, ColorInk2
	switch {
	case !c.removable():
		cross = NoIcon
	case c.marked:
		crossInk = theme.ColorNameForegroundOnPrimary
	case c.over:
		crossInk = theme.ColorNameError
	}
	setImage(c.cross, cross, crossInk)
}

func (c *pickChip) place(size fyne.Size) {
	c.box.Resize(size)
	c.text.Text = shorten(c.label, size.Width-c.pad()-c.crossRoom(), theme.SizeNameText, false)
	placeLine(c.text, c.pad(), 0, size.Height)
	side, room := iconSide()*0.75, c.crossRoom()
	placeCentred(c.cross, fyne.NewSquareSize(side), fyne.NewPos(size.Width-room, 0), fyne.NewSize(room, size.Height))
}

func (c *pickChip) minSize() fyne.Size { return fyne.NewSize(scaled(40), chipBoxHeight()) }
