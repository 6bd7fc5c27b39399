package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// fileRow is one file of a FileList: icon, name in full, what is known of it, and
// the actions at the end, or below where the name would have too little room.
type fileRow struct {
	widget.BaseWidget
	item         FileItem
	icon         *canvas.Image
	name, second *Text
	links        []*Link
}

func newFileRow(l *FileList, i int, item FileItem) *fileRow {
	r := &fileRow{item: item, icon: newImage(), name: NewText(item.Name), second: NewHelp(item.Second)}
	hide(r.second, item.Second == "")
	add := func(label, name string, icon Icon, do func(int)) {
		if do != nil {
			link := NewLink(label, icon, func() { do(i) })
			link.name = name
			r.links = append(r.links, link)
		}
	}
	add(words.T("Apri"), words.F("Apri: %s", item.Name), IconEye, l.config.Open)
	add(words.T("Salva una copia…"), words.F("Salva una copia: %s", item.Name), IconDownload, l.config.Save)
	if l.config.Remove != nil && !l.locked {
		add(words.T("Togli"), words.F("Togli: %s", item.Name), IconTrash, l.remove)
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *fileRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *fileRow) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.icon, r.name, r.second}
	for _, l := range r.links {
		out = append(out, l)
	}
	return out
}

func (r *fileRow) paint() { setImage(r.icon, r.item.Icon, ColorInk2) }

func (r *fileRow) place(size fyne.Size) { r.arrange(size.Width, placeAt) }

// HeightForWidth implements WidthSensitive.
func (r *fileRow) HeightForWidth(width float32) float32 { return r.arrange(width, nil) }

// nameRoom is what a name is to have beside the actions, in sizes of the text.
const nameRoom = 15

// arrange hands the places of all parts to at, if given, and returns the height.
func (r *fileRow) arrange(width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if at == nil {
		at = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	side, line := iconSide(), lineHeight(theme.SizeNameText)
	left, right := GapPanel+side+GapSmall, width-GapSmall
	var actions float32
	for _, l := range r.links {
		actions += PreferredWidth(l) + GapTight
	}
	beside := right-actions-GapSmall-left >= nameRoom*theme.TextSize()
	words := right - left
	if beside {
		words -= actions + GapSmall
	}
	y := GapSmall
	at(r.icon, GapPanel, y+(line-side)/2, side, side)
	h := r.name.HeightForWidth(words)
	at(r.name, left, y, words, h)
	y += h
	if r.second.Visible() {
		h = r.second.HeightForWidth(words)
		at(r.second, left, y, words, h)
		y += h
	}
	if beside {
		x := right - actions + GapTight
		for _, l := range r.links {
			w, h := PreferredWidth(l), l.MinSize().Height
			at(l, x, (y+GapSmall-h)/2, w, h)
			x += w + GapTight
		}
		return y + GapSmall
	}
	// Links have a margin of their own: their words stand under the name.
	x, high := left-linkPad, float32(0)
	for _, l := range r.links {
		w := min(PreferredWidth(l), right-left+linkPad)
		if x > left && x+w > right {
			x, y = left-linkPad, y+high
		}
		high = l.MinSize().Height
		at(l, x, y, w, high)
		x += w + GapTight
	}
	return y + high + GapTight
}

func (r *fileRow) minSize() fyne.Size {
	var widest float32
	for _, l := range r.links {
		widest = max(widest, l.MinSize().Width)
	}
	m := fyne.NewSize(GapPanel+iconSide()+2*GapSmall+widest, 0)
	m.Height = r.HeightForWidth(max(r.Size().Width, m.Width))
	return m
}
