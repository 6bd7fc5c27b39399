package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/ui/words"
)

// edited runs at each letter that the user types or removes.
func (p *Picker) edited(string) {
	p.mark = -1
	p.filtered = true
	p.open()
	p.suggest()
	p.tellTyped()
}

func (p *Picker) tellTyped() {
	if p.OnTyped != nil {
		p.OnTyped(p.Typed())
	}
}

// open shows the suggestions.
func (p *Picker) open() {
	if p.opened() || p.locked || p.disabled {
		return
	}
	p.options = p.ask()
	p.setHint("")
	if on := floorOf(p); on != nil {
		p.laid = lay(on, p.shown, p, p.listSize)
	} else {
		p.inline = true
	}
	p.suggest()
}

func (p *Picker) opened() bool { return p.laid != nil || p.inline }

// close takes the suggestions away.
func (p *Picker) close() {
	p.filtered = false
	if p.laid != nil {
		p.laid.lift()
		p.laid = nil
	}
	if p.inline {
		p.inline = false
		p.Refresh()
	}
}

func (p *Picker) toggle() {
	p.focus()
	if p.opened() {
		p.close()
	} else {
		p.open()
	}
}

func (p *Picker) listSize() fyne.Size {
	return fyne.NewSize(max(p.Size().Width, p.list.wanted()), p.shown.MinSize().Height)
}

// suggest fills the list with what answers to the text. A list that was opened
// without typing shows everything, with the present choice lit.
func (p *Picker) suggest() {
	text := strings.TrimSpace(p.entry.Text)
	query := text
	if !p.filtered {
		query = ""
	}
	found := filter(p.options, query, p.taken)
	current := 0
	if query == "" {
		current = -1
		if !p.many {
			current = indexOf(found, p.Value())
		}
	}
	p.list.add = p.OnAdd != nil && p.Typed() != "" && query != ""
	if same, ok := sameAs(p.options, text); ok && query != "" {
		p.list.add = false
		current = max(0, indexOf(found, same.Value))
	}
	switch {
	case p.OnCreate != nil:
		p.list.add = true
		found = append(found, Option{Label: p.CreateLabel(p.Typed())})
	case p.list.add:
		found = append(found, Option{Label: words.F("Aggiungi «%s»", text)})
	}
	p.list.ticks, p.list.chosen = !p.many, p.Value()
	p.list.show(found, min(current, len(found)-1))
	p.setHint("")
	if len(found) == 0 {
		p.setHint(words.T("Nessuna voce corrisponde."))
	}
	hide(p.shown, len(found) == 0)
	if p.laid != nil {
		p.laid.place()
	}
	p.Refresh()
}

// taken tells whether an option is among the chips already.
func (p *Picker) taken(value string) bool { return p.many && slices.Contains(p.values, value) }

// typedKey deals with the keys of the list and of the chips.
func (p *Picker) typedKey(e *fyne.KeyEvent) bool {
	if p.locked {
		return false
	}
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		if by, ok := p.list.step(e.Name); ok && p.opened() {
			p.list.move(by)
		} else {
			p.open()
			p.list.move(1)
		}
		return true
	case fyne.KeyF4:
		p.toggle()
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		p.enter()
		return true
	case fyne.KeyEscape:
		if p.opened() {
			p.close()
			p.showHint()
		} else if !p.many {
			p.showChosen()
			p.tellTyped()
		}
		return true
	}
	return p.many && p.chipKey(e.Name)
}

// enter takes what is lit, or else what is typed.
func (p *Picker) enter() {
	switch {
	case p.opened() && p.list.current >= 0:
		p.take(p.list.current)
		p.close()
	case p.Typed() != "":
		p.options = p.ask()
		switch settled := p.settle(); {
		case settled:
		case p.OnAdd != nil:
			p.add(p.Typed())
		case p.OnCreate != nil:
			p.OnCreate(p.Typed())
		}
		p.close()
		p.showHint()
	default:
		p.toggle()
	}
}

// chipKey moves among the chips from the beginning of the text and removes them.
func (p *Picker) chipKey(key fyne.KeyName) bool {
	n := len(p.values)
	before := p.entry.CursorColumn == 0 && p.entry.SelectedText() == ""
	switch {
	case key == fyne.KeyLeft && before && n > 0:
		if p.mark < 0 {
			p.mark = n
		}
		p.mark = max(p.mark-1, 0)
	case key == fyne.KeyRight && p.mark >= 0:
		if p.mark++; p.mark >= n {
			p.mark = -1
		}
	case (key == fyne.KeyBackspace || key == fyne.KeyDelete) && p.mark >= 0:
		at := p.mark
		p.remove(at)
		if len(p.values) > 0 {
			p.mark = min(at, len(p.values)-1)
		}
	case key == fyne.KeyBackspace && p.entry.Text == "" && n > 0:
		p.remove(n - 1)
	default:
		if p.mark < 0 {
			return false
		}
		p.mark = -1
		p.Refresh()
		return false
	}
	p.Refresh()
	return true
}
