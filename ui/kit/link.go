package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Link is a word to press, in accent and bold: at the foot of lists, in
// findings, at the end of a row. At least 24 high, so that it can be hit.
type Link struct {
	control
	// OnTapped runs on a click, Space or Enter.
	OnTapped func()

	label    string
	name     string // what a screen reader says, where the label is not enough
	icon     Icon
	trailing bool
	muted    bool // in quiet ink and plain, as the order of a list
	size     fyne.ThemeSizeName

	box, under canvas.Rectangle
	text       canvas.Text
	image      *canvas.Image
}

// NewLink returns a link of caption size with an icon before its words.
func NewLink(label string, icon Icon, tapped func()) *Link {
	l := &Link{label: label, icon: icon, size: theme.SizeNameCaptionText, OnTapped: tapped, image: newImage()}
	l.extend(l, func() {
		if l.OnTapped != nil {
			l.OnTapped()
		}
	})
	return l
}

// NewActionLink returns a link of body size with an icon after its words: the
// one thing to do at the end of a row.
func NewActionLink(label string, icon Icon, tapped func()) *Link {
	l := NewLink(label, icon, tapped)
	l.size, l.trailing = theme.SizeNameText, true
	return l
}

// SetText changes the words.
func (l *Link) SetText(label string) {
	if l.label != label {
		l.label = label
		l.Refresh()
	}
}

// Text returns the words.
func (l *Link) Text() string { return l.label }

// PreferredWidth is the width that shows all words.
func (l *Link) PreferredWidth() float32 { return l.fullWidth() }

// Cursor implements desktop.Cursorable.
func (l *Link) Cursor() desktop.Cursor {
	if l.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (l *Link) AccessibilityLabel() string {
	if l.name != "" {
		return l.name
	}
	return l.label
}

// AccessibilityRole implements fyne.Accessible.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer implements fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *Link) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&l.box, &l.under, l.image, &l.text}
}

func (l *Link) paint() {
	ink := theme.ColorNameHyperlink
	switch {
	case l.disabled:
		ink = theme.ColorNameDisabled
	case l.muted:
		ink = ColorInk2
	}
	fill, ring := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	if l.pressed && !l.disabled {
		fill = theme.ColorNamePressed
	}
	if l.ringed() {
		ring = ColorRing
	}
	setBox(&l.box, fill, ring, 2, cornerRadius)
	setBox(&l.under, ink, "", 0, 0)
	hide(&l.under, !l.hovered || l.disabled)
	setText(&l.text, l.label, l.size, ink, !l.muted)
	setImage(l.image, l.icon, ink)
}

// linkPad keeps the ring off the words.
const linkPad = 4

func (l *Link) place(size fyne.Size) {
	l.box.Resize(size)
	side := l.side()
	icon := float32(0)
	if l.icon != NoIcon {
		icon = side + l.gap()
	}
	l.text.Text = shorten(l.label, size.Width-2*linkPad-icon, l.size, !l.muted)
	x := float32(linkPad)
	if icon > 0 && !l.trailing {
		placeAt(l.image, x, (size.Height-side)/2, side, side)
		x += icon
	}
	end := placeLine(&l.text, x, 0, size.Height)
	if icon > 0 && l.trailing {
		placeAt(l.image, end+l.gap(), (size.Height-side)/2, side, side)
	}
	below := (size.Height + l.text.MinSize().Height) / 2
	placeAt(&l.under, x, below-2, end-x, 1)
}

func (l *Link) gap() float32 { return scaled(GapTight) }

func (l *Link) side() float32 { return theme.Size(l.size) * 1.2 }

func (l *Link) fullWidth() float32 {
	w := measure(l.label, l.size, !l.muted).Width + 2*linkPad + 1
	if l.icon != NoIcon {
		w += l.side() + l.gap()
	}
	return w
}

func (l *Link) minSize() fyne.Size {
	w := l.fullWidth()
	if l.trailing { // it names a field, which is read in full where it leads
		w = min(w, theme.Size(l.size)*6)
	}
	return fyne.NewSize(w, max(24, lineHeight(l.size)+6))
}
