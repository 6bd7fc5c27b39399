package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/words"
)

// noChoice is the entry that clears a Select.
func noChoice() string { return words.T("(nessuna scelta)") }

// Select is a choice of one among a few options, in a drop-down list.
type Select struct {
	control
	// Optional offers «(nessuna scelta)».
	Optional bool
	// PlaceHolder stands there while nothing is chosen.
	PlaceHolder string
	// OnChanged tells of a choice of the user; "" is none.
	OnChanged func(value string)
	// OnLeave runs when the keyboard goes elsewhere.
	OnLeave func()

	name    string
	options []Option
	value   string
	wrong   bool
	locked  bool

	menu *popover
	list *selectList

	box, ring *canvas.Rectangle
	text      *canvas.Text
	arrow     *canvas.Image
}

// NewSelect returns a drop-down of options with nothing chosen.
func NewSelect(options []Option) *Select {
	s := &Select{
		PlaceHolder: words.T("Scegli…"), options: options,
		box: &canvas.Rectangle{}, ring: &canvas.Rectangle{}, text: &canvas.Text{}, arrow: newImage(),
	}
	s.extend(s, s.Open)
	return s
}

// SetOptions replaces the options; the choice stays, even if it is not among them.
func (s *Select) SetOptions(options []Option) {
	s.options = options
	s.Refresh()
}

// SetValue chooses without telling OnChanged.
func (s *Select) SetValue(value string) {
	if s.value != value {
		s.value = value
		s.Refresh()
	}
}

// Value returns what is chosen, "" for nothing.
func (s *Select) Value() string { return s.value }

// SetName gives the label that a screen reader says.
func (s *Select) SetName(name string) { s.name = name }

// SetWrong draws the red border of an error.
func (s *Select) SetWrong(wrong bool) {
	s.wrong = wrong
	s.Refresh()
}

// SetLocked shows the choice without letting it be changed.
func (s *Select) SetLocked(locked bool) {
	s.locked = locked
	s.Refresh()
}

// FocusTarget implements Focuser.
func (s *Select) FocusTarget() fyne.Focusable { return s }

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() {
	s.control.FocusLost()
	if s.OnLeave != nil {
		s.OnLeave()
	}
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyF4:
		s.showRing()
		s.Open()
	case fyne.KeyDelete, fyne.KeyBackspace:
		if s.Optional {
			s.choose("")
		}
	default:
		s.control.TypedKey(e)
	}
}

// TypedRune implements fyne.Focusable: a letter opens the list at an option that
// begins with it.
func (s *Select) TypedRune(r rune) {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		s.Open()
		if s.menu != nil {
			s.list.TypedRune(r)
		}
	}
}

// Open shows the options.
func (s *Select) Open() {
	if s.disabled || s.locked || s.menu != nil {
		return
	}
	options := s.options
	if s.Optional {
		options = append([]Option{{Label: noChoice()}}, options...)
	}
	if len(options) == 0 {
		return
	}
	s.list = newSelectList(s)
	s.list.chosen = s.value
	s.list.show(options, max(0, indexOf(options, s.value)))
	s.menu = openPopover(s, s.list, s.list, s.list.wanted, func() { s.menu = nil })
}

func (s *Select) choose(value string) {
	if s.locked || s.disabled || value == s.value {
		return
	}
	s.value = value
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(value)
	}
}

func (s *Select) shownText() string {
	if s.value == "" {
		return ""
	}
	if i := indexOf(s.options, s.value); i >= 0 {
		return s.options[i].label()
	}
	return s.value
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Select) AccessibilityLabel() string {
	return spoken(s.name, s.shownText(), s.PlaceHolder)
}

// AccessibilityRole implements fyne.Accessible.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Select) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.box, s.text, s.arrow, s.ring}
}

func (s *Select) paint() {
	paintField(s.box, s.ring, fieldState{
		focused: s.focused, wrong: s.wrong, locked: s.locked, disabled: s.disabled, hovered: s.hovered && !s.locked,
	})
	text, ink := s.shownText(), theme.ColorNameForeground
	if text == "" {
		text, ink = s.PlaceHolder, theme.ColorNameForeground
	}
	icon, iconInk := IconChevronDown, theme.ColorNameForeground
	switch {
	case s.disabled:
		ink, iconInk = theme.ColorNameDisabled, theme.ColorNameDisabled
	case s.locked:
		icon = NoIcon
	}
	setText(s.text, text, theme.SizeNameText, ink, false)
	setImage(s.arrow, icon, iconInk)
}

func (s *Select) place(size fyne.Size) {
	s.box.Resize(size)
	s.ring.Resize(size)
	pad, side := fieldPad(), iconSide()*0.8
	placeAt(s.arrow, size.Width-pad-side, (size.Height-side)/2, side, side)
	text := s.shownText()
	if text == "" {
		text = s.PlaceHolder
	}
	s.text.Text = shorten(text, size.Width-3*pad-side, theme.SizeNameText, false)
	placeLine(s.text, pad, 0, size.Height)
}

func (s *Select) minSize() fyne.Size {
	return fyne.NewSize(scaled(120), controlHeight())
}
