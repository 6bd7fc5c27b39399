package app

import (
	"strings"

	"tutela/app/form"
)

// Appointment is a role given to somebody by a letter: who, on what, by whom,
// signed when, ended when (spec 3.1, Nomine; 6-details, 21).
type Appointment struct {
	form.Meta
	Role                      string
	Person, Supplier          string // one of the two; see Role.Natural
	Substitute                string // person
	Experience, Ability       string
	Reliable                  string
	Treatments, Archives      []string
	Systems, Rooms, Sites     []string
	Tools                     string // of an authorised person: which instructions
	ScopeNote                 string
	Appointer                 string
	Delegation                string // the appointment of the designato who signs
	Appointed                 form.Date
	Rules                     string
	RulesOn, Signed           form.Date
	SignedFacts               string // see Settle
	CopyBy, CopyWhere         string
	Files                     []form.File
	Ended                     form.Date
	EndReason, EndNote, Notes string
}

// Who signs a letter.
const (
	ByController = "controller"
	ByDesignee   = "designee" // per conto del titolare
)

// What the instructions of an authorised person are about.
const (
	ToolsBoth       = "both"
	ToolsElectronic = "electronic"
	ToolsPaper      = "paper"
)

// Why an appointment ended.
const (
	EndRevoked  = "revoked"
	EndResigned = "resigned"
	EndLeft     = "left" // the working relation ended
)

// AppointmentForm describes the appointments.
var AppointmentForm = form.Form[Appointment]{
	Key: "appointment", One: "nomina", Many: "Nomine", Fem: true,
	About: "Chi fa che cosa con i dati, messo per iscritto: le persone autorizzate con le loro istruzioni, chi cura computer, copie e locali. Prima la persona o il trattamento, poi qui la lettera da stampare e far firmare. Le nomine che mancano si segnalano dalla prima che scrivete.",
	Title: func(a *Appointment) string { return RoleOf(a.Role).Title },
	Named: func(a *Appointment, n form.Names) string {
		holder, role := a.Holder(n), RoleOf(a.Role)
		if holder == "" || role.Short == "" {
			return holder + role.Title
		}
		return holder + ", " + role.Short
	},
	Second: func(a *Appointment, n form.Names) string {
		switch {
		case a.Ended != "":
			return "fino al " + a.Ended.String()
		case a.Signed != "" && len(a.Changed(n)) > 0:
			return "da rinnovare, firmata il " + a.Signed.String()
		case a.Signed != "":
			return "firmata il " + a.Signed.String()
		case a.Appointed != "":
			return "del " + a.Appointed.String() + ", da firmare"
		}
		return "da preparare"
	},
	Ended:  func(a *Appointment) bool { return a.Ended != "" },
	Fresh:  func(a *Appointment) { a.Appointer = ByController },
	Settle: (*Appointment).settle,
	Sections: []form.Section[Appointment]{
		{Key: "role", Title: "Il ruolo e la persona", Short: "Il ruolo", Fields: appointmentRoleFields()},
		{Key: "scope", Title: "Su che cosa", Help: "Che cosa comprende la nomina: sta scritto nella lettera, e fuori da lì non vale.", Fields: appointmentScopeFields()},
		{Key: "choice", Title: "Perché questa scelta", Short: "La scelta", Help: "Si nomina chi dà garanzie, e si sa dire perché. Una frase basta.", Fields: []form.F[Appointment]{
			form.Text("experience", "Esperienza", func(a *Appointment) *string { return &a.Experience }).NeedIf(unexplained).Example("Da dieci anni segue l’amministrazione"),
			form.Text("ability", "Capacità", func(a *Appointment) *string { return &a.Ability }).Example("Conosce i programmi e ha seguito il corso sulla privacy"),
			form.Text("reliable", "Affidabilità", func(a *Appointment) *string { return &a.Reliable }).Example("Nessun richiamo, tiene le chiavi da sempre"),
		}},
		{Key: "letter", Title: "La lettera", Fields: appointmentLetterFields()},
		{Key: "end", Title: "Quando finisce", Short: "La fine", Fields: appointmentEndFields()},
	},
}

// unexplained says that nothing yet tells why somebody was chosen for a role
// that takes over part of the controller's own task.
func unexplained(a *Appointment) bool {
	switch a.Role {
	case RoleAuthorised, "":
		return false
	}
	return strings.TrimSpace(a.Experience+a.Ability+a.Reliable) == ""
}

// Holder is the name of whom the role is given to; "" while it is not said.
func (a *Appointment) Holder(n form.Names) string {
	if a.Person != "" {
		return n.Ref(PersonForm.Key, a.Person)
	}
	return n.Ref(SupplierForm.Key, a.Supplier)
}

// InForce says that the appointment holds on a day, signed or not. What ends on
// a day no longer holds on it.
func (a *Appointment) InForce(day form.Date) bool {
	return a.Appointed != "" && a.Appointed <= day && (a.Ended == "" || a.Ended > day)
}
