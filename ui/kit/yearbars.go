package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// YearBars is the picture of a year: a bar for each row, with what each day of it
// is like, and how the row stands in a word at its end. The arrows choose a row and
// go through the year by weeks; nothing is changed by it.
type YearBars struct {
	control
	// OnChosen tells which row the user has chosen; OnMoved that another week is.
	OnChosen func(row int)
	OnMoved  func()
	// OnOpen runs on Enter and on a second click.
	OnOpen func(row int)

	frame YearFrame
	rows  []*yearRow
	row   int // chosen, and where the keyboard is
	week  int // from 0; that which holds 1 January

	months  [12]canvas.Text
	bracket canvas.Rectangle // around the week
	ring    canvas.Rectangle
}

// YearFrame is the calendar of the year that is drawn. Days count from 0 on 1
// January.
type YearFrame struct {
	Days   int
	Monday int        // the first day of the week that holds 1 January: 0 or less
	Today  int        // outside the year where it is another
	Months [12]string // short names
	Starts [12]int    // their first days
}

// YearKind is what some days of a bar are like.
type YearKind int

// The kinds: nothing to be said of them, nothing yet, in order, and not.
const (
	YearNothing YearKind = iota
	YearWaiting
	YearGood
	YearBad
)

// YearRun is some days alike, the first and the last included.
type YearRun struct {
	From, To int
	Kind     YearKind
}

// YearRow says what a row shows.
type YearRow struct {
	Title, Second string
	Runs          []YearRun
	Ticks, Rings  []int // days
	Tone          Tone
	Icon          Icon
	Word          string
	// Spoken are some days of the row in words, for those who do not see them.
	Spoken func(from, to int) string
}

type yearRow struct {
	YearRow
	ground, mark, rule canvas.Rectangle
	title, second      canvas.Text
	bar                *yearBar
	chip               *Chip
}

// NewYearBars returns an empty picture; SetYear fills it.
func NewYearBars() *YearBars {
	b := &YearBars{}
	b.extend(b, func() {
		if b.OnOpen != nil && b.row < len(b.rows) {
			b.OnOpen(b.row)
		}
	})
	return b
}

// SetYear shows the rows of a year, and keeps the choice where it can. The week of
// today is the first to be read out.
func (b *YearBars) SetYear(frame YearFrame, rows []YearRow) {
	other := frame.Days != b.frame.Days || frame.Monday != b.frame.Monday || frame.Today != b.frame.Today
	b.frame = frame
	if other {
		b.week = min(max(frame.Today-frame.Monday, 0)/7, b.lastWeek())
	}
	for len(b.rows) < len(rows) {
		b.rows = append(b.rows, &yearRow{bar: newYearBar(), chip: NewChip(ToneNeutral, NoIcon, "")})
	}
	b.rows = b.rows[:len(rows)]
	for i, r := range rows {
		b.rows[i].YearRow = r
		b.rows[i].bar.set(r, frame.Days, frame.Today)
		b.rows[i].chip.Set(r.Tone, r.Icon, r.Word)
	}
	b.row = max(min(b.row, len(rows)-1), 0)
	b.Refresh()
}

// Choose marks a row without telling OnChosen.
func (b *YearBars) Choose(row int) {
	if row >= 0 && row < len(b.rows) && row != b.row {
		b.row = row
		b.Refresh()
	}
}

// Chosen returns the marked row.
func (b *YearBars) Chosen() int { return b.row }

// Week returns the first and the last day of the week that is read out, those of
// other years left out.
func (b *YearBars) Week() (from, to int) {
	from = b.frame.Monday + 7*b.week
	return max(from, 0), min(from+6, b.frame.Days-1)
}

func (b *YearBars) lastWeek() int { return (b.frame.Days - 1 - b.frame.Monday) / 7 }

func (b *YearBars) choose(row int) {
	if row < 0 || row >= len(b.rows) || row == b.row {
		return
	}
	b.Choose(row)
	if b.OnChosen != nil {
		b.OnChosen(row)
	}
}

// goToWeek reads another week out. Only its bracket is drawn anew.
func (b *YearBars) goToWeek(week int) {
	if week = max(min(week, b.lastWeek()), 0); week == b.week {
		return
	}
	b.week = week
	b.placeBracket(b.shape(b.Size().Width))
	b.bracket.Refresh()
	if b.OnMoved != nil {
		b.OnMoved()
	}
}

// TypedKey implements fyne.Focusable.
func (b *YearBars) TypedKey(e *fyne.KeyEvent) {
	if askedHelp(b, e) {
		return
	}
	down, right, ok := arrow(e.Name)
	switch {
	case len(b.rows) == 0:
	case ok:
		b.showRing()
		b.choose(b.row + down)
		b.goToWeek(b.week + right)
	case e.Name == fyne.KeyHome:
		b.goToWeek(0)
	case e.Name == fyne.KeyEnd:
		b.goToWeek(b.lastWeek())
	case e.Name == fyne.KeyPageUp:
		b.goToWeek(b.week - 4)
	case e.Name == fyne.KeyPageDown:
		b.goToWeek(b.week + 4)
	default:
		b.control.TypedKey(e)
	}
}

// Tapped implements fyne.Tappable: it chooses the row, and the week on its bar; the
// row that is chosen already is opened by a click on its name.
func (b *YearBars) Tapped(e *fyne.PointEvent) {
	b.takeFocus()
	s := b.shape(b.Size().Width)
	row := int((e.Position.Y - s.top) / s.height)
	if e.Position.Y < s.top || row >= len(b.rows) {
		return
	}
	day, onBar := s.dayAt(e.Position.X, b.frame.Days)
	if y := e.Position.Y - s.top - float32(row)*s.height; y < s.barTop || y > s.barTop+barHeight() {
		onBar = false
	}
	if again := row == b.row; again && !onBar && b.OnOpen != nil {
		b.OnOpen(row)
	}
	b.choose(row)
	if onBar {
		b.goToWeek((day - b.frame.Monday) / 7)
	}
}

// AccessibilityLabel implements fyne.Accessible: the chosen row and its week.
func (b *YearBars) AccessibilityLabel() string {
	if b.row >= len(b.rows) {
		return ""
	}
	r := b.rows[b.row]
	label := r.Title + ", " + r.Second + ": " + r.Word
	if r.Spoken != nil {
		label += ". " + r.Spoken(b.Week())
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (b *YearBars) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *YearBars) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *YearBars) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range b.months {
		objects = append(objects, &b.months[i])
	}
	for _, r := range b.rows {
		objects = append(objects, &r.ground, &r.mark, &r.rule, &r.title, &r.second, r.bar.raster, r.chip)
	}
	return append(objects, &b.bracket, &b.ring)
}

func (b *YearBars) paint() {
	for i := range b.months {
		ink, now := ColorInk2, b.frame.Today >= b.frame.Starts[i] && b.frame.Today < b.frame.Days && (i == 11 || b.frame.Today < b.frame.Starts[i+1])
		if now {
			ink = theme.ColorNamePrimary
		}
		setText(&b.months[i], b.months[i].Text, SizePicture, ink, now)
	}
	for i, r := range b.rows {
		fill := ColorSheet
		if i == b.row {
			fill = theme.ColorNameSelection
		}
		setBox(&r.ground, fill, "", 0, 0)
		setBox(&r.mark, theme.ColorNamePrimary, "", 0, 0)
		hide(&r.mark, i != b.row)
		setBox(&r.rule, ColorRowRule, "", 0, 0)
		setText(&r.title, r.title.Text, theme.SizeNameText, theme.ColorNameForeground, i == b.row)
		setText(&r.second, r.second.Text, theme.SizeNameCaptionText, ColorInk2, false)
		r.bar.paint()
	}
	setBox(&b.bracket, "", theme.ColorNameForeground, 2, 2)
	setBox(&b.ring, "", ColorRing, 2, cornerRadius)
	hide(&b.bracket, len(b.rows) == 0)
	hide(&b.ring, !b.ringed() || len(b.rows) == 0)
}
