package ui

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// showDamaged stands in the place of an office whose file is damaged: what is the
// matter, and the ways out of it. Nothing of the file is changed by looking.
func (s *Shell) showDamaged(path string, why error) {
	restore := kit.NewButton(kit.Filled, words.T("Ripristina una copia…"), kit.IconHistory, func() { s.restoreOver(path) })
	other := kit.NewLink(words.T("Apri un altro ufficio…"), kit.IconFolder, s.chooseOffice)
	page := kit.Column(kit.GapField,
		kit.Row(kit.GapSmall, kit.NewIcon(kit.IconWarning, theme.ColorNameError, theme.SizeNameHeadingText), kit.Grow(kit.NewHeading(words.T("Il file dell’ufficio è danneggiato")))),
		kit.NewText(words.Sentence(app.Sentence(why))),
		kit.NewText(words.T("Se avete una copia, ripristinatela: il file di adesso resta accanto. Se non l’avete, il comando «tutelactl export --damaged» salva ciò che si legge ancora.")),
		kit.Row(0, restore, kit.Spacer()),
		kit.Row(0, other, kit.Spacer()))
	s.showAlone(path, kit.Centre(560, kit.Panel(page)), restore)
}

// restoreOver looks into a copy and puts it in the place of the damaged file.
func (s *Shell) restoreOver(path string) {
	if s.cfg.Copies == nil || s.cfg.Open == nil {
		return
	}
	s.askOpen(words.T("Scegliete la copia"), []string{copyEnding}, func(from string) {
		s.lookInto(words.T("Guardo nella copia"), from, func(passphrase string, report app.CopyReport) {
			kit.ShowDialog(s.win, kit.DialogConfig{
				Title: words.T("Ripristinare questa copia?"), Icon: kit.IconWarning, Tone: kit.ToneWarn, Content: s.copyContents(report), Width: 640,
				Buttons: []kit.DialogButton{
					{Label: words.T("Annulla"), Kind: kit.Outlined},
					{Label: words.T("Ripristina"), Kind: kit.Danger, Do: func() { s.applyRestoreOver(path, from, passphrase) }},
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
