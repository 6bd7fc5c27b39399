package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Note is a sign and some small words on one line, shortened where they do not
// fit: "✓ Tutto salvato, 17:42".
type Note struct {
	widget.BaseWidget
	icon  Icon
	tone  Tone
	words string
	bold  bool
	// plain keeps the words grey, with only the sign in the tone.
	plain bool
	image *canvas.Image
	text  canvas.Text
}

// NewNote returns a note whose words have the colour of its tone.
func NewNote(tone Tone, icon Icon, words string) *Note {
	n := &Note{tone: tone, icon: icon, words: words, image: newImage()}
	n.ExtendBaseWidget(n)
	return n
}

// NewStatus returns a note with quiet words and only the sign in the tone, as at
// the left of an action bar.
func NewStatus(tone Tone, icon Icon, words string) *Note {
	n := NewNote(tone, icon, words)
	n.plain = true
	return n
}

// Set changes sign and words.
func (n *Note) Set(tone Tone, icon Icon, words string) {
	if n.tone != tone || n.icon != icon || n.words != words {
		n.tone, n.icon, n.words = tone, icon, words
		n.Refresh()
	}
}

// Bold makes the words bold, and returns the note.
func (n *Note) Bold() *Note {
	n.bold = true
	n.Refresh()
	return n
}

// Text returns the words.
func (n *Note) Text() string { return n.words }

// PreferredWidth is the width of all words.
func (n *Note) PreferredWidth() float32 {
	return n.lead() + measure(n.words, theme.SizeNameCaptionText, n.bold).Width + 1
}

// AccessibilityLabel implements fyne.Accessible.
func (n *Note) AccessibilityLabel() string { return n.words }

// AccessibilityRole implements fyne.Accessible.
func (n *Note) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (n *Note) CreateRenderer() fyne.WidgetRenderer { return newRenderer(n) }

func (n *Note) objects() []fyne.CanvasObject { return []fyne.CanvasObject{n.image, &n.text} }

func (n *Note) paint() {
	ink := n.tone.Ink()
	setImage(n.image, n.icon, ink)
	if n.plain {
		ink = ColorInk2
	}
	setText(&n.text, n.text.Text, theme.SizeNameCaptionText, ink, n.bold)
}

func (n *Note) lead() float32 {
	if n.icon == NoIcon {
		return 0
	}
	return smallIconSide() + scaled(GapTight)
}

func (n *Note) place(size fyne.Size) {
	side := smallIconSide()
	placeAt(n.image, 0, (size.Height-side)/2, side, side)
	n.text.Text = ""
	if room := size.Width - n.lead(); room > theme.CaptionTextSize() {
		n.text.Text = shorten(n.words, room, theme.SizeNameCaptionText, n.bold)
	}
	placeLine(&n.text, n.lead(), 0, size.Height)
}

func (n *Note) minSize() fyne.Size {
	narrowest := min(n.PreferredWidth(), n.lead()+theme.CaptionTextSize()*3)
	return fyne.NewSize(narrowest, lineHeight(theme.SizeNameCaptionText))
}
