package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// Answer is a line of a questionnaire: number, words, the cells of the answer,
// and what it counts. One without an answer stands on amber, with a sign.
type Answer struct {
	widget.BaseWidget
	number int
	choice *Segmented
	points string // "" is no answer

	ground, rule     canvas.Rectangle
	label            *Text
	digits, pointing canvas.Text
}

// NewAnswer returns a line with nothing chosen; name is what a screen reader says
// of it.
func NewAnswer(number int, label, name string, options []Option) *Answer {
	a := &Answer{number: number, choice: NewSegmented(options), label: NewText(label)}
	a.choice.Compact = true
	a.choice.SetName(name)
	a.ExtendBaseWidget(a)
	return a
}

// Choice is the control of the line.
func (a *Answer) Choice() *Segmented { return a.choice }

// Set chooses a value, "" for none, and says what it counts.
func (a *Answer) Set(value, points string) {
	a.choice.SetValue(value)
	if a.points != points {
		a.points = points
		a.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (a *Answer) AccessibilityLabel() string {
	said := countWord(a.number) + ". " + a.choice.AccessibilityLabel()
	if a.points == "" {
		return said + ". " + words.T("manca")
	}
	return said + ". " + words.F("Vale %s", a.points)
}

// AccessibilityRole implements fyne.Accessible.
func (a *Answer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// FocusTarget implements Focuser.
func (a *Answer) FocusTarget() fyne.Focusable { return a.choice.FocusTarget() }

// CreateRenderer implements fyne.Widget.
func (a *Answer) CreateRenderer() fyne.WidgetRenderer { return newRenderer(a) }

func (a *Answer) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&a.ground, &a.rule, &a.digits, a.label, a.choice, &a.pointing}
}

func (a *Answer) paint() {
	fill, ink, points := ColorSheet, theme.ColorNameForeground, a.points
	if points == "" {
		fill, ink, points = ColorWarnTint, theme.ColorNameWarning, "?"
	}
	setBox(&a.ground, fill, "", 0, cornerRadius)
	setBox(&a.rule, ColorRowRule, "", 0, 0)
	setText(&a.digits, countWord(a.number), theme.SizeNameCaptionText, ColorInk2, false)
	setText(&a.pointing, points, theme.SizeNameText, ink, true)
}

// lead is the place of the number, tail that of the points.
func (a *Answer) lead() float32 {
	return measure("88", theme.SizeNameCaptionText, false).Width + 2*GapTight
}
func (a *Answer) tail() float32 { return measure("8", theme.SizeNameText, true).Width + 2*GapTight }

func (a *Answer) room(width float32) float32 {
	return width - a.lead() - GapTight - a.choice.PreferredWidth() - a.tail()
}

// HeightForWidth implements WidthSensitive.
func (a *Answer) HeightForWidth(width float32) float32 {
	h := a.choice.cellHeight()
	return max(a.label.HeightForWidth(a.room(width)), h) + 7
}

func (a *Answer) place(size fyne.Size) {
	placeAt(&a.ground, 0, 0, size.Width, size.Height-1)
	placeAt(&a.rule, 0, size.Height-1, size.Width, 1)
	middle := size.Height - 1
	room, h := a.room(size.Width), a.label.HeightForWidth(a.room(size.Width))
	digits := a.digits.MinSize().Width
	placeLine(&a.digits, a.lead()-GapTight-digits, 0, middle)
	placeAt(a.label, a.lead(), (middle-h)/2, room, h)
	w, tall := a.choice.PreferredWidth(), a.choice.cellHeight()
	x := size.Width - a.tail() - w
	placeAt(a.choice, x, (middle-tall)/2, w, tall)
	points := a.pointing.MinSize().Width
	placeLine(&a.pointing, size.Width-(a.tail()+points)/2, 0, middle)
}

func (a *Answer) minWidth() float32 {
	return a.lead() + GapTight + a.choice.PreferredWidth() + a.tail() + a.label.minWidth()
}

func (a *Answer) minSize() fyne.Size {
	return fyne.NewSize(a.minWidth(), a.HeightForWidth(max(a.Size().Width, a.minWidth())))
}
