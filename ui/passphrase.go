package ui

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/papers"
	"tutela/app/vault"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// choosePassphrase asks for a new passphrase, twice, and says what it means.
func (s *Shell) choosePassphrase() {
	keys, err := s.cfg.Store.Keys(context.Background())
	if err != nil {
		s.fail(err)
		return
	}
	first, firstField := secretField(words.T("Nuova frase segreta"))
	again, againField := secretField(words.T("Di nuovo, uguale"))
	strength := kit.NewStyledText("", theme.SizeNameCaptionText, kit.ColorInk2, false)
	firstField.SetHelp(words.T("Quattro o cinque parole che non c’entrano fra loro, almeno 15 caratteri."))
	judge := func() {
		strength.SetText(passphraseStrength(first.Text))
	}
	first.OnEdited = func(string) { judge() }
	judge()
	text := words.T("Tutela non la conserva: dimenticata, le copie non le apre più nessuno, nemmeno chi ha fatto il programma. Scrivetela a mano sul foglio per la cassaforte.")
	title := words.T("Scegliere la frase segreta")
	if !keys.None() {
		title = words.T("Cambiare la frase segreta")
		text += " " + words.T("Le copie già fatte si aprono ancora solo con quella di adesso.")
	}
	chosen := ""
	clear := func() {
		first.Forget()
		again.Forget()
	}
	wrong := func() bool {
		firstField.SetError("")
		againField.SetError("")
		if err := vault.Check(first.Text); err != nil {
			firstField.SetError(words.Sentence(app.Sentence(err)))
			return true
		}
		if again.Text != first.Text {
			againField.SetError(words.T("Non è uguale alla prima."))
			return true
		}
		chosen = first.Text
		return false
	}
	c := kit.DialogConfig{
		Title: title, Icon: kit.IconLock, Tone: kit.ToneAccent, Text: text, Width: 560,
		Content: kit.Column(kit.GapField, kit.Column(kit.GapTight, firstField, strength), againField),
		Buttons: []kit.DialogButton{{Label: words.T("Annulla"), Kind: kit.Outlined, Do: clear}},
	}
	if !keys.None() && !s.sealedNow() { // without it a sealed office would not open
		c.Buttons = append(c.Buttons, kit.DialogButton{Label: words.T("Togli…"), Kind: kit.Danger, Do: func() {
			clear()
			s.askUnsealed()
		}})
	}
	c.Default = len(c.Buttons)
	c.Buttons = append(c.Buttons, kit.DialogButton{Label: words.T("Usa questa frase"), Kind: kit.Filled, Stay: wrong, Do: func() {
		clear()
		s.setPassphrase(chosen)
	}})
	kit.ShowDialog(s.win, c)
}

// passphraseStrength says in words how good a passphrase is.
func passphraseStrength(text string) string {
	if text == "" {
		return ""
	}
	if err := vault.Check(text); err != nil {
		return words.Sentence(app.Sentence(err))
	}
	if n := len([]rune(text)); n < 20 {
		return words.T("Basta: chi prova a caso non ci arriva.")
	}
	return words.T("Buona: nemmeno chi prova per anni ci arriva.")
}

// setPassphrase makes the keys, which takes a moment on purpose, and keeps them.
func (s *Shell) setPassphrase(passphrase string) {
	file, by, sealed := s.cfg.Store, s.cfg.By, s.sealedNow()
	s.shortly(words.T("Preparo le chiavi"), func(ctx context.Context, _ func(done, total int)) error {
		keys, id, err := vault.NewKeys(passphrase)
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		err = file.SetKeys(ctx, by, keys)
		if err == nil && sealed {
			s.cfg.Seals.Keep(file.Path(), id)
		}
		return err
	}, func(err error) {
		s.copiesChanged()
		if err != nil {
			s.fail(err)
			return
		}
		kit.Confirm(s.win, words.T("Le copie da ora sono sigillate"), words.T("Scrivete adesso la frase sul foglio per la cassaforte, e mettetelo via. Poi fate una copia e provate a ripristinarla."),
			words.T("Stampa il foglio per la cassaforte"), false, func(ok bool) {
				if ok {
					s.printRecovery()
				}
			})
	})
}

// askUnsealed asks whether copies are to be sealed no longer.
func (s *Shell) askUnsealed() {
	kit.Confirm(s.win, words.T("Togliere la frase segreta?"), words.T("Le prossime copie le legge chiunque le trova. Quelle già fatte restano sigillate con la frase di adesso."), words.T("Togli"), true, func(ok bool) {
		if !ok {
			return
		}
		if err := s.cfg.Store.SetKeys(context.Background(), s.cfg.By, vault.Keys{}); err != nil {
			s.fail(err)
			return
		}
		s.copiesChanged()
	})
}

// printRecovery shows the sheet on which the passphrase is written by hand. Like a
// blank form it is not kept.
func (s *Shell) printRecovery() {
	s.current().leave()
	s.background(func() {
		p, err := recoverySheet(s.cfg)
		s.cfg.Do(func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.preview(p)
		})
	})
}

func recoverySheet(cfg Config) (*printed, error) {
	ctx := context.Background()
	d, err := cfg.Store.Dossier(ctx, cfg.Now())
	if err != nil {
		return nil, err
	}
	keys, err := cfg.Store.Keys(ctx)
	if err != nil {
		return nil, err
	}
	settings, err := cfg.Store.CopySettings(ctx)
	if err != nil {
		return nil, err
	}
	var folders []string
	for _, x := range settings.Destinations {
		folders = append(folders, x.Folder)
	}
	p := &printed{document: papers.RecoverySheet(d, keys.Public, folders), blank: true}
	p.name = p.document.Title
	return p, p.write()
}
