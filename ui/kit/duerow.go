package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// dueRow is one row of a DueList, filled anew as the list is scrolled.
type dueRow struct {
	widget.BaseWidget
	due     *DueList
	data    DueRow
	ring    bool
	hovered bool

	ground, rule, focus                          canvas.Rectangle
	title, second, more, who, when, verb, number canvas.Text
	image, arrow                                 *canvas.Image
}

func newDueRow(due *DueList) *dueRow {
	r := &dueRow{due: due, image: newImage(), arrow: newImage()}
	r.ExtendBaseWidget(r)
	return r
}

func (r *dueRow) set(data DueRow, ring bool) {
	r.data, r.ring = data, ring
	r.Refresh()
}

// Cursor implements desktop.Cursorable.
func (r *dueRow) Cursor() desktop.Cursor {
	if r.data.Head {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn implements desktop.Hoverable.
func (r *dueRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *dueRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *dueRow) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *dueRow) AccessibilityLabel() string { return r.data.spoken() }

// AccessibilityRole implements fyne.Accessible.
func (r *dueRow) AccessibilityRole() fyne.AccessibleRole {
	if r.data.Head {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer implements fyne.Widget.
func (r *dueRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *dueRow) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&r.ground, &r.rule, r.image, &r.number, &r.title, &r.second, &r.more, &r.who, &r.when, &r.verb, r.arrow, &r.focus}
}

func (r *dueRow) paint() {
	fill := ColorSheet
	switch {
	case r.data.Head:
		fill = ColorSunken
	case r.hovered:
		fill = theme.ColorNameHover
	}
	small := r.data.Head || r.due.narrow()
	setBox(&r.ground, fill, "", 0, 0)
	setBox(&r.rule, ColorRowRule, "", 0, 0)
	setBox(&r.focus, "", ColorRing, 2, cornerRadius)
	hide(&r.focus, !r.ring)
	setImage(r.image, r.data.Icon, r.data.Tone.Ink())
	setText(&r.number, "", theme.SizeNameText, r.data.Tone.Ink(), true)
	if r.data.Head {
		r.number.Text = countWord(r.data.Number)
	}
	setText(&r.title, r.title.Text, theme.SizeNameText, theme.ColorNameForeground, r.data.Head)
	setText(&r.second, r.second.Text, theme.SizeNameCaptionText, ColorInk2, false)
	setText(&r.more, r.more.Text, theme.SizeNameCaptionText, ColorInk2, false)
	setText(&r.who, r.who.Text, sizeOf(small), ColorInk2, false)
	ink := r.data.Tone.Ink()
	if r.data.Head {
		ink = ColorInk2
	}
	setText(&r.when, r.when.Text, sizeOf(small), ink, !r.data.Head)
	setText(&r.verb, r.data.Verb, theme.SizeNameText, theme.ColorNameHyperlink, true)
	arrow := IconChevronRight
	if r.data.Head {
		arrow = NoIcon
	}
	setImage(r.arrow, arrow, theme.ColorNameHyperlink)
}

func sizeOf(small bool) fyne.ThemeSizeName {
	if small {
		return theme.SizeNameCaptionText
	}
	return theme.SizeNameText
}

func (r *dueRow) place(size fyne.Size) {
	r.ground.Resize(size)
	placeAt(&r.rule, 0, size.Height-1, size.Width, 1)
	placeAt(&r.focus, 1, 1, size.Width-2, size.Height-3)
	side := scaled(18)
	left := rowPad + side + GapPanel
	placeAt(r.image, rowPad, (size.Height-side)/2, side, side)
	placeLine(&r.number, rowPad+(side-r.number.MinSize().Width)/2, 0, size.Height)
	end := size.Width - rowPad
	if !r.data.Head {
		arrow := smallIconSide()
		placeAt(r.arrow, end-arrow, (size.Height-arrow)/2, arrow, arrow)
		end -= arrow + GapTight
		w := r.verb.MinSize().Width
		placeLine(&r.verb, end-w, 0, size.Height)
		end -= w
	}
	if r.due.narrow() {
		r.stack(left, end-GapPanel, size.Height)
		return
	}
	// Columns stand below each other whatever the verb of a row. The reason runs on
	// under whose turn it is and by when, so that its law can be read.
	room := size.Width - left - rowPad - r.verbRoom()
	when, who := room*0.20, room*0.22
	x := size.Width - rowPad - r.verbRoom()
	y, upper := (size.Height-r.textHeight())/2, lineHeight(theme.SizeNameText)
	r.reason([]string{shorten(r.data.Second, x-GapPanel-left, theme.SizeNameCaptionText, false)}, left, y+upper)
	x -= when
	r.when.Text = shorten(r.data.When, when-GapPanel, sizeOf(r.data.Head), !r.data.Head)
	placeLine(&r.when, x, y, upper)
	x -= who
	r.who.Text = shorten(r.data.Who, who-GapPanel, sizeOf(r.data.Head), false)
	placeLine(&r.who, x, y, upper)
	r.heading(left, x-GapPanel-left, y)
}

// verbRoom is the width that is kept for the verb at the end.
func (r *dueRow) verbRoom() float32 { return scaled(104) }

func (r *dueRow) textHeight() float32 {
	if r.data.Head {
		return lineHeight(theme.SizeNameText)
	}
	return lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText)
}

func (r *dueRow) heading(x, width, y float32) {
	r.title.Text = shorten(r.data.Title, width, theme.SizeNameText, r.data.Head)
	placeLine(&r.title, x, y, lineHeight(theme.SizeNameText))
}

// reason shows why, on as many lines as it was broken into, and gives where they end.
func (r *dueRow) reason(lines []string, x, y float32) float32 {
	r.second.Text, r.more.Text = "", ""
	low := lineHeight(theme.SizeNameCaptionText)
	for i, text := range []*canvas.Text{&r.second, &r.more} {
		if i < len(lines) && lines[i] != "" {
			text.Text = lines[i]
			placeLine(text, x, y, low)
			y += low
		}
	}
	return y
}

// stack puts by when and whose turn it is below the rest, and the reason on two lines
// where it needs them.
func (r *dueRow) stack(x, end, height float32) {
	r.when.Text, r.who.Text = "", ""
	if r.data.Head {
		r.heading(x, end-x, (height-r.textHeight())/2)
		r.reason(nil, x, 0)
		return
	}
	low := lineHeight(theme.SizeNameCaptionText)
	lines := wrapText(r.data.Second, end-x, theme.SizeNameCaptionText, false)
	if len(lines) > 2 {
		lines = []string{lines[0], shorten(strings.Join(lines[1:], " "), end-x, theme.SizeNameCaptionText, false)}
	}
	y := (height - lineHeight(theme.SizeNameText) - float32(len(lines)+1)*low) / 2
	r.heading(x, end-x, y)
	y = r.reason(lines, x, y+lineHeight(theme.SizeNameText))
	r.when.Text = shorten(r.data.When, end-x, theme.SizeNameCaptionText, true)
	at := placeLine(&r.when, x, y, low) + GapPanel
	if rest := end - at; rest > scaled(40) {
		r.who.Text = shorten(r.data.Who, rest, theme.SizeNameCaptionText, false)
	}
	placeLine(&r.who, at, y, low)
}

func (r *dueRow) minSize() fyne.Size { return fyne.NewSize(scaled(120), r.due.rowHeight()) }
