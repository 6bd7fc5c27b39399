package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/ui/kit"
	"tutela/ui/words"
)

// keys shows every key of the program: those of the menus, read from the menus
// themselves, and those that work within forms and lists.
func (s *Shell) keys() {
	s.current().leave()
	column := kit.Column(kit.GapBlock)
	for _, m := range s.win.MainMenu().Items {
		var rows []fyne.CanvasObject
		for _, it := range m.Items {
			if k := keyWords(it.Shortcut); k != "" {
				rows = append(rows, keyRow(k, it.Label))
			}
		}
		if len(rows) > 0 {
			column.Add(section(m.Label, kit.Column(kit.GapTight, rows...)))
		}
	}
	column.Add(section(words.T("Nelle schede"), kit.Column(kit.GapTight,
		keyRow(words.T("Tab, Maiusc+Tab"), words.T("al campo dopo, al campo prima")),
		keyRow(words.T("Spazio, frecce"), words.T("scegliere fra le possibilità, spuntare una casella")),
		keyRow(words.T("Invio"), words.T("prendere la voce indicata, premere il tasto che ha il fuoco")),
		keyRow("F4", words.T("un esempio in un campo di più righe, il calendario in una data")),
		keyRow(words.T("Esc"), words.T("chiudere un elenco o una finestra, svuotare la ricerca")),
		keyRow(words.T("Su, Giù, Canc"), words.T("sul titolo di una riga: andare alla riga prima o dopo, toglierla")),
		keyRow(words.T("Pag su, Pag giù"), words.T("scorrere la scheda")),
	)))
	column.Add(section(words.T("Nelle autorizzazioni"), kit.Column(kit.GapTight,
		keyRow(words.T("I, V, M, C"), words.T("dare o togliere un permesso")),
		keyRow(words.T("Frecce, Invio"), words.T("da una lettera all’altra, alla persona dopo")),
		keyRow(words.T("Ctrl+frecce"), words.T("all’archivio prima o dopo")),
		keyRow(words.T("Inizio, Fine"), words.T("al primo e all’ultimo archivio; con Ctrl, alla prima e all’ultima casella")),
	)))
	back := kit.NewButton(kit.Filled, words.T("Torna al lavoro"), kit.IconChevronLeft, s.back)
	head := kit.Row(0, kit.Grow(kit.NewStyledLine(words.T("Tasti"), theme.SizeNameHeadingText, theme.ColorNameForeground, true)))
	s.show(kit.Record(head, kit.NewScroll(kit.Pad(kit.GapField, 0, kit.GapBlock, kit.GapRecord, kit.MaxWidth(640, column))), nil,
		kit.ActionBar(kit.NewStatus(kit.ToneNeutral, kit.IconInfo, ""), back)))
	s.over = s.keys
	kit.FocusOn(back)
}

func keyRow(key, does string) fyne.CanvasObject {
	return kit.Row(kit.GapPanel, kit.Fixed(190, kit.NewStyledLine(key, theme.SizeNameText, theme.ColorNameForeground, true)), kit.Grow(kit.NewText(does)))
}

// keyWords is a shortcut as it is written on the keys; "" for none.
func keyWords(shortcut fyne.Shortcut) string {
	k, ok := shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var parts []string
	mod := k.Mod()
	if mod&fyne.KeyModifierControl != 0 {
		parts = append(parts, "Ctrl")
	}
	if mod&fyne.KeyModifierSuper != 0 {
		parts = append(parts, "Cmd")
	}
	if mod&fyne.KeyModifierAlt != 0 {
		parts = append(parts, "Alt")
	}
	if mod&fyne.KeyModifierShift != 0 {
		parts = append(parts, words.T("Maiusc"))
	}
	return strings.Join(append(parts, keyWord(k.Key())), "+")
}

func keyWord(key fyne.KeyName) string {
	switch key {
	case fyne.KeyPageUp:
		return words.T("Pag su")
	case fyne.KeyPageDown:
		return words.T("Pag giù")
	}
	return string(key)
}
