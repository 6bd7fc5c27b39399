package main

import (
	"log/slog"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"tutela/assets"
	"tutela/ui"
	"tutela/ui/words"
)

// speakAsWindow gives the toolkit's own words in the language of the window, now
// and when another is chosen, whatever the system speaks.
func speakAsWindow(p fyne.Preferences, log *slog.Logger) {
	var mu sync.Mutex
	spoken := ""
	follow := func() {
		mu.Lock()
		defer mu.Unlock()
		if now := ui.Language(p); now != spoken {
			spoken = now
			toolkitSpeaks(now, log)
		}
	}
	follow()
	p.AddChangeListener(follow) // told of every setting
}

// toolkitSpeaks puts the words of a language also under the system's own, for
// that is the one which the toolkit looks for.
func toolkitSpeaks(language string, log *slog.Logger) {
	data := assets.FyneItalian
	if language == words.English {
		data = assets.FyneEnglish
	}
	for _, l := range []fyne.Locale{fyne.Locale(language), lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(data, l); err != nil {
			log.Warn("translations", "locale", l, "error", err)
		}
	}
}
