package kit

import (
	"fyne.io/fyne/v2"

	"tutela/ui/words"
)

// DialogButton is one way out of a dialog.
type DialogButton struct {
	Label string
	Kind  ButtonKind
	// Do runs after the dialog closed; it may be nil.
	Do func()
	// Stay, if set, is asked first; true keeps the dialog open, as when what was
	// typed in it is wrong.
	Stay func() bool
}

// DialogConfig says what a dialog shows. Esc is the button Cancel, Enter the one
// that has the keyboard, at first Default.
type DialogConfig struct {
	Title string
	Icon  Icon
	Tone  Tone
	Text  string
	// More is said below in bold, as what to do now.
	More string
	// Content stands between text and buttons.
	Content fyne.CanvasObject
	Buttons []DialogButton
	// Upright puts the buttons below each other.
	Upright         bool
	Default, Cancel int
	// Width at 100 % text; 0 is 460.
	Width float32
}

// ShowError says that something failed, and what to do.
func ShowError(win fyne.Window, title, text, todo string) *Dialog {
	return ShowDialog(win, DialogConfig{
		Title: title, Icon: IconWarning, Tone: ToneError, Text: text, More: todo,
		Buttons: []DialogButton{{Label: words.T("Ho capito"), Kind: Filled}},
	})
}

// ShowInfo says something that has to be read.
func ShowInfo(win fyne.Window, title, text string) *Dialog {
	return ShowDialog(win, DialogConfig{
		Title: title, Icon: IconInfo, Tone: ToneAccent, Text: text,
		Buttons: []DialogButton{{Label: words.T("Ho capito"), Kind: Filled}},
	})
}

// Confirm asks whether to go on. Where going on is dangerous, the keyboard stands
// on «Annulla».
func Confirm(win fyne.Window, title, text, okLabel string, danger bool, done func(ok bool)) *Dialog {
	answer := func(ok bool) func() {
		return func() {
			if done != nil {
				done(ok)
			}
		}
	}
	c := DialogConfig{
		Title: title, Text: text, Default: 1,
		Buttons: []DialogButton{
			{Label: words.T("Annulla"), Kind: Outlined, Do: answer(false)},
			{Label: okLabel, Kind: Filled, Do: answer(true)},
		},
	}
	if danger {
		c.Icon, c.Tone, c.Default = IconWarning, ToneError, 0
		c.Buttons[1].Kind = Danger
	}
	return ShowDialog(win, c)
}

// Choose offers several ways to go on; done is told which, or -1 for none.
func Choose(win fyne.Window, title, text string, choices []string, done func(i int)) *Dialog {
	c := DialogConfig{Title: title, Text: text, Upright: true, Default: 0, Cancel: len(choices)}
	for i, label := range choices {
		c.Buttons = append(c.Buttons, DialogButton{Label: label, Kind: Outlined, Do: func() { done(i) }})
	}
	c.Buttons = append(c.Buttons, DialogButton{Label: words.T("Annulla"), Kind: Plain, Do: func() { done(-1) }})
	return ShowDialog(win, c)
}

// DialogOpen tells whether a dialog lies over the window. The shortcuts of a menu
// work even then: who answers to them asks first.
func DialogOpen(win fyne.Window) bool {
	for _, o := range win.Canvas().Overlays().List() {
		c, ok := o.(*fyne.Container)
		if !ok {
			return true // the toolkit's own, as the one that asks for a file
		}
		if len(c.Objects) == 0 {
			continue
		}
		if inner, ok := c.Objects[0].(*fyne.Container); ok {
			if _, ok := inner.Layout.(*dialogLayout); ok {
				return true
			}
		}
	}
	return false
}

// Dialog is a sheet over the dimmed window. It has the keyboard: Tab goes round
// within it.
type Dialog struct {
	canvas  fyne.Canvas
	config  DialogConfig
	overlay *fyne.Container
	buttons []*dialogButton
	open    bool
}

// ShowDialog opens a dialog.
func ShowDialog(win fyne.Window, config DialogConfig) *Dialog {
	d := &Dialog{canvas: win.Canvas(), config: config, open: true}
	// A floor, so that pickers work in a dialog as elsewhere.
	d.overlay = NewFloor(d.build())
	d.canvas.Overlays().Add(d.overlay)
	d.focusDefault()
	return d
}

// Hide closes the dialog without an answer.
func (d *Dialog) Hide() {
	if d.open {
		d.open = false
		d.canvas.Overlays().Remove(d.overlay)
	}
}

// Press does what a click on a button does.
func (d *Dialog) Press(i int) {
	if !d.open || i < 0 || i >= len(d.buttons) {
		return
	}
	b := d.config.Buttons[i]
	if b.Stay != nil && b.Stay() {
		d.overlay.Refresh() // what is said to be wrong makes the sheet higher
		if f := wrongField(d.config.Content); f != nil {
			f.Focus()
		}
		return
	}
	d.Hide()
	if b.Do != nil {
		b.Do()
	}
}

func (d *Dialog) cancel() { d.Press(d.config.Cancel) }

// wrongField is the first field that says what is wrong with it.
func wrongField(o fyne.CanvasObject) *Field {
	if o == nil {
		return nil
	}
	if f, ok := o.(*Field); ok && f.Error() != "" {
		return f
	}
	for _, child := range childrenOf(o) {
		if f := wrongField(child); f != nil {
			return f
		}
	}
	return nil
}

// focusDefault puts the keyboard into the first field, or on the safe button
// where there is none or it can only be read.
func (d *Dialog) focusDefault() {
	target := focusTarget(d.config.Content)
	if e, ok := target.(*Entry); ok && e.locked {
		target = nil
	}
	if target == nil && d.config.Default < len(d.buttons) {
		target = d.buttons[d.config.Default]
	}
	if target != nil {
		d.canvas.Focus(target)
	}
}

// answerKeys makes Esc and Enter work from within the fields of the content.
func (d *Dialog) answerKeys(o fyne.CanvasObject) {
	switch e := o.(type) {
	case *Entry:
		if e.OnEscape == nil {
			e.OnEscape = d.cancel
		}
		if e.OnEnter == nil {
			e.OnEnter = func() { d.Press(d.config.Default) }
		}
	case *Picker: // Enter and Esc are its own
	default:
		for _, child := range childrenOf(o) {
			d.answerKeys(child)
		}
	}
}
