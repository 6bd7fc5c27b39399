package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Segmented is a choice among a few short words in joined cells, all in sight.
// Where they do not fit beside each other they stand below each other.
type Segmented struct {
	control
	// OnChanged tells of a choice of the user; "" is none.
	OnChanged func(value string)
	// OnFocus runs when the keyboard comes here, OnLeave when it goes elsewhere.
	OnFocus, OnLeave func()
	// Compact makes the cells 24 high, for rows of answers.
	Compact bool
	// Fixed keeps a choice from being cleared.
	Fixed bool

	name    string
	options []Option
	value   string
	wrong   bool
	locked  bool
	current int // the cell that the arrows have reached
	under   int // the cell under the pointer, -1 none

	cells       []segment
	ring, inner *canvas.Rectangle
}

type segment struct {
	box  *canvas.Rectangle
	text *canvas.Text
}

// NewSegmented returns joined cells with nothing chosen.
func NewSegmented(options []Option) *Segmented {
	s := &Segmented{
		under: -1, ring: &canvas.Rectangle{}, inner: &canvas.Rectangle{},
	}
	s.extend(s, func() { s.pick(s.current) })
	s.SetOptions(options)
	return s
}

// SetOptions replaces the cells.
func (s *Segmented) SetOptions(options []Option) {
	s.options, s.cells = options, nil
	for range options {
		s.cells = append(s.cells, segment{&canvas.Rectangle{}, &canvas.Text{}})
	}
	s.SetValue(s.value)
}

// SetValue chooses without telling OnChanged.
func (s *Segmented) SetValue(value string) {
	if current := max(0, indexOf(s.options, value)); s.value != value || s.current != current {
		s.value, s.current = value, current
		s.Refresh()
	}
}

// Value returns what is chosen, "" for nothing.
func (s *Segmented) Value() string { return s.value }

// SetName gives the label that a screen reader says.
func (s *Segmented) SetName(name string) { s.name = name }

// SetWrong draws the red border of an error.
func (s *Segmented) SetWrong(wrong bool) {
	s.wrong = wrong
	s.Refresh()
}

// SetLocked shows the choice without letting it be changed.
func (s *Segmented) SetLocked(locked bool) {
	s.locked = locked
	s.Refresh()
}

// FocusTarget implements Focuser.
func (s *Segmented) FocusTarget() fyne.Focusable {
	if s.disabled {
		return nil
	}
	return s
}

// pick chooses a cell, or clears it when it is the chosen one.
func (s *Segmented) pick(i int) {
	if i < 0 || i >= len(s.options) || s.locked || s.disabled {
		return
	}
	s.current = i
	value := s.options[i].Value
	if value == s.value {
		if s.Fixed {
			return
		}
		value = ""
	}
	s.tell(value)
}

func (s *Segmented) tell(value string) {
	s.value = value
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(value)
	}
}

// FocusGained implements fyne.Focusable.
func (s *Segmented) FocusGained() {
	s.control.FocusGained()
	call(s.OnFocus)
}

// FocusLost implements fyne.Focusable.
func (s *Segmented) FocusLost() {
	s.control.FocusLost()
	if s.OnLeave != nil {
		s.OnLeave()
	}
}

// TypedKey implements fyne.Focusable.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	step := 0
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		step = -1
	case fyne.KeyRight, fyne.KeyDown:
		step = 1
	case fyne.KeyHome:
		step = -len(s.options)
	case fyne.KeyEnd:
		step = len(s.options)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if s.value != "" && !s.Fixed && !s.locked && !s.disabled {
			s.tell("")
		}
		return
	default:
		s.control.TypedKey(e)
		return
	}
	s.quiet = false
	s.current = min(max(s.current+step, 0), len(s.options)-1)
	s.Refresh()
}

// TypedRune implements fyne.Focusable: a first letter or a digit chooses its cell.
func (s *Segmented) TypedRune(r rune) {
	want := fold(string(r))
	if want == "" || s.locked || s.disabled {
		return
	}
	for i := range s.options {
		at := (s.current + 1 + i) % len(s.options)
		if strings.HasPrefix(fold(s.options[at].label()), want) {
			s.quiet = false
			if s.current = at; s.options[at].Value != s.value {
				s.tell(s.options[at].Value)
			} else {
				s.Refresh()
			}
			return
		}
	}
}

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	if s.disabled {
		return
	}
	s.takeFocus()
	s.pick(s.cellAt(e.Position))
}

// MouseIn implements desktop.Hoverable.
func (s *Segmented) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (s *Segmented) MouseMoved(e *desktop.MouseEvent) {
	if at := s.cellAt(e.Position); at != s.under {
		s.under = at
		s.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Segmented) MouseOut() {
	s.under = -1
	s.control.MouseOut()
}

func (s *Segmented) cellAt(p fyne.Position) int {
	for i, c := range s.cells {
		at, size := c.box.Position(), c.box.Size()
		if p.X >= at.X && p.Y >= at.Y && p.X < at.X+size.Width && p.Y < at.Y+size.Height {
			return i
		}
	}
	return -1
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Segmented) AccessibilityLabel() string {
	var all []string
	for _, o := range s.options {
		all = append(all, o.label())
	}
	value := ""
	if i := indexOf(s.options, s.value); i >= 0 {
		value = s.options[i].label()
	}
	return spoken(s.name, value, strings.Join(all, " / "))
}

// AccessibilityRole implements fyne.Accessible.
func (s *Segmented) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
