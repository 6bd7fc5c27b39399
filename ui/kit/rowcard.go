package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// rowCard is the card of one child: a head to open and close it, the buttons,
// and its fields.
type rowCard struct {
	rows             *Rows
	index            int
	head             *rowHead
	up, down, remove *iconButton
	content          fyne.CanvasObject
	root             *fyne.Container
}

func newRowCard(rows *Rows, i int) *rowCard {
	c := &rowCard{rows: rows, index: i, content: rows.config.Build(i)}
	c.head = newRowHead(c)
	parts := []fyne.CanvasObject{Grow(c.head)}
	title := rows.titleOf(i)
	c.up = newIconButton(iconUp, words.F("Sposta su: %s", title), func() { rows.move(i, i-1) })
	c.down = newIconButton(IconChevronDown, words.F("Sposta giù: %s", title), func() { rows.move(i, i+1) })
	c.remove = newIconButton(IconTrash, words.F("Togli: %s", title), func() { rows.take(c) })
	n := rows.config.Count()
	if !rows.locked {
		if rows.config.Move != nil && n > 1 {
			c.up.disabled, c.down.disabled = i == 0, i == n-1
			parts = append(parts, c.up, c.down)
		}
		if rows.config.Remove != nil {
			parts = append(parts, c.remove)
		}
	}
	inside := Column(0, Pad(4, 6, 4, 4, Row(2, parts...)), Pad(4, GapPanel, GapPanel, GapPanel, c.content))
	c.root = Layers(NewSurface(ColorSheet, theme.ColorNameSeparator, cornerRadius), inside)
	c.showContent()
	return c
}

// showContent follows whether the card is open.
func (c *rowCard) showContent() {
	inside := c.root.Objects[1].(*fyne.Container)
	hide(inside.Objects[1], c.rows.closed[c.index])
	c.head.Refresh()
}

// rowHead is the title of a card; pressing it opens and closes the card.
type rowHead struct {
	control
	card    *rowCard
	box     *canvas.Rectangle
	chevron *canvas.Image
	title   *canvas.Text
	summary *canvas.Text
	said    said // as they stand there now
}

func newRowHead(card *rowCard) *rowHead {
	h := &rowHead{
		card: card, box: &canvas.Rectangle{}, chevron: newImage(), title: &canvas.Text{}, summary: &canvas.Text{},
	}
	h.extend(h, func() { card.rows.SetOpen(card.index, !h.open()) })
	return h
}

func (h *rowHead) open() bool { return h.card.rows.IsOpen(h.card.index) }

// TypedKey implements fyne.Focusable: right opens and left closes, as in trees;
// up and down go from head to head, and Delete takes the card away. By Tab each
// card between would cost four presses.
func (h *rowHead) TypedKey(e *fyne.KeyEvent) {
	rows := h.card.rows
	if to, ok := aimed(e.Name, h.card.index, len(rows.cards)); ok {
		rows.cards[to].head.hold()
		return
	}
	switch e.Name {
	case fyne.KeyRight:
		rows.SetOpen(h.card.index, true)
	case fyne.KeyLeft:
		rows.SetOpen(h.card.index, false)
	case fyne.KeyDelete:
		if rows.config.Remove != nil && !rows.locked {
			rows.take(h.card)
		}
	default:
		h.control.TypedKey(e)
	}
}

// hold gives the head the keyboard at once, before the next key comes.
func (h *rowHead) hold() {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(h); cv != nil {
		cv.Focus(h)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (h *rowHead) AccessibilityLabel() string {
	title := h.card.rows.titleOf(h.card.index)
	if h.open() {
		return words.F("%s, aperto", title)
	}
	return spoken(words.F("%s, chiuso", title), h.card.rows.summaryOf(h.card.index), "")
}

// AccessibilityRole implements fyne.Accessible.
func (h *rowHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (h *rowHead) CreateRenderer() fyne.WidgetRenderer { return newRenderer(h) }

func (h *rowHead) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{h.box, h.chevron, h.title, h.summary}
}

func (h *rowHead) paint() {
	fill, ring := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	if h.hovered {
		fill = theme.ColorNameHover
	}
	if h.ringed() {
		ring = ColorRing
	}
	setBox(h.box, fill, ring, 2, cornerRadius)
	icon := IconChevronRight
	if h.open() {
		icon = IconChevronDown
	}
	setImage(h.chevron, icon, ColorInk2)
	setText(h.title, "", theme.SizeNameText, theme.ColorNameForeground, true)
	setText(h.summary, "", theme.SizeNameCaptionText, ColorInk2, false)
}

func (h *rowHead) place(size fyne.Size) {
	h.box.Resize(size)
	side := iconSide() * 0.85
	placeAt(h.chevron, 6, (size.Height-side)/2, side, side)
	x := 6 + side + 6
	room := size.Width - x - 6
	h.said = h.card.rows.saidOf(h.card.index)
	h.title.Text = shorten(h.said.title, room, theme.SizeNameText, true)
	end := placeLine(h.title, x, 0, size.Height)
	h.summary.Text = ""
	if rest := size.Width - end - 18; !h.open() && rest > scaled(40) {
		h.summary.Text = shorten(h.said.summary, rest, theme.SizeNameCaptionText, false)
	}
	placeLine(h.summary, end+12, 0, size.Height)
}

func (h *rowHead) minSize() fyne.Size { return fyne.NewSize(scaled(80), scaled(30)) }

// iconUp completes the chevrons of the set.
const iconUp Icon = "chevron-up"

// iconButton is a small button of an icon alone, with a name for screen readers.
type iconButton struct {
	Button
	name string
}

func newIconButton(icon Icon, name string, tapped func()) *iconButton {
	b := &iconButton{name: name}
	b.kind, b.icon, b.image, b.OnTapped = Plain, icon, newImage(), tapped
	b.extend(b, func() { b.OnTapped() })
	return b
}

// AccessibilityLabel implements fyne.Accessible.
func (b *iconButton) AccessibilityLabel() string { return b.name }

// CreateRenderer implements fyne.Widget.
func (b *iconButton) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *iconButton) minSize() fyne.Size { return fyne.NewSquareSize(scaled(30)) }

func (b *iconButton) place(size fyne.Size) {
	b.box.Resize(size)
	b.ring.Resize(size)
	placeCentred(b.image, fyne.NewSquareSize(iconSide()), fyne.Position{}, size)
}
