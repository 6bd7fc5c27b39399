package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// ShareBar shows how much of something is done, in words and as a bar, and leads to
// what is not: "Nomine firmate, 9 di 11".
type ShareBar struct {
	control
	label, words string
	done, total  int

	name, count   canvas.Text
	image         *canvas.Image
	whole, filled canvas.Rectangle
	ring          canvas.Rectangle
}

// NewShareBar returns a bar; see Set.
func NewShareBar(label string, tapped func()) *ShareBar {
	b := &ShareBar{label: label, image: newImage()}
	b.extend(b, tapped)
	return b
}

// Set says how many of how many are done, in words too.
func (b *ShareBar) Set(words string, done, total int) {
	b.words, b.done, b.total = words, done, total
	b.Refresh()
}

// Text is what is read.
func (b *ShareBar) Text() string { return b.label + ": " + b.words }

func (b *ShareBar) complete() bool { return b.done >= b.total }

// Cursor implements desktop.Cursorable.
func (b *ShareBar) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (b *ShareBar) AccessibilityLabel() string { return b.Text() }

// AccessibilityRole implements fyne.Accessible.
func (b *ShareBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer implements fyne.Widget.
func (b *ShareBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *ShareBar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&b.name, &b.count, b.image, &b.whole, &b.filled, &b.ring}
}

func (b *ShareBar) paint() {
	setText(&b.name, b.name.Text, theme.SizeNameText, theme.ColorNameForeground, b.hovered)
	setText(&b.count, b.count.Text, theme.SizeNameCaptionText, ColorInk2, false)
	ink, icon := theme.ColorNamePrimary, IconChevronRight
	if b.complete() {
		ink, icon = theme.ColorNameSuccess, IconCheck
	}
	setImage(b.image, icon, ink)
	setBox(&b.whole, ColorRowRule, ToneNeutral.frame(), 1, 2)
	setBox(&b.filled, ink, "", 0, 2)
	setBox(&b.ring, "", ColorRing, 2, cornerRadius)
	hide(&b.ring, !b.ringed())
}

func (b *ShareBar) place(size fyne.Size) {
	side, line := smallIconSide(), lineHeight(theme.SizeNameText)
	right := size.Width - side - shareInset
	placeAt(b.image, right, shareInset+(line-side)/2, side, side)
	right -= GapTight
	b.count.Text = shorten(b.words, size.Width*0.6, theme.SizeNameCaptionText, false)
	right -= b.count.MinSize().Width
	placeLine(&b.count, right, shareInset, line)
	b.name.Text = shorten(b.label, right-GapSmall-shareInset, theme.SizeNameText, b.hovered)
	placeLine(&b.name, shareInset, shareInset, line)
	w := size.Width - 2*shareInset
	placeAt(&b.whole, shareInset, shareInset+line+2, w, shareHigh())
	part := float32(1)
	if b.total > 0 {
		part = min(1, float32(b.done)/float32(b.total))
	}
	placeAt(&b.filled, shareInset, shareInset+line+2, w*part, shareHigh())
	placeAt(&b.ring, 0, 0, size.Width, size.Height)
}

// shareInset keeps the ring off the words.
const shareInset = 4

func shareHigh() float32 { return scaled(6) }

func (b *ShareBar) minSize() fyne.Size {
	return fyne.NewSize(scaled(140), lineHeight(theme.SizeNameText)+2+shareHigh()+2*shareInset)
}
