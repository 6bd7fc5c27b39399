package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// EntryKind says what an Entry is for.
type EntryKind int

// The kinds.
const (
	// TextEntry is one line.
	TextEntry EntryKind = iota
	// LongEntry grows from 3 to 10 lines with its text.
	LongEntry
	// DateEntry is one line with a calendar; what is typed is left as it is.
	DateEntry
	// SecretEntry is one line whose letters show only where one asks for it. No
	// screen reader says them, nothing copies them or takes a change back.
	SecretEntry
)

// The lines of a LongEntry.
const (
	longLinesMin = 3
	longLinesMax = 10
)

// Entry is a field to type into: Fyne's, with the border, the growth and the
// behaviour of the design.
type Entry struct {
	widget.Entry
	// OnEdited tells of each change by the user, never of SetText.
	OnEdited func(text string)
	// OnEnter runs when Enter is pressed in a field of one line.
	OnEnter func()
	// OnEscape runs when Esc is pressed.
	OnEscape func()
	// OnLeave runs when the keyboard goes elsewhere.
	OnLeave func()
	// Clock tells the calendar which day is today; nil is the system's.
	Clock func() time.Time

	kind    EntryKind
	name    string
	bare    bool
	wrong   bool
	locked  bool
	padlock bool
	focused bool
	hovered bool
	setting bool
	// cursor is where the cursor was when the keyboard left, row and column; the
	// field shows the beginning of its text meanwhile. After SetText it is at the end.
	cursor   [2]int
	atEnd    bool
	clicked  bool
	action   *entryAction
	calendar *popover
	// keys sees each key first and returns whether it dealt with it.
	keys func(*fyne.KeyEvent) bool
	// search marks the search field of a list.
	search bool
	// onClick runs after a click has put the cursor.
	onClick func()
	// onFocus runs when the keyboard comes.
	onFocus func()
	// onExample shows an example of what the field may hold; nil where there is none.
	onExample func()
}

// NewEntry returns an empty field.
func NewEntry(kind EntryKind) *Entry {
	e := &Entry{kind: kind, atEnd: true, padlock: true, action: newEntryAction()}
	e.ActionItem = e.action
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	switch kind {
	case LongEntry:
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	case DateEntry:
		e.PlaceHolder = words.T("gg/mm/aaaa")
	case SecretEntry:
		e.Password = true
	}
	e.OnChanged = func(text string) {
		if !e.setting && e.OnEdited != nil {
			e.OnEdited(text)
		}
	}
	e.OnSubmitted = func(string) {
		if e.OnEnter != nil {
			e.OnEnter()
		}
	}
	if kind == LongEntry {
		e.OnSubmitted = nil // or Shift+Enter would make no line
	}
	e.ExtendBaseWidget(e)
	e.setAction()
	return e
}

// SetText replaces the text without telling OnEdited, and forgets what could be
// undone. The same text changes nothing, so that a form may be filled again and
// again while one types.
func (e *Entry) SetText(text string) {
	if text == e.Text {
		return
	}
	e.setting = true
	defer func() { e.setting = false }()
	e.Entry.SetText(text)
	e.atEnd = true
	if e.focused {
		e.toEnd()
	}
}

// SetName gives the label that a screen reader says.
func (e *Entry) SetName(name string) { e.name = name }

// SetWrong draws the red border of an error.
func (e *Entry) SetWrong(wrong bool) {
	if e.wrong != wrong {
		e.wrong = wrong
		e.Refresh()
	}
}

// SetLocked makes the text readable and selectable only.
func (e *Entry) SetLocked(locked bool) {
	if e.locked != locked {
		e.locked = locked
		e.setAction()
		e.Refresh()
	}
}

// Locked tells whether the text can only be read.
func (e *Entry) Locked() bool { return e.locked }

// FocusTarget implements Focuser.
func (e *Entry) FocusTarget() fyne.Focusable {
	if e.Disabled() {
		return nil
	}
	return e
}

// AcceptsTab implements fyne.Tabbable: Tab always goes on to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus()
	}
	if !e.clicked { // what is clicked is in view, and must not move then
		revealFocused(e)
	}
	switch {
	case e.clicked: // the click puts the cursor
	case e.atEnd:
		e.toEnd()
	default:
		e.CursorRow, e.CursorColumn = e.cursor[0], e.cursor[1]
		e.Refresh()
	}
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.focused, e.atEnd = false, false
	e.cursor = [2]int{e.CursorRow, e.CursorColumn}
	if e.SelectedText() == "" {
		// Fyne keeps the cursor in view even where it is not shown: a long
		// text would stand there with its beginning cut off.
		e.CursorRow, e.CursorColumn = 0, 0
	}
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// toEnd puts the cursor after the last letter; Fyne's own limits are applied at
// Refresh.
func (e *Entry) toEnd() {
	e.CursorRow, e.CursorColumn = 1<<20, 1<<20
	if !e.MultiLine {
		e.CursorRow = 0
	}
	e.Refresh()
}

// HeightForWidth implements WidthSensitive.
func (e *Entry) HeightForWidth(width float32) float32 {
	if e.kind != LongEntry {
		return controlHeight()
	}
	lines := len(wrapText(e.Text, width-2*theme.InnerPadding()-4, theme.SizeNameText, false))
	return float32(min(max(lines, longLinesMin), longLinesMax))*textLine() + controlHeight() - textLine()
}

// textLine is the distance of two lines in Fyne's own text.
func textLine() float32 {
	return fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
}

// MinSize implements fyne.CanvasObject.
func (e *Entry) MinSize() fyne.Size {
	width := e.minWidth()
	return fyne.NewSize(width, e.HeightForWidth(max(e.Size().Width, width)))
}

func (e *Entry) minWidth() float32 {
	if e.kind == DateEntry {
		return e.dateWidth()
	}
	return scaled(64)
}

func (e *Entry) dateWidth() float32 {
	widest := measure("00/00/0000", theme.SizeNameText, false).Width
	if e.PlaceHolder != "" {
		widest = max(widest, measure(e.PlaceHolder, theme.SizeNameText, false).Width)
	}
	return widest + 2*fieldPad() + scaled(30)
}

// AccessibilityLabel implements fyne.Accessible.
func (e *Entry) AccessibilityLabel() string {
	if e.kind == SecretEntry {
		return e.name
	}
	return spoken(e.name, e.Text, e.PlaceHolder)
}

// AccessibilityRole implements fyne.Accessible.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
