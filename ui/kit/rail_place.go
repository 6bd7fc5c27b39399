package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	railEdge   = 16 // margin at the left
	railMarker = 4  // the bar of the selected tab
)

// tabHeight is 48 at 100 %, less where the window is low.
func (r *Rail) tabHeight() float32 {
	wanted := max(scaled(48), 2*r.wordStep()+GapSmall)
	if r.narrow {
		wanted = iconSide() + lineHeight(theme.SizeNameCaptionText) + 4 + scaled(10)
	}
	if n := float32(len(r.items)); n > 0 && r.Size().Height > 0 {
		wanted = min(wanted, (r.Size().Height-r.headHeight())/n)
	}
	return max(wanted, r.compactHeight())
}

// compactHeight is what a tab needs at the least.
func (r *Rail) compactHeight() float32 {
	if r.narrow {
		return leastRailIcon() + lineHeight(theme.SizeNameCaptionText) + 3
	}
	return max(2*r.wordStep(), r.badgeHeight()+4)
}

// leastRailIcon is how small an icon gets where many tabs share a low window.
func leastRailIcon() float32 { return theme.CaptionTextSize() }

// headHeight is the room of the name of the office; the narrow form has none.
func (r *Rail) headHeight() float32 {
	if r.narrow {
		return GapSmall
	}
	return 2*lineHeight(theme.SizeNameCaptionText) + scaled(22)
}

func (r *Rail) wordStep() float32 {
	if r.narrow {
		return lineHeight(theme.SizeNameCaptionText)
	}
	return theme.TextSize() * 1.3
}

func (r *Rail) badgeHeight() float32 { return lineHeight(theme.SizeNameCaptionText) + 6 }

func (r *Rail) place(size fyne.Size) {
	r.ground.Resize(size)
	placeAt(&r.edge, size.Width-1, 0, 1, size.Height)
	h, head := r.tabHeight(), r.headHeight()
	at := func(i int) float32 { return head + float32(i)*h }
	placeAt(&r.page, 0, at(r.selected), size.Width, h)
	placeAt(&r.bar, 0, at(r.selected), railMarker, h)
	placeAt(&r.under, 0, at(max(r.hover, 0)), size.Width-1, h)
	placeAt(&r.ring, 1, at(r.aim)+1, size.Width-2, h-2)

	r.placeHead(size)
	r.placeFoot(size, at(len(r.items)))
	for i, t := range r.tabs {
		if r.narrow {
			r.placeNarrow(i, t, at(i), size.Width, h)
		} else {
			r.placeWide(i, t, at(i), size.Width, h)
		}
	}
}

func (r *Rail) placeHead(size fyne.Size) {
	hide(&r.officeText, r.narrow)
	hide(&r.placeText, r.narrow)
	room, step := size.Width-railEdge-GapSmall, lineHeight(theme.SizeNameCaptionText)
	r.officeText.Text = shorten(r.office, room, theme.SizeNameCaptionText, true)
	r.placeText.Text = shorten(r.where, room, theme.SizeNameCaptionText, false)
	placeLine(&r.officeText, railEdge, scaled(14), step)
	placeLine(&r.placeText, railEdge, scaled(14)+step, step)
}

// placeFoot drops the foot, last line first, where tabs take all the height.
func (r *Rail) placeFoot(size fyne.Size, tabsEnd float32) {
	step := lineHeight(theme.SizeNameCaptionText)
	hint := r.hint != "" && !r.narrow
	hide(&r.hintText, !hint || size.Height-step-GapPanel < tabsEnd)
	r.hintText.Text = shorten(r.hint, size.Width-railEdge-GapSmall, theme.SizeNameCaptionText, false)
	y := size.Height - GapPanel
	if hint {
		y -= step
		placeLine(&r.hintText, railEdge, y, step)
	}
	y -= step
	hide(r.status, y < tabsEnd)
	if r.narrow {
		// The sign alone, in the middle.
		placeAt(r.status, (size.Width-smallIconSide())/2, y, smallIconSide(), step)
		return
	}
	placeAt(r.status, railEdge, y, size.Width-railEdge-GapSmall, step)
}

func (r *Rail) placeWide(i int, t *railTab, y, width, h float32) {
	side := iconSide()
	placeAt(t.image, railEdge, y+(h-side)/2, side, side)
	right := width - GapPanel
	if t.badge.Visible() {
		right -= r.placeBadge(t, right, y+(h-r.badgeHeight())/2, true) + GapSmall
	}
	x := railEdge + side + GapPanel
	lines := wrapText(r.items[i].Label, right-x, theme.SizeNameText, i == r.selected)
	if len(lines) > 2 {
		lines = []string{lines[0], shorten(strings.Join(lines[1:], " "), right-x, theme.SizeNameText, i == r.selected)}
	}
	step := r.wordStep()
	top := y + (h-step*float32(len(lines)))/2
	for j := range t.words {
		t.words[j].Text = ""
		if j < len(lines) {
			t.words[j].Text = lines[j]
		}
		placeLine(&t.words[j], x, top+float32(j)*step, step)
	}
}

func (r *Rail) placeNarrow(i int, t *railTab, y, width, h float32) {
	step := lineHeight(theme.SizeNameCaptionText)
	side := max(min(iconSide(), h-step-3), leastRailIcon())
	top := y + (h-side-step-2)/2
	together := side
	if t.badge.Visible() {
		together += 6 + r.badgeWidth(t)
	}
	x := (width - together) / 2
	placeAt(t.image, x, top, side, side)
	if t.badge.Visible() {
		r.placeBadge(t, x+side+6, top+(side-r.badgeHeight())/2, false)
	}
	t.words[0].Text = shorten(r.short(i), width-GapTight, theme.SizeNameCaptionText, i == r.selected)
	t.words[1].Text = ""
	w := t.words[0].MinSize().Width
	placeLine(&t.words[0], (width-w)/2, top+side+2, step)
}

func (r *Rail) short(i int) string {
	if s := r.items[i].Short; s != "" {
		return s
	}
	return r.items[i].Label
}

func (r *Rail) badgeWidth(t *railTab) float32 {
	return max(r.badgeHeight(), measure(t.count.Text, theme.SizeNameCaptionText, true).Width+GapPanel)
}

// placeBadge puts the counter with its left or its right end at x.
func (r *Rail) placeBadge(t *railTab, x, y float32, trailing bool) float32 {
	size := fyne.NewSize(r.badgeWidth(t), r.badgeHeight())
	if trailing {
		x -= size.Width
	}
	placeAt(&t.badge, x, y, size.Width, size.Height)
	placeCentred(&t.count, t.count.MinSize(), fyne.NewPos(x, y), size)
	return size.Width
}

func (r *Rail) minSize() fyne.Size {
	width := scaled(184)
	if r.narrow {
		width = r.narrowWidth()
	}
	return fyne.NewSize(width, r.headHeight()+r.compactHeight()*float32(len(r.items)))
}

// narrowWidth is 104, or what the longest short word needs.
func (r *Rail) narrowWidth() float32 {
	width := float32(104)
	for i := range r.items {
		width = max(width, measure(r.short(i), theme.SizeNameCaptionText, true).Width+GapPanel)
	}
	return width
}
