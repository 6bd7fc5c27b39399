package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefLanguage is the language of the window.
const prefLanguage = "language"

// Language is the language chosen on this computer.
func Language(p fyne.Preferences) string { return p.StringWithFallback(prefLanguage, words.Italian) }

// SetLanguage keeps the language for the next start.
func SetLanguage(p fyne.Preferences, language string) { p.SetString(prefLanguage, language) }

// scales are the sizes of text that are offered, in percent.
var scales = []int{100, 125, 150, 175, 200}

// settings shows what is kept for the computer. Everything holds at once: there
// is nothing to confirm.
func (s *Shell) settings() {
	s.current().leave()
	column := kit.Column(kit.GapBlock,
		s.lookSettings(),
		s.personSettings(),
		s.placeSettings(),
		s.lockSettings(),
	)
	back := kit.NewButton(kit.Filled, words.T("Torna al lavoro"), kit.IconChevronLeft, s.back)
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(words.T("Impostazioni"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	status := kit.NewStatus(kit.ToneOK, kit.IconCheck, words.T("Ogni scelta vale subito, su questo computer."))
	s.show(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, column))), nil,
		kit.ActionBar(status, back)))
	s.over = s.settings
	kit.FocusOn(back)
}

func section(title string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(kit.GapField, append([]fyne.CanvasObject{kit.NewSectionHead(0, title)}, fields...)...)
}

func (s *Shell) lookSettings() fyne.CanvasObject {
	look := kit.NewSegmented([]kit.Option{
		{Value: strconv.Itoa(int(kit.Light)), Label: words.T("Chiaro")},
		{Value: strconv.Itoa(int(kit.Dark)), Label: words.T("Scuro")},
		{Value: strconv.Itoa(int(kit.HighContrast)), Label: words.T("Alto contrasto")},
	})
	look.SetValue(strconv.Itoa(int(s.theme.Look)))
	look.OnChanged = func(v string) {
		if n, err := strconv.Atoi(v); err == nil {
			s.setLook(kit.Look(n))
		}
	}
	var sizes []kit.Option
	for _, n := range scales {
		sizes = append(sizes, kit.Option{Value: strconv.Itoa(n), Label: fmt.Sprintf("%d %%", n)})
	}
	size := kit.NewSegmented(sizes)
	size.SetValue(strconv.Itoa(nearestScale(s.theme.Scale)))
	size.OnChanged = func(v string) {
		if n, err := strconv.Atoi(v); err == nil {
			s.setScale(float32(n) / 100)
		}
	}
	language := kit.NewSegmented([]kit.Option{{Value: words.Italian, Label: "Italiano"}, {Value: words.English, Label: "English"}})
	language.SetValue(words.Language())
	language.OnChanged = func(v string) { s.setLanguage(v) }

	lookField := kit.NewField(words.T("Aspetto"), look)
	sizeField := kit.NewField(words.T("Grandezza del testo"), size)
	sizeField.SetHelp(words.T("Anche con Ctrl+ e Ctrl-."))
	languageField := kit.NewField("Lingua · Language", language)
	languageField.SetHelp(words.T("I documenti si stampano sempre in italiano."))
	return section(words.T("Schermo"), lookField, sizeField, languageField)
}

func nearestScale(scale float32) int {
	best := scales[0]
	for _, n := range scales {
		if abs(float32(n)/100-scale) < abs(float32(best)/100-scale) {
			best = n
		}
	}
	return best
}

func abs(x float32) float32 { return max(x, -x) }

func (s *Shell) personSettings() fyne.CanvasObject {
	names := s.people()
	if !slices.Contains(names, s.systemBy.Who) {
		names = append(names, s.systemBy.Who)
	}
	who := s.whoPicker(names, s.cfg.By.Who)
	who.OnChanged = s.setWho
	field := kit.NewField(words.T("Nome"), who)
	field.SetHelp(words.T("Compare nella storia delle schede e sui documenti stampati, come dichiarato."))
	return section(words.T("Chi lavora su questo computer"), field)
}

func (s *Shell) placeSettings() fyne.CanvasObject {
	path := s.cfg.Store.Path()
	file := kit.NewField(words.T("File dell’ufficio"), locked(path))
	file.SetHelp(words.T("Tutti i dati di questo ufficio stanno in questo file soltanto."))
	open := kit.NewLink(words.T("Apri la cartella"), kit.IconFolder, func() {
		if err := s.cfg.OpenFile(filepath.Dir(path)); err != nil {
			s.fail(err)
		}
	})
	return section(words.T("Dove stanno i dati"), file, open)
}

// lockSettings is after how long a sealed office is locked.
func (s *Shell) lockSettings() fyne.CanvasObject {
	var options []kit.Option
	for _, n := range []int{5, 10, lockUsually, 30, 60} {
		options = append(options, kit.Option{Value: strconv.Itoa(n), Label: words.F("dopo %d minuti", n)})
	}
	options = append(options, kit.Option{Value: "0", Label: words.T("mai")})
	after := kit.NewSelect(options)
	after.SetValue(strconv.Itoa(s.lockMinutes()))
	after.OnChanged = func(v string) {
		if n, err := strconv.Atoi(v); err == nil {
			s.cfg.App.Preferences().SetInt(prefLock, n)
		}
	}
	field := kit.NewField(words.T("Si blocca da solo, senza che nessuno lo usi"), after)
	field.SetHelp(words.T("Vale per un ufficio il cui file è chiuso con la frase segreta. Si blocca anche da File, Blocca."))
	return section(words.T("Blocco"), field)
}

// setLanguage makes the window speak a language, in place: what is being edited
// stays open.
func (s *Shell) setLanguage(language string) {
	if language == words.Language() {
		return
	}
	SetLanguage(s.cfg.App.Preferences(), language)
	words.Use(language)
	at, over := s.place(), s.over
	s.leave()
	if err := s.build(); err != nil {
		s.fail(err)
		return
	}
	s.goToPlace(at)
	if over != nil {
		over()
	}
}
