package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// LetterLegend says what the letters of a LetterGrid stand for, and the dot of one
// that is not given.
type LetterLegend struct {
	widget.BaseWidget
	items []legendItem
}

type legendItem struct {
	letter, word string
	box          canvas.Rectangle
	sign, text   canvas.Text
}

// NewLetterLegend returns a legend; none is said of the dot.
func NewLetterLegend(letters []Letter, none string) *LetterLegend {
	l := &LetterLegend{items: make([]legendItem, len(letters)+1)}
	for i, x := range letters {
		l.items[i].letter, l.items[i].word = x.Letter, x.Word
	}
	l.items[len(letters)].letter, l.items[len(letters)].word = "·", none
	l.ExtendBaseWidget(l)
	return l
}

// AccessibilityLabel implements fyne.Accessible.
func (l *LetterLegend) AccessibilityLabel() string {
	said := ""
	for i := range l.items {
		said += l.items[i].letter + " " + l.items[i].word + ". "
	}
	return said
}

// AccessibilityRole implements fyne.Accessible.
func (l *LetterLegend) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (l *LetterLegend) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *LetterLegend) objects() (out []fyne.CanvasObject) {
	for i := range l.items {
		x := &l.items[i]
		if i < len(l.items)-1 {
			out = append(out, &x.box)
		}
		out = append(out, &x.sign, &x.text)
	}
	return out
}

func (l *LetterLegend) paint() {
	for i := range l.items {
		x := &l.items[i]
		if i == len(l.items)-1 {
			setText(&x.sign, x.letter, theme.SizeNameCaptionText, ColorInk2, true)
		} else {
			setBox(&x.box, theme.ColorNamePrimary, "", 0, cornerRadius-1)
			setText(&x.sign, x.letter, theme.SizeNameCaptionText, theme.ColorNameForegroundOnPrimary, true)
		}
		setText(&x.text, x.word, theme.SizeNameText, theme.ColorNameForeground, false)
	}
}

// walk goes over the items, beginning a new line where one does not fit, and
// returns the height of all and the width of the widest line.
func (l *LetterLegend) walk(width float32, at func(x *legendItem, left, top float32)) (height, widest float32) {
	high := scaled(24)
	var left, top float32
	for i := range l.items {
		x := &l.items[i]
		w := scaled(23) + GapTight + measure(x.word, theme.SizeNameText, false).Width
		if left > 0 && left+w > width {
			left, top = 0, top+high+GapTight
		}
		at(x, left, top)
		widest = max(widest, left+w)
		left += w + GapField
	}
	return top + high, widest
}

func (l *LetterLegend) place(size fyne.Size) {
	w, h := scaled(23), scaled(24)
	l.walk(size.Width, func(x *legendItem, left, top float32) {
		placeAt(&x.box, left, top, w, h)
		placeCentred(&x.sign, x.sign.MinSize(), fyne.NewPos(left, top), fyne.NewSize(w, h))
		placeLine(&x.text, left+w+GapTight, top, h)
	})
}

// HeightForWidth implements WidthSensitive.
func (l *LetterLegend) HeightForWidth(width float32) float32 {
	height, _ := l.walk(width, func(*legendItem, float32, float32) {})
	return height
}

// PreferredWidth is the width of all on one line.
func (l *LetterLegend) PreferredWidth() float32 {
	_, widest := l.walk(1e6, func(*legendItem, float32, float32) {})
	return widest + 1
}

func (l *LetterLegend) minSize() fyne.Size {
	width := l.Size().Width
	if width <= 0 {
		width = l.PreferredWidth()
	}
	_, least := l.walk(1, func(*legendItem, float32, float32) {})
	return fyne.NewSize(least, l.HeightForWidth(width))
}
