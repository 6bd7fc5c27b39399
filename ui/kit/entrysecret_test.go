package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// drawnText is all that an object draws in letters.
func drawnText(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *canvas.Text:
			b.WriteString(x.Text)
		case *fyne.Container:
			for _, k := range x.Objects {
				walk(k)
			}
		case fyne.Widget:
			for _, k := range test.WidgetRenderer(x).Objects() {
				walk(k)
			}
		}
	}
	walk(o)
	return b.String()
}

func TestSecretEntryKeepsItsLetters(t *testing.T) {
	start(t)
	e := NewEntry(SecretEntry)
	d := newDesk(t, NewField("Password", e))
	d.focus(e)
	d.write("canarino")
	sees := func(want bool) {
		t.Helper()
		if got := strings.Contains(drawnText(e), "canarino"); got != want {
			t.Errorf("drawn: %q", drawnText(e))
		}
		d.want(e.AccessibilityLabel(), "Password")
	}
	sees(false)
	e.SetShown(true)
	sees(true)

	clipboard := fyne.CurrentApp().Clipboard()
	for _, s := range []fyne.Shortcut{&fyne.ShortcutSelectAll{}, &fyne.ShortcutCopy{Clipboard: clipboard}, &fyne.ShortcutCut{Clipboard: clipboard}} {
		e.TypedShortcut(s)
	}
	d.want(e.Text, "canarino")
	d.want(clipboard.Content(), "")
	e.TappedSecondary(&fyne.PointEvent{})
	menu := drawnText(d.win.Canvas().Overlays().Top())
	if strings.Contains(menu, "Cop") || strings.Contains(menu, "Undo") || menu == "" {
		t.Errorf("the menu offers %q", menu)
	}
	sees(true)
	d.win.Canvas().Overlays().Top().Hide()

	clipboard.SetContent("altro")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	d.want(e.Text, "altro")
	e.TypedShortcut(&fyne.ShortcutUndo{})
	d.want(e.Text, "altro")

	told := false
	e.OnEdited = func(string) { told = true }
	for range 5 { // emptied by hand: the toolkit still knows the letters
		d.press(fyne.KeyBackspace)
	}
	told = false
	e.Forget()
	e.Undo()
	d.want(e.Text, "")
	if told || !e.Password {
		t.Errorf("told %v, hidden %v", told, e.Password)
	}
}

// TestAbreast: beside each other where there is room, each as high as it needs.
func TestAbreast(t *testing.T) {
	start(t)
	a, b := NewText(strings.Repeat("parole ", 60)), NewText("una riga")
	c := Abreast(600, 0.5, a, b)
	c.Resize(fyne.NewSize(820, HeightForWidth(c, 820)))
	if a.Size().Width != 400 || b.Position().Y != 0 || b.Position().X != 420 || c.Size().Height != a.Size().Height {
		t.Errorf("beside: %v, %v %v, all %v", a.Size(), b.Position(), b.Size(), c.Size())
	}
	c.Resize(fyne.NewSize(590, HeightForWidth(c, 590)))
	if a.Size().Width != 590 || b.Position().X != 0 || b.Position().Y != a.Size().Height+GapField || c.Size().Height != b.Position().Y+b.Size().Height {
		t.Errorf("below: %v, %v %v, all %v", a.Size(), b.Position(), b.Size(), c.Size())
	}
}

func TestOutcomeSaysItsSign(t *testing.T) {
	start(t)
	o := NewOutcome(ToneError, IconClose, "non va bene", "Ha almeno 2 cifre.", "Aggiungete una cifra.")
	if got := o.AccessibilityLabel(); got != "non va bene: Ha almeno 2 cifre. Aggiungete una cifra." {
		t.Errorf("it says %q", got)
	}
	high := o.HeightForWidth(300)
	o.Set(ToneOK, IconCheck, "va bene", "Ha almeno 2 cifre.", "")
	if got := o.AccessibilityLabel(); got != "va bene: Ha almeno 2 cifre." || o.HeightForWidth(300) >= high {
		t.Errorf("it says %q, %v high", got, o.HeightForWidth(300))
	}
}
