package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Band is a part of a scale of whole numbers, both ends included.
type Band struct {
	Label    string
	From, To int
	Level    int // 1 to 4, as the heat of a risk
}

// ScaleBand is a scale cut into bands, with a frame around the values that are
// possible: the same value twice is the one it is.
type ScaleBand struct {
	widget.BaseWidget
	bands     []Band
	low, high int
	spoken    string

	boxes   []*canvas.Rectangle
	labels  []*canvas.Text
	numbers []*canvas.Text // the first value of each band but the first, and the last
	mark    canvas.Rectangle
}

// NewScaleBand returns a scale of bands that follow each other.
func NewScaleBand(bands []Band) *ScaleBand {
	s := &ScaleBand{bands: bands}
	for range bands {
		s.boxes, s.labels, s.numbers = append(s.boxes, &canvas.Rectangle{}), append(s.labels, &canvas.Text{}), append(s.numbers, &canvas.Text{})
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetMark frames the values that are possible; spoken says them in words.
func (s *ScaleBand) SetMark(low, high int, spoken string) {
	if s.low != low || s.high != high || s.spoken != spoken {
		s.low, s.high, s.spoken = low, high, spoken
		s.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *ScaleBand) AccessibilityLabel() string { return s.spoken }

// AccessibilityRole implements fyne.Accessible.
func (s *ScaleBand) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (s *ScaleBand) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *ScaleBand) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range s.bands {
		objects = append(objects, s.boxes[i], s.labels[i], s.numbers[i])
	}
	return append(objects, &s.mark)
}

func (s *ScaleBand) paint() {
	edge := fyne.ThemeColorName("")
	if theme.Color(ColorHeat1) == theme.Color(ColorHeat4) {
		edge = theme.ColorNameSeparator
	}
	for i, b := range s.bands {
		setBox(s.boxes[i], heat[max(min(b.Level, len(heat)-1), 0)], edge, 1, 2)
		setText(s.labels[i], b.Label, SizePicture, theme.ColorNameForeground, true)
		value := b.From
		if i == 0 {
			value = s.bands[len(s.bands)-1].To
		}
		setText(s.numbers[i], countWord(value), SizePicture, ColorInk2, false)
	}
	setBox(&s.mark, "", theme.ColorNameForeground, 3, 4)
	hide(&s.mark, s.high < s.low || s.high == 0)
}

func (s *ScaleBand) barHeight() float32 { return lineHeight(SizePicture) + 8 }

func (s *ScaleBand) place(size fyne.Size) {
	if len(s.bands) == 0 {
		return
	}
	first, last := s.bands[0].From, s.bands[len(s.bands)-1].To
	unit := size.Width / float32(last-first+1)
	at := func(value int) float32 { return float32(value-first) * unit }
	top, h, step := float32(3), s.barHeight(), lineHeight(SizePicture)
	for i, b := range s.bands {
		x, w := at(b.From), at(b.To+1)-at(b.From)
		placeAt(s.boxes[i], x, top, w-1, h)
		indent := min(scaled(5), (w-1-s.labels[i].MinSize().Width)/2)
		placeLine(s.labels[i], x+indent, top, h)
		if i > 0 {
			placeLine(s.numbers[i], x, top+h+1, step)
		}
	}
	placeLine(s.numbers[0], size.Width-s.numbers[0].MinSize().Width, top+h+1, step)
	placeAt(&s.mark, at(s.low)-2, top-3, at(s.high+1)-at(s.low)+3, h+6)
}

func (s *ScaleBand) minSize() fyne.Size {
	return fyne.NewSize(scaled(180), s.barHeight()+lineHeight(SizePicture)+4)
}
