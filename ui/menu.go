package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tutela/app/guide"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// menu makes the menus. Every action has its keys there: shortcuts of a canvas
// do not fire while an entry has the keyboard.
func (s *Shell) menu() *fyne.MainMenu {
	do := func(pick func(actions) func()) func() {
		return func() {
			if kit.DialogOpen(s.win) {
				return
			}
			if f := pick(s.actions()); f != nil {
				f()
			}
		}
	}
	office := func(f func()) func() {
		return func() {
			if !kit.DialogOpen(s.win) {
				s.forget() // a page or a dialog covers what is in front
				f()
			}
		}
	}
	quit := item(words.T("Esci"), fyne.KeyQ, s.Close)
	quit.IsQuit = true
	recent := fyne.NewMenuItem(words.T("Recenti"), nil)
	recent.ChildMenu = fyne.NewMenu("", s.recentItems()...)
	return fyne.NewMainMenu(
		fyne.NewMenu(words.T("File"),
			item(words.T("Nuovo ufficio…"), "", office(s.newOffice)),
			item(words.T("Apri…"), fyne.KeyO, office(s.chooseOffice)),
			recent,
			withKey(words.T("Scadenze di più uffici"), &desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
				office(s.lookOverOffices)),
			fyne.NewMenuItemSeparator(),
			item(words.T("Importa…"), "", office(s.importOffice)),
			item(words.T("Importa da un foglio…"), fyne.KeyI, office(func() { s.importTable("") })),
			item(words.T("Esporta…"), fyne.KeyE, office(s.exportOffice)),
			fyne.NewMenuItemSeparator(),
			item(words.T("Impostazioni"), fyne.KeyComma, office(s.settings)),
			withKey(words.T("Blocca"), &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, s.lockNow),
			fyne.NewMenuItemSeparator(),
			quit),
		fyne.NewMenu(words.T("Modifica"),
			item(words.T("Nuovo"), fyne.KeyN, do(func(a actions) func() { return a.create })),
			item(words.T("Trattamento da un modello…"), "", office(s.chooseTemplate)),
			item(words.T("Duplica"), "", do(func(a actions) func() { return a.duplicate })),
			item(words.T("Salva"), fyne.KeyS, do(func(a actions) func() { return a.save })),
			fyne.NewMenuItemSeparator(),
			withKey(words.T("Annulla l’ultima modifica"), &fyne.ShortcutUndo{}, func() {
				s.undoHere(do(func(a actions) func() { return a.undoLast }), &fyne.ShortcutUndo{})
			}),
			withKey(words.T("Ripeti"), &fyne.ShortcutRedo{}, func() {
				s.undoHere(do(func(a actions) func() { return a.redo }), &fyne.ShortcutRedo{})
			}),
			item(words.T("Annulla l’importazione"), "", office(s.takeBack)),
			item(words.T("Annulla modifiche"), "", do(func(a actions) func() { return a.undo })),
			fyne.NewMenuItemSeparator(),
			item(words.T("Storia della scheda"), fyne.KeyH, do(func(a actions) func() { return a.history })),
			item(words.T("Esame preliminare (DPIA)"), "", do(func(a actions) func() { return a.screen })),
			item(words.T("Confermo senza modifiche"), fyne.KeyR, do(func(a actions) func() { return a.review })),
			item(words.T("Cambio di mansione…"), fyne.KeyM, do(func(a actions) func() { return a.changeDuty })),
			item(words.T("Fine del rapporto…"), fyne.KeyU, do(func(a actions) func() { return a.endRelation })),
			item(words.T("Conserva come modello"), "", do(func(a actions) func() { return a.keepTemplate })),
			item(words.T("Archivia…"), "", do(func(a actions) func() { return a.archive })),
			item(words.T("Chiudi la violazione"), "", do(func(a actions) func() { return a.closeBreach })),
			item(words.T("Riapri la violazione…"), "", do(func(a actions) func() { return a.reopenBreach })),
			item(words.T("Annulla la violazione…"), "", do(func(a actions) func() { return a.annulBreach })),
			item(words.T("Elimina…"), fyne.KeyD, do(func(a actions) func() { return a.remove })),
			item(words.T("Schede eliminate…"), "", do(func(a actions) func() { return a.deleted })),
			fyne.NewMenuItemSeparator(),
			item(words.T("Cerca"), fyne.KeyF, do(func(a actions) func() { return a.search })),
			withKey(words.T("Cerca in tutto l’ufficio"), &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
				office(s.searchOffice)),
			fyne.NewMenuItemSeparator(),
			item(words.T("Controlla l’ufficio"), fyne.KeyL, office(s.checkOffice)),
			item(words.T("Copertura dell’ufficio"), fyne.KeyJ, office(s.officeCoverage)),
			item(words.T("Prova una password…"), fyne.KeyT, office(s.tryPassword)),
		),
		fyne.NewMenu(words.T("Visualizza"), s.viewItems(office)...),
		fyne.NewMenu(words.T("Stampa"), append([]*fyne.MenuItem{
			item(words.T("Stampa la scheda aperta"), fyne.KeyP, do(func(a actions) func() { return a.print })),
			item(words.T("Altri documenti della scheda…"), "", do(func(a actions) func() { return a.printOther })),
			withKey(words.T("Stampa più documenti…"), &desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
				office(s.printMany)),
			item(words.T("Registro a una data passata…"), "", office(s.askPast)),
			fyne.NewMenuItemSeparator(),
		}, s.paperItems()...)...),
		fyne.NewMenu(words.T("Aiuto"),
			withKey(words.T("Guida"), &desktop.CustomShortcut{KeyName: fyne.KeyF1}, office(s.help)),
			item(words.T("Prima configurazione…"), "", office(s.startSetup)),
			item(words.T("Tasti"), fyne.KeyK, office(s.keys)),
			item(words.T("Informazioni su Tutela"), "", office(s.about))),
	)
}

// item is an entry of a menu; key goes with Ctrl (Cmd on a Mac), "" is none.
func item(label string, key fyne.KeyName, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, do)
	if key != "" {
		m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return m
}

func withKey(label string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, do)
	m.Shortcut = shortcut
	return m
}

// undoHere takes a change back: in the record, or in the box that has the
// keyboard where that is outside it, as the search of a list.
func (s *Shell) undoHere(record func(), own fyne.Shortcut) {
	focused := s.win.Canvas().Focused()
	if box, ok := focused.(fyne.Shortcutable); ok && kit.IsSearch(focused) {
		box.TypedShortcut(own)
		return
	}
	record()
}

func (s *Shell) viewItems(behindNothing func(func()) func()) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for i, t := range s.tabs {
		out = append(out, item(t.label, fyne.KeyName(fmt.Sprint(i+1)), behindNothing(func() { s.goTo(i) })))
	}
	return append(out, fyne.NewMenuItemSeparator(),
		withKey(words.T("Storia dell’ufficio"), &desktop.CustomShortcut{KeyName: fyne.KeyH, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
			behindNothing(s.officeTrail)),
		fyne.NewMenuItemSeparator(),
		item(words.T("Elenco o sezione precedente"), fyne.KeyPageUp, behindNothing(func() { s.turn(-1) })),
		item(words.T("Elenco o sezione seguente"), fyne.KeyPageDown, behindNothing(func() { s.turn(1) })),
		fyne.NewMenuItemSeparator(),
		item(words.T("Testo più grande"), fyne.KeyPlus, func() { s.setScale(s.theme.Scale + 0.25) }),
		item(words.T("Testo più piccolo"), fyne.KeyMinus, func() { s.setScale(s.theme.Scale - 0.25) }),
		item(words.T("Testo normale"), fyne.Key0, func() { s.setScale(1) }),
		fyne.NewMenuItemSeparator(),
		item(words.T("Aspetto chiaro"), "", func() { s.setLook(kit.Light) }),
		item(words.T("Aspetto scuro"), "", func() { s.setLook(kit.Dark) }),
		item(words.T("Alto contrasto"), "", func() { s.setLook(kit.HighContrast) }))
}

func (s *Shell) about() {
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: "Tutela " + s.cfg.Version, Icon: kit.IconInfo, Tone: kit.ToneAccent,
		Text:    words.F("Il registro dei trattamenti, le nomine, le credenziali, le copie e le violazioni dell’ufficio, su questo computer soltanto. I dati di questo ufficio stanno in %s", s.cfg.Store.Path()),
		Default: 1, Cancel: 1,
		Buttons: []kit.DialogButton{
			{Label: words.T("Novità di questa versione"), Kind: kit.Outlined, Do: func() { newGuidePage(s, guide.ChangesKey) }},
			{Label: words.T("Ho capito"), Kind: kit.Filled},
		},
	})
}
