package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// showDamaged stands in the place of an office whose file is damaged: what is the
// matter, and the ways out of it. Nothing of the file is changed by looking.
func (s *Shell) showDamaged(path string, why error) {
	s.locked, s.over, s.conceal = path, nil, nil // as long as no office is open
	restore := kit.NewButton(kit.Filled, words.T("Ripristina una copia…"), kit.IconHistory, func() { s.restoreOver(path) })
	save := kit.NewButton(kit.Outlined, words.T("Salva ciò che si legge…"), kit.IconDownload, func() { s.salvage(path) })
	other := kit.NewLink(words.T("Apri un altro ufficio…"), kit.IconFolder, s.chooseOffice)
	page := kit.Column(kit.GapField,
		kit.Row(kit.GapSmall, kit.NewIcon(kit.IconWarning, theme.ColorNameError, theme.SizeNameHeadingText), kit.Grow(kit.NewHeading(words.T("Il file dell’ufficio è danneggiato")))),
		kit.NewText(words.Sentence(app.Sentence(why))),
		kit.NewText(words.T("Se avete una copia, ripristinatela: il file di adesso resta accanto. Se non l’avete, salvate ciò che si legge ancora, e importatelo in un ufficio nuovo.")),
		kit.Flow(kit.GapSmall, restore, save),
		kit.Row(0, other, kit.Spacer()))
	s.win.SetTitle("Tutela")
	quit := item(words.T("Esci"), fyne.KeyQ, s.Close)
	quit.IsQuit = true
	s.win.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu(words.T("File"), quit)))
	s.win.SetContent(kit.NewFloor(kit.NewScroll(kit.Centre(560, kit.Panel(page)))))
	s.focusLocked = func() { kit.FocusOn(restore) }
	s.focusLocked()
}

// restoreOver looks into a copy and puts it in the place of the damaged file.
func (s *Shell) restoreOver(path string) {
	copies := s.cfg.Copies
	if copies == nil || s.cfg.Open == nil {
		return
	}
	s.askOpen(words.T("Scegliete la copia"), []string{copyEnding}, func(from string) {
		var report app.CopyReport
		typed := ""
		s.unsealing(words.T("Guardo nella copia"), func(ctx context.Context, passphrase string) (err error) {
			typed = passphrase
			report, err = copies.Verify(ctx, from, passphrase)
			return err
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			kit.ShowDialog(s.win, kit.DialogConfig{
				Title: words.T("Ripristinare questa copia?"), Icon: kit.IconWarning, Tone: kit.ToneWarn, Content: s.copyContents(report), Width: 640,
				Buttons: []kit.DialogButton{
					{Label: words.T("Annulla"), Kind: kit.Outlined},
					{Label: words.T("Ripristina"), Kind: kit.Danger, Do: func() { s.applyRestoreOver(path, from, typed) }},
				},
			})
		})
	})
}

func (s *Shell) applyRestoreOver(path, from, passphrase string) {
	var restored app.CopyRestored
	var opened Opened
	s.shortly(words.T("Ripristino la copia"), func(ctx context.Context, _ func(done, total int)) (err error) {
		if restored, err = s.cfg.Copies.Restore(ctx, s.cfg.By, from, passphrase, path); err == nil {
			opened, err = s.cfg.Open(path, false)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.cfg.App.Preferences().RemoveValue(prefChain + path) // another chain now
		s.goOn(opened)
		s.tellRestored(restored)
	})
}

// salvage saves what can be read of the damaged file, and says what is missing.
func (s *Shell) salvage(path string) {
	copies := s.cfg.Copies
	if copies == nil {
		return
	}
	name := strings.TrimSuffix(filepath.Base(path), officeEnding) + " " + words.T("recuperato")
	s.askSave(words.T("Salva ciò che si legge"), name, ".json", words.T("Salva"), func(to string) {
		var missing []string
		n := 0
		s.work(words.T("Leggo ciò che si può"), func(ctx context.Context) error {
			b, m, err := copies.Salvage(ctx, path)
			if err != nil {
				return err
			}
			missing = m
			for _, list := range b.Records {
				n += len(list)
			}
			return exchange.WriteFile(to, exchange.WriteJSON(b, s.cfg.Registers))
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			text := words.F("Schede lette: %s. Ora aprite un ufficio nuovo e scegliete File, Importa: %s.", form.FormatInt(int64(n)), to)
			more := words.T("Non manca niente.")
			if len(missing) > 0 {
				lines := make([]string, len(missing))
				for i, m := range missing {
					lines[i] = words.Sentence(m)
				}
				more = strings.Join(lines, "\n")
			}
			kit.ShowDialog(s.win, kit.DialogConfig{Title: words.T("Salvato ciò che si legge"), Icon: kit.IconCheck, Tone: kit.ToneOK, Text: text, More: more, Width: 560,
				Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}}})
		})
	})
}
