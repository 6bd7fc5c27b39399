package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// NewFloor returns content with a floor above it, on which lists of suggestions
// are laid while one types. It is to be the content of a window: an overlay of
// Fyne would take the keyboard and swallow the next click, and a list within the
// form would push the form down under the pointer. A picker that finds no Floor
// opens its list in its own place.
//
// It is a plain container because Fyne's screen-reader support looks into
// nothing else.
func NewFloor(content fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &floor{}, Objects: []fyne.CanvasObject{content}}
}

// floor is the layout of the container: the first object fills it, the others
// are laid where they belong to.
type floor struct{ laid []*floating }

// floating is one thing on the floor.
type floating struct {
	on      *fyne.Container
	object  fyne.CanvasObject
	anchor  fyne.CanvasObject
	wanted  func() fyne.Size
	at      fyne.Position
	follows *fyne.Animation
}

// MinSize implements fyne.Layout.
func (f *floor) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (f *floor) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
	for _, l := range f.laid {
		l.place()
	}
}

// heightForWidth lets a Floor stand within what asks.
func (f *floor) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return HeightForWidth(objects[0], width)
}

// floorOf finds the floor of the window, or of the dialog, that shows an object.
func floorOf(o fyne.CanvasObject) *fyne.Container {
	cv := fyne.CurrentApp().Driver().CanvasForObject(o)
	if cv == nil {
		return nil
	}
	root := cv.Content()
	if top := cv.Overlays().Top(); top != nil {
		root = top
	}
	return findFloor(root, 3)
}

func findFloor(o fyne.CanvasObject, depth int) *fyne.Container {
	c, ok := o.(*fyne.Container)
	if !ok || depth == 0 {
		return nil
	}
	if _, ok := c.Layout.(*floor); ok {
		return c
	}
	for _, child := range c.Objects {
		if found := findFloor(child, depth-1); found != nil {
			return found
		}
	}
	return nil
}

// lay puts an object on the floor beside its anchor and keeps it there while the
// page scrolls or the form changes.
func lay(on *fyne.Container, object, anchor fyne.CanvasObject, wanted func() fyne.Size) *floating {
	l := &floating{on: on, object: object, anchor: anchor, wanted: wanted}
	f := on.Layout.(*floor)
	f.laid = append(f.laid, l)
	l.place()
	on.Add(object)
	// Nothing tells a widget that it was moved by one of its parents.
	l.follows = fyne.NewAnimation(time.Hour, func(float32) { l.follow() })
	l.follows.RepeatCount = fyne.AnimationRepeatForever
	l.follows.Start()
	return l
}

func (l *floating) follow() {
	if at := l.anchorAt(); at != l.at {
		l.place()
	}
}

func (l *floating) anchorAt() fyne.Position {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(l.anchor).Subtract(d.AbsolutePositionForObject(l.on))
}

func (l *floating) place() {
	l.at = l.anchorAt()
	pos, size := beside(l.at, l.anchor.Size(), l.wanted(), l.on.Size())
	l.object.Move(pos)
	l.object.Resize(size)
}

// lift takes it off the floor again.
func (l *floating) lift() {
	l.follows.Stop()
	f := l.on.Layout.(*floor)
	for i, other := range f.laid {
		if other == l {
			f.laid = append(f.laid[:i], f.laid[i+1:]...)
			break
		}
	}
	l.on.Remove(l.object)
}

// IsFloor tells whether a container is a floor: what it holds after its first
// object lies over that.
func IsFloor(c *fyne.Container) bool {
	_, ok := c.Layout.(*floor)
	return ok
}
