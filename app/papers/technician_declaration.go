package papers

import (
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

var interventionType = app.InterventionForm.Type()

// technicianDeclaration is what an outside technician signs at the end of the work
// (spec 7, technician-declaration; 5-law 6, EXT1). It may be printed before: what
// is not known yet is written by hand.
func technicianDeclaration(w *writer, subject any) doc.Document {
	x, _ := subject.(*app.Intervention)
	if x == nil {
		x, w.blank = &app.Intervention{}, true
	}
	p := newRecordPaper(w, "technician")
	p.add(p.say("opening")...)
	p.head("Il lavoro")
	var f doc.Fields
	add := func(label string, lines int, half bool, value ...string) {
		e := doc.Entry{Label: label, Half: half, Lines: lines}
		if value = slices.DeleteFunc(value, func(s string) bool { return s == "" }); len(value) > 0 {
			e.Value, e.Lines = cell(value...).Paras, 0
		}
		f.Entries = append(f.Entries, e)
	}
	what := w.d.Ref(app.SystemForm.Key, x.System)
	if what == "" {
		what = x.Subject
	}
	add("Ditta", 1, true, x.Who(w.d))
	add("Tecnico", 1, true, x.Technician)
	add("Su che cosa", 1, false, what)
	add("Chiamato il", 1, true, x.Called.String())
	add("Intervento del", 1, true, x.On.String())
	add("Chi dell’ufficio era presente", 1, true, w.d.Ref(app.PersonForm.Key, x.Accompanied))
	add("Di nuovo in funzione dal", 1, true, x.Working.String())
	f.Entries = evenly(f.Entries)
	p.add(f, p.choice("Dove", "where", x))
	f = doc.Fields{}
	add("Che cosa è stato fatto", 5, false, p.words(interventionType.Field("done"), x)...)
	p.add(f, p.choice("Il tecnico ha potuto vedere dati personali", "data_seen", x))
	if x.DataSeen != "no" {
		f = doc.Fields{}
		add("Quali, e con quali cautele", 2, false, x.DataWhat)
		p.add(f)
	}
	if w.blank {
		p.add(doc.PageBreak{}) // what is signed stands above the signatures
	}
	p.head("Dichiarazione")
	p.add(p.say("declares")...)
	if w.blank || x.Where == app.TakenAway {
		p.add(p.say("away")...)
	}
	p.sign(x.Declared.String(), doc.Signer{Role: "Il tecnico", Name: x.Technician}, doc.Signer{Role: "Per la ditta", Name: x.Who(w.d), Note: "timbro e firma"})
	subtitle := ""
	if !w.blank {
		subtitle = interventionType.Named(x, w.d)
	}
	return p.document(subtitle)
}

// choice writes a choice of an intervention as boxes, ticked or to be ticked.
func (p *recordPaper) choice(label, key string, x *app.Intervention) doc.Boxes {
	f := interventionType.Field(key)
	chosen, _ := f.Value(x).(string)
	out := doc.Boxes{Label: label}
	for _, o := range f.Options {
		out.Options = append(out.Options, doc.Box{Text: o.Label, Checked: !p.blank && o.Value == chosen})
	}
	return out
}
