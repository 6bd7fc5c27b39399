package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// Progress is a dialog over long work: what is being done, how far it is, and
// *Annulla*. Its methods are for the thread of the window alone.
type Progress struct {
	dialog *Dialog
	bar    *Bar
	what   *Line
}

// ShowProgress opens the dialog; cancel runs on *Annulla* and on Esc, and the
// dialog stays until Close, for work ends when it can.
func ShowProgress(win fyne.Window, title string, cancel func()) *Progress {
	p := &Progress{bar: NewBar(), what: NewStyledLine("", theme.SizeNameCaptionText, ColorInk2, false)}
	asked := false
	p.dialog = ShowDialog(win, DialogConfig{
		Title: title, Content: Column(GapSmall, p.bar, p.what), Width: 520,
		Buttons: []DialogButton{{Label: words.T("Annulla"), Kind: Outlined, Stay: func() bool {
			if !asked {
				asked = true
				p.what.SetText(words.T("Finisco questo e mi fermo…"))
				cancel()
			}
			return true
		}}},
	})
	return p
}

// Set tells how much is done of how much, and what comes now.
func (p *Progress) Set(done, total int, what string) {
	p.bar.SetValue(done, total)
	p.what.SetText(what)
}

// Close takes the dialog away.
func (p *Progress) Close() { p.dialog.Hide() }

// Bar is a horizontal bar filled as far as something is.
type Bar struct {
	widget.BaseWidget
	done, total int
	frame, fill canvas.Rectangle
}

// NewBar returns an empty bar.
func NewBar() *Bar {
	b := &Bar{total: 1}
	b.ExtendBaseWidget(b)
	return b
}

// SetValue fills the bar as far as done of total; a total of 0 is an empty bar.
func (b *Bar) SetValue(done, total int) {
	b.done, b.total = max(0, done), max(1, total)
	b.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Bar) AccessibilityLabel() string {
	return strconv.Itoa(b.done) + " / " + strconv.Itoa(b.total)
}

// AccessibilityRole implements fyne.Accessible.
func (b *Bar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *Bar) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&b.frame, &b.fill} }

func (b *Bar) paint() {
	setBox(&b.frame, ColorRowRule, theme.ColorNameInputBorder, 1, 4)
	setBox(&b.fill, theme.ColorNamePrimary, "", 0, 4)
}

func (b *Bar) place(size fyne.Size) {
	b.frame.Resize(size)
	b.fill.Resize(fyne.NewSize(size.Width*min(1, float32(b.done)/float32(b.total)), size.Height))
}

func (b *Bar) minSize() fyne.Size { return fyne.NewSize(40, scaled(10)) }
