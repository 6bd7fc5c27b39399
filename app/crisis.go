package app

import (
	"strings"

	"tutela/app/form"
)

// CrisisMember is somebody to call when data are lost or stolen.
type CrisisMember struct {
	form.Meta
	Person, Outsider, Function, Phone, Email string
	Substitute                               string
	From, To                                 form.Date
}

// CrisisForm describes the crisis team (spec 2.6; 6-details, 14).
var CrisisForm = form.Form[CrisisMember]{
	Key: "crisis_member", One: "membro", Many: "Squadra di crisi",
	About: "Chi si chiama quando si perdono o si rubano dati: il titolare o un suo delegato, chi segue i computer, chi conosce le carte.",
	Title: func(m *CrisisMember) string {
		if m.Outsider != "" {
			return m.Outsider
		}
		return m.Function
	},
	Named: func(m *CrisisMember, n form.Names) string {
		if m.Person != "" {
			return n.Ref("person", m.Person)
		}
		return m.Outsider
	},
	Second: func(m *CrisisMember, _ form.Names) string { return strings.Trim(m.Function+" · "+m.Phone, " ·") },
	Ended:  func(m *CrisisMember) bool { return m.To != "" },
	Sections: []form.Section[CrisisMember]{{Key: "member", Title: "Il membro", Fields: []form.F[CrisisMember]{
		form.Text("function", "Funzione nella squadra", func(m *CrisisMember) *string { return &m.Function }).Need().Column().
			Example("Delegato del titolare"),
		form.Ref("person", "Persona", "person", func(m *CrisisMember) *string { return &m.Person }).Half().Column().
			NeedIf(func(m *CrisisMember) bool { return m.Outsider == "" }),
		form.Text("outsider", "Oppure un esterno", func(m *CrisisMember) *string { return &m.Outsider }).Half().Column().
			Help("Nome e cognome di chi non è fra le persone dell’ufficio."),
		form.Text("phone", "Telefono", func(m *CrisisMember) *string { return &m.Phone }).Need().Half().Column().
			Help("Quello a cui risponde anche di sera."),
		form.Text("email", "E-mail", func(m *CrisisMember) *string { return &m.Email }).Half().Column().
			Check(func(m *CrisisMember) string { return checkEmail(m.Email) }),
		form.Ref("substitute", "Sostituto", "person", func(m *CrisisMember) *string { return &m.Substitute }).Half().Column(),
		form.Day("from", "Dal", func(m *CrisisMember) *form.Date { return &m.From }).Half(),
		form.Day("to", "Al", func(m *CrisisMember) *form.Date { return &m.To }).Half().
			Check(func(m *CrisisMember) string { return after(m.From, m.To, "Finisce prima di cominciare.") }),
	}}},
}
