package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// Front is the list that stands before papers that are one PDF.
func Front(d *app.Dossier) doc.Document {
	return doc.Document{
		Kind: "bound", Title: "Documenti dell’ufficio", Subtitle: d.Office().Name, Office: d.Office().Name, Date: d.Today().String(),
		Blocks: []doc.Block{
			doc.Para{Small: true, Runs: doc.T("I numeri sono quelli delle pagine di questo PDF; ogni documento conserva la propria numerazione a piè di pagina.")},
			doc.Contents{},
		},
	}
}

// Wants says that the paper is one to print of a record among all those of its
// register: it has a use for it, and is of records that go on, or that ended.
func (p Paper) Wants(rec any, ended bool) bool { return p.Fits(rec) && p.ofEnded == ended }

// FullTitle names a filled paper, and the record that it is of.
func FullTitle(d doc.Document) string {
	if d.Subtitle == "" {
		return d.Title
	}
	return d.Title + ": " + d.Subtitle
}
