package formview

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// Attachments is what a field of files asks of its surroundings.
type Attachments interface {
	// Add asks for a file and keeps its bytes. Then done is told, on the window's
	// thread, of the file or of what was wrong with it; where the user gave up, of
	// nothing.
	Add(done func(form.File, error))
	// Open shows a file in the system's program for it.
	Open(form.File)
	// SaveCopy asks where a copy is to be written, and writes it.
	SaveCopy(form.File)
	// Added tells when the files of a record came into it, by their SHA-256, and
	// when those did that are not saved yet; uid is "" for a new record.
	Added(register, uid string) map[string]time.Time
}

// files shows the attachments of a record, and adds to them.
func (c *cell) files() fyne.CanvasObject {
	config := kit.FileListConfig{Items: c.fileItems}
	var list *kit.FileList
	if with := c.block.view.cfg.Attachments; with != nil {
		config.Open = func(i int) { with.Open(c.attached()[i]) }
		config.Save = func(i int) { with.SaveCopy(c.attached()[i]) }
		config.Add = func() { with.Add(func(file form.File, err error) { c.addFile(list, file, err) }) }
		config.Remove = c.removeFile
	}
	list = kit.NewFileList(config)
	c.sync = list.Reload
	return list
}

// attached are the files that the field holds.
func (c *cell) attached() []form.File {
	files, _ := c.field.Value(c.block.ed.Rec).([]form.File)
	return files
}

func (c *cell) fileItems() []kit.FileItem {
	files := c.attached()
	items := make([]kit.FileItem, len(files))
	for i, f := range files {
		items[i] = kit.FileItem{Icon: fileIcon(f.Name), Name: f.Name, Second: FileSize(f.Size)}
		if at, ok := c.block.view.addedAt(f.SHA256); ok {
			items[i].Second = words.F("%s · aggiunto il %s", items[i].Second, form.DateOf(at))
		}
	}
	return items
}

// addFile takes in the file that was chosen, once.
func (c *cell) addFile(list *kit.FileList, file form.File, err error) {
	if err != nil {
		list.Say(kit.ToneError, words.Sentence(app.Sentence(err)))
		return
	}
	files, v := c.attached(), c.block.view
	if i := slices.IndexFunc(files, func(f form.File) bool { return f.SHA256 == file.SHA256 }); i >= 0 {
		list.Say(kit.ToneNeutral, words.F("«%s» non è stato aggiunto una seconda volta: il suo contenuto c’è già, in «%s».", file.Name, files[i].Name))
		return
	}
	if _, known := v.addedAt(file.SHA256); !known && v.cfg.Clock != nil {
		v.added[file.SHA256] = v.cfg.Clock()
	}
	c.set(append(files, file))
	list.Reload()
}

func (c *cell) removeFile(i int) (restore func()) {
	files := c.attached()
	file := files[i]
	c.setFiles(slices.Delete(files, i, i+1))
	return func() {
		files := c.attached()
		c.setFiles(slices.Insert(files, min(i, len(files)), file))
	}
}

func (c *cell) setFiles(files []form.File) {
	if len(files) == 0 {
		c.set(nil)
		return
	}
	c.set(files)
}

// addedAt tells when a file came into the record, if that is known. The office
// is asked once a view, and only where there are files.
func (v *View) addedAt(sha string) (at time.Time, known bool) {
	if v.added == nil {
		v.added = map[string]time.Time{}
		if rec, ok := v.ed.Rec.(form.Record); ok && v.cfg.Attachments != nil {
			maps.Copy(v.added, v.cfg.Attachments.Added(v.ed.Type.Key, rec.Head().UID))
		}
	}
	at, known = v.added[sha]
	return at, known
}

func fileIcon(name string) kit.Icon {
	kind, _ := app.KindOfFile(name)
	switch kind {
	case app.FileSheet:
		return kit.IconTable
	case app.FilePicture:
		return kit.IconPicture
	case app.FileMail:
		return kit.IconMail
	case app.FileArchive:
		return kit.IconArchive
	case app.FileMedia:
		return kit.IconMedia
	case app.FileProgram:
		return kit.IconForbidden
	}
	return kit.IconDocument
}

// FileSize is a size in bytes as people say it: «340 KB», «1,2 MB».
func FileSize(bytes int64) string {
	const kb, mb = 1 << 10, 1 << 20
	if tenths := (bytes*10 + mb/2) / mb; tenths >= 10 {
		return words.F("%s,%d MB", form.FormatInt(tenths/10), tenths%10)
	}
	return words.F("%s KB", form.FormatInt((bytes+kb-1)/kb))
}
