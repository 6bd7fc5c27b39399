package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// listRows is how many options a drop-down shows before it scrolls.
const listRows = 8

// optionList draws options one below the other, at most listRows of them, and
// scrolls through the rest. Only the rows in view have objects, so thousands of
// options cost as little as eight. It takes no keyboard: who owns it sends the
// keys, because in the picker the keyboard stays in the text that is typed.
type optionList struct {
	widget.BaseWidget
	options []Option
	// add says that the last option is an offer to add what was typed.
	add bool
	// chosen is the value that bears a tick; ticks says whether there is one.
	chosen  string
	ticks   bool
	current int
	first   int

	onTake func(i int)
	// onPress tells of a button going down or up on the list, which takes the
	// keyboard away from the text above for a moment.
	onPress func(down bool)

	thumb   *canvas.Rectangle
	rows    [listRows]optionRow
	dragged float32
}

type optionRow struct {
	fill        *canvas.Rectangle
	label, hint *canvas.Text
	mark        *canvas.Image
}

func newOptionList() *optionList {
	l := &optionList{}
	l.init()
	l.ExtendBaseWidget(l)
	return l
}

func (l *optionList) init() {
	l.thumb = &canvas.Rectangle{}
	for i := range l.rows {
		l.rows[i] = optionRow{&canvas.Rectangle{}, &canvas.Text{}, &canvas.Text{}, newImage()}
	}
}

// show replaces the options and puts the light on one of them; -1 on none.
func (l *optionList) show(options []Option, current int) {
	l.options, l.current, l.first = options, current, 0
	l.reveal()
	l.Refresh()
}

// move moves the light, round the ends.
func (l *optionList) move(by int) {
	n := len(l.options)
	if n == 0 {
		return
	}
	switch {
	case l.current < 0 && by < 0:
		l.current = n - 1
	case l.current < 0:
		l.current = 0
	case by == 1 || by == -1:
		l.current = (l.current + by + n) % n
	default:
		l.current = min(max(l.current+by, 0), n-1)
	}
	l.reveal()
	l.Refresh()
}

// step tells how far a key moves the light.
func (l *optionList) step(key fyne.KeyName) (by int, ok bool) {
	switch key {
	case fyne.KeyDown:
		return 1, true
	case fyne.KeyUp:
		return -1, true
	case fyne.KeyPageDown:
		return listRows - 1, true
	case fyne.KeyPageUp:
		return 1 - listRows, true
	case fyne.KeyHome:
		return -len(l.options), true
	case fyne.KeyEnd:
		return len(l.options), true
	}
	return 0, false
}

func (l *optionList) reveal() {
	if l.current >= 0 {
		l.first = min(l.first, l.current)
		l.first = max(l.first, l.current-listRows+1)
	}
	l.first = max(0, min(l.first, len(l.options)-listRows))
}

func (l *optionList) shown() int { return min(listRows, len(l.options)) }

func (l *optionList) rowHeight() float32 { return lineHeight(theme.SizeNameText) + scaled(11) }

// wanted is the width at which nothing is shortened, within reason.
func (l *optionList) wanted() float32 {
	var w float32
	for i, o := range l.options {
		if i == 200 {
			break // enough to know; measuring thousands would be felt
		}
		row := measure(o.label(), theme.SizeNameText, false).Width
		if o.Hint != "" {
			row += scaled(16) + measure(o.Hint, theme.SizeNameCaptionText, false).Width
		}
		w = max(w, row)
	}
	return min(w+scaled(12)*2+l.markRoom()+theme.Size(theme.SizeNameScrollBarSmall), scaled(560))
}

func (l *optionList) markRoom() float32 {
	if l.ticks {
		return theme.Size(theme.SizeNameInlineIcon) + scaled(6)
	}
	return 0
}

// AccessibilityLabel implements fyne.Accessible.
func (l *optionList) AccessibilityLabel() string {
	if l.current < 0 || l.current >= len(l.options) {
		return strconv.Itoa(len(l.options)) + " voci"
	}
	return l.options[l.current].label()
}

// AccessibilityRole implements fyne.Accessible.
func (l *optionList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *optionList) minSize() fyne.Size {
	return fyne.NewSize(scaled(80), float32(l.shown())*l.rowHeight())
}

func (l *optionList) objects() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, r := range l.rows {
		objs = append(objs, r.fill, r.mark, r.label, r.hint)
	}
	return append(objs, l.thumb)
}

func (l *optionList) paint() {
	setBox(l.thumb, theme.ColorNameScrollBar, "", 0, 2)
	for i, r := range l.rows {
		at := l.first + i
		for _, o := range []fyne.CanvasObject{r.fill, r.label, r.hint} {
			hide(o, at >= len(l.options))
		}
		if at >= len(l.options) {
			setImage(r.mark, NoIcon, "")
			continue
		}
		o, lit := l.options[at], at == l.current
		added := l.add && at == len(l.options)-1
		ink, icon := theme.ColorNameForeground, NoIcon
		switch {
		case added:
			ink, icon = theme.ColorNamePrimary, IconPlus
		case l.ticks && o.Value == l.chosen:
			icon = IconCheck
		}
		setImage(r.mark, icon, theme.ColorNamePrimary)
		setText(r.label, o.label(), theme.SizeNameText, ink, lit || added)
		setText(r.hint, o.Hint, theme.SizeNameCaptionText, ColorInk2, false)
		fill := ColorSheet
		if lit {
			fill = theme.ColorNameSelection
		}
		setBox(r.fill, fill, "", 0, 0)
	}
}

func (l *optionList) place(size fyne.Size) {
	h, pad := l.rowHeight(), scaled(12)
	icon := theme.Size(theme.SizeNameInlineIcon)
	bar := theme.Size(theme.SizeNameScrollBarSmall)
	for i, r := range l.rows {
		at := l.first + i
		if at >= len(l.options) {
			break
		}
		y := float32(i) * h
		placeAt(r.fill, 0, y, size.Width, h)
		x, right := pad, size.Width-pad-bar
		if l.ticks || r.mark.Visible() {
			placeAt(r.mark, x-scaled(3), y+(h-icon)/2, icon, icon)
			x += icon + scaled(3)
		}
		o := l.options[at]
		if o.Hint != "" {
			r.hint.Text = shorten(o.Hint, (right-x)*0.6, theme.SizeNameCaptionText, false)
			hw := r.hint.MinSize().Width
			placeLine(r.hint, right-hw, y, h)
			right -= hw + scaled(16)
		}
		r.label.Text = shorten(o.label(), right-x, theme.SizeNameText, r.label.TextStyle.Bold)
		placeLine(r.label, x, y, h)
	}
	hide(l.thumb, len(l.options) <= listRows)
	if n := float32(len(l.options)); n > listRows {
		track := size.Height - 4
		length := max(track*listRows/n, 24)
		y := 2 + (track-length)*float32(l.first)/(n-listRows)
		placeAt(l.thumb, size.Width-bar-2, y, bar, length)
	}
}
