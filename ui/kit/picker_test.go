package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func values(p *Picker) string { return strings.Join(p.Values(), ",") }

func TestMultiPickerByKeyboard(t *testing.T) {
	start(t)
	p := NewMultiPicker(catalogue)
	var told []string
	p.OnChanged = func(v []string) { told = append(told, strings.Join(v, ",")) }
	next := NewEntry(TextEntry)
	d := newDesk(t, p, next)
	d.focus(p)
	d.write("prom")
	if !p.opened() || len(p.list.options) != 1 {
		t.Fatalf("%d suggestions", len(p.list.options))
	}
	d.want(d.focused(), fyne.Focusable(p.entry)) // the list has not taken the keyboard
	d.press(fyne.KeyReturn)
	d.want(values(p), "promo")
	d.want(p.entry.Text, "")
	d.want(p.opened(), false)
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d.want(values(p), "promo,paghe")
	d.write("pa")
	for _, o := range p.list.options {
		if o.Value == "paghe" {
			t.Error("what is chosen is offered again")
		}
	}
	d.press(fyne.KeyEscape)
	d.want(p.opened(), false)
	d.want(p.Typed(), "pa")
	d.press(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	d.want(values(p), "promo")
	d.write("newsletter")
	d.press(fyne.KeyTab) // exactly an option: taken
	d.want(values(p), "promo,news")
	d.want(d.focused(), fyne.Focusable(next))
	d.want(strings.Join(told, " "), "promo promo,paghe promo promo,news")
}

func TestMultiPickerChipsByKeyboard(t *testing.T) {
	start(t)
	p := NewMultiPicker(catalogue)
	p.SetValues("promo", "paghe", "news")
	d := newDesk(t, p)
	d.focus(p)
	d.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyDelete)
	d.want(values(p), "promo,news")
	d.press(fyne.KeyRight, fyne.KeyRight)
	d.want(p.mark, -1)
	d.write("si")
	d.want(p.Typed(), "si")
	d.press(fyne.KeyEscape, fyne.KeyHome, fyne.KeyLeft, fyne.KeyBackspace)
	d.want(values(p), "promo")
	d.want(p.Typed(), "si")
}

func TestPickerLosesNothingTyped(t *testing.T) {
	start(t)
	own := NewMultiPicker(catalogue)
	own.OnAdd = func(text string) (string, bool) { return "x-" + text, text != "vietato" }
	var typed string
	own.OnTyped = func(s string) { typed = s }
	left := 0
	own.OnLeave = func() { left++ }
	d := newDesk(t, own, NewEntry(TextEntry))
	d.focus(own)
	d.write("Tessera fedeltà")
	d.want(typed, "Tessera fedeltà")
	d.press(fyne.KeyTab)
	d.want(own.entry.Text, "Tessera fedeltà")
	d.want(own.hint.Text(), "Invio per aggiungere «Tessera fedeltà».")
	d.want(left, 1)
	own.SetValues("promo") // a form that is filled again takes nothing away
	d.want(own.Typed(), "Tessera fedeltà")
	d.focus(own)
	d.press(fyne.KeyReturn)
	d.want(values(own), "promo,x-Tessera fedeltà")
	d.want(own.chips[1].label, "Tessera fedeltà")
	d.want(typed, "")
	d.write("vietato")
	d.press(fyne.KeyReturn)
	d.want(own.entry.Text, "vietato")
}

func TestPickerAddIsTheLastSuggestion(t *testing.T) {
	start(t)
	p := NewMultiPicker(catalogue)
	p.OnAdd = func(text string) (string, bool) { return text, true }
	d := newDesk(t, p)
	d.focus(p)
	d.write("pers")
	last := p.list.options[len(p.list.options)-1]
	d.want(last.Label, "Aggiungi «pers»")
	d.press(fyne.KeyUp, fyne.KeyReturn)
	d.want(values(p), "pers")
	d.write("newsletter")
	if p.list.add {
		t.Error("what exists is offered to be added")
	}
}

func TestSinglePicker(t *testing.T) {
	start(t)
	p := NewPicker(catalogue)
	p.SetValues("paghe")
	var told []string
	p.OnChanged = func(v []string) { told = append(told, strings.Join(v, ",")) }
	d := newDesk(t, p, NewEntry(TextEntry))
	d.want(p.entry.Text, "Paghe e contributi")
	d.focus(p)
	d.press(fyne.KeyDown) // shows all, from the present choice
	d.want(len(p.list.options), len(catalogue()))
	d.press(fyne.KeyDown, fyne.KeyReturn)
	d.want(p.Value(), "cv")
	d.want(p.entry.Text, "Selezione del personale")
	d.write(" x")
	d.want(p.Value(), "cv")
	d.press(fyne.KeyTab)
	d.want(p.Value(), "") // never another value behind another text
	d.want(p.Typed(), "Selezione del personale x")
	d.want(p.hint.Text(), "«Selezione del personale x» non è nell’elenco: scegliete una voce.")
	d.focus(p)
	d.press(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyTab)
	d.want(p.Value(), "cv")
	d.focus(p)
	d.write("y")
	d.press(fyne.KeyEscape, fyne.KeyEscape) // closes, then goes back
	d.want(p.entry.Text, "Selezione del personale")
	p.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.press(fyne.KeyBackspace, fyne.KeyTab)
	d.want(p.Value(), "")
	d.want(strings.Join(told, " "), "cv  cv ")
}

func TestPickerByMouse(t *testing.T) {
	start(t)
	p := NewMultiPicker(catalogue)
	next := NewEntry(TextEntry)
	d := newDesk(t, p, next)
	d.focus(p)
	d.write("pers")
	// As the window does it: the press takes the keyboard away first.
	p.list.MouseDown(&desktop.MouseEvent{})
	d.win.Canvas().Unfocus()
	if !p.opened() {
		t.Fatal("the list went away under the pointer")
	}
	p.list.MouseUp(&desktop.MouseEvent{})
	p.list.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 5)})
	d.want(values(p), "cv")
	d.want(d.focused(), fyne.Focusable(p.entry))
	d.want(p.opened(), true) // one often wants several
	d.win.Canvas().Focus(next)
	d.want(p.opened(), false)
	d.relaid()
	c := p.chips[0]
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.Size().Width-4, 10)})
	d.want(values(p), "")
}

func TestPickerWithoutAFloorOpensInItsPlace(t *testing.T) {
	start(t)
	p := NewMultiPicker(catalogue)
	d := newDesk(t)
	d.win.SetContent(Column(0, p))
	low := p.HeightForWidth(400)
	d.focus(p)
	d.write("p")
	if !p.inline || p.HeightForWidth(400) <= low {
		t.Error("no list")
	}
	d.press(fyne.KeyReturn)
	d.want(len(p.Values()), 1)
	if p.HeightForWidth(400) > low+60 {
		t.Error("the list stays")
	}
}

func TestPickerKeepsWhatIsNoOptionAnyMore(t *testing.T) {
	start(t)
	p := NewMultiPicker(catalogue)
	p.SetValues("ritirata", "promo")
	d := newDesk(t, p)
	d.want(p.chips[0].label, "ritirata")
	d.want(values(p), "ritirata,promo")
	p.SetLocked(true)
	d.want(p.FocusTarget() != nil, true)
	p.remove(0)
	d.want(values(p), "ritirata,promo")
}

// TestNothingTypedKeepsTheChoice: shown again, a choice stays in its box, and is
// not lost when the box is left.
func TestNothingTypedKeepsTheChoice(t *testing.T) {
	use(t, Light, 1)
	p := NewPicker(func() []Option { return []Option{{Value: "a", Label: "Antivirus"}} })
	p.OnChanged = func(values []string) { t.Errorf("changed to %q", values) }
	show(t, p, 300, 100)
	for range 2 {
		p.SetTyped("")
		p.SetValues("a")
	}
	p.leave()
	if got := p.Values(); len(got) != 1 || p.Typed() != "" {
		t.Errorf("chosen %q, typed %q", got, p.Typed())
	}
}
