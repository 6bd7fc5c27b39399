package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// selectList is the open list of a Select; it has the keyboard while it is open.
type selectList struct {
	optionList
	owner *Select
	typed string
	last  time.Time
	// steered says that keys moved the light: Tab then takes what is lit, but
	// never what the pointer happened to rest on.
	steered bool
}

func newSelectList(owner *Select) *selectList {
	l := &selectList{owner: owner}
	l.ticks = true
	l.init()
	l.onTake = l.take
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *selectList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *selectList) take(i int) {
	value := l.options[i].Value
	l.owner.menu.close()
	l.owner.choose(value)
}

// FocusGained implements fyne.Focusable.
func (l *selectList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *selectList) FocusLost() {}

// AcceptsTab implements fyne.Tabbable, to close the list before moving on.
func (l *selectList) AcceptsTab() bool { return true }

// typedPause is how long letters count as one word.
const typedPause = time.Second

// TypedRune implements fyne.Focusable: what is typed quickly is looked for at
// the beginning of the options.
func (l *selectList) TypedRune(r rune) {
	now := time.Now()
	if now.Sub(l.last) > typedPause {
		l.typed = ""
	}
	if r == ' ' && l.typed == "" {
		return // the space that opened the list arrives here as a letter too
	}
	l.typed, l.last = l.typed+string(r), now
	query := fold(l.typed)
	from := l.current
	if len([]rune(query)) == 1 {
		from++ // the same letter again goes to the next option
	}
	n := len(l.options)
	for i := range n {
		at := (from + i + n) % n
		if strings.HasPrefix(fold(l.options[at].label()), query) {
			l.current, l.steered = at, true
			l.reveal()
			l.Refresh()
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (l *selectList) TypedKey(e *fyne.KeyEvent) {
	if by, ok := l.step(e.Name); ok {
		l.steered = true
		l.move(by)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if e.Name == fyne.KeySpace && l.typed != "" && time.Since(l.last) < typedPause {
			return // part of the word that is typed
		}
		l.take(l.current)
	case fyne.KeyEscape:
		l.owner.menu.close()
	case fyne.KeyTab:
		cv := l.owner.menu.canvas
		if l.steered {
			l.take(l.current)
		} else {
			l.owner.menu.close()
		}
		if shiftHeld() {
			cv.FocusPrevious()
		} else {
			cv.FocusNext()
		}
	}
}
