package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/ui/words"
)

// clicked takes a suggestion by the mouse. Of many, one often wants several, and
// the list stays.
func (p *Picker) clicked(i int) {
	created := p.creates(i)
	p.take(i)
	if !p.many {
		p.close()
	}
	if !created { // what is made anew is asked for elsewhere
		p.focus()
	}
}

// creates says that a suggestion is that of something new.
func (p *Picker) creates(i int) bool {
	return p.OnCreate != nil && p.list.add && i == len(p.list.options)-1
}

// Take makes an option the choice, or one more, as if the user had taken it.
func (p *Picker) Take(o Option) { p.choose(o) }

// pressed tells that a button went down or up on the list. The press takes the
// keyboard from the text, which is not a leaving.
func (p *Picker) pressed(down bool) {
	p.pressing = down
	if !down {
		fyne.Do(func() { // after the driver has taken the focus away
			if p.opened() {
				p.focus()
			}
		})
	}
}

// take makes a suggestion a choice.
func (p *Picker) take(i int) {
	if p.creates(i) {
		text := p.Typed()
		p.close()
		p.OnCreate(text)
		return
	}
	o := p.list.options[i]
	if p.list.add && i == len(p.list.options)-1 {
		p.add(strings.TrimSpace(p.entry.Text))
	} else {
		p.choose(o)
	}
	if p.opened() {
		p.filtered = false
		p.options = p.ask()
		p.suggest()
	}
}

// add keeps an entry of one's own; refused, the text stays as it is.
func (p *Picker) add(text string) {
	if value, ok := p.OnAdd(text); ok {
		p.choose(Option{Value: value, Label: text})
	}
}

func (p *Picker) choose(o Option) {
	p.labels[o.Value] = o.label()
	switch {
	case !p.many:
		p.values = []string{o.Value}
		p.entry.SetText(o.label())
	default:
		if !p.taken(o.Value) {
			p.values = append(p.values, o.Value)
		}
		p.entry.SetText("")
	}
	p.setHint("")
	p.rebuild()
	p.changed()
	p.tellTyped()
}

// remove takes a chip away.
func (p *Picker) remove(i int) {
	if p.locked || p.disabled || i >= len(p.values) {
		return
	}
	p.values = slices.Delete(slices.Clone(p.values), i, i+1)
	p.rebuild()
	if p.opened() {
		p.suggest()
	}
	p.changed()
}

func (p *Picker) changed() {
	if p.OnChanged != nil {
		p.OnChanged(p.Values())
	}
}

// leave runs when the keyboard goes elsewhere: a text that is an option becomes
// the choice, any other stays and says so.
func (p *Picker) leave() {
	if p.pressing {
		return
	}
	open := p.opened()
	p.close()
	p.mark = -1
	if p.Typed() != "" && !open {
		p.options = p.ask()
	}
	p.settle()
	p.showHint()
	if p.OnLeave != nil {
		p.OnLeave()
	}
}

// settle brings choice and text together, and tells whether they now agree.
func (p *Picker) settle() bool {
	typed := p.Typed()
	if same, ok := sameAs(p.options, typed); ok {
		p.choose(same)
		return true
	}
	if !p.many && len(p.values) > 0 && strings.TrimSpace(p.entry.Text) != p.chosenLabel() {
		p.values = nil // the box shows another text: the old choice must not be kept behind it
		p.changed()
	}
	return p.Typed() == ""
}

// showHint says what is to be done about text that is not a choice.
func (p *Picker) showHint() {
	switch typed := p.Typed(); {
	case typed == "":
		p.setHint("")
	case p.OnAdd != nil:
		p.setHint(words.F("Invio per aggiungere «%s».", typed))
	default:
		p.setHint(words.F("«%s» non è nell’elenco: scegliete una voce.", typed))
	}
}

func (p *Picker) setHint(text string) {
	p.hint.SetText(text)
	hide(p.hint, text == "")
	p.Refresh()
}
