package app

import (
	"slices"
	"strings"

	"tutela/app/form"
	"tutela/app/taxcode"
)

// Person is somebody who works for the office.
type Person struct {
	form.Meta
	Surname, Name, TaxCode string
	Birth                  form.Date
	BirthPlace             string
	Kind                   string
	Duties                 []*Duty
	Unit, Superior         string
	Email, Phone, Address  string
	Start, End             form.Date
	EndReason, Note        string
}

// Duty is what a person does in the office, from a day to a day.
type Duty struct {
	Duty     string
	From, To form.Date
}

var dutyForm = form.Form[Duty]{
	Key: "duty", One: "mansione", Many: "Mansioni", Fem: true,
	Title: func(d *Duty) string { return d.Duty },
	Sections: []form.Section[Duty]{{Fields: []form.F[Duty]{
		form.Entry("duty", "Mansione", "duty", func(d *Duty) *string { return &d.Duty }).OwnEntries().Need(),
		form.Day("from", "Dal", func(d *Duty) *form.Date { return &d.From }).Half(),
		form.Day("to", "Al", func(d *Duty) *form.Date { return &d.To }).Half().
			Check(func(d *Duty) string { return after(d.From, d.To, "La mansione finisce prima di cominciare.") }),
	}}},
}

// PersonForm describes the people (spec 3.1, Persone).
var PersonForm = form.Form[Person]{
	Key: "person", One: "persona", Many: "Persone", Fem: true,
	About: "Chi lavora nell’ufficio: dipendenti, collaboratori, soci. Da qui nascono le autorizzazioni e le lettere di nomina.",
	Title: func(p *Person) string { return strings.TrimSpace(p.Surname + " " + p.Name) },
	Second: func(p *Person, n form.Names) string {
		if p.End != "" {
			return "uscita il " + p.End.String()
		}
		return strings.Join(p.DutyNames(n), ", ")
	},
	Ended: func(p *Person) bool { return p.End != "" },
	Same:  []form.Same{{Fields: []string{"tax_code"}}, {Fields: []string{"surname", "name"}, But: []string{"tax_code", "birth"}}},
	Sections: []form.Section[Person]{
		{Key: "identity", Title: "Chi è", Fields: []form.F[Person]{
			form.Text("surname", "Cognome", func(p *Person) *string { return &p.Surname }).Need().Half().Column(),
			form.Text("name", "Nome", func(p *Person) *string { return &p.Name }).Need().Half().Column(),
			form.Text("tax_code", "Codice fiscale", func(p *Person) *string { return &p.TaxCode }).Half().
				Help("16 lettere e numeri, dalla tessera sanitaria.").Example("RSSMRA80A01H501U").
				Check(func(p *Person) string { _, err := taxcode.CheckPerson(p.TaxCode); return sentenceOf(err) }).
				Warn(func(p *Person) string {
					return strings.Join(taxcode.Mismatch(p.TaxCode, p.Surname, p.Name, string(p.Birth)), " ")
				}),
			form.Choice("kind", "Rapporto", func(p *Person) *string { return &p.Kind },
				form.Option{Value: "employee", Label: "Dipendente"}, form.Option{Value: "collaborator", Label: "Collaboratore"},
				form.Option{Value: "owner", Label: "Titolare o socio"}, form.Option{Value: "external", Label: "Esterno"}).Half().Column(),
			form.Day("birth", "Data di nascita", func(p *Person) *form.Date { return &p.Birth }).Half(),
			form.Text("birth_place", "Luogo di nascita", func(p *Person) *string { return &p.BirthPlace }).Half(),
			form.Text("email", "E-mail", func(p *Person) *string { return &p.Email }).Half().
				Check(func(p *Person) string { return checkEmail(p.Email) }),
			form.Text("phone", "Telefono", func(p *Person) *string { return &p.Phone }).Half(),
			form.Text("address", "Indirizzo", func(p *Person) *string { return &p.Address }),
		}},
		{Key: "work", Title: "Che cosa fa", Fields: []form.F[Person]{
			form.List("duties", "Mansioni", func(p *Person) *[]*Duty { return &p.Duties }, dutyForm).AddBy("duty").Need().Column().
				Help("Scrivete e scegliete, anche più d’una: compaiono fra parentesi accanto al nome sulle schede."),
			form.Ref("unit", "Reparto", "unit", func(p *Person) *string { return &p.Unit }).Half(),
			form.Ref("superior", "Superiore", "person", func(p *Person) *string { return &p.Superior }).Half().
				Check(func(p *Person) string {
					if p.Superior == p.UID() {
						return "Una persona non può essere il superiore di se stessa."
					}
					return ""
				}),
			form.Day("start", "Nell’ufficio dal", func(p *Person) *form.Date { return &p.Start }).Half().Column(),
			form.Day("end", "Fino al", func(p *Person) *form.Date { return &p.End }).Half().Column().
				Help("Si lascia vuoto finché la persona lavora qui.").
				Check(func(p *Person) string {
					return after(p.Start, p.End, "La data di uscita viene prima di quella di ingresso.")
				}),
			form.Text("end_reason", "Perché", func(p *Person) *string { return &p.EndReason }).
				When(func(p *Person) bool { return p.End != "" }).Example("Dimissioni, pensione, fine contratto"),
			form.Long("note", "Note", func(p *Person) *string { return &p.Note }),
		}},
	},
}

// DutyNames are the person's duties of today, in words.
func (p *Person) DutyNames(n form.Names) []string {
	var out []string
	for _, d := range p.Duties {
		if d.Duty != "" && d.To == "" {
			out = append(out, n.Entry("duty", d.Duty))
		}
	}
	return out
}

// Left says that the person works here no more on a day; the last day still counts.
func (p *Person) Left(day form.Date) bool { return p.End != "" && p.End < day }

// Represents says that the person signs for the controller, and needs no leave.
func (p *Person) Represents() bool {
	return slices.ContainsFunc(p.Duties, func(d *Duty) bool { return d.Duty == "legal-representative" && d.To == "" })
}

// after says wrong where the second date stands before the first.
func after(first, second form.Date, wrong string) string {
	if first != "" && second != "" && second < first {
		return wrong
	}
	return ""
}
