package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// RowsConfig says what the child records of a record are. The caller owns them:
// Rows asks and tells, and builds all cards anew after each change of their
// order, so what is typed in them must be kept by the caller at each edit.
type RowsConfig struct {
	Count func() int
	// Build returns the fields of a child.
	Build func(i int) fyne.CanvasObject
	// Title and Summary are what a card says at its head and when closed; both
	// may be nil.
	Title   func(i int) string
	Summary func(i int) string
	// Add appends a child.
	Add func()
	// Remove takes a child away and returns how to bring it back.
	Remove func(i int) (restore func())
	// Move puts a child at another place; nil when their order means nothing.
	Move func(from, to int)
	// Adder stands in place of the button, as a picker whose choice adds a child.
	Adder fyne.CanvasObject
	// AddLabel is the label of the button, «Aggiungi un fornitore».
	AddLabel string
	// Empty is what is said when there are none.
	Empty string
	// NoneLabel declares that there are none, «Nessuno: lo dichiaro»; "" is not
	// offered. OnNone tells of it.
	NoneLabel string
	OnNone    func(none bool)
}

// Rows shows child records inside a record, each in a card.
type Rows struct {
	widget.BaseWidget
	config RowsConfig
	locked bool
	closed []bool
	cards  []*rowCard
	// removed is the card just taken away, offered until the next change.
	removed struct {
		at      int
		text    string
		restore func()
		link    *Link
	}
	add  *Button
	none *Check
	body *fyne.Container
}

// NewRows returns the cards of the present children, all open.
func NewRows(config RowsConfig) *Rows {
	r := &Rows{config: config, body: Column(GapPanel)}
	r.add = NewButton(Outlined, config.AddLabel, IconPlus, r.addOne)
	r.none = NewCheck(config.NoneLabel, func(none bool) {
		r.Reload()
		if config.OnNone != nil {
			config.OnNone(none)
		}
	})
	r.ExtendBaseWidget(r)
	r.Reload()
	return r
}

// Reload builds the cards anew from what the caller has.
func (r *Rows) Reload() {
	n := r.config.Count()
	for len(r.closed) < n {
		r.closed = append(r.closed, false)
	}
	r.closed = r.closed[:n]
	r.cards, r.body.Objects = nil, nil
	for i := range n {
		r.offerRestore(i)
		card := newRowCard(r, i)
		r.cards = append(r.cards, card)
		r.body.Add(card.root)
	}
	r.offerRestore(n)
	declared := r.none.Checked()
	if n == 0 && r.config.Empty != "" && !declared {
		r.body.Add(NewHelp(r.config.Empty))
	}
	if r.config.NoneLabel != "" && (n == 0 || declared) {
		r.body.Add(r.none)
	}
	if !r.locked && r.config.Add != nil && !declared {
		r.body.Add(Row(0, r.add, Spacer()))
	}
	if !r.locked && r.config.Adder != nil && !declared {
		r.body.Add(r.config.Adder)
	}
	r.Refresh()
}

// Retitle asks for titles and summaries again, as after an edit in a card. While
// a child is being taken away or brought back the cards are not those of the
// children, and about to be built anew.
func (r *Rows) Retitle() {
	if len(r.cards) != r.config.Count() {
		return
	}
	for i, c := range r.cards {
		if c.head.said != r.saidOf(i) {
			c.head.Refresh()
		}
	}
}

// SetNone ticks or clears the declaration that there are none.
func (r *Rows) SetNone(none bool) {
	if r.none.Checked() != none {
		r.none.SetChecked(none)
		r.Reload()
	}
}

// None tells whether it is declared that there are none.
func (r *Rows) None() bool { return r.none.Checked() }

// SetLocked takes the buttons away; the fields are locked by who builds them.
func (r *Rows) SetLocked(locked bool) {
	if r.locked != locked {
		r.locked = locked
		r.none.SetLocked(locked)
		r.Reload()
	}
}

// SetOpen opens or closes a card.
func (r *Rows) SetOpen(i int, open bool) {
	if i < len(r.closed) && r.closed[i] == open {
		r.closed[i] = !open
		r.cards[i].showContent()
		r.Refresh()
	}
}

// IsOpen tells whether a card shows its fields.
func (r *Rows) IsOpen(i int) bool { return i < len(r.closed) && !r.closed[i] }

// FocusTarget implements Focuser.
func (r *Rows) FocusTarget() fyne.Focusable {
	if r.config.Adder != nil && !r.locked {
		return focusTarget(r.config.Adder)
	}
	return focusTarget(r.body)
}

// SetName gives the label that a screen reader says of what adds a child.
func (r *Rows) SetName(name string) {
	if n, ok := r.config.Adder.(interface{ SetName(string) }); ok {
		n.SetName(name)
	}
}

func (r *Rows) addOne() {
	r.removed.restore = nil
	r.config.Add()
	r.Reload()
	if n := len(r.cards); n > 0 {
		FocusOn(r.cards[n-1].content)
	}
}

func (r *Rows) move(from, to int) {
	if to < 0 || to >= len(r.cards) {
		return
	}
	r.removed.restore = nil
	r.config.Move(from, to)
	closed := r.closed[from]
	r.closed = slices.Insert(slices.Delete(r.closed, from, from+1), to, closed)
	r.Reload()
	// The keyboard goes along, so that one may press again.
	button := r.cards[to].up
	if to > from {
		button = r.cards[to].down
	}
	if button.Disabled() {
		button = r.cards[to].down
		if to > from {
			button = r.cards[to].up
		}
	}
	FocusOn(button)
}

// take removes a card, unless it is gone already: the keyboard may press twice
// before it has moved on.
func (r *Rows) take(c *rowCard) {
	if c.index < len(r.cards) && r.cards[c.index] == c {
		r.remove(c.index)
	}
}

func (r *Rows) remove(i int) {
	r.removed.at, r.removed.text = i, r.titleOf(i)
	wasClosed := r.closed[i]
	restore := r.config.Remove(i)
	r.closed = slices.Delete(r.closed, i, i+1)
	r.removed.restore = nil
	if restore != nil {
		r.removed.restore = func() {
			restore()
			r.closed = slices.Insert(r.closed, min(i, len(r.closed)), wasClosed)
		}
	}
	r.Reload()
	if r.removed.link != nil {
		FocusOn(r.removed.link)
	} else {
		FocusOn(r.add)
	}
}

// offerRestore puts «Riprendi» where the removed card was.
func (r *Rows) offerRestore(at int) {
	if r.removed.restore == nil {
		r.removed.link = nil
		return
	}
	if at != r.removed.at {
		return
	}
	r.removed.link = NewActionLink(words.T("Riprendi"), IconUndo, func() {
		restore := r.removed.restore
		r.removed.restore = nil
		restore()
		r.Reload()
		if at < len(r.cards) {
			FocusOn(r.cards[at].head)
		}
	})
	said := NewStyledLine(words.F("Tolto: %s", r.removed.text), theme.SizeNameText, ColorInk2, false)
	r.body.Add(Layers(NewSurface(ColorSunken, theme.ColorNameSeparator, cornerRadius),
		Pad(4, 8, 4, 12, Row(GapSmall, Grow(said), r.removed.link))))
}

// titleOf is what stands at the head of a card: its number and its name. The head
// of a card just taken away is still asked while it loses the keyboard.
func (r *Rows) titleOf(i int) string {
	title := strconv.Itoa(i + 1)
	if r.config.Title != nil && i < r.config.Count() {
		if name := r.config.Title(i); name != "" {
			title += " · " + name
		}
	}
	return title
}

func (r *Rows) summaryOf(i int) string {
	if r.config.Summary == nil || i >= r.config.Count() {
		return ""
	}
	return r.config.Summary(i)
}

// said are the words of the head of a card.
type said struct{ title, summary string }

func (r *Rows) saidOf(i int) said {
	if r.IsOpen(i) {
		return said{title: r.titleOf(i)}
	}
	return said{r.titleOf(i), r.summaryOf(i)}
}

// HeightForWidth implements WidthSensitive.
func (r *Rows) HeightForWidth(width float32) float32 { return HeightForWidth(r.body, width) }

// CreateRenderer implements fyne.Widget.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *Rows) objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.body} }
func (r *Rows) paint()                       {}

func (r *Rows) place(size fyne.Size) {
	r.body.Resize(fyne.NewSize(size.Width, r.HeightForWidth(size.Width)))
	r.body.Refresh()
}

func (r *Rows) minSize() fyne.Size {
	if w := r.Size().Width; w > 0 {
		return fyne.NewSize(r.minWidth(), r.HeightForWidth(w))
	}
	return r.body.MinSize()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *Rows) AccessibilityLabel() string {
	if len(r.cards) == 0 {
		return r.config.Empty
	}
	label := ""
	for i := range r.cards {
		if i > 0 {
			label += ", "
		}
		label += r.titleOf(i)
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *Rows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
