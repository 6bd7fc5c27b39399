package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// CreateRenderer implements fyne.Widget. Fyne's drawing is kept for text, cursor
// and selection; box and border are ours.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{
		WidgetRenderer: e.Entry.CreateRenderer(), entry: e,
		box: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
	}
	for _, o := range r.WidgetRenderer.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			r.clip = newEntryClip(s)
		}
	}
	r.paint()
	return r
}

type entryRenderer struct {
	fyne.WidgetRenderer
	entry     *Entry
	box, ring *canvas.Rectangle
	clip      *entryClip
}

// Objects implements fyne.WidgetRenderer. The first two of Fyne's objects are
// its own box and border.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, 0, 6)
	if !r.entry.bare {
		objs = append(objs, r.box)
	}
	for i, o := range r.WidgetRenderer.Objects() {
		switch {
		case i < 2:
		case r.clip != nil && o == fyne.CanvasObject(r.clip.scroll) && !r.clip.scrolls:
			objs = append(objs, r.clip)
		default:
			objs = append(objs, o)
		}
	}
	if !r.entry.bare {
		objs = append(objs, r.ring)
	}
	return objs
}

// Layout implements fyne.WidgetRenderer.
func (r *entryRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.ring.Resize(size)
	r.WidgetRenderer.Layout(size)
	r.follow()
}

// Refresh implements fyne.WidgetRenderer.
func (r *entryRenderer) Refresh() {
	r.paint()
	r.follow()
	r.WidgetRenderer.Refresh()
	r.follow()
}

// follow keeps the clip where Fyne's scroll is.
func (r *entryRenderer) follow() {
	if c := r.clip; c != nil && c.scroll.Content != nil {
		c.scrolls = r.entry.MultiLine && c.scroll.Content.MinSize().Height > c.scroll.Size().Height+1
		c.Move(c.scroll.Position())
		c.Resize(c.scroll.Size().SubtractWidthHeight(clipMargin, 0))
		c.place(c.Size())
	}
}

func (r *entryRenderer) paint() {
	e := r.entry
	paintField(r.box, r.ring, fieldState{
		focused: e.focused, hovered: e.hovered, wrong: e.wrong, locked: e.locked, disabled: e.Disabled(),
	})
}

// entryClip shows what is inside Fyne's scroll of a field in its place. The scroll
// goes on to place it; but left in the window it would draw a bar over the text
// of a narrow field, and would swallow the turning of the wheel, so that a form
// full of fields could not be scrolled. Only a text of more than ten lines keeps it.
type entryClip struct {
	widget.BaseWidget
	scroll  *container.Scroll
	scrolls bool
}

func newEntryClip(s *container.Scroll) *entryClip {
	c := &entryClip{scroll: s}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *entryClip) CreateRenderer() fyne.WidgetRenderer { return clipRenderer{newRenderer(c)} }

func (c *entryClip) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.scroll.Content} }
func (c *entryClip) paint()                       {}
func (c *entryClip) minSize() fyne.Size           { return fyne.Size{} }

func (c *entryClip) place(fyne.Size) {
	c.scroll.Content.Resize(c.scroll.Content.MinSize().Max(c.scroll.Size()))
}

type clipRenderer struct{ fyne.WidgetRenderer }

// IsClip tells the drivers that nothing is drawn outside.
func (clipRenderer) IsClip() {}

// clipMargin keeps a text that is too long off the border.
const clipMargin = 4

// setAction puts the right thing at the trailing end: the calendar of a date or
// the padlock of what cannot be changed.
func (e *Entry) setAction() {
	switch {
	case e.locked && e.padlock:
		e.action.set(IconLock, nil)
	case e.kind == DateEntry && !e.locked:
		e.action.set(IconCalendar, e.OpenCalendar)
	default:
		e.action.set(NoIcon, nil)
	}
}

// entryAction is the small button inside a field. It takes no keyboard: the
// field does the same with the arrow down.
type entryAction struct {
	widget.BaseWidget
	icon    Icon
	tapped  func()
	hovered bool
	fill    *canvas.Rectangle
	image   *canvas.Image
}

func newEntryAction() *entryAction {
	a := &entryAction{fill: &canvas.Rectangle{}, image: newImage()}
	a.ExtendBaseWidget(a)
	return a
}

// set changes what it is. Fyne's field looks for its action only once, so there
// always is one, which without an icon has no width.
func (a *entryAction) set(icon Icon, tapped func()) {
	a.icon, a.tapped = icon, tapped
	a.Refresh()
}

// Tapped implements fyne.Tappable.
func (a *entryAction) Tapped(*fyne.PointEvent) {
	if a.tapped != nil {
		a.tapped()
	}
}

// Cursor implements desktop.Cursorable.
func (a *entryAction) Cursor() desktop.Cursor {
	if a.tapped == nil {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// MouseIn implements desktop.Hoverable.
func (a *entryAction) MouseIn(*desktop.MouseEvent) { a.hover(a.tapped != nil) }

// MouseMoved implements desktop.Hoverable.
func (a *entryAction) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (a *entryAction) MouseOut() { a.hover(false) }

func (a *entryAction) hover(on bool) {
	a.hovered = on
	a.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (a *entryAction) AccessibilityLabel() string {
	switch a.icon {
	case IconCalendar:
		return words.T("Apri il calendario")
	case IconChevronDown:
		return words.T("Apri l’elenco")
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (a *entryAction) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (a *entryAction) CreateRenderer() fyne.WidgetRenderer { return newRenderer(a) }

func (a *entryAction) objects() []fyne.CanvasObject { return []fyne.CanvasObject{a.fill, a.image} }

func (a *entryAction) paint() {
	fill := fyne.ThemeColorName("")
	ink := ColorInk2
	if a.hovered {
		fill, ink = theme.ColorNameHover, theme.ColorNamePrimary
	}
	setBox(a.fill, fill, "", 0, 3)
	setImage(a.image, a.icon, ink)
}

func (a *entryAction) place(size fyne.Size) {
	placeAt(a.fill, 1, 1, max(size.Width-2, 0), max(size.Height-2, 0))
	side := iconSide()
	placeCentred(a.image, fyne.NewSquareSize(side), fyne.Position{}, size)
}

func (a *entryAction) minSize() fyne.Size {
	if a.icon == NoIcon {
		return fyne.Size{}
	}
	return fyne.NewSize(iconSide()+scaled(12), iconSide())
}
