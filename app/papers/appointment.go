package papers

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var appointmentType = app.AppointmentForm.Type()

// appointmentPapers are the letters, one builder with the words of each role
// (spec 3.2; 6-details, 24 and 25), and the letter that ends an appointment.
func appointmentPapers() []Paper {
	letter := func(role, title string) Paper {
		return Paper{
			Kind: "appointment-" + role, Title: title, Register: app.AppointmentForm.Key, Blank: true, Filled: true,
			fits: func(rec any) bool {
				a, ok := rec.(*app.Appointment)
				return ok && a.Role == role && a.Ended == ""
			},
			build: func(w *writer, subject any) doc.Document { return appointmentLetter(w, subject, app.RoleOf(role)) },
		}
	}
	return []Paper{
		letter(app.RoleDPO, "Designazione del RPD"),
		letter(app.RoleSecurity, "Nomina: designato alla sicurezza"),
		letter(app.RoleTreatment, "Nomina: designato a un trattamento"),
		letter(app.RoleSysadmin, "Nomina: amministratore di sistema"),
		letter(app.RolePasswords, "Nomina: custode delle credenziali"),
		letter(app.RoleBackup, "Nomina: addetto alle copie"),
		letter(app.RoleRooms, "Nomina: custode di aree e locali"),
		letter(app.RoleAuthorised, "Nomina: persona autorizzata, con istruzioni"),
		{
			Kind: "group-instructions", Title: "Istruzioni a un gruppo omogeneo", Register: app.TreatmentForm.Key, Blank: true, Filled: true,
			fits: severalPeople, build: groupInstructions,
		},
		letter(app.RoleBreach, "Delega per le violazioni e squadra di crisi"),
		letter(app.RoleControls, "Nomina: responsabile dei controlli"),
		{
			Kind: "appointment-end", Title: "Revoca o dimissioni dall’incarico", Register: app.AppointmentForm.Key, Blank: true, Filled: true, ofEnded: true,
			fits: func(rec any) bool {
				a, ok := rec.(*app.Appointment)
				return ok && a.Ended != ""
			},
			build: appointmentEnd,
		},
	}
}

// letter writes an appointment, or its end.
type letter struct {
	composer
	a    *app.Appointment
	role app.Role
}

func newLetter(w *writer, subject any) *letter {
	a, _ := subject.(*app.Appointment)
	if a == nil {
		a, w.blank = &app.Appointment{Appointer: app.ByController}, true
	}
	return &letter{composer: composer{writer: w, prose: textOf("appointment")}, a: a}
}

// done closes the letter: a draft where the record or the office lacks what it
// states.
func (l *letter) done() doc.Document {
	return doc.Document{
		Subtitle: l.a.Holder(l.d), Blocks: l.blocks,
		Draft: l.draft || lacking(l.blocks) || !appointmentType.Complete(l.a) || !l.officeComplete(),
	}
}

func appointmentLetter(w *writer, subject any, role app.Role) doc.Document {
	l := newLetter(w, subject)
	l.role = role
	if !l.blank && l.a.Role != role.Key {
		l.draft = true
		l.add(l.say("other-role", "{ruolo}", cmp.Or(app.RoleOf(l.a.Role).Title, "nessun ruolo"))...)
	}
	l.opening()
	l.head()
	l.duties()
	l.terms()
	l.sign(doc.Signer{Role: cmp.Or(l.party(), "La persona nominata"), Name: l.a.Holder(l.d), Note: role.Manner()}, l.a.Appointed)
	return l.done()
}

// opening says who appoints whom to what. A designato says for whom he signs, and
// by which delegation; without a good one it is a draft with the reason.
func (l *letter) opening() {
	old := ""
	if l.role.Old != "" {
		old = " (" + l.role.Old + ")"
	}
	words := []string{"{titolare}", l.officeName(), "{a}", l.toHolder(), "{ruolo}", l.title(), "{vecchio}", old}
	if l.a.Appointer != app.ByDesignee {
		l.add(l.say("opening", words...)...)
		return
	}
	d := l.delegation()
	if fault := l.a.DelegationFault(d); fault != "" {
		l.draft = true
		l.add(l.say("no-delegation", "{motivo}", fault)...)
	}
	if d == nil {
		d = &app.Appointment{}
	}
	words = append(words, "{designato}", cmp.Or(d.Holder(l.d), toComplete), "{incarico}", cmp.Or(app.RoleOf(d.Role).Short, toComplete),
		"{data}", cmp.Or(d.Appointed.String(), toComplete))
	l.add(l.say("opening-designee", words...)...)
}

func (l *letter) delegation() *app.Appointment {
	return app.Find(l.d, app.AppointmentForm, l.a.Delegation)
}

func (l *letter) officeName() string { return cmp.Or(l.d.Office().Name, toComplete) }

func (l *letter) holderName() string { return cmp.Or(l.a.Holder(l.d), toComplete) }

// toHolder names the appointed as whom something is given to.
func (l *letter) toHolder() string {
	if l.blank {
		return "alla persona indicata qui sotto"
	}
	return "a " + l.holderName()
}

// title is the role within a sentence.
func (l *letter) title() string { return lowered(l.role.Title) }

// party is how a supplier signs.
func (l *letter) party() string {
	if l.a.Supplier != "" && l.a.Person == "" {
		return "Per il fornitore nominato"
	}
	return ""
}

const toComplete = "«da completare»"

// lowered makes the first letter small, within a sentence.
func lowered(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// sign closes with who appoints, or ends, and the other one. The day is that of
// the letter, not of its print.
func (l *letter) sign(other doc.Signer, day form.Date) {
	first := doc.Signer{Role: "Il titolare del trattamento", Name: l.d.Office().Representative}
	switch d := l.delegation(); {
	case l.blank && l.role.Above != "":
		first = doc.Signer{Role: "Chi nomina", Note: "il titolare, o il designato per suo conto"}
	case l.a.Appointer == app.ByDesignee && d != nil && d.InForce(day):
		first = doc.Signer{Role: "Il " + app.RoleOf(d.Role).Short, Name: d.Holder(l.d), Note: "per conto del titolare"}
	}
	s := doc.Signature{Place: l.d.Office().City, Signers: []doc.Signer{first, other}}
	if !l.blank {
		s.Date = day.String()
	}
	l.add(s)
}
