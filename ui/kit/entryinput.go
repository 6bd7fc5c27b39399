package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown implements desktop.Mouseable.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.clicked = true
	e.Entry.MouseDown(m)
	e.clicked = false
	if e.onClick != nil && m.Button == desktop.MouseButtonPrimary {
		e.onClick()
	}
}

// MouseIn implements desktop.Hoverable.
func (e *Entry) MouseIn(*desktop.MouseEvent) { e.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (e *Entry) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *Entry) MouseOut() { e.hover(false) }

func (e *Entry) hover(on bool) {
	e.hovered = on
	e.Refresh()
}

// TypedRune implements fyne.Focusable.
func (e *Entry) TypedRune(r rune) {
	if !e.locked {
		e.Entry.TypedRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if askedHelp(e, k) {
		return
	}
	if e.keys != nil && e.keys(k) {
		return
	}
	switch k.Name {
	case fyne.KeyTab:
		return
	case fyne.KeyEscape:
		if e.OnEscape != nil {
			e.OnEscape()
		}
		return
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter:
		if e.locked {
			return
		}
	case fyne.KeyDown, fyne.KeyF4:
		if e.kind == DateEntry {
			e.OpenCalendar()
			return
		}
		if k.Name == fyne.KeyF4 && e.onExample != nil {
			e.onExample()
			return
		}
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.locked || e.Disabled() {
		// Fyne would paste into a field that is switched off.
		switch c := s.(type) {
		case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		case *desktop.CustomShortcut:
			if c.KeyName == fyne.KeyBackspace || c.KeyName == fyne.KeyDelete {
				return
			}
		default:
			return
		}
	}
	if e.kind == SecretEntry {
		switch s.(type) {
		case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
			return
		}
	}
	if p, ok := s.(*fyne.ShortcutPaste); ok && p.Clipboard != nil {
		s = &fyne.ShortcutPaste{Clipboard: cleanClipboard{p.Clipboard, e.MultiLine}, Secondary: p.Secondary}
	}
	e.Entry.TypedShortcut(s)
}

// cleanClipboard gives what was copied in another program without what no field
// can show: the line ends of Windows, tabs between cells.
type cleanClipboard struct {
	fyne.Clipboard
	lines bool
}

// Content implements fyne.Clipboard.
func (c cleanClipboard) Content() string {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\u00a0", " ").Replace(c.Clipboard.Content())
	if c.lines {
		return text
	}
	return strings.ReplaceAll(strings.Trim(text, "\n"), "\n", " ")
}
