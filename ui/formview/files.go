package formview

import (
	"fyne.io/fyne/v2"

	"tutela/ui/kit"
	"tutela/ui/words"
)

// files names the attachments of a record.
func (c *cell) files() fyne.CanvasObject {
	text := kit.NewText("")
	c.sync = func() {
		text.SetText(words.T("Nessun file."))
		for i, name := range c.field.Words(c.block.ed.Rec, c.block.view.cfg.Names) {
			if i == 0 {
				text.SetText(name)
				continue
			}
			text.SetText(text.Text() + ", " + name)
		}
	}
	return text
}
