package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// homeBoard shows what the first page is made of.
func homeBoard() fyne.CanvasObject {
	list := NewDueList("Scadenze")
	list.SetRows([]DueRow{
		{Head: true, Title: "Scadute", Tone: ToneError, Number: 1, Who: "Chi", When: "Entro"},
		{Title: "Password da cambiare: Elena Ferri, gestionale", Second: "Regola 5: ogni tre mesi dove ci sono dati particolari. art. 32 GDPR", Who: "Elena Ferri", When: "da 5 giorni", Verb: "Registra", Tone: ToneError, Icon: IconWarning},
		{Head: true, Title: "Questa settimana", Tone: ToneWarn, Number: 1},
		{Title: "Lettera di nomina da far firmare: Ferri Elena", Second: "Una lettera di nomina torna firmata.", Who: "Marta Bianchi", When: "ven 27/11", Verb: "Stampa", Tone: ToneWarn, Icon: IconClock},
	})
	half, whole := NewShareBar("Trattamenti", nil), NewShareBar("Nomine firmate", nil)
	half.Set("5 di 8 senza avvisi", 5, 8)
	whole.Set("9 di 9", 9, 9)
	half.focused = true
	strip := NewWeekStrip()
	strip.SetWeeks(weeks(53))
	strip.Choose(47)
	strip.focused = true
	return Layers(NewSurface(theme.ColorNameBackground, "", 0), Pad(GapPanel, GapPanel, GapPanel, GapPanel,
		Home(NewHeading("Scadenze"), Sheet(list), Panel(Column(GapTight, half, whole)), Panel(strip))))
}

// weeks are those of a year with something overdue in the second and two things to
// do in the last but one.
func weeks(n int) []WeekCell {
	out := make([]WeekCell, n)
	for i := range out {
		out[i].Spoken = fmt.Sprint("settimana ", i)
	}
	out[0].Month, out[44].Month = "gen", "nov"
	out[1] = WeekCell{Tone: ToneError, Icon: IconWarning, Number: 1, Spoken: "settimana 1"}
	out[n-2] = WeekCell{Number: 2, Spoken: "settimana 51"}
	out[47].Now = true
	return out
}

// TestDueListKeys goes over the heads, which lead nowhere.
func TestDueListKeys(t *testing.T) {
	use(t, Light, 1)
	list := NewDueList("Scadenze")
	opened := -1
	list.OnOpen = func(i int) { opened = i }
	show(t, list, 900, 400)
	press(list.list, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyUp) // of an empty list nothing comes
	if opened >= 0 {
		t.Error("an empty list opens", opened)
	}
	list.SetRows([]DueRow{{Head: true, Title: "Scadute"}, {Title: "a"}, {Title: "b", When: "oggi", Verb: "Apri"}, {Head: true, Title: "Poi"}, {Title: "c"}})
	list.Focus()
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyHome, 1}, {fyne.KeyUp, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 4}, {fyne.KeyDown, 4}, {fyne.KeyUp, 2}, {fyne.KeyEnd, 4}, {fyne.KeyPageUp, 1}} {
		press(list.list, c.key, fyne.KeySpace)
		if opened != c.want {
			t.Errorf("%s leads to row %d, want %d", c.key, opened, c.want)
		}
	}
	press(list.list, fyne.KeyDown)
	if said := list.list.AccessibilityLabel(); said != "Scadenze: b, oggi, Apri" {
		t.Errorf("it says %q", said)
	}
	list.open(0)
	if opened == 0 {
		t.Error("a head leads somewhere")
	}
	list.SetRows([]DueRow{{Head: true, Title: "Scadute"}, {Title: "a"}})
	press(list.list, fyne.KeyReturn)
	if opened != 1 {
		t.Errorf("after the list became shorter Enter leads to %d", opened)
	}
}

// TestWeekStrip goes through the year by the keyboard, on one line and on several.
func TestWeekStrip(t *testing.T) {
	use(t, Light, 1)
	s := NewWeekStrip()
	s.SetWeeks(weeks(53))
	chosen := -2
	s.OnChosen = func(i int) { chosen = i }
	w := show(t, s, 1100, 100)
	if lines := s.HeightForWidth(1100) / s.lineHigh(); lines != 1 {
		t.Errorf("%v lines on a wide page", lines)
	}
	press(s, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn)
	if chosen != 1 || s.AccessibilityLabel() != "settimana 1" {
		t.Errorf("chosen %d, said %q", chosen, s.AccessibilityLabel())
	}
	press(s, fyne.KeyReturn)
	if chosen != -1 {
		t.Errorf("the second time %d is chosen, want none", chosen)
	}
	press(s, fyne.KeyEnd, fyne.KeyRight, fyne.KeySpace)
	if chosen != 52 {
		t.Errorf("at the end %d is chosen", chosen)
	}
	w.Resize(fyne.NewSize(520, 200))
	perLine, cell := s.shape(s.Size().Width)
	if perLine >= 53 || cell < 18 {
		t.Fatalf("narrow: %d weeks a line, each %v wide", perLine, cell)
	}
	press(s, fyne.KeyHome, fyne.KeyDown, fyne.KeySpace)
	if chosen != perLine {
		t.Errorf("one line down is week %d, want %d", chosen, perLine)
	}
	at := s.at(51, perLine, cell)
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(at.X+3, at.Y+3)})
	if chosen != 51 {
		t.Errorf("a click chooses %d", chosen)
	}
}

// TestShareBar reads its words, and is whole only where all is done.
func TestShareBar(t *testing.T) {
	use(t, Light, 1)
	b := NewShareBar("Nomine firmate", nil)
	show(t, b, 300, 60)
	b.Set("9 di 11", 9, 11)
	if b.AccessibilityLabel() != "Nomine firmate: 9 di 11" || b.complete() {
		t.Errorf("%q, complete %v", b.AccessibilityLabel(), b.complete())
	}
	half := b.filled.Size().Width
	b.Set("11 di 11", 11, 11)
	if !b.complete() || b.filled.Size().Width <= half {
		t.Error("a whole bar is no longer than one that is not")
	}
}
