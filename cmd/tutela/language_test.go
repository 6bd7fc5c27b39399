package main

import (
	"io"
	"log/slog"
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"tutela/ui"
	"tutela/ui/words"
)

// TestToolkitFollowsTheWindow: menus of the toolkit itself change with the
// language that is chosen, and back.
func TestToolkitFollowsTheWindow(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	speakAsWindow(p, slog.New(slog.NewTextHandler(io.Discard, nil)))
	for _, c := range []struct{ language, paste, friday string }{
		{"", "Incolla", "venerdì"},
		{words.English, "Paste", "Friday"},
		{words.Italian, "Incolla", "venerdì"},
		{words.English, "Paste", "Friday"},
	} {
		if c.language != "" {
			ui.SetLanguage(p, c.language)
		}
		if got, day := lang.L("Paste"), lang.X("friday", "?"); got != c.paste || day != c.friday {
			t.Errorf("in %q the toolkit says %q and %q", c.language, got, day)
		}
	}
}
