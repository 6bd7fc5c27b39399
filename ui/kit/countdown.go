package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CountdownData is what a Countdown shows. Words and colour say the same.
type CountdownData struct {
	Tone    Tone
	Icon    Icon
	Left    string // big: "21 h 42 min"
	What    string // beside it: "per notificare al Garante"
	Moments string // when it began, when it ends
	Note    string // what is owed now, in the tone; may be empty
	// Whole is the length of the bar and Spent the part of it that is gone, in the
	// unit of the ticks; Whole 0 draws no bar. Last is the part at the end that is
	// drawn red, and the ticks are written under the bar.
	Whole, Spent, Last float32
	Ticks              []int
	Unit               string // behind the first tick: "0 h"
	// Do names what can be done about it; "" is nothing.
	Do string
}

// Countdown is a band that says how long is left: big words, the moments, and a
// bar where there is room for it.
type Countdown struct {
	widget.BaseWidget
	// OnDo runs when what can be done is pressed.
	OnDo func()

	data CountdownData

	ground, foot              canvas.Rectangle
	track, spent, last, point canvas.Rectangle
	ticks                     []*canvas.Text
	image                     *canvas.Image
	left                      canvas.Text
	what, moments, note       *Text
	link                      *Link
}

// NewCountdown returns an empty band; Set fills it.
func NewCountdown() *Countdown {
	c := &Countdown{
		image: newImage(), what: NewText(""), moments: NewHelp(""),
		note: NewStyledText("", theme.SizeNameCaptionText, theme.ColorNameError, true),
	}
	c.link = NewActionLink("", IconArrowRight, func() { call(c.OnDo) })
	c.link.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// Set shows how it stands now.
func (c *Countdown) Set(data CountdownData) {
	c.data = data
	c.what.SetText(data.What)
	c.moments.SetText(data.Moments)
	c.note.SetText(data.Note)
	c.note.SetColor(data.Tone.Ink())
	hide(c.what, data.What == "")
	hide(c.moments, data.Moments == "")
	hide(c.note, data.Note == "")
	c.link.SetText(data.Do)
	hide(c.link, data.Do == "")
	for len(c.ticks) < len(data.Ticks) {
		c.ticks = append(c.ticks, &canvas.Text{})
	}
	c.ticks = c.ticks[:len(data.Ticks)]
	c.Refresh()
}

// Text is all that the band says.
func (c *Countdown) Text() string {
	said := c.data.Left
	for _, more := range []string{c.data.What, c.data.Moments, c.data.Note} {
		if more != "" {
			said += " " + more
		}
	}
	return said
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Countdown) AccessibilityLabel() string { return c.Text() }

// AccessibilityRole implements fyne.Accessible.
func (c *Countdown) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *Countdown) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Countdown) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{&c.ground, &c.foot, c.image, &c.left, c.what, c.moments, c.note, c.link, &c.track, &c.spent, &c.last, &c.point}
	for _, t := range c.ticks {
		objects = append(objects, t)
	}
	return objects
}

func (c *Countdown) paint() {
	d := &c.data
	setBox(&c.ground, d.Tone.Tint(), d.Tone.frame(), 2, 0)
	setBox(&c.foot, theme.ColorNameSeparator, "", 0, 0)
	setImage(c.image, d.Icon, d.Tone.Ink())
	setText(&c.left, d.Left, theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	if d.Tone == ToneError {
		c.left.Color = theme.Color(theme.ColorNameError)
	}
	setBox(&c.track, ColorSheet, theme.ColorNameInputBorder, 1, 0)
	gone := theme.ColorNameInputBorder
	if d.Spent >= d.Whole {
		gone = theme.ColorNameError
	}
	setBox(&c.spent, gone, "", 0, 0)
	setBox(&c.last, ColorErrorTint, theme.ColorNameError, 1, 0)
	setBox(&c.point, theme.ColorNameForeground, "", 0, 1)
	for i, t := range c.ticks {
		setText(t, c.tick(i), SizePicture, ColorInk2, false)
	}
	for _, o := range []fyne.CanvasObject{&c.track, &c.spent, &c.last, &c.point} {
		hide(o, !c.barred(c.Size().Width))
	}
	for _, t := range c.ticks {
		hide(t, !c.barred(c.Size().Width))
	}
}

func (c *Countdown) tick(i int) string {
	if i == 0 {
		return strconv.Itoa(c.data.Ticks[i]) + c.data.Unit
	}
	return strconv.Itoa(c.data.Ticks[i])
}

// barFrom is the width at 100 % text from which there is room for the bar.
const barFrom = 700

func (c *Countdown) barred(width float32) bool { return c.data.Whole > 0 && width >= scaled(barFrom) }
func (c *Countdown) barWidth() float32         { return scaled(250) }

// HeightForWidth implements WidthSensitive.
func (c *Countdown) HeightForWidth(width float32) float32 { return c.arrange(width, nil) }

// arrange hands the places of the words to at, if given, and returns the height.
func (c *Countdown) arrange(width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if at == nil {
		at = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	x := GapRecord + iconSide() + GapPanel
	room := width - x - GapRecord
	if c.barred(width) {
		room -= c.barWidth() + GapBlock
	}
	y, line := float32(GapSmall), lineHeight(theme.SizeNameHeadingText)
	big := measure(c.data.Left, theme.SizeNameHeadingText, true).Width
	at(c.image, GapRecord, y+(line-iconSide())/2, iconSide(), iconSide())
	at(&c.left, x, y, big, line)
	if c.what.Visible() {
		beside := big + GapPanel + c.what.PreferredWidth()
		if beside <= room {
			small := lineHeight(theme.SizeNameText)
			at(c.what, x+big+GapPanel, y+(line-small)*0.7, room-big-GapPanel, small)
		} else {
			y += line
			line = c.what.HeightForWidth(room)
			at(c.what, x, y, room, line)
		}
	}
	y += line
	for _, t := range []*Text{c.moments, c.note} {
		if t.Visible() {
			h := t.HeightForWidth(room)
			at(t, x, y, room, h)
			y += h
		}
	}
	if c.link.Visible() {
		h := c.link.MinSize().Height
		w := min(c.link.PreferredWidth(), room)
		at(c.link, x, y, w, h)
		y += h
	}
	return y + GapSmall + 1
}

func (c *Countdown) place(size fyne.Size) {
	c.ground.Resize(size)
	placeAt(&c.foot, 0, size.Height-1, size.Width, 1)
	c.arrange(size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		if t, ok := o.(*canvas.Text); ok {
			placeLine(t, x, y, h)
			return
		}
		placeAt(o, x, y, w, h)
	})
	c.paint() // the bar comes and goes with the width
	if !c.barred(size.Width) {
		return
	}
	w, h, step := c.barWidth(), scaled(12), lineHeight(SizePicture)
	x, y := size.Width-GapRecord-w, (size.Height-h-step-2)/2
	at := func(hours float32) float32 { return x + w*min(hours, c.data.Whole)/c.data.Whole }
	placeAt(&c.track, x, y, w, h)
	placeAt(&c.spent, x, y, at(c.data.Spent)-x, h)
	from := max(at(c.data.Whole-c.data.Last), at(c.data.Spent))
	placeAt(&c.last, from, y, x+w-from, h)
	placeAt(&c.point, at(c.data.Spent)-1.5, y-3, 3, h+6)
	for i, t := range c.ticks {
		width := t.MinSize().Width
		left := max(x, min(at(float32(c.data.Ticks[i]))-width/2, x+w-width))
		placeLine(t, left, y+h+2, step)
	}
}

func (c *Countdown) minWidth() float32 { return scaled(200) }

func (c *Countdown) minSize() fyne.Size {
	return fyne.NewSize(c.minWidth(), c.HeightForWidth(max(c.Size().Width, c.minWidth())))
}
