package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

var archiveType = app.ArchiveForm.Type()

// archiveClasses are the classes of data, the least delicate first, as annex C has
// them (6-details, 31).
var archiveClasses = []struct{ slug, title string }{
	{"common", "Dati comuni"}, {"special", "Dati particolari (art. 9 GDPR)"}, {"criminal", "Dati giudiziari (art. 10 GDPR)"},
}

// archiveList is annex C of the document: the collections of data by class.
func archiveList(w *writer, _ any) doc.Document {
	list := app.All(w.d, app.ArchiveForm)
	if w.blank {
		list = nil
	}
	out := doc.Document{Landscape: true, Draft: !w.officeComplete(), Blocks: []doc.Block{doc.Fields{Entries: []doc.Entry{w.controllerRow()}}}}
	add := func(blocks ...doc.Block) { out.Blocks = append(out.Blocks, blocks...) }
	add(textOf("office-lists").say("archives")...)
	unsorted := w.archiveTable()
	in := map[string][]doc.Row{}
	for _, a := range list {
		out.Draft = out.Draft || !archiveType.Complete(a)
		class := worstClass(a)
		in[class] = append(in[class], w.archiveRow(a))
	}
	for _, c := range archiveClasses {
		table := w.archiveTable()
		table.Rows, table.Empty = in[c.slug], "Nessuna banca dati di questa classe."
		if w.blank {
			table.BlankRows = 3
		}
		add(doc.Heading{Level: 1, Text: c.title}, table)
	}
	if unsorted.Rows = in[""]; len(unsorted.Rows) > 0 {
		add(doc.Heading{Level: 1, Text: "Banche dati di cui manca la classe"}, unsorted)
	}
	out.Blocks = numbered(out.Blocks)
	return out
}

// worstClass is the most delicate class of data of an archive; "" where none is
// said.
func worstClass(a *app.Archive) string {
	class := ""
	for _, c := range archiveClasses {
		if slices.Contains(a.Classes, c.slug) {
			class = c.slug
		}
	}
	return class
}

func (w *writer) archiveTable() doc.Table {
	return doc.Table{Columns: []doc.Column{
		{Head: "Banca dati", Width: 5}, {Head: "Forma", Width: 3}, {Head: "Dati", Width: 4}, {Head: "Dove sta", Width: 5},
		{Head: "Responsabile", Width: 4}, {Head: "Trattamenti che la usano", Width: 6}, {Head: "Chi è ammesso (carta)", Width: 5},
	}}
}

func (w *writer) archiveRow(a *app.Archive) doc.Row {
	where := nonEmpty(w.d.Ref(app.SystemForm.Key, a.System), w.d.Ref(app.RoomForm.Key, a.Room))
	if r := app.Find(w.d, app.RoomForm, a.Room); r != nil {
		where = append(where, nonEmpty(w.d.Ref(app.SiteForm.Key, r.Site))...)
	}
	var treatments, admitted []string
	for _, uid := range a.Treatments {
		treatments = append(treatments, w.d.Ref(app.TreatmentForm.Key, uid))
	}
	if a.Kind == "paper" {
		for _, uid := range a.Admitted {
			admitted = append(admitted, w.d.Ref(app.PersonForm.Key, uid))
		}
	}
	dissemination := ""
	if a.Disseminated == "yes" {
		dissemination = "destinati alla diffusione"
	}
	return doc.Row{
		{Paras: [][]doc.Run{doc.B(a.Name)}}, needed(w.words(archiveType.Field("kind"), a)...),
		needed(strings.Join(w.labels("data-class", a.Classes), ", "), dissemination), needed(where...),
		cell(w.d.Ref(app.PersonForm.Key, a.Charge)), needed(treatments...), cell(admitted...),
	}
}
