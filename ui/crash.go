package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2/theme"

	"tutela/ui/kit"
	"tutela/ui/words"
)

// crashNote is the file that a crash leaves in the state folder of the computer.
const crashNote = "chiusura-imprevista.txt"

// CrashNote is where the note of a crash lies.
func CrashNote(folder string) string { return filepath.Join(folder, crashNote) }

// Crashed writes the note of a crash: what failed and where in the program,
// nothing of what was typed. Only what the Go runtime itself says is kept in
// words, for other values may hold data of the office.
func Crashed(folder, version string, what any) error {
	reason := fmt.Sprintf("%T", what)
	if err, ok := what.(runtime.Error); ok {
		reason = err.Error()
	}
	text := fmt.Sprintf("Tutela %s, %s/%s, %s\n%s\n\n%s", version, runtime.GOOS, runtime.GOARCH, runtime.Version(), reason, debug.Stack())
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("keep crash note: %w", err)
	}
	if err := os.WriteFile(CrashNote(folder), []byte(text), 0o600); err != nil {
		return fmt.Errorf("keep crash note: %w", err)
	}
	return nil
}

// Rescue keeps what is being edited, after something failed that nobody expected.
func (s *Shell) Rescue() {
	defer func() {
		if what := recover(); what != nil {
			s.cfg.Log.Error("rescue", "failed", fmt.Sprintf("%T", what))
		}
	}()
	if s.cfg.Store != nil {
		s.leave()
	}
}

// background runs work away from the window's thread; a panic in it ends the
// program as one in the window would, drafts kept and note written.
func (s *Shell) background(do func()) {
	go func() {
		defer func() {
			if what := recover(); what != nil && s.cfg.Crash != nil {
				s.cfg.Crash(what)
			} else if what != nil {
				panic(what)
			}
		}()
		do()
	}()
}

// tellCrash says at the next start that the program had ended by itself, and leaves
// the note to the user: nothing sends it anywhere.
func (s *Shell) tellCrash() {
	if s.cfg.State == "" {
		return
	}
	note := CrashNote(s.cfg.State)
	data, err := os.ReadFile(note)
	if err != nil {
		return
	}
	kept := note + ".letta"
	if err := os.Rename(note, kept); err != nil {
		s.cfg.Log.Warn("put crash note aside", "error", err)
		kept = note
	}
	details := kit.NewEntry(kit.LongEntry)
	details.SetText(string(data))
	details.SetLocked(true)
	showFolder := func() bool {
		if err := s.cfg.OpenFile(filepath.Dir(kept)); err != nil {
			s.fail(err)
		}
		return true
	}
	throwAway := func() {
		if err := os.Remove(kept); err != nil {
			s.fail(err)
		}
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("L’ultima volta Tutela si è chiuso da solo"), Icon: kit.IconInfo, Tone: kit.ToneAccent, Width: 620,
		Text:    words.F("Quello che avevate scritto fino a un secondo prima è al sicuro. Qui sotto sta che cosa si è guastato nel programma, e niente dei vostri dati: resta su questo computer, nessuno lo riceve. Se vi succede ancora, date voi a chi vi assiste il file %s", kept),
		Content: kit.Column(kit.GapTight, kit.NewStyledText(words.T("Particolari tecnici"), theme.SizeNameCaptionText, kit.ColorInk2, true), details),
		Default: 2, Cancel: 2,
		Buttons: []kit.DialogButton{
			{Label: words.T("Apri la cartella"), Kind: kit.Outlined, Stay: showFolder},
			{Label: words.T("Butta via la nota"), Kind: kit.Outlined, Do: throwAway},
			{Label: words.T("Ho capito"), Kind: kit.Filled},
		},
	})
}
