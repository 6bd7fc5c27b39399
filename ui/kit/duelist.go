package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DueRow is what a row of a DueList shows: a thing to do and why, whose turn it is,
// by when, and at the right end the verb that leads to it. A head stands over those
// that follow it, with how many they are, and leads nowhere.
type DueRow struct {
	Head          bool
	Title, Second string
	Who, When     string // of a head: the names of the columns
	Verb          string
	Tone          Tone
	Icon          Icon
	Number        int // of a head: how many follow
}

// spoken is the row for those who do not see it.
func (r DueRow) spoken() string {
	s := r.Title
	for _, part := range []string{r.When, r.Second, r.Who, r.Verb} {
		if part != "" {
			s += ", " + part
		}
	}
	return s
}

// DueList is a list of what is to be done, of any length: only the rows in view
// exist. The arrows go from row to row; Enter, Space and a click do what the verb
// of the row says.
type DueList struct {
	widget.BaseWidget
	// OnOpen does what the verb of a row says.
	OnOpen func(i int)

	label string // what a screen reader calls the list
	rows  []DueRow
	aim   int
	list  *dueRows
}

// NewDueList returns an empty list.
func NewDueList(label string) *DueList {
	l := &DueList{label: label}
	l.list = newDueRows(l)
	l.ExtendBaseWidget(l)
	return l
}

// SetRows shows other rows; the keyboard stays where it was, as far as there is one.
func (l *DueList) SetRows(rows []DueRow) {
	l.rows = rows
	l.aim = l.nearest(min(l.aim, len(rows)-1), 1)
	l.list.Refresh()
	l.Refresh()
}

// Rows returns what is shown.
func (l *DueList) Rows() []DueRow { return l.rows }

// Focus puts the keyboard on the rows.
func (l *DueList) Focus() { FocusOn(l.list) }

// nearest is the row at or beyond one, in a direction, that leads somewhere, else the
// one before it; -1 for none.
func (l *DueList) nearest(from, step int) int {
	for _, d := range []int{step, -step} {
		for i := from; i >= 0 && i < len(l.rows); i += d {
			if !l.rows[i].Head {
				return i
			}
		}
	}
	return -1
}

func (l *DueList) open(i int) {
	if i < 0 || i >= len(l.rows) || l.rows[i].Head {
		return
	}
	l.aim = i
	if l.OnOpen != nil {
		l.OnOpen(i)
	}
}

// narrow says that who and by when have no columns of their own.
func (l *DueList) narrow() bool { return narrowDue(l.Size().Width) }

func narrowDue(width float32) bool { return width < scaled(640) }

// CreateRenderer implements fyne.Widget.
func (l *DueList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *DueList) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.list.flush} }
func (l *DueList) paint()                       {}

func (l *DueList) place(size fyne.Size) {
	l.list.flush.Resize(size)
	if l.list.was != l.narrow() { // rows are higher, or lower again
		l.list.was = l.narrow()
		l.list.Refresh()
	}
}

// mostDue is how many rows the list is high at least, where there are as many.
const mostDue = 6

func (l *DueList) minSize() fyne.Size {
	return fyne.NewSize(scaled(200), l.HeightForWidth(l.Size().Width))
}

func (l *DueList) minWidth() float32 { return scaled(200) }

// HeightForWidth implements WidthSensitive: narrow rows are higher.
func (l *DueList) HeightForWidth(width float32) float32 {
	return dueHeight(narrowDue(width)) * float32(max(min(len(l.rows), mostDue), 1))
}

func (l *DueList) rowHeight() float32 { return dueHeight(l.narrow()) }

func dueHeight(narrow bool) float32 {
	h := lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText) + scaled(9)
	if narrow { // a reason on two lines, and by when
		h += 2 * lineHeight(theme.SizeNameCaptionText)
	}
	return h
}

// dueRows is Fyne's list with the keyboard of a DueList.
type dueRows struct {
	widget.List
	due     *DueList
	focused bool
	was     bool // narrow, when the rows were laid out
	flush   fyne.CanvasObject
}

func newDueRows(due *DueList) *dueRows {
	l := &dueRows{due: due}
	l.Length = func() int { return len(due.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newDueRow(due) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(due.rows) {
			o.(*dueRow).set(due.rows[i], l.focused && i == due.aim)
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		due.open(i)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	l.flush = container.NewThemeOverride(l, flushTheme{})
	return l
}

// FocusGained implements fyne.Focusable.
func (l *dueRows) FocusGained() {
	l.focused = true
	l.due.aim = l.due.nearest(max(l.due.aim, 0), 1)
	l.Refresh()
	revealFocused(l)
}

// FocusLost implements fyne.Focusable.
func (l *dueRows) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedKey implements fyne.Focusable.
func (l *dueRows) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(l, e) {
		return
	}
	to, step := l.due.aim, 1
	page := max(int(l.Size().Height/l.due.rowHeight())-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		to, step = to-1, -1
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to, step = to-page, -1
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to, step = len(l.due.rows)-1, -1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.due.open(to)
		return
	default:
		return
	}
	if len(l.due.rows) == 0 {
		return
	}
	if l.due.aim = l.due.nearest(max(min(to, len(l.due.rows)-1), 0), step); l.due.aim >= 0 {
		l.ScrollTo(l.due.aim)
	}
	l.Refresh()
}

// AccessibilityLabel implements fyne.Accessible: the row that the keyboard is on.
func (l *dueRows) AccessibilityLabel() string {
	if i := l.due.aim; i >= 0 && i < len(l.due.rows) {
		return l.due.label + ": " + l.due.rows[i].spoken()
	}
	return l.due.label
}

// AccessibilityRole implements fyne.Accessible.
func (l *dueRows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
