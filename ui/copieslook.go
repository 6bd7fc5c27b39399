package ui

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/vault"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// copyEnding is the ending of copies.
const copyEnding = ".copia"

// choose asks which copy is meant: one of those that are there, or another file.
func (p *copiesPage) choose(do func(path string)) {
	s := p.shell
	other := func() { s.askOpen(words.T("Scegliete una copia"), []string{copyEnding}, do) }
	if len(p.copies) == 0 {
		other()
		return
	}
	options := make([]kit.Option, len(p.copies))
	for i, c := range p.copies {
		options[i] = kit.Option{Value: c.File, Label: form.MomentOf(c.Made).String() + " · " + filepath.Dir(c.File)}
	}
	which := kit.NewSelect(options)
	which.SetValue(options[0].Value)
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Quale copia?"), Default: 2, Width: 600, Content: kit.NewField(words.T("Copia"), which),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Un altro file…"), Kind: kit.Outlined, Do: other},
			{Label: words.T("Continua"), Kind: kit.Filled, Do: func() { do(which.Value()) }},
		},
	})
}

// unsealing runs do without a passphrase, and again with what the user types for as
// long as one is wanted. Work is shown as shortly does.
func (s *Shell) unsealing(title string, do func(ctx context.Context, passphrase string) error, done func(error)) {
	s.tryPassphrase(title, "", 0, do, done)
}

func (s *Shell) tryPassphrase(title, passphrase string, wrong int, do func(ctx context.Context, passphrase string) error, done func(error)) {
	s.shortly(title, func(ctx context.Context, _ func(done, total int)) error {
		if err := vault.SlowDown(ctx, wrong); err != nil {
			return err
		}
		return do(ctx, passphrase)
	}, func(err error) {
		if !errors.Is(err, vault.ErrPassphrase) {
			done(err)
			return
		}
		said := ""
		if passphrase != "" {
			wrong++
			said = words.Sentence(app.Sentence(err))
		}
		s.askPassphrase(title, said, func(typed string) { s.tryPassphrase(title, typed, wrong, do, done) })
	})
}

// askPassphrase asks for the passphrase of something sealed; said is what was wrong
// with the one before.
func (s *Shell) askPassphrase(title, said string, done func(passphrase string)) {
	secret, field := secretField(words.T("Frase segreta"))
	field.SetError(said)
	typed := ""
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: title, Content: field, Default: 1, Width: 520,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined, Do: secret.Forget},
			{Label: words.T("Continua"), Kind: kit.Filled, Stay: func() bool {
				typed = secret.Text
				field.SetError("")
				if typed == "" {
					field.SetError(words.T("Scrivete la frase segreta."))
				}
				return typed == ""
			}, Do: func() {
				secret.Forget()
				done(typed)
			}},
		},
	})
}

// secretField is a field whose letters show only where one asks for it.
func secretField(label string) (*kit.Entry, *kit.Field) {
	secret := kit.NewEntry(kit.SecretEntry)
	secret.SetName(label)
	return secret, kit.NewField(label, kit.Row(kit.GapPanel, kit.Grow(secret), kit.NewCheck(words.T("Mostra"), secret.SetShown)))
}

// testCopy restores a copy where nobody sees it; the outcome enters itself among
// the restores.
func (s *Shell) testCopy(path string) {
	file, by := s.cfg.Store, s.cfg.By
	var report app.CopyReport
	s.unsealing(words.T("Prova di ripristino"), func(ctx context.Context, passphrase string) (err error) {
		report, err = file.TestRestore(ctx, by, path, passphrase)
		return err
	}, func(err error) {
		s.saved(app.RestoreForm.Key)
		if err != nil {
			s.fail(err)
			return
		}
		text := words.T("La copia è stata ripristinata in memoria e confrontata con ciò che deve contenere. La prova è scritta fra i ripristini.")
		s.tellReport(words.T("Prova riuscita"), text, report)
	})
}

// lookInto looks a copy over and hands on what it found, with the passphrase that
// opened it.
func (s *Shell) lookInto(title, path string, done func(passphrase string, r app.CopyReport)) {
	copies := s.cfg.Copies
	var report app.CopyReport
	typed := ""
	s.unsealing(title, func(ctx context.Context, passphrase string) (err error) {
		typed = passphrase
		report, err = copies.Verify(ctx, path, passphrase)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		done(typed, report)
	})
}

// verifyCopy says whether a copy is what it should be.
func (s *Shell) verifyCopy(path string) {
	s.lookInto(words.T("Verifico la copia"), path, func(_ string, report app.CopyReport) {
		s.tellReport(words.T("La copia è a posto"), words.T("Ogni byte è come fu scritto, il file è intero, la catena della storia tiene, le schede sono quante la copia dichiara."), report)
	})
}

// tellReport says what looking a copy over has found.
func (s *Shell) tellReport(title, text string, r app.CopyReport) {
	c := kit.DialogConfig{
		Title: title, Icon: kit.IconCheck, Tone: kit.ToneOK, Text: text, Content: s.copyContents(r), Width: 600,
		Buttons: []kit.DialogButton{{Label: words.T("Ho capito"), Kind: kit.Filled}},
	}
	if !r.OK() {
		c.Title, c.Icon, c.Tone = words.T("La copia non è a posto"), kit.IconWarning, kit.ToneError
		c.Text = words.T("La copia si legge, ma non tutto ciò che contiene torna: fatene un’altra, e tenete anche questa.")
	}
	kit.ShowDialog(s.win, c)
}

// mostCounted is how many registers of a copy are named.
const mostCounted = 8

// copyContents says what is in a copy.
func (s *Shell) copyContents(r app.CopyReport) fyne.CanvasObject {
	line := func(label, value string) fyne.CanvasObject {
		return kit.Reflow(kit.NewStyledText(label, theme.SizeNameText, kit.ColorInk2, false), kit.NewText(value))
	}
	name := r.Name
	if name == "" {
		name = words.T("Ufficio senza nome")
	}
	out := kit.Column(kit.GapTight, line(words.T("Ufficio"), name), line(words.T("Fatta il"), form.MomentOf(r.Made).String()),
		line(words.T("Schede"), form.FormatInt(int64(r.Records()))))
	named := 0
	for _, reg := range s.cfg.Registers {
		n := r.Counts[reg.Key]
		if n == 0 {
			continue
		}
		if named++; named > mostCounted {
			out.Add(kit.NewHelp(words.T("e altri registri")))
			break
		}
		out.Add(line("   "+formwords.Short(reg.Type, reg.Label()), form.FormatInt(int64(n))))
	}
	value := r.Head
	if len(value) > 16 {
		value = value[:16] + "…"
	}
	out.Add(line(words.T("Storia"), words.Plural(int(r.Changes), "%d riga", "%d righe")+" · "+value))
	for i, f := range r.Faults {
		if i == mostBroken {
			break
		}
		out.Add(kit.Tinted(kit.ToneError, kit.NewStyledText(words.Sentence(f), theme.SizeNameText, kit.ToneError.Ink(), false)))
	}
	return out
}
