package ui

import (
	"context"
	"errors"

	"tutela/app/vault"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// askSeal asks whether the file of the office is to be under the passphrase of its
// copies, and for that passphrase: who has forgotten it is not shut out.
func (s *Shell) askSeal() {
	kit.Confirm(s.win, words.T("Chiudere l’ufficio con la frase segreta?"),
		words.T("A ogni apertura si scrive la frase: dimenticata, nemmeno l’ufficio si apre più. Protegge se il computer, il disco o la chiavetta spariscono; non protegge ciò che esportate, né mentre l’ufficio è aperto. Le copie non sigillate fatte prima si leggono ancora."),
		words.T("Continua"), false, func(ok bool) {
			if ok {
				s.underPhrase(words.T("Chiudi l’ufficio con la frase"), words.T("Chiudo l’ufficio con la frase"), "", s.cfg.Seals.Seal, func() {
					kit.ShowInfo(s.win, words.T("L’ufficio è chiuso con la frase"), words.T("Da ora si apre solo con la frase segreta. Si blocca da File, Blocca, o da solo dopo i minuti scelti nelle Impostazioni."))
				})
			}
		})
}

// askUnseal asks whether the file of the office is to be readable again.
func (s *Shell) askUnseal() {
	kit.Confirm(s.win, words.T("Togliere la frase dal file?"), words.T("L’ufficio si apre senza scriverla, e chi ruba questo computer lo legge. Le copie restano sigillate."),
		words.T("Togli"), true, func(ok bool) {
			if ok {
				s.underPhrase(words.T("Togli la frase dal file"), words.T("Tolgo la frase dal file"), "", s.cfg.Seals.Unseal, func() {
					kit.ShowInfo(s.win, words.T("Il file non è più chiuso con la frase"), words.T("Le copie restano sigillate."))
				})
			}
		})
}

// underPhrase asks for the passphrase of the office until it is the right one, said
// being what was wrong with the one before, and has do run on the closed file.
func (s *Shell) underPhrase(title, work, said string, do func(ctx context.Context, path, passphrase string) error, done func()) {
	file, path := s.cfg.Store, s.cfg.Store.Path()
	s.askPassphrase(title, said, func(typed string) {
		s.tryKnown(file, typed, func() {
			s.behindClosed(work, func(ctx context.Context) error { return do(ctx, path, typed) }, done)
		}, func(said string) { s.underPhrase(title, work, said, do, done) })
	})
}

// tryKnown goes on where a passphrase is that of the office, else asks again.
func (s *Shell) tryKnown(file Store, typed string, done func(), again func(said string)) {
	s.shortly(words.T("Guardo se la frase è quella"), func(ctx context.Context, _ func(done, total int)) error {
		keys, err := file.Keys(ctx)
		if err != nil {
			return err
		}
		_, err = keys.Unlock(typed)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, vault.ErrPassphrase):
			again(wrongPhrase())
		case err != nil:
			s.fail(err)
		default:
			done()
		}
	})
}
