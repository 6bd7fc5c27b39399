package ui

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/kit"
)

// fonts are being read on another thread. Text must not be measured meanwhile:
// the toolkit's shaper is for one thread alone.
var fonts sync.WaitGroup

// Prepare gives the program the look of this computer and begins to read its
// fonts, which takes as long as opening an office: call it before that, and from
// the thread of the window.
func Prepare(a fyne.App) {
	wear(a)
	fonts.Go(func() {
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("Tutela", theme.TextSize(), fyne.TextStyle{Bold: bold})
		}
	})
}

// wear sets the theme of this computer, where it is not worn already, and
// returns it.
func wear(a fyne.App) *kit.Theme {
	wanted := themeOf(a.Preferences())
	if worn, ok := a.Settings().Theme().(*kit.Theme); ok && *worn == *wanted {
		return worn
	}
	fonts.Wait()
	a.Settings().SetTheme(wanted)
	return wanted
}
