package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"tutela/app"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefFolder is the folder that files were last taken from or put into.
const prefFolder = "folder"

// lastFolder is where a file dialog begins.
func (s *Shell) lastFolder() string {
	if dir := s.cfg.App.Preferences().String(prefFolder); dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{"Documenti", "Documents"} {
			if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
				return filepath.Join(home, name)
			}
		}
		return home
	}
	return "."
}

func (s *Shell) setLastFolder(path string) { s.cfg.App.Preferences().SetString(prefFolder, path) }

// roomy gives a file dialog the size that the window has for it, and its place.
func (s *Shell) roomy(d *dialog.FileDialog, title, confirm, folder string) {
	d.SetTitleText(title)
	d.SetConfirmText(confirm)
	d.SetDismissText(words.T("Annulla"))
	if l, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(l)
	}
	d.Show() // before it is shown, it has nothing to give a size to
	size := s.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(1000, size.Width-40), min(640, size.Height-40)))
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		top.Refresh() // it stays where its first size had put it
	}
}

// askOpen asks which file to read, one with these endings ("" for all).
func (s *Shell) askOpen(title string, endings []string, done func(path string)) {
	s.askPath(title, endings, func(path string, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		done(path)
	})
}

// askPath is askOpen that tells also of a file that cannot be read.
func (s *Shell) askPath(title string, endings []string, done func(path string, err error)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			path := ""
			var at *fs.PathError
			if errors.As(err, &at) {
				path = at.Path
			}
			done("", cannotRead(path, err))
			return
		}
		if r == nil {
			return
		}
		path := filepath.FromSlash(r.URI().Path())
		if err := r.Close(); err != nil {
			s.cfg.Log.Warn("close chosen file", "error", err)
		}
		s.setLastFolder(filepath.Dir(path))
		done(path, nil)
	}, s.win)
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	s.roomy(d, title, words.T("Apri"), s.lastFolder())
}

func cannotRead(path string, err error) error {
	return &app.Refusal{What: "Il file «" + filepath.Base(path) + "» non si può leggere.", Do: "Controllate che ci sia ancora e i suoi permessi.", Err: err}
}

// askSave asks where a file is to be written: name and folder in one small
// sheet, which is quick to type into. The file itself is not touched; one that is
// there is replaced only after asking.
func (s *Shell) askSave(title, name, ending, confirm string, done func(path string)) {
	file := kit.NewEntry(kit.TextEntry)
	file.SetText(strings.TrimSuffix(name, ending))
	nameField := kit.NewField(words.T("Nome del file"), file)
	folder := s.newFolderChoice()
	var path string
	wrong := func() bool {
		nameField.SetError("")
		folder.field.SetError("")
		typed := strings.TrimSpace(file.Text)
		if typed == "" || strings.ContainsAny(typed, `/\:*?"<>|`) {
			nameField.SetError(words.T(`Il nome non può essere vuoto né contenere / \ : * ? " < > |`))
			kit.FocusOn(file)
			return true
		}
		dir, ok := folder.chosen()
		if !ok {
			return true
		}
		if !strings.EqualFold(filepath.Ext(typed), ending) {
			typed += ending
		}
		path = filepath.Join(dir, typed)
		return false
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: title, Content: kit.Column(kit.GapField, nameField, folder.field, folder.browse), Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: confirm, Kind: kit.Filled, Stay: wrong, Do: func() {
				s.setLastFolder(filepath.Dir(path))
				s.unlessThere(path, done)
			}},
		},
	})
}

// folderChoice is where a dialog asks for a folder: written, or looked for.
type folderChoice struct {
	entry  *kit.Entry
	field  *kit.Field
	browse *kit.Link
}

func (s *Shell) newFolderChoice() *folderChoice {
	c := s.folderField(words.T("Cartella"), s.lastFolder())
	c.field.SetHelp(words.T("Anche una chiavetta: scrivetela, o sceglietela con Sfoglia."))
	return c
}

// folderField is a field for a folder, with a way to look for it.
func (s *Shell) folderField(label, value string) *folderChoice {
	c := &folderChoice{entry: kit.NewEntry(kit.TextEntry)}
	c.entry.SetText(value)
	c.field = kit.NewField(label, c.entry)
	c.browse = kit.NewLink(words.T("Sfoglia…"), kit.IconFolder, func() {
		d := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
			if err == nil && l != nil {
				c.entry.SetText(filepath.FromSlash(l.Path()))
			}
		}, s.win)
		s.roomy(d, words.T("Scegliete la cartella"), words.T("Scegli"), s.lastFolder())
	})
	return c
}

// chosen is the folder, if there is such a one; else the field says so.
func (c *folderChoice) chosen() (dir string, ok bool) {
	dir = strings.TrimSpace(c.entry.Text)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		c.field.SetError(words.T("Questa cartella non c’è."))
		kit.FocusOn(c.entry)
		return "", false
	}
	return dir, true
}

// askFolder asks for a folder; the folder itself is not touched.
func (s *Shell) askFolder(title, text, confirm string, done func(dir string)) {
	folder := s.newFolderChoice()
	var dir string
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: title, Text: text, Content: kit.Column(kit.GapField, folder.field, folder.browse), Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: confirm, Kind: kit.Filled, Stay: func() bool {
				folder.field.SetError("")
				at, ok := folder.chosen()
				dir = at
				return !ok
			}, Do: func() {
				s.setLastFolder(dir)
				done(dir)
			}},
		},
	})
}

// unlessThere goes on at once where there is no such file, else after asking.
func (s *Shell) unlessThere(path string, done func(path string)) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		done(path)
		return
	}
	kit.Confirm(s.win, words.F("Sostituire «%s»?", filepath.Base(path)), words.T("Nella cartella c’è già un file con questo nome: il suo contenuto si perderebbe."),
		words.T("Sostituisci"), true, func(ok bool) {
			if ok {
				done(path)
			}
		})
}
