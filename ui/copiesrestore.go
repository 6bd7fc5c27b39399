package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// restoreCopy shows what is in a copy, asks, and puts it in the place of the office
// that is open.
func (s *Shell) restoreCopy(path string) {
	if s.cfg.Open == nil || s.cfg.Close == nil {
		s.fail(&app.Refusal{What: "Da questa finestra non si ripristina.", Do: "Usate il comando «tutelactl restore»."})
		return
	}
	s.current().leave()
	s.lookInto(words.T("Guardo nella copia"), path, func(passphrase string, report app.CopyReport) {
		s.askRestore(path, passphrase, report)
	})
}

func (s *Shell) askRestore(path, passphrase string, r app.CopyReport) {
	file := filepath.Base(s.cfg.Store.Path())
	aside := strings.TrimSuffix(file, filepath.Ext(file)) + " prima del ripristino …" + filepath.Ext(file)
	content := kit.Column(kit.GapPanel, s.copyContents(r),
		kit.NewText(words.F("L’ufficio torna com’era il %s: ciò che è stato scritto dopo non c’è più qui. Il file di oggi resta accanto, con il nome «%s» e la data.", form.MomentOf(r.Made).String(), aside)),
		kit.NewHelp(words.T("I numeri già dati, la frase segreta e le cartelle delle copie restano quelli di oggi.")))
	if !r.OK() {
		content.Add(kit.NewStyledText(words.T("Non tutto ciò che la copia contiene torna: se ne avete un’altra, usate quella."), theme.SizeNameText, kit.ToneError.Ink(), true))
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Ripristinare questa copia?"), Icon: kit.IconWarning, Tone: kit.ToneWarn, Content: content, Width: 640,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Ripristina"), Kind: kit.Danger, Do: func() { s.applyRestore(path, passphrase) }},
		},
	})
}

// applyRestore closes the office, restores and opens what is there then: the copy,
// or the office as it was where that did not succeed.
func (s *Shell) applyRestore(path, passphrase string) {
	to, by, copies := s.cfg.Store.Path(), s.cfg.By, s.cfg.Copies
	var restored app.CopyRestored
	s.behindClosed(words.T("Ripristino la copia"), func(ctx context.Context) (err error) {
		restored, err = copies.Restore(ctx, by, path, passphrase, to)
		return err
	}, func() {
		s.cfg.App.Preferences().RemoveValue(prefChain + to) // another chain now
		s.tellRestored(restored)
	})
}

// behindClosed closes the office, runs do and opens it again, whatever became of
// it; done runs where it succeeded. Annulla ends do and leaves the office as it was.
func (s *Shell) behindClosed(title string, do func(ctx context.Context) error, done func()) {
	path, closeIt := s.cfg.Store.Path(), s.cfg.Close
	s.leave()
	s.minute.stop()
	s.cfg.Close = nil // closed below, whatever happens
	var failed error
	s.shortly(title, func(ctx context.Context, _ func(done, total int)) error {
		if failed = closeIt(); failed == nil {
			failed = do(ctx)
		}
		return nil
	}, func(error) {
		opened, err := s.cfg.Open(path, false)
		if err != nil && s.sealedNow() {
			s.cfg.Store = nil
			s.showLocked(path)
			if failed != nil {
				s.fail(failed)
			}
			return
		}
		if err != nil {
			s.shut = true // there is nothing left to keep
			s.fail(errors.Join(err, failed))
			return
		}
		s.cfg.Store, s.cfg.Close = opened.Store, opened.Close
		if err := s.build(); err != nil {
			s.fail(err)
			return
		}
		s.goTo(0)
		s.sweep()
		s.lookOver()
		switch {
		case failed == nil:
			done()
		case !errors.Is(failed, context.Canceled):
			s.fail(failed)
		}
	})
}

func (s *Shell) tellRestored(r app.CopyRestored) {
	text := words.F("L’ufficio è com’era il %s. Fra i ripristini c’è la riga di questo: completatela con il perché e con chi ha deciso.", form.MomentOf(r.Made).String())
	more := ""
	if r.Aside != "" {
		more = words.F("Il file di prima è %s: cancellatelo quando siete sicuri.", r.Aside)
	}
	for _, w := range r.Warnings {
		text += " " + words.Sentence(w)
	}
	c := kit.DialogConfig{Title: words.T("Copia ripristinata"), Icon: kit.IconCheck, Tone: kit.ToneOK, Text: text, More: more, Width: 560,
		Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}}}
	if len(r.Warnings) > 0 {
		c.Icon, c.Tone = kit.IconWarning, kit.ToneWarn
	}
	kit.ShowDialog(s.win, c)
}
