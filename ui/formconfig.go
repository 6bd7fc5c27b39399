package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/ui/formview"
)

// formConfig is what every form of the window asks for.
func (s *Shell) formConfig(changed func()) formview.Config {
	return formview.Config{
		Names: s.world, Options: s.names.options, Changed: changed, Clock: s.cfg.Now,
		AddEntry: s.addEntry, NewRecord: s.newRecord, NewLabel: s.newRecordLabel, Attachments: attachments{s},
		Prefill: func(row any) { app.Prefill(s.names.catalogues(), row) },
		Chosen:  s.chosen, Example: s.showExample,
		Parts: s.matrixParts(), Below: s.coverageParts(),
	}
}

// addEntry adds the office's own entry to a catalogue.
func (s *Shell) addEntry(name, label string) (string, bool) {
	slug := catalogue.Slug(label)
	for n := 2; ; n++ {
		if _, taken := s.names.catalogues().Find(name, slug); !taken {
			break
		}
		slug = catalogue.Slug(label) + "-" + form.FormatInt(int64(n))
	}
	e := &app.CatalogEntry{Catalogue: name, Slug: slug, Label: label}
	if err := s.cfg.Store.Save(context.Background(), s.cfg.By, app.CatalogEntryForm.Type(), e); err != nil {
		s.fail(err)
		return "", false
	}
	s.saved(app.CatalogEntryForm.Key)
	return slug, true
}

// show puts an object in sight or takes it away.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// chosen starts what follows from a choice: a measure of the office brings the
// dangers that it meets, unless some were said already; a section of the document
// the standard text that is known when one's own is written.
func (s *Shell) chosen(ed *form.Editor, f *form.Field) bool {
	if t, ok := ed.Rec.(*app.DocumentText); ok && f.Key == "section" {
		t.See()
		return true
	}
	m, ok := ed.Rec.(*app.OfficeMeasure)
	if !ok || f.Key != "measure" || len(m.Dangers) > 0 {
		return false
	}
	meant := app.Measure{Measure: m.Measure.Measure}
	app.Prefill(s.names.catalogues(), &meant)
	list := ed.Type.Field("dangers")
	for _, d := range meant.Dangers {
		ed.AddRowWith(list, func(rec any) { *rec.(*app.Danger) = *d })
	}
	return len(meant.Dangers) > 0
}
