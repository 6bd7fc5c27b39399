package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// SearchField is an entry with a magnifier, and with the shortcut that leads to
// it written inside as long as it is empty.
type SearchField struct {
	widget.BaseWidget
	entry *Entry
	down  func()
	box   canvas.Rectangle
	hint  canvas.Text
}

// searchShortcut is what the menu item "Cerca" is called with.
const searchShortcut = "Ctrl+F"

// NewSearchField returns a field; down is what arrow down and Enter lead to.
func NewSearchField(changed func(text string), down func()) *SearchField {
	s := &SearchField{entry: NewEntry(TextEntry), down: down}
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

// Text is what is typed.
func (s *SearchField) Text() string { return s.entry.Text }

// SetText puts words into the field, without telling of it.
func (s *SearchField) SetText(text string) {
	s.entry.SetText(text)
	s.Refresh()
}

// FocusTarget implements Focuser.
func (s *SearchField) FocusTarget() fyne.Focusable { return s.entry }

// IsSearch says that what has the keyboard is the search field of a list.
func IsSearch(o fyne.Focusable) bool {
	e, ok := o.(*Entry)
	return ok && e.search
}

// SetPlaceHolder changes the words in the empty field.
func (s *SearchField) SetPlaceHolder(words string) {
	s.entry.SetPlaceHolder(words)
	s.entry.SetName(words)
}

func (s *SearchField) key(e *fyne.KeyEvent) bool {
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
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *SearchField) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.entry, &s.box, &s.hint}
}

func (s *SearchField) paint() {
	if icon := IconSearch.Resource(ColorInk2); s.entry.Icon != icon {
		s.entry.SetIcon(icon)
	}
	setBox(&s.box, ColorSunken, theme.ColorNameSeparator, 1, 2)
	setText(&s.hint, searchShortcut, SizePicture, ColorInk2, false)
}

func (s *SearchField) place(size fyne.Size) {
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

func (s *SearchField) minSize() fyne.Size { return fyne.NewSize(scaled(120), controlHeight()) }
