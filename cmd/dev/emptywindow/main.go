// Command emptywindow is a window of the same toolkit with nothing in it: what
// the benchmarks of start and memory measure the program against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("it.tutela.empty").NewWindow("Vuota")
	w.SetContent(widget.NewLabel("Vuota"))
	w.Resize(fyne.NewSize(1366, 697))
	w.ShowAndRun()
}
