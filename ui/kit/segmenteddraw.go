package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// PreferredWidth is the width of the cells beside each other.
func (s *Segmented) PreferredWidth() float32 {
	width := float32(1)
	for _, o := range s.options {
		width += s.cellWidth(o)
	}
	return width
}

// cellWidth has room for the bold word, so that a choice moves nothing.
func (s *Segmented) cellWidth(o Option) float32 {
	pad := scaled(14)
	if s.Compact {
		pad = scaled(10)
	}
	return max(measure(o.label(), theme.SizeNameText, true).Width+2*pad, scaled(27))
}

func (s *Segmented) cellHeight() float32 {
	if s.Compact {
		return theme.TextSize()*lineSpacing + 5
	}
	return controlHeight()
}

// HeightForWidth implements WidthSensitive.
func (s *Segmented) HeightForWidth(width float32) float32 {
	if s.PreferredWidth() > width {
		return float32(len(s.options))*(s.cellHeight()-1) + 1
	}
	return s.cellHeight()
}

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Segmented) objects() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, c := range s.cells {
		objs = append(objs, c.box, c.text)
	}
	return append(objs, s.inner, s.ring)
}

func (s *Segmented) paint() {
	off := s.disabled || s.locked
	for i, c := range s.cells {
		o := s.options[i]
		chosen := o.Value == s.value && s.value != ""
		fill, ink, border := ColorSheet, theme.ColorNameForeground, theme.ColorNameInputBorder
		switch {
		case chosen && off:
			fill = ColorNeutralTint
		case chosen:
			fill, ink, border = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary
		case off:
			fill, ink, border = ColorSunken, theme.ColorNameDisabled, theme.ColorNameSeparator
		case s.pressed && i == s.under:
			fill = theme.ColorNamePressed
		case i == s.under:
			fill = theme.ColorNameHover
		}
		setBox(c.box, fill, border, 1, 0)
		setText(c.text, o.label(), theme.SizeNameText, ink, chosen)
	}
	ringed := s.ringed()
	ring := ColorRing
	if s.wrong && !s.disabled {
		ring = theme.ColorNameError
	}
	setBox(s.ring, "", ring, 2, cornerRadius)
	hide(s.ring, !ringed && (!s.wrong || s.disabled))
	inner := ColorRing
	if s.current < len(s.options) && s.options[s.current].Value == s.value && s.value != "" && !off {
		inner = theme.ColorNameForegroundOnPrimary
	}
	setBox(s.inner, "", inner, 2, 2)
	hide(s.inner, !ringed || len(s.options) == 0)
}

func (s *Segmented) place(size fyne.Size) {
	h := s.cellHeight()
	upright := s.PreferredWidth() > size.Width
	var x, y, widest float32
	for i, c := range s.cells {
		w := s.cellWidth(s.options[i]) + 1
		if upright {
			w = size.Width
		}
		placeAt(c.box, x, y, w, h)
		c.text.Text = shorten(s.options[i].label(), w-scaled(8), theme.SizeNameText, c.text.TextStyle.Bold)
		placeLine(c.text, x+(w-c.text.MinSize().Width)/2, y, h)
		if i == s.current {
			placeAt(s.inner, x+4, y+4, w-8, h-8)
		}
		widest = max(widest, x+w)
		if upright {
			y += h - 1
		} else {
			x += w - 1 // neighbours share their border
		}
	}
	full := h
	if upright {
		full = y + 1
	}
	// The ring lies outside by a hair: cells are narrow, and their words near.
	placeAt(s.ring, -2, -2, widest+4, full+4)
}

func (s *Segmented) minSize() fyne.Size {
	width := s.Size().Width
	if width == 0 {
		width = s.PreferredWidth()
	}
	return fyne.NewSize(min(s.PreferredWidth(), scaled(96)), s.HeightForWidth(width))
}
