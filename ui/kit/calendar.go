package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// dateLayout is how dates are written.
const dateLayout = "02/01/2006"

func monthNames() [12]string {
	return [12]string{
		words.T("gennaio"), words.T("febbraio"), words.T("marzo"), words.T("aprile"),
		words.T("maggio"), words.T("giugno"), words.T("luglio"), words.T("agosto"),
		words.T("settembre"), words.T("ottobre"), words.T("novembre"), words.T("dicembre"),
	}
}

func weekdayNames() [7]string {
	return [7]string{words.T("lun"), words.T("mar"), words.T("mer"), words.T("gio"), words.T("ven"), words.T("sab"), words.T("dom")}
}

// OpenCalendar shows the month of the date typed, or the present one.
func (e *Entry) OpenCalendar() {
	if e.locked || e.Disabled() || e.calendar != nil {
		return
	}
	today := e.today()
	day, err := time.Parse(dateLayout, e.Text)
	if err != nil {
		day = today
	}
	grid := newCalendar(day, today)
	if cv := fyne.CurrentApp().Driver().CanvasForObject(e); cv != nil && cv.Focused() != fyne.Focusable(e) {
		cv.Focus(e) // so that the keyboard returns here when the calendar closes
	}
	grid.onTake = func(day time.Time) {
		// Later, because the Space that chose arrives as a letter as well.
		fyne.Do(func() {
			e.calendar.close()
			e.takeDate(day)
		})
	}
	grid.onClose = func() { e.calendar.close() }
	e.calendar = openPopover(e, grid, grid, nil, func() { e.calendar = nil })
}

// today is the present day at midnight UTC, as all days here.
func (e *Entry) today() time.Time {
	now := time.Now
	if e.Clock != nil {
		now = e.Clock
	}
	n := now()
	return time.Date(n.Year(), n.Month(), n.Day(), 0, 0, 0, 0, time.UTC)
}

func (e *Entry) takeDate(day time.Time) {
	e.Entry.SetText(day.Format(dateLayout)) // an edit by the user: OnEdited is told
	e.toEnd()
}

// calendar is the grid of one month.
type calendar struct {
	widget.BaseWidget
	day     time.Time
	now     time.Time
	hovered time.Time
	onTake  func(time.Time)
	onClose func()

	today, light, over *canvas.Rectangle
	title              *canvas.Text
	arrows             [2]*canvas.Image
	heads              [7]*canvas.Text
	days               [42]*canvas.Text
}

func newCalendar(day, today time.Time) *calendar {
	c := &calendar{
		day: day, now: today, today: &canvas.Rectangle{}, light: &canvas.Rectangle{},
		over: &canvas.Rectangle{}, title: &canvas.Text{}, arrows: [2]*canvas.Image{newImage(), newImage()},
	}
	for i := range c.heads {
		c.heads[i] = &canvas.Text{}
	}
	for i := range c.days {
		c.days[i] = &canvas.Text{}
	}
	c.ExtendBaseWidget(c)
	return c
}

// first is the Monday with which the grid begins.
func (c *calendar) first() time.Time {
	first := c.day.AddDate(0, 0, 1-c.day.Day())
	return first.AddDate(0, 0, -((int(first.Weekday()) + 6) % 7))
}

func (c *calendar) goTo(day time.Time) {
	c.day, c.hovered = day, time.Time{}
	c.Refresh()
}

// month moves by months; the 31st becomes the last day of a shorter one.
func (c *calendar) month(by int) {
	first := time.Date(c.day.Year(), c.day.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	c.goTo(first.AddDate(0, 0, min(c.day.Day(), last)-1))
}

// TypedKey implements fyne.Focusable.
func (c *calendar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.goTo(c.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.goTo(c.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.goTo(c.day.AddDate(0, 0, -7))
	case fyne.KeyDown:
		c.goTo(c.day.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		c.month(c.monthsByPage(-1))
	case fyne.KeyPageDown:
		c.month(c.monthsByPage(1))
	case fyne.KeyHome:
		c.goTo(c.day.AddDate(0, 0, 1-c.day.Day()))
	case fyne.KeyEnd:
		c.goTo(c.day.AddDate(0, 0, 1-c.day.Day()).AddDate(0, 1, -1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.onTake(c.day)
	case fyne.KeyEscape, fyne.KeyTab, fyne.KeyF4:
		c.onClose()
	}
}

// monthsByPage is a month, or a year with Shift.
func (c *calendar) monthsByPage(sign int) int {
	if shiftHeld() {
		return 12 * sign
	}
	return sign
}

// AcceptsTab implements fyne.Tabbable, to close before going on.
func (c *calendar) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (c *calendar) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *calendar) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (c *calendar) FocusLost() {}

// dayAt is the day under a point.
func (c *calendar) dayAt(p fyne.Position) (time.Time, bool) {
	cell, top := c.cell(), c.top()
	col, row := int((p.X-calendarPad)/cell.Width), int((p.Y-top)/cell.Height)
	if p.X < calendarPad || p.Y < top || col > 6 || row > 5 {
		return time.Time{}, false
	}
	return c.first().AddDate(0, 0, row*7+col), true
}

// Tapped implements fyne.Tappable.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	if day, ok := c.dayAt(e.Position); ok {
		c.onTake(day)
		return
	}
	if e.Position.Y < calendarPad+controlHeight() {
		switch side := c.Size().Width / 4; {
		case e.Position.X < side:
			c.month(-1)
		case e.Position.X > c.Size().Width-side:
			c.month(1)
		}
	}
}

// Scrolled implements fyne.Scrollable.
func (c *calendar) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DY > 0 {
		c.month(-1)
	} else if e.Scrolled.DY < 0 {
		c.month(1)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *calendar) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (c *calendar) MouseMoved(e *desktop.MouseEvent) {
	if day, _ := c.dayAt(e.Position); !day.Equal(c.hovered) {
		c.hovered = day
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *calendar) MouseOut() {
	c.hovered = time.Time{}
	c.Refresh()
}
