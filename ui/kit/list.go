package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// ListPane is the list at the left of a register: title and button for a new
// one, search, order and count, rows of two lines, links at the foot. It serves
// any number of rows; only those in view exist.
type ListPane struct {
	widget.BaseWidget
	// OnNew runs when the button for a new one is pressed.
	OnNew func()
	// OnSelect tells which row the user has chosen, by click or arrow key.
	OnSelect func(i int)
	// OnOpen runs on Enter: where list and record are two steps, it goes on.
	OnOpen func(i int)
	// OnToggle ticks a row or takes the tick away, on a click or on Space; nil
	// where rows have no box.
	OnToggle func(i int)
	// OnSearch tells what is typed in the search field.
	OnSearch func(text string)
	// OnSort asks for the next order.
	OnSort func()
	// OnEscape runs on Escape in the rows, and in the search field once that is
	// empty.
	OnEscape func()

	count  func() int
	row    func(i int) RowData
	chosen int
	// unseen is a choice made before there was any height to scroll in.
	unseen bool

	title   *Line
	button  *Button
	search  *SearchField
	filters *fyne.Container
	sort    *Link
	total   *Line
	list    *rowList
	empty   *Text
	none    *fyne.Container
	foot    *fyne.Container
	links   *fyne.Container
	sheet   *fyne.Container
}

// NewListPane returns an empty pane. Without newLabel it has no button.
func NewListPane(title, newLabel string) *ListPane {
	p := &ListPane{chosen: -1, count: func() int { return 0 }}
	p.title = NewStyledLine(title, theme.SizeNameHeadingText, theme.ColorNameForeground, true)
	p.button = NewButton(Filled, newLabel, IconPlus, func() { call(p.OnNew) })
	hide(p.button, newLabel == "")
	p.search = NewSearchField(
		func(text string) {
			if p.OnSearch != nil {
				p.OnSearch(text)
			}
		},
		func() { p.FocusList() },
	)
	p.search.entry.OnEscape = func() { call(p.OnEscape) }
	p.filters = Flow(GapTight)
	p.filters.Hide()
	p.sort = NewLink("", IconSort, func() { call(p.OnSort) })
	p.sort.muted = true
	p.sort.Hide()
	p.total = NewStyledLine("", theme.SizeNameCaptionText, ColorInk2, false).Align(fyne.TextAlignTrailing)
	p.list = newRowList(p)
	p.empty = NewStyledText("", theme.SizeNameText, ColorInk2, false).Centre()
	p.none = Centre(220, Pad(GapField, GapField, GapField, GapField, p.empty))
	p.links = Flow(GapPanel)
	p.foot = Column(0, NewRule(theme.ColorNameSeparator), Pad(GapTight, GapSmall, GapTight, GapSmall+2, p.links))
	p.foot.Hide()

	head := Column(0,
		Pad(GapPanel-2, GapPanel-2, GapTight, GapPanel-2, Column(GapSmall,
			Pad(0, 0, 0, 4, Row(GapSmall, Grow(p.title), p.button)),
			p.search,
			p.filters,
			Row(GapSmall, p.sort, Grow(p.total)),
		)),
		NewRule(theme.ColorNameSeparator),
	)
	p.sheet = Sheet(Frame(head, p.foot, nil, nil, Layers(p.list.flush, p.none)))
	p.ExtendBaseWidget(p)
	p.SetEmpty(words.T("Ancora niente"))
	return p
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// SetModel gives the rows: how many, and what each shows.
func (p *ListPane) SetModel(count func() int, row func(i int) RowData) {
	p.count, p.row = count, row
	p.Refresh()
}

// SetTitle changes the title.
func (p *ListPane) SetTitle(title string) { p.title.SetText(title) }

// SetEmpty gives the sentence that stands in a list without rows.
func (p *ListPane) SetEmpty(sentence string) {
	p.empty.SetText(sentence)
	p.Refresh()
}

// SetSort says in which order the rows are; empty hides it.
func (p *ListPane) SetSort(order string) {
	p.sort.SetText(order)
	hide(p.sort, order == "")
	p.sheet.Refresh()
}

// SetCount says how many there are, as "8 e 2 archiviati".
func (p *ListPane) SetCount(text string) {
	p.total.SetText(text)
	p.sheet.Refresh()
}

// SetFilters offers the states that the list can be cut down to, under the
// search field; chosen is told which one was pressed. Toggles that are there
// already are changed, not made anew, so that one keeps the keyboard.
func (p *ListPane) SetFilters(filters []Filter, chosen func(i int)) {
	for i, f := range filters {
		if i < len(p.filters.Objects) {
			t := p.filters.Objects[i].(*toggle)
			t.activate = func() { chosen(i) }
			if t.filter != f {
				t.filter = f
				t.Refresh()
			}
			continue
		}
		t := &toggle{filter: f}
		t.extend(t, func() { chosen(i) })
		p.filters.Objects = append(p.filters.Objects, t)
	}
	p.filters.Objects = p.filters.Objects[:len(filters)]
	hide(p.filters, len(filters) == 0)
	p.sheet.Refresh()
}

// SetFoot puts links under the list.
func (p *ListPane) SetFoot(links ...*Link) {
	p.links.Objects = nil
	for _, l := range links {
		p.links.Objects = append(p.links.Objects, l)
	}
	hide(p.foot, len(links) == 0)
	p.sheet.Refresh()
}

// Button is the one for a new entry, to switch it off or rename it.
func (p *ListPane) Button() *Button { return p.button }

// SetSearchHint changes the words in the empty search field, "Cerca".
func (p *ListPane) SetSearchHint(words string) { p.search.SetPlaceHolder(words) }

// SearchText returns what is in the search field.
func (p *ListPane) SearchText() string { return p.search.entry.Text }

// FocusSearch puts the keyboard into the search field.
func (p *ListPane) FocusSearch() { FocusOn(p.search.entry) }

// FocusList puts the keyboard on the rows.
func (p *ListPane) FocusList() { FocusOn(p.list) }

// Select marks a row and brings it into view, without telling OnSelect; -1 marks
// none.
func (p *ListPane) Select(i int) {
	if i >= p.count() {
		i = -1
	}
	p.chosen = i
	p.reveal()
	p.list.Refresh()
}

// reveal brings the chosen row into view, now or when the list has a height:
// Fyne's list would scroll away from it while it has none.
func (p *ListPane) reveal() {
	p.unseen = p.chosen >= 0 && p.list.Size().Height < rowHeight()
	if p.chosen >= 0 && !p.unseen {
		p.list.ScrollTo(p.chosen)
	}
}

// Selected returns the row that is marked, or -1.
func (p *ListPane) Selected() int { return p.chosen }

// pick is a choice by the user.
func (p *ListPane) pick(i int) {
	if i < 0 || i >= p.count() {
		return
	}
	p.Select(i)
	if p.OnSelect != nil {
		p.OnSelect(i)
	}
}

// Refresh shows the rows anew, after the model has changed.
func (p *ListPane) Refresh() {
	n := p.count()
	if p.chosen >= n {
		p.chosen = -1
	}
	hide(p.none, n > 0)
	hide(p.list.flush, n == 0)
	p.list.Refresh()
	p.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *ListPane) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *ListPane) objects() []fyne.CanvasObject { return []fyne.CanvasObject{p.sheet} }
func (p *ListPane) paint()                       {}
func (p *ListPane) minSize() fyne.Size           { return p.sheet.MinSize() }

func (p *ListPane) place(size fyne.Size) {
	p.sheet.Resize(size)
	if p.unseen {
		p.reveal()
	}
}
