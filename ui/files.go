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
	size := s.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(1000, size.Width-40), min(640, size.Height-40)))
	d.Show()
}

// askOpen asks which file to read, one with these endings ("" for all).
func (s *Shell) askOpen(title string, endings []string, done func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			s.fail(err)
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
		done(path)
	}, s.win)
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	s.roomy(d, title, words.T("Apri"), s.lastFolder())
}

// askSave asks where a file is to be written: name and folder in one small
// sheet, which is quick to type into. The file itself is not touched; one that is
// there is replaced only after asking.
func (s *Shell) askSave(title, name, ending, confirm string, done func(path string)) {
	file, folder := kit.NewEntry(kit.TextEntry), kit.NewEntry(kit.TextEntry)
	file.SetText(strings.TrimSuffix(name, ending))
	folder.SetText(s.lastFolder())
	nameField := kit.NewField(words.T("Nome del file"), file)
	folderField := kit.NewField(words.T("Cartella"), folder)
	folderField.SetHelp(words.T("Anche una chiavetta: scrivetela, o sceglietela con Sfoglia."))
	browse := kit.NewLink(words.T("Sfoglia…"), kit.IconFolder, func() {
		d := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
			if err == nil && l != nil {
				folder.SetText(filepath.FromSlash(l.Path()))
			}
		}, s.win)
		s.roomy(d, words.T("Scegliete la cartella"), words.T("Scegli"), s.lastFolder())
	})
	var path string
	wrong := func() bool {
		nameField.SetError("")
		folderField.SetError("")
		typed := strings.TrimSpace(file.Text)
		if typed == "" || strings.ContainsAny(typed, `/\:*?"<>|`) {
			nameField.SetError(words.T(`Il nome non può essere vuoto né contenere / \ : * ? " < > |`))
			kit.FocusOn(file)
			return true
		}
		dir := strings.TrimSpace(folder.Text)
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			folderField.SetError(words.T("Questa cartella non c’è."))
			kit.FocusOn(folder)
			return true
		}
		if !strings.EqualFold(filepath.Ext(typed), ending) {
			typed += ending
		}
		path = filepath.Join(dir, typed)
		return false
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: title, Content: kit.Column(kit.GapField, nameField, folderField, browse), Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: confirm, Kind: kit.Filled, Stay: wrong, Do: func() {
				s.setLastFolder(filepath.Dir(path))
				s.unlessThere(path, done)
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
