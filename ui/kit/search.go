package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// searchField is an entry with a magnifier, and with the shortcut that leads to
// it written inside as long as it is empty.
type searchField struct {
	widget.BaseWidget
	entry *Entry
	down  func()
	box   canvas.Rectangle
	hint  canvas.Text
}

// searchShortcut is what the menu item "Cerca" is called with.
const searchShortcut = "Ctrl+F"

// newSearchField returns a field; down is what arrow down and Enter lead to.
func newSearchField(changed func(text string), down func()) *searchField {
	s := &searchField{entry: NewEntry(TextEntry), down: down}
	s.entry.PlaceHolder = words.T("Cerca")
	s.entry.SetName(words.T("Cerca"))
	s.entry.Icon = IconSearch.Resource(ColorInk2)
	s.entry.OnEdited = func(text string) {
		s.Refresh()
		changed(text)
	}
	s.entry.keys, s.entry.search = s.key, true
	s.ExtendBaseWidget(s)
	return s
}

// IsSearch says that what has the keyboard is the search field of a list.
func IsSearch(o fyne.Focusable) bool {
	e, ok := o.(*Entry)
	return ok && e.search
}

// SetPlaceHolder changes the words in the empty field.
func (s *searchField) SetPlaceHolder(words string) {
	s.entry.SetPlaceHolder(words)
	s.entry.SetName(words)
}

func (s *searchField) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		if s.entry.Text == "" {
			return false
		}
		s.entry.SetText("")
		s.entry.OnEdited("")
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		s.down()
	default:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (s *searchField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *searchField) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.entry, &s.box, &s.hint}
}

func (s *searchField) paint() {
	if icon := IconSearch.Resource(ColorInk2); s.entry.Icon != icon {
		s.entry.SetIcon(icon)
	}
	setBox(&s.box, ColorSunken, theme.ColorNameSeparator, 1, 2)
	setText(&s.hint, searchShortcut, SizePicture, ColorInk2, false)
}

func (s *searchField) place(size fyne.Size) {
	s.entry.Resize(size)
	words := s.hint.MinSize()
	h := min(lineHeight(SizePicture)+4, size.Height-6)
	w := words.Width + GapPanel
	x := size.Width - w - (size.Height-h)/2
	placeAt(&s.box, x, (size.Height-h)/2, w, h)
	placeLine(&s.hint, x+GapPanel/2, 0, size.Height)
	// It gives way to what is typed, and to the words of a narrow field.
	words = measure(s.entry.PlaceHolder, theme.SizeNameText, false)
	crowded := iconSide()+3*theme.InnerPadding()+words.Width > x
	hide(&s.box, s.entry.Text != "" || crowded)
	hide(&s.hint, s.entry.Text != "" || crowded)
}

func (s *searchField) minSize() fyne.Size { return fyne.NewSize(scaled(120), controlHeight()) }
