package ui

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// inKilobytes tells a progress of bytes in numbers that an int holds everywhere.
func inKilobytes(tell func(done, total int)) func(done, total int64) {
	return func(done, total int64) { tell(int(done>>10), int(total>>10)) }
}

// copyNow copies the office to all folders because the user asked.
func (s *Shell) copyNow() {
	s.current().leave()
	file, by := s.cfg.Store, s.cfg.By
	var run app.CopyRun
	s.shortly(words.T("Copio il file dell’ufficio"), func(ctx context.Context, tell func(done, total int)) (err error) {
		run, err = file.Backup(ctx, by, app.CopyNow, inKilobytes(tell))
		return err
	}, func(err error) {
		s.copiesChanged()
		if err != nil {
			s.fail(err)
			return
		}
		s.tellRun(run)
	})
}

// tellRun says how a run of copies went.
func (s *Shell) tellRun(run app.CopyRun) {
	var done []string
	for _, d := range run.Results {
		if d.Outcome != app.CopyFailed {
			done = append(done, words.F("La copia è in %s.", filepath.Join(d.Folder, d.File)))
		}
	}
	said := runSaid(run)
	switch {
	case len(done) == 0:
		kit.ShowError(s.win, words.T("Copia non riuscita"), said, "")
	case said != "":
		kit.ShowError(s.win, words.T("Copia fatta, con avvisi"), strings.Join(done, " "), said)
	default:
		kit.ShowInfo(s.win, words.T("Copia fatta"), strings.Join(done, " "))
	}
}

// runSaid is what a run of copies has to say, in the language of the window.
func runSaid(run app.CopyRun) string {
	var said []string
	for _, d := range run.Results {
		if d.Said != "" {
			said = append(said, words.Sentence(d.Said))
		}
	}
	for _, w := range run.Warnings {
		said = append(said, words.Sentence(w))
	}
	return strings.Join(said, " ")
}

// copiesChanged follows a run of copies: what is shown of them, and the log.
func (s *Shell) copiesChanged() {
	s.saved(app.BackupCopyForm.Key)
	if t, ok := s.current().(*tabbedPage); ok {
		if p, ok := t.current().page.(*copiesPage); ok && s.front == t.object() {
			p.shown()
		}
	}
}

// copyThen copies the office where the settings want that at closing, then goes
// on. What is being edited is safe before; where the copy does not succeed or is
// stopped, the user decides.
func (s *Shell) copyThen(next func()) {
	if s.shut || s.closing {
		if s.shut {
			next()
		}
		return
	}
	if s.locked != "" {
		next()
		return
	}
	settings, err := s.cfg.Store.CopySettings(context.Background())
	if err != nil || !settings.AtClose || len(settings.Destinations) == 0 {
		next() // a file that cannot be read is not kept open for it
		return
	}
	s.current().leave()
	s.closing = true
	file, by := s.cfg.Store, s.cfg.By
	var run app.CopyRun
	var failed error
	stopped := false
	s.shortly(words.T("Copio il file dell’ufficio, poi chiudo"), func(ctx context.Context, tell func(done, total int)) error {
		run, failed = file.Backup(ctx, by, app.CopyClosing, inKilobytes(tell))
		stopped = ctx.Err() != nil
		return nil
	}, func(error) {
		s.closing = false
		title, said := words.T("Copia non riuscita"), runSaid(run)
		switch {
		case stopped:
			title, said = words.T("Copia fermata"), words.T("La copia non è stata finita.")
		case failed != nil:
			s.cfg.Log.Error("copy at closing", "error", failed)
			said = words.Sentence(app.Sentence(failed))
		case run.Said() == "":
			next()
			return
		}
		kit.ShowDialog(s.win, kit.DialogConfig{
			Title: title, Icon: kit.IconWarning, Tone: kit.ToneWarn, Text: said, More: words.T("Quello che avete scritto è al sicuro in questo computer."),
			Buttons: []kit.DialogButton{
				{Label: words.T("Torna al lavoro"), Kind: kit.Outlined},
				{Label: words.T("Chiudi lo stesso"), Kind: kit.Filled, Do: next},
			},
		})
	})
}

// copyRetry is how long a copy that did not succeed is left alone.
const copyRetry = time.Hour

// copyIfDue makes the copies whose time has come, behind the window. What goes
// wrong is said once, and stands in the tab Backup until it is right again.
func (s *Shell) copyIfDue(ctx context.Context, file Store, by app.By) {
	settings, err := file.CopySettings(ctx)
	if err != nil || ctx.Err() != nil {
		return // the next save says what is wrong with the file
	}
	now, due := s.cfg.Now(), false
	for _, d := range settings.Destinations {
		due = due || d.Due(settings.Every, now) && (d.Outcome != app.CopyFailed || now.Sub(d.Tried) >= copyRetry || now.Before(d.Tried))
	}
	if !due {
		return
	}
	run, err := file.Backup(ctx, by, app.CopyIfDue, nil)
	s.cfg.Do(func() {
		if ctx.Err() != nil || file != s.cfg.Store || s.shut {
			return
		}
		if err != nil {
			s.cfg.Log.Error("copy that was due", "error", err)
		}
		if len(run.Results) == 0 {
			return
		}
		s.copiesChanged()
		if said := run.Said(); said != "" {
			s.rail.SetStatus(kit.ToneWarn, kit.IconWarning, words.F("Copia non riuscita, %s", s.clock()))
			if !s.copySaid && !kit.DialogOpen(s.win) {
				s.copySaid = true
				s.forget()
				kit.ShowError(s.win, words.T("Copia non riuscita"), runSaid(run), words.T("Tutela riprova da sé ogni ora; lo stato è nel tab Backup, Copie di Tutela."))
			}
		}
	})
}
