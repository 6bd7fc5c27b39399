package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// Field is a row of a form: label above, the control, and under it what is
// wrong, what helps and what was found.
type Field struct {
	widget.BaseWidget
	// ControlWidth limits the width of the control at 100 % text, as for a date;
	// 0 is the whole width.
	ControlWidth float32

	name    string
	control fyne.CanvasObject
	missing bool
	locked  bool

	label, said, wrong, help *Text
	mark, warn               *canvas.Image
	example                  *exampleWord // of a text of some lines, else nil
	findings                 *fyne.Container
}

// NewField returns the row of a control.
func NewField(label string, control fyne.CanvasObject) *Field {
	f := &Field{
		name: label, control: control,
		label:    NewStyledText(label, theme.SizeNameText, theme.ColorNameForeground, true),
		said:     NewStyledText("", theme.SizeNameCaptionText, theme.ColorNameWarning, true),
		wrong:    NewStyledText("", theme.SizeNameCaptionText, theme.ColorNameError, true),
		help:     NewHelp(""),
		mark:     newImage(),
		warn:     newImage(),
		findings: Column(GapTight),
	}
	for _, o := range []fyne.CanvasObject{f.said, f.wrong, f.help, f.findings, f.mark, f.warn} {
		o.Hide()
	}
	if label == "" {
		f.label.Hide()
	}
	if c, ok := control.(interface{ SetName(string) }); ok {
		c.SetName(label)
	}
	f.ExtendBaseWidget(f)
	return f
}

// Control returns the component of the row.
func (f *Field) Control() fyne.CanvasObject { return f.control }

// Label returns the words above.
func (f *Field) Label() string { return f.name }

// SetError says what is wrong and why; "" takes it back.
func (f *Field) SetError(text string) {
	f.wrong.SetText(text)
	hide(f.wrong, text == "")
	if c, ok := f.control.(interface{ SetWrong(bool) }); ok {
		c.SetWrong(text != "")
	}
	f.Refresh()
}

// Error returns what is said to be wrong.
func (f *Field) Error() string { return f.wrong.Text() }

// SetMissing says «manca» beside the label.
func (f *Field) SetMissing(missing bool) {
	if f.missing != missing {
		f.missing = missing
		f.Refresh()
	}
}

// SetLocked says «dal programma» beside the label and lets nobody change it.
func (f *Field) SetLocked(locked bool) {
	f.locked = locked
	if e, ok := f.control.(*Entry); ok {
		e.padlock = false // the one beside the label is enough
		e.setAction()
	}
	if c, ok := f.control.(interface{ SetLocked(bool) }); ok {
		c.SetLocked(locked)
	}
	f.Refresh()
}

// SetHelp explains the field; "" takes it back.
func (f *Field) SetHelp(text string) {
	f.help.SetText(text)
	hide(f.help, text == "")
	f.Refresh()
}

// SetFindings puts what was found about the field below it.
func (f *Field) SetFindings(found ...fyne.CanvasObject) {
	if slices.Equal(f.findings.Objects, found) {
		return
	}
	f.findings.Objects = found
	hide(f.findings, len(found) == 0)
	f.findings.Refresh()
	f.Refresh()
}

// Focus gives the keyboard to the control.
func (f *Field) Focus() { FocusOn(f) }

// FocusTarget implements Focuser.
func (f *Field) FocusTarget() fyne.Focusable { return focusTarget(f.control) }

// AccessibilityLabel implements fyne.Accessible: Fyne's screen-reader support
// does not look into widgets, so the row says all of it.
func (f *Field) AccessibilityLabel() string {
	said := f.name
	if a, ok := f.control.(fyne.Accessible); ok {
		said = a.AccessibilityLabel()
		if _, named := f.control.(interface{ SetName(string) }); !named {
			said = spoken(f.name, said, "")
		}
	}
	for _, t := range []*Text{f.said, f.wrong, f.help} {
		if t.Visible() && t.Text() != "" {
			said += ". " + t.Text()
		}
	}
	if f.example != nil {
		said += ". " + f.example.words()
	}
	return said
}

// AccessibilityRole implements fyne.Accessible.
func (f *Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *Field) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{f.label, f.mark, f.said, f.control, f.warn, f.wrong, f.help, f.findings}
	if f.example != nil {
		all = append(all, f.example)
	}
	return all
}

func (f *Field) paint() {
	icon, ink, said := NoIcon, theme.ColorNameWarning, ""
	switch {
	case f.locked:
		icon, ink, said = IconLock, ColorInk2, words.T("dal programma")
	case f.missing:
		icon, said = IconWarning, words.T("manca")
	}
	f.said.bold = !f.locked
	f.said.SetColor(ink)
	f.said.SetText(said)
	hide(f.said, said == "")
	setImage(f.mark, icon, ink)
	warn := NoIcon
	if f.wrong.Visible() {
		warn = IconWarning
	}
	setImage(f.warn, warn, theme.ColorNameError)
}

func (f *Field) place(size fyne.Size) { f.arrange(size.Width, placeAt) }

// HeightForWidth implements WidthSensitive.
func (f *Field) HeightForWidth(width float32) float32 { return f.arrange(width, nil) }

// arrange hands the places of all parts to at, if given, and returns the height.
func (f *Field) arrange(width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if at == nil {
		at = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	var y float32
	icon := theme.Size(theme.SizeNameCaptionText) * 1.25
	if f.label.Visible() || f.said.Visible() {
		y = f.arrangeLabel(width, icon, at) + GapTight
	}
	controlWidth := width
	if f.ControlWidth > 0 {
		controlWidth = min(width, scaled(f.ControlWidth))
	}
	h := HeightForWidth(f.control, controlWidth)
	at(f.control, 0, y, controlWidth, h)
	y += h
	if f.wrong.Visible() {
		y += GapTight
		x := icon + GapTight
		h := f.wrong.HeightForWidth(width - x)
		at(f.warn, 0, y+(lineHeight(theme.SizeNameCaptionText)-icon)/2, icon, icon)
		at(f.wrong, x, y, width-x, h)
		y += h
	}
	if f.help.Visible() {
		y += GapTight
		h := f.help.HeightForWidth(width)
		at(f.help, 0, y, width, h)
		y += h
	}
	if f.findings.Visible() {
		y += GapSmall
		h := HeightForWidth(f.findings, width)
		at(f.findings, 0, y, width, h)
		y += h
	}
	return y
}

// labelApart is between what stands on the line of a label.
const labelApart = 10

// arrangeLabel puts label and mark on one line if they fit, else below each other,
// and the word for an example at the end of the last line.
func (f *Field) arrangeLabel(width, icon float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	line, small := lineHeight(theme.SizeNameText), lineHeight(theme.SizeNameCaptionText)
	label := min(f.label.PreferredWidth(), width)
	if !f.said.Visible() {
		h := f.label.HeightForWidth(width)
		at(f.label, 0, 0, width, h)
		return f.arrangeExample(width, f.label.lastWidth(width), h-line, line, at)
	}
	said := f.said.PreferredWidth()
	x, y, high := label+labelApart, float32(0), line
	if x+icon+GapTight+said > width {
		x, y, high = 0, f.label.HeightForWidth(width), small
		label = width
	}
	at(f.label, 0, 0, label, f.label.HeightForWidth(label))
	at(f.mark, x, y+(high-icon)/2, icon, icon)
	at(f.said, x+icon+GapTight, y+(high-small)/2, said, small)
	return f.arrangeExample(width, x+icon+GapTight+said, y, high, at)
}

func (f *Field) minSize() fyne.Size {
	width := f.minWidth()
	return fyne.NewSize(width, f.HeightForWidth(max(f.Size().Width, width)))
}
