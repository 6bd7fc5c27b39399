package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// rowList is Fyne's list, which makes rows only for what is in view, with the
// keyboard of the design: an arrow moves the choice itself.
type rowList struct {
	widget.List
	pane    *ListPane
	focused bool
	// flush is the list under a theme without padding, or Fyne would leave a
	// gap between rows.
	flush fyne.CanvasObject
}

func newRowList(p *ListPane) *rowList {
	l := &rowList{pane: p}
	l.Length = func() int { return p.count() }
	l.CreateItem = func() fyne.CanvasObject { return NewListRow() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		row := o.(*ListRow)
		row.marked, row.ring = i == p.chosen, l.focused && i == max(p.chosen, 0)
		row.SetRow(p.row(i))
	}
	// The choice is kept by the pane: here it is only passed on, and let go, so
	// that a second click on the same row is seen as well.
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		p.pick(i)
		l.toggle(i)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	l.flush = container.NewThemeOverride(l, flushTheme{})
	return l
}

// FocusGained implements fyne.Focusable.
func (l *rowList) FocusGained() {
	l.focused = true
	l.Refresh()
}

// FocusLost implements fyne.Focusable.
func (l *rowList) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedKey implements fyne.Focusable.
func (l *rowList) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(l, e) {
		return
	}
	if e.Name == fyne.KeyEscape {
		call(l.pane.OnEscape)
		return
	}
	n := l.pane.count()
	if n == 0 {
		return
	}
	to := l.pane.chosen
	page := max(int(l.Size().Height/rowHeight())-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = n - 1
	case fyne.KeySpace:
		to = max(to, 0)
		defer l.toggle(to)
	case fyne.KeyReturn, fyne.KeyEnter:
		if to < 0 {
			l.pane.pick(0)
		}
		if l.pane.OnOpen != nil {
			l.pane.OnOpen(l.pane.chosen)
		}
		return
	default:
		return
	}
	if to = max(min(to, n-1), 0); to != l.pane.chosen {
		l.pane.pick(to)
	}
}

func (l *rowList) toggle(i int) {
	if l.pane.OnToggle != nil {
		l.pane.OnToggle(i)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (l *rowList) AccessibilityLabel() string {
	label := l.pane.title.Text()
	if i := l.pane.chosen; i >= 0 && i < l.pane.count() {
		label += ": " + l.pane.row(i).spoken()
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (l *rowList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// flushTheme is the theme of the program, whichever that is now, without
// padding.
type flushTheme struct{}

func (flushTheme) now() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (t flushTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.now().Color(n, v)
}

// Font implements fyne.Theme.
func (t flushTheme) Font(s fyne.TextStyle) fyne.Resource { return t.now().Font(s) }

// Icon implements fyne.Theme.
func (t flushTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.now().Icon(n) }

// Size implements fyne.Theme.
func (t flushTheme) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNamePadding {
		return 0
	}
	return t.now().Size(n)
}
