package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Line is one line of text, ended with "…" where it does not fit. A line that
// may be shortened must have its full text elsewhere.
type Line struct {
	widget.BaseWidget
	textLook
	align fyne.TextAlign
	line  canvas.Text
}

// NewLine returns one line of body text in ink.
func NewLine(text string) *Line {
	return NewStyledLine(text, theme.SizeNameText, theme.ColorNameForeground, false)
}

// NewStyledLine returns one line of a theme size and colour.
func NewStyledLine(text string, size fyne.ThemeSizeName, color fyne.ThemeColorName, bold bool) *Line {
	l := &Line{textLook: textLook{text, size, color, bold}}
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes the words.
func (l *Line) SetText(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// Text returns the whole text, also where it is shown shortened.
func (l *Line) Text() string { return l.text }

// SetStyle changes colour and weight.
func (l *Line) SetStyle(color fyne.ThemeColorName, bold bool) {
	if l.color != color || l.bold != bold {
		l.color, l.bold = color, bold
		l.Refresh()
	}
}

// Align sets where the line stands in its width, and returns it.
func (l *Line) Align(align fyne.TextAlign) *Line {
	l.align = align
	l.Refresh()
	return l
}

// PreferredWidth is the width of the whole text.
func (l *Line) PreferredWidth() float32 { return measure(l.text, l.size, l.bold).Width + 1 }

// AccessibilityLabel implements fyne.Accessible.
func (l *Line) AccessibilityLabel() string { return l.text }

// AccessibilityRole implements fyne.Accessible.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *Line) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&l.line} }

func (l *Line) paint() { setText(&l.line, l.line.Text, l.size, l.color, l.bold) }

func (l *Line) place(size fyne.Size) {
	setText(&l.line, shorten(l.text, size.Width, l.size, l.bold), l.size, l.color, l.bold)
	x := float32(0)
	switch spare := size.Width - l.line.MinSize().Width; l.align {
	case fyne.TextAlignCenter:
		x = spare / 2
	case fyne.TextAlignTrailing:
		x = spare
	}
	placeLine(&l.line, x, 0, size.Height)
	l.line.Refresh()
}

func (l *Line) minSize() fyne.Size {
	return fyne.NewSize(min(l.PreferredWidth(), theme.Size(l.size)*3), lineHeight(l.size))
}
