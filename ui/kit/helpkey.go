package kit

import "fyne.io/fyne/v2"

// askedHelp hands F1 on to the window, whatever has the keyboard: Fyne takes no key
// without a modifier for one of a menu, and gives it to the focused object alone. A
// window hears it with Canvas.SetOnTypedKey.
func askedHelp(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyF1 {
		return false
	}
	if cv := fyne.CurrentApp().Driver().CanvasForObject(o); cv != nil && cv.OnTypedKey() != nil {
		cv.OnTypedKey()(e)
	}
	return true
}
