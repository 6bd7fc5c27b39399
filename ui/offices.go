package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefRecent lists the offices opened on this computer, the newest first.
const prefRecent = "recent-offices"

// mostRecent is how many of them the menu offers.
const mostRecent = 10

// Opened is an office file that is open: its store, and how it is closed.
type Opened struct {
	Store Store
	Close func() error
}

// Recent lists the offices that were opened on this computer, the newest first.
func Recent(p fyne.Preferences) []string { return p.StringList(prefRecent) }

func (s *Shell) remember(path string) {
	p := s.cfg.App.Preferences()
	list := slices.DeleteFunc(Recent(p), func(x string) bool { return x == path })
	list = append([]string{path}, list...)
	p.SetStringList(prefRecent, list[:min(mostRecent, len(list))])
}

func (s *Shell) forgetRecent(path string) {
	p := s.cfg.App.Preferences()
	p.SetStringList(prefRecent, slices.DeleteFunc(Recent(p), func(x string) bool { return x == path }))
	s.win.SetMainMenu(s.menu())
}

// newOffice makes the file of another office and goes on to it.
func (s *Shell) newOffice() {
	s.askSave(words.T("Nuovo ufficio"), words.T("ufficio"), app.OfficeEnding, words.T("Crea"), func(path string) {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			s.fail(&app.Refusal{What: "«" + filepath.Base(path) + "» c’è già: un ufficio non si sostituisce con uno vuoto.", Do: "Scegliete un altro nome, o apritelo con File, Apri."})
			return
		}
		s.swap(path, true)
	})
}

// chooseOffice asks which office file to open.
func (s *Shell) chooseOffice() {
	s.askOpen(words.T("Apri un ufficio"), []string{app.OfficeEnding}, func(path string) { s.swap(path, false) })
}

// openRecent opens an office that was open before.
func (s *Shell) openRecent(path string) {
	if _, err := os.Stat(path); err != nil {
		kit.Confirm(s.win, words.F("«%s» non c’è più", filepath.Base(path)), words.F("Era in %s: forse è stato spostato, o sta su un disco che ora non è collegato.", filepath.Dir(path)),
			words.T("Togli dall’elenco"), false, func(ok bool) {
				if ok {
					s.forgetRecent(path)
				}
			})
		return
	}
	s.swap(path, false)
}

// swap leaves the present office, its drafts kept and its file closed, and goes
// on to another. Where that cannot be opened the present one stays.
func (s *Shell) swap(path string, create bool) {
	if s.cfg.Open == nil || s.locked == "" && path == s.cfg.Store.Path() {
		return
	}
	if !create && s.cfg.Seals != nil {
		if sealed, err := s.cfg.Seals.Sealed(path); err == nil && sealed {
			s.askSealed(path, "")
			return
		}
	}
	opened, err := s.cfg.Open(path, create)
	if err != nil {
		s.fail(err)
		return
	}
	s.goOn(opened)
}

// goOn leaves what is open, if anything is, for an office that was opened.
func (s *Shell) goOn(opened Opened) {
	old, closeOld, locked := s.cfg.Store, s.cfg.Close, s.locked
	if locked == "" {
		s.leave()
	}
	s.imported = app.Taken{}
	s.cfg.Store, s.cfg.Close, s.locked = opened.Store, opened.Close, ""
	if err := s.build(); err != nil {
		s.cfg.Store, s.cfg.Close, s.locked = old, closeOld, locked
		err = errors.Join(err, opened.Close())
		if locked != "" {
			s.showLocked(locked)
		} else {
			err = errors.Join(err, s.build())
		}
		s.fail(err)
		return
	}
	if closeOld != nil {
		if err := closeOld(); err != nil {
			s.fail(err)
		}
	}
	left := s.left
	s.left = nil
	switch {
	case locked == "":
		s.arrive()
	case left != nil && locked == s.cfg.Store.Path():
		s.goToPlace(*left)
	default:
		s.arrive()
		s.removeLeftCopies()
		s.tellCrash()
	}
	s.greet()
}

// leave has everything half done kept in the file of the office.
func (s *Shell) leave() {
	s.forget()
	if s.endLook != nil {
		s.endLook()
	}
	if s.endBatch != nil {
		s.endBatch()
	}
	for _, p := range s.pages {
		p.leave()
	}
	s.drafts.stop()
	s.removeTemporary()
}

// recentItems are the menu entries of the offices opened before.
func (s *Shell) recentItems() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, path := range Recent(s.cfg.App.Preferences()) {
		if path != s.cfg.Store.Path() {
			out = append(out, fyne.NewMenuItem(filepath.Base(path)+"  –  "+filepath.Dir(path), func() { s.openRecent(path) }))
		}
	}
	if len(out) == 0 {
		none := fyne.NewMenuItem(words.T("(nessun altro ufficio)"), nil)
		none.Disabled = true
		out = append(out, none)
	}
	return out
}

// riskyPlace says why a folder is no good place for an office, or "".
func riskyPlace(path string) string {
	if app.Synced(path) {
		return words.T("Questa cartella viene copiata in rete da un altro programma mentre si scrive: il file potrebbe rovinarsi, e i dati uscirebbero dal computer.")
	}
	if strings.HasPrefix(path, `\\`) || strings.HasPrefix(path, "//") {
		return words.T("Questa cartella sta su un altro computer della rete: se il collegamento cade mentre si scrive, il file potrebbe rovinarsi.")
	}
	return ""
}

// prefWarned marks the folders that one was already warned of.
const prefWarned = "warned-of "

// warnOfPlace says once that the office stands in a risky place.
func (s *Shell) warnOfPlace() {
	dir := filepath.Dir(s.cfg.Store.Path())
	p := s.cfg.App.Preferences()
	if why := riskyPlace(dir); why != "" && !p.Bool(prefWarned+dir) {
		p.SetBool(prefWarned+dir, true)
		kit.ShowError(s.win, words.T("Attenzione alla cartella"), why, words.T("Chiudete Tutela e spostate il file su un disco di questo computer."))
	}
}
