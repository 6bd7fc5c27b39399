package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// drawnGrid is what a LetterGrid is drawn with: as many rows, heads and letters as
// were ever in view, each used again for whatever stands there now.
type drawnGrid struct {
	cache   headCache
	ground  canvas.Rectangle // of the heads
	lines   canvas.Rectangle // under the heads
	laid    fyne.Size        // for which everything has its place
	inView  bool             // the cell of the keyboard is
	corner  canvas.Text
	names   []*gridRow
	columns []*gridHead
	boxes   []*gridLetter

	frame, ring, hovering canvas.Rectangle // of the cell and the letter of the keyboard, of what is under the pointer
	barDown, barAlong     canvas.Rectangle
	gripDown, gripAlong   canvas.Rectangle
	all                   []fyne.CanvasObject
}

// gridRow is the name of a row, its ground and the line under it.
type gridRow struct {
	ground, rule canvas.Rectangle
	name, second canvas.Text
	image        *canvas.Image
}

// gridHead is the head of a column, its ground and the line before it.
type gridHead struct {
	ground, rule canvas.Rectangle
	names        [headLinesMost]canvas.Text
	second       canvas.Text
	image        *canvas.Image
}

type gridLetter struct {
	box  canvas.Rectangle
	text canvas.Text
}

func (g *LetterGrid) objects() []fyne.CanvasObject { return g.all }

// paint has nothing to do: place gives everything its look too, for what an object
// shows changes with the view.
func (g *LetterGrid) paint() {}

// stock sees that there are enough objects, and puts them in the order in which
// they lie on each other.
func (d *drawnGrid) stock(rows, cols, letters int) {
	if d.all != nil && len(d.names) >= rows && len(d.columns) >= cols && len(d.boxes) >= letters {
		return
	}
	for len(d.names) < rows {
		d.names = append(d.names, &gridRow{image: newImage()})
	}
	for len(d.columns) < cols {
		d.columns = append(d.columns, &gridHead{image: newImage()})
	}
	for len(d.boxes) < letters {
		d.boxes = append(d.boxes, &gridLetter{})
	}
	d.all = []fyne.CanvasObject{&d.ground, &d.corner}
	for _, r := range d.names {
		d.all = append(d.all, &r.ground)
	}
	for _, c := range d.columns {
		d.all = append(d.all, &c.ground, &c.rule)
	}
	for _, r := range d.names {
		d.all = append(d.all, &r.rule, &r.name, &r.second, r.image)
	}
	for _, c := range d.columns {
		for i := range c.names {
			d.all = append(d.all, &c.names[i])
		}
		d.all = append(d.all, &c.second, c.image)
	}
	for _, l := range d.boxes {
		d.all = append(d.all, &l.box, &l.text)
	}
	d.all = append(d.all, &d.lines, &d.hovering, &d.frame, &d.ring, &d.barDown, &d.gripDown, &d.barAlong, &d.gripAlong)
}

func (g *LetterGrid) place(size fyne.Size) {
	if size != g.laid && g.inView { // the cell of the keyboard stays in view
		g.reveal()
	} else {
		g.scrollTo(g.top, g.left)
	}
	p := g.plan()
	n := len(g.letters)
	g.stock(p.rows, p.cols, p.rows*p.cols*n)
	setBox(&g.ground, ColorSunken, "", 0, 0)
	placeAt(&g.ground, 0, 0, p.width, p.head)
	setBox(&g.lines, theme.ColorNameSeparator, "", 0, 0)
	placeAt(&g.lines, 0, p.head-1, p.width, 1)
	setText(&g.corner, g.model.Corner, theme.SizeNameText, theme.ColorNameForeground, true)
	placeLine(&g.corner, GapPanel, p.head-scaled(5)-lineHeight(theme.SizeNameText), lineHeight(theme.SizeNameText))
	for i, r := range g.names {
		g.placeRow(r, i, p)
	}
	for i, c := range g.columns {
		g.placeHead(c, i, p)
	}
	for i, l := range g.boxes {
		row, col := 0, 0
		if per := p.cols * n; per > 0 {
			row, col = i/per, i%per/n
		}
		if p.cols == 0 || row >= p.rows {
			hide(&l.box, true)
			hide(&l.text, true)
			continue
		}
		g.placeLetter(l, row, col, i%n, p)
	}
	g.laid, g.inView = size, g.row >= g.top && g.row < g.top+p.rows && g.col >= g.left && g.col < g.left+p.cols
	g.placeFrames(p)
	g.placeBars(p)
}

func (g *LetterGrid) placeRow(r *gridRow, i int, p gridPlan) {
	gone := i >= p.rows
	hide(&r.ground, true)
	hide(&r.rule, gone)
	hide(&r.name, gone)
	hide(&r.second, gone)
	if gone {
		setImage(r.image, NoIcon, ColorInk2)
		return
	}
	head, here := g.model.Row(g.top+i), g.top+i == g.row
	y := p.head + float32(i)*p.cellH
	fill, frame, ink := fyne.ThemeColorName(""), fyne.ThemeColorName(""), ColorInk2
	switch {
	case head.Tone == ToneError:
		fill, frame, ink = ToneError.Tint(), ToneError.frame(), ToneError.Ink()
	case here:
		fill = theme.ColorNameSelection
	case g.hover.row == g.top+i:
		fill = theme.ColorNameHover
	}
	hide(&r.ground, fill == "")
	if head.Tone == ToneWarn {
		ink = ToneWarn.Ink()
	}
	setBox(&r.ground, fill, frame, 2, 0)
	placeAt(&r.ground, 0, y, p.across(), p.cellH-1)
	setBox(&r.rule, ColorRowRule, "", 0, 0)
	placeAt(&r.rule, 0, y+p.cellH-1, p.across(), 1)
	room := p.names - GapPanel - GapTight
	first, second := lineHeight(theme.SizeNameText), lineHeight(theme.SizeNameCaptionText)
	y += (p.cellH - first - second) / 2
	setText(&r.name, shorten(head.Name, room, theme.SizeNameText, here), theme.SizeNameText, theme.ColorNameForeground, here)
	placeLine(&r.name, GapPanel, y, first)
	placeNote(&r.second, r.image, head, ink, GapPanel, y+first, room)
}

// placeNote puts the second line of a name, with its sign before it.
func placeNote(t *canvas.Text, image *canvas.Image, head LetterHead, ink fyne.ThemeColorName, x, y, room float32) {
	bold := head.Tone != ToneNeutral
	setImage(image, head.Icon, ink)
	if head.Icon != NoIcon {
		side := smallIconSide()
		placeAt(image, x, y+(lineHeight(theme.SizeNameCaptionText)-side)/2, side, side)
		x, room = x+side+GapTight, room-side-GapTight
	}
	setText(t, shorten(head.Second, room, theme.SizeNameCaptionText, bold), theme.SizeNameCaptionText, ink, bold)
	placeLine(t, x, y, lineHeight(theme.SizeNameCaptionText))
}

func (g *LetterGrid) placeHead(c *gridHead, i int, p gridPlan) {
	gone := i >= p.cols
	hide(&c.ground, gone || g.left+i != g.col)
	hide(&c.rule, gone)
	hide(&c.second, gone)
	for n := range c.names {
		hide(&c.names[n], gone)
	}
	if gone {
		setImage(c.image, NoIcon, ColorInk2)
		return
	}
	head, here := g.model.Column(g.left+i), g.left+i == g.col
	x := p.names + float32(i)*p.cellW
	ink := theme.ColorNameForeground
	if here {
		ink = theme.ColorNamePrimary
	}
	setBox(&c.ground, theme.ColorNameSelection, "", 0, 0)
	placeAt(&c.ground, x, 0, p.cellW, p.head-1)
	setBox(&c.rule, ColorRowRule, "", 0, 0)
	placeAt(&c.rule, x, 0, 1, p.head+p.shownH)
	room, step := p.cellW-p.inset-GapTight, lineHeight(theme.SizeNameText)
	lines := headWords(head.Name, room, p.headLines)
	y := p.head - scaled(5) - lineHeight(theme.SizeNameCaptionText) - step*float32(len(lines))
	for n := range c.names {
		text := ""
		if n < len(lines) {
			text = lines[n]
		}
		setText(&c.names[n], text, theme.SizeNameText, ink, true)
		placeLine(&c.names[n], x+p.inset, y+float32(n)*step, step)
	}
	note := ColorInk2
	if head.Tone != ToneNeutral {
		note = head.Tone.Ink()
	}
	placeNote(&c.second, c.image, head, note, x+p.inset, p.head-scaled(5)-lineHeight(theme.SizeNameCaptionText), room)
}

// headWords breaks a name into so many lines at most, the last of them shortened.
func headWords(name string, width float32, most int) []string {
	lines := wrapText(name, width, theme.SizeNameText, true)
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], shorten(strings.Join(lines[most-1:], " "), width, theme.SizeNameText, true))
	}
	return lines
}

func (g *LetterGrid) placeLetter(l *gridLetter, row, col, i int, p gridPlan) {
	at := p.corner(row, col)
	x, y := at.X+p.letterX(i), at.Y+(p.cellH-1-p.boxH)/2
	on := g.given(g.top+row, g.left+col, i)
	hide(&l.box, !on)
	hide(&l.text, false)
	if on {
		setBox(&l.box, theme.ColorNamePrimary, "", 0, cornerRadius-1)
		placeAt(&l.box, x, y, p.boxW, p.boxH)
		setText(&l.text, g.letters[i].Letter, theme.SizeNameCaptionText, theme.ColorNameForegroundOnPrimary, true)
	} else {
		setText(&l.text, "·", theme.SizeNameCaptionText, ColorInk2, true)
	}
	size := l.text.MinSize()
	placeCentred(&l.text, size, fyne.NewPos(x, y), fyne.NewSize(p.boxW, p.boxH))
}

// placeFrames marks the cell and the letter of the keyboard, and what is under the
// pointer.
func (g *LetterGrid) placeFrames(p gridPlan) {
	row, col := g.row-g.top, g.col-g.left
	hide(&g.frame, !g.inView)
	hide(&g.ring, !g.inView || !g.ringed())
	if g.inView {
		at := p.corner(row, col)
		border, width := theme.ColorNameInputBorder, float32(1)
		if g.focused {
			border, width = ColorRing, 2
		}
		setBox(&g.frame, "", border, width, cornerRadius)
		placeAt(&g.frame, at.X+3, at.Y+2, p.cellW-5, p.cellH-5)
		setBox(&g.ring, "", theme.ColorNameForeground, 2, cornerRadius)
		placeAt(&g.ring, at.X+p.letterX(g.letter)-2, at.Y+(p.cellH-1-p.boxH)/2-2, p.boxW+4, p.boxH+4)
	}
	row, col = g.hover.row-g.top, g.hover.col-g.left
	over := g.hover.letter >= 0 && row >= 0 && row < p.rows && col >= 0 && col < p.cols
	hide(&g.hovering, !over)
	if over {
		at := p.corner(row, col)
		setBox(&g.hovering, "", theme.ColorNamePrimary, 1, cornerRadius)
		placeAt(&g.hovering, at.X+p.letterX(g.hover.letter)-1, at.Y+(p.cellH-1-p.boxH)/2-1, p.boxW+2, p.boxH+2)
	}
}

func (g *LetterGrid) placeBars(p gridPlan) {
	for _, b := range []struct {
		ground, handle *canvas.Rectangle
		track, at      area
	}{
		{&g.barDown, &g.gripDown, p.right, p.handleDown(g.top, g.model.Rows())},
		{&g.barAlong, &g.gripAlong, p.foot, p.handleAlong(g.left, g.model.Columns())},
	} {
		none := b.track.w <= 0 || b.track.h <= 0
		hide(b.ground, none)
		hide(b.handle, none)
		if none {
			continue
		}
		setBox(b.ground, ColorSunken, "", 0, 0)
		placeAt(b.ground, b.track.x, b.track.y, b.track.w, b.track.h)
		setBox(b.handle, theme.ColorNameScrollBar, "", 0, 3)
		placeAt(b.handle, b.at.x+3, b.at.y+3, b.at.w-6, b.at.h-6)
	}
}
