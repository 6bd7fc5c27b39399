package printview

import (
	"image/color"

	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/kit"

	"tutela/app/pdf"
	"tutela/ui/words"
)

// desk is where the pages lie: with the keyboard on it, keys turn and enlarge
// them.
type desk struct {
	widget.BaseWidget
	view    *View
	back    canvas.Rectangle
	ring    canvas.Rectangle
	focused bool
}

func newDesk(v *View) *desk {
	d := &desk{view: v}
	d.ExtendBaseWidget(d)
	return d
}

// step is how far an arrow key scrolls, in pixels.
const step = 60

// TypedKey implements fyne.Focusable.
func (d *desk) TypedKey(e *fyne.KeyEvent) {
	v := d.view
	bottom := v.frame.MinSize().Height - v.scroll.Size().Height
	switch e.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		if v.scroll.Offset.Y+1 < bottom {
			d.scroll(v.scroll.Size().Height - step)
		} else {
			v.Go(v.at + 1)
		}
	case fyne.KeyPageUp:
		if v.scroll.Offset.Y > 0 {
			d.scroll(step - v.scroll.Size().Height)
		} else {
			v.Go(v.at - 1)
		}
	case fyne.KeyRight:
		v.Go(v.at + 1)
	case fyne.KeyLeft:
		v.Go(v.at - 1)
	case fyne.KeyHome:
		v.Go(0)
	case fyne.KeyEnd:
		v.Go(len(v.cfg.Paper.Pages) - 1)
	case fyne.KeyDown:
		d.scroll(step)
	case fyne.KeyUp:
		d.scroll(-step)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.cfg.Print()
	case fyne.KeyEscape:
		v.cfg.Back()
	}
}

func (d *desk) scroll(by float32) {
	s := d.view.scroll
	most := max(0, d.view.frame.MinSize().Height-s.Size().Height)
	s.Offset.Y = min(most, max(0, s.Offset.Y+by))
	s.Refresh()
}

// TypedRune implements fyne.Focusable.
func (d *desk) TypedRune(r rune) {
	switch r {
	case '+':
		d.view.Zoom(d.view.zoom * 1.25)
	case '-':
		d.view.Zoom(d.view.zoom / 1.25)
	}
}

// FocusGained implements fyne.Focusable.
func (d *desk) FocusGained() {
	d.focused = true
	d.Refresh()
}

// FocusLost implements fyne.Focusable.
func (d *desk) FocusLost() {
	d.focused = false
	d.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (d *desk) AccessibilityLabel() string {
	return words.F("Anteprima, pagina %d di %d", d.view.at+1, len(d.view.cfg.Paper.Pages))
}

// AccessibilityRole implements fyne.Accessible.
func (d *desk) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (d *desk) CreateRenderer() fyne.WidgetRenderer {
	r := &deskRenderer{d}
	r.Refresh()
	return r
}

type deskRenderer struct{ d *desk }

func (r *deskRenderer) Destroy()           {}
func (r *deskRenderer) MinSize() fyne.Size { return fyne.NewSize(narrowestSee, narrowestSee) }

func (r *deskRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&r.d.back, r.d.view.scroll, &r.d.ring}
}

func (r *deskRenderer) Layout(size fyne.Size) {
	r.d.back.Resize(size)
	r.d.view.scroll.Resize(size)
	r.d.ring.Resize(size)
}

func (r *deskRenderer) Refresh() {
	r.d.back.FillColor = theme.Color(theme.ColorNameBackground)
	r.d.ring.FillColor, r.d.ring.StrokeWidth, r.d.ring.StrokeColor = color.Transparent, 0, nil
	if r.d.focused {
		r.d.ring.StrokeWidth, r.d.ring.StrokeColor = 2, theme.Color(kit.ColorRing)
	}
	r.d.back.Refresh()
	r.d.ring.Refresh()
}

// sheet is the page itself: a click on a line of the contents leads there.
type sheet struct {
	widget.BaseWidget
	view *View
}

func newSheet(v *View) *sheet {
	s := &sheet{view: v}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.view.sheet) }

// Tapped implements fyne.Tappable.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	v := s.view
	page := v.cfg.Paper.Pages[v.at]
	scale := page.W / float64(s.Size().Width)
	x, y := float64(e.Position.X)*scale, float64(e.Position.Y)*scale
	for _, op := range page.Ops {
		if op.Kind != pdf.Goto || x < op.X || x > op.X+op.W || y < op.Y || y > op.Y+op.H {
			continue
		}
		headings := v.cfg.Paper.Headings()
		if n, err := strconv.Atoi(op.Text); err == nil && n < len(headings) {
			v.Go(headings[n].Page)
			return
		}
	}
}
