package papers

import (
	"cmp"
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

var erasureType = app.ErasureForm.Type()

// erasureMinutes are the minutes of an erasure at the end of retention, or of the
// reason why data are kept on (spec 7, erasure-minutes; decision A15).
func erasureMinutes(w *writer, subject any) doc.Document {
	e, _ := subject.(*app.Erasure)
	if e == nil {
		e, w.blank = &app.Erasure{}, true
	}
	p := newRecordPaper(w, "erasure", w.controllerRow())
	p.add(p.say("minutes")...)
	p.head("Quali dati")
	f := p.fields(erasureType.Sections[0].Fields, e)
	if len(e.DataTypes) == 0 && !w.blank {
		f.Entries = append(f.Entries, doc.Entry{Label: erasureType.Field("data_types").Label, Value: [][]doc.Run{doc.T("tutte quelle del trattamento")}})
	}
	term := ""
	if t := app.Find(w.d, app.TreatmentForm, e.Treatment); t != nil {
		term = t.RetentionSummary(w.d)
	}
	if row, ok := w.row("Termine di conservazione", 1, false, term); ok {
		f.Entries = append(f.Entries, row)
	}
	p.add(f)
	p.head("Che cosa si è fatto")
	p.add(p.fields(erasureType.Sections[1].Fields, e, "minutes")) // it is the day of the signature
	switch {
	case w.blank || e.Gone():
		p.add(p.say("gone")...)
	case e.Outcome == app.ExtendedData:
		p.add(p.say("kept")...)
	}
	p.sign(cmp.Or(e.Minutes, e.On).String(), doc.Signer{Role: "Chi l’ha fatto", Name: w.d.Ref(app.PersonForm.Key, e.By)}, w.treatmentSigner(e))
	subtitle := ""
	if !w.blank {
		subtitle = erasureType.Named(e, w.d)
	}
	return p.document(subtitle)
}

// treatmentSigner is who answers for the treatment and signs beside who did it: its
// designato on that day; the controller where nobody is, or where he did it himself
// (decision A27).
func (w *writer) treatmentSigner(e *app.Erasure) doc.Signer {
	if w.blank {
		return doc.Signer{Role: "Il designato al trattamento", Note: "o il titolare, se non è nominato"}
	}
	for _, a := range app.Appointments(w.d, app.RoleTreatment, cmp.Or(e.On, w.day())) {
		if slices.Contains(a.Treatments, e.Treatment) && (a.Person == "" || a.Person != e.By) {
			return doc.Signer{Role: "Il designato al trattamento", Name: a.Holder(w.d), Note: "per conto del titolare"}
		}
	}
	return doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative}
}
