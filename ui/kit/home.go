package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// homeLayout puts a head, a list beside a column, and a foot below each other; the
// list takes the height that is left. Where it is narrow the column goes below the
// list.
type homeLayout struct{ width float32 }

// Home lays the first page out: head, list, side column, foot.
func Home(head, list, side, foot fyne.CanvasObject) *fyne.Container {
	return container.New(&homeLayout{}, head, list, side, foot)
}

// homeSide is the width of the side column, homeAt that from which it stands beside
// the list, at 100 % text.
const (
	homeSide = 300
	homeAt   = 940
)

// walk calls at for each object with its place; spare goes to the list. It returns
// the height of all.
func (l *homeLayout) walk(objects []fyne.CanvasObject, width, spare float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	head, list, side, foot := objects[0], objects[1], objects[2], objects[3]
	h := HeightForWidth(head, width)
	at(head, 0, 0, width, h)
	y := h + GapPanel
	if width >= scaled(homeAt) {
		w := scaled(homeSide)
		high := max(HeightForWidth(list, width-w-GapPanel), HeightForWidth(side, w)) + spare
		at(list, 0, y, width-w-GapPanel, high)
		at(side, width-w, y, w, high)
		y += high + GapPanel
	} else {
		high := HeightForWidth(list, width) + spare
		at(list, 0, y, width, high)
		y += high + GapPanel
		high = HeightForWidth(side, width)
		at(side, 0, y, width, high)
		y += high + GapPanel
	}
	h = HeightForWidth(foot, width)
	at(foot, 0, y, width, h)
	return y + h
}

func (l *homeLayout) heightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, 0, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// Layout implements fyne.Layout.
func (l *homeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, max(size.Height-l.heightForWidth(objects, size.Width), 0), placeAt)
}

// MinSize implements fyne.Layout; its height is that of the last width.
func (l *homeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.heightForWidth(objects, max(l.width, w)))
}

func (l *homeLayout) minWidth(objects []fyne.CanvasObject) float32 { return widest(objects) }
