package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Tile is a box to tick as large as a card: a name, and a line that says how one
// knows it as one's own.
type Tile struct {
	control
	// OnChanged tells of a change by the user.
	OnChanged func(checked bool)
	// OnFocus runs when the keyboard comes here.
	OnFocus func()

	checked, locked bool
	title, says     *Text

	ground, box, ring canvas.Rectangle
	tick              *canvas.Image
}

// NewTile returns a tile that is not ticked.
func NewTile(title, says string) *Tile {
	t := &Tile{
		title: NewStyledText(title, theme.SizeNameText, theme.ColorNameForeground, true),
		says:  NewHelp(says), tick: newImage(),
	}
	t.extend(t, t.toggle)
	return t
}

// SetChecked ticks or clears without telling OnChanged.
func (t *Tile) SetChecked(checked bool) {
	t.checked = checked
	t.Refresh()
}

// Checked tells whether the tile is ticked.
func (t *Tile) Checked() bool { return t.checked }

// SetLocked shows the tick without letting it be changed.
func (t *Tile) SetLocked(locked bool) {
	t.locked = locked
	t.Refresh()
}

// Text returns the name.
func (t *Tile) Text() string { return t.title.Text() }

func (t *Tile) toggle() {
	if t.locked {
		return
	}
	t.checked = !t.checked
	t.Refresh()
	if t.OnChanged != nil {
		t.OnChanged(t.checked)
	}
}

// FocusGained implements fyne.Focusable.
func (t *Tile) FocusGained() {
	t.control.FocusGained()
	call(t.OnFocus)
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Tile) AccessibilityLabel() string {
	said := ": no. "
	if t.checked {
		said = ": sì. "
	}
	return t.title.Text() + said + t.says.Text()
}

// AccessibilityRole implements fyne.Accessible.
func (t *Tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *Tile) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&t.ground, t.title, t.says, &t.box, t.tick, &t.ring}
}

func (t *Tile) paint() {
	fill, border, width := ColorSheet, theme.ColorNameSeparator, float32(1)
	boxFill, boxBorder, tick, ink := ColorSheet, theme.ColorNameInputBorder, NoIcon, theme.ColorNameForegroundOnPrimary
	if t.checked {
		fill, border, width = theme.ColorNameSelection, theme.ColorNamePrimary, 2
		boxFill, boxBorder, tick = theme.ColorNamePrimary, theme.ColorNamePrimary, IconCheck
	} else if t.hovered {
		fill = theme.ColorNameHover
	}
	if t.locked {
		fill, border, width = ColorSunken, theme.ColorNameSeparator, 1
		boxFill, boxBorder, ink = ColorNeutralTint, theme.ColorNameSeparator, theme.ColorNameForeground
	}
	setBox(&t.ground, fill, border, width, panelRadius)
	setBox(&t.box, boxFill, boxBorder, 1, 3)
	setBox(&t.ring, "", ColorRing, 2, panelRadius+2)
	hide(&t.ring, !t.ringed())
	setImage(t.tick, tick, ink)
}

// margin is that of a tile, inside the room that its ring takes.
const tileRing, tileMargin = 3, GapPanel

func (t *Tile) side() float32 { return scaled(18) }

// widths are those of the name, beside the box, and of the words below both.
func (t *Tile) widths(width float32) (title, says float32) {
	says = width - 2*(tileRing+tileMargin)
	return says - t.side() - GapSmall, says
}

// HeightForWidth implements WidthSensitive.
func (t *Tile) HeightForWidth(width float32) float32 {
	title, says := t.widths(width)
	return 2*(tileRing+tileMargin) + max(t.title.HeightForWidth(title), t.side()) + GapTight + t.says.HeightForWidth(says)
}

func (t *Tile) place(size fyne.Size) {
	title, says := t.widths(size.Width)
	const edge = tileRing + tileMargin
	h := max(t.title.HeightForWidth(title), t.side())
	placeAt(&t.ground, tileRing, tileRing, size.Width-2*tileRing, size.Height-2*tileRing)
	placeAt(&t.ring, 0, 0, size.Width, size.Height)
	placeAt(t.title, edge, edge, title, t.title.HeightForWidth(title))
	placeAt(t.says, edge, edge+h+GapTight, says, t.says.HeightForWidth(says))
	box := fyne.NewPos(size.Width-edge-t.side(), edge)
	placeAt(&t.box, box.X, box.Y, t.side(), t.side())
	placeCentred(t.tick, fyne.NewSquareSize(t.side()-2), box, fyne.NewSquareSize(t.side()))
}

func (t *Tile) minWidth() float32 { return scaled(150) }

func (t *Tile) minSize() fyne.Size {
	w := max(t.Size().Width, t.minWidth())
	return fyne.NewSize(t.minWidth(), t.HeightForWidth(w))
}

// tilesLayout puts tiles beside each other, as many as there is room for, and what
// belongs to one across the whole width below its row.
type tilesLayout struct{ width float32 }

// tileWidth is the least width of a tile, at 100 % text.
const tileWidth = 215

// Tiles lays out pairs of a tile and what belongs to it, which takes no room while
// it is hidden.
func Tiles(pairs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tilesLayout{}, pairs...)
}

// walk calls at for each object with its place, and returns the height of all.
func (l *tilesLayout) walk(pairs []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	n := max(int((width+GapPanel)/(scaled(tileWidth)+GapPanel)), 1)
	w := (width - GapPanel*float32(n-1)) / float32(n)
	var y float32
	for i := 0; i < len(pairs); i += 2 * n {
		row := pairs[i:min(i+2*n, len(pairs))]
		var h float32
		for j := 0; j < len(row); j += 2 {
			h = max(h, HeightForWidth(row[j], w))
		}
		for j := 0; j < len(row); j += 2 {
			at(row[j], float32(j/2)*(w+GapPanel), y, w, h)
		}
		y += h + GapSmall
		for j := 1; j < len(row); j += 2 {
			if row[j].Visible() {
				h := HeightForWidth(row[j], width)
				at(row[j], 0, y, width, h)
				y += h + GapSmall
			}
		}
	}
	return max(y-GapSmall, 0)
}

// Layout implements fyne.Layout.
func (l *tilesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, placeAt)
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *tilesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.heightForWidth(objects, max(l.width, w)))
}

func (l *tilesLayout) minWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l *tilesLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
