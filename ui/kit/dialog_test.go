package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestConfirm(t *testing.T) {
	start(t)
	d := newDesk(t, NewEntry(TextEntry))
	var answers []bool
	ask := func(danger bool) *Dialog {
		return Confirm(d.win, "Eliminare?", "Non si torna indietro.", "Elimina", danger, func(ok bool) { answers = append(answers, ok) })
	}
	dialog := ask(true)
	d.want(d.focused(), fyne.Focusable(dialog.buttons[0])) // the safe one
	d.want(DialogOpen(d.win), true)
	d.press(fyne.KeyReturn)
	d.want(DialogOpen(d.win), false)
	ask(true)
	d.press(fyne.KeyTab, fyne.KeySpace)
	ask(true)
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn) // round, within the dialog
	ask(false)
	d.press(fyne.KeyReturn)
	ask(false)
	d.press(fyne.KeyEscape)
	want := []bool{false, true, false, true, false}
	if len(answers) != len(want) {
		t.Fatalf("answers %v", answers)
	}
	for i := range want {
		d.want(answers[i], want[i])
	}
}

func TestDialogGetsTheKeyboardBack(t *testing.T) {
	start(t)
	d := newDesk(t)
	dialog := ShowError(d.win, "La copia non è riuscita", "Manca spazio.", "Liberate spazio.")
	d.win.Canvas().Unfocus() // a press beside the buttons
	shade := dialog.overlay.Objects[0].(*fyne.Container).Objects[0].(*shade)
	shade.Tapped(nil)
	d.press(fyne.KeyEscape)
	d.want(DialogOpen(d.win), false)
}

func TestChoose(t *testing.T) {
	start(t)
	d := newDesk(t)
	var chosen []int
	for _, keys := range [][]fyne.KeyName{
		{fyne.KeyReturn}, {fyne.KeyDown, fyne.KeyReturn}, {fyne.KeyUp, fyne.KeyReturn}, {fyne.KeyEscape},
	} {
		Choose(d.win, "Modifiche non salvate", "Che farne?", []string{"Salva", "Lascia"}, func(i int) { chosen = append(chosen, i) })
		d.press(keys...)
	}
	if len(chosen) != 4 || chosen[0] != 0 || chosen[1] != 1 || chosen[2] != -1 || chosen[3] != -1 {
		t.Errorf("chosen %v", chosen)
	}
}

func TestDialogWithFields(t *testing.T) {
	start(t)
	d := newDesk(t)
	e, p := NewEntry(TextEntry), NewPicker(catalogue)
	saved := ""
	config := DialogConfig{
		Title: "Nuovo archivio", Content: Column(GapField, NewField("Nome", e), NewField("Finalità", p)),
		Buttons: []DialogButton{
			{Label: "Annulla"},
			{Label: "Crea", Kind: Filled, Stay: func() bool { return e.Text == "" }, Do: func() { saved = e.Text }},
		},
		Default: 1,
	}
	ShowDialog(d.win, config)
	d.want(d.focused(), fyne.Focusable(e))
	d.press(fyne.KeyReturn)
	d.want(DialogOpen(d.win), true) // what is wrong keeps it open
	d.press(fyne.KeyTab)
	d.write("paghe")
	if p.laid == nil {
		t.Error("no list in a dialog")
	}
	d.press(fyne.KeyReturn)
	d.want(p.Value(), "paghe")
	d.focus(e)
	d.write("Armadio")
	d.press(fyne.KeyReturn)
	d.want(saved, "Armadio")
	d.want(DialogOpen(d.win), false)
}

func TestDialogLongerThanTheWindow(t *testing.T) {
	start(t)
	d := newDesk(t)
	d.win.Resize(fyne.NewSize(500, 300))
	dialog := ShowInfo(d.win, "Molto testo", strings.Repeat("Una frase che continua. ", 200))
	sheet := dialog.overlay.Objects[0].(*fyne.Container).Objects[1]
	if sheet.Size().Height > 300 {
		t.Errorf("%v high", sheet.Size().Height)
	}
	d.press(fyne.KeyReturn)
	d.want(DialogOpen(d.win), false)
}

// TestDialogGrows with what is said in it, and scrolls where that has no room: no
// button lies over the words.
func TestDialogGrows(t *testing.T) {
	for _, height := range []float32{600, 240} {
		start(t)
		d := newDesk(t)
		d.win.Resize(fyne.NewSize(700, height))
		field := NewField("Quando", NewEntry(DateEntry))
		dialog := ShowDialog(d.win, DialogConfig{
			Title: "Registro a una data passata", Content: field,
			Buttons: []DialogButton{{Label: "Mostra", Kind: Filled, Stay: func() bool {
				field.SetError("Scrivete la data come gg/mm/aaaa, per esempio 05/03/2026, e che sia già arrivata: il registro di domani non c'è ancora.")
				field.SetHelp("Da quando usate Tutela in poi: il nome dell'ufficio e quelli delle persone sono quelli di allora.")
				return true
			}}},
		})
		l := dialog.overlay.Objects[0].(*fyne.Container).Layout.(*dialogLayout)
		d.want(l.scrolls, false)
		dialog.Press(0)
		d.want(l.scrolls, height == 240)
		place := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
		d.want(d.focused(), field.FocusTarget())
		button := dialog.buttons[0]
		if !l.scrolls && place(field)+field.Size().Height > place(button) {
			t.Errorf("the field ends at %v, the button begins at %v", place(field)+field.Size().Height, place(button))
		}
		if place(button)+button.Size().Height > height {
			t.Errorf("the button ends at %v of %v", place(button)+button.Size().Height, height)
		}
		dialog.Hide()
	}
}

// TestDialogToRead: the keyboard stands on the button, not in a text that can only
// be read, which would scroll the rest out of sight.
func TestDialogToRead(t *testing.T) {
	start(t)
	d := newDesk(t)
	details := withText(NewEntry(LongEntry), "goroutine 1 [running]:")
	details.SetLocked(true)
	dialog := ShowDialog(d.win, DialogConfig{Title: "Si è chiuso da solo", Content: details, Buttons: []DialogButton{{Label: "Ho capito"}}})
	d.want(d.focused(), fyne.Focusable(dialog.buttons[0]))
}
