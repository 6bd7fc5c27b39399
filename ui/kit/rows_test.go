package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// suppliers is a caller of Rows: it owns the children.
type suppliers struct {
	names []string
	rows  *Rows
	none  bool
}

func newSuppliers(names ...string) *suppliers {
	s := &suppliers{names: names}
	s.rows = NewRows(RowsConfig{
		Count:   func() int { return len(s.names) },
		Title:   func(i int) string { return s.names[i] },
		Summary: func(int) string { return "riassunto" },
		Build: func(i int) fyne.CanvasObject {
			e := NewEntry(TextEntry)
			e.SetText(s.names[i])
			e.OnEdited = func(text string) {
				s.names[i] = text
				s.rows.Retitle()
			}
			return NewField("Nome", e)
		},
		Add: func() { s.names = append(s.names, "") },
		Remove: func(i int) func() {
			was := slices.Clone(s.names)
			s.names = slices.Delete(s.names, i, i+1)
			return func() { s.names = was }
		},
		Move: func(from, to int) {
			name := s.names[from]
			s.names = slices.Insert(slices.Delete(s.names, from, from+1), to, name)
		},
		AddLabel: "Aggiungi un fornitore", Empty: "Nessun fornitore.",
		NoneLabel: "Nessuno: lo dichiaro", OnNone: func(none bool) { s.none = none },
	})
	return s
}

func TestRowsAddTypeMove(t *testing.T) {
	start(t)
	s := newSuppliers("Rossi")
	d := newDesk(t, s.rows)
	d.win.Canvas().Focus(s.rows.add)
	d.press(fyne.KeyReturn)
	d.want(len(s.names), 2)
	d.write("Èssedi") // the keyboard is in the new card
	d.want(s.names[1], "Èssedi")
	d.want(s.rows.titleOf(1), "2 · Èssedi")
	s.rows.SetOpen(0, false)
	d.win.Canvas().Focus(s.rows.cards[1].up)
	d.press(fyne.KeyReturn)
	d.want(s.names[0], "Èssedi")
	d.want(s.rows.IsOpen(1), false) // closed or open goes along
	d.want(s.rows.IsOpen(0), true)
	d.want(d.focused(), fyne.Focusable(s.rows.cards[0].down))
}

func TestRowsRemoveAndRestore(t *testing.T) {
	start(t)
	s := newSuppliers("Rossi", "Bianchi", "Verdi")
	d := newDesk(t, s.rows)
	s.rows.SetOpen(1, false)
	test.Tap(s.rows.cards[1].remove)
	d.want(len(s.names), 2)
	d.want(d.focused(), fyne.Focusable(s.rows.removed.link))
	d.press(fyne.KeyReturn)
	d.want(s.names[1], "Bianchi")
	d.want(s.rows.IsOpen(1), false)
	d.want(s.rows.removed.link == nil, true)
	test.Tap(s.rows.cards[2].remove)
	d.want(s.rows.removed.link != nil, true)
	s.rows.addOne() // the offer ends with the next change
	d.want(s.rows.removed.link == nil, true)
}

func TestRowsNone(t *testing.T) {
	start(t)
	s := newSuppliers()
	d := newDesk(t, s.rows)
	d.focus(s.rows.none)
	d.press(fyne.KeySpace)
	d.want(s.none, true)
	for _, o := range s.rows.body.Objects {
		if c, ok := o.(*fyne.Container); ok && slices.Contains(c.Objects, fyne.CanvasObject(s.rows.add)) {
			t.Error("one can add to what is declared empty")
		}
	}
	d.want(d.focused(), fyne.Focusable(s.rows.none))
	d.press(fyne.KeySpace)
	d.want(s.none, false)
}

// A card far up is reached and taken away without a Tab for each button between.
func TestRowsFromHeadToHead(t *testing.T) {
	start(t)
	s := newSuppliers("Rossi", "Bianchi", "Verdi")
	d := newDesk(t, s.rows)
	d.win.Canvas().Focus(s.rows.cards[2].head)
	d.press(fyne.KeyUp)
	d.want(d.focused(), fyne.Focusable(s.rows.cards[1].head))
	d.press(fyne.KeyHome)
	d.press(fyne.KeyUp) // no further
	d.want(d.focused(), fyne.Focusable(s.rows.cards[0].head))
	d.press(fyne.KeyDown)
	d.press(fyne.KeyDelete)
	d.want(slices.Equal(s.names, []string{"Rossi", "Verdi"}), true)
	d.want(d.focused(), fyne.Focusable(s.rows.removed.link))
	d.press(fyne.KeyReturn)
	d.want(slices.Equal(s.names, []string{"Rossi", "Bianchi", "Verdi"}), true)
	last := s.rows.cards[2].head
	d.win.Canvas().Focus(last)
	d.press(fyne.KeyDelete)
	last.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete}) // pressed twice
	d.want(slices.Equal(s.names, []string{"Rossi", "Bianchi"}), true)
	last.Resize(last.Size().AddWidthHeight(1, 0)) // and drawn once more
	d.want(last.AccessibilityLabel() != "", true)
	s.rows.SetLocked(true)
	d.win.Canvas().Focus(s.rows.cards[1].head)
	d.press(fyne.KeyDelete)
	d.want(len(s.names), 2)
}

func TestRowsHeadByKeyboard(t *testing.T) {
	start(t)
	s := newSuppliers("Rossi", "Bianchi")
	d := newDesk(t, s.rows)
	open := s.rows.HeightForWidth(500)
	d.win.Canvas().Focus(s.rows.cards[0].head)
	d.press(fyne.KeyLeft)
	d.want(s.rows.IsOpen(0), false)
	if s.rows.HeightForWidth(500) >= open {
		t.Error("a closed card takes as much room")
	}
	d.press(fyne.KeySpace)
	d.want(s.rows.IsOpen(0), true)
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // up is off: down, remove, field
	if e, ok := d.focused().(*Entry); !ok || e.Text != "Rossi" {
		t.Errorf("the keyboard is at %T", d.focused())
	}
}

func TestFieldSays(t *testing.T) {
	start(t)
	e := NewEntry(DateEntry)
	f := NewField("Entro il", e)
	f.SetHelp("Il giorno in cui sarà fatto.")
	newDesk(t, f)
	low := f.HeightForWidth(300)
	f.SetMissing(true)
	if f.HeightForWidth(300) != low {
		t.Error("«manca» takes a line of its own")
	}
	if f.HeightForWidth(90) <= f.HeightForWidth(300) {
		t.Error("nothing wraps where narrow")
	}
	f.SetError("Novembre ha 30 giorni.")
	if f.HeightForWidth(300) <= low || !e.wrong {
		t.Error("the error is not shown")
	}
	const said = "Entro il: gg/mm/aaaa. manca. Novembre ha 30 giorni.. Il giorno in cui sarà fatto."
	if got := f.AccessibilityLabel(); got != said {
		t.Errorf("said %q", got)
	}
	f.SetError("")
	f.SetLocked(true)
	if f.HeightForWidth(300) != low || e.wrong || !e.Locked() {
		t.Error("the error stays, or the lock is missing")
	}
	f.SetFindings(NewFinding(1, "Non va d'accordo con la data di inizio.", nil))
	if f.HeightForWidth(300) <= low {
		t.Error("no finding")
	}
}

func TestTabOrderOfAForm(t *testing.T) {
	start(t)
	name, note, choice := NewEntry(TextEntry), NewEntry(LongEntry), NewSelect(frequencies())
	off := NewEntry(TextEntry)
	off.Disable()
	many := NewMultiPicker(catalogue)
	many.SetValues("promo")
	tri := NewSegmented(frequencies())
	check := NewCheck("Fatto", nil)
	d := newDesk(t, NewField("a", name), NewField("b", off), NewField("c", note), NewField("d", choice),
		Reflow(NewField("e", many), NewField("f", tri)), check)
	d.focus(name)
	for _, want := range []fyne.Focusable{note, choice, many.entry, tri, check, name} {
		d.press(fyne.KeyTab)
		if d.focused() != want {
			t.Fatalf("at %T, want %T", d.focused(), want)
		}
	}
	d.win.Canvas().FocusPrevious()
	d.want(d.focused(), fyne.Focusable(check))
}

func TestThemeChangesWhileOpen(t *testing.T) {
	start(t)
	e := NewEntry(TextEntry)
	e.SetText("Ferri")
	p := NewMultiPicker(catalogue)
	p.SetValues("promo")
	newDesk(t, NewField("a", e), p)
	before, low := p.box.FillColor, e.MinSize().Height
	fyne.CurrentApp().Settings().SetTheme(&Theme{Look: Dark, Scale: 1.5})
	e.Refresh()
	p.Refresh()
	if p.box.FillColor == before {
		t.Error("the box keeps the old colour")
	}
	if e.MinSize().Height <= low {
		t.Error("the height does not follow the text")
	}
}

func TestTheKeyboardIsScrolledIntoView(t *testing.T) {
	start(t)
	var fields []fyne.CanvasObject
	for range 20 {
		fields = append(fields, NewField("Nome", NewEntry(TextEntry)))
	}
	d := newDesk(t)
	scroll := NewScroll(Column(GapField, fields...))
	d.win.SetContent(scroll)
	d.win.Resize(fyne.NewSize(400, 300))
	last := fields[19].(*Field)
	last.Focus()
	if scroll.Offset() == 0 {
		t.Fatal("the last field has the keyboard out of sight")
	}
	at := scroll.Offset()
	d.win.Canvas().FocusPrevious()
	if scroll.Offset() != at {
		t.Error("moved although all was in view")
	}
	fields[0].(*Field).Focus()
	if scroll.Offset() != 0 {
		t.Error("the label of the first field is not in view")
	}
}
