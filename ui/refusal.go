package ui

import (
	"fyne.io/fyne/v2"

	"tutela/ui/kit"
	"tutela/ui/words"
)

// ShowRefusal says in a window of its own why the program cannot begin, and runs
// until it is closed.
func ShowRefusal(a fyne.App, sentence string) {
	words.Use(Language(a.Preferences()))
	wear(a)
	fonts.Wait()
	w := a.NewWindow("Tutela")
	w.SetIcon(kit.AppIcon())
	button := kit.NewButton(kit.Filled, words.T("Ho capito"), kit.NoIcon, w.Close)
	w.SetContent(kit.NewFloor(kit.Panel(kit.Column(kit.GapField, kit.NewHeading(words.T("Tutela non può aprire questo ufficio")),
		kit.NewText(words.Sentence(sentence)), kit.Row(0, kit.Spacer(), button)))))
	w.Resize(fyne.NewSize(560, 240))
	w.CenterOnScreen()
	a.Lifecycle().SetOnStarted(func() { w.Canvas().Focus(button) })
	w.ShowAndRun()
}
