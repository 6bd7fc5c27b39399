package kit

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tutela/ui/words"
)

// Picker chooses one or many among options, by typing part of their words. The
// chosen of many are chips before the text; the one chosen stands as the text.
//
// Nothing typed is lost: what stands in the box and is not a choice stays there
// (see Typed) and is said to be open.
type Picker struct {
	widget.BaseWidget
	// Options are asked for whenever the list opens.
	Options func() []Option
	// Label, if set, is asked what a chosen value is called: else all options are
	// asked for, to find it among them.
	Label func(value string) string
	// OnChanged tells of the choice after each change by the user.
	OnChanged func(values []string)
	// OnAdd, if set, allows entries of one's own: it is given what was typed and
	// returns the value under which it is to be kept, or false to refuse.
	OnAdd func(text string) (value string, ok bool)
	// OnCreate, if set, makes something new to be chosen, from what was typed or from
	// nothing; CreateLabel is what it is called at the end of the list. Who makes it
	// hands it on with Take.
	OnCreate    func(text string)
	CreateLabel func(text string) string
	// OnTyped tells of text that is not, or not yet, a choice; "" when it is gone.
	OnTyped func(text string)
	// OnLeave runs when the keyboard goes elsewhere.
	OnLeave func()

	many        bool
	name        string
	values      []string
	labels      map[string]string
	wrong       bool
	locked      bool
	disabled    bool
	placeHolder string

	entry *Entry
	chips []*pickChip
	mark  int // the chip that the arrow left has reached, -1 none
	box   *canvas.Rectangle
	ring  *canvas.Rectangle
	hint  *Text

	options  []Option // as asked for when the list opened
	list     *optionList
	shown    *fyne.Container // the list in its frame
	laid     *floating
	inline   bool
	filtered bool
	pressing bool
}

// NewPicker returns a picker of one choice.
func NewPicker(options func() []Option) *Picker { return newPicker(options, false) }

// NewMultiPicker returns a picker of any number of choices.
func NewMultiPicker(options func() []Option) *Picker { return newPicker(options, true) }

func newPicker(options func() []Option, many bool) *Picker {
	p := &Picker{
		Options: options, many: many, mark: -1, labels: map[string]string{},
		box: &canvas.Rectangle{}, ring: &canvas.Rectangle{}, hint: NewHelp(""),
		entry: NewEntry(TextEntry), list: newOptionList(),
	}
	p.hint.Hide()
	p.entry.bare = true
	p.entry.padlock = false
	p.entry.keys = p.typedKey
	p.entry.OnEdited = p.edited
	p.entry.OnLeave = p.leave
	p.entry.onClick = p.open
	p.entry.onFocus = p.Refresh
	p.entry.action.set(IconChevronDown, p.toggle)
	p.shown = framed(p.list)
	p.list.onTake = p.clicked
	p.list.onPress = p.pressed
	p.ExtendBaseWidget(p)
	p.SetPlaceHolder(words.T("Cercate o scegliete…"))
	return p
}

// SetValues replaces the choice without telling OnChanged. What was typed and is
// open stays.
func (p *Picker) SetValues(values ...string) {
	if !p.many && len(values) > 1 {
		values = values[:1]
	}
	if !p.many && (p.Typed() == "" || len(values) > 0) && !slices.Equal(values, p.values) {
		defer p.showChosen()
	}
	p.values = slices.Clone(values)
	p.learn()
	p.rebuild()
}

// Relabel asks anew what is chosen is called, as after names were changed
// elsewhere. What was typed stays.
func (p *Picker) Relabel() {
	was, typed := maps.Clone(p.labels), p.Typed()
	p.learn()
	if maps.Equal(was, p.labels) {
		return
	}
	if !p.many && typed == "" {
		p.showChosen()
	}
	p.rebuild()
}

// Values returns what is chosen, in the order of the choice.
func (p *Picker) Values() []string { return slices.Clone(p.values) }

// Value returns the first of what is chosen, "" for nothing.
func (p *Picker) Value() string {
	if len(p.values) == 0 {
		return ""
	}
	return p.values[0]
}

// Typed returns the text that is in the box without being a choice.
func (p *Picker) Typed() string {
	text := strings.TrimSpace(p.entry.Text)
	if !p.many && text == p.chosenLabel() {
		return ""
	}
	return text
}

// SetTyped puts text into the box as if it had been left there, as from a draft.
func (p *Picker) SetTyped(text string) {
	if text == "" && !p.many && len(p.values) > 0 {
		p.showChosen() // an empty box would mean that the choice was taken back
		p.showHint()
		return
	}
	p.entry.SetText(text)
	p.showHint()
}

// SetPlaceHolder changes what stands in the empty box.
func (p *Picker) SetPlaceHolder(text string) {
	p.placeHolder = text
	if !p.locked && !p.disabled {
		p.entry.SetPlaceHolder(text)
	}
}

// SetName gives the label that a screen reader says.
func (p *Picker) SetName(name string) { p.name = name }

// SetWrong draws the red border of an error.
func (p *Picker) SetWrong(wrong bool) {
	p.wrong = wrong
	p.Refresh()
}

// SetLocked shows the choice without letting it be changed.
func (p *Picker) SetLocked(locked bool) {
	p.locked = locked
	p.applyState()
}

// Enable implements fyne.Disableable.
func (p *Picker) Enable() {
	p.disabled = false
	p.entry.Enable()
	p.applyState()
}

// Disable implements fyne.Disableable.
func (p *Picker) Disable() {
	p.disabled = true
	p.entry.Disable()
	p.applyState()
}

// Disabled implements fyne.Disableable.
func (p *Picker) Disabled() bool { return p.disabled }

func (p *Picker) applyState() {
	p.close()
	p.entry.locked = p.locked
	if p.locked || p.disabled {
		p.entry.action.set(NoIcon, nil)
		p.entry.SetPlaceHolder("")
	} else {
		p.entry.action.set(IconChevronDown, p.toggle)
		p.entry.SetPlaceHolder(p.placeHolder)
	}
	p.entry.Refresh()
	p.rebuild()
}

// FocusTarget implements Focuser.
func (p *Picker) FocusTarget() fyne.Focusable { return p.entry.FocusTarget() }

// Tapped implements fyne.Tappable: the empty part of the box leads to the text.
func (p *Picker) Tapped(*fyne.PointEvent) {
	p.focus()
	p.open()
}

func (p *Picker) focus() {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(p.entry); cv != nil && !p.disabled {
		cv.Focus(p.entry)
	}
}

func (p *Picker) ask() []Option {
	if p.Options == nil {
		return nil
	}
	return p.Options()
}

// learn keeps the labels of what is chosen.
func (p *Picker) learn() {
	var options []Option
	if p.Label == nil {
		options = p.ask()
	}
	for _, v := range p.values {
		if p.Label != nil {
			p.labels[v] = p.Label(v)
		} else if i := indexOf(options, v); i >= 0 {
			p.labels[v] = options[i].label()
		}
	}
}

func (p *Picker) labelOf(value string) string {
	if l := p.labels[value]; l != "" {
		return l
	}
	return value
}

func (p *Picker) chosenLabel() string {
	if p.many || len(p.values) == 0 {
		return ""
	}
	return p.labelOf(p.values[0])
}

// showChosen writes the one choice into the box.
func (p *Picker) showChosen() {
	p.entry.SetText(p.chosenLabel())
	p.showHint()
}

// rebuild makes the chips anew.
func (p *Picker) rebuild() {
	p.chips, p.mark = nil, -1
	if p.many {
		for i, v := range p.values {
			p.chips = append(p.chips, newPickChip(p, i, p.labelOf(v)))
		}
	}
	p.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Picker) AccessibilityLabel() string {
	var said []string
	for _, v := range p.values {
		said = append(said, p.labelOf(v))
	}
	if typed := p.Typed(); typed != "" {
		said = append(said, typed)
	}
	return spoken(p.name, strings.Join(said, ", "), p.entry.PlaceHolder)
}

// AccessibilityRole implements fyne.Accessible.
func (p *Picker) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
