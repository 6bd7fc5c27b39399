package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const calendarPad = 8

func (c *calendar) cell() fyne.Size {
	return fyne.NewSize(scaled(34), scaled(28))
}

// top is where the days begin: below the title and the names of the weekdays.
func (c *calendar) top() float32 {
	return calendarPad + controlHeight() + lineHeight(theme.SizeNameCaptionText) + 4
}

// AccessibilityLabel implements fyne.Accessible.
func (c *calendar) AccessibilityLabel() string { return c.day.Format(dateLayout) }

// AccessibilityRole implements fyne.Accessible.
func (c *calendar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *calendar) minSize() fyne.Size {
	cell := c.cell()
	return fyne.NewSize(7*cell.Width+2*calendarPad, c.top()+6*cell.Height+calendarPad)
}

func (c *calendar) objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{c.over, c.light, c.today, c.title, c.arrows[0], c.arrows[1]}
	for _, t := range c.heads {
		objs = append(objs, t)
	}
	for _, t := range c.days {
		objs = append(objs, t)
	}
	return objs
}

func (c *calendar) paint() {
	setBox(c.light, theme.ColorNamePrimary, "", 0, cornerRadius)
	setBox(c.over, theme.ColorNameHover, "", 0, cornerRadius)
	setBox(c.today, "", theme.ColorNamePrimary, 1, cornerRadius)
	setText(c.title, monthNames()[c.day.Month()-1]+" "+strconv.Itoa(c.day.Year()), theme.SizeNameText, theme.ColorNameForeground, true)
	setImage(c.arrows[0], IconChevronLeft, theme.ColorNameForeground)
	setImage(c.arrows[1], IconChevronRight, theme.ColorNameForeground)
	for i, t := range c.heads {
		setText(t, weekdayNames()[i], theme.SizeNameCaptionText, ColorInk2, false)
	}
	day := c.first()
	for _, t := range c.days {
		ink := theme.ColorNameForeground
		switch {
		case day.Equal(c.day):
			ink = theme.ColorNameForegroundOnPrimary
		case day.Month() != c.day.Month():
			ink = theme.ColorNamePlaceHolder
		}
		setText(t, strconv.Itoa(day.Day()), theme.SizeNameText, ink, day.Equal(c.day))
		day = day.AddDate(0, 0, 1)
	}
}

func (c *calendar) place(size fyne.Size) {
	head, side := controlHeight(), iconSide()
	title := c.title.MinSize().Width
	placeLine(c.title, (size.Width-title)/2, calendarPad, head)
	placeAt(c.arrows[0], calendarPad+scaled(8), calendarPad+(head-side)/2, side, side)
	placeAt(c.arrows[1], size.Width-calendarPad-scaled(8)-side, calendarPad+(head-side)/2, side, side)
	cell, top := c.cell(), c.top()
	centre := func(t *canvas.Text, col int, y, height float32) {
		placeLine(t, calendarPad+float32(col)*cell.Width+(cell.Width-t.MinSize().Width)/2, y, height)
	}
	for i, t := range c.heads {
		centre(t, i, calendarPad+head, lineHeight(theme.SizeNameCaptionText))
	}
	first := c.first()
	mark := func(r *canvas.Rectangle, day time.Time) {
		i := int(day.Sub(first).Hours() / 24)
		hide(r, day.Before(first) || i > 41)
		placeAt(r, calendarPad+float32(i%7)*cell.Width+1, top+float32(i/7)*cell.Height+1, cell.Width-2, cell.Height-2)
	}
	mark(c.light, c.day)
	mark(c.over, c.hovered)
	mark(c.today, c.now)
	for i, t := range c.days {
		centre(t, i%7, top+float32(i/7)*cell.Height, cell.Height)
	}
}
