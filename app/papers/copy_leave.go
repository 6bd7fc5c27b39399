package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

var copyLeaveType = app.CopyLeaveForm.Type()

// copyLeave is the leave to copy, transmit, take away, destroy or hand over (spec 7,
// copy-leave; 6-details, 25).
func copyLeave(w *writer, subject any) doc.Document {
	l, _ := subject.(*app.CopyLeave)
	if l == nil {
		l, w.blank = &app.CopyLeave{}, true
	}
	p := newRecordPaper(w, "paper-registers", w.controllerRow())
	p.add(p.say("leave")...)
	p.head("Che cosa si chiede")
	p.add(p.fields(copyLeaveType.Sections[0].Fields, l))
	if !w.blank && l.Delicate(app.Find(w.d, app.ArchiveForm, l.Archive)) {
		p.add(p.say("leave-delicate")...)
	}
	p.head("Il permesso")
	by, fields := w.security(), fieldsOf(copyLeaveType, "authorised_by", "until", "done")
	switch {
	case l.AuthorisedBy != "":
		by = doc.Signer{Role: "Chi autorizza", Name: w.d.Ref(app.PersonForm.Key, l.AuthorisedBy)}
	case !w.blank:
		fields = fields[1:] // whoever signs gives it
	}
	p.add(p.fields(fields, l))
	p.add(p.say("leave-rules")...)
	p.sign(l.On.String(), by, doc.Signer{Role: "Chi lo chiede", Name: w.d.Ref(app.PersonForm.Key, l.AskedBy), Note: "per aver letto le condizioni"})
	subtitle := ""
	if !w.blank {
		subtitle = copyLeaveType.Named(l, w.d)
	}
	return p.document(subtitle)
}
