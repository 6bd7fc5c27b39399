package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// WeekCell is one week of a WeekStrip: a sign or a number, or nothing, on the ground
// of a tone.
type WeekCell struct {
	Tone   Tone
	Icon   Icon
	Number int
	Month  string // that begins in it, by its short name
	Now    bool
	// Spoken is the week in full, for those who do not see it.
	Spoken string
}

// WeekStrip is a year in weeks, from left to right, on as many lines as it needs.
// A week is chosen with a click, with Enter or Space where the arrows led.
type WeekStrip struct {
	control
	// OnChosen tells which week the user has chosen; OnMoved, where the keyboard is.
	OnChosen func(week int)
	OnMoved  func(week int)

	weeks  []*weekCell
	aim    int
	chosen int // -1 for none
	frame  canvas.Rectangle
	ring   canvas.Rectangle
}

type weekCell struct {
	WeekCell
	box, edge     canvas.Rectangle
	image         *canvas.Image
	number, month canvas.Text
}

// NewWeekStrip returns an empty strip; SetWeeks fills it.
func NewWeekStrip() *WeekStrip {
	s := &WeekStrip{chosen: -1}
	s.extend(s, func() { s.choose(s.aim) })
	return s
}

// SetWeeks shows the weeks of a year, and none of them chosen.
func (s *WeekStrip) SetWeeks(weeks []WeekCell) {
	for len(s.weeks) < len(weeks) {
		s.weeks = append(s.weeks, &weekCell{image: newImage()})
	}
	s.weeks = s.weeks[:len(weeks)]
	for i, w := range weeks {
		s.weeks[i].WeekCell = w
	}
	s.aim = min(s.aim, max(len(weeks)-1, 0))
	s.Refresh()
}

// Choose marks a week without telling OnChosen, -1 for none; the keyboard goes there.
func (s *WeekStrip) Choose(week int) {
	s.chosen = week
	if week >= 0 && week < len(s.weeks) {
		s.aim = week
	}
	s.Refresh()
}

// AimAt puts the keyboard on a week without choosing it.
func (s *WeekStrip) AimAt(week int) {
	s.aim = max(min(week, len(s.weeks)-1), 0)
	s.Refresh()
}

func (s *WeekStrip) choose(week int) {
	if week < 0 || week >= len(s.weeks) {
		return
	}
	if week == s.chosen {
		week = -1 // the second time all weeks again
	}
	s.Choose(week)
	if s.OnChosen != nil {
		s.OnChosen(week)
	}
}

// AccessibilityLabel implements fyne.Accessible: the week where the keyboard is.
func (s *WeekStrip) AccessibilityLabel() string {
	if s.aim < len(s.weeks) {
		return s.weeks[s.aim].Spoken
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (s *WeekStrip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cursor implements desktop.Cursorable.
func (s *WeekStrip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *WeekStrip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *WeekStrip) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, w := range s.weeks {
		out = append(out, &w.box, &w.edge, w.image, &w.number, &w.month)
	}
	return append(out, &s.frame, &s.ring)
}

func (s *WeekStrip) paint() {
	for _, w := range s.weeks {
		switch {
		case w.Icon == NoIcon && w.Number == 0:
			setBox(&w.box, ColorNeutralTint, ToneNeutral.frame(), 1, 2)
		case w.Tone == ToneNeutral:
			setBox(&w.box, ColorSheet, theme.ColorNameInputBorder, 1, 2)
		default:
			setBox(&w.box, w.Tone.Tint(), w.Tone.Ink(), 1, 2)
		}
		setBox(&w.edge, "", theme.ColorNamePrimary, 2, 3)
		hide(&w.edge, !w.Now)
		setImage(w.image, w.Icon, w.Tone.Ink())
		text := ""
		if w.Number > 0 && w.Icon == NoIcon {
			text = countWord(w.Number)
		}
		ink := theme.ColorNameForeground
		if w.Tone != ToneNeutral {
			ink = w.Tone.Ink()
		}
		setText(&w.number, text, SizePicture, ink, true)
		setText(&w.month, w.Month, SizePicture, ColorInk2, w.Now)
	}
	setBox(&s.frame, "", theme.ColorNameForeground, 3, 4)
	hide(&s.frame, s.chosen < 0)
	setBox(&s.ring, "", ColorRing, 2, 2)
	hide(&s.ring, !s.ringed())
}

// weekGap lies between weeks.
const weekGap = 2

// shape is how many weeks stand on a line, and how wide one is.
func (s *WeekStrip) shape(width float32) (perLine int, cell float32) {
	n := max(len(s.weeks), 1)
	lines := 1
	for lines < n && (width+weekGap)/float32((n+lines-1)/lines) < scaled(18)+weekGap {
		lines++
	}
	perLine = (n + lines - 1) / lines
	return perLine, (width+weekGap)/float32(perLine) - weekGap
}

func (s *WeekStrip) lineHigh() float32 { return lineHeight(SizePicture) + weekHigh() + GapSmall }

func weekHigh() float32 { return scaled(24) }

func (s *WeekStrip) at(i int, perLine int, cell float32) fyne.Position {
	return fyne.NewPos(float32(i%perLine)*(cell+weekGap), float32(i/perLine)*s.lineHigh()+lineHeight(SizePicture))
}

func (s *WeekStrip) place(size fyne.Size) {
	perLine, cell := s.shape(size.Width)
	for i, w := range s.weeks {
		p := s.at(i, perLine, cell)
		placeAt(&w.box, p.X, p.Y, cell, weekHigh())
		placeAt(&w.edge, p.X-1, p.Y-1, cell+2, weekHigh()+2)
		side := min(smallIconSide(), cell-2)
		placeAt(w.image, p.X+(cell-side)/2, p.Y+(weekHigh()-side)/2, side, side)
		placeLine(&w.number, p.X+(cell-w.number.MinSize().Width)/2, p.Y, weekHigh())
		// A month that begins at the end of a line has no room for its name.
		w.month.Text = shorten(w.Month, size.Width-p.X, SizePicture, w.Now)
		if w.month.Text != w.Month {
			w.month.Text = ""
		}
		placeLine(&w.month, p.X, p.Y-lineHeight(SizePicture), lineHeight(SizePicture))
	}
	if s.chosen >= 0 && s.chosen < len(s.weeks) {
		p := s.at(s.chosen, perLine, cell)
		placeAt(&s.frame, p.X-1, p.Y-1, cell+2, weekHigh()+2)
	}
	p := s.at(s.aim, perLine, cell)
	placeAt(&s.ring, p.X+2, p.Y+2, cell-4, weekHigh()-4)
}

// HeightForWidth implements WidthSensitive.
func (s *WeekStrip) HeightForWidth(width float32) float32 {
	perLine, _ := s.shape(width)
	return s.lineHigh() * float32((max(len(s.weeks), 1)+perLine-1)/perLine)
}

func (s *WeekStrip) minSize() fyne.Size {
	return fyne.NewSize(scaled(200), s.HeightForWidth(max(s.Size().Width, scaled(200))))
}

func (s *WeekStrip) minWidth() float32 { return scaled(200) }

// Tapped implements fyne.Tappable.
func (s *WeekStrip) Tapped(e *fyne.PointEvent) {
	s.takeFocus()
	perLine, cell := s.shape(s.Size().Width)
	col, line := int(e.Position.X/(cell+weekGap)), int(e.Position.Y/s.lineHigh())
	if i := line*perLine + col; col < perLine && i < len(s.weeks) {
		s.aim = i
		s.choose(i)
		s.moved()
	}
}

func (s *WeekStrip) moved() {
	if s.OnMoved != nil {
		s.OnMoved(s.aim)
	}
}

// TypedKey implements fyne.Focusable.
func (s *WeekStrip) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(s, e) {
		return
	}
	perLine, _ := s.shape(s.Size().Width)
	down, right, ok := arrow(e.Name)
	to := s.aim + right + down*perLine
	switch {
	case e.Name == fyne.KeyHome:
		to = 0
	case e.Name == fyne.KeyEnd:
		to = len(s.weeks) - 1
	case !ok:
		s.control.TypedKey(e)
		return
	}
	if to >= 0 && to < len(s.weeks) {
		s.aim = to
		s.moved()
	}
	s.quiet = false
	s.Refresh()
}
