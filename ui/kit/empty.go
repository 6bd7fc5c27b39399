package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Step is one of the numbered things to do in an empty page.
type Step struct{ Title, Text string }

// EmptyState says what a page is for and how to begin: icon, title, sentence,
// numbered steps, buttons. It stands in the middle of its place; put it into a
// Scroll where it may be higher than the window.
func EmptyState(icon Icon, title, sentence string, steps []Step, buttons ...fyne.CanvasObject) *fyne.Container {
	column := Column(GapField,
		Row(0, NewIcon(icon, theme.ColorNamePlaceHolder, SizeEmptyIcon)),
		Column(GapTight, NewHeading(title), NewText(sentence)),
	)
	for i, s := range steps {
		column.Add(RowTop(GapPanel,
			NewMark(i+1, ToneAccent, theme.SizeNameText),
			Grow(Column(0,
				NewStyledText(s.Title, theme.SizeNameText, theme.ColorNameForeground, true),
				NewStyledText(s.Text, theme.SizeNameText, ColorInk2, false),
			)),
		))
	}
	if len(buttons) > 0 {
		column.Add(Pad(GapTight, 0, 0, 0, Flow(GapSmall, buttons...)))
	}
	return Centre(480, Pad(GapRecord, GapRecord, GapRecord, GapRecord, column))
}
