package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// popover shows something below (or above) a field until one presses outside of
// it or turns the wheel. It takes the keyboard: Fyne gives each overlay a focus
// of its own, and the field keeps looking focused meanwhile. What must leave the
// keyboard where it is goes into a Floor instead.
type popover struct {
	widget.BaseWidget
	content fyne.CanvasObject
	anchor  fyne.CanvasObject
	canvas  fyne.Canvas
	// wanted is the width to have where there is room, besides the anchor's.
	wanted  func() float32
	onClose func()
	open    bool
}

// openPopover shows content at anchor and gives focus the keyboard. It returns
// nil when the anchor is in no window.
func openPopover(anchor, content fyne.CanvasObject, focus fyne.Focusable, wanted func() float32, onClose func()) *popover {
	cv := fyne.CurrentApp().Driver().CanvasForObject(anchor)
	if cv == nil {
		return nil
	}
	p := &popover{content: framed(content), anchor: anchor, canvas: cv, wanted: wanted, onClose: onClose, open: true}
	p.ExtendBaseWidget(p)
	cv.Overlays().Add(p)
	cv.Focus(focus)
	return p
}

// framed gives what is laid over the page a ground and a border. They are not the
// part of the content because Fyne clips whatever can be scrolled.
func framed(o fyne.CanvasObject) *fyne.Container {
	return Layers(NewSurface(ColorSheet, theme.ColorNameInputBorder, cornerRadius), Pad(2, 1, 2, 1, o))
}

// close takes it away; a second call does nothing.
func (p *popover) close() {
	if p == nil || !p.open {
		return
	}
	p.open = false
	p.canvas.Overlays().Remove(p)
	if p.onClose != nil {
		p.onClose()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *popover) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *popover) objects() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }
func (p *popover) paint()                       {}
func (p *popover) minSize() fyne.Size           { return fyne.Size{} }

func (p *popover) place(area fyne.Size) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.anchor).Subtract(p.Position())
	wanted := p.content.MinSize()
	if p.wanted != nil {
		wanted.Width = max(wanted.Width, p.anchor.Size().Width, p.wanted())
	}
	pos, size := beside(at, p.anchor.Size(), wanted, area)
	p.content.Move(pos)
	p.content.Resize(size)
}

// Tapped implements fyne.Tappable.
func (p *popover) Tapped(*fyne.PointEvent) { p.close() }

// TappedSecondary implements fyne.SecondaryTappable.
func (p *popover) TappedSecondary(*fyne.PointEvent) { p.close() }

// Scrolled implements fyne.Scrollable: what it belongs to is about to move away.
func (p *popover) Scrolled(*fyne.ScrollEvent) { p.close() }

// Cursor implements desktop.Cursorable: below may be a text field.
func (p *popover) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// beside finds the place for something that belongs to a field: below it, or
// above when only there is room, and inside the area.
func beside(at fyne.Position, anchor, wanted, area fyne.Size) (fyne.Position, fyne.Size) {
	const gap = 2
	size := fyne.NewSize(min(wanted.Width, area.Width), min(wanted.Height, area.Height))
	below := at.Y + anchor.Height + gap
	pos := fyne.NewPos(at.X, below)
	if below+size.Height > area.Height {
		if above := at.Y - gap - size.Height; above >= 0 {
			pos.Y = above
		} else {
			pos.Y = max(0, area.Height-size.Height)
		}
	}
	pos.X = max(0, min(pos.X, area.Width-size.Width))
	return pos, size
}
