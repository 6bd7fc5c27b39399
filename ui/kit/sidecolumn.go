package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// sideLayout puts a column at the right of a body while that keeps a readable
// width; else the column is left out: what it tells stands in the body as well.
type sideLayout struct{}

// WithSide puts a column at the right of a body where there is room for both.
func WithSide(body, side fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: sideLayout{}, Objects: []fyne.CanvasObject{body, side}}
}

// bodyWidth is what the body keeps at least, in times of the size of text.
const bodyWidth = 24

// Layout implements fyne.Layout; the objects are the body and the column.
func (sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, side := objects[0], objects[1]
	w := side.MinSize().Width
	if size.Width-w < bodyWidth*theme.TextSize() {
		side.Hide()
		placeAt(body, 0, 0, size.Width, size.Height)
		return
	}
	side.Show()
	placeAt(body, 0, 0, size.Width-w, size.Height)
	placeAt(side, size.Width-w, 0, w, size.Height)
}

// MinSize implements fyne.Layout.
func (sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
