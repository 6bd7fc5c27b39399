package ui

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tutela/app"
	"tutela/app/vault"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Seals opens offices whose file is under a passphrase, and puts it under one.
type Seals interface {
	// Sealed says whether the office at a path takes a passphrase to open.
	Sealed(path string) (bool, error)
	// Unlock has Config.Open open one from now on. Where the passphrase is wrong, the
	// error is vault.ErrPassphrase, and the next try waits longer.
	Unlock(ctx context.Context, path, passphrase string) error
	// Seal puts the file of an office that is closed under the passphrase of its
	// copies, Unseal takes it off.
	Seal(ctx context.Context, path, passphrase string) error
	Unseal(ctx context.Context, path, passphrase string) error
	// Keep keeps what opens an office after its passphrase was changed, Forget
	// forgets it.
	Keep(path string, id *vault.Identity)
	Forget(path string)
}

// sealedNow says whether the file of the office that is open is under a passphrase.
func (s *Shell) sealedNow() bool {
	if s.cfg.Seals == nil || s.cfg.Store == nil {
		return false
	}
	sealed, err := s.cfg.Seals.Sealed(s.cfg.Store.Path())
	return err == nil && sealed
}

// lockNow closes the office that is open and asks for its passphrase. What is being
// edited is safe before. A dialog has nothing safe: the office stays open behind the
// page then, and the dialog comes back. A work that runs is waited for.
func (s *Shell) lockNow() {
	if s.shut || s.closing || s.locked != "" {
		return
	}
	if !s.sealedNow() {
		kit.ShowInfo(s.win, words.T("L’ufficio non ha una frase segreta"),
			words.T("Si blocca un ufficio il cui file è chiuso con la frase segreta: si fa nel tab Backup, Copie di Tutela."))
		return
	}
	if s.busy > 0 {
		s.lockNext = true
		return
	}
	if kit.DialogOpen(s.win) {
		s.cover()
		return
	}
	path := s.cfg.Store.Path()
	at := s.place()
	s.left = &at
	s.takeOverlays() // a menu, a list that is pulled down
	s.leave()
	s.minute.stop()
	if s.cfg.Close != nil {
		if err := s.cfg.Close(); err != nil {
			s.cfg.Log.Error("close office to lock it", "error", err)
		}
	}
	s.cfg.Store, s.cfg.Close = nil, nil
	s.cfg.Seals.Forget(path)
	s.showLocked(path)
}

// takeOverlays takes away what stands over the window, the lowest first.
func (s *Shell) takeOverlays() []fyne.CanvasObject {
	overlays := s.win.Canvas().Overlays()
	list := slices.Clone(overlays.List())
	for _, o := range slices.Backward(list) {
		overlays.Remove(o)
	}
	return list
}

// cover puts the page that asks for the passphrase in the place of all that is
// shown; uncover brings that back.
func (s *Shell) cover() {
	s.forget()
	if s.endLook != nil {
		s.endLook()
	}
	content, title, over, conceal := s.win.Content(), s.win.Title(), s.over, s.conceal
	focused := s.win.Canvas().Focused()
	dialogs := s.takeOverlays()
	s.showLocked(s.cfg.Store.Path())
	s.uncover = func() {
		s.locked, s.uncover, s.over, s.conceal = "", nil, over, conceal
		s.win.SetTitle(title)
		s.win.SetMainMenu(s.menu())
		s.win.SetContent(content)
		for _, o := range dialogs {
			s.win.Canvas().Overlays().Add(o)
		}
		if focused != nil {
			s.win.Canvas().Focus(focused)
		}
		s.lookOver()
	}
}

// worked notes that a long work has ended; the lock that came meanwhile follows,
// behind what the work has to say.
func (s *Shell) worked(said func()) {
	s.busy--
	said()
	if s.busy == 0 && s.lockNext {
		s.lockNext = false
		s.lockNow()
	}
}

// showLocked shows the page that asks for the passphrase, and nothing of the office.
func (s *Shell) showLocked(path string) {
	secret, field := secretField(words.T("Frase segreta"))
	unlock := func() {
		typed := secret.Text
		field.SetError("")
		if typed == "" {
			field.SetError(words.T("Scrivete la frase segreta."))
			kit.FocusOn(secret)
			return
		}
		secret.Forget()
		s.openSealed(path, typed, func(said string) {
			field.SetError(said)
			s.win.Content().Refresh()
			kit.FocusOn(secret)
		})
	}
	secret.OnEnter = unlock
	open := kit.NewButton(kit.Filled, words.T("Apri l’ufficio"), kit.IconLock, unlock)
	page := kit.Column(kit.GapField,
		kit.Row(kit.GapSmall, kit.NewIcon(kit.IconLock, theme.ColorNamePrimary, theme.SizeNameHeadingText), kit.Grow(kit.NewHeading(words.T("L’ufficio è chiuso")))),
		kit.NewText(words.F("«%s» si apre con la sua frase segreta.", filepath.Base(path))),
		field,
		kit.Row(0, open, kit.Spacer()),
		kit.NewHelp(words.T("Dimenticata, non si recupera: guardate il foglio in cassaforte. Chi sbaglia più volte aspetta ogni volta di più.")))
	if s.cfg.Open != nil && s.cfg.Store == nil {
		page.Add(kit.Row(0, kit.NewLink(words.T("Apri un altro ufficio…"), kit.IconFolder, s.chooseOffice), kit.Spacer()))
	}
	s.showAlone(path, kit.Pad(kit.GapPanel, kit.GapPanel, kit.GapPanel, kit.GapPanel, kit.Centre(520, kit.Panel(page))), secret)
}

// showAlone shows a page in the place of the office at a path, and gives first the
// keyboard: no office is open, or what is open stays unseen.
func (s *Shell) showAlone(path string, page, first fyne.CanvasObject) {
	s.locked, s.over, s.conceal = path, nil, nil
	s.win.SetTitle("Tutela")
	quit := item(words.T("Esci"), fyne.KeyQ, s.Close)
	quit.IsQuit = true
	s.win.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu(words.T("File"), quit)))
	s.win.SetContent(kit.NewFloor(kit.NewScroll(page)))
	s.focusLocked = func() { kit.FocusOn(first) }
	s.focusLocked()
}

// openSealed opens an office with a passphrase and goes on to it; wrong is told
// what is the matter where it does not open.
func (s *Shell) openSealed(path, passphrase string, wrong func(said string)) {
	var opened Opened
	uncover := s.uncover
	s.shortly(words.T("Apro l’ufficio"), func(ctx context.Context, _ func(done, total int)) error {
		err := s.cfg.Seals.Unlock(ctx, path, passphrase)
		if err == nil && uncover == nil {
			opened, err = s.cfg.Open(path, false)
		}
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, vault.ErrPassphrase):
			wrong(wrongPhrase())
		case errors.Is(err, app.ErrDamaged) && s.cfg.Store == nil:
			s.showDamaged(path, err)
		case err != nil:
			s.fail(err)
		case uncover != nil:
			uncover()
		default:
			s.goOn(opened)
		}
	})
}

// wrongPhrase says that the passphrase is not that of the office.
func wrongPhrase() string {
	return words.T("La frase segreta non è quella giusta. Guardate maiuscole, accenti e spazi, e riprovate.")
}

// askSealed asks for the passphrase of another office and goes on to it.
func (s *Shell) askSealed(path, said string) {
	s.askPassphrase(words.F("Apri «%s»", filepath.Base(path)), said, func(typed string) {
		s.openSealed(path, typed, func(said string) { s.askSealed(path, said) })
	})
}

// prefLock is after how many minutes without use an office is locked, 0 for never.
const prefLock = "lock-minutes"

// lockUsually holds until something is chosen.
const lockUsually = 15

func (s *Shell) lockMinutes() int {
	return s.cfg.App.Preferences().IntWithFallback(prefLock, lockUsually)
}

// idleBeat is how often it is looked whether the window is in use.
const idleBeat = 10 * time.Second

// lockIfIdle locks a sealed office where nothing was done for as long as was chosen.
func (s *Shell) lockIfIdle() {
	now, state := s.cfg.Now(), s.useState()
	if state != s.use || s.used.IsZero() || now.Before(s.used) {
		s.use, s.used = state, now
		return
	}
	if n := s.lockMinutes(); n > 0 && now.Sub(s.used) >= time.Duration(n)*time.Minute && s.sealedNow() {
		s.used = time.Time{}
		s.lockNow()
	}
}

// useState changes with what the user does: which thing has the keyboard, what is
// typed in it, what is in front, and how far it is scrolled. The toolkit tells
// nobody of keys and clicks as a whole; what the program changes by itself, as a
// clock that runs, is no use.
func (s *Shell) useState() uint64 {
	h := fnv.New64a()
	c := s.win.Canvas()
	focused := c.Focused()
	fmt.Fprintf(h, "%p %p", focused, s.front)
	if e, ok := focused.(*kit.Entry); ok {
		fmt.Fprint(h, e.CursorRow, e.CursorColumn, e.Text)
	}
	look := func(o fyne.CanvasObject) {
		kit.Scrolled(o, func(s *container.Scroll) { fmt.Fprintf(h, "%p %v", s, s.Offset) })
	}
	look(c.Content())
	for _, o := range c.Overlays().List() {
		fmt.Fprintf(h, "%p", o)
		look(o)
	}
	return h.Sum64()
}
