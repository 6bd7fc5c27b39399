package kit

import "fyne.io/fyne/v2"

// SetShown shows the letters of a SecretEntry, or hides them again.
func (e *Entry) SetShown(shown bool) {
	if e.kind == SecretEntry && e.Password == shown {
		e.Password = !shown
		e.Refresh()
	}
}

// Forget empties the field and all that the toolkit keeps to take changes back,
// without telling OnEdited. SetText would leave that of a field emptied by hand.
func (e *Entry) Forget() {
	e.setting = true
	defer func() { e.setting = false }()
	e.Entry.SetText("")
	e.cursor, e.atEnd = [2]int{}, true
	e.SetShown(false)
}

// TappedSecondary implements fyne.SecondaryTappable. The menu of a SecretEntry is
// that of hidden letters also where they show: it neither copies nor takes back.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	shown := e.kind == SecretEntry && !e.Password
	e.SetShown(false)
	e.Entry.TappedSecondary(at)
	e.SetShown(shown)
}
