package ui

import "fyne.io/fyne/v2"

// page is what a tab shows.
type page interface {
	object() fyne.CanvasObject
	shown()
	// focus gives the keyboard to what one most likely does next.
	focus()
	// actions of the menus; nil where the page has none
	actions() actions
	// leave keeps what is being edited.
	leave()
}

// actions are what menus and keys do on a page.
type actions struct {
	create, save, undo, remove, print, search func()
	// undoLast and redo take back and repeat the last change in the record.
	undoLast, redo func()
	// history shows the versions of the record, deleted those that are gone.
	history, deleted func()
	// review confirms a treatment without changes, archive ends it.
	review, archive func()
	// duplicate begins a new treatment as the open one is, keepTemplate keeps it for
	// other offices.
	duplicate, keepTemplate func()
	// screen goes to the screening for an impact assessment.
	screen func()
	// endRelation and changeDuty begin what follows when a person leaves or changes
	// duty.
	endRelation, changeDuty func()
	// printOther asks for another paper of the record than the usual one.
	printOther func()
	// closeBreach ends a breach, reopenBreach takes it up again, annulBreach says
	// that it was a mistake.
	closeBreach, reopenBreach, annulBreach func()
}
