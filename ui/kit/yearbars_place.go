package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// yearShape is where things stand in the picture of a year at a width.
type yearShape struct {
	top, height float32 // of the first row; of each
	name        float32 // width of the names
	left, bar   float32 // of the bars: where they begin, how wide they are
	barTop      float32 // below the upper edge of its row
	chip        float32 // width of the words at the end
	folded      bool    // the bar stands below the name
}

// barHeight is that of a bar.
func barHeight() float32 { return scaled(24) }

// yearNameWidth is the most that the name of a row takes at 100 % text.
const yearNameWidth = 190

// shape works out the places. Where it is tight, the bar goes below the name.
func (b *YearBars) shape(width float32) yearShape {
	s := yearShape{top: lineHeight(SizePicture) + GapTight}
	for _, r := range b.rows {
		s.name = max(s.name, measure(r.Title, theme.SizeNameText, true).Width, measure(r.Second, theme.SizeNameCaptionText, false).Width)
		s.chip = max(s.chip, r.chip.PreferredWidth())
	}
	s.name = min(s.name+2, scaled(yearNameWidth))
	text := lineHeight(theme.SizeNameText) + lineHeight(theme.SizeNameCaptionText)
	s.left = rowPad + s.name + GapField
	s.bar = width - s.left - GapPanel - s.chip - rowPad
	s.height = text + scaled(GapSmall)
	s.barTop = (s.height - barHeight()) / 2
	if s.folded = s.bar < scaled(330); s.folded {
		s.left, s.bar = rowPad, max(width-2*rowPad, 0)
		s.name = max(s.bar-s.chip-GapSmall, 0)
		s.barTop = text + GapTight
		s.height = s.barTop + barHeight() + GapSmall
	}
	return s
}

// dayAt is the day under a point; false beside the bar.
func (s yearShape) dayAt(x float32, days int) (int, bool) {
	if x < s.left || x >= s.left+s.bar || s.bar <= 0 {
		return 0, false
	}
	return min(int((x-s.left)/s.bar*float32(days)), days-1), true
}

// x is where a day begins.
func (s yearShape) x(day, days int) float32 {
	return s.left + s.bar*float32(day)/float32(max(days, 1))
}

func (b *YearBars) place(size fyne.Size) {
	s := b.shape(size.Width)
	b.placeMonths(s)
	upper, lower := lineHeight(theme.SizeNameText), lineHeight(theme.SizeNameCaptionText)
	for i, r := range b.rows {
		y := s.top + float32(i)*s.height
		placeAt(&r.ground, 0, y, size.Width, s.height)
		placeAt(&r.mark, 0, y, railMarker, s.height)
		placeAt(&r.rule, 0, y+s.height-1, size.Width, 1)
		r.title.Text = shorten(r.Title, s.name, theme.SizeNameText, i == b.row)
		above := (s.height - upper - lower) / 2
		if s.folded {
			above = 0
		}
		placeLine(&r.title, rowPad, y+above, upper)
		r.second.Text = shorten(r.Second, s.name, theme.SizeNameCaptionText, false)
		placeLine(&r.second, rowPad, y+above+upper, lower)
		placeAt(r.bar.raster, s.left, y+s.barTop, s.bar, barHeight())
		high, wide := r.chip.MinSize().Height, min(r.chip.PreferredWidth(), s.chip)
		x, mid := s.left+s.bar+GapPanel, s.height
		if s.folded {
			x, mid = size.Width-rowPad-wide, upper+lower
		}
		placeAt(r.chip, x, y+(mid-high)/2, wide, high)
	}
	placeAt(&b.ring, 1, s.top+float32(b.row)*s.height+1, size.Width-2, s.height-3)
	b.placeBracket(s)
}

// placeMonths writes the names of the months over their first days: whole, or where
// there is no room, their first letters.
func (b *YearBars) placeMonths(s yearShape) {
	room := s.bar / 12
	short := false
	for _, name := range b.frame.Months {
		short = short || measure(name, SizePicture, true).Width+2 > room
	}
	for i := range b.months {
		name := b.frame.Months[i]
		if short && name != "" {
			name = string([]rune(name)[:1])
		}
		b.months[i].Text = name
		placeLine(&b.months[i], s.x(b.frame.Starts[i], b.frame.Days), 0, lineHeight(SizePicture))
	}
}

func (b *YearBars) placeBracket(s yearShape) {
	from, to := b.Week()
	x, end := s.x(from, b.frame.Days), s.x(to+1, b.frame.Days)
	y := s.top + float32(b.row)*s.height + s.barTop
	placeAt(&b.bracket, x-1, y-2, max(end-x, 6)+2, barHeight()+4)
}

func (b *YearBars) minSize() fyne.Size {
	s := b.shape(b.Size().Width)
	return fyne.NewSize(scaled(200), s.top+s.height*float32(len(b.rows)))
}

func (b *YearBars) minWidth() float32 { return scaled(200) }

// HeightForWidth implements WidthSensitive: narrow rows are higher.
func (b *YearBars) HeightForWidth(width float32) float32 {
	s := b.shape(width)
	return s.top + s.height*float32(len(b.rows))
}

// YearPicture is a picture of a year of which no more than some rows show at once;
// the others are scrolled to.
type YearPicture struct {
	box    *fyne.Container
	bars   *YearBars
	scroll *Scroll
	most   int
}

// NewYearPicture shows most rows of bars at once.
func NewYearPicture(bars *YearBars, most int) *YearPicture {
	p := &YearPicture{bars: bars, most: most}
	p.box = container.New(p)
	p.Sync()
	return p
}

// Object is what goes into the window.
func (p *YearPicture) Object() fyne.CanvasObject { return p.box }

// Sync follows how many rows there are: a view that need not scroll would only take
// the wheel away from the page.
func (p *YearPicture) Sync() {
	switch long := len(p.bars.rows) > p.most; {
	case long && p.scroll == nil:
		p.scroll = NewScroll(p.bars)
		p.box.Objects = []fyne.CanvasObject{p.scroll}
	case !long:
		p.scroll = nil
		p.box.Objects = []fyne.CanvasObject{p.bars}
	}
	p.box.Refresh()
}

// Reveal brings the chosen row into view.
func (p *YearPicture) Reveal() {
	if p.scroll == nil {
		return
	}
	s := p.bars.shape(p.bars.Size().Width)
	top := s.top + float32(p.bars.row)*s.height
	view, at := p.scroll.Size().Height, p.scroll.Offset()
	switch {
	case p.bars.row == 0:
		p.scroll.ScrollToTop()
	case top < at:
		p.scroll.ScrollBy(top - at)
	case top+s.height > at+view:
		p.scroll.ScrollBy(top + s.height - at - view)
	}
}

// Layout implements fyne.Layout.
func (p *YearPicture) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (p *YearPicture) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(p.bars.minWidth()+scrollGutter, p.heightForWidth(nil, max(p.box.Size().Width, p.bars.minWidth())))
}

func (p *YearPicture) minWidth([]fyne.CanvasObject) float32 { return p.bars.minWidth() + scrollGutter }

func (p *YearPicture) heightForWidth(_ []fyne.CanvasObject, width float32) float32 {
	if p.scroll != nil {
		width -= scrollGutter
	}
	s := p.bars.shape(width)
	return s.top + s.height*float32(min(len(p.bars.rows), p.most))
}
