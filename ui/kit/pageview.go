package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// PageView is the page of a register: the list beside the record, or, where text
// is large or the window narrow, one after the other. It is a plain container on
// screen, so that a screen reader finds what is in it.
type PageView struct {
	// OnSteps tells that list and record have become two steps, or one page
	// again: the record then shows or hides its way back to the list.
	OnSteps func(two bool)

	list     fyne.CanvasObject // nil where there is only a record
	record   *fyne.Container
	root     *fyne.Container
	twoSteps bool
	inRecord bool
}

// NewPageView returns a page that shows the list first. Either may be nil: a
// record alone takes the whole page.
func NewPageView(list, record fyne.CanvasObject) *PageView {
	v := &PageView{list: list, record: container.NewStack()}
	if record != nil {
		v.record.Objects = []fyne.CanvasObject{record}
	}
	v.root = container.New(v, v.record)
	if list != nil {
		v.root.Objects = []fyne.CanvasObject{list, v.record}
	}
	return v
}

// Object is what to put into the window.
func (v *PageView) Object() fyne.CanvasObject { return v.root }

// SetRecord replaces the record and goes on to it.
func (v *PageView) SetRecord(record fyne.CanvasObject) {
	v.record.Objects = []fyne.CanvasObject{record}
	v.record.Refresh()
	v.step(true)
}

// ShowRecord goes on to the record, where it is a step of its own.
func (v *PageView) ShowRecord() { v.step(true) }

// ShowList goes back to the list.
func (v *PageView) ShowList() { v.step(false) }

// TwoSteps tells whether only one of list and record is to be seen.
func (v *PageView) TwoSteps() bool { return v.twoSteps }

func (v *PageView) step(record bool) {
	v.inRecord = record
	v.root.Refresh()
}

const (
	// besideAt is the width at 100 % text from which list and record fit together.
	besideAt  = 900
	listShare = 0.22
	listLeast = 256
	listMost  = 360
)

// Layout implements fyne.Layout.
func (v *PageView) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if v.list == nil {
		placeAt(v.record, 0, 0, size.Width, size.Height)
		return
	}
	if two := size.Width < scaled(besideAt); two != v.twoSteps {
		v.twoSteps = two
		if v.OnSteps != nil {
			v.OnSteps(two)
		}
	}
	hide(v.list, v.twoSteps && v.inRecord)
	hide(v.record, v.twoSteps && !v.inRecord)
	if v.twoSteps {
		placeAt(v.list, 0, 0, size.Width, size.Height)
		placeAt(v.record, 0, 0, size.Width, size.Height)
		return
	}
	// A wide window gives the list room for whole titles, up to a measure.
	w := max(min(size.Width*listShare, scaled(listMost)), scaled(listLeast))
	placeAt(v.list, 0, 0, w, size.Height)
	placeAt(v.record, w+GapPanel, 0, size.Width-w-GapPanel, size.Height)
}

// MinSize implements fyne.Layout: a page must not force the window to grow.
func (v *PageView) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }
