package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ButtonKind says how much a button asks for.
type ButtonKind int

// The kinds. A sheet has at most one Filled button. Danger is outlined red and
// never filled: nothing that destroys should be the first thing one sees.
const (
	Outlined ButtonKind = iota
	Filled
	Plain
	Danger
)

// Button is a button of the design: icon and word.
type Button struct {
	control
	// OnTapped runs on a click, Space or Enter.
	OnTapped func()

	kind  ButtonKind
	label string
	icon  Icon

	box, ring canvas.Rectangle
	text      canvas.Text
	image     *canvas.Image
}

// NewButton returns a button; icon may be NoIcon, and label empty beside an icon.
func NewButton(kind ButtonKind, label string, icon Icon, tapped func()) *Button {
	b := &Button{kind: kind, label: label, icon: icon, OnTapped: tapped, image: newImage()}
	b.extend(b, func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	})
	return b
}

// SetText changes the label.
func (b *Button) SetText(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// Text returns the label.
func (b *Button) Text() string { return b.label }

// SetIcon changes the icon.
func (b *Button) SetIcon(icon Icon) {
	if b.icon != icon {
		b.icon = icon
		b.Refresh()
	}
}

// SetKind changes the look.
func (b *Button) SetKind(kind ButtonKind) {
	if b.kind != kind {
		b.kind = kind
		b.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string {
	if b.label == "" {
		return string(b.icon)
	}
	return b.label
}

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *Button) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&b.box, &b.ring, b.image, &b.text}
}

func (b *Button) paint() {
	ink, fill, border, ring := b.colors()
	setBox(&b.box, fill, border, 1, cornerRadius)
	setBox(&b.ring, "", ring, 2, cornerRadius)
	hide(&b.ring, !b.ringed())
	setText(&b.text, b.label, theme.SizeNameText, ink, b.bold())
	setImage(b.image, b.icon, ink)
}

// bold says whether the label is: a plain button is the quiet one.
func (b *Button) bold() bool { return b.kind != Plain }

// colors gives ink, fill, border and ring; an empty name is nothing there.
func (b *Button) colors() (ink, fill, border, ring fyne.ThemeColorName) {
	switch b.kind {
	case Filled:
		// A ring of the accent would vanish on the accent.
		ink, fill, ring = theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
		if b.hovered || b.pressed {
			fill = b.filledUnderPointer()
		}
	case Danger:
		ink, fill, border, ring = theme.ColorNameError, ColorSheet, theme.ColorNameError, theme.ColorNameForeground
	case Plain:
		ink, ring = theme.ColorNameForeground, ColorRing
	default:
		ink, fill, border, ring = theme.ColorNamePrimary, ColorSheet, theme.ColorNameInputBorder, ColorRing
	}
	if b.disabled {
		if fill != "" {
			fill, border = theme.ColorNameDisabledButton, theme.ColorNameSeparator
		}
		return theme.ColorNameDisabled, fill, border, ring
	}
	if b.kind != Filled {
		switch {
		case b.pressed:
			fill = theme.ColorNamePressed
		case b.hovered:
			fill = theme.ColorNameHover
		}
	}
	return ink, fill, border, ring
}

func (b *Button) filledUnderPointer() fyne.ThemeColorName {
	if b.pressed {
		return ColorPrimaryPressed
	}
	return ColorPrimaryHover
}

const cornerRadius = 4

func (b *Button) place(size fyne.Size) {
	b.box.Resize(size)
	inset := float32(0)
	if b.kind == Filled {
		inset = 2
	}
	placeAt(&b.ring, inset, inset, size.Width-2*inset, size.Height-2*inset)

	content := b.contentWidth()
	x := max((size.Width-content)/2, b.sidePad()/2)
	if b.icon != NoIcon {
		side := iconSide()
		placeAt(b.image, x, (size.Height-side)/2, side, side)
		x += side + b.iconGap()
	}
	b.text.Text = shorten(b.label, size.Width-x-b.sidePad()/2, theme.SizeNameText, b.bold())
	placeLine(&b.text, x, 0, size.Height)
}

func (b *Button) minSize() fyne.Size {
	height := controlHeight()
	if b.label == "" {
		return fyne.NewSquareSize(height)
	}
	return fyne.NewSize(b.contentWidth()+2*b.sidePad(), height)
}

func (b *Button) contentWidth() float32 {
	var w float32
	if b.label != "" {
		w = measure(b.label, theme.SizeNameText, b.bold()).Width
	}
	if b.icon != NoIcon {
		w += iconSide() + b.iconGap()
	}
	return w
}

func (b *Button) iconGap() float32 {
	if b.label == "" {
		return 0
	}
	return scaled(7)
}

func (b *Button) sidePad() float32 { return 12 }

// iconSide is the side of an icon beside a word.
func iconSide() float32 { return theme.Size(theme.SizeNameInlineIcon) }

// controlHeight is the height of a button, 34 at 100 %.
func controlHeight() float32 { return theme.TextSize()*lineSpacing + 15 }
