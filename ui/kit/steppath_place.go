package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const stepPad = 4 // room around the picture for the ring

// columns is how many columns the steps take.
func (p *StepPath) columns() float32 {
	var n float32 = 1
	for _, s := range p.steps {
		n = max(n, s.Col+s.Span)
	}
	return n
}

// stepGap is the place of a line between two boxes.
func (p *StepPath) stepGap(width float32) float32 {
	if p.terse(width) {
		return scaled(6)
	}
	return scaled(18)
}

// column is the width of one column.
func (p *StepPath) column(width, gap float32) float32 {
	n := p.columns()
	return (width - 2*stepPad - gap*(n-1)) / n
}

// terse says that the titles do not fit: the boxes then hold names alone, and the
// step that the keyboard is on is written out under them.
func (p *StepPath) terse(width float32) bool {
	gap := scaled(18)
	for _, s := range p.steps {
		if s.Row == 0 && measure(s.Title, SizePicture, false).Width > p.boxWidth(s, width, gap)-2*stepPad-4 {
			return true
		}
	}
	return false
}

func (p *StepPath) boxWidth(s PathStep, width, gap float32) float32 {
	return p.column(width, gap)*s.Span + gap*(s.Span-1)
}

func (p *StepPath) rowHeight(row int, width float32) float32 {
	h := lineHeight(theme.SizeNameText) + 4
	if row == 0 && !p.terse(width) {
		h += lineHeight(SizePicture) + 2
	}
	return h
}

func (p *StepPath) rowTop(row int, width float32) float32 {
	if row == 0 {
		return stepPad
	}
	return stepPad + p.rowHeight(0, width) + lineHeight(SizePicture)
}

func (p *StepPath) rows() int {
	n := 1
	for _, s := range p.steps {
		n = max(n, s.Row+1)
	}
	return n
}

func (p *StepPath) place(size fyne.Size) {
	gap := p.stepGap(size.Width)
	cw := p.column(size.Width, gap)
	for i, s := range p.steps {
		x := stepPad + s.Col*(cw+gap)
		p.placeStep(p.boxes[i], s, rect{x, p.rowTop(s.Row, size.Width), p.boxWidth(s, size.Width, gap), p.rowHeight(s.Row, size.Width)})
	}
	for i, e := range p.edges {
		if e.From < len(p.boxes) && e.To < len(p.boxes) {
			p.placeEdge(p.lines[i], e, boxOf(p.boxes[e.From]), boxOf(p.boxes[e.To]))
		}
	}
	hide(&p.reading, !p.terse(size.Width))
	p.reading.Text = shorten(p.reading.Text, size.Width-2*stepPad, theme.SizeNameCaptionText, false)
	p.placeFoot(size.Width, placeAt)
	if p.aim < len(p.boxes) {
		b := boxOf(p.boxes[p.aim])
		placeAt(&p.ring, b.x-3, b.y-3, b.w+6, b.h+6)
	}
}

// rect is the place of a box.
type rect struct{ x, y, w, h float32 }

func boxOf(b *stepBox) rect {
	at, size := b.box.Position(), b.box.Size()
	return rect{at.X, at.Y, size.Width, size.Height}
}

// placeStep writes name, sign and title into a box: below each other in the first
// row, beside each other in the second.
func (p *StepPath) placeStep(b *stepBox, s PathStep, r rect) {
	placeAt(&b.box, r.x, r.y, r.w, r.h)
	pad, side := float32(stepPad+2), theme.CaptionTextSize()
	terse := p.terse(p.Size().Width)
	b.title.Text = s.Title
	switch {
	case s.Round && terse: // the result alone
		b.name.Text = ""
		placeCentred(&b.title, b.title.MinSize(), fyne.NewPos(r.x, r.y), fyne.NewSize(r.w, r.h))
	case s.Round:
		upper, lower := lineHeight(SizePicture), lineHeight(theme.SizeNameText)
		top := r.y + (r.h-upper-lower)/2
		placeLine(&b.name, r.x+(r.w-b.name.MinSize().Width)/2, top, upper)
		placeLine(&b.title, r.x+(r.w-b.title.MinSize().Width)/2, top+upper, lower)
	case s.Row == 0 && !terse:
		upper, lower := lineHeight(theme.SizeNameText), lineHeight(SizePicture)
		top := r.y + (r.h-upper-lower)/2
		placeLine(&b.name, r.x+pad, top, upper)
		placeLine(&b.title, r.x+pad, top+upper, lower)
		placeAt(b.image, r.x+r.w-pad-side, top+(upper-side)/2, side, side)
	default:
		x := placeLine(&b.name, r.x+pad, r.y, r.h) + GapTight
		if room := r.x + r.w - pad - side - GapTight - x; terse && measure(s.Title, SizePicture, false).Width > room {
			b.title.Text = "" // it is read below
		} else {
			b.title.Text = shorten(s.Title, room, SizePicture, false)
			placeLine(&b.title, x, r.y, r.h)
		}
		placeAt(b.image, r.x+r.w-pad-side, r.y+(r.h-side)/2, side, side)
	}
}

// placeEdge draws the line between two boxes.
func (p *StepPath) placeEdge(l *stepLine, e PathEdge, from, to rect) {
	thick := float32(2)
	l.word.Text = e.Word
	if from.y == to.y {
		placeAt(&l.across, from.x+from.w, from.y+from.h/2-thick/2, to.x-from.x-from.w, thick)
		placeAt(&l.down, 0, 0, 0, 0)
		l.word.Text = ""
		return
	}
	thick = 1
	x, bottom := from.x+from.w/2, from.y+from.h
	wordAt := func(y, h float32) { placeLine(&l.word, x+3, y, h) }
	if x > to.x && x < to.x+to.w { // straight down
		placeAt(&l.down, x, bottom, thick, to.y-bottom)
		placeAt(&l.across, 0, 0, 0, 0)
		wordAt(bottom, to.y-bottom)
		return
	}
	middle := to.y + to.h/2
	placeAt(&l.down, x, bottom, thick, middle-bottom)
	if x < to.x {
		placeAt(&l.across, x, middle, to.x-x, thick)
	} else {
		placeAt(&l.across, to.x+to.w, middle, x-to.x-to.w, thick)
	}
	wordAt(bottom, middle-bottom)
}

// placeFoot puts the legend between the boxes of the second row where it fits, else
// below them; and before it, where the boxes hold names alone, what the aimed one
// says. It returns where it ends.
func (p *StepPath) placeFoot(width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	step := lineHeight(SizePicture)
	last := p.rows() - 1
	bottom := p.rowTop(last, width) + p.rowHeight(last, width)
	y := bottom + GapTight
	if p.terse(width) {
		h, size := lineHeight(theme.SizeNameCaptionText), p.reading.MinSize()
		at(&p.reading, stepPad, y+(h-size.Height)/2, size.Width, size.Height)
		y += h + 2
	} else if left, right := p.between(width); right-left >= p.legendWidth() {
		p.placeLegend(right-p.legendWidth(), p.rowTop(1, width)+(p.rowHeight(1, width)-step)/2, right, at)
		return bottom + stepPad
	}
	return p.placeLegend(stepPad, y, width-stepPad, at) + stepPad
}

// between is the room in the second row between its last two boxes.
func (p *StepPath) between(width float32) (left, right float32) {
	if p.rows() < 2 {
		return 0, 0
	}
	gap := p.stepGap(width)
	cw := p.column(width, gap)
	right = width
	for _, s := range p.steps {
		if s.Row != 1 {
			continue
		}
		x := stepPad + s.Col*(cw+gap)
		if s.Col+s.Span/2 < p.columns()/2 {
			left = max(left, x+p.boxWidth(s, width, gap)+GapPanel)
		} else {
			right = min(right, x-GapPanel)
		}
	}
	return left, right
}

func (l *legendEntry) width() float32 {
	return theme.Size(SizePicture) + 3 + measure(l.step.Word, SizePicture, false).Width
}

func (p *StepPath) legendWidth() float32 {
	var w float32
	for i, l := range p.legend {
		if i > 0 {
			w += GapPanel
		}
		w += l.width()
	}
	return w
}

// placeLegend writes the states on as many lines as they need and returns where
// they end.
func (p *StepPath) placeLegend(x, y, right float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	left, step, side := x, lineHeight(SizePicture), theme.Size(SizePicture)
	for _, l := range p.legend {
		if x > left && x+l.width() > right+0.5 {
			x, y = left, y+step
		}
		at(l.image, x, y+(step-side)/2, side, side)
		at(&l.box, x, y+(step-side*0.75)/2, side, side*0.75)
		size := fyne.MeasureText(l.step.Word, theme.Size(SizePicture), fyne.TextStyle{})
		at(&l.word, x+side+3, y+(step-size.Height)/2, size.Width, size.Height)
		x += l.width() + GapPanel
	}
	return y + step
}

// HeightForWidth implements WidthSensitive.
func (p *StepPath) HeightForWidth(width float32) float32 {
	return p.placeFoot(width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (p *StepPath) minWidth() float32 {
	cell := measure("S9", theme.SizeNameText, true).Width + theme.CaptionTextSize() + 3*stepPad
	return p.columns()*(cell+scaled(6)) + 2*stepPad
}

func (p *StepPath) minSize() fyne.Size {
	return fyne.NewSize(p.minWidth(), p.HeightForWidth(max(p.Size().Width, p.minWidth())))
}
