package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

var sysadminCheckType = app.SysadminCheckForm.Type()

// sysadminCheck is the yearly check of an administrator of systems (spec 7,
// sysadmin-check; Garante, 27 November 2008).
func sysadminCheck(w *writer, subject any) doc.Document {
	c, _ := subject.(*app.SysadminCheck)
	if c == nil {
		c, w.blank = &app.SysadminCheck{}, true
	}
	p := newRecordPaper(w, "sysadmin", w.controllerRow())
	p.add(p.say("check")...)
	p.head("La verifica")
	f := p.fields(sysadminCheckType.Sections[0].Fields, c)
	if !w.blank {
		if row, ok := w.row("Sistemi che amministra", 1, false, w.administers(c)); ok {
			f.Entries = append(f.Entries, row)
		}
	}
	p.add(f)
	if w.blank {
		p.add(p.say("points")...)
	}
	p.head("L’esito")
	p.add(p.fields(sysadminCheckType.Sections[1].Fields, c))
	p.add(p.say("check-sign")...)
	p.sign(c.On.String(), doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative})
	subtitle := ""
	if !w.blank {
		subtitle = sysadminCheckType.Named(c, w.d)
	}
	return p.document(subtitle)
}

// administers are the systems of whom a check is about, by the appointments in
// force on its day.
func (w *writer) administers(c *app.SysadminCheck) string {
	var out []string
	for _, a := range app.Appointments(w.d, app.RoleSysadmin, c.On) {
		if a.Person == c.Person {
			out = append(out, w.words(appointmentType.Field("systems"), a)...)
		}
	}
	return strings.Join(once(out), "; ")
}
