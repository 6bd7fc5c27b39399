package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Surface is a ground in a theme colour, with a hairline and round corners where
// asked for. Put it under something with Layers.
type Surface struct {
	widget.BaseWidget
	fill, border fyne.ThemeColorName
	width        float32
	radius       float32
	box          canvas.Rectangle
}

// NewSurface returns a ground; border may be empty.
func NewSurface(fill, border fyne.ThemeColorName, radius float32) *Surface {
	s := &Surface{fill: fill, border: border, width: 1, radius: radius}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Surface) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&s.box} }
func (s *Surface) paint()                       { setBox(&s.box, s.fill, s.border, s.width, s.radius) }
func (s *Surface) place(size fyne.Size)         { s.box.Resize(size) }
func (s *Surface) minSize() fyne.Size           { return fyne.Size{} }

// Rule is a hairline, lying or standing as its place is.
type Rule struct{ Surface }

// NewRule returns a hairline of a theme colour.
func NewRule(color fyne.ThemeColorName) *Rule {
	r := &Rule{Surface{fill: color}}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *Rule) minSize() fyne.Size { return fyne.NewSquareSize(1) }

const panelRadius = 6

// Sheet is a white page: content on a sheet with a hairline. The content keeps
// its own margins.
func Sheet(content fyne.CanvasObject) *fyne.Container {
	// One pixel is left so that content with a ground of its own spares the line.
	return Layers(NewSurface(ColorSheet, theme.ColorNameSeparator, panelRadius), Pad(1, 1, 1, 1, content))
}

// Panel is a sheet with the margins of a panel.
func Panel(content fyne.CanvasObject) *fyne.Container {
	return Sheet(Pad(GapField, GapField, GapField, GapField, content))
}

// SidePanel is the sunken column at the right of a record, set off by a line. It
// scrolls by itself, with the bar in its margin.
func SidePanel(content fyne.CanvasObject) *fyne.Container {
	line := Frame(nil, nil, NewRule(theme.ColorNameSeparator), nil, nil)
	return Layers(NewSurface(ColorSunken, "", 0), line,
		NewScroll(Pad(GapPanel, GapPanel-scrollGutter, GapPanel, GapPanel, content)))
}

// Tinted is a band of a tone, such as the one that says a clock is running.
func Tinted(tone Tone, content fyne.CanvasObject) *fyne.Container {
	return Layers(NewSurface(tone.Tint(), tone.Ink(), panelRadius),
		Pad(GapPanel, GapField, GapPanel, GapField, content))
}
