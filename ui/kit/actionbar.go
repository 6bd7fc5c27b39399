package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// ActionBar is the foot of a record, 52 high, outside the scroll: what is safe
// at the left, what can be done at the right, from plain to filled. Where the
// buttons leave no room the status stands above them.
func ActionBar(status fyne.CanvasObject, buttons ...fyne.CanvasObject) *fyne.Container {
	l := &actionLayout{}
	objects := buttons
	if status != nil {
		l.status = true
		objects = append([]fyne.CanvasObject{status}, buttons...)
	}
	return Column(0,
		NewRule(theme.ColorNameSeparator),
		Pad(GapSmall, GapRecord, GapSmall+1, GapRecord, container.New(l, objects...)),
	)
}

// actionLayout puts buttons at the right, on as many lines as they need.
type actionLayout struct {
	status bool
	width  float32
}

// split parts the status, if there is one to be seen, from the buttons.
func (l *actionLayout) split(objects []fyne.CanvasObject) (status fyne.CanvasObject, buttons []fyne.CanvasObject) {
	if l.status {
		if objects[0].Visible() {
			status = objects[0]
		}
		objects = objects[1:]
	}
	return status, visible(objects)
}

// lines shares the buttons out: each line as full as it can be.
func (l *actionLayout) lines(buttons []fyne.CanvasObject, width float32) (lines [][]fyne.CanvasObject, widest float32) {
	var x float32
	for _, b := range buttons {
		w := b.MinSize().Width
		if x > 0 && x+GapSmall+w > width {
			x = 0
		}
		if x == 0 {
			lines = append(lines, nil)
		} else {
			x += GapSmall
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], b)
		x += w
		widest = max(widest, x)
	}
	return lines, widest
}

// walk places everything and returns the height.
func (l *actionLayout) walk(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	status, buttons := l.split(objects)
	lines, widest := l.lines(buttons, width)
	line := controlHeight()
	var y float32
	if status != nil {
		room, h := width-widest-GapField, status.MinSize().Height
		if beside := len(lines) <= 1 && room >= min(PreferredWidth(status), scaled(120)); beside {
			at(status, 0, (line-h)/2, room, h)
		} else {
			at(status, 0, 0, width, h)
			y = h + GapTight
		}
	}
	for _, row := range lines {
		x := width
		for i := len(row) - 1; i >= 0; i-- {
			w := min(row[i].MinSize().Width, width)
			x -= w
			at(row[i], x, y, w, line)
			x -= GapSmall
		}
		y += line + GapSmall
	}
	return max(y-GapSmall, line)
}

// Layout implements fyne.Layout.
func (l *actionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, placeAt)
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *actionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := largest(objects)
	if l.width > 0 {
		size.Height = l.heightForWidth(objects, l.width)
	}
	return size
}

func (l *actionLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// Record is a sheet with a head that stays, a body that scrolls, a column at its
// side where there is room, and the action bar at its foot; head, side and bar
// may be nil.
func Record(head, body, side, bar fyne.CanvasObject) *fyne.Container {
	if head != nil {
		head = Column(0, Pad(GapPanel, GapRecord, GapPanel, GapRecord, head), NewRule(theme.ColorNameSeparator))
	}
	if side != nil {
		body = WithSide(body, side)
	}
	return Sheet(Frame(head, bar, nil, nil, body))
}
